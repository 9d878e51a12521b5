import type { Pager } from "./arm.ts";

/** A list of the older generators' clients, which keep a page's next link beside the page: only their own function tells it. */
export interface ClassicList<Item> {
  byPage(settings?: { continuationToken?: string }): AsyncIterator<Item[]>;
}

/** @param linkOf the client's own `getContinuationToken`. */
export function classicPager<Item>(
  list: ClassicList<Item>,
  linkOf: (page: unknown) => string | undefined,
): Pager<Item> {
  return {
    byPage(settings) {
      const pages = list.byPage(settings);
      return {
        async next() {
          const found = await pages.next();
          if (found.done === true) return { done: true, value: undefined };
          const link = linkOf(found.value);
          return {
            done: false,
            value: Object.assign(found.value, link === undefined ? {} : { continuationToken: link }),
          };
        },
      };
    },
  };
}
