import { z } from "zod";
import {
  type Caller,
  known,
  type Link,
  type ResourceRecord,
  type ResourceType,
  valueIfKnown,
} from "../../../src/model/index.ts";
import { gapsOf } from "../bad-rows.ts";
import { databaseAlias, databaseId, dds, inlineTags, placedBy } from "../databases.ts";
import { numberedPage } from "../ecs.ts";
import { byNumber } from "../paging.ts";
import { placeRegion } from "../regions.ts";
import { countRows, optional, optionalText, rowsOf, whole } from "../rpc-fields.ts";
import { type AlibabaSession, regionOf, stated } from "../session.ts";

const Instance = z.object({
  DBInstanceId: z.string(),
  DBInstanceDescription: optionalText,
  DBInstanceType: optionalText,
  DBInstanceStatus: optionalText,
  EngineVersion: optionalText,
  CreationTime: optionalText,
  Tags: inlineTags,
});
type Instance = z.infer<typeof Instance>;

const Page = z.object({ ...numberedPage, DBInstances: rowsOf("DBInstance", "DBInstanceId", Instance) });

const BackupPolicy = z.object({
  PreferredBackupPeriod: optionalText,
  DestRegion: optionalText,
  CrossRetentionType: optionalText,
  CrossRetentionValue: optional(whole),
  EnableCrossLogBackup: optional(z.union([z.string(), z.number()]).transform(String)),
});
type BackupPolicy = z.infer<typeof BackupPolicy>;

const type = "alibaba/dds/instance";
const operation = "DescribeDBInstances";
/** Without this the list holds replica sets and single nodes only (MongoDB, DescribeDBInstances, 2024-09). */
const architectures = ["replicate", "sharding"] as const;

/** MongoDB instances: replica sets, single nodes and sharded clusters. */
export const ddsInstance: ResourceType<AlibabaSession> = {
  type,
  title: { en: "ApsaraDB for MongoDB instance", zh: "云数据库 MongoDB 版实例" },
  role: "store",
  service: "dds",
  reach: "per-region",
  operations: [
    { operation, permission: "dds:DescribeDBInstances" },
    { operation: "DescribeBackupPolicy", permission: "dds:DescribeBackupPolicy", per: "resource" },
  ],
  links: ["backs-up-to"],
  unseen: {
    en: "Serverless instances, public endpoints and whitelists, and disk and transparent data encryption.",
    zh: "Serverless 实例、公网连接地址与白名单，以及云盘加密与透明数据加密（TDE）。",
  },
  async *collect(session, asked, caller) {
    const region = regionOf(asked);
    const idOf = (id: string) => databaseId(session, "dds", region, id);
    for (const architecture of architectures) {
      const parameters = { RegionId: region, DBInstanceType: architecture };
      const list = { product: dds, region, action: operation, parameters, answer: Page };
      const fetch = byNumber(session.rpc, list, 100, (page) => countRows(page.DBInstances));
      for await (const { DBInstances: rows } of caller.pages(operation, fetch)) {
        yield* gapsOf(session, rows, { type, region, operation, idOf });
        yield* caller.each(rows.good, async (instance) => {
          const policy = await backupPolicy(session, region, caller, instance.DBInstanceId, architecture);
          return toRecord(session, region, instance, policy);
        });
      }
    }
  },
};

async function backupPolicy(
  session: AlibabaSession,
  region: string,
  caller: Caller,
  instance: string,
  architecture: (typeof architectures)[number],
): Promise<BackupPolicy | undefined> {
  const request = {
    product: dds,
    region,
    action: "DescribeBackupPolicy",
    parameters: { RegionId: region, DBInstanceId: instance, InstanceType: architecture },
    answer: BackupPolicy,
  };
  const answer = await caller.ask(request.action, databaseId(session, "dds", region, instance), (signal) => {
    return session.rpc.request(request, signal);
  });
  return valueIfKnown(answer) ?? undefined;
}

function toRecord(
  session: AlibabaSession,
  region: string,
  instance: Instance,
  policy: BackupPolicy | undefined,
): ResourceRecord {
  const to = policy?.DestRegion === region ? undefined : policy?.DestRegion;
  const away = to === undefined ? undefined : policy;
  return {
    kind: "record",
    id: databaseId(session, "dds", region, instance.DBInstanceId),
    type,
    role: "store",
    scope: session.scope,
    name: instance.DBInstanceDescription ?? instance.DBInstanceId,
    ...placedBy("dds", operation, region),
    tags: known(instance.Tags),
    aliases: [databaseAlias("dds", instance.DBInstanceId)],
    links: to === undefined ? [] : [linkTo(to)],
    attributes: stated({
      kind: instance.DBInstanceType,
      engineVersion: instance.EngineVersion,
      status: instance.DBInstanceStatus,
      createdAt: instance.CreationTime,
      crossRegionBackupRetentionDays: retentionOf(away),
      crossRegionLogBackup: away?.EnableCrossLogBackup === undefined ? undefined : away.EnableCrossLogBackup === "1",
    }),
  };
}

function retentionOf(policy: BackupPolicy | undefined): number | "unlimited" | undefined {
  return policy?.CrossRetentionType === "never" ? "unlimited" : policy?.CrossRetentionValue;
}

function linkTo(region: string): Link {
  return {
    kind: "backs-up-to",
    direction: "to",
    target: { place: { region: placeRegion(region) } },
    evidence: { source: "dds:DescribeBackupPolicy", field: "DestRegion", value: region },
  };
}
