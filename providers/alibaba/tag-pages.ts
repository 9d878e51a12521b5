import { type Caller, type Known, known, type Tags } from "../../src/model/index.ts";
import { AlibabaError } from "./errors.ts";
import type { FetchPage } from "./paging.ts";
import { tagsOf } from "./session.ts";

export interface TagRow {
  /** As the tag operation spells the resource. */
  readonly resource: string;
  readonly key: string;
  readonly value: string;
}

/** Far more pages than the tags of one batch can fill. */
const mostPages = 1_000;

/**
 * The tags of several resources, asked in one list. Never rejects: where a page stays away the tags of all of them are unknown,
 * since one that has none on the pages before may have some on that page.
 */
export async function tagsByResource(
  caller: Caller,
  operation: string,
  asked: string,
  fetch: FetchPage<readonly TagRow[]>,
): Promise<(resource: string) => Known<Tags>> {
  const pairs = new Map<string, (readonly [string, string])[]>();
  const seen = new Set<string>();
  let token: string | undefined;
  for (;;) {
    const from = token;
    const answer = await caller.ask(operation, asked, async (signal) => {
      const { page, next } = await fetch(from, signal);
      if (next !== undefined && (seen.has(next) || seen.size >= mostPages)) {
        throw new AlibabaError({ code: "RepeatedToken", message: "the list repeats a page token" });
      }
      return { page, next };
    });
    if (!answer.known) return () => answer;
    for (const { resource, key, value } of answer.value?.page ?? []) {
      const before = pairs.get(resource);
      if (before === undefined) pairs.set(resource, [[key, value]]);
      else before.push([key, value]);
    }
    token = answer.value?.next;
    if (token === undefined || token === "") break;
    seen.add(token);
  }
  return (resource) => known(tagsOf(pairs.get(resource) ?? []));
}

/** Lists of at most `size` items each. */
export function batches<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, index) => items.slice(index * size, (index + 1) * size));
}
