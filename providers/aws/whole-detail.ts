import type { Caller, Known } from "../../src/model/index.ts";
import { MalformedAnswer } from "./answer.ts";

interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | undefined;
}

/**
 * A detail of one resource that is itself a list of pages, such as its tags, as one fact: half of it would look like all. Where
 * a page stays unanswered it is unknown, with a gap that names the resource.
 */
export function wholeDetail<Item>(
  caller: Caller,
  operation: string,
  resource: string,
  fetch: (token: string | undefined, signal: AbortSignal) => Promise<Page<Item>>,
): Promise<Known<readonly Item[] | null>> {
  return caller.ask(operation, resource, async (signal) => {
    const all: Item[] = [];
    const seen = new Set<string>();
    let token: string | undefined;
    do {
      const { items, next } = await fetch(token, signal);
      all.push(...items);
      token = next || undefined;
      if (token !== undefined && seen.has(token)) throw new MalformedAnswer("a page token came back a second time");
      if (token !== undefined) seen.add(token);
    } while (token !== undefined);
    return all;
  });
}
