import type { Caller } from "../../src/model/index.ts";
import { MalformedAnswer } from "./answer.ts";

interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | undefined;
}

/**
 * A detail of one resource that is itself a list of pages, item by item. A page that stays unanswered is a gap that names the
 * resource and ends this list only; what came before it is kept.
 */
export async function* detailItems<Item>(
  caller: Caller,
  operation: string,
  resource: string,
  fetch: (token: string | undefined, signal: AbortSignal) => Promise<Page<Item>>,
): AsyncGenerator<Item, void, undefined> {
  const seen = new Set<string>();
  let token: string | undefined;
  do {
    const from = token;
    const page = await caller.ask(operation, resource, async (signal) => {
      const answer = await fetch(from, signal);
      if (answer.next && seen.has(answer.next)) throw new MalformedAnswer("a page token came back a second time");
      return answer;
    });
    if (!page.known || page.value === null) return;
    yield* page.value.items;
    token = page.value.next || undefined;
    if (token !== undefined) seen.add(token);
  } while (token !== undefined);
}
