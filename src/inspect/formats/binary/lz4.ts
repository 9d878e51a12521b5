import { malformed } from "./gap.ts";
import { copyBack } from "./snappy.ts";

const damaged = (): Error => malformed("has a damaged block (lz4)");

/** One block in the raw format, https://github.com/lz4/lz4/blob/dev/doc/lz4_Block_format.md, of at most `most` bytes. */
export function unpackLz4(packed: Uint8Array, most: number): Uint8Array {
  const out = new Uint8Array(most);
  let at = 0;
  let to = 0;
  const longer = (short: number): number => {
    if (short < 15) return short;
    let value = short;
    for (;;) {
      const byte = packed[at++];
      if (byte === undefined) throw damaged();
      value += byte;
      if (byte !== 255) return value;
    }
  };
  while (at < packed.length) {
    const token = packed[at++] ?? 0;
    const literals = longer(token >> 4);
    if (at + literals > packed.length || to + literals > most) throw damaged();
    out.set(packed.subarray(at, at + literals), to);
    at += literals;
    to += literals;
    if (at >= packed.length) break;
    const offset = (packed[at] ?? 0) + (packed[at + 1] ?? 0) * 256;
    at += 2;
    to = copyBack(out, to, offset, longer(token & 15) + 4);
    if (to === -1) throw damaged();
  }
  return out.subarray(0, to);
}

/** Blocks behind their lengths, as Hadoop frames them; `undefined` where the lengths do not fit. */
export function unpackHadoopLz4(packed: Uint8Array, most: number): Uint8Array | undefined {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  const parts: Uint8Array[] = [];
  let had = 0;
  for (let at = 0; at < packed.length; ) {
    if (at + 8 > packed.length) return undefined;
    const bytes = view.getUint32(at);
    const length = view.getUint32(at + 4);
    if (had + bytes > most || at + 8 + length > packed.length) return undefined;
    const part = unpackLz4(packed.subarray(at + 8, at + 8 + length), bytes);
    if (part.length !== bytes) return undefined;
    parts.push(part);
    had += bytes;
    at += 8 + length;
  }
  return Buffer.concat(parts, had);
}
