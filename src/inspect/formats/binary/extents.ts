/** Bytes `[from, to)` of a file. */
export interface Extent {
  readonly from: number;
  readonly to: number;
}

export interface Extents {
  /** False where some of the bytes were taken before. */
  take(extent: Extent): boolean;
}

/**
 * Remembers which bytes of a file were unpacked. Parts that share bytes are how a small file unpacks to very much (D. Fifield, "A
 * better zip bomb", WOOT 2019); nothing else writes them.
 */
export function createExtents(): Extents {
  const starts: number[] = [];
  const ends: number[] = [];
  return {
    take({ from, to }) {
      let low = 0;
      let high = starts.length;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if ((starts[middle] ?? 0) < from) low = middle + 1;
        else high = middle;
      }
      if ((ends[low - 1] ?? 0) > from || (starts[low] ?? Number.POSITIVE_INFINITY) < to) return false;
      starts.splice(low, 0, from);
      ends.splice(low, 0, to);
      return true;
    },
  };
}
