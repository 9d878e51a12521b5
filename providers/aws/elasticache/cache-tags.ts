import type { ElastiCacheClient } from "@aws-sdk/client-elasticache";
import { type Caller, type Known, known, type Tags } from "../../../src/model/index.ts";
import { required } from "../answer.ts";
import { tagsOf } from "../tags.ts";

/** ElastiCache tells tags of one ARN at a time, and in no list. */
export async function cacheTags(elasticache: ElastiCacheClient, caller: Caller, arn: string): Promise<Known<Tags>> {
  const { ListTagsForResourceCommand } = await import("@aws-sdk/client-elasticache");
  const answer = await caller.ask("ListTagsForResource", arn, async (abortSignal) => {
    const told = await elasticache.send(new ListTagsForResourceCommand({ ResourceName: arn }), { abortSignal });
    return tagsOf(required(told.TagList, "TagList"));
  });
  return answer.known ? known(answer.value ?? {}) : answer;
}

/** As every type of this service declares it. */
export const tagOperation = {
  operation: "ListTagsForResource",
  permission: "elasticache:ListTagsForResource",
  per: "resource",
} as const;
