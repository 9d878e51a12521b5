import { describe, expect, test } from "vitest";
import { type CallerOptions, createCaller } from "../../src/collect/caller.ts";
import { DeadlineError, EndlessListError, InterruptedError, RepeatedTokenError } from "../../src/collect/errors.ts";
import { createLimiter } from "../../src/collect/limiter.ts";
import type { ErrorFacts, Gap } from "../../src/model/index.ts";

class CloudError extends Error {
  readonly facts: Partial<ErrorFacts>;
  constructor(facts: Partial<ErrorFacts>) {
    super(facts.code ?? "cloud error");
    this.facts = facts;
  }
}

const provider = {
  describeError(error: unknown): ErrorFacts {
    const facts = error instanceof CloudError ? error.facts : {};
    const message = error instanceof Error ? error.message : String(error);
    return { reason: "failed", code: "Unknown", message, retryable: false, ...facts };
  },
};

function setUp(options: Partial<CallerOptions> = {}) {
  const gaps: Gap[] = [];
  const asked: string[] = [];
  const slept: number[] = [];
  const caller = createCaller({
    scope: { provider: "cloud", partition: "cloud", account: "1" },
    type: "cloud/store/bucket",
    region: null,
    provider,
    gap: (gap) => gaps.push(gap),
    asked: (operation) => asked.push(operation),
    sleep: async (ms) => {
      slept.push(ms);
    },
    random: () => 1,
    ...options,
  });
  return { caller, gaps, asked, slept };
}

const throttled = () => new CloudError({ reason: "throttled", code: "Throttling", retryable: true });
const denied = () => new CloudError({ reason: "denied", code: "AccessDenied", retryable: false });

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

describe("a call", () => {
  test("is retried with growing waits while the provider says so, then answers", async () => {
    const { caller, slept, gaps } = setUp();
    let sent = 0;
    const answer = await caller.call("List", async () => {
      if (++sent < 4) throw throttled();
      return "yes";
    });
    expect(answer).toBe("yes");
    expect(slept).toEqual([500, 1000, 2000]);
    expect(gaps).toEqual([]);
  });

  test("rejects with the cloud's own error after the last attempt", async () => {
    const { caller } = setUp({ attempts: 3 });
    let sent = 0;
    const error = throttled();
    const call = caller.call("List", async () => {
      sent++;
      throw error;
    });
    await expect(call).rejects.toBe(error);
    expect(sent).toBe(3);
    expect(caller.gapFor(error, "Other")).toMatchObject({ operation: "List", reason: "throttled", resource: null });
  });

  test("is not retried where the provider says it is of no use", async () => {
    const { caller, slept } = setUp();
    await expect(caller.call("List", () => Promise.reject(denied()))).rejects.toThrow("AccessDenied");
    expect(slept).toEqual([]);
  });

  test("waits as long as the server asks, but never longer than a minute", async () => {
    const { caller, slept } = setUp({ random: () => 0 });
    const waits = [3_000, 900_000];
    await caller.call("List", async () => {
      const retryAfterMs = waits.shift();
      if (retryAfterMs !== undefined) throw new CloudError({ reason: "throttled", retryable: true, retryAfterMs });
    });
    expect(slept).toEqual([3_000, 60_000]);
  });

  test("gives up before its waits add up to more than two minutes", async () => {
    const { caller, slept } = setUp({ attempts: 50, random: () => 0 });
    const slow = () => Promise.reject(new CloudError({ reason: "throttled", retryable: true, retryAfterMs: 60_000 }));
    await expect(caller.call("List", slow)).rejects.toThrow();
    expect(slept).toEqual([60_000, 60_000]);
  });

  test("that hangs runs into its deadline on every attempt, also when it ignores the signal", async () => {
    const { caller, slept } = setUp({ attempts: 2, timeoutMs: 5 });
    const error = await caller.call("List", () => new Promise(() => undefined)).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(DeadlineError);
    expect(slept).toHaveLength(1);
    expect(caller.gapFor(error, "Other")).toMatchObject({ operation: "List", reason: "timeout" });
  });

  test("that hangs is given up after three deadlines", async () => {
    const { caller, slept } = setUp({ timeoutMs: 5 });
    await expect(caller.call("List", () => new Promise(() => undefined))).rejects.toBeInstanceOf(DeadlineError);
    expect(slept).toHaveLength(2);
  });

  test("aborts its request when the deadline passes", async () => {
    const { caller } = setUp({ attempts: 1, timeoutMs: 5 });
    let aborted = false;
    await caller
      .call("List", (signal) => {
        signal.addEventListener("abort", () => {
          aborted = true;
        });
        return new Promise(() => undefined);
      })
      .catch(() => undefined);
    expect(aborted).toBe(true);
  });

  test("passes an answer of null through", async () => {
    expect(await setUp().caller.call("Get", async () => null)).toBeNull();
  });

  test("is told to the sink once per distinct operation", async () => {
    const { caller, asked } = setUp();
    await caller.call("List", async () => 1);
    await caller.ask("Get", "a", async () => 1);
    await caller.ask("Get", "b", async () => 1);
    expect(asked).toEqual(["List", "Get"]);
  });
});

describe("an interrupted run", () => {
  test("rejects what is under way and what waits for a slot, at once and without a gap", async () => {
    const controller = new AbortController();
    const { caller, gaps } = setUp({ signal: controller.signal, concurrency: 1 });
    const first = caller.ask("Get", "a", () => new Promise(() => undefined));
    const second = caller.ask("Get", "b", () => new Promise(() => undefined));
    controller.abort();
    await expect(first).rejects.toBeInstanceOf(InterruptedError);
    await expect(second).rejects.toBeInstanceOf(InterruptedError);
    expect(gaps).toEqual([]);
  });

  test("wakes from a real back-off", async () => {
    const controller = new AbortController();
    const caller = createCaller({
      scope: { provider: "cloud", partition: "cloud", account: "1" },
      type: "t",
      region: null,
      provider,
      signal: controller.signal,
      random: () => 1,
    });
    const call = caller.call("List", () =>
      Promise.reject(new CloudError({ reason: "throttled", retryable: true, retryAfterMs: 60_000 })),
    );
    setTimeout(() => controller.abort(), 5);
    await expect(call).rejects.toBeInstanceOf(InterruptedError);
  });
});

describe("a detail that is asked for", () => {
  test("is unknown with the reason, and the gap names the resource", async () => {
    const { caller, gaps } = setUp({ region: "r1" });
    const fact = await caller.ask("GetTags", "bucket-a", () => Promise.reject(denied()));
    expect(fact).toEqual({ known: false, why: "denied" });
    expect(gaps).toEqual([
      {
        kind: "gap",
        scope: { provider: "cloud", partition: "cloud", account: "1" },
        type: "cloud/store/bucket",
        region: "r1",
        operation: "GetTags",
        reason: "denied",
        detail: "AccessDenied: AccessDenied",
        resource: "bucket-a",
      },
    ]);
  });

  test("is known to be null for an error code that is an answer", async () => {
    const { caller, gaps, slept } = setUp();
    const none = () => Promise.reject(new CloudError({ code: "NoSuchTagSet", retryable: true }));
    expect(await caller.ask("GetTags", "a", none, ["NoSuchTagSet"])).toEqual({ known: true, value: null });
    expect(gaps).toEqual([]);
    expect(slept).toEqual([]);
  });

  test("becomes a gap also where the provider cannot describe the error", async () => {
    const broken = {
      describeError(): ErrorFacts {
        throw new TypeError("unreadable");
      },
    };
    const { caller, gaps } = setUp({ provider: broken });
    await caller.ask("GetTags", "a", () => Promise.reject(undefined));
    expect(gaps[0]?.reason).toBe("failed");
  });

  test("is no longer waited for when it goes unanswered again and again, and every miss is counted", async () => {
    const { caller, gaps } = setUp({ concurrency: 1 });
    let sent = 0;
    for (let index = 0; index < 1_000; index++) {
      await caller.ask("GetTags", `b${index}`, async () => {
        sent++;
        throw new CloudError({ reason: "timeout", retryable: true });
      });
    }
    expect(gaps).toHaveLength(1_000);
    expect(new Set(gaps.map((gap) => gap.reason))).toEqual(new Set(["timeout"]));
    expect(sent).toBeLessThan(200);
  });

  test("is waited for again after one answer", async () => {
    const { caller, gaps } = setUp({ concurrency: 1 });
    let up = false;
    const get = async () => {
      if (!up) throw new CloudError({ reason: "timeout", retryable: true });
      return "tags";
    };
    for (let index = 0; index < 60; index++) await caller.ask("GetTags", "b", get);
    up = true;
    for (let index = 0; index < 40; index++) await caller.ask("GetTags", "b", get);
    gaps.length = 0;
    expect(await caller.ask("GetTags", "b", get)).toEqual({ known: true, value: "tags" });
  });

  test("denied 1,000 times is asked 1,000 times: one bucket's policy says nothing about the next", async () => {
    const { caller } = setUp();
    let sent = 0;
    for (let index = 0; index < 1_000; index++) {
      await caller.ask("GetTags", "b", () => {
        sent++;
        return Promise.reject(denied());
      });
    }
    expect(sent).toBe(1_000);
  });
});

describe("pages", () => {
  test("come until no token is left; an empty token ends the list", async () => {
    const { caller } = setUp();
    const list: Record<string, string | undefined> = { start: "a", a: "b", b: "" };
    const pages = caller.pages("List", async (token = "start") => ({ page: token, next: list[token] }));
    expect(await all(pages)).toEqual(["start", "a", "b"]);
  });

  test("with a token that comes back keep what was read and end in an error", async () => {
    const { caller } = setUp();
    const read: string[] = [];
    const pages = caller.pages("List", async (token = "start") => ({ page: token, next: token === "a" ? "b" : "a" }));
    const error = await (async () => {
      for await (const page of pages) read.push(page);
    })().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(RepeatedTokenError);
    expect(read).toEqual(["start", "a", "b"]);
    expect(caller.gapFor(error, "Other")).toMatchObject({ operation: "List", reason: "malformed" });
  });

  test("end with an error where new tokens never end", async () => {
    const { caller } = setUp();
    let fetched = 0;
    const read = async () => {
      const pages = caller.pages("List", async () => ({ page: 0, next: String(++fetched) }));
      for await (const page of pages) if (page !== 0) throw new Error("another page");
    };
    const error = await read().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(EndlessListError);
    expect(fetched).toBe(200_000);
    expect(caller.gapFor(error, "Other")).toMatchObject({ operation: "List", reason: "malformed" });
  }, 30_000);

  test("are fetched only as fast as they are read", async () => {
    const { caller } = setUp();
    let fetched = 0;
    const pages = caller.pages("List", async () => ({ page: ++fetched, next: String(fetched) }));
    for await (const page of pages) if (page === 3) break;
    expect(fetched).toBe(3);
  });
});

describe("each", () => {
  test("keeps the order of the items, whatever the order of the answers", async () => {
    const { caller } = setUp({ concurrency: 4 });
    const items = Array.from({ length: 50 }, (_, index) => index);
    const work = async (item: number) => {
      await new Promise((resolve) => setTimeout(resolve, (item * 7) % 5));
      return item;
    };
    expect(await all(caller.each(items, work))).toEqual(items);
  });

  test("never has more calls in flight than allowed", async () => {
    const { caller } = setUp({ concurrency: 3 });
    let inFlight = 0;
    let most = 0;
    const work = (item: number) =>
      caller.ask("Get", String(item), async () => {
        most = Math.max(most, ++inFlight);
        await new Promise((resolve) => setTimeout(resolve, 1));
        inFlight--;
      });
    await all(caller.each(Array(40).keys(), work));
    expect(most).toBe(3);
  });

  test("stops pulling from its source while the reader is busy, and closes it when the reader leaves", async () => {
    const { caller } = setUp({ concurrency: 2 });
    let pulled = 0;
    let closed = false;
    async function* source() {
      try {
        for (;;) yield ++pulled;
      } finally {
        closed = true;
      }
    }
    for await (const item of caller.each(source(), async (item) => item)) {
      await new Promise((resolve) => setTimeout(resolve, 2));
      if (item === 5) break;
    }
    expect(closed).toBe(true);
    expect(pulled).toBeLessThanOrEqual(5 + 4);
  });

  test("delivers every other item when one fails or the source breaks off, then throws", async () => {
    const { caller } = setUp({ concurrency: 2 });
    async function* source() {
      yield* [1, 2, 3, 4, 5, 6];
      throw new Error("second page lost");
    }
    const read: number[] = [];
    const reading = (async () => {
      const work = async (item: number) => {
        if (item === 2) throw new Error("item 2");
        return item;
      };
      for await (const item of caller.each(source(), work)) read.push(item);
    })();
    await expect(reading).rejects.toThrow("item 2");
    expect(read).toEqual([1, 3, 4, 5, 6]);
  });
});

describe("a limiter", () => {
  test("narrows when the cloud throttles and widens again with answers", () => {
    const limiter = createLimiter(8);
    limiter.throttled();
    limiter.throttled();
    expect(limiter.width).toBe(2);
    for (let answers = 0; answers < 5; answers++) limiter.answered();
    expect(limiter.width).toBe(4);
    for (let throttles = 0; throttles < 9; throttles++) limiter.throttled();
    expect(limiter.width).toBe(1);
    for (let answers = 0; answers < 100; answers++) limiter.answered();
    expect(limiter.width).toBe(8);
  });
});
