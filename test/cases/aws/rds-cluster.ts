import type { AwsHeld } from "../../support/case-clouds.ts";
import type { TypeCase } from "../../support/type-case.ts";

const cluster: TypeCase<AwsHeld> = {
  type: "aws/rds/cluster",
  held: ({ partition, account, region }) => {
    const rds = `arn:${partition}:rds:${region}:${account}`;
    const afar = `arn:${partition}:rds:eu-west-1:${account}`;
    return {
      services: {
        rds: {
          DBClusters: [
            {
              DBClusterIdentifier: "orders",
              DBClusterArn: `${rds}:cluster:orders`,
              Engine: "aurora-mysql",
              StorageEncrypted: true,
              BackupRetentionPeriod: 35,
              KmsKeyId: `arn:${partition}:kms:${region}:999988887777:key/11111111-2222-4333-8444-555566667777`,
              GlobalClusterIdentifier: "orders-world",
              EnabledCloudwatchLogsExports: ["audit"],
              ActivityStreamStatus: "started",
              ActivityStreamKinesisStreamName: "aws-rds-das-cluster-ORDERS",
              ReadReplicaIdentifiers: ["orders-copy"],
              $tags: { "data-class": "sensitive-personal", 部门: "订单", owner: "" },
            },
            {
              DBClusterIdentifier: "orders-copy",
              DBClusterArn: `${rds}:cluster:orders-copy`,
              Engine: "aurora-mysql",
              StorageEncrypted: false,
              ReplicationSourceIdentifier: `${rds}:cluster:orders`,
            },
            {
              DBClusterIdentifier: "docs",
              DBClusterArn: `${rds}:cluster:docs`,
              Engine: "docdb",
              EnabledCloudwatchLogsExports: ["profiler"],
              $tags: { team: "文档" },
              $tagsAside: true,
            },
            {
              DBClusterIdentifier: "graph",
              DBClusterArn: `${rds}:cluster:graph`,
              Engine: "neptune",
              EnabledCloudwatchLogsExports: ["audit"],
            },
            {
              DBClusterIdentifier: "pay",
              DBClusterArn: `${rds}:cluster:pay`,
              Engine: "mysql",
              PubliclyAccessible: true,
            },
          ],
          GlobalClusters: [
            {
              GlobalClusterIdentifier: "orders-world",
              GlobalClusterMembers: [
                { DBClusterArn: `${rds}:cluster:orders`, IsWriter: true, Readers: [`${afar}:cluster:orders-eu`] },
                { DBClusterArn: `${afar}:cluster:orders-eu`, IsWriter: false },
                {
                  DBClusterArn: `arn:${partition}:rds:ap-southeast-1:${account}:cluster:orders-sg`,
                  IsWriter: false,
                },
              ],
            },
            {
              GlobalClusterIdentifier: "docs-world",
              GlobalClusterMembers: [
                { DBClusterArn: `${rds}:cluster:docs`, IsWriter: false },
                { DBClusterArn: `${afar}:cluster:docs-eu`, IsWriter: true },
                {
                  DBClusterArn: `arn:${partition}:rds:ap-southeast-1:${account}:cluster:docs-sg`,
                  IsWriter: false,
                },
              ],
            },
          ],
        },
      },
    };
  },
  finds: ({ partition, account, region }) => {
    const rds = `arn:${partition}:rds:${region}:${account}`;
    const logs = `arn:${partition}:logs:${region}:${account}:log-group`;
    return [
      {
        id: `${rds}:cluster:orders`,
        name: "orders",
        role: "store",
        tags: { "data-class": "sensitive-personal", 部门: "订单", owner: "" },
        attributes: { encrypted: true, engine: "aurora-mysql", backupRetentionDays: 35 },
        links: [
          { kind: "replicates-to", id: `${rds}:cluster:orders-copy`, region },
          {
            kind: "replicates-to",
            id: `arn:${partition}:rds:eu-west-1:${account}:cluster:orders-eu`,
            region: "eu-west-1",
          },
          {
            kind: "replicates-to",
            id: `arn:${partition}:rds:ap-southeast-1:${account}:cluster:orders-sg`,
            region: "ap-southeast-1",
          },
          { kind: "logs-to", id: `${logs}:/aws/rds/cluster/orders/audit`, region },
          {
            kind: "streams-to",
            id: `arn:${partition}:kinesis:${region}:${account}:stream/aws-rds-das-cluster-ORDERS`,
            region,
          },
          {
            kind: "key-held-in",
            id: `arn:${partition}:kms:${region}:999988887777:key/11111111-2222-4333-8444-555566667777`,
            region,
            party: "999988887777",
          },
        ],
      },
      {
        id: `${rds}:cluster:orders-copy`,
        name: "orders-copy",
        role: "store",
        tags: {},
        attributes: { encrypted: false },
        links: [{ kind: "replicates-to", direction: "from", id: `${rds}:cluster:orders`, region }],
      },
      {
        id: `${rds}:cluster:docs`,
        name: "docs",
        role: "store",
        tags: { team: "文档" },
        attributes: { engine: "docdb" },
        links: [
          {
            kind: "replicates-to",
            direction: "from",
            id: `arn:${partition}:rds:eu-west-1:${account}:cluster:docs-eu`,
            region: "eu-west-1",
          },
          { kind: "logs-to", id: `${logs}:/aws/docdb/docs/profiler`, region },
        ],
      },
      {
        id: `${rds}:cluster:graph`,
        name: "graph",
        role: "store",
        tags: {},
        links: [{ kind: "logs-to", id: `${logs}:/aws/neptune/graph/audit`, region }],
      },
      {
        id: `${rds}:cluster:pay`,
        name: "pay",
        role: "store",
        tags: {},
        attributes: { engine: "mysql", publiclyAccessible: true },
        links: [{ kind: "reachable-from" }],
      },
    ];
  },
  lists: [{ operation: "DescribeDBClusters" }, { operation: "DescribeGlobalClusters", loses: () => [] }],
};

export default cluster;
