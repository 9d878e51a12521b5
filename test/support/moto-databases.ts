import { execFileSync } from "node:child_process";
import { CreateBackupCommand, CreateTableCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { CreateFileSystemCommand as CreateEfsCommand, EFSClient } from "@aws-sdk/client-efs";
import {
  CreateCacheClusterCommand,
  CreateReplicationGroupCommand,
  ElastiCacheClient,
} from "@aws-sdk/client-elasticache";
import { CreateFileSystemCommand as CreateFsxCommand, FSxClient } from "@aws-sdk/client-fsx";
import {
  CopyDBSnapshotCommand,
  CreateDBClusterCommand,
  CreateDBClusterSnapshotCommand,
  CreateDBInstanceCommand,
  CreateDBInstanceReadReplicaCommand,
  CreateDBSnapshotCommand,
  CreateGlobalClusterCommand,
  ModifyDBSnapshotAttributeCommand,
  RDSClient,
  StartExportTaskCommand,
} from "@aws-sdk/client-rds";
import {
  CreateClusterCommand,
  CreateClusterSnapshotCommand,
  EnableSnapshotCopyCommand,
  RedshiftClient,
} from "@aws-sdk/client-redshift";

const Tags = [{ Key: "data-class", Value: "个人信息" }];
const account = "123456789012";
const MasterUserPassword = "Loopback0nly";

/** Databases and file systems of a region, with what another region of the partition takes from them. */
export async function furnishDatabases(url: string, region: string, other: string): Promise<void> {
  const partition = region.startsWith("cn-") ? "aws-cn" : "aws";
  await furnishRds(url, partition, region, other);
  await furnishDynamo(url, region);
  await furnishRest(url, region, other);
}

function configOf(endpoint: string, region: string) {
  const credentials = { accessKeyId: "test", secretAccessKey: "test" };
  return { endpoint, region, credentials, maxAttempts: 1 };
}

async function furnishRds(url: string, partition: string, region: string, other: string): Promise<void> {
  const rds = new RDSClient(configOf(url, region));
  const arn = `arn:${partition}:rds:${region}:${account}`;
  const common = { DBInstanceClass: "db.t3.medium", Engine: "mysql", MasterUsername: "admin", MasterUserPassword };
  await rds.send(
    new CreateDBInstanceCommand({
      ...common,
      DBInstanceIdentifier: "crm",
      AllocatedStorage: 20,
      StorageEncrypted: true,
      EnableCloudwatchLogsExports: ["audit"],
      Tags,
    }),
  );
  await rds.send(new CreateDBInstanceCommand({ ...common, DBInstanceIdentifier: "lab", AllocatedStorage: 20 }));
  await rds.send(new CreateDBSnapshotCommand({ DBInstanceIdentifier: "crm", DBSnapshotIdentifier: "crm-1", Tags }));
  await rds.send(
    new CopyDBSnapshotCommand({ SourceDBSnapshotIdentifier: "crm-1", TargetDBSnapshotIdentifier: "crm-2" }),
  );
  await rds.send(
    new ModifyDBSnapshotAttributeCommand({
      DBSnapshotIdentifier: "crm-1",
      AttributeName: "restore",
      ValuesToAdd: ["222233334444"],
    }),
  );
  await rds.send(
    new StartExportTaskCommand({
      ExportTaskIdentifier: "crm-to-lake",
      SourceArn: `${arn}:snapshot:crm-1`,
      S3BucketName: "lake",
      IamRoleArn: `arn:${partition}:iam::${account}:role/export`,
      KmsKeyId: `arn:${partition}:kms:${region}:${account}:key/11111111-2222-4333-8444-555566667777`,
    }),
  );
  const GlobalClusterIdentifier = `orders-${region}`;
  const cluster = { Engine: "aurora-mysql", GlobalClusterIdentifier, MasterUsername: "admin", MasterUserPassword };
  await rds.send(new CreateGlobalClusterCommand({ GlobalClusterIdentifier, Engine: cluster.Engine }));
  await rds.send(new CreateDBClusterCommand({ ...cluster, DBClusterIdentifier: "orders", Tags }));
  await rds.send(
    new CreateDBClusterSnapshotCommand({ DBClusterIdentifier: "orders", DBClusterSnapshotIdentifier: "orders-1" }),
  );
  const afar = new RDSClient(configOf(url, other));
  await afar.send(
    new CreateDBInstanceReadReplicaCommand({
      DBInstanceIdentifier: "crm-afar",
      SourceDBInstanceIdentifier: `${arn}:db:crm`,
    }),
  );
  await afar.send(new CreateDBClusterCommand({ ...cluster, DBClusterIdentifier: "orders-afar" }));
}

async function furnishDynamo(url: string, region: string): Promise<void> {
  const dynamodb = new DynamoDBClient(configOf(url, region));
  for (const TableName of ["Customers", "Sessions", "Lab"]) {
    await dynamodb.send(
      new CreateTableCommand({
        TableName,
        AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }],
        KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
        BillingMode: "PAY_PER_REQUEST",
        ...(TableName === "Customers" ? { Tags } : {}),
      }),
    );
  }
  await dynamodb.send(new CreateBackupCommand({ TableName: "Customers", BackupName: "month-end" }));
}

async function furnishRest(url: string, region: string, other: string): Promise<void> {
  const config = configOf(url, region);
  const efs = new EFSClient(config);
  await efs.send(new CreateEfsCommand({ CreationToken: "a", Encrypted: true, Tags }));
  await efs.send(new CreateEfsCommand({ CreationToken: "b" }));
  const fsx = new FSxClient(config);
  await fsx.send(
    new CreateFsxCommand({ FileSystemType: "LUSTRE", StorageCapacity: 1200, SubnetIds: ["subnet-1"], Tags }),
  );
  const redshift = new RedshiftClient(config);
  const ClusterIdentifier = "warehouse";
  await redshift.send(
    new CreateClusterCommand({
      ClusterIdentifier,
      NodeType: "ra3.xlplus",
      MasterUsername: "admin",
      MasterUserPassword,
      Tags,
    }),
  );
  await redshift.send(new EnableSnapshotCopyCommand({ ClusterIdentifier, DestinationRegion: other }));
  await redshift.send(new CreateClusterSnapshotCommand({ ClusterIdentifier, SnapshotIdentifier: "month-end", Tags }));
  const elasticache = new ElastiCacheClient(config);
  const node = { CacheNodeType: "cache.t3.micro", Engine: "redis" };
  await elasticache.send(
    new CreateCacheClusterCommand({ ...node, CacheClusterId: "sessions", NumCacheNodes: 1, Tags }),
  );
  await elasticache.send(
    new CreateReplicationGroupCommand({
      ...node,
      ReplicationGroupId: "orders",
      ReplicationGroupDescription: "orders",
      NumCacheClusters: 2,
      Tags,
    }),
  );
}

/** Ids of a region by boto3, a client that shares no code with ours. */
export function listDatabasesWithBoto(url: string, region: string): readonly string[] {
  const keys = { AWS_ACCESS_KEY_ID: "test", AWS_SECRET_ACCESS_KEY: "test", AWS_EC2_METADATA_DISABLED: "true" };
  const output = execFileSync("python3", ["-c", program, url, region], {
    encoding: "utf8",
    env: { ...process.env, ...keys },
  });
  return output.split("\n").filter((line) => line !== "");
}

const program = `
import sys, boto3
url, region = sys.argv[1:3]
client = lambda name: boto3.client(name, region_name=region, endpoint_url=url)
every = lambda client, call, key: [item for page in client.get_paginator(call).paginate() for item in page[key]]
identity = client("sts").get_caller_identity()
base = lambda service: f"arn:{identity['Arn'].split(':')[1]}:{service}:{region}:{identity['Account']}"
rds, dynamodb, redshift, cache = client("rds"), client("dynamodb"), client("redshift"), client("elasticache")
for one in every(rds, "describe_db_instances", "DBInstances"): print(one["DBInstanceArn"])
for one in every(rds, "describe_db_clusters", "DBClusters"): print(one["DBClusterArn"])
for one in every(rds, "describe_db_snapshots", "DBSnapshots"): print(one["DBSnapshotArn"])
for one in every(rds, "describe_db_cluster_snapshots", "DBClusterSnapshots"): print(one["DBClusterSnapshotArn"])
for one in every(rds, "describe_export_tasks", "ExportTasks"): print(f"{base('rds')}:export-task:{one['ExportTaskIdentifier']}")
for one in every(dynamodb, "list_tables", "TableNames"): print(f"{base('dynamodb')}:table/{one}")
for one in every(dynamodb, "list_backups", "BackupSummaries"): print(one["BackupArn"])
for one in every(client("efs"), "describe_file_systems", "FileSystems"): print(one["FileSystemArn"])
for one in every(client("fsx"), "describe_file_systems", "FileSystems"): print(one["ResourceARN"])
for one in every(redshift, "describe_clusters", "Clusters"): print(f"{base('redshift')}:cluster:{one['ClusterIdentifier']}")
for one in every(redshift, "describe_cluster_snapshots", "Snapshots"): print(f"{base('redshift')}:snapshot:{one['ClusterIdentifier']}/{one['SnapshotIdentifier']}")
for one in every(cache, "describe_cache_clusters", "CacheClusters"):
    if not one.get("ReplicationGroupId"): print(one["ARN"])
for one in every(cache, "describe_replication_groups", "ReplicationGroups"): print(one["ARN"])
`;
