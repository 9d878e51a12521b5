import { z } from "zod";
import { known, type ResourceRecord } from "../../src/model/index.ts";
import type { RpcProduct } from "./rpc.ts";
import { listOf, optionalText, whole } from "./rpc-fields.ts";
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

/** Tags come inline; the element is left out where there are none. */
export const ecsTags = listOf("Tag", z.object({ TagKey: z.string(), TagValue: z.string().default("") }))
  .optional()
  .transform((tags) => tagsOf((tags ?? []).map((tag) => [tag.TagKey, tag.TagValue])));

export const tokenPage = { NextToken: optionalText };
export const numberedPage = { PageNumber: whole, PageSize: whole, TotalCount: whole };
