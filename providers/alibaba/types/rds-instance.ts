import { z } from "zod";
import type { Known, Link, ResourceRecord, ResourceType, Tags } from "../../../src/model/index.ts";
import { gapsOf } from "../bad-rows.ts";
import { databaseAlias, databaseId, placedBy, rds, recordPage, withTotal } from "../databases.ts";
import { byNumber } from "../paging.ts";
import { type AdvancedBackups, advancedBackups, noAdvancedBackups } from "../rds-advanced-backups.ts";
import { distantNodes } from "../rds-cluster-nodes.ts";
import { type CrossBackup, crossBackups } from "../rds-cross-backups.ts";
import { type Exposure, exposureOf } from "../rds-exposure.ts";
import { countRows, listOf, optionalText, rowsOf } from "../rpc-fields.ts";
import { type AlibabaSession, regionOf, stated } from "../session.ts";
import { tagsByResource } from "../tag-resources.ts";

const Instance = z.object({
  DBInstanceId: z.string(),
  DBInstanceDescription: optionalText,
  DBInstanceType: optionalText,
  DBInstanceStatus: optionalText,
  DBInstanceStorageType: optionalText,
  Category: optionalText,
  Engine: optionalText,
  EngineVersion: optionalText,
  CreateTime: optionalText,
  MasterInstanceId: optionalText,
  GuardDBInstanceId: optionalText,
  ReadOnlyDBInstanceIds: listOf("ReadOnlyDBInstanceId", z.object({ DBInstanceId: z.string() })),
});
type Instance = z.infer<typeof Instance>;

const Page = z.object({ ...recordPage, Items: rowsOf("DBInstance", "DBInstanceId", Instance) }).transform(withTotal);

const type = "alibaba/rds/instance";
const operation = "DescribeDBInstances";

/** RDS instances of every engine: primaries, read-only and disaster recovery instances. */
export const rdsInstance: ResourceType<AlibabaSession> = {
  type,
  title: { en: "ApsaraDB RDS instance", zh: "云数据库 RDS 实例" },
  role: "store",
  service: "rds",
  reach: "per-region",
  operations: [
    { operation, permission: "rds:DescribeDBInstances" },
    { operation: "ListTagResources", permission: "rds:ListTagResources" },
    {
      operation: "DescribeCrossRegionBackupDBInstance",
      permission: "rds:DescribeCrossRegionBackupDBInstance",
    },
    {
      operation: "DescribeDBInstanceAttribute",
      permission: "rds:DescribeDBInstanceAttribute",
      per: "resource",
    },
    {
      operation: "DescribeBackupPolicy",
      permission: "rds:DescribeBackupPolicy",
      per: "resource",
    },
    {
      operation: "DescribeDBInstanceNetInfo",
      permission: "rds:DescribeDBInstanceNetInfo",
      per: "resource",
    },
    {
      operation: "DescribeDBInstanceIPArrayList",
      permission: "rds:DescribeDBInstanceIPArrayList",
      per: "resource",
    },
  ],
  links: ["replicates-to", "fails-over-to", "backs-up-to", "copied-to", "reachable-from"],
  unseen: {
    en: "Disk and transparent data encryption, native replication set up inside the database, database proxies with public addresses, and backup files that were downloaded or restored elsewhere.",
    zh: "云盘加密与透明数据加密（TDE）、在数据库内部自行配置的原生复制、开通公网地址的数据库代理，以及已下载或在其他地域恢复的备份文件。",
  },
  async *collect(session, asked, caller) {
    const region = regionOf(asked);
    const list = { product: rds, region, action: operation, parameters: { RegionId: region }, answer: Page };
    const idOf = (id: string) => databaseId(session, "rds", region, id);
    const fetch = byNumber(session.rpc, list, 100, (page) => countRows(page.Items));
    let backups: Awaited<ReturnType<typeof crossBackups>> | undefined;
    for await (const { Items: rows } of caller.pages(operation, fetch)) {
      yield* gapsOf(session, rows, { type, region, operation, idOf });
      if (rows.good.length === 0) continue;
      backups ??= await crossBackups(session, region, caller);
      const backupOf = backups;
      const ids = rows.good.map((instance) => instance.DBInstanceId);
      const tags = await tagsByResource(session, caller, {
        product: rds,
        region,
        resourceType: "INSTANCE",
        ids,
        every: idOf("*"),
      });
      yield* caller.each(rows.good, async (instance) => {
        const id = instance.DBInstanceId;
        const [exposure, nodes, advanced] = await Promise.all([
          exposureOf(session, region, caller, id),
          hasNodes(instance) ? distantNodes(session, region, caller, id) : [],
          hasBackups(instance) ? advancedBackups(session, region, caller, id) : noAdvancedBackups,
        ]);
        return toRecord(session, region, instance, { tags: tags(id), backup: backupOf(id), nodes, advanced, exposure });
      });
    }
  },
};

interface Details {
  readonly tags: Known<Tags>;
  readonly backup: CrossBackup | undefined;
  /** Links to its nodes in other regions. */
  readonly nodes: readonly Link[];
  readonly advanced: AdvancedBackups;
  readonly exposure: Exposure;
}

function toRecord(
  session: AlibabaSession,
  region: string,
  instance: Instance,
  { tags, backup, nodes, advanced, exposure }: Details,
): ResourceRecord {
  return {
    kind: "record",
    id: databaseId(session, "rds", region, instance.DBInstanceId),
    type,
    role: "store",
    scope: session.scope,
    name: instance.DBInstanceDescription ?? instance.DBInstanceId,
    ...placedBy("rds", operation, region),
    tags,
    aliases: [databaseAlias("rds", instance.DBInstanceId)],
    links: [
      ...replicaLinks(session, region, instance),
      ...standbyLinks(instance),
      ...nodes,
      ...backupLinks(backup, advanced),
      ...exposure.links,
    ],
    attributes: stated({
      kind: instance.DBInstanceType,
      engine: instance.Engine,
      engineVersion: instance.EngineVersion,
      category: instance.Category,
      storageType: instance.DBInstanceStorageType,
      status: instance.DBInstanceStatus,
      createdAt: instance.CreateTime,
      publicEndpoint: exposure.publicEndpoint,
      crossRegionBackupRetentionDays: backup?.retentionDays,
      crossRegionLogBackup: backup?.logs,
      advancedBackupRetentionDays: advanced.retentionDays,
      advancedLogBackup: advanced.logs,
    }),
  };
}

/** Only the Cluster Edition has nodes of its own. */
function hasNodes(instance: Instance): boolean {
  return instance.Category?.toLowerCase() === "cluster";
}

/** A read-only instance is not backed up: its primary is. */
function hasBackups(instance: Instance): boolean {
  return instance.DBInstanceType !== "Readonly";
}

/** Both ways of copying backups can be told of one region: said once. */
function backupLinks(backup: CrossBackup | undefined, { links }: AdvancedBackups): readonly Link[] {
  if (backup === undefined) return links;
  const told = backup.link.target.place?.region;
  return [backup.link, ...links.filter(({ target }) => target.place?.region !== told)];
}

/**
 * Read-only instances lie in the region of their primary (RDS, read-only instances, 2024-06), and so do temporary ones, which
 * are made once from a backup of it.
 */
function replicaLinks(session: AlibabaSession, region: string, instance: Instance): readonly Link[] {
  const target = (id: string) => ({ id: databaseId(session, "rds", region, id), place: { region } });
  const { MasterInstanceId: primary } = instance;
  const replicas = instance.ReadOnlyDBInstanceIds.map((one) => one.DBInstanceId).sort();
  const links = replicas.map((id): Link => {
    const evidence = evidenceOf("ReadOnlyDBInstanceIds.ReadOnlyDBInstanceId[].DBInstanceId", id);
    return { kind: "replicates-to", direction: "to", target: target(id), evidence };
  });
  if (primary === undefined || isStandby(instance)) return links;
  const evidence = evidenceOf("MasterInstanceId", primary);
  const kind = instance.DBInstanceType === "Temp" ? "copied-to" : "replicates-to";
  return [...links, { kind, direction: "from", target: target(primary), evidence }];
}

/** A disaster recovery instance lies in another region, and neither end tells which. */
function standbyLinks(instance: Instance): readonly Link[] {
  const { GuardDBInstanceId: standby, MasterInstanceId: primary } = instance;
  const links: Link[] = [];
  if (standby !== undefined) {
    const evidence = evidenceOf("GuardDBInstanceId", standby);
    links.push({ kind: "fails-over-to", direction: "to", target: { id: databaseAlias("rds", standby) }, evidence });
  }
  if (primary !== undefined && isStandby(instance)) {
    const evidence = evidenceOf("MasterInstanceId", primary);
    links.push({ kind: "fails-over-to", direction: "from", target: { id: databaseAlias("rds", primary) }, evidence });
  }
  return links;
}

function isStandby(instance: Instance): boolean {
  return instance.DBInstanceType === "Guard";
}

function evidenceOf(field: string, value: string): Link["evidence"] {
  return { source: `rds:${operation}`, field: `Items.DBInstance[].${field}`, value };
}
