import type { RDSClient, Tag } from "@aws-sdk/client-rds";
import { type Caller, type Known, known, type Tags } from "../../../src/model/index.ts";
import { required } from "../answer.ts";
import { tagsOf } from "../tags.ts";

/** Tags stand in the list; RDS leaves them out for engines that it lists for other services, and is then asked for them. */
export async function databaseTags(
  rds: RDSClient,
  caller: Caller,
  arn: string,
  listed: readonly Tag[] | undefined,
): Promise<Known<Tags>> {
  if (listed !== undefined) return known(tagsOf(listed));
  const { ListTagsForResourceCommand } = await import("@aws-sdk/client-rds");
  const answer = await caller.ask("ListTagsForResource", arn, async (abortSignal) => {
    const told = await rds.send(new ListTagsForResourceCommand({ ResourceName: arn }), { abortSignal });
    return tagsOf(required(told.TagList, "TagList"));
  });
  return answer.known ? known(answer.value ?? {}) : answer;
}
