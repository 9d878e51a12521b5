import type { Finder } from "../../src/inspect/kernel/finder.ts";

/** Hits in the content, as often as it is repeated. */
export function findAll(finder: Finder, content: Buffer, repeats: number): number {
  let hits = 0;
  for (let left = repeats; left > 0; left--) {
    for (let from = 0; from < content.length; ) {
      const last = from + finder.capacity;
      const end = last >= content.length ? content.length : content.lastIndexOf(10, last - 1) + 1;
      hits += finder.find(content.subarray(from, end)).length;
      from = end;
    }
  }
  return hits;
}
