import { malformed } from "../binary/gap.ts";

/** Numbers that are written as differences; `next` tells where they end, once all were taken. */
export interface DeltaNumbers {
  readonly count: number;
  values(): Iterable<bigint>;
  readonly next: number;
}

/** DELTA_BINARY_PACKED. */
export function deltaNumbers(bytes: Uint8Array, from: number, most: number): DeltaNumbers {
  let at = from;
  function varint(): bigint {
    let value = 0n;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = bytes[at++];
      if (byte === undefined) throw malformed("has a page that ends in the middle");
      value += BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
    throw malformed("has a page with a number that does not end");
  }
  const zigzag = (): bigint => {
    const value = varint();
    return (value & 1n) === 0n ? value >> 1n : -((value + 1n) >> 1n);
  };
  const block = Number(varint());
  const parts = Number(varint());
  const count = Number(varint());
  const first = zigzag();
  const each = block / parts;
  if (count > most || parts < 1 || parts > 1_024 || block > 2 ** 20 || !Number.isInteger(each) || each % 8 !== 0) {
    throw malformed("has a page with differences that do not fit it");
  }
  function* values(): Iterable<bigint> {
    if (count === 0) return;
    let value = first;
    yield value;
    for (let had = 1; had < count; ) {
      const least = zigzag();
      const widths = bytes.subarray(at, at + parts);
      at += parts;
      for (const width of widths) {
        if (had >= count) break;
        if (width > 64 || at + (each * width) / 8 > bytes.length) throw malformed("has a page that ends in the middle");
        for (let index = 0; index < each && had < count; index++, had++) {
          value = BigInt.asIntN(64, value + least + bitsAt(bytes, at * 8 + index * width, width));
          yield value;
        }
        at += (each * width) / 8;
      }
      if (widths.length < parts) throw malformed("has a page that ends in the middle");
    }
  }
  return {
    count,
    values,
    get next() {
      return at;
    },
  };
}

function bitsAt(bytes: Uint8Array, from: number, width: number): bigint {
  let low = 0;
  let high = 0;
  let bit = from;
  for (let had = 0; had < width; ) {
    const within = bit % 8;
    const take = Math.min(8 - within, width - had, had < 32 ? 32 - had : 64);
    const part = ((bytes[Math.floor(bit / 8)] ?? 0) >> within) & ((1 << take) - 1);
    if (had < 32) low += part * 2 ** had;
    else high += part * 2 ** (had - 32);
    had += take;
    bit += take;
  }
  return high === 0 ? BigInt(low) : (BigInt(high) << 32n) + BigInt(low);
}
