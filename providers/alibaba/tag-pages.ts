import { type Caller, type Known, known, type Tags } from "../../src/model/index.ts";
import { askWhole, type FetchPage } from "./paging.ts";
import { tagsOf } from "./session.ts";

export interface TagRow {
  /** As the tag operation spells the resource. */
  readonly resource: string;
  readonly key: string;
  readonly value: string;
}

/**
 * The tags of several resources of a product with a REST interface, asked in one list. Where a page stays away the tags of all
 * of them are unknown: one that has none on the pages before may have some on that page.
 */
export async function tagsOfPages(
  caller: Caller,
  operation: string,
  asked: string,
  fetch: FetchPage<readonly TagRow[]>,
): Promise<(resource: string) => Known<Tags>> {
  const pages = await askWhole(caller, operation, asked, fetch);
  if (!pages.known) return () => pages;
  const pairs = Map.groupBy(pages.value.flat(), ({ resource }) => resource);
  return (resource) => known(tagsOf((pairs.get(resource) ?? []).map(({ key, value }) => [key, value] as const)));
}

/** Lists of at most `size` items each. */
export function batches<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, index) => items.slice(index * size, (index + 1) * size));
}
