import { z } from "zod";
import {
  type Caller,
  type Known,
  known,
  type Link,
  type ResourceRecord,
  type ResourceType,
  type Tags,
} from "../../../src/model/index.ts";
import { gapsOf } from "../bad-rows.ts";
import type { FetchPage } from "../paging.ts";
import { placeRegion } from "../regions.ts";
import { queryOf } from "../rest.ts";
import type { RoaProduct } from "../roa.ts";
import { flag, optional, optionalText, type Rows, readRows } from "../rpc-fields.ts";
import { type AlibabaSession, acs, regionOf, stated, tagsOf } from "../session.ts";
import { logstoreId, projectId } from "../sls-lists.ts";
import { batches, tagsOfPages } from "../tag-pages.ts";

/** Regions whose host is spelled the other way round (aliyun/alibabacloud-typescript-sdk, fc-20230330, 2026-08-20). */
const turnedRegions = ["cn-hangzhou-finance", "cn-heyuan-acdr-1", "cn-shanghai-finance-1", "me-central-1"];

const fc: RoaProduct = {
  version: "2023-03-30",
  host: (region) => (turnedRegions.includes(region) ? `${region}.fc.aliyuncs.com` : `fcv3.${region}.aliyuncs.com`),
  published: "fc",
};

/** Environment variables are the one field of an answer that holds secrets; it is not among these, so that it ends here. */
const Found = z.object({
  functionName: z.string().min(1),
  functionArn: optionalText,
  runtime: optionalText,
  state: optionalText,
  internetAccess: optional(flag),
  createdTime: optionalText,
  logConfig: optional(z.object({ project: optionalText, logstore: optionalText })),
  vpcConfig: optional(z.object({ vpcId: optionalText })),
  nasConfig: optional(z.object({ mountPoints: optional(z.array(z.object({ serverAddr: optionalText }))) })),
  ossMountConfig: optional(z.object({ mountPoints: optional(z.array(z.object({ bucketName: optionalText }))) })),
  /** The list shows tags where it shows them at all; a function without the field is asked about. */
  tags: optional(z.array(z.object({ Key: z.string(), Value: optional(z.string()) }))),
});
type Found = z.infer<typeof Found>;

const Page = z
  .object({ functions: z.array(z.unknown()), nextToken: optionalText })
  .transform(({ functions, nextToken }) => ({ rows: readRows(functions, "functionName", Found), nextToken }));

const TagPage = z
  .object({
    TagResources: z.array(
      z
        .object({ ResourceId: z.string(), TagKey: z.string(), TagValue: optional(z.string()) })
        .transform((tag) => ({ resource: tag.ResourceId, key: tag.TagKey, value: tag.TagValue ?? "" })),
    ),
    NextToken: optionalText,
  })
  .transform(({ TagResources, NextToken }) => ({ page: TagResources, next: NextToken }));

const tagBatch = 20;

/** Functions of Function Compute, of version 2.0 too. They work on data and keep none but in what they mount. */
export const fcFunction: ResourceType<AlibabaSession> = {
  type: "alibaba/fc/function",
  title: { en: "Function Compute function", zh: "函数计算 FC 函数" },
  role: "compute",
  service: "fc",
  reach: "per-region",
  operations: [
    { operation: "ListFunctions", permission: "fc:ListFunctions" },
    { operation: "ListTagResources", permission: "fc:ListTagResources" },
  ],
  links: ["logs-to"],
  unseen: {
    en: "Environment variables, which are never kept; the code, where it sends data, triggers, destinations of asynchronous calls, and function versions.",
    zh: "环境变量（一律不保留）；函数代码及其对外传输的数据、触发器、异步调用的目标，以及函数版本。",
  },
  async *collect(session, asked, caller) {
    const region = regionOf(asked);
    const operation = "ListFunctions";
    const idOf = (name: string) => functionId(session, region, name);
    for await (const rows of caller.pages(operation, functionPages(session, region))) {
      yield* gapsOf(session, rows, { type: "alibaba/fc/function", region, operation, idOf });
      const tags = await tagsOfAll(session, region, caller, rows.good);
      for (const one of rows.good) yield toRecord(session, region, one, tags(one));
    }
  },
};

function functionId(session: AlibabaSession, region: string, name: string): string {
  return acs(session, "fc", region, `functions/${name}`);
}

function functionPages(session: AlibabaSession, region: string): FetchPage<Rows<Found>> {
  const path = [fc.version, "functions"];
  return async (nextToken, signal) => {
    const query = queryOf({ limit: 100, nextToken });
    const request = { product: fc, region, action: "ListFunctions", path, query, answer: Page };
    const page = await session.roa.get(request, signal);
    return { page: page.rows, next: page.nextToken };
  };
}

/** Tags of a page: those shown in the list, and for the functions that show none one list for all of them. */
async function tagsOfAll(
  session: AlibabaSession,
  region: string,
  caller: Caller,
  functions: readonly Found[],
): Promise<(one: Found) => Known<Tags>> {
  const silent = functions.filter(({ tags }) => tags === undefined).map((one) => arnOf(session, region, one));
  const byArn = new Map<string, Known<Tags>>();
  for (const batch of batches(silent, tagBatch)) {
    const fetch: Parameters<typeof tagsOfPages>[3] = async (NextToken, signal) => {
      const fields = { ResourceType: "function", ResourceId: JSON.stringify(batch), Limit: 100, NextToken };
      const path = [fc.version, "tags-v2"];
      const asked = { product: fc, region, action: "ListTagResources", path, query: queryOf(fields), answer: TagPage };
      return await session.roa.get(asked, signal);
    };
    const tags = await tagsOfPages(caller, "ListTagResources", functionId(session, region, "*"), fetch);
    for (const arn of batch) byArn.set(arn, tags(arn));
  }
  return (one) => {
    if (one.tags !== undefined) return known(tagsOf(one.tags.map(({ Key, Value }) => [Key, Value ?? ""])));
    return byArn.get(arnOf(session, region, one)) ?? known({});
  };
}

/** As the list states it: a function of version 2.0 has its service in it. */
function arnOf(session: AlibabaSession, region: string, one: Found): string {
  return one.functionArn ?? functionId(session, region, one.functionName);
}

function toRecord(session: AlibabaSession, region: string, one: Found, tags: Known<Tags>): ResourceRecord {
  const shares = one.nasConfig?.mountPoints?.map(({ serverAddr }) => serverAddr?.split(":")[0]) ?? [];
  const buckets = one.ossMountConfig?.mountPoints?.map(({ bucketName }) => bucketName) ?? [];
  return {
    kind: "record",
    id: arnOf(session, region, one),
    type: "alibaba/fc/function",
    role: "compute",
    scope: session.scope,
    name: one.functionName,
    place: known({ region: placeRegion(region) }),
    placeEvidence: { source: "fc:ListFunctions", field: "region asked", value: region },
    tags,
    aliases: [],
    links: logLinks(session, region, one),
    attributes: stated({
      runtime: one.runtime,
      state: one.state,
      internetAccess: one.internetAccess,
      vpc: one.vpcConfig?.vpcId,
      mountsFileSystems: named(shares),
      mountsBuckets: named(buckets),
      createdAt: one.createdTime,
    }),
  };
}

function named(names: readonly (string | undefined)[]): string {
  return names.filter((name) => name !== undefined && name !== "").join(", ");
}

/** A function writes its logs to a project of its own region (Function Compute user guide, "Configure logging"). */
function logLinks(session: AlibabaSession, region: string, { logConfig }: Found): readonly Link[] {
  const { project, logstore } = logConfig ?? {};
  if (project === undefined) return [];
  const id =
    logstore === undefined ? projectId(session, region, project) : logstoreId(session, region, project, logstore);
  return [
    {
      kind: "logs-to",
      direction: "to",
      target: { id, place: { region: placeRegion(region) } },
      evidence: {
        source: "fc:ListFunctions",
        field: "functions[].logConfig",
        value: logstore === undefined ? project : `${project}/${logstore}`,
      },
    },
  ];
}
