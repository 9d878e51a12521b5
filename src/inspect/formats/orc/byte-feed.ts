import { malformed } from "../binary/gap.ts";
import type { RandomAccess } from "../binary/random-access.ts";
import { type BlockCodec, unpackBlock } from "../binary/unpack-block.ts";

/** Bytes of one stream of a stripe, unpacked chunk by chunk as they are needed. */
export interface ByteFeed {
  /** At the end of the stream. */
  isAtEnd(): Promise<boolean>;
  /** Makes sure that at least `length` bytes can be taken without waiting. @throws ContentError where there are fewer. */
  need(length: number): Promise<void>;
  byte(): number;
  /** Up to the bytes that are there. */
  take(length: number): Uint8Array;
  /** Bytes that are there without waiting. */
  readonly ready: number;
}

/** Bytes of a stream that is not packed at all, per turn. */
const plainBytes = 256 * 1024;

/**
 * @param from where the stream begins in the file
 * @param chunkBytes what a chunk may unpack to, as the file states it, within bounds
 */
export function byteFeed(
  file: RandomAccess,
  from: number,
  length: number,
  codec: BlockCodec,
  chunkBytes: number,
): ByteFeed {
  let next = from;
  const end = from + length;
  let held: Uint8Array = new Uint8Array(0);
  let at = 0;

  /** False at the end. */
  async function more(): Promise<boolean> {
    if (next >= end) return false;
    const chunk = await chunkAt();
    held = at >= held.length ? chunk : Buffer.concat([held.subarray(at), chunk]);
    at = 0;
    return true;
  }

  async function chunkAt(): Promise<Uint8Array> {
    if (codec === "none") {
      const bytes = await file.read(next, Math.min(plainBytes, end - next));
      next += bytes.length;
      return bytes;
    }
    if (end - next < 3) throw malformed("has a stream that ends in the middle");
    const [low = 0, middle = 0, high = 0] = await file.read(next, 3);
    const header = low + middle * 256 + high * 65_536;
    const size = header >> 1;
    next += 3;
    if (size > end - next || size > chunkBytes) throw malformed("has a chunk that is longer than its stream");
    const packed = await file.read(next, size);
    next += size;
    return (header & 1) === 1 ? packed : unpackBlock(codec, packed, chunkBytes);
  }

  return {
    async isAtEnd() {
      while (at >= held.length) if (!(await more())) return true;
      return false;
    },
    async need(wanted) {
      while (held.length - at < wanted) {
        if (!(await more())) throw malformed("has a stream that ends in the middle");
      }
    },
    byte() {
      const value = held[at++];
      if (value === undefined) throw malformed("has a stream that ends in the middle");
      return value;
    },
    take(length) {
      if (at + length > held.length) throw malformed("has a stream that ends in the middle");
      at += length;
      return held.subarray(at - length, at);
    },
    get ready() {
      return held.length - at;
    },
  };
}
