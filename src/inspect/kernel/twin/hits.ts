import { type HitKind, type Hits, hitKinds } from "../finder.ts";

export interface HitList extends Hits {
  clear(): void;
  add(kind: HitKind, start: number, end: number): void;
}

/** Keeps hits in the order of their first bytes, those of one byte in the order of `hitKinds`. */
export function createHitList(most: number): HitList {
  const numbers = new Map(hitKinds.map((kind, index) => [kind, index]));
  const kinds = new Uint8Array(most);
  const starts = new Uint32Array(most);
  const ends = new Uint32Array(most);
  let length = 0;
  return {
    get length() {
      return length;
    },
    kinds,
    starts,
    ends,
    clear() {
      length = 0;
    },
    add(kind, start, end) {
      const number = numbers.get(kind) ?? 0;
      // Hits come nearly in order: few are moved.
      let at = length;
      while (at > 0 && isBehind(starts[at - 1] ?? 0, kinds[at - 1] ?? 0, start, number)) at--;
      for (const array of [kinds, starts, ends]) array.copyWithin(at + 1, at, length);
      [kinds[at], starts[at], ends[at]] = [number, start, end];
      length += 1;
    },
  };
}

function isBehind(start: number, kind: number, otherStart: number, otherKind: number): boolean {
  return start > otherStart || (start === otherStart && kind > otherKind);
}
