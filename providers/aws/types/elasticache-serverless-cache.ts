import type { ServerlessCache } from "@aws-sdk/client-elasticache";
import type { ResourceRecord, ResourceType } from "../../../src/model/index.ts";
import { required } from "../answer.ts";
import { cacheTags, tagOperation } from "../elasticache/cache-tags.ts";
import { keyElsewhere } from "../neighbours.ts";
import { itemsOf } from "../pages.ts";
import { placedByAsking } from "../placement.ts";
import type { AwsSession } from "../session.ts";

const source = "elasticache:DescribeServerlessCaches";

/** A cache without nodes of its own. */
export const elasticacheServerlessCache: ResourceType<AwsSession> = {
  type: "aws/elasticache/serverless-cache",
  title: { en: "ElastiCache serverless cache", zh: "ElastiCache 无服务器缓存" },
  role: "store",
  service: "elasticache",
  reach: "per-region",
  operations: [
    { operation: "DescribeServerlessCaches", permission: "elasticache:DescribeServerlessCaches" },
    tagOperation,
  ],
  links: ["key-held-in"],
  unseen: {
    en: "Snapshots exported to buckets, which ElastiCache does not remember.",
    zh: "导出到存储桶的快照（ElastiCache 不保留记录）不可见。",
  },
  async *collect(session, region, caller) {
    const here = required(region ?? undefined, "a region");
    const { DescribeServerlessCachesCommand, ElastiCacheClient } = await import("@aws-sdk/client-elasticache");
    const elasticache = session.client(ElastiCacheClient, here);
    const caches = itemsOf(caller, "DescribeServerlessCaches", async (NextToken, abortSignal) => {
      const request = new DescribeServerlessCachesCommand({ MaxResults: 50, NextToken });
      const answer = await elasticache.send(request, { abortSignal });
      return { items: required(answer.ServerlessCaches, "ServerlessCaches"), next: answer.NextToken };
    });
    yield* caller.each(caches, async (cache) => {
      const arn = required(cache.ARN, "ServerlessCaches[].ARN");
      return { ...recordOf(session, here, cache, arn), tags: await cacheTags(elasticache, caller, arn) };
    });
  },
};

function recordOf(
  session: AwsSession,
  region: string,
  cache: ServerlessCache,
  arn: string,
): Omit<ResourceRecord, "tags"> {
  return {
    kind: "record",
    id: arn,
    type: elasticacheServerlessCache.type,
    role: elasticacheServerlessCache.role,
    scope: session.scope,
    name: required(cache.ServerlessCacheName, "ServerlessCaches[].ServerlessCacheName"),
    ...placedByAsking(source, region),
    aliases: [],
    links: keyElsewhere(session.scope, region, cache.KmsKeyId, { source, field: "KmsKeyId" }),
    attributes: {
      ...(cache.Engine === undefined ? {} : { engine: cache.Engine }),
      ...(cache.KmsKeyId === undefined ? {} : { encrypted: true }),
      ...(cache.SnapshotRetentionLimit === undefined ? {} : { backupRetentionDays: cache.SnapshotRetentionLimit }),
    },
  };
}
