import type { Items } from "./estate.ts";

/**
 * Deals the items of a list to pages in another order for each seed, without holding them: index × step + offset, with a step
 * that shares no factor with the length.
 */
export function dealt<Item>(items: Items<Item>, seed: number | undefined): Items<Item> {
  const { length } = items;
  if (seed === undefined || length < 2) return items;
  let step = 1 + ((seed * 7919) % length);
  while (commonFactor(step, length) !== 1) step++;
  const offset = (seed * 104_729) % length;
  return { length, at: (index) => (index < length ? items.at((index * step + offset) % length) : undefined) };
}

function commonFactor(a: number, b: number): number {
  return b === 0 ? a : commonFactor(b, a % b);
}

export function slice<Item>(items: Items<Item>, from: number, count: number): Item[] {
  const taken: Item[] = [];
  for (let index = from; index < Math.min(from + count, items.length); index++) {
    const item = items.at(index);
    if (item !== undefined) taken.push(item);
  }
  return taken;
}
