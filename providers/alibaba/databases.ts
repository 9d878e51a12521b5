import { z } from "zod";
import { known, type ResourceRecord } from "../../src/model/index.ts";
import { hostsOf, oldestRegions } from "./hosts.ts";
import type { RpcProduct } from "./rpc.ts";
import { listOf, optional, whole } from "./rpc-fields.ts";
import { type AlibabaSession, acs, tagsOf } from "./session.ts";

/** What the database products share. Versions: aliyun/aliyun-openapi-meta, 2026-04-21. */
export const rds: RpcProduct = {
  name: "rds",
  version: "2014-08-15",
  host: hostsOf("rds", [
    ...oldestRegions,
    ...["ap-southeast-1", "cn-beijing-finance-1", "cn-heyuan", "cn-hongkong", "cn-north-2-gov-1", "cn-qingdao"],
    ...["cn-shanghai-finance-1", "cn-shenzhen", "cn-shenzhen-finance-1", "us-east-1", "us-west-1"],
  ]),
  published: "rds",
};

export const polardb: RpcProduct = {
  name: "polardb",
  version: "2017-08-01",
  host: hostsOf("polardb", [
    ...oldestRegions,
    ...["cn-beijing-finance-1", "cn-heyuan", "cn-north-2-gov-1", "cn-qingdao", "cn-wulanchabu"],
  ]),
  published: "polardb",
};

export const kvstore: RpcProduct = {
  name: "r-kvstore",
  version: "2015-01-01",
  host: hostsOf("r-kvstore", [...oldestRegions, "cn-heyuan", "cn-north-2-gov-1", "cn-qingdao", "cn-wulanchabu"]),
  published: "kvstore",
};

export const dds: RpcProduct = {
  name: "dds",
  version: "2015-12-01",
  host: hostsOf("mongodb", [...oldestRegions, "cn-heyuan", "cn-wulanchabu"]),
  published: "dds",
};

/** How RAM spells the instances of each product. */
const kinds = {
  rds: "dbinstance",
  polardb: "dbcluster",
  kvstore: "instance",
  dds: "dbinstance",
} as const;
export type DatabaseService = keyof typeof kinds;

export function databaseId(session: AlibabaSession, service: DatabaseService, region: string, id: string): string {
  return acs(session, service, region, `${kinds[service]}/${id}`);
}

/**
 * An instance as others name it who know neither its account nor, at times, its region: a job of another account, a disaster
 * recovery instance. Instance ids are unique in all of a product.
 */
export function databaseAlias(service: DatabaseService, id: string): string {
  return `${service}://${id}`;
}

/** The list answers for the region that the request names, whose id the record's own id holds. */
export function placedBy(
  service: DatabaseService | "dts",
  action: string,
  region: string,
): Required<Pick<ResourceRecord, "place" | "placeEvidence">> {
  return {
    place: known({ region }),
    placeEvidence: { source: `${service}:${action}`, field: "RegionId asked", value: region },
  };
}

const value = optional(z.string()).transform((text) => text ?? "");
const tag = z.object({ Key: z.string(), Value: value }).transform((pair) => [pair.Key, pair.Value] as const);
/** Tags that come inline; the element is left out where there are none. */
export const inlineTags = listOf("Tag", tag).transform((tags) => tagsOf(tags));

/** Which page this is, as RDS, PolarDB and DTS say it. The size is not told. */
export const recordPage = { PageNumber: optional(whole), TotalRecordCount: optional(whole) };

/** Gives the total of such a page the name that the page counter knows. */
export function withTotal<Page extends { readonly TotalRecordCount?: number | undefined }>(page: Page) {
  return { ...page, TotalCount: page.TotalRecordCount };
}
