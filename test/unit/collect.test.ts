import { describe, expect, test } from "vitest";
import { z } from "zod";
import { collect } from "../../src/collect/collect.ts";
import type { CollectRequest } from "../../src/collect/request.ts";
import {
  type AccountSession,
  type Caller,
  type CollectSink,
  type CollectTask,
  type ConnectContext,
  type Gap,
  JingneiError,
  known,
  type Provider,
  type RegionFact,
  type ResourceRecord,
  type ResourceType,
  type RunEvent,
  unknown,
} from "../../src/model/index.ts";

type Read = (session: AccountSession, region: string | null, caller: Caller) => AsyncIterable<ResourceRecord | Gap>;

const text = { en: "x", zh: "x" };

function region(id: string): RegionFact {
  const fixed = { city: null, partition: "p", kind: "region", status: "active", operator: "o", source: "s" } as const;
  return { ...fixed, id, name: id, country: "CN", asOf: "2026-11-22", aliases: [`oss-${id}`] };
}

function session(account: string, rest: Partial<AccountSession> = {}): AccountSession {
  return {
    scope: { provider: "cloud", partition: "p", account },
    regions: ["r1", "r2"],
    notEnabled: [],
    regionDifferences: [],
    ...rest,
  };
}

function resourceType(type: string, read: Read, reach: ResourceType["reach"] = "per-region"): ResourceType {
  return {
    type,
    title: text,
    role: "store",
    service: type.split("/")[1] ?? "",
    reach,
    operations: [{ operation: "List", permission: "cloud:List" }],
    links: [],
    unseen: text,
    collect: read,
  };
}

function record(id: string, type: string, account: string, at: string | null): ResourceRecord {
  return {
    kind: "record",
    id,
    type,
    role: "store",
    scope: { provider: "cloud", partition: "p", account },
    name: id,
    place: at === null ? unknown("denied") : known({ region: at }),
    tags: known({}),
    aliases: [],
    links: [],
    attributes: {},
  };
}

function provider(
  types: readonly ResourceType[],
  connect: (source: unknown, context: ConnectContext) => AsyncIterable<AccountSession | Gap>,
): Provider {
  return {
    id: "cloud",
    title: text,
    regions: [region("r1"), region("r2"), region("r3")],
    caseInsensitiveIds: false,
    source: z.object({ provider: z.string() }),
    partitionOf: () => "p",
    describeError: (error) => ({
      reason: error instanceof Error && error.message.startsWith("denied") ? "denied" : "failed",
      code: "Code",
      message: error instanceof Error ? error.message : String(error),
      retryable: false,
    }),
    types: async () => types,
    connect,
    demo: () => Promise.reject(new Error("no demo")),
  };
}

async function* sessions(...all: (AccountSession | Gap)[]) {
  yield* all;
}

function memorySink(done: readonly string[] = []) {
  const log: string[] = [];
  const gaps: Gap[] = [];
  const records: string[] = [];
  const nameOf = (task: CollectTask) => `${task.scope.account}|${task.type}|${task.region ?? "global"}`;
  const sink: CollectSink = {
    isDone: (task) => done.includes(nameOf(task)),
    begin: (task) => log.push(`begin ${nameOf(task)}`),
    record: (_task, one) => records.push(one.id),
    gap: (gap) => gaps.push(gap),
    asked: (task, operation) => log.push(`asked ${nameOf(task)} ${operation}`),
    end: (task) => log.push(`end ${nameOf(task)}`),
  };
  return { sink, log, gaps, records };
}

function request(cloud: Provider, sink: CollectSink, rest: Partial<CollectRequest> = {}): CollectRequest {
  return {
    sources: [{ provider: cloud, source: {}, label: "sources[0]" }],
    sink,
    signal: new AbortController().signal,
    environment: {},
    only: [],
    skip: [],
    attempts: 1,
    ...rest,
  };
}

/** Lists two buckets of each region it is asked for. */
const twoBuckets: Read = async function* ({ scope }, at, caller) {
  for await (const ids of caller.pages("List", async () => ({ page: ["a", "b"] }))) {
    for (const id of ids) yield record(`${scope.account}/${at}/${id}`, "cloud/store/bucket", scope.account, at);
  }
};

const buckets = resourceType("cloud/store/bucket", twoBuckets);

describe("collecting", () => {
  test("reads every account × type × region and says so", async () => {
    const cloud = provider([buckets], () => sessions(session("1"), session("2", { regions: ["r1"] })));
    const { sink, records, log, gaps } = memorySink();
    const events: RunEvent[] = [];
    const outcome = await collect(request(cloud, sink, { listener: (event) => events.push(event) }));
    expect(records.sort()).toEqual(["1/r1/a", "1/r1/b", "1/r2/a", "1/r2/b", "2/r1/a", "2/r1/b"]);
    expect(gaps).toEqual([]);
    expect(log.filter((line) => line.startsWith("end"))).toHaveLength(3);
    expect(log).toContain("asked 1|cloud/store/bucket|r2 List");
    expect(outcome).toEqual({
      scopes: [
        { provider: "cloud", partition: "p", account: "1" },
        { provider: "cloud", partition: "p", account: "2" },
      ],
      notEnabled: [],
      excluded: [],
      endpoints: [],
      regionDifferences: [],
      interrupted: false,
    });
    expect(events.at(-1)).toMatchObject({ kind: "task", done: 3, total: 3, records: 6 });
  });

  test("asks a global type once per account", async () => {
    const cloud = provider([resourceType("cloud/store/bucket", twoBuckets, "global")], () => sessions(session("1")));
    const { sink, log } = memorySink();
    await collect(request(cloud, sink));
    expect(log.filter((line) => line.startsWith("begin"))).toEqual(["begin 1|cloud/store/bucket|global"]);
  });

  test("does a task once where two sources lead to the same account", async () => {
    const cloud = provider([buckets], () => sessions(session("1")));
    const { sink, records } = memorySink();
    const source = { provider: cloud, source: {}, label: "s" };
    const outcome = await collect(request(cloud, sink, { sources: [source, source] }));
    expect(records).toHaveLength(4);
    expect(outcome.scopes).toHaveLength(1);
  });

  test("reads an account-wide list once per source where each asks for other regions of the account", async () => {
    const list: Read = async function* (account) {
      for (const at of ["r1", "r2", "r3"]) {
        if (account.regions.includes(at)) yield record(at, "cloud/store/bucket", account.scope.account, at);
      }
    };
    const cloud = provider([resourceType("cloud/store/bucket", list, "global"), buckets], (source) =>
      sessions(
        source === "first"
          ? session("1", { regions: ["r1"], excluded: ["r2", "r3"] })
          : session("1", { regions: ["r2"], excluded: ["r1", "r3"] }),
      ),
    );
    const { sink, records, log } = memorySink();
    const sources = ["first", "second"].map((source) => ({ provider: cloud, source, label: source }));
    const outcome = await collect(request(cloud, sink, { sources }));
    expect(records.toSorted()).toEqual(["1/r1/a", "1/r1/b", "1/r2/a", "1/r2/b", "r1", "r2"]);
    expect(log.filter((line) => line === "end 1|cloud/store/bucket|global")).toHaveLength(1);
    // What one source leaves out and another asks for is not left out.
    expect(outcome.excluded).toEqual(["cloud:r3 (regions of 1)"]);
  });

  test("passes over tasks that an earlier run finished", async () => {
    const cloud = provider([buckets], () => sessions(session("1")));
    const { sink, records } = memorySink(["1|cloud/store/bucket|r1"]);
    await collect(request(cloud, sink));
    expect(records).toEqual(["1/r2/a", "1/r2/b"]);
  });

  test("keeps the records of a task in the order of its list, and tasks within the limit", async () => {
    let running = 0;
    let most = 0;
    const read: Read = async function* ({ scope }, at, caller) {
      most = Math.max(most, ++running);
      const ids = Array.from({ length: 20 }, (_, index) => index);
      const work = async (id: number) => {
        await new Promise((resolve) => setTimeout(resolve, (id * 5) % 3));
        return record(`${at}/${id}`, "cloud/store/bucket", scope.account, at);
      };
      yield* caller.each(ids, work);
      running--;
    };
    const regions = Array.from({ length: 9 }, (_, index) => `r${index}`);
    const cloud = provider([resourceType("cloud/store/bucket", read)], () => sessions(session("1", { regions })));
    const { sink, records } = memorySink();
    await collect(request(cloud, sink, { concurrency: 2 }));
    expect(most).toBe(4);
    for (const at of regions) {
      const own = records.filter((id) => id.startsWith(`${at}/`)).map((id) => Number(id.split("/")[1]));
      expect(own).toEqual(Array.from({ length: 20 }, (_, index) => index));
    }
  });
});

describe("an error while collecting", () => {
  test("keeps what was read before it and names the operation", async () => {
    const read: Read = async function* ({ scope }, at, caller) {
      yield record("a", "cloud/store/bucket", scope.account, at);
      await caller.call("Describe", () => Promise.reject(new Error("denied for AKIAIOSFODNN7EXAMPLE")));
    };
    const cloud = provider(
      [resourceType("cloud/store/bucket", read), resourceType("cloud/store/disk", twoBuckets)],
      () => sessions(session("1", { regions: ["r1"] })),
    );
    const { sink, records, gaps, log } = memorySink();
    await collect(request(cloud, sink));
    expect(records.sort()).toEqual(["1/r1/a", "1/r1/b", "a"]);
    expect(gaps).toMatchObject([
      {
        type: "cloud/store/bucket",
        region: "r1",
        operation: "Describe",
        reason: "denied",
        detail: "Code: denied for <key>",
      },
    ]);
    expect(log).toContain("end 1|cloud/store/bucket|r1");
  });

  test("that the collector itself makes of an answer is a gap of its list call", async () => {
    const read: Read = async function* () {
      yield* [];
      throw new TypeError("cannot read 'Buckets'");
    };
    const cloud = provider([resourceType("cloud/store/bucket", read)], () =>
      sessions(session("1", { regions: ["r1"] })),
    );
    const { sink, gaps, log } = memorySink();
    await collect(request(cloud, sink));
    expect(gaps).toMatchObject([{ operation: "List", reason: "failed" }]);
    expect(log).toContain("asked 1|cloud/store/bucket|r1 List");
  });

  test("of the sink is no gap: it ends the run", async () => {
    const cloud = provider([buckets], () => sessions(session("1")));
    const { sink, gaps } = memorySink();
    const full = {
      ...sink,
      record() {
        throw new Error("disk full");
      },
    };
    await expect(collect(request(cloud, full))).rejects.toThrow("disk full");
    expect(gaps).toEqual([]);
  });
});

describe("connecting", () => {
  test("rejects the run where credentials are missing, and says for which source", async () => {
    const broken = provider([buckets], async function* () {
      yield* [];
      throw new JingneiError("credential", "no credentials found", "Set X.");
    });
    const { sink, records } = memorySink();
    const source = { provider: provider([buckets], () => sessions(session("1"))), source: {}, label: "sources[0]" };
    const sources = [source, { provider: broken, source: {}, label: "sources[1]" }];
    await expect(collect(request(broken, sink, { sources }))).rejects.toMatchObject({
      code: "credential",
      message: "sources[1]: no credentials found",
      remedy: "Set X.",
    });
    expect(records).toEqual([]);
  });

  test("turns a denied identity into a gap and goes on with the other sources", async () => {
    const denied = provider([buckets], async function* (_source, { caller }) {
      yield* [];
      await caller.call("GetCallerIdentity", () => Promise.reject(new Error("denied")));
    });
    const fine = { provider: provider([buckets], () => sessions(session("1"))), source: {}, label: "sources[1]" };
    const { sink, gaps, records, log } = memorySink();
    const sources = [{ provider: denied, source: {}, label: "sources[0]" }, fine];
    await collect(request(denied, sink, { sources }));
    expect(records).toHaveLength(4);
    expect(gaps).toMatchObject([
      { scope: { account: "sources[0]" }, type: "identity", operation: "GetCallerIdentity", reason: "denied" },
    ]);
    expect(log).toContain("asked sources[0]|identity|global GetCallerIdentity");
    expect(log).toContain("end sources[0]|identity|global");
  });

  test("files the gaps that a provider states, begun anew each time", async () => {
    const scope = { provider: "cloud", partition: "p", account: "9" };
    const fixed = { kind: "gap", type: "accounts", region: null, resource: null } as const;
    const gap: Gap = { ...fixed, scope, operation: "AssumeRole", reason: "denied", detail: "x" };
    const { sink, gaps, log } = memorySink(["9|accounts|global"]);
    await collect(
      request(
        provider([buckets], () => sessions(gap)),
        sink,
      ),
    );
    expect(gaps).toEqual([gap]);
    expect(log).toEqual(["begin 9|accounts|global", "asked 9|accounts|global AssumeRole", "end 9|accounts|global"]);
  });

  test("counts an operation as asked where its gap is filed, or under the source where it was answered", async () => {
    const scope = { provider: "cloud", partition: "p", account: "9" };
    const cloud = provider([], async function* (_source, { caller }) {
      await caller.call("GetCallerIdentity", async () => "me");
      await caller.call("AssumeRole", () => Promise.reject(new Error("denied"))).catch(() => undefined);
      const fixed = { kind: "gap", type: "accounts", region: null, resource: null } as const;
      yield { ...fixed, scope, operation: "AssumeRole", reason: "denied", detail: "x" } satisfies Gap;
    });
    const { sink, log } = memorySink();
    await collect(request(cloud, sink));
    expect(log.filter((line) => line.startsWith("asked"))).toEqual([
      "asked 9|accounts|global AssumeRole",
      "asked sources[0]|identity|global GetCallerIdentity",
    ]);
  });

  test("tells which hosts were contacted, without ports, once each and sorted", async () => {
    const cloud = provider([buckets], async function* (_source, { contacted }) {
      for (const host of ["b.example:8443", "a.example", "b.example", "[::1]:80"]) contacted(host);
      yield session("1");
    });
    const outcome = await collect(request(cloud, memorySink().sink));
    expect(outcome.endpoints).toEqual(["[::1]", "a.example", "b.example"]);
  });
});

describe("a region", () => {
  test("that the table lacks is collected, listed as a difference, and a gap", async () => {
    const cloud = provider([buckets], () => sessions(session("1", { regions: ["r1", "new-9"] })));
    const { sink, gaps, records } = memorySink();
    const outcome = await collect(request(cloud, sink));
    expect(records).toContain("1/new-9/a");
    expect(gaps).toMatchObject([{ type: "regions", region: "new-9", operation: "regions", reason: "unlisted-region" }]);
    expect(outcome.regionDifferences).toEqual([
      { provider: "cloud", partition: "p", region: "new-9", difference: "not-in-table" },
    ]);
  });

  test("that is not enabled is listed and is no gap", async () => {
    const cloud = provider([buckets], () => sessions(session("1", { notEnabled: ["r3"] })));
    const { sink, gaps } = memorySink();
    const outcome = await collect(request(cloud, sink));
    expect(outcome.notEnabled).toEqual([{ provider: "cloud", partition: "p", account: "1", region: "r3" }]);
    expect(gaps).toEqual([]);
  });
});

describe("--only and --skip", () => {
  const everywhere: Read = async function* ({ scope }) {
    for (const at of ["r1", "oss-r2", "new-9", null]) yield record(`b-${at}`, "cloud/store/bucket", scope.account, at);
  };
  const cloud = provider(
    [resourceType("cloud/store/bucket", everywhere, "global"), resourceType("cloud/vm/disk", twoBuckets)],
    () => sessions(session("1", { excluded: ["r3"] })),
  );

  test("narrow types, and say what was left out", async () => {
    const { sink, log } = memorySink();
    const outcome = await collect(request(cloud, sink, { only: ["cloud/vm/*"] }));
    expect(log.filter((line) => line.startsWith("end"))).toEqual(["end 1|cloud/vm/disk|r1", "end 1|cloud/vm/disk|r2"]);
    expect(outcome.excluded).toEqual(["cloud/store/bucket (--only cloud/vm/*)", "cloud:r3 (regions of 1)"]);
  });

  test("narrow regions, in account-wide lists too, but keep what could not be located", async () => {
    const { sink, records } = memorySink();
    const outcome = await collect(request(cloud, sink, { skip: ["r2"] }));
    expect(records.sort()).toEqual(["1/r1/a", "1/r1/b", "b-new-9", "b-null", "b-r1"]);
    expect(outcome.excluded).toEqual(["cloud:r2 (--skip r2)", "cloud:r3 (regions of 1)"]);
  });

  test("take a type and a region together", async () => {
    const { sink, log } = memorySink();
    await collect(request(cloud, sink, { only: ["cloud/vm/disk", "r2"] }));
    expect(log.filter((line) => line.startsWith("end"))).toEqual(["end 1|cloud/vm/disk|r2"]);
  });

  test("with a glob of --only that matches nothing is a usage error that names the nearest", async () => {
    const run = collect(request(cloud, memorySink().sink, { only: ["cloud/vm/disc"] }));
    await expect(run).rejects.toMatchObject({ code: "usage", message: expect.stringContaining("cloud/vm/disk?") });
  });

  test("with an idle glob of --skip say so and go on", async () => {
    const events: RunEvent[] = [];
    await collect(request(cloud, memorySink().sink, { skip: ["nothing*"], listener: (event) => events.push(event) }));
    expect(events).toContainEqual({
      kind: "notice",
      message: "--skip nothing* matches no resource type and no region",
    });
  });
});

describe("an interruption", () => {
  const stuck = resourceType("cloud/stuck/thing", async function* ({ scope }, at) {
    yield record(`stuck/${at}`, "cloud/stuck/thing", scope.account, at);
    // Ignores every signal, as an SDK may.
    await new Promise(() => undefined);
  });

  test("resolves at once with what is there, and leaves unfinished tasks without an end", async () => {
    const controller = new AbortController();
    const cloud = provider([stuck, buckets], () => sessions(session("1")));
    const { sink, log, records, gaps } = memorySink();
    setTimeout(() => controller.abort(), 50);
    const started = performance.now();
    const outcome = await collect(request(cloud, sink, { signal: controller.signal }));
    expect(performance.now() - started).toBeLessThan(10_000);
    expect(outcome.interrupted).toBe(true);
    expect(outcome.scopes).toHaveLength(1);
    expect(records).toContain("stuck/r1");
    expect(log.filter((line) => line.startsWith("end")).sort()).toEqual([
      "end 1|cloud/store/bucket|r1",
      "end 1|cloud/store/bucket|r2",
    ]);
    expect(gaps).toEqual([]);
  });

  test("while connecting resolves too", async () => {
    const controller = new AbortController();
    const cloud = provider([buckets], async function* () {
      yield session("1");
      await new Promise(() => undefined);
    });
    const { sink, log } = memorySink();
    setTimeout(() => controller.abort(), 20);
    const outcome = await collect(request(cloud, sink, { signal: controller.signal }));
    expect(outcome.interrupted).toBe(true);
    expect(log).toEqual([]);
  });

  test("before the start reads nothing", async () => {
    const cloud = provider([buckets], () => sessions(session("1")));
    const { sink, records } = memorySink();
    const outcome = await collect(request(cloud, sink, { signal: AbortSignal.abort() }));
    expect(outcome.interrupted).toBe(true);
    expect(records).toEqual([]);
  });
});
