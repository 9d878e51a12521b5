import type { WireObject } from "./estate.ts";
import { detailOf, type ListShape, listOf, type Operation, said, tagPairs } from "./operations.ts";
import { queryService } from "./protocols.ts";

/** Lists of RDS take a marker and give one. */
function pages(collection: string, shape: Partial<ListShape> = {}): Operation {
  return listOf(collection, { in: collection, token: ["Marker", "Marker"], limit: "MaxRecords", most: 100, ...shape });
}

/** Items carry `$tags`, which the list tells unless `$tagsAside` leaves them to ListTagsForResource. */
function withTags(item: WireObject): WireObject {
  const said = Object.entries(item).filter(([name]) => !name.startsWith("$"));
  return { ...Object.fromEntries(said), ...(item["$tagsAside"] === true ? {} : { TagList: tagPairs(item) }) };
}

const tagged: Readonly<Record<string, string>> = {
  DBInstances: "DBInstanceArn",
  DBClusters: "DBClusterArn",
  DBSnapshots: "DBSnapshotArn",
  DBClusterSnapshots: "DBClusterSnapshotArn",
  DBInstanceAutomatedBackups: "DBInstanceAutomatedBackupsArn",
  DBClusterAutomatedBackups: "DBClusterAutomatedBackupsArn",
};

const tagsOfResource: Operation = ({ input, held }) => {
  for (const [collection, key] of Object.entries(tagged)) {
    const items = held[collection];
    const list = Array.isArray(items) ? (items as readonly WireObject[]) : [];
    const item = list.find((one) => one[key] === input["ResourceName"]);
    if (item !== undefined) return { TagList: tagPairs(item) };
  }
  return { TagList: [] };
};

/** Whom a snapshot is shared with: `$restore`. */
function restoreOf(item: WireObject): readonly WireObject[] {
  return [{ AttributeName: "restore", AttributeValues: item["$restore"] ?? [] }];
}

/** RDS, which also answers for DocumentDB and Neptune. */
export const rds = queryService({
  id: "rds",
  namespace: "http://rds.amazonaws.com/doc/2014-10-31/",
  itemNames: {
    AttributeValues: "AttributeValue",
    DBClusterAutomatedBackups: "DBClusterAutomatedBackup",
    DBClusters: "DBCluster",
    DBClusterSnapshotAttributes: "DBClusterSnapshotAttribute",
    DBClusterSnapshots: "DBClusterSnapshot",
    DBInstanceAutomatedBackups: "DBInstanceAutomatedBackup",
    DBInstanceAutomatedBackupsReplications: "DBInstanceAutomatedBackupsReplication",
    DBInstances: "DBInstance",
    DBSnapshotAttributes: "DBSnapshotAttribute",
    DBSnapshots: "DBSnapshot",
    ExportTasks: "ExportTask",
    GlobalClusterMembers: "GlobalClusterMember",
    GlobalClusters: "GlobalClusterMember",
    Integrations: "Integration",
    ReadReplicaDBClusterIdentifiers: "ReadReplicaDBClusterIdentifier",
    ReadReplicaDBInstanceIdentifiers: "ReadReplicaDBInstanceIdentifier",
    ReadReplicaIdentifiers: "ReadReplicaIdentifier",
    Subnets: "Subnet",
    TagList: "Tag",
    Tags: "Tag",
  },
  about: ["DBSnapshotIdentifier", "DBClusterSnapshotIdentifier", "ResourceName"],
  operations: {
    DescribeDBInstances: pages("DBInstances", { say: withTags }),
    DescribeDBClusters: pages("DBClusters", { say: withTags }),
    DescribeGlobalClusters: pages("GlobalClusters"),
    // Without a type RDS gives what is manual and automated; what AWS Backup manages has to be asked for.
    DescribeDBSnapshots: pages("DBSnapshots", {
      say: withTags,
      only: (item, { SnapshotType: asked }) =>
        asked === undefined ? item["SnapshotType"] !== "awsbackup" : item["SnapshotType"] === asked,
    }),
    DescribeDBClusterSnapshots: pages("DBClusterSnapshots", { say: withTags }),
    DescribeDBInstanceAutomatedBackups: pages("DBInstanceAutomatedBackups", { say: withTags }),
    DescribeDBClusterAutomatedBackups: pages("DBClusterAutomatedBackups", { say: withTags }),
    DescribeIntegrations: pages("Integrations", { say: (item) => ({ ...said(item), Tags: tagPairs(item) }) }),
    DescribeExportTasks: pages("ExportTasks"),
    DescribeDBSnapshotAttributes: detailOf("DBSnapshots", {
      by: "DBSnapshotIdentifier",
      key: "DBSnapshotIdentifier",
      missing: "DBSnapshotNotFound",
      answer: (item) => ({ DBSnapshotAttributesResult: { DBSnapshotAttributes: restoreOf(item) } }),
    }),
    DescribeDBClusterSnapshotAttributes: detailOf("DBClusterSnapshots", {
      by: "DBClusterSnapshotIdentifier",
      key: "DBClusterSnapshotIdentifier",
      missing: "DBClusterSnapshotNotFoundFault",
      answer: (item) => ({
        DBClusterSnapshotAttributesResult: { DBClusterSnapshotAttributes: restoreOf(item) },
      }),
    }),
    ListTagsForResource: tagsOfResource,
  },
});
