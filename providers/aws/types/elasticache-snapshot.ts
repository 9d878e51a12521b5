import type { Snapshot } from "@aws-sdk/client-elasticache";
import { type Link, type ResourceRecord, type ResourceType, unknown } from "../../../src/model/index.ts";
import { required } from "../answer.ts";
import { cacheTags, tagOperation } from "../elasticache/cache-tags.ts";
import { keyElsewhere, neighbour } from "../neighbours.ts";
import { itemsOf } from "../pages.ts";
import { placedByAsking } from "../placement.ts";
import type { AwsSession } from "../session.ts";

const source = "elasticache:DescribeSnapshots";

/** A copy of a cache on disk. */
export const elasticacheSnapshot: ResourceType<AwsSession> = {
  type: "aws/elasticache/snapshot",
  title: { en: "ElastiCache snapshot", zh: "ElastiCache 快照" },
  role: "copy",
  service: "elasticache",
  reach: "per-region",
  operations: [{ operation: "DescribeSnapshots", permission: "elasticache:DescribeSnapshots" }, tagOperation],
  links: ["copied-to", "key-held-in"],
  unseen: {
    en: "Snapshots exported to buckets, which ElastiCache does not remember.",
    zh: "导出到存储桶的快照（ElastiCache 不保留记录）不可见。",
  },
  async *collect(session, region, caller) {
    const here = required(region ?? undefined, "a region");
    const { DescribeSnapshotsCommand, ElastiCacheClient } = await import("@aws-sdk/client-elasticache");
    const elasticache = session.client(ElastiCacheClient, here);
    const snapshots = itemsOf(caller, "DescribeSnapshots", async (Marker, abortSignal) => {
      const answer = await elasticache.send(new DescribeSnapshotsCommand({ MaxRecords: 50, Marker }), { abortSignal });
      return { items: required(answer.Snapshots, "Snapshots"), next: answer.Marker };
    });
    yield* caller.each(snapshots, async (snapshot) => {
      const arn = required(snapshot.ARN, "Snapshots[].ARN");
      return { ...recordOf(session, here, snapshot, arn), tags: await cacheTags(elasticache, caller, arn) };
    });
  },
};

function recordOf(session: AwsSession, region: string, snapshot: Snapshot, arn: string): Omit<ResourceRecord, "tags"> {
  const outpost = snapshot.PreferredOutpostArn;
  return {
    kind: "record",
    id: arn,
    type: elasticacheSnapshot.type,
    role: elasticacheSnapshot.role,
    scope: session.scope,
    name: required(snapshot.SnapshotName, "Snapshots[].SnapshotName"),
    ...(outpost === undefined || outpost === ""
      ? placedByAsking(source, region)
      : {
          place: unknown("unsupported"),
          placeEvidence: { source, field: "PreferredOutpostArn", value: outpost },
        }),
    aliases: [],
    links: [
      ...cacheOf(session, region, snapshot),
      ...keyElsewhere(session.scope, region, snapshot.KmsKeyId, { source, field: "KmsKeyId" }),
    ],
    attributes: {
      ...(snapshot.Engine === undefined ? {} : { engine: snapshot.Engine }),
      ...(snapshot.SnapshotSource === undefined ? {} : { snapshotType: snapshot.SnapshotSource }),
      ...(snapshot.KmsKeyId === undefined ? {} : { encrypted: true }),
    },
  };
}

/** The store it was made from: a node of a group stands for the group. */
function cacheOf(
  session: AwsSession,
  region: string,
  { ReplicationGroupId: group, CacheClusterId: cluster }: Snapshot,
): readonly Link[] {
  const [kind, field, id] = group
    ? (["replicationgroup", "ReplicationGroupId", group] as const)
    : (["cluster", "CacheClusterId", cluster] as const);
  if (id === undefined || id === "") return [];
  const target = neighbour(session.scope, region, "elasticache", `${kind}:${id}`);
  return [{ kind: "copied-to", direction: "from", target, evidence: { source, field, value: id } }];
}
