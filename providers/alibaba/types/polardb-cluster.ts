import { z } from "zod";
import { known, type Link, type ResourceRecord, type ResourceType } from "../../../src/model/index.ts";
import { gapsOf } from "../bad-rows.ts";
import { databaseAlias, databaseId, inlineTags, placedBy, polardb, recordPage, withTotal } from "../databases.ts";
import { byNumber } from "../paging.ts";
import { type BackupsAway, backupsAway } from "../polardb-backups.ts";
import { networkLinks } from "../polardb-networks.ts";
import { countRows, optionalText, rowsOf } from "../rpc-fields.ts";
import { type AlibabaSession, regionOf, stated } from "../session.ts";

const Cluster = z.object({
  DBClusterId: z.string(),
  DBClusterDescription: optionalText,
  DBClusterStatus: optionalText,
  DBType: optionalText,
  DBVersion: optionalText,
  Category: optionalText,
  CreateTime: optionalText,
  Tags: inlineTags,
});
type Cluster = z.infer<typeof Cluster>;

const Page = z.object({ ...recordPage, Items: rowsOf("DBCluster", "DBClusterId", Cluster) }).transform(withTotal);

const type = "alibaba/polardb/cluster";
const operation = "DescribeDBClusters";

/** PolarDB clusters, for MySQL and PostgreSQL alike. */
export const polardbCluster: ResourceType<AlibabaSession> = {
  type,
  title: { en: "PolarDB cluster", zh: "云原生数据库 PolarDB 集群" },
  role: "store",
  service: "polardb",
  reach: "per-region",
  operations: [
    { operation, permission: "polardb:DescribeDBClusters" },
    { operation: "DescribeGlobalDatabaseNetworks", permission: "polardb:DescribeGlobalDatabaseNetworks" },
    { operation: "DescribeBackupPolicy", permission: "polardb:DescribeBackupPolicy", per: "resource" },
    { operation: "DescribeLogBackupPolicy", permission: "polardb:DescribeLogBackupPolicy", per: "resource" },
  ],
  links: ["replicates-to", "backs-up-to"],
  unseen: {
    en: "Public endpoints and whitelists, transparent data encryption, PolarDB-X (a product of its own), and where members of a global database network on another cloud lie.",
    zh: "公网连接地址与白名单、透明数据加密（TDE）、PolarDB-X（独立产品），以及全球数据库网络（GDN）中位于其他云的成员所在位置。",
  },
  async *collect(session, asked, caller) {
    const region = regionOf(asked);
    const list = { product: polardb, region, action: operation, parameters: { RegionId: region }, answer: Page };
    const idOf = (id: string) => databaseId(session, "polardb", region, id);
    const fetch = byNumber(session.rpc, list, 100, (page) => countRows(page.Items));
    let networks: Awaited<ReturnType<typeof networkLinks>> | undefined;
    for await (const { Items: rows } of caller.pages(operation, fetch)) {
      yield* gapsOf(session, rows, { type, region, operation, idOf });
      if (rows.good.length === 0) continue;
      networks ??= await networkLinks(session, region, caller);
      const linksOf = networks;
      yield* caller.each(rows.good, async (cluster) => {
        const away = await backupsAway(session, region, caller, cluster.DBClusterId);
        return toRecord(session, region, cluster, linksOf(cluster.DBClusterId), away);
      });
    }
  },
};

function toRecord(
  session: AlibabaSession,
  region: string,
  cluster: Cluster,
  network: readonly Link[],
  away: BackupsAway,
): ResourceRecord {
  return {
    kind: "record",
    id: databaseId(session, "polardb", region, cluster.DBClusterId),
    type,
    role: "store",
    scope: session.scope,
    name: cluster.DBClusterDescription ?? cluster.DBClusterId,
    ...placedBy("polardb", operation, region),
    tags: known(cluster.Tags),
    aliases: [databaseAlias("polardb", cluster.DBClusterId)],
    links: [...network, ...away.links],
    attributes: stated({
      engine: cluster.DBType,
      engineVersion: cluster.DBVersion,
      category: cluster.Category,
      status: cluster.DBClusterStatus,
      createdAt: cluster.CreateTime,
      crossRegionBackupRetentionDays: away.retentionDays,
    }),
  };
}
