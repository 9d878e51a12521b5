import { ContentError, type ContentObject } from "../../model/index.ts";
import type { Window } from "../reader.ts";
import type { Purse } from "./budget.ts";

/** Bytes asked for first: a small object is one request, and whoever looks at the beginning twice pays once. */
const firstBytes = 256 * 1024;
/** Bytes asked for at a time, where a whole object is read. */
const rangeBytes = 4 * 1024 ** 2;
/** Bytes of one object that are read at most. */
const mostOfObject = 16 * 1024 ** 2;
/** Of a larger object: its beginning, and windows of this size spread over the rest. */
const windowBytes = 512 * 1024;
const windowCount = 8;

/**
 * The object, read by ranges only, each of them paid from the purse. Beyond `mostOfObject` bytes it ends as `skipped`, which is no
 * failure: so much was read.
 */
export function metered(object: ContentObject, purse: Purse): ContentObject {
  const { read, size = Number.POSITIVE_INFINITY } = object;
  if (read === undefined) return object;
  const ask = read;
  let left = mostOfObject;
  let beginning: Promise<Uint8Array> | undefined;

  async function paid(from: number, length: number, signal: AbortSignal): Promise<Uint8Array> {
    const wanted = Math.min(length, size - from);
    if (wanted <= 0) return new Uint8Array();
    if (wanted > left)
      throw new ContentError("skipped", `of a large object only ${mostOfObject / 1024 ** 2} MiB are read`);
    if (!purse.take(wanted)) throw new ContentError("skipped", "the budget ended here");
    left -= wanted;
    return ask(from, length, signal);
  }

  async function range(from: number, length: number, signal: AbortSignal): Promise<Uint8Array> {
    if (from + length > Math.min(firstBytes, size) && from > 0) return paid(from, length, signal);
    beginning ??= paid(0, firstBytes, signal);
    const known = await beginning;
    if (from + length <= known.length || known.length < firstBytes) return known.subarray(from, from + length);
    return paid(from, length, signal);
  }

  // What would be read past the meter.
  const { blocks: _blocks, ...metered } = object;
  return {
    ...metered,
    read: range,
    async *stream(signal) {
      for (let at = 0; at < size; ) {
        const length = at === 0 ? Math.min(firstBytes, size) : Math.min(rangeBytes, Math.max(left, 1));
        const chunk = await range(at, length, signal);
        if (chunk.length === 0) return;
        at += chunk.length;
        yield chunk;
      }
    },
  };
}

/** Parts of a large object that are read where its format allows it: always the same ones. */
export function windowsOf(size: number | undefined): readonly Window[] | undefined {
  if (size === undefined || size <= mostOfObject) return undefined;
  const step = Math.floor((size - windowBytes) / (windowCount - 1));
  return Array.from({ length: windowCount }, (_, index) => ({ from: index * step, to: index * step + windowBytes }));
}

/** What reading so many objects takes at most. */
export function costOf(objects: readonly ContentObject[]): { readonly bytes: number; readonly requests: number } {
  let [bytes, requests] = [0, 0];
  for (const { size = mostOfObject } of objects) {
    bytes += Math.min(size, mostOfObject);
    requests +=
      size <= firstBytes ? 1 : size <= mostOfObject ? 1 + Math.ceil((size - firstBytes) / rangeBytes) : windowCount + 1;
  }
  return { bytes, requests };
}
