import type { TaskCaller } from "../collect/caller.ts";
import { type Caller, type Gap, unknown } from "../model/index.ts";

/** Resources that are asked about in full while some call was not made yet: what the first does not need, another may. */
const mostResources = 3;
/** Items of one list that are looked at. */
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

/** A caller that follows no list beyond its first page, asks about few resources, and remembers what was answered. */
export interface Probe {
  readonly caller: Caller;
  /** Operations that were answered. */
  readonly granted: ReadonlySet<string>;
  /** The first failure of each operation that was not. */
  readonly failed: ReadonlyMap<string, Gap>;
  /** Takes a failure that came by another way than a detail. */
  fail(gap: Gap): void;
}

/**
 * @param operations that are to be made: once each of them was, no further resource is asked about
 * @param makeInner makes the caller that sends; it has to hand its gaps to the function that it is given
 */
export function createProbe(operations: readonly string[], makeInner: (gap: (gap: Gap) => void) => TaskCaller): Probe {
  const granted = new Set<string>();
  const failed = new Map<string, Gap>();
  const sent = new Map<string, number>();
  const resources = new Set<string>();
  /** Resources of which something was left out: whatever were asked about them next might rest on it. */
  const left = new Set<string>();
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

  /** Whether this may be asked about the resource. One is asked about in full or not at all. */
  function takes(resource: string, operation: string): boolean {
    if (left.has(resource)) return false;
    const open = resources.size < mostResources && operations.some((one) => !sent.has(one));
    if (resources.has(resource) || !sent.has(operation) || open) {
      resources.add(resource);
      return take(operation, Number.POSITIVE_INFINITY);
    }
    left.add(resource);
    return false;
  }

  const caller: Caller = {
    async call(operation, send) {
      if (!take(operation, mostCalls)) throw new EnoughError();
      const answer = await inner.call(operation, send);
      granted.add(operation);
      return answer;
    },
    async ask(operation, resource, send, none) {
      if (!takes(resource, operation)) return unknown("skipped");
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
    each: (items, work) => oneByOne(items, work),
  };
  return { caller, granted, failed, fail };
}

/** In turn, so that a resource is read to its end before it is known whether the next has to be asked about. */
async function* oneByOne<Item, Result>(
  items: Iterable<Item> | AsyncIterable<Item>,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result, void, undefined> {
  let count = 0;
  for await (const item of items) {
    yield await work(item);
    if (++count >= mostItems) return;
  }
}
