import type { WireObject } from "./estate.ts";
import { type ListShape, listOf, type Operation, tagPairs } from "./operations.ts";
import { queryService } from "./protocols.ts";

function marked(collection: string, shape: Partial<ListShape> = {}): Operation {
  return listOf(collection, { in: collection, token: ["Marker", "Marker"], limit: "MaxRecords", most: 100, ...shape });
}

function tokened(collection: string): Operation {
  return listOf(collection, { in: collection, token: ["NextToken", "NextToken"], limit: "MaxResults", most: 50 });
}

const tagged = ["CacheClusters", "ReplicationGroups", "ServerlessCaches", "Snapshots", "ServerlessCacheSnapshots"];

const tagsOfResource: Operation = ({ input, held }) => {
  for (const collection of tagged) {
    const items = held[collection];
    const list = Array.isArray(items) ? (items as readonly WireObject[]) : [];
    const item = list.find((one) => one["ARN"] === input["ResourceName"]);
    if (item !== undefined) return { TagList: tagPairs(item) };
  }
  return { TagList: [] };
};

/** ElastiCache. */
export const elasticache = queryService({
  id: "elasticache",
  namespace: "http://elasticache.amazonaws.com/doc/2015-02-02/",
  itemNames: {
    CacheClusters: "CacheCluster",
    GlobalReplicationGroups: "GlobalReplicationGroup",
    LogDeliveryConfigurations: "LogDeliveryConfiguration",
    MemberClustersOutpostArns: "ReplicationGroupOutpostArn",
    Members: "GlobalReplicationGroupMember",
    ReplicationGroups: "ReplicationGroup",
    ServerlessCacheSnapshots: "ServerlessCacheSnapshot",
    Snapshots: "Snapshot",
    TagList: "Tag",
  },
  about: ["ResourceName", "GlobalReplicationGroupId"],
  operations: {
    DescribeCacheClusters: marked("CacheClusters", {
      only: (item, { ShowCacheClustersNotInReplicationGroups: single }) =>
        single !== "true" || item["ReplicationGroupId"] === undefined,
    }),
    DescribeReplicationGroups: marked("ReplicationGroups"),
    DescribeGlobalReplicationGroups: marked("GlobalReplicationGroups", {
      only: (item, { GlobalReplicationGroupId: id }) => id === undefined || item["GlobalReplicationGroupId"] === id,
    }),
    DescribeServerlessCaches: tokened("ServerlessCaches"),
    DescribeSnapshots: marked("Snapshots", { most: 50 }),
    DescribeServerlessCacheSnapshots: tokened("ServerlessCacheSnapshots"),
    ListTagsForResource: tagsOfResource,
  },
});
