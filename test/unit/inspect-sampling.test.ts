import { describe, expect, test } from "vitest";
import { createPurse } from "../../src/inspect/sampling/budget.ts";
import { createLowest } from "../../src/inspect/sampling/lowest.ts";
import { metered, windowsOf } from "../../src/inspect/sampling/metered.ts";
import { planSample } from "../../src/inspect/sampling/plan-sample.ts";
import { stratumOf } from "../../src/inspect/sampling/stratum.ts";
import { statementOf, unseenShare } from "../../src/inspect/statement.ts";
import type { ContentObject, ContentSource } from "../../src/model/index.ts";
import { seededRandom } from "../support/seeded-random.ts";

const { signal } = new AbortController();

function objectAt(path: string, bytes: Uint8Array = new Uint8Array(1_000)): ContentObject {
  return {
    path,
    size: bytes.length,
    version: "1",
    async *stream() {
      yield bytes;
    },
    read: async (from, length) => bytes.subarray(from, from + length),
  };
}

function sourceOf(objects: readonly ContentObject[]): ContentSource {
  return {
    id: "store",
    async *list() {
      yield* objects;
    },
  };
}

describe("the statement of certainty", () => {
  /** The bound by its definition: every number of holders is tried. */
  function byHand(total: number, drawn: number, hits: number): number {
    const chance = (holders: number): number => {
      // P(X <= hits) by drawing one after the other.
      let states = new Map([[0, 1]]);
      for (let seen = 0; seen < drawn; seen++) {
        const next = new Map<number, number>();
        for (const [held, share] of states) {
          const hit = (holders - held) / (total - seen);
          if (hit > 0) next.set(held + 1, (next.get(held + 1) ?? 0) + share * hit);
          if (hit < 1) next.set(held, (next.get(held) ?? 0) + share * (1 - hit));
        }
        states = next;
      }
      return [...states].reduce((sum, [held, share]) => sum + (held <= hits ? share : 0), 0);
    };
    let most = hits;
    for (let holders = hits; holders <= hits + total - drawn; holders++) if (chance(holders) > 0.05) most = holders;
    return (most - hits) / (total - drawn);
  }

  test.each([
    [60, 20, 0],
    [60, 20, 3],
    [100, 59, 0],
    [40, 39, 0],
    [25, 5, 5],
  ])("is the hypergeometric bound: %i objects, %i inspected, %i of them holders", (total, drawn, hits) => {
    expect(unseenShare(total, drawn, hits)).toBeCloseTo(byHand(total, drawn, hits), 9);
  });

  test("300 without a find in a large store leave 1 %, nothing inspected leaves all, all inspected leaves nothing", () => {
    expect(unseenShare(1_000_000, 300, 0)).toBeLessThan(0.01);
    expect(unseenShare(1_000_000, 300, 0)).toBeGreaterThan(0.0099);
    expect(unseenShare(10, 0, 0)).toBe(1);
    expect(unseenShare(10, 10, 4)).toBe(0);
  });

  test("rests on what was drawn at random, not on what was added", () => {
    const seen = { total: 1_000, inspected: 150, hits: 9, unreadable: 2 };
    const { en } = statementOf({ ...seen, random: { drawn: 100, holders: 0 } });
    expect(en).toMatch(
      /^150 of 1000 inspected; 9 found to hold .* at most 3\.\d % of the rest .*; 2 could not be read/,
    );
  });
});

test("where the list broke off nothing is said of the rest", () => {
  const seen = { total: 51, inspected: 50, hits: 0, unreadable: 1, isListed: false };
  expect(statementOf(seen).en).toMatch(
    /^50 of 51 inspected; none found .*; the list of objects broke off: nothing can be said/,
  );
  expect(statementOf({ ...seen, inspected: 0 }).en).toBe("its objects could not be listed");
});

describe("a sample", () => {
  const objects = Array.from({ length: 3_000 }, (_, index) => objectAt(`logs/2026/part-${index}.log`));
  const rare = [objectAt("exports/all.csv"), objectAt("tmp/x.parquet")];
  const size = { seed: "one", random: 100, strata: 10 };

  test("is the same whatever the order of the list, and another for another seed", async () => {
    const all = [...objects, ...rare];
    const one = await planSample(sourceOf(all), size, signal);
    const other = await planSample(sourceOf(all.toReversed()), size, signal);
    const another = await planSample(sourceOf(all), { ...size, seed: "two" }, signal);
    const paths = ({ random }: typeof one) => random.map(({ path }) => path);
    expect(paths(one)).toHaveLength(100);
    expect(paths(other)).toEqual(paths(one));
    expect(paths(another)).not.toEqual(paths(one));
    expect(one.total).toBe(3_002);
  });

  test("looks at what is rare in number too", async () => {
    const plan = await planSample(sourceOf([...objects, ...rare]), size, signal);
    const drawn = new Set([...plan.random, ...plan.others].map(({ path }) => path));
    for (const { path } of rare) expect(drawn.has(path), path).toBe(true);
  });

  test("takes each object as often as any other", async () => {
    const few = objects.slice(0, 20);
    const times = new Map<string, number>();
    for (let run = 0; run < 2_000; run++) {
      const plan = await planSample(sourceOf(few), { seed: `${run}`, random: 5, strata: 0 }, signal);
      for (const { path } of plan.random) times.set(path, (times.get(path) ?? 0) + 1);
    }
    // 500 expected of each, standard deviation 19.
    for (const { path } of few) expect(Math.abs((times.get(path) ?? 0) - 500), path).toBeLessThan(100);
  });

  test("keeps the lowest of any order", () => {
    const random = seededRandom(5);
    const ranks = Array.from({ length: 500 }, () => random.below(10_000));
    const lowest = createLowest<number>(40);
    for (const rank of ranks) lowest.offer(rank, rank);
    expect(lowest.items()).toEqual(ranks.toSorted((a, b) => a - b).slice(0, 40));
  });

  test("tells neighbours that differ in a number or a date for one kind", () => {
    const of = (path: string) => stratumOf({ path, size: 1_000 });
    expect(of("dt=2026-11-22/part-1.csv.gz")).toBe(of("dt=2026-11-21/part-77.csv.gz"));
    expect(of("a/b.csv")).not.toBe(of("a/b.json"));
    expect(stratumOf({ path: "a/b.csv", size: 10 })).not.toBe(stratumOf({ path: "a/b.csv", size: 10_000 }));
  });
});

describe("reading within a budget", () => {
  test("a small object is one request, however often its beginning is looked at", async () => {
    const purse = createPurse({ bytes: 10_000, requests: 10 }, undefined);
    const { object } = metered(objectAt("a"), purse);
    await object.read?.(0, 100, signal);
    const chunks: Uint8Array[] = [];
    for await (const chunk of object.stream(signal)) chunks.push(chunk);
    expect(Buffer.concat(chunks)).toHaveLength(1_000);
    expect(purse.spent).toEqual({ bytes: 1_000, requests: 1 });
  });

  test("money ends it where prices are known", () => {
    const prices = { currency: "CNY", perGib: 1, perThousandRequests: 1_000 };
    const purse = createPurse({ bytes: 1e12, requests: 1e6, money: 3 }, prices);
    expect([purse.take(10), purse.take(10), purse.take(10), purse.isEmpty]).toEqual([true, true, false, true]);
  });

  test("of a large object parts all over it are read, always the same", () => {
    const size = 100 * 1024 ** 2;
    const windows = windowsOf(size) ?? [];
    expect(windows[0]?.from).toBe(0);
    expect(windows.at(-1)?.to).toBeGreaterThan(size - 1024);
    expect(windowsOf(1_000)).toBeUndefined();
  });
});
