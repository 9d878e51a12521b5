import { setTimeout as after } from "node:timers/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { loadContentRules } from "../../policies/content-rules.ts";
import { createEngine, type Engine } from "../../src/inspect/engine/engine.ts";
import { defaultLimits } from "../../src/inspect/limits.ts";
import { createPurse, type Purse } from "../../src/inspect/sampling/budget.ts";
import { inspectSample, type SampledStore } from "../../src/inspect/sampling/inspect-sample.ts";
import type { SamplePlan } from "../../src/inspect/sampling/plan-sample.ts";
import type { ContentObject, ContentRules } from "../../src/model/index.ts";
import { residentIds } from "../support/resident-ids.ts";
import { seededRandom } from "../support/seeded-random.ts";

const { signal } = new AbortController();
const ids = residentIds(300);
let engine: Engine;
let rules: ContentRules;

beforeAll(async () => {
  engine = await createEngine({ year: 2026, seed: "test", limits: defaultLimits });
  rules = await loadContentRules();
});

/** A store whose answers take their time, and what was asked of it. */
interface SlowStore {
  readonly objects: readonly ContentObject[];
  /** `path from` of every request, in the order in which they were sent. */
  readonly asked: string[];
  readonly most: () => number;
}

function slowStore(contents: readonly Buffer[], delay: () => number): SlowStore {
  const asked: string[] = [];
  let [open, most] = [0, 0];
  const objects = contents.map((bytes, index): ContentObject => {
    const path = `object-${index}.csv`;
    return {
      path,
      size: bytes.length,
      version: "1",
      stream: () => {
        throw new Error("read past the meter");
      },
      async read(from, length) {
        asked.push(`${path} ${from}`);
        open += 1;
        most = Math.max(most, open);
        await after(delay());
        open -= 1;
        return bytes.subarray(from, from + length);
      },
    };
  });
  return { objects, asked, most: () => most };
}

function planOf(objects: readonly ContentObject[]): SamplePlan {
  const bytes = objects.reduce((sum, { size = 0 }) => sum + size, 0);
  return { total: objects.length, bytes, random: objects, others: objects.slice(0, 3), strata: 1, unread: [] };
}

function sample(store: SlowStore, purse: Purse): Promise<SampledStore> {
  const options = { rules, profile: "strict", engine, purse, signal, countedIn: [] } as const;
  return inspectSample(planOf(store.objects), { ...options, isPerson: (id) => id === "cn-resident-id" });
}

const plenty = { bytes: 1e9, requests: 1e6 };

/** Every third object holds people; one in ten is larger than what is asked for first, one is read in parts. */
const contents = Array.from({ length: 60 }, (_, index) => {
  const isHolder = index % 3 === 0;
  const rows = ids.map((id, row) => `${row},${isHolder ? id : `none-${row}-${index}`}\n`);
  const table = Buffer.from(`no,value\n${rows.join("")}`);
  return Buffer.concat(Array.from({ length: index === 30 ? 3_000 : index % 10 === 0 ? 60 : 1 }, () => table));
});

describe("the sample of a store", () => {
  it("asks for several objects at once, and a few only", async () => {
    const store = slowStore(contents.slice(0, 40), () => 5);
    await sample(store, createPurse(plenty, undefined));
    expect(store.most()).toBeGreaterThan(8);
    expect(store.most()).toBeLessThanOrEqual(16);
  });

  it("comes to the same, for the same requests, whatever answer comes first", async () => {
    const results = [];
    for (const seed of [1, 2, 3]) {
      const random = seededRandom(seed);
      const store = slowStore(contents, () => random.below(12));
      // It ends within the sample: what is paid for, and in which order, decides what is seen.
      const purse = createPurse({ bytes: 30e6, requests: 70 }, undefined);
      const { summary, holders, stopped } = await sample(store, purse);
      results.push({ summary, holders: [...holders], stopped, asked: store.asked, spent: purse.spent });
    }
    expect(results[1]).toEqual(results[0]);
    expect(results[2]).toEqual(results[0]);
    expect(results[0]?.summary.people["cn-resident-id"]).toBeGreaterThan(290);
  });

  it("looks at all that is paid for, and pays for no more than the budget", async () => {
    const store = slowStore(contents.slice(1, 30), () => 1);
    const purse = createPurse({ bytes: 1e9, requests: 20 }, undefined);
    const { summary } = await sample(store, purse);
    expect(store.asked).toHaveLength(20);
    expect(summary.inspected).toBeGreaterThan(15);
    const small = slowStore(
      contents.filter((bytes) => bytes.length < 100_000),
      () => 1,
    );
    expect((await sample(small, createPurse({ bytes: 1e9, requests: 20 }, undefined))).summary.inspected).toBe(20);
  });

  it("looks at nothing behind a mark of secrecy", async () => {
    const marked = contents.map((bytes, index) => (index === 7 ? Buffer.from("机密★10年\n\n会议纪要\n") : bytes));
    const store = slowStore(marked, () => 2);
    const { summary, stopped } = await sample(store, createPurse(plenty, undefined));
    expect(stopped).toBe(true);
    expect(summary.inspected).toBe(8);
    expect(new Set(store.asked.map((one) => one.split(" ")[0])).size).toBeLessThanOrEqual(8 + 16);
  });

  it("asks for the parts of a large object together", async () => {
    const store = slowStore([contents[30] ?? Buffer.alloc(0)], () => 5);
    const { summary } = await sample(store, createPurse(plenty, undefined));
    expect(store.most()).toBeGreaterThanOrEqual(6);
    expect(store.asked.length).toBeLessThanOrEqual(9);
    expect(summary.people["cn-resident-id"]).toBeGreaterThan(290);
  });
});
