import { type Caller, type Known, known, type Send } from "../../src/model/index.ts";
import { MalformedAnswer } from "./answer.ts";

interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | undefined;
}

/**
 * A detail of one resource that is itself a list of pages. A page that stays unanswered is a gap that names the resource; what
 * came before it is kept, and `whole` says that it is not all. `none` lists error codes that are answers, as of `Caller.ask`.
 */
export async function listDetail<Item>(
  caller: Caller,
  operation: string,
  resource: string,
  fetch: (token: string | undefined, signal: AbortSignal) => Promise<Page<Item>>,
  none: readonly string[] = [],
): Promise<{ readonly items: readonly Item[]; readonly whole: Known<true> }> {
  const items: Item[] = [];
  const seen = new Set<string>();
  let token: string | undefined;
  do {
    const from = token;
    const send: Send<Page<Item>> = async (signal) => {
      const page = await fetch(from, signal);
      if (page.next && (page.next === from || seen.has(page.next))) {
        throw new MalformedAnswer("a page token came back a second time");
      }
      return page;
    };
    const page = await caller.ask(operation, resource, send, none);
    if (!page.known) return { items, whole: page };
    items.push(...(page.value?.items ?? []));
    token = page.value?.next || undefined;
    if (token !== undefined) seen.add(token);
  } while (token !== undefined);
  return { items, whole: known(true) };
}
