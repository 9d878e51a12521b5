import { afterEach, expect, test } from "vitest";
import { type AwsAccount, serveAws } from "../../providers/aws/loopback.ts";
import type { LoopbackCloud, LoopbackOptions } from "../../src/model/index.ts";
import { type AwsScan, gapLines, scanAws } from "../support/aws-scan.ts";

const region = "ap-east-1";
const account = "444455556666";
const rds = `arn:aws:rds:${region}:${account}`;
const dynamodb = `arn:aws:dynamodb:${region}:${account}`;

let cloud: LoopbackCloud | undefined;
afterEach(async () => {
  await cloud?.close();
  cloud = undefined;
});

type Held = NonNullable<AwsAccount["services"]>[string];

async function scan(type: string, services: Held, options: LoopbackOptions = {}): Promise<AwsScan> {
  cloud = await serveAws(
    { accounts: [{ id: account, partition: "aws", regions: [{ id: region }], services: { [region]: services } }] },
    options,
  );
  return scanAws({ provider: "aws", regions: [region], endpoint: cloud.url }, { types: [type] });
}

function callsOf(operation: string): number {
  return (cloud?.calls ?? []).filter((call) => call.operation === operation).length;
}

test("a snapshot of AWS Backup that both lists tell is one record", async () => {
  // The service's documentation leaves open whether the list without a type holds them; here it does.
  const snapshot = { DBSnapshotIdentifier: "awsbackup:job-1", DBInstanceIdentifier: "crm", SnapshotType: "awsbackup" };
  const twice = { ...snapshot, DBSnapshotArn: `${rds}:snapshot:awsbackup:job-1` };
  const { records, gaps } = await scan("aws/rds/snapshot", { rds: { DBSnapshots: [twice, twice] } });
  expect(gaps).toEqual([]);
  expect(records.map(({ id }) => id)).toEqual([twice.DBSnapshotArn]);
});

test("only snapshots made by hand are asked whom they are shared with", async () => {
  const of = (SnapshotType: string) => ({
    DBSnapshotIdentifier: SnapshotType,
    DBSnapshotArn: `${rds}:snapshot:${SnapshotType}`,
    DBInstanceIdentifier: "crm",
    SnapshotType,
    $restore: ["all"],
  });
  const { records } = await scan("aws/rds/snapshot", {
    rds: { DBSnapshots: ["manual", "automated", "awsbackup"].map(of) },
  });
  expect(callsOf("DescribeDBSnapshotAttributes")).toBe(1);
  expect(records.map(({ name, attributes }) => [name, attributes["public"]])).toEqual([
    ["manual", true],
    ["automated", undefined],
    ["awsbackup", undefined],
  ]);
});

test("a region without clusters, file systems or streaming tables is asked one list only", async () => {
  await scan("aws/rds/cluster", {});
  expect([callsOf("DescribeDBClusters"), callsOf("DescribeGlobalClusters")]).toEqual([1, 0]);
  await cloud?.close();
  await scan("aws/efs/file-system", {});
  expect([callsOf("DescribeFileSystems"), callsOf("DescribeReplicationConfigurations")]).toEqual([1, 0]);
  await cloud?.close();
  await scan("aws/fsx/file-system", { fsx: { FileSystems: [windows] } });
  expect([callsOf("DescribeFileSystems"), callsOf("DescribeDataRepositoryAssociations")]).toEqual([1, 0]);
  await cloud?.close();
  await scan("aws/dynamodb/table", { dynamodb: { Tables: [{ TableName: "A", TableArn: `${dynamodb}:table/A` }] } });
  expect([callsOf("DescribeTable"), callsOf("ListGlobalTables")]).toEqual([1, 0]);
});

const windows = {
  FileSystemId: "fs-1",
  FileSystemType: "WINDOWS",
  ResourceARN: `arn:aws:fsx:${region}:${account}:file-system/fs-1`,
};

test("what is said of clusters is kept where the list of global clusters is refused", async () => {
  const cluster = {
    DBClusterIdentifier: "orders",
    DBClusterArn: `${rds}:cluster:orders`,
    ReadReplicaIdentifiers: [`arn:aws:rds:us-east-1:${account}:cluster:orders-us`],
  };
  const faults = [{ operation: "DescribeGlobalClusters", answer: "denied" }] as const;
  const { records, gaps } = await scan("aws/rds/cluster", { rds: { DBClusters: [cluster] } }, { faults });
  expect(gapLines(gaps)).toEqual([`aws/rds/cluster ${region} DescribeGlobalClusters denied list`]);
  expect(records[0]?.links).toMatchObject([{ kind: "replicates-to", target: { place: { region: "us-east-1" } } }]);
});

test("a replica of a table is told once by each member, and never towards itself", async () => {
  const Replicas = ["us-east-1", region, "eu-west-1"].map((RegionName) => ({ RegionName, ReplicaStatus: "ACTIVE" }));
  const Tables = [{ TableName: "Customers", TableArn: `${dynamodb}:table/Customers`, Replicas }];
  const { records } = await scan("aws/dynamodb/table", { dynamodb: { Tables } });
  expect(records[0]?.links.map(({ kind, direction, target }) => [kind, direction, target.id])).toEqual([
    ["replicates-to", "to", `arn:aws:dynamodb:us-east-1:${account}:table/Customers`],
    ["replicates-to", "to", `arn:aws:dynamodb:eu-west-1:${account}:table/Customers`],
  ]);
});

test("tags of a table come from every page, and a list of tags that does not end is a gap", async () => {
  const $tags = { "data-class": "personal", owner: "", team: "数据" };
  const Tables = [{ TableName: "Customers", TableArn: `${dynamodb}:table/Customers`, $tags }];
  const paged = await scan("aws/dynamodb/table", { dynamodb: { Tables } }, { pageSize: 1 });
  expect(callsOf("ListTagsOfResource")).toBe(3);
  expect(paged.records[0]?.tags).toEqual({ known: true, value: $tags });
  await cloud?.close();
  const faults = [{ operation: "ListTagsOfResource", answer: "repeat-token" }] as const;
  const endless = await scan("aws/dynamodb/table", { dynamodb: { Tables } }, { pageSize: 1, faults });
  expect(endless.records[0]?.tags).toEqual({ known: false, why: "malformed" });
  expect(gapLines(endless.gaps)).toEqual([
    `aws/dynamodb/table ${region} ListTagsOfResource malformed ${dynamodb}:table/Customers`,
  ]);
});

test("an instance that a list tells no tags of is asked for them, and a refusal leaves them unknown", async () => {
  const DBInstances = [{ DBInstanceIdentifier: "docs", DBInstanceArn: `${rds}:db:docs`, $tagsAside: true }];
  const faults = [{ operation: "ListTagsForResource", answer: "denied" }] as const;
  const { records, gaps } = await scan("aws/rds/instance", { rds: { DBInstances } }, { faults });
  expect(records[0]?.tags).toEqual({ known: false, why: "denied" });
  expect(gapLines(gaps)).toEqual([`aws/rds/instance ${region} ListTagsForResource denied ${rds}:db:docs`]);
});

test("a cache that is in a replication group is the group's, and not told a second time", async () => {
  const cache = `arn:aws:elasticache:${region}:${account}`;
  const held = {
    elasticache: {
      CacheClusters: [
        { CacheClusterId: "orders-001", ARN: `${cache}:cluster:orders-001`, ReplicationGroupId: "orders" },
      ],
      ReplicationGroups: [{ ReplicationGroupId: "orders", ARN: `${cache}:replicationgroup:orders` }],
    },
  };
  const single = await scan("aws/elasticache/cluster", held);
  expect([single.records, single.gaps]).toEqual([[], []]);
  await cloud?.close();
  const grouped = await scan("aws/elasticache/replication-group", held);
  expect(grouped.records.map(({ id }) => id)).toEqual([`${cache}:replicationgroup:orders`]);
  expect(callsOf("DescribeGlobalReplicationGroups")).toBe(0);
});

/** Asks for global tables of 2017: it streams both images and has no replicas. */
const streaming = {
  TableName: "events",
  TableArn: `${dynamodb}:table/events`,
  StreamSpecification: { StreamEnabled: true, StreamViewType: "NEW_AND_OLD_IMAGES" },
};

test("a region that knows nothing of the global tables of 2017 has none: no gap, and the table is there", async () => {
  const { records, gaps } = await scan("aws/dynamodb/table", {
    dynamodb: { Tables: [streaming], withoutGlobalTables: [] },
  });
  expect(callsOf("ListGlobalTables")).toBe(1);
  expect(gapLines(gaps)).toEqual([]);
  expect(records.map(({ id, links }) => [id, links])).toEqual([[streaming.TableArn, []]]);
});

test("global tables that stay unanswered for any other reason are a gap", async () => {
  const faults = [{ operation: "ListGlobalTables", answer: "denied" }] as const;
  const { records, gaps } = await scan("aws/dynamodb/table", { dynamodb: { Tables: [streaming] } }, { faults });
  expect(gaps.map(({ operation, reason }) => [operation, reason])).toEqual([["ListGlobalTables", "denied"]]);
  expect(records).toHaveLength(1);
});
