import type { TaskCaller } from "../collect/caller.ts";
import { type Caller, type Gap, unknown } from "../model/index.ts";

/** Items of one list that are looked at: a detail that the first does not need, a later one may. */
const mostItems = 25;
/** Times that one operation is sent where its answer cannot be done without. */
const mostCalls = 3;

/** A collector asks on where enough is known. */
export class EnoughError extends Error {
  constructor() {
    super("enough was asked");
    this.name = "EnoughError";
  }
}

/** A caller that sends each operation once, follows no list beyond its first page, and remembers what was answered. */
export interface Probe {
  readonly caller: Caller;
  /** Operations that were answered. */
  readonly granted: ReadonlySet<string>;
  /** The first failure of each operation that was not. */
  readonly failed: ReadonlyMap<string, Gap>;
  /** Takes a failure that came by another way than a detail. */
  fail(gap: Gap): void;
}

/** @param inner makes the calls; the probe's `fail` has to be told of its gaps. */
export function createProbe(makeInner: (gap: (gap: Gap) => void) => TaskCaller): Probe {
  const granted = new Set<string>();
  const failed = new Map<string, Gap>();
  const sent = new Map<string, number>();
  /** Resources that are no longer asked about. */
  const partly = new Set<string>();
  const fail = (gap: Gap): void => {
    if (!failed.has(gap.operation)) failed.set(gap.operation, gap);
  };
  const inner = makeInner(fail);

  /** Whether the operation may be sent once more; counts it if so. */
  function take(operation: string, most: number): boolean {
    const times = sent.get(operation) ?? 0;
    if (times >= most) return false;
    sent.set(operation, times + 1);
    return true;
  }

  const caller: Caller = {
    async call(operation, send) {
      if (!take(operation, mostCalls)) throw new EnoughError();
      const answer = await inner.call(operation, send);
      granted.add(operation);
      return answer;
    },
    async ask(operation, resource, send, none) {
      // A resource of which something was not asked would be read wrongly from there on: at the wrong place, or as another kind.
      if (partly.has(resource) || !take(operation, 1)) {
        partly.add(resource);
        return unknown("skipped");
      }
      const fact = await inner.ask(operation, resource, send, none);
      if (fact.known) granted.add(operation);
      return fact;
    },
    async *pages(operation, fetch) {
      if (!take(operation, 1)) return;
      for await (const page of inner.pages(operation, fetch)) {
        granted.add(operation);
        yield page;
        return;
      }
    },
    each: (items, work) => inner.each(first(items), work),
  };
  return { caller, granted, failed, fail };
}

async function* first<Item>(items: Iterable<Item> | AsyncIterable<Item>): AsyncGenerator<Item, void, undefined> {
  let count = 0;
  for await (const item of items) {
    yield item;
    if (++count >= mostItems) return;
  }
}
