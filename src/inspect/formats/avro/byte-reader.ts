import { malformed } from "../binary/gap.ts";

/** Goes through the bytes of one block, and counts the values taken from it. */
export interface AvroBytes {
  readonly isAtEnd: boolean;
  /** A zigzag number of up to 64 bits; exact as words. */
  long(): bigint;
  /** The same as a count or length. @throws ContentError where it is none. */
  length(): number;
  take(length: number): Uint8Array;
  /** One more value. @throws ContentError where there are more than the bytes can account for. */
  count(): void;
}

/** Values that may take no byte at all (`null`, records without fields), per block. */
const emptyValues = 1_000_000;

export function avroBytes(bytes: Uint8Array): AvroBytes {
  let at = 0;
  let left = bytes.length + emptyValues;

  function long(): bigint {
    let low = 0;
    for (let index = 0; index < 4; index++) {
      const byte = next();
      low += (byte & 0x7f) * 2 ** (7 * index);
      if (byte < 0x80) return BigInt(low % 2 === 0 ? low / 2 : -(low + 1) / 2);
    }
    let value = BigInt(low);
    for (let shift = 28n; shift < 70n; shift += 7n) {
      const byte = next();
      value += BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return (value & 1n) === 0n ? value >> 1n : -((value + 1n) >> 1n);
    }
    throw malformed("has a number that does not end");
  }

  function next(): number {
    const byte = bytes[at++];
    if (byte === undefined) throw malformed("has a block that ends in the middle");
    return byte;
  }

  return {
    get isAtEnd() {
      return at >= bytes.length;
    },
    long,
    length() {
      const value = Number(long());
      if (value < 0 || value > bytes.length - at) throw malformed("has a value of a length that is none");
      return value;
    },
    take(length) {
      if (length > bytes.length - at) throw malformed("has a block that ends in the middle");
      at += length;
      return bytes.subarray(at - length, at);
    },
    count() {
      left -= 1;
      if (left < 0) throw malformed("has a block of more values than its bytes hold");
    },
  };
}
