import { isAscii } from "node:buffer";
import type { Encoding } from "./encoding.ts";
import { sniffText } from "./sniff-text.ts";
import { transcoded } from "./transcoded.ts";

/** Bytes behind the first that is no ASCII which its encoding is told by. */
const sniffedBytes = 64 * 1024;

/** Text that was ASCII as far as its head showed: the first bytes beyond decide what it is. */
export async function* transcodedLate(stream: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const iterator = stream[Symbol.asyncIterator]();
  try {
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) {
      if (isAscii(next.value)) {
        yield next.value;
        continue;
      }
      const { bytes, isEnd } = await gather(next.value, iterator);
      const encoding = encodingOf(bytes);
      yield* transcoded(isEnd ? only(bytes) : behind(bytes, iterator), encoding);
      return;
    }
  } finally {
    await iterator.return?.();
  }
}

/** Enough bytes to tell an encoding by; copies, as a source may use its memory again. */
async function gather(
  first: Uint8Array,
  iterator: AsyncIterator<Uint8Array>,
): Promise<{ readonly bytes: Uint8Array; readonly isEnd: boolean }> {
  let bytes: Uint8Array = Uint8Array.prototype.slice.call(first);
  while (bytes.length - firstWide(bytes) < 1_024) {
    const next = await iterator.next();
    if (next.done === true) return { bytes, isEnd: true };
    bytes = Buffer.concat([bytes, next.value]);
  }
  return { bytes, isEnd: false };
}

function encodingOf(bytes: Uint8Array): Encoding {
  const first = firstWide(bytes);
  return sniffText(bytes.subarray(first, first + sniffedBytes))?.encoding ?? "unknown-8bit";
}

function firstWide(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length && (bytes[at] ?? 0) < 0x80) at++;
  return at;
}

async function* only(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}

async function* behind(bytes: Uint8Array, iterator: AsyncIterator<Uint8Array>): AsyncIterable<Uint8Array> {
  yield bytes;
  for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value;
}
