import { malformed, unsupported } from "./gap.ts";

const damaged = (): Error => malformed("has a damaged block (snappy)");

/**
 * One block in the raw format, https://github.com/google/snappy/blob/main/format_description.txt. Memory is taken only after the stated
 * length was weighed against the bound.
 */
export function unpackSnappy(packed: Uint8Array, most: number): Uint8Array {
  let at = 0;
  let length = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = packed[at++];
    if (byte === undefined || shift > 28) throw damaged();
    length += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) break;
  }
  if (length > most) throw unsupported(`has a block of more than ${most} bytes: not read on`);
  const out = new Uint8Array(length);
  let to = 0;
  const little = (count: number): number => {
    let value = 0;
    for (let index = 0; index < count; index++) value += (packed[at + index] ?? 0) * 2 ** (8 * index);
    at += count;
    return value;
  };
  while (at < packed.length) {
    const tag = packed[at++] ?? 0;
    const kind = tag & 3;
    if (kind === 0) {
      const short = tag >> 2;
      const size = (short < 60 ? short : little(short - 59)) + 1;
      if (at + size > packed.length || to + size > length) throw damaged();
      out.set(packed.subarray(at, at + size), to);
      at += size;
      to += size;
      continue;
    }
    const size = kind === 1 ? ((tag >> 2) & 7) + 4 : (tag >> 2) + 1;
    const offset = kind === 1 ? ((tag >> 5) << 8) + little(1) : little(kind === 2 ? 2 : 4);
    to = copyBack(out, to, offset, size);
    if (to === -1) throw damaged();
  }
  if (to !== length) throw damaged();
  return out;
}

/** Repeats what stands `offset` bytes before; what is copied may be what was just written. -1 where it does not fit. */
export function copyBack(out: Uint8Array, to: number, offset: number, size: number): number {
  if (offset <= 0 || offset > to || to + size > out.length) return -1;
  if (offset >= size) out.copyWithin(to, to - offset, to - offset + size);
  else for (let index = 0; index < size; index++) out[to + index] = out[to + index - offset] ?? 0;
  return to + size;
}
