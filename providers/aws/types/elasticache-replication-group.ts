import type { ElastiCacheClient, GlobalReplicationGroupMember, ReplicationGroup } from "@aws-sdk/client-elasticache";
import {
  type Caller,
  type Known,
  known,
  type Link,
  type ResourceRecord,
  type ResourceType,
  unknown,
} from "../../../src/model/index.ts";
import { required } from "../answer.ts";
import { logDeliveries } from "../elasticache/cache-links.ts";
import { cacheTags, tagOperation } from "../elasticache/cache-tags.ts";
import { keyElsewhere, neighbour } from "../neighbours.ts";
import { itemsOf } from "../pages.ts";
import { placedByAsking } from "../placement.ts";
import type { AwsSession } from "../session.ts";

const source = "elasticache:DescribeReplicationGroups";

/** A Redis or Valkey store of several nodes, with the other members of its global datastore. */
export const elasticacheReplicationGroup: ResourceType<AwsSession> = {
  type: "aws/elasticache/replication-group",
  title: { en: "ElastiCache replication group", zh: "ElastiCache 复制组" },
  role: "store",
  service: "elasticache",
  reach: "per-region",
  operations: [
    { operation: "DescribeReplicationGroups", permission: "elasticache:DescribeReplicationGroups" },
    {
      operation: "DescribeGlobalReplicationGroups",
      permission: "elasticache:DescribeGlobalReplicationGroups",
      per: "resource",
    },
    tagOperation,
  ],
  links: ["replicates-to", "logs-to", "key-held-in"],
  unseen: {
    en: "Snapshots exported to buckets, which ElastiCache does not remember, and who can reach a cache, which its network decides.",
    zh: "导出到存储桶的快照（ElastiCache 不保留记录）以及可由谁访问缓存（取决于网络）不可见。",
  },
  async *collect(session, region, caller) {
    const here = required(region ?? undefined, "a region");
    const sdk = await import("@aws-sdk/client-elasticache");
    const elasticache = session.client(sdk.ElastiCacheClient, here);
    const groups = itemsOf(caller, "DescribeReplicationGroups", async (Marker, abortSignal) => {
      const request = new sdk.DescribeReplicationGroupsCommand({ MaxRecords: 100, Marker });
      const answer = await elasticache.send(request, { abortSignal });
      return { items: required(answer.ReplicationGroups, "ReplicationGroups"), next: answer.Marker };
    });
    yield* caller.each(groups, async (group): Promise<ResourceRecord> => {
      const arn = required(group.ARN, "ReplicationGroups[].ARN");
      const [tags, members] = await Promise.all([
        cacheTags(elasticache, caller, arn),
        membersOf(elasticache, caller, arn, group),
      ]);
      return { ...recordOf(session, here, group, arn, members), tags };
    });
  },
};

/** All members of the global datastore that a group belongs to; only those groups ask. */
async function membersOf(
  elasticache: ElastiCacheClient,
  caller: Caller,
  arn: string,
  { GlobalReplicationGroupInfo: info }: ReplicationGroup,
): Promise<Known<readonly GlobalReplicationGroupMember[] | null>> {
  const GlobalReplicationGroupId = info?.GlobalReplicationGroupId;
  if (GlobalReplicationGroupId === undefined || GlobalReplicationGroupId === "") return known(null);
  const { DescribeGlobalReplicationGroupsCommand } = await import("@aws-sdk/client-elasticache");
  return caller.ask("DescribeGlobalReplicationGroups", arn, async (abortSignal) => {
    const request = new DescribeGlobalReplicationGroupsCommand({ GlobalReplicationGroupId, ShowMemberInfo: true });
    const answer = await elasticache.send(request, { abortSignal });
    const [group] = required(answer.GlobalReplicationGroups, "GlobalReplicationGroups");
    return required(group?.Members, "GlobalReplicationGroups[].Members");
  });
}

function recordOf(
  session: AwsSession,
  region: string,
  group: ReplicationGroup,
  arn: string,
  members: Known<readonly GlobalReplicationGroupMember[] | null>,
): Omit<ResourceRecord, "tags"> {
  const { scope } = session;
  const name = required(group.ReplicationGroupId, "ReplicationGroups[].ReplicationGroupId");
  const outpost = (group.MemberClustersOutpostArns ?? []).find((candidate) => candidate !== "");
  return {
    kind: "record",
    id: arn,
    type: elasticacheReplicationGroup.type,
    role: elasticacheReplicationGroup.role,
    scope,
    name,
    ...(outpost === undefined
      ? placedByAsking(source, region)
      : {
          // An Outpost stands at the customer's own address, which ElastiCache does not tell.
          place: unknown("unsupported"),
          placeEvidence: { source, field: "MemberClustersOutpostArns[]", value: outpost },
        }),
    aliases: [],
    links: [
      ...(members.known ? globalLinks(session, region, name, members.value ?? []) : []),
      ...logDeliveries(scope, region, source, group.LogDeliveryConfigurations),
      ...keyElsewhere(scope, region, group.KmsKeyId, { source, field: "KmsKeyId" }),
    ],
    attributes: {
      ...(group.AtRestEncryptionEnabled === undefined ? {} : { encrypted: group.AtRestEncryptionEnabled }),
      ...(group.Engine === undefined ? {} : { engine: group.Engine }),
      ...(group.SnapshotRetentionLimit === undefined ? {} : { backupRetentionDays: group.SnapshotRetentionLimit }),
      ...(outpost === undefined ? {} : { outpost: true }),
    },
  };
}

/** The primary sends to each secondary; each of those says the same from its end. */
function globalLinks(
  session: AwsSession,
  region: string,
  name: string,
  members: readonly GlobalReplicationGroupMember[],
): readonly Link[] {
  const own = members.find((one) => one.ReplicationGroupId === name && one.ReplicationGroupRegion === region);
  if (own === undefined) return [];
  const sends = own.Role === "PRIMARY";
  return members.flatMap((member): readonly Link[] => {
    const { ReplicationGroupId: id, ReplicationGroupRegion: where, Role: role } = member;
    if (member === own || id === undefined || where === undefined || (role === "PRIMARY") === sends) return [];
    const target = neighbour(session.scope, where, "elasticache", `replicationgroup:${id}`);
    const evidence = {
      source: "elasticache:DescribeGlobalReplicationGroups",
      field: "GlobalReplicationGroups[].Members[].ReplicationGroupRegion",
      value: `${id} in ${where}`,
    };
    return [{ kind: "replicates-to", direction: sends ? "to" : "from", target, evidence }];
  });
}
