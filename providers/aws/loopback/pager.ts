import { countOf, type Items, itemAt } from "./estate.ts";

export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | undefined;
}

export interface Pager {
  /** The page a token stands for; `limit` is what the request allows. */
  page<T>(items: Items<T> | undefined, token: string | null, limit: number, repeatToken: boolean): Page<T>;
  /** How many items a page has where `limit` are asked for. */
  sizeOf(limit: number): number;
}

const greatest = 1_000_003;

/** Deals items to pages; a seed deals them in another order, reproducibly and without keeping a permutation. */
export function createPager(pageSize: number | undefined, shuffleSeed: number | undefined): Pager {
  return {
    sizeOf: (limit) => Math.max(1, Math.min(limit, pageSize ?? limit)),
    page(items, token, limit, repeatToken) {
      const count = countOf(items);
      const start = token === null || token === "" ? 0 : offsetOf(token);
      const end = Math.min(count, start + Math.max(1, Math.min(limit, pageSize ?? limit)));
      const place = permutation(count, shuffleSeed);
      const dealt = [];
      for (let index = start; index < end && items !== undefined; index++) dealt.push(itemAt(items, place(index)));
      // A repeated token always leads to the same page, so that a reader who trusts it never ends.
      const next = repeatToken
        ? tokenOf(Math.min(end, start === 0 ? end : start))
        : end < count
          ? tokenOf(end)
          : undefined;
      return { items: dealt, next };
    },
  };
}

function tokenOf(offset: number): string {
  return Buffer.from(`offset:${offset}`).toString("base64");
}

function offsetOf(token: string): number {
  const offset = Number(Buffer.from(token, "base64").toString().replace("offset:", ""));
  if (!Number.isSafeInteger(offset) || offset < 0) throw new Error("the page token is not one of ours");
  return offset;
}

/** i → (a·i + b) mod count, with a coprime to count. */
function permutation(count: number, seed: number | undefined): (index: number) => number {
  if (seed === undefined || count < 2) return (index) => index;
  let step = (Math.imul(seed, 7919) >>> 0) % count || 1;
  while (gcd(step, count) !== 1) step = (step % greatest) + 1;
  const shift = (Math.imul(seed, 104_729) >>> 0) % count;
  return (index) => Number((BigInt(step) * BigInt(index) + BigInt(shift)) % BigInt(count));
}

function gcd(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}
