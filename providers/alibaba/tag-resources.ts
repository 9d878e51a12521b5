import { z } from "zod";
import { type Caller, type Known, known, type Tags, unknown } from "../../src/model/index.ts";
import { askWhole, type FetchPage } from "./paging.ts";
import type { RpcProduct } from "./rpc.ts";
import { optionalText, requiredListOf } from "./rpc-fields.ts";
import { type AlibabaSession, tagsOf } from "./session.ts";

export interface TagsAsked {
  readonly product: RpcProduct;
  readonly region: string;
  /** As the product spells it: `INSTANCE`. */
  readonly resourceType: string;
  readonly ids: readonly string[];
  /** What a gap names, since the call is about many: the contract's id with `*`. */
  readonly every: string;
}

/** Most ids of one call, in every product that has it. */
const mostIds = 50;

const Answer = z.object({
  NextToken: optionalText,
  TagResources: requiredListOf(
    "TagResource",
    z.object({ ResourceId: z.string(), TagKey: z.string(), TagValue: z.string().nullish() }),
  ),
});

/** Tags of resources whose list does not show them, 50 resources a call. What stays away leaves those 50 unknown. */
export async function tagsByResource(
  session: AlibabaSession,
  caller: Caller,
  asked: TagsAsked,
): Promise<(id: string) => Known<Tags>> {
  const found = new Map<string, Known<Tags>>();
  for (let from = 0; from < asked.ids.length; from += mostIds) {
    const ids = asked.ids.slice(from, from + mostIds);
    const pages = await askWhole(caller, "ListTagResources", asked.every, pagesOf(session, asked, ids));
    for (const id of ids) {
      if (!pages.known) {
        found.set(id, pages);
        continue;
      }
      const own = pages.value.flatMap((page) => page.TagResources).filter((tag) => tag.ResourceId === id);
      found.set(id, known(tagsOf(own.map((tag) => [tag.TagKey, tag.TagValue ?? ""] as const))));
    }
  }
  return (id) => found.get(id) ?? unknown("failed");
}

function pagesOf(
  session: AlibabaSession,
  { product, region, resourceType }: TagsAsked,
  ids: readonly string[],
): FetchPage<z.infer<typeof Answer>> {
  const named = Object.fromEntries(ids.map((id, index) => [`ResourceId.${index + 1}`, id]));
  return async (token, signal) => {
    const parameters = {
      RegionId: region,
      ResourceType: resourceType,
      ...named,
      ...(token === undefined ? {} : { NextToken: token }),
    };
    const page = await session.rpc.request(
      { product, region, action: "ListTagResources", parameters, answer: Answer },
      signal,
    );
    return { page, next: page.NextToken };
  };
}
