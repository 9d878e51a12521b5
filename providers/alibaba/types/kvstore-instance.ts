import { z } from "zod";
import { type Caller, known, type Link, type ResourceRecord, type ResourceType } from "../../../src/model/index.ts";
import { gapsOf } from "../bad-rows.ts";
import { databaseAlias, databaseId, inlineTags, kvstore, placedBy } from "../databases.ts";
import { numberedPage } from "../ecs.ts";
import { askPages, byNumber } from "../paging.ts";
import { idRegion, placeRegion } from "../regions.ts";
import { countRows, optional, optionalText, rowsOf, whole } from "../rpc-fields.ts";
import { type AlibabaSession, regionOf, stated } from "../session.ts";

const Instance = z.object({
  InstanceId: z.string(),
  InstanceName: optionalText,
  InstanceStatus: optionalText,
  InstanceType: optionalText,
  EngineVersion: optionalText,
  EditionType: optionalText,
  ArchitectureType: optionalText,
  CreateTime: optionalText,
  GlobalInstanceId: optionalText,
  Tags: inlineTags,
});
type Instance = z.infer<typeof Instance>;

const Page = z.object({ ...numberedPage, Instances: rowsOf("KVStoreInstance", "InstanceId", Instance) });

const SubInstance = z.object({ InstanceID: z.string(), RegionId: z.string() });
type SubInstance = z.infer<typeof SubInstance>;

const GlobalPage = z
  .object({
    PageNumber: optional(whole),
    PageSize: optional(whole),
    TotalRecordCount: optional(whole),
    GlobalDistributeCaches: z.array(z.object({ GlobalInstanceId: z.string(), SubInstances: z.array(SubInstance) })),
  })
  .transform((page) => ({ ...page, TotalCount: page.TotalRecordCount }));

const type = "alibaba/kvstore/instance";
const operation = "DescribeInstances";
const globalOperation = "DescribeGlobalDistributeCache";

/** Tair and Redis instances, with the other ends of a globally distributed one. */
export const kvstoreInstance: ResourceType<AlibabaSession> = {
  type,
  title: { en: "Tair (Redis OSS-compatible) instance", zh: "云数据库 Tair（兼容 Redis）实例" },
  role: "store",
  service: "kvstore",
  reach: "per-region",
  operations: [
    { operation, permission: "kvstore:DescribeInstances" },
    { operation: globalOperation, permission: "kvstore:DescribeGlobalDistributeCache", per: "resource" },
  ],
  links: ["replicates-to"],
  unseen: {
    en: "Public endpoints and whitelists, transparent data encryption, and backup files that were downloaded.",
    zh: "公网连接地址与白名单、透明数据加密（TDE），以及已下载的备份文件。",
  },
  async *collect(session, asked, caller) {
    const region = regionOf(asked);
    const list = { product: kvstore, region, action: operation, parameters: { RegionId: region }, answer: Page };
    const idOf = (id: string) => databaseId(session, "kvstore", region, id);
    const fetch = byNumber(session.rpc, list, 50, (page) => countRows(page.Instances));
    const members = new Map<string, Promise<readonly SubInstance[]>>();
    for await (const { Instances: rows } of caller.pages(operation, fetch)) {
      yield* gapsOf(session, rows, { type, region, operation, idOf });
      yield* caller.each(rows.good, async (instance) => {
        const { GlobalInstanceId: shared } = instance;
        if (shared === undefined) return toRecord(session, region, instance, []);
        const listed = members.get(shared) ?? membersOf(session, region, caller, instance.InstanceId, shared);
        members.set(shared, listed);
        return toRecord(session, region, instance, await listed);
      });
    }
  },
};

/** The members of one globally distributed instance. */
async function membersOf(
  session: AlibabaSession,
  region: string,
  caller: Caller,
  instance: string,
  shared: string,
): Promise<readonly SubInstance[]> {
  const parameters = { RegionId: region, GlobalInstanceId: shared };
  const list = { product: kvstore, region, action: globalOperation, parameters, answer: GlobalPage };
  const fetch = byNumber(session.rpc, list, 50, (page) => page.GlobalDistributeCaches.length);
  const pages = await askPages(caller, globalOperation, databaseId(session, "kvstore", region, instance), fetch);
  return pages
    .flatMap((page) => page.GlobalDistributeCaches)
    .filter((cache) => cache.GlobalInstanceId === shared)
    .flatMap((cache) => cache.SubInstances);
}

function toRecord(
  session: AlibabaSession,
  region: string,
  instance: Instance,
  members: readonly SubInstance[],
): ResourceRecord {
  return {
    kind: "record",
    id: databaseId(session, "kvstore", region, instance.InstanceId),
    type,
    role: "store",
    scope: session.scope,
    name: instance.InstanceName ?? instance.InstanceId,
    ...placedBy("kvstore", operation, region),
    tags: known(instance.Tags),
    aliases: [databaseAlias("kvstore", instance.InstanceId)],
    links: members
      .filter((member) => member.InstanceID !== instance.InstanceId)
      .map((member) => replication(session, instance, member)),
    attributes: stated({
      engine: instance.InstanceType,
      engineVersion: instance.EngineVersion,
      edition: instance.EditionType,
      architecture: instance.ArchitectureType,
      status: instance.InstanceStatus,
      createdAt: instance.CreateTime,
      globalInstance: instance.GlobalInstanceId,
    }),
  };
}

/** Every member takes writes and passes them on to all the others. */
function replication(
  session: AlibabaSession,
  instance: Instance,
  { InstanceID: id, RegionId: region }: SubInstance,
): Link {
  return {
    kind: "replicates-to",
    direction: "to",
    target: {
      id: databaseId(session, "kvstore", idRegion(region), id),
      place: { region: placeRegion(region) },
    },
    evidence: {
      source: `kvstore:${globalOperation}`,
      field: "GlobalDistributeCaches[].SubInstances[].RegionId",
      value: `${instance.GlobalInstanceId}: ${id} in ${region}`,
    },
  };
}
