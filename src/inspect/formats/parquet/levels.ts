import { malformed } from "../binary/gap.ts";

/**
 * Numbers of the hybrid of run lengths and packed bits, at most `count` of them: a run that states more is cut.
 * https://parquet.apache.org/docs/file-format/data-pages/encodings/
 */
export function hybridNumbers(bytes: Uint8Array, width: number, count: number): Uint32Array {
  if (width > 32) throw malformed("has numbers of more than 32 bits where none are");
  const numbers = new Uint32Array(count);
  if (width === 0) return numbers;
  const wide = Math.ceil(width / 8);
  let at = 0;
  let had = 0;
  while (had < count) {
    let header = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++];
      if (byte === undefined || shift > 28) throw malformed("has a page that ends in the middle");
      header += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) break;
    }
    if (header % 2 === 0) {
      const run = Math.min(header / 2, count - had);
      let value = 0;
      for (let index = 0; index < wide; index++) value += (bytes[at + index] ?? 0) * 2 ** (8 * index);
      at += wide;
      numbers.fill(value, had, had + run);
      had += run;
      continue;
    }
    const packed = ((header - 1) / 2) * 8;
    const taken = Math.min(packed, count - had);
    unpackBits(bytes, at, width, numbers, had, taken);
    had += taken;
    at += (packed / 8) * width;
  }
  return numbers;
}

/** Numbers of `width` bits each, least significant bit first. */
function unpackBits(
  bytes: Uint8Array,
  from: number,
  width: number,
  to: Uint32Array,
  start: number,
  count: number,
): void {
  if (from + Math.ceil((count * width) / 8) > bytes.length) throw malformed("has a page that ends in the middle");
  for (let index = 0; index < count; index++) {
    let bit = index * width;
    let value = 0;
    for (let had = 0; had < width; ) {
      const within = bit & 7;
      const take = Math.min(8 - within, width - had);
      const part = ((bytes[from + (bit >> 3)] ?? 0) >> within) & ((1 << take) - 1);
      value += part * 2 ** had;
      had += take;
      bit += take;
    }
    to[start + index] = value;
  }
}

/** Bits that hold numbers up to `most`. */
export function bitsFor(most: number): number {
  return most <= 0 ? 0 : 32 - Math.clz32(most);
}
