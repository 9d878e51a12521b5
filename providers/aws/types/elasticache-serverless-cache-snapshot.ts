import type { ServerlessCacheSnapshot } from "@aws-sdk/client-elasticache";
import type { Link, ResourceRecord, ResourceType } from "../../../src/model/index.ts";
import { required } from "../answer.ts";
import { dayOf } from "../day.ts";
import { cacheTags, tagOperation } from "../elasticache/cache-tags.ts";
import { keyElsewhere, neighbour } from "../neighbours.ts";
import { itemsOf } from "../pages.ts";
import { placedByAsking } from "../placement.ts";
import type { AwsSession } from "../session.ts";

const source = "elasticache:DescribeServerlessCacheSnapshots";

/** A copy of a serverless cache. */
export const elasticacheServerlessCacheSnapshot: ResourceType<AwsSession> = {
  type: "aws/elasticache/serverless-cache-snapshot",
  title: { en: "ElastiCache serverless cache snapshot", zh: "ElastiCache 无服务器缓存快照" },
  role: "copy",
  service: "elasticache",
  reach: "per-region",
  operations: [
    {
      operation: "DescribeServerlessCacheSnapshots",
      permission: "elasticache:DescribeServerlessCacheSnapshots",
    },
    tagOperation,
  ],
  links: ["copied-to", "key-held-in"],
  unseen: {
    en: "Snapshots exported to buckets, which ElastiCache does not remember.",
    zh: "导出到存储桶的快照（ElastiCache 不保留记录）不可见。",
  },
  async *collect(session, region, caller) {
    const here = required(region ?? undefined, "a region");
    const { DescribeServerlessCacheSnapshotsCommand, ElastiCacheClient } = await import("@aws-sdk/client-elasticache");
    const elasticache = session.client(ElastiCacheClient, here);
    const snapshots = itemsOf(caller, "DescribeServerlessCacheSnapshots", async (NextToken, abortSignal) => {
      const request = new DescribeServerlessCacheSnapshotsCommand({ MaxResults: 50, NextToken });
      const answer = await elasticache.send(request, { abortSignal });
      return { items: required(answer.ServerlessCacheSnapshots, "ServerlessCacheSnapshots"), next: answer.NextToken };
    });
    yield* caller.each(snapshots, async (snapshot) => {
      const arn = required(snapshot.ARN, "ServerlessCacheSnapshots[].ARN");
      return { ...recordOf(session, here, snapshot, arn), tags: await cacheTags(elasticache, caller, arn) };
    });
  },
};

function recordOf(
  session: AwsSession,
  region: string,
  snapshot: ServerlessCacheSnapshot,
  arn: string,
): Omit<ResourceRecord, "tags"> {
  const cache = snapshot.ServerlessCacheConfiguration?.ServerlessCacheName;
  return {
    kind: "record",
    id: arn,
    type: elasticacheServerlessCacheSnapshot.type,
    role: elasticacheServerlessCacheSnapshot.role,
    scope: session.scope,
    name: required(snapshot.ServerlessCacheSnapshotName, "ServerlessCacheSnapshots[].ServerlessCacheSnapshotName"),
    ...placedByAsking(source, region),
    aliases: [],
    links: [
      ...(cache === undefined || cache === "" ? [] : [copied(session, region, cache)]),
      ...keyElsewhere(session.scope, region, snapshot.KmsKeyId, { source, field: "KmsKeyId" }),
    ],
    attributes: {
      ...(snapshot.SnapshotType === undefined ? {} : { snapshotType: snapshot.SnapshotType }),
      ...(snapshot.KmsKeyId === undefined ? {} : { encrypted: true }),
      ...dayOf(snapshot.CreateTime),
    },
  };
}

function copied(session: AwsSession, region: string, cache: string): Link {
  return {
    kind: "copied-to",
    direction: "from",
    target: neighbour(session.scope, region, "elasticache", `serverlesscache:${cache}`),
    evidence: { source, field: "ServerlessCacheConfiguration.ServerlessCacheName", value: cache },
  };
}
