import type { CacheCluster } from "@aws-sdk/client-elasticache";
import type { ResourceRecord, ResourceType } from "../../../src/model/index.ts";
import { required } from "../answer.ts";
import { logDeliveries } from "../elasticache/cache-links.ts";
import { cacheTags, tagOperation } from "../elasticache/cache-tags.ts";
import { itemsOf } from "../pages.ts";
import { placed } from "../placement.ts";
import type { AwsSession } from "../session.ts";

const source = "elasticache:DescribeCacheClusters";

/** A cache that is in no replication group: Memcached, or a single Redis node. Members of a group are parts of its record. */
export const elasticacheCluster: ResourceType<AwsSession> = {
  type: "aws/elasticache/cluster",
  title: { en: "ElastiCache cluster", zh: "ElastiCache 缓存集群" },
  role: "store",
  service: "elasticache",
  reach: "per-region",
  operations: [{ operation: "DescribeCacheClusters", permission: "elasticache:DescribeCacheClusters" }, tagOperation],
  links: ["logs-to"],
  unseen: {
    en: "Snapshots exported to buckets, which ElastiCache does not remember, and who can reach a cache, which its network decides.",
    zh: "导出到存储桶的快照（ElastiCache 不保留记录）以及可由谁访问缓存（取决于网络）不可见。",
  },
  async *collect(session, region, caller) {
    const here = required(region ?? undefined, "a region");
    const { DescribeCacheClustersCommand, ElastiCacheClient } = await import("@aws-sdk/client-elasticache");
    const elasticache = session.client(ElastiCacheClient, here);
    const clusters = itemsOf(caller, "DescribeCacheClusters", async (Marker, abortSignal) => {
      const request = new DescribeCacheClustersCommand({
        ShowCacheClustersNotInReplicationGroups: true,
        MaxRecords: 100,
        Marker,
      });
      const answer = await elasticache.send(request, { abortSignal });
      return { items: required(answer.CacheClusters, "CacheClusters"), next: answer.Marker };
    });
    yield* caller.each(clusters, async (cluster) => {
      const arn = required(cluster.ARN, "CacheClusters[].ARN");
      return { ...recordOf(session, here, cluster, arn), tags: await cacheTags(elasticache, caller, arn) };
    });
  },
};

function recordOf(
  session: AwsSession,
  region: string,
  cluster: CacheCluster,
  arn: string,
): Omit<ResourceRecord, "tags"> {
  const { PreferredAvailabilityZone: zone, PreferredOutpostArn: outpost } = cluster;
  return {
    kind: "record",
    id: arn,
    type: elasticacheCluster.type,
    role: elasticacheCluster.role,
    scope: session.scope,
    name: required(cluster.CacheClusterId, "CacheClusters[].CacheClusterId"),
    ...placed(
      source,
      region,
      // `Multiple` stands for nodes in several zones of the region.
      { OutpostArn: outpost, AvailabilityZone: zone === "Multiple" ? undefined : zone },
      "PreferredAvailabilityZone",
    ),
    aliases: [],
    links: logDeliveries(session.scope, region, source, cluster.LogDeliveryConfigurations),
    attributes: {
      ...(cluster.AtRestEncryptionEnabled === undefined ? {} : { encrypted: cluster.AtRestEncryptionEnabled }),
      ...(cluster.Engine === undefined ? {} : { engine: cluster.Engine }),
      ...(cluster.SnapshotRetentionLimit === undefined ? {} : { backupRetentionDays: cluster.SnapshotRetentionLimit }),
      ...(outpost ? { outpost: true } : {}),
    },
  };
}
