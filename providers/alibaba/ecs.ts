import { z } from "zod";
import { known, type ResourceRecord } from "../../src/model/index.ts";
import type { RpcProduct } from "./rpc.ts";
import { listOf, optional, optionalText, whole } from "./rpc-fields.ts";
import { type AlibabaSession, acs, tagsOf } from "./session.ts";

/** What the ECS types share. */
export const ecs: RpcProduct = {
  name: "ecs",
  version: "2014-05-26",
  host: (region) => `ecs.${region}.aliyuncs.com`,
};

export type EcsKind = "instance" | "disk" | "snapshot" | "image" | "snapshotpolicy";

export function ecsId(session: AlibabaSession, region: string, kind: EcsKind, id: string): string {
  return acs(session, "ecs", region, `${kind}/${id}`);
}

/** ECS answers for the region that the request names, whose id the record's own id holds. */
export function placedIn(action: string, region: string): Required<Pick<ResourceRecord, "place" | "placeEvidence">> {
  return {
    place: known({ region }),
    placeEvidence: { source: `ecs:${action}`, field: "RegionId asked", value: region },
  };
}

const value = optional(z.string()).transform((text) => text ?? "");
/** Both spellings are in use: the ECS API reference has `TagKey` in answers, and `Key` in the tag operations. */
const tag = z.union([
  z.object({ TagKey: z.string(), TagValue: value }).transform((pair) => [pair.TagKey, pair.TagValue] as const),
  z.object({ Key: z.string(), Value: value }).transform((pair) => [pair.Key, pair.Value] as const),
]);

/** Tags come inline; the element is left out where there are none. */
export const ecsTags = listOf("Tag", tag).transform((tags) => tagsOf(tags));

/** Which page this is, in the older dialect. Answers of the newer one may hold these too, then without a meaning. */
export const numberedPage = { PageNumber: optional(whole), PageSize: optional(whole), TotalCount: optional(whole) };
export const tokenPage = { NextToken: optionalText, ...numberedPage };
