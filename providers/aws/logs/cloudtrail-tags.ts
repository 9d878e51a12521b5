import type { CloudTrailClient } from "@aws-sdk/client-cloudtrail";
import { type Caller, type Known, known, type Tags } from "../../../src/model/index.ts";
import { required } from "../answer.ts";
import { tagsOf } from "../tags.ts";

/** The most that one ListTags takes. */
const batch = 20;

/** Tags of trails or event data stores of one region, 20 to a call. The gap of a call that fails names the first of them. */
export async function cloudtrailTags(
  caller: Caller,
  cloudtrail: CloudTrailClient,
  arns: readonly string[],
): Promise<ReadonlyMap<string, Known<Tags>>> {
  const { ListTagsCommand } = await import("@aws-sdk/client-cloudtrail");
  const tags = new Map<string, Known<Tags>>();
  for (let start = 0; start < arns.length; start += batch) {
    const ids = arns.slice(start, start + batch);
    const answer = await caller.ask("ListTags", ids[0] ?? "", async (abortSignal) => {
      const list = await cloudtrail.send(new ListTagsCommand({ ResourceIdList: ids }), { abortSignal });
      return required(list.ResourceTagList, "ResourceTagList");
    });
    const found = new Map((answer.known ? (answer.value ?? []) : []).map((one) => [one.ResourceId, one.TagsList]));
    for (const id of ids) tags.set(id, answer.known ? known(tagsOf(found.get(id))) : answer);
  }
  return tags;
}
