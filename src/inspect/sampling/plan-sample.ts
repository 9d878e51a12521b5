import type { ContentGap, ContentObject, ContentSource } from "../../model/index.ts";
import { createLowest, type Lowest } from "./lowest.ts";
import { createRank } from "./rank.ts";
import { mostStrata, stratumOf } from "./stratum.ts";

export interface SampleSize {
  readonly seed: string;
  /** Objects drawn from the whole store, each as likely as any other. */
  readonly random: number;
  /** Strata of which one object more is drawn, largest strata first: what is rare in number is looked at too. */
  readonly strata: number;
}

/** Which objects of a store are looked at. */
export interface SamplePlan {
  /** Objects that can be read. */
  readonly total: number;
  readonly bytes: number;
  /** By rank: a beginning of it is a random sample too, where a budget ends early. */
  readonly random: readonly ContentObject[];
  /** Of strata that the random ones do not touch. */
  readonly others: readonly ContentObject[];
  readonly strata: number;
  /** Objects that cannot be read, by reason, with one of their paths. */
  readonly unread: readonly { readonly gap: ContentGap; readonly count: number }[];
}

interface Stratum {
  count: number;
  readonly first: Lowest<ContentObject>;
}

/**
 * Draws a sample while a store is listed, in memory bounded by the size of the sample and `mostStrata`. The same store, seed and size
 * give the same sample, in whatever order the store is listed.
 */
export async function planSample(source: ContentSource, size: SampleSize, signal: AbortSignal): Promise<SamplePlan> {
  const rank = createRank(size.seed);
  const random = createLowest<ContentObject>(size.random);
  const strata = new Map<string, Stratum>();
  const unread = new Map<string, { gap: ContentGap; count: number }>();
  let [total, bytes] = [0, 0];
  for await (const one of source.list(signal)) {
    if ("reason" in one) {
      const key = `${one.reason}\0${one.detail}`;
      const known = unread.get(key);
      if (known === undefined) unread.set(key, { gap: one, count: 1 });
      else known.count += 1;
      continue;
    }
    total += 1;
    bytes += one.size ?? 0;
    if (one.size === 0) continue;
    const place = rank(one);
    random.offer(place, one);
    const key = stratumOf(one);
    let stratum = strata.get(key) ?? (strata.size < mostStrata ? undefined : strata.get(""));
    if (stratum === undefined) {
      stratum = { count: 0, first: createLowest(1) };
      strata.set(strata.size < mostStrata - 1 ? key : "", stratum);
    }
    stratum.count += 1;
    stratum.first.offer(place, one);
  }
  const drawn = random.items();
  const touched = new Set(drawn.map(stratumOf));
  const others = [...strata]
    .filter(([key]) => !touched.has(key))
    .sort(([a, one], [b, other]) => other.count - one.count || (a < b ? -1 : 1))
    .slice(0, size.strata)
    .flatMap(([, { first }]) => first.items());
  return { total, bytes, random: drawn, others, strata: strata.size, unread: [...unread.values()] };
}
