import { setTimeout as after } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { createEngine } from "../../src/inspect/engine/engine.ts";
import { defaultLimits } from "../../src/inspect/limits.ts";
import type { ContentObject } from "../../src/model/index.ts";
import { contentOf } from "../support/unpack.ts";

const numbers = Array.from({ length: 10_000 }, (_, at) => 13_800_000_000 + ((at * 48_271) % 100_000_000));
const line = Buffer.from(numbers.map((number) => `wang,${number}\n`).join(""));

/** Comes from memory: nobody ever waits for it. */
function endless(): ContentObject {
  return {
    path: "endless.csv",
    async *stream() {
      for (;;) yield line;
    },
  };
}

function engineWithin(milliseconds: number, millisecondsPerMebibyte = 0) {
  return createEngine({
    year: 2026,
    seed: "test",
    limits: { ...defaultLimits, milliseconds, millisecondsPerMebibyte },
  });
}

describe("an object that never ends", () => {
  it("is left when its time is up, with what was found and how much of it was read", async () => {
    const engine = await engineWithin(300);
    const found = await engine.inspect(endless(), new AbortController().signal);
    const [gap] = found.gaps;
    expect(found.gaps).toHaveLength(1);
    expect(gap?.reason).toBe("timeout");
    expect(gap?.detail).toBe(
      `took longer than an object of its size may take: not read on after ${found.inspectedBytes} bytes`,
    );
    expect(found.inspectedBytes).toBeGreaterThan(line.length);
    expect(found.isPart).toBe(true);
    expect(found.detectors.get("cn-mobile")?.matches).toBeGreaterThan(9_000);
  });

  it("lets an interruption be heard, though nobody waits for its bytes", async () => {
    const engine = await engineWithin(60_000);
    const interruption = new AbortController();
    const reading = engine.inspect(endless(), interruption.signal);
    reading.catch(() => undefined);
    await after(100);
    interruption.abort(new Error("interrupted"));
    await expect(reading).rejects.toThrow("interrupted");
  });
});

it("a large object may take longer than a small one", async () => {
  const engine = await engineWithin(0, 1_000_000);
  const { signal } = new AbortController();
  expect((await engine.inspect(contentOf(line, "a.csv"), signal)).gaps).toEqual([]);
  const late = await engine.inspect({ ...contentOf(line, "a.csv"), size: 0 }, signal);
  expect(late.gaps.map(({ reason }) => reason)).toEqual(["timeout"]);
});
