import type { Limits } from "../limits.ts";
import { asBuffer, newline, tokenBoundary } from "./bytes.ts";
import type { Run } from "./runs.ts";

/** Whole lines, or a part of an overlong one. */
export interface Block {
  readonly bytes: Uint8Array;
  /** The bytes go on within a line that the block before has begun. */
  readonly isWithin: boolean;
}

/** Bytes that a block is gathered to. */
export const blockBytes = 1024 ** 2;
/** A chunk of this length passes without being copied, but for the line it ends in. */
const passBytes = 256 * 1024;

/**
 * Text cut at line ends, about 1 MiB each. Chunks that are long enough are handed on as they are; a line that goes over the end of
 * one is joined. Lines over the limit are cut at token boundaries. What a window cuts off at its ends is dropped.
 */
export async function* lineBlocks(run: Run, limits: Limits): AsyncIterable<Block> {
  const target = Math.min(blockBytes, limits.lineBytes);
  const held = holder();
  let isSkipping = run.cutStart;
  let isWithin = false;
  for await (const step of steps(run.chunks)) {
    let chunk = asBuffer(step);
    if (isSkipping) {
      const first = chunk.indexOf(newline);
      if (first === -1) continue;
      isSkipping = false;
      chunk = chunk.subarray(first + 1);
    }
    const isLong = chunk.length >= passBytes;
    const first = isWithin || (held.bytes() > 0 && isLong) ? chunk.indexOf(newline) : -1;
    if (first >= 0) {
      yield { bytes: held.release(chunk.subarray(0, first + 1)), isWithin };
      isWithin = false;
      chunk = chunk.subarray(first + 1);
    }
    if (isWithin || (!isLong && held.bytes() + chunk.length < target)) held.keep(chunk);
    else {
      const end = chunk.lastIndexOf(newline) + 1;
      const bytes = held.release(end > 0 ? chunk.subarray(0, end) : chunk);
      const last = end > 0 ? bytes.length : bytes.lastIndexOf(newline) + 1;
      if (last > 0) yield { bytes: bytes.subarray(0, last), isWithin: false };
      held.keep(end > 0 ? chunk.subarray(end) : bytes.subarray(last));
    }
    if (held.bytes() <= limits.lineBytes) continue;
    let long = held.release(new Uint8Array(0));
    while (long.length > limits.lineBytes) {
      const cut = tokenBoundary(long.subarray(0, limits.lineBytes));
      yield { bytes: long.subarray(0, cut), isWithin };
      isWithin = true;
      long = long.subarray(cut);
    }
    held.keep(long);
  }
  let rest = held.release(new Uint8Array(0));
  if (run.cutEnd) rest = rest.subarray(0, rest.lastIndexOf(newline) + 1);
  if (rest.length > 0) yield { bytes: rest, isWithin };
}

async function* steps(chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  for await (const chunk of chunks) {
    for (let from = 0; from < chunk.length; from += blockBytes) yield chunk.subarray(from, from + blockBytes);
  }
}

/** Bytes that wait for the end of their line, as copies: a source may use its memory again. */
function holder(): {
  bytes(): number;
  keep(bytes: Uint8Array): void;
  /** All that is held, and `last` behind it. */
  release(last: Uint8Array): Buffer;
} {
  let held: Uint8Array[] = [];
  let length = 0;
  return {
    bytes: () => length,
    keep(bytes) {
      if (bytes.length > 0) held.push(Uint8Array.prototype.slice.call(bytes));
      length += bytes.length;
    },
    release(last) {
      const bytes = length === 0 ? asBuffer(last) : Buffer.concat([...held, last], length + last.length);
      held = [];
      length = 0;
      return bytes;
    },
  };
}
