import type { ContentObject } from "../../model/index.ts";

/**
 * The first bytes of an object, and the object as if nobody had looked. A stream that can be had only once is kept open behind
 * its head.
 */
export async function peek(
  object: ContentObject,
  length: number,
  signal: AbortSignal,
): Promise<{ readonly head: Uint8Array; readonly object: ContentObject }> {
  if (object.read !== undefined) return { head: await object.read(0, length, signal), object };
  const chunks: Uint8Array[] = [];
  let had = 0;
  const iterator = object.stream(signal)[Symbol.asyncIterator]();
  while (had < length) {
    const { value, done } = await iterator.next();
    if (done === true) break;
    // A copy: sources may use their memory again.
    chunks.push(Uint8Array.prototype.slice.call(value));
    had += value.length;
  }
  const first = Buffer.concat(chunks);
  return {
    head: first.subarray(0, length),
    object: {
      ...object,
      async *stream() {
        try {
          if (first.length > 0) yield first;
          for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value;
        } finally {
          await iterator.return?.();
        }
      },
    },
  };
}
