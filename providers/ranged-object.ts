import type { ContentObject } from "../src/model/index.ts";

/** Bytes asked for at a time where an object is read whole. */
const rangeBytes = 4 * 1024 ** 2;

/**
 * An object of a store that is read by ranges only, also where it is read whole: a connection that breaks costs a range, and
 * every range is a call that is paced, retried and counted.
 * @param ask asks for the bytes `[from, end]`, the last one included, as HTTP spells ranges; never behind the object's end.
 */
export function rangedObject(
  object: { readonly path: string; readonly size: number; readonly version: string },
  ask: (from: number, end: number) => Promise<Uint8Array>,
): ContentObject {
  const { size } = object;
  async function read(from: number, length: number): Promise<Uint8Array> {
    const end = Math.min(from + length, size) - 1;
    return end < from ? new Uint8Array() : ask(from, end);
  }
  return {
    ...object,
    read,
    async *stream() {
      for (let at = 0; at < size; ) {
        const chunk = await read(at, rangeBytes);
        if (chunk.length === 0) return;
        at += chunk.length;
        yield chunk;
      }
    },
  };
}
