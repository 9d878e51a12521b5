/** Keeps the `most` items of lowest rank, whatever the order in which they come: a max-heap on the rank. */
export interface Lowest<Item> {
  /** Whether the item is among the lowest so far. */
  offer(rank: number, item: Item): boolean;
  /** From the lowest rank up. */
  items(): readonly Item[];
  readonly size: number;
}

export function createLowest<Item>(most: number): Lowest<Item> {
  const heap: { readonly rank: number; readonly item: Item }[] = [];

  function up(from: number): void {
    for (let at = from; at > 0; ) {
      const parent = (at - 1) >> 1;
      if (rankAt(parent) >= rankAt(at)) return;
      swap(at, parent);
      at = parent;
    }
  }

  function down(): void {
    for (let at = 0; ; ) {
      const left = at * 2 + 1;
      const greater = rankAt(left + 1) > rankAt(left) ? left + 1 : left;
      if (rankAt(greater) <= rankAt(at)) return;
      swap(at, greater);
      at = greater;
    }
  }

  /** Behind the end: lower than all. */
  function rankAt(at: number): number {
    return heap[at]?.rank ?? Number.NEGATIVE_INFINITY;
  }

  function swap(one: number, other: number): void {
    const [first, second] = [heap[one], heap[other]];
    if (first !== undefined && second !== undefined) [heap[one], heap[other]] = [second, first];
  }

  return {
    get size() {
      return heap.length;
    },
    offer(rank, item) {
      if (heap.length < most) {
        heap.push({ rank, item });
        up(heap.length - 1);
        return true;
      }
      if (most === 0 || rank >= rankAt(0)) return false;
      heap[0] = { rank, item };
      down();
      return true;
    },
    items: () => [...heap].sort((a, b) => a.rank - b.rank).map(({ item }) => item),
  };
}
