import type { WireObject } from "./estate.ts";
import { detailOf, type ListShape, listOf, type Operation, said, tagPairs } from "./operations.ts";
import { queryService } from "./protocols.ts";

function pages(collection: string, shape: Partial<ListShape> = {}): Operation {
  return listOf(collection, { in: collection, token: ["Marker", "Marker"], limit: "MaxRecords", most: 100, ...shape });
}

function withTags(item: WireObject): WireObject {
  return { ...said(item), Tags: tagPairs(item) };
}

/** Redshift. Clusters keep what DescribeLoggingStatus says of them in `$logging`. */
export const redshift = queryService({
  id: "redshift",
  namespace: "http://redshift.amazonaws.com/doc/2012-12-01/",
  itemNames: {
    AccountsWithRestoreAccess: "AccountWithRestoreAccess",
    Clusters: "Cluster",
    Snapshots: "Snapshot",
    Tags: "Tag",
  },
  about: ["ClusterIdentifier"],
  operations: {
    DescribeClusters: pages("Clusters", { say: withTags }),
    DescribeClusterSnapshots: pages("Snapshots", { say: withTags }),
    DescribeDataSharesForProducer: pages("DataShares"),
    DescribeLoggingStatus: detailOf("Clusters", {
      by: "ClusterIdentifier",
      key: "ClusterIdentifier",
      missing: "ClusterNotFound",
      answer: (item) => ({ LoggingEnabled: false, ...Object(item["$logging"] ?? {}) }),
    }),
  },
});
