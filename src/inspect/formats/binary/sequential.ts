import type { ReaderInput } from "../../reader.ts";

/** What is read of an object that can only be read from its beginning: all of it, or as many bytes as a sample asks for. */
export async function* sequential({ object, signal, windows }: ReaderInput): AsyncIterable<Uint8Array> {
  if (windows === undefined) {
    yield* object.stream(signal);
    return;
  }
  let left = windows.reduce((sum, { from, to }) => sum + Math.max(0, to - from), 0);
  for await (const chunk of object.stream(signal)) {
    if (chunk.length >= left) {
      if (left > 0) yield chunk.subarray(0, left);
      return;
    }
    left -= chunk.length;
    yield chunk;
  }
}
