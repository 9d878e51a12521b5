import { afterAll, beforeAll, expect, test } from "vitest";
import { serveAws } from "../../providers/aws/loopback.ts";
import type { Document, LoopbackCloud } from "../../src/model/index.ts";
import { testKeys } from "../support/aws-scan.ts";
import { scanClouds } from "../support/spine-scan.ts";

const account = "444455556666";
const here = "ap-east-1";
const afar = "eu-west-1";
const arn = (service: string, region: string, rest: string) => `arn:aws:${service}:${region}:${account}:${rest}`;
const $tags = { "data-class": "personal", "data-origin": "mainland" };

const lake = "arn:aws:s3:::lake";
const partnerBucket = "arn:aws:s3:::partner";
const key = arn("kms", afar, "key/11111111-2222-4333-8444-555566667777");
const id = {
  crm: arn("rds", here, "db:crm"),
  crmAfar: arn("rds", afar, "db:crm-afar"),
  crmBackup: arn("rds", afar, "auto-backup:ab-crm"),
  crmSnapshot: arn("rds", here, "snapshot:crm-1"),
  crmSnapshotAfar: arn("rds", afar, "snapshot:crm-1-afar"),
  crmExport: arn("rds", afar, "export-task:crm-to-lake"),
  crmIntegration: arn("rds", here, "integration:crm"),
  crmLog: arn("logs", here, "log-group:/aws/rds/instance/crm/audit"),
  orders: arn("rds", here, "cluster:orders"),
  ordersNode: arn("rds", here, "db:orders-1"),
  ordersAfar: arn("rds", afar, "cluster:orders-afar"),
  ordersSnapshot: arn("rds", here, "cluster-snapshot:orders-1"),
  ordersKept: arn("rds", afar, "cluster-auto-backup:ab-orders"),
  customers: arn("dynamodb", here, "table/Customers"),
  customersAfar: arn("dynamodb", afar, "table/Customers"),
  customersBackup: arn("dynamodb", here, "table/Customers/backup/1"),
  customersExport: arn("dynamodb", here, "table/Customers/export/1"),
  customersStream: arn("kinesis", here, "stream/customers"),
  files: arn("elasticfilesystem", here, "file-system/fs-1"),
  filesAfar: arn("elasticfilesystem", afar, "file-system/fs-2"),
  scratch: arn("fsx", here, "file-system/fs-3"),
  scratchBackup: arn("fsx", here, "backup/backup-1"),
  scratchBackupAfar: arn("fsx", afar, "backup/backup-2"),
  warehouse: arn("redshift", here, "cluster:warehouse"),
  namespace: arn("redshift", here, "namespace:1111"),
  warehouseSnapshot: arn("redshift", afar, "snapshot:warehouse/copy:rs:1"),
  share: arn("redshift", here, "datashare:1111/orders"),
  sessions: arn("elasticache", here, "replicationgroup:sessions"),
  sessionsAfar: arn("elasticache", afar, "replicationgroup:sessions-afar"),
  sessionsSnapshot: arn("elasticache", here, "snapshot:sessions-1"),
  carts: arn("elasticache", here, "serverlesscache:carts"),
  cartsSnapshot: arn("elasticache", here, "serverlesscachesnapshot:carts-1"),
} as const;

const datastore = {
  GlobalReplicationGroupId: "world",
  Members: [
    { ReplicationGroupId: "sessions", ReplicationGroupRegion: here, Role: "PRIMARY" },
    { ReplicationGroupId: "sessions-afar", ReplicationGroupRegion: afar, Role: "SECONDARY" },
  ],
};
const member = { GlobalReplicationGroupId: "world" };
const global = {
  GlobalClusterIdentifier: "orders",
  GlobalClusterMembers: [
    { DBClusterArn: id.orders, IsWriter: true },
    { DBClusterArn: id.ordersAfar, IsWriter: false },
  ],
};
const replication = {
  SourceFileSystemId: "fs-1",
  SourceFileSystemRegion: here,
  SourceFileSystemArn: id.files,
  OriginalSourceFileSystemArn: id.files,
  Destinations: [{ FileSystemId: "fs-2", Region: afar, Status: "ENABLED" }],
};

/** Only what holds the data first is tagged. */
const services = {
  [here]: {
    rds: {
      DBInstances: [
        {
          DBInstanceIdentifier: "crm",
          DBInstanceArn: id.crm,
          EnabledCloudwatchLogsExports: ["audit"],
          KmsKeyId: key,
          ReadReplicaDBInstanceIdentifiers: [id.crmAfar],
          DBInstanceAutomatedBackupsReplications: [{ DBInstanceAutomatedBackupsArn: id.crmBackup }],
          $tags,
        },
        { DBInstanceIdentifier: "orders-1", DBInstanceArn: id.ordersNode, DBClusterIdentifier: "orders" },
      ],
      DBClusters: [{ DBClusterIdentifier: "orders", DBClusterArn: id.orders, $tags }],
      GlobalClusters: [global],
      DBSnapshots: [
        {
          DBSnapshotIdentifier: "crm-1",
          DBSnapshotArn: id.crmSnapshot,
          DBInstanceIdentifier: "crm",
          SnapshotType: "manual",
          $restore: ["222233334444"],
        },
      ],
      DBClusterSnapshots: [
        {
          DBClusterSnapshotIdentifier: "orders-1",
          DBClusterSnapshotArn: id.ordersSnapshot,
          DBClusterIdentifier: "orders",
          SnapshotType: "manual",
          $restore: ["all"],
        },
      ],
      Integrations: [
        { IntegrationName: "crm", IntegrationArn: id.crmIntegration, SourceArn: id.crm, TargetArn: id.namespace },
      ],
    },
    dynamodb: {
      Tables: [
        {
          TableName: "Customers",
          TableArn: id.customers,
          Replicas: [{ RegionName: afar, ReplicaStatus: "ACTIVE" }],
          $tags,
          $kinesis: [{ StreamArn: id.customersStream, DestinationStatus: "ACTIVE" }],
        },
      ],
      Backups: [{ BackupArn: id.customersBackup, BackupName: "1", TableArn: id.customers, BackupType: "USER" }],
      Exports: [
        {
          ExportArn: id.customersExport,
          ExportStatus: "COMPLETED",
          TableArn: id.customers,
          S3Bucket: "partner",
          S3BucketOwner: "222233334444",
        },
      ],
    },
    elasticfilesystem: {
      FileSystems: [{ FileSystemId: "fs-1", FileSystemArn: id.files, $tags }],
      Replications: [replication],
    },
    fsx: {
      FileSystems: [{ FileSystemId: "fs-3", FileSystemType: "LUSTRE", ResourceARN: id.scratch }],
      Associations: [
        {
          AssociationId: "dra-1",
          FileSystemId: "fs-3",
          DataRepositoryPath: "s3://lake/images",
          S3: { AutoExportPolicy: { Events: ["NEW"] } },
        },
      ],
      Backups: [{ BackupId: "backup-1", ResourceARN: id.scratchBackup, FileSystem: { ResourceARN: id.scratch } }],
    },
    redshift: {
      Clusters: [
        {
          ClusterIdentifier: "warehouse",
          ClusterNamespaceArn: id.namespace,
          ClusterSnapshotCopyStatus: { DestinationRegion: afar },
          $logging: { LoggingEnabled: true, BucketName: "lake" },
        },
      ],
      DataShares: [
        {
          DataShareArn: id.share,
          ProducerArn: id.namespace,
          DataShareAssociations: [
            { ConsumerIdentifier: "222233334444", ConsumerRegion: "us-east-1", Status: "ACTIVE" },
          ],
        },
      ],
    },
    elasticache: {
      ReplicationGroups: [
        { ReplicationGroupId: "sessions", ARN: id.sessions, GlobalReplicationGroupInfo: member, $tags },
      ],
      GlobalReplicationGroups: [datastore],
      Snapshots: [{ SnapshotName: "sessions-1", ARN: id.sessionsSnapshot, ReplicationGroupId: "sessions" }],
      ServerlessCaches: [{ ServerlessCacheName: "carts", ARN: id.carts, $tags }],
      ServerlessCacheSnapshots: [
        {
          ServerlessCacheSnapshotName: "carts-1",
          ARN: id.cartsSnapshot,
          ServerlessCacheConfiguration: { ServerlessCacheName: "carts" },
        },
      ],
    },
  },
  [afar]: {
    rds: {
      DBInstances: [
        {
          DBInstanceIdentifier: "crm-afar",
          DBInstanceArn: id.crmAfar,
          ReadReplicaSourceDBInstanceIdentifier: id.crm,
        },
      ],
      DBClusters: [
        { DBClusterIdentifier: "orders-afar", DBClusterArn: id.ordersAfar, ReplicationSourceIdentifier: id.orders },
      ],
      GlobalClusters: [global],
      DBSnapshots: [
        {
          DBSnapshotIdentifier: "crm-1-afar",
          DBSnapshotArn: id.crmSnapshotAfar,
          DBInstanceIdentifier: "crm",
          SnapshotType: "manual",
          SourceRegion: here,
          SourceDBSnapshotIdentifier: id.crmSnapshot,
        },
      ],
      DBInstanceAutomatedBackups: [
        { DBInstanceAutomatedBackupsArn: id.crmBackup, DBInstanceArn: id.crm, DBInstanceIdentifier: "crm" },
      ],
      DBClusterAutomatedBackups: [
        { DBClusterAutomatedBackupsArn: id.ordersKept, DBClusterArn: id.orders, DBClusterIdentifier: "orders" },
      ],
      ExportTasks: [
        {
          ExportTaskIdentifier: "crm-to-lake",
          SourceArn: id.crmSnapshotAfar,
          S3Bucket: "lake",
          Status: "COMPLETE",
          PercentProgress: 100,
        },
      ],
    },
    dynamodb: {
      Tables: [
        {
          TableName: "Customers",
          TableArn: id.customersAfar,
          Replicas: [{ RegionName: here, ReplicaStatus: "ACTIVE" }],
        },
      ],
    },
    elasticfilesystem: {
      FileSystems: [{ FileSystemId: "fs-2", FileSystemArn: id.filesAfar }],
      Replications: [replication],
    },
    fsx: {
      Backups: [
        {
          BackupId: "backup-2",
          ResourceARN: id.scratchBackupAfar,
          SourceBackupId: "backup-1",
          SourceBackupRegion: here,
        },
      ],
    },
    redshift: {
      Snapshots: [{ SnapshotIdentifier: "copy:rs:1", ClusterIdentifier: "warehouse", SourceRegion: here }],
    },
    elasticache: {
      ReplicationGroups: [
        { ReplicationGroupId: "sessions-afar", ARN: id.sessionsAfar, GlobalReplicationGroupInfo: member },
      ],
      GlobalReplicationGroups: [datastore],
    },
  },
};

/** Every way out: from, kind, to or party, and where that is. */
const ways: readonly (readonly [string, string, string | null, string | null])[] = [
  [id.crm, "replicates-to", id.crmAfar, afar],
  [id.crm, "backs-up-to", id.crmBackup, afar],
  [id.crm, "copied-to", id.crmSnapshot, here],
  [id.crm, "logs-to", id.crmLog, here],
  [id.crm, "key-held-in", key, afar],
  [id.crm, "replicates-to", id.crmIntegration, here],
  [id.crmIntegration, "replicates-to", id.warehouse, here],
  [id.crmSnapshot, "copied-to", id.crmSnapshotAfar, afar],
  [id.crmSnapshot, "shared-with", "222233334444", null],
  [id.crmSnapshotAfar, "copied-to", id.crmExport, afar],
  [id.crmExport, "copied-to", lake, afar],
  [id.orders, "replicates-to", id.ordersAfar, afar],
  [id.orders, "copied-to", id.ordersSnapshot, here],
  [id.orders, "backs-up-to", id.ordersKept, afar],
  [id.ordersSnapshot, "shared-with", "*", null],
  [id.customers, "replicates-to", id.customersAfar, afar],
  [id.customersAfar, "replicates-to", id.customers, here],
  [id.customers, "copied-to", id.customersBackup, here],
  [id.customers, "copied-to", id.customersExport, here],
  [id.customers, "streams-to", id.customersStream, here],
  [id.customersExport, "copied-to", partnerBucket, null],
  [id.files, "replicates-to", id.filesAfar, afar],
  [lake, "copied-to", id.scratch, here],
  [id.scratch, "copied-to", lake, afar],
  [id.scratch, "copied-to", id.scratchBackup, here],
  [id.scratchBackup, "copied-to", id.scratchBackupAfar, afar],
  [id.warehouse, "backs-up-to", null, afar],
  [id.warehouse, "logs-to", lake, afar],
  [id.warehouse, "copied-to", id.warehouseSnapshot, afar],
  [id.share, "shared-with", "222233334444", "us-east-1"],
  [id.sessions, "replicates-to", id.sessionsAfar, afar],
  [id.sessions, "copied-to", id.sessionsSnapshot, here],
  [id.carts, "copied-to", id.cartsSnapshot, here],
];

let cloud: LoopbackCloud;
let document: Document;
beforeAll(async () => {
  const regions = [{ id: here }, { id: afar }];
  const buckets = [{ name: "lake", region: afar }];
  cloud = await serveAws({ accounts: [{ id: account, partition: "aws", regions, buckets, services }] });
  const only = ["s3", "rds", "dynamodb", "efs", "fsx", "redshift", "elasticache"];
  ({ document } = await scanClouds(
    { sources: [{ provider: "aws", endpoint: cloud.url }], environment: testKeys },
    { only: only.map((service) => `aws/${service}/*`) },
  ));
});
afterAll(() => cloud?.close());

test("every way out of databases and file systems is an edge: none missing, none invented, none backwards", () => {
  expect(document.coverage.gaps).toEqual([]);
  const edges = document.edges.filter(({ kind }) => kind !== "stored-in");
  const found = edges.map(({ from, kind, to, party, place }) => [from, kind, to ?? party, place.region].join(" "));
  expect(found.sort()).toEqual(ways.map((way) => way.join(" ")).sort());
});

test("what is copied, replicated, exported or logged has the class of its source, and says that it was inherited", () => {
  const tagged: readonly string[] = [id.crm, id.orders, id.customers, id.files, id.sessions, id.carts];
  const told = document.resources.filter((resource) => !tagged.includes(resource.id));
  expect(told.map((resource) => resource.id)).toContain(lake);
  expect(told.length).toBeGreaterThanOrEqual(20);
  for (const { id: untagged, dataClass } of told) {
    expect(dataClass.class, untagged).toBe("personal");
    expect(
      dataClass.evidence.map(({ kind }) => kind),
      untagged,
    ).toContain("inherited");
  }
});
