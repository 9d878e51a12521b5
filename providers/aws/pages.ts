import type { Caller } from "../../src/model/index.ts";

/** The items of a paged list, one by one. */
export async function* itemsOf<Item>(
  caller: Caller,
  operation: string,
  fetch: (
    token: string | undefined,
    signal: AbortSignal,
  ) => Promise<{ readonly items: readonly Item[]; readonly next: string | undefined }>,
): AsyncGenerator<Item, void, undefined> {
  const pages = caller.pages(operation, async (token, signal) => {
    const { items, next } = await fetch(token, signal);
    return { page: items, next };
  });
  for await (const page of pages) yield* page;
}
