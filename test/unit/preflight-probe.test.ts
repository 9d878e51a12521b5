import { expect, test } from "vitest";
import { createCaller } from "../../src/collect/caller.ts";
import { createProbe, EnoughError, type Probe } from "../../src/preflight/probe.ts";

const scope = { provider: "cloud", partition: "cloud", account: "1" };
const describeError = (error: unknown) => ({
  reason: "denied" as const,
  code: "Refused",
  message: String(error),
  retryable: false,
});

function probeOf(operations: readonly string[]): Probe {
  return createProbe(operations, (gap) =>
    createCaller({ scope, type: "cloud/service/thing", region: null, provider: { describeError }, gap }),
  );
}

/** Asks and notes what was really sent. */
function asker({ caller }: Probe) {
  const sent: string[] = [];
  const ask = async (operation: string, resource: string) => {
    const fact = await caller.ask(operation, resource, async () => {
      sent.push(`${operation} ${resource}`);
      return "answer";
    });
    return fact.known;
  };
  return { sent, ask };
}

test("asks about one resource where that needs every call", async () => {
  const { sent, ask } = asker(probeOf(["GetTags", "GetPolicy"]));
  for (const resource of ["a", "b", "c"]) {
    await ask("GetTags", resource);
    await ask("GetPolicy", resource);
  }
  expect(sent).toEqual(["GetTags a", "GetPolicy a"]);
});

test("asks about more, three at most, while a call was never made", async () => {
  const { sent, ask } = asker(probeOf(["GetTags", "GetPolicy"]));
  for (const resource of ["a", "b", "c", "d", "e"]) await ask("GetTags", resource);
  expect(sent).toEqual(["GetTags a", "GetTags b", "GetTags c"]);
});

test("a resource of which something was left out is asked about no more: the next call might go to the wrong place", async () => {
  const { sent, ask } = asker(probeOf(["GetLocation", "GetTags"]));
  for (const resource of ["a", "b", "c", "d"]) await ask("GetLocation", resource);
  expect(await ask("GetTags", "d")).toBe(false);
  expect(sent).not.toContain("GetTags d");
  expect(await ask("GetTags", "a")).toBe(true);
});

test("a call that no resource needed before is made whatever came first", async () => {
  const { sent, ask } = asker(probeOf(["GetTags", "GetPolicy"]));
  for (const resource of ["a", "b", "c", "d"]) await ask("GetTags", resource);
  await ask("GetPolicy", "e");
  expect(sent.at(-1)).toBe("GetPolicy e");
});

test("reads one page of a list, and a list once", async () => {
  const { caller, granted } = probeOf(["List"]);
  let fetched = 0;
  const pages = () => caller.pages("List", async () => ({ page: ++fetched, next: `token-${fetched}` }));
  expect(await all(pages())).toEqual([1]);
  expect(await all(pages())).toEqual([]);
  expect(fetched).toBe(1);
  expect([...granted]).toEqual(["List"]);
});

test("works through items in turn, and not through all of a long list", async () => {
  const { caller } = probeOf([]);
  let active = 0;
  const read = await all(
    caller.each(
      Array.from({ length: 1000 }, (_, index) => index),
      async (item) => {
        expect(++active).toBe(1);
        await new Promise((resolve) => setImmediate(resolve));
        active--;
        return item;
      },
    ),
  );
  expect(read.length).toBeLessThanOrEqual(25);
});

test("ends a collector that makes the same call again and again", async () => {
  const { caller } = probeOf(["Get"]);
  let sent = 0;
  const repeat = async () => {
    for (;;) await caller.call("Get", async () => ++sent);
  };
  await expect(repeat()).rejects.toThrow(EnoughError);
  expect(sent).toBe(3);
});

test("keeps the first failure of a call, and what was answered besides", async () => {
  const probe = probeOf(["GetTags", "GetPolicy"]);
  await probe.caller.ask("GetTags", "a", () => Promise.reject(new Error("no")));
  await probe.caller.ask("GetPolicy", "a", async () => "policy");
  expect(probe.failed.get("GetTags")).toMatchObject({ reason: "denied", resource: "a", detail: "Refused: Error: no" });
  expect([...probe.granted]).toEqual(["GetPolicy"]);
});

async function all<Item>(items: AsyncIterable<Item>): Promise<readonly Item[]> {
  const read: Item[] = [];
  for await (const item of items) read.push(item);
  return read;
}
