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

/** An object that is paid for while it is read. */
export interface Metered {
  readonly object: ContentObject;
  /**
   * Asks for its first bytes, for whoever will look at it later. False where the budget does not reach that far.
   */
  begin(signal: AbortSignal): boolean;
  /** The budget ended before all of it was read. */
  readonly isCut: boolean;
}

/**
 * The object, read by ranges only, each of them paid from the purse when it is asked for: in the order of the program, whichever answer
 * comes first. Beyond `mostOfObject` bytes it ends as `skipped`, which is no failure: so much was read.
 */
export function metered(object: ContentObject, purse: Purse): Metered {
  const { read, size = Number.POSITIVE_INFINITY } = object;
  if (read === undefined) return { object, begin: () => !purse.isEmpty, isCut: false };
  const ask = read;
  const windows = windowsOf(object.size) ?? [];
  /** Ranges that were asked for ahead, by where they begin. */
  const ahead = new Map<number, Promise<Uint8Array>>();
  let left = mostOfObject;
  let isCut = false;
  let beginning: Promise<Uint8Array> | undefined;

  async function paid(from: number, length: number, signal: AbortSignal): Promise<Uint8Array> {
    const wanted = Math.min(length, size - from);
    if (wanted <= 0) return new Uint8Array();
    if (wanted > left)
      throw new ContentError("skipped", `of a large object only ${mostOfObject / 1024 ** 2} MiB are read`);
    if (!purse.take(wanted)) {
      isCut = true;
      throw new ContentError("skipped", "the budget ended here");
    }
    left -= wanted;
    return ask(from, length, signal);
  }

  function askAhead(from: number, length: number, signal: AbortSignal): Promise<Uint8Array> {
    const asked = paid(from, length, signal);
    // Whoever reads so far hears of a failure; nobody may ever.
    asked.catch(() => undefined);
    return asked;
  }

  async function range(from: number, length: number, signal: AbortSignal): Promise<Uint8Array> {
    const known = ahead.get(from);
    if (known !== undefined) {
      ahead.delete(from);
      const bytes = await known;
      if (bytes.length >= length) return bytes.subarray(0, length);
    }
    // Whoever reads the second window reads all that follow.
    if (from === windows[1]?.from)
      for (const { from: start, to } of windows.slice(2)) ahead.set(start, askAhead(start, to - start, signal));
    if (from + length > Math.min(firstBytes, size) && from > 0) return paid(from, length, signal);
    beginning ??= askAhead(0, firstBytes, signal);
    const first = await beginning;
    if (from + length <= first.length || first.length < firstBytes) return first.subarray(from, from + length);
    return paid(from, length, signal);
  }

  // What would be read past the meter.
  const { blocks: _blocks, ...metered } = object;
  return {
    begin(signal) {
      if (purse.isEmpty) return false;
      beginning ??= askAhead(0, firstBytes, signal);
      return !isCut;
    },
    get isCut() {
      return isCut;
    },
    object: {
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
