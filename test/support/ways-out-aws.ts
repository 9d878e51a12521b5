import type { AwsHeld, Served } from "./case-clouds.ts";

/**
 * A company with every way out that AWS offers, at once, in both partitions: two accounts of the world, which are scanned, one
 * in China, which is too, and a partner's, which is not. Written from the API references (shapes of @aws-sdk clients 3.1169,
 * user guides as read on 2026-11-22) and not from the cases of the types, so that a misunderstanding shared by a type and its
 * case shows.
 */
const china = "111122223333";
export const [own, second, partner] = ["444455556666", "777788889999", "999900001111"] as const;
export const [us, hk, sg, bj, nx] = [
  "us-east-1",
  "ap-east-1",
  "ap-southeast-1",
  "cn-north-1",
  "cn-northwest-1",
] as const;

export const arn = (service: string, region: string, rest: string, account: string = own) =>
  `arn:aws:${service}:${region}:${account}:${rest}`;
export const cn = (service: string, region: string, rest: string) => `arn:aws-cn:${service}:${region}:${china}:${rest}`;
export const bucket = (name: string) => `arn:aws:s3:::${name}`;
/** The partner's key, by which every store of the company may be encrypted. */
export const partnerKey = (region: string) => arn("kms", region, "key/0f0f0f0f-aaaa-4bbb-8ccc-dddddddddddd", partner);
export const namespace = arn("redshift", hk, "namespace:5f0c1a52-1111-4222-8333-0a0b0c0d0e0f");

const allow = (principal: unknown, action: string | readonly string[], more: object = {}) =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: principal, Action: action, Resource: "*", ...more }],
  });
const theirs = { AWS: `arn:aws:iam::${partner}:root` };

const globalOrders = {
  GlobalClusterIdentifier: "orders-world",
  GlobalClusterMembers: [
    { DBClusterArn: arn("rds", hk, "cluster:orders"), IsWriter: true },
    { DBClusterArn: arn("rds", sg, "cluster:orders-sg"), IsWriter: false },
    { DBClusterArn: arn("rds", us, "cluster:orders-us"), IsWriter: false },
  ],
};
const globalCache = {
  GlobalReplicationGroupId: "sgaui-cart",
  Members: [
    { ReplicationGroupId: "cart", ReplicationGroupRegion: hk, Role: "PRIMARY" },
    { ReplicationGroupId: "cart-us", ReplicationGroupRegion: us, Role: "SECONDARY" },
  ],
};
const fileReplication = {
  SourceFileSystemId: "fs-0a",
  SourceFileSystemRegion: hk,
  SourceFileSystemArn: arn("elasticfilesystem", hk, "file-system/fs-0a"),
  OriginalSourceFileSystemArn: arn("elasticfilesystem", hk, "file-system/fs-0a"),
  Destinations: [{ Status: "ENABLED", FileSystemId: "fs-0b", Region: sg }],
};
const fileReplicationAcross = {
  SourceFileSystemId: "fs-0c",
  SourceFileSystemRegion: hk,
  SourceFileSystemArn: arn("elasticfilesystem", hk, "file-system/fs-0c"),
  OriginalSourceFileSystemArn: arn("elasticfilesystem", hk, "file-system/fs-0c"),
  Destinations: [{ Status: "ENABLED", FileSystemId: "fs-0d", Region: sg, OwnerId: second }],
};
const domainEnd = (OwnerId: string, DomainName: string, Region: string) => ({
  AWSDomainInformation: { OwnerId, DomainName, Region },
});
/** The second account's domain asked the company's for a connection, and so follows or searches it. */
const searchConnection = {
  ConnectionId: "c-across",
  LocalDomainInfo: domainEnd(second, "archive", sg),
  RemoteDomainInfo: domainEnd(own, "catalogue", hk),
  ConnectionStatus: { StatusCode: "ACTIVE" },
};
const multiRegionKey = (region: string, MultiRegionKeyType: "PRIMARY" | "REPLICA") => ({
  KeyId: "mrk-77",
  Arn: arn("kms", region, "key/mrk-77"),
  KeyManager: "CUSTOMER",
  Origin: "AWS_KMS",
  MultiRegion: true,
  MultiRegionConfiguration: {
    MultiRegionKeyType,
    PrimaryKey: { Arn: arn("kms", hk, "key/mrk-77"), Region: hk },
    ReplicaKeys: [
      { Arn: arn("kms", sg, "key/mrk-77"), Region: sg },
      { Arn: arn("kms", us, "key/mrk-77"), Region: us },
    ],
  },
});
const table = (region: string, others: readonly string[], more: object = {}) => ({
  TableName: "Customers",
  TableArn: arn("dynamodb", region, "table/Customers"),
  TableStatus: "ACTIVE",
  GlobalTableVersion: "2019.11.21",
  Replicas: others.map((RegionName) => ({ RegionName, ReplicaStatus: "ACTIVE" })),
  ...more,
});

const s3 = (BucketARN: string) => ({ RoleARN: "arn:aws:iam::444455556666:role/f", BucketARN });
const deliveryStream = (name: string, destination: object, source?: object) => ({
  DeliveryStreamName: name,
  DeliveryStreamARN: arn("firehose", hk, `deliverystream/${name}`),
  DeliveryStreamStatus: "ACTIVE",
  DeliveryStreamType: source === undefined ? "DirectPut" : "KinesisStreamAsSource",
  ...(source === undefined ? {} : { Source: source }),
  Destinations: [{ DestinationId: "destinationId-000000000001", ...destination }],
});

const hongKong: AwsHeld = {
  ec2: {
    instances: [{ id: "i-0a0a0a0a" }],
    volumes: [
      { id: "vol-0a0a0a0a", instance: "i-0a0a0a0a", kmsKey: partnerKey(hk) },
      { id: "vol-0a0a0a0b", snapshot: "snap-0a0a0a0a" },
      { id: "vol-0a0a0a0c", sourceVolume: "vol-0a0a0a0b" },
    ],
    snapshots: [
      { id: "snap-0a0a0a0a", volume: "vol-0a0a0a0a", shares: [partner, second], kmsKey: partnerKey(hk) },
      { id: "snap-0a0a0a0b", description: "Created by CreateImage(i-0a0a0a0a) for ami-0a0a0a0a", shares: [] },
    ],
    images: [
      { id: "ami-0a0a0a0a", sourceInstance: "i-0a0a0a0a", snapshots: ["snap-0a0a0a0b"], shares: ["all"], public: true },
    ],
    flowLogs: [
      { id: "fl-0a", resource: "vpc-1", type: "cloud-watch-logs", logGroup: "flows" },
      { id: "fl-0b", resource: "vpc-1", type: "s3", destination: `${bucket("lake-us")}/flows/` },
      {
        id: "fl-0c",
        resource: "vpc-1",
        type: "kinesis-data-firehose",
        destination: arn("firehose", hk, "deliverystream/to-lake"),
      },
    ],
  },
  buckets: [
    {
      name: "crm-hk",
      region: hk,
      replication: [
        { bucket: bucket("crm-sg") },
        { bucket: bucket("drop-partner"), account: partner },
        { bucket: bucket("old-us"), status: "Disabled" },
      ],
      logging: { bucket: "logs-hk" },
      policy: allow(theirs, "s3:GetObject"),
    },
    { name: "logs-hk", region: hk },
    {
      name: "site-hk",
      region: hk,
      policy: allow("*", "s3:GetObject"),
      publicByPolicy: true,
      website: "index",
      grants: [{ id: "canonical-id-of-somebody", permission: "READ" }],
    },
  ],
  services: {
    rds: {
      DBInstances: [
        {
          DBInstanceIdentifier: "crm",
          DBInstanceArn: arn("rds", hk, "db:crm"),
          Engine: "postgres",
          KmsKeyId: partnerKey(hk),
          ReadReplicaDBInstanceIdentifiers: [arn("rds", sg, "db:crm-sg"), "crm-near"],
          DBInstanceAutomatedBackupsReplications: [
            { DBInstanceAutomatedBackupsArn: arn("rds", sg, "auto-backup:ab-crm") },
          ],
          EnabledCloudwatchLogsExports: ["postgresql"],
          ActivityStreamStatus: "started",
          ActivityStreamKinesisStreamName: "aws-rds-das-db-CRM",
        },
        {
          DBInstanceIdentifier: "crm-near",
          DBInstanceArn: arn("rds", hk, "db:crm-near"),
          Engine: "postgres",
          ReadReplicaSourceDBInstanceIdentifier: "crm",
          ActivityStreamStatus: "stopped",
          ActivityStreamKinesisStreamName: "aws-rds-das-db-OLD",
        },
        {
          DBInstanceIdentifier: "orders-1",
          DBInstanceArn: arn("rds", hk, "db:orders-1"),
          DBClusterIdentifier: "orders",
          Engine: "aurora-mysql",
          EnabledCloudwatchLogsExports: ["audit"],
        },
      ],
      DBClusters: [
        {
          DBClusterIdentifier: "orders",
          DBClusterArn: arn("rds", hk, "cluster:orders"),
          Engine: "aurora-mysql",
          EnabledCloudwatchLogsExports: ["audit"],
          ActivityStreamStatus: "started",
          ActivityStreamKinesisStreamName: "aws-rds-das-cluster-ORDERS",
        },
        {
          DBClusterIdentifier: "papers",
          DBClusterArn: arn("rds", hk, "cluster:papers"),
          Engine: "docdb",
          EnabledCloudwatchLogsExports: ["profiler"],
          KmsKeyId: partnerKey(hk),
        },
        {
          DBClusterIdentifier: "mysql",
          DBClusterArn: arn("rds", hk, "cluster:mysql"),
          Engine: "aurora-mysql",
          ReadReplicaIdentifiers: [arn("rds", sg, "cluster:mysql-sg")],
        },
      ],
      GlobalClusters: [globalOrders],
      DBSnapshots: [
        {
          DBSnapshotIdentifier: "crm-day",
          DBSnapshotArn: arn("rds", hk, "snapshot:crm-day"),
          DBInstanceIdentifier: "crm",
          SnapshotType: "manual",
          KmsKeyId: partnerKey(hk),
          $restore: [partner, "all"],
        },
        {
          DBSnapshotIdentifier: "awsbackup:job-1",
          DBSnapshotArn: arn("rds", hk, "snapshot:awsbackup:job-1"),
          DBInstanceIdentifier: "crm",
          SnapshotType: "awsbackup",
        },
      ],
      DBClusterSnapshots: [
        {
          DBClusterSnapshotIdentifier: "orders-day",
          DBClusterSnapshotArn: arn("rds", hk, "cluster-snapshot:orders-day"),
          DBClusterIdentifier: "orders",
          SnapshotType: "manual",
          $restore: [partner],
        },
      ],
      ExportTasks: [
        {
          ExportTaskIdentifier: "crm-to-lake",
          SourceArn: arn("rds", hk, "snapshot:crm-day"),
          S3Bucket: "lake-us",
          Status: "COMPLETE",
          KmsKeyId: partnerKey(hk),
        },
        {
          ExportTaskIdentifier: "never",
          SourceArn: arn("rds", hk, "snapshot:crm-day"),
          S3Bucket: "lake-us",
          Status: "FAILED",
          PercentProgress: 0,
        },
      ],
      Integrations: [
        {
          IntegrationArn: arn("rds", hk, "integration:zero"),
          IntegrationName: "zero",
          SourceArn: arn("rds", hk, "cluster:orders"),
          TargetArn: namespace,
          Status: "active",
        },
      ],
      DBClusterAutomatedBackups: [],
      DBInstanceAutomatedBackups: [
        // Of an instance that is still there: part of it.
        {
          DBInstanceIdentifier: "crm",
          DBInstanceArn: arn("rds", hk, "db:crm"),
          DBInstanceAutomatedBackupsArn: arn("rds", hk, "auto-backup:ab-here"),
          Region: hk,
          Status: "active",
        },
      ],
    },
    dynamodb: {
      Tables: [
        table(hk, [sg, us], {
          SSEDescription: { Status: "ENABLED", KMSMasterKeyArn: partnerKey(hk) },
          $kinesis: [
            { StreamArn: arn("kinesis", hk, "stream/events"), DestinationStatus: "ACTIVE" },
            { StreamArn: arn("kinesis", hk, "stream/old"), DestinationStatus: "DISABLED" },
          ],
          $policy: JSON.parse(allow(theirs, "dynamodb:GetItem")),
        }),
        {
          TableName: "Restored",
          TableArn: arn("dynamodb", hk, "table/Restored"),
          RestoreSummary: {
            SourceBackupArn: arn("dynamodb", hk, "table/Customers/backup/01"),
            SourceTableArn: arn("dynamodb", hk, "table/Customers"),
          },
        },
      ],
      Backups: [
        {
          BackupArn: arn("dynamodb", hk, "table/Customers/backup/01"),
          BackupName: "day",
          TableArn: arn("dynamodb", hk, "table/Customers"),
          BackupStatus: "AVAILABLE",
          BackupType: "USER",
        },
        // The same backup stands in a vault, below.
        {
          BackupArn: arn("backup", hk, "recovery-point:table-1"),
          BackupName: "vaulted",
          TableArn: arn("dynamodb", hk, "table/Customers"),
          BackupStatus: "AVAILABLE",
          BackupType: "AWS_BACKUP",
        },
      ],
      Exports: [
        {
          ExportArn: arn("dynamodb", hk, "table/Customers/export/01"),
          ExportStatus: "COMPLETED",
          TableArn: arn("dynamodb", hk, "table/Customers"),
          S3Bucket: "drop-partner",
          S3BucketOwner: partner,
        },
      ],
    },
    elasticfilesystem: {
      FileSystems: [
        {
          FileSystemId: "fs-0a",
          FileSystemArn: arn("elasticfilesystem", hk, "file-system/fs-0a"),
          KmsKeyId: partnerKey(hk),
        },
        { FileSystemId: "fs-0c", FileSystemArn: arn("elasticfilesystem", hk, "file-system/fs-0c") },
      ],
      Replications: [fileReplication, fileReplicationAcross],
    },
    fsx: {
      FileSystems: [
        {
          FileSystemId: "fs-1",
          ResourceARN: arn("fsx", hk, "file-system/fs-1"),
          FileSystemType: "LUSTRE",
          KmsKeyId: partnerKey(hk),
          LustreConfiguration: {
            LogConfiguration: { Level: "WARN_ERROR", Destination: arn("logs", hk, "log-group:/aws/fsx/lustre:*") },
          },
        },
        {
          FileSystemId: "fs-2",
          ResourceARN: arn("fsx", hk, "file-system/fs-2"),
          FileSystemType: "WINDOWS",
          WindowsConfiguration: {
            AuditLogConfiguration: {
              FileAccessAuditLogLevel: "SUCCESS_AND_FAILURE",
              FileShareAccessAuditLogLevel: "DISABLED",
              AuditLogDestination: arn("firehose", hk, "deliverystream/aws-fsx-audit"),
            },
          },
        },
      ],
      Associations: [
        {
          AssociationId: "dra-1",
          FileSystemId: "fs-1",
          DataRepositoryPath: "s3://lake-us/in",
          Lifecycle: "AVAILABLE",
          S3: { AutoImportPolicy: { Events: ["NEW"] }, AutoExportPolicy: { Events: ["NEW", "CHANGED"] } },
        },
      ],
      Backups: [
        {
          BackupId: "backup-1",
          ResourceARN: arn("fsx", hk, "backup/backup-1"),
          Lifecycle: "AVAILABLE",
          KmsKeyId: partnerKey(hk),
          FileSystem: { FileSystemId: "fs-2", ResourceARN: arn("fsx", hk, "file-system/fs-2") },
        },
      ],
    },
    redshift: {
      Clusters: [
        {
          ClusterIdentifier: "warehouse",
          ClusterNamespaceArn: namespace,
          Endpoint: { Address: "warehouse.cabc.ap-east-1.redshift.amazonaws.com", Port: 5439 },
          ClusterSnapshotCopyStatus: { DestinationRegion: sg, RetentionPeriod: 7 },
          KmsKeyId: partnerKey(hk),
          $logging: { LoggingEnabled: true, LogDestinationType: "s3", BucketName: "logs-hk" },
        },
        {
          ClusterIdentifier: "small",
          $logging: { LoggingEnabled: true, LogDestinationType: "cloudwatch", LogExports: ["userlog"] },
        },
      ],
      Snapshots: [
        {
          SnapshotIdentifier: "wh-day",
          ClusterIdentifier: "warehouse",
          SourceRegion: hk,
          AccountsWithRestoreAccess: [{ AccountId: partner }],
          KmsKeyId: partnerKey(hk),
        },
      ],
      DataShares: [
        {
          DataShareArn: arn("redshift", hk, "datashare:5f0c1a52-1111-4222-8333-0a0b0c0d0e0f/sales"),
          ProducerArn: namespace,
          DataShareAssociations: [
            { ConsumerIdentifier: partner, ConsumerRegion: us, Status: "ACTIVE" },
            { ConsumerIdentifier: "222200001111", Status: "DEAUTHORIZED" },
          ],
        },
      ],
    },
    elasticache: {
      CacheClusters: [
        {
          CacheClusterId: "sessions",
          ARN: arn("elasticache", hk, "cluster:sessions"),
          LogDeliveryConfigurations: [
            {
              Status: "active",
              DestinationDetails: { KinesisFirehoseDetails: { DeliveryStream: "to-lake" } },
            },
          ],
        },
      ],
      ReplicationGroups: [
        {
          ReplicationGroupId: "cart",
          ARN: arn("elasticache", hk, "replicationgroup:cart"),
          KmsKeyId: partnerKey(hk),
          GlobalReplicationGroupInfo: { GlobalReplicationGroupId: "sgaui-cart" },
          LogDeliveryConfigurations: [
            { Status: "active", DestinationDetails: { CloudWatchLogsDetails: { LogGroup: "cart-slow" } } },
          ],
        },
      ],
      GlobalReplicationGroups: [globalCache],
      ServerlessCaches: [
        {
          ServerlessCacheName: "flash",
          ARN: arn("elasticache", hk, "serverlesscache:flash"),
          KmsKeyId: partnerKey(hk),
        },
      ],
      Snapshots: [
        {
          SnapshotName: "cart-day",
          ARN: arn("elasticache", hk, "snapshot:cart-day"),
          ReplicationGroupId: "cart",
          CacheClusterId: "cart-001",
          KmsKeyId: partnerKey(hk),
        },
        {
          SnapshotName: "sessions-day",
          ARN: arn("elasticache", hk, "snapshot:sessions-day"),
          CacheClusterId: "sessions",
        },
      ],
      ServerlessCacheSnapshots: [
        {
          ServerlessCacheSnapshotName: "flash-day",
          ARN: arn("elasticache", hk, "serverlesscachesnapshot:flash-day"),
          ServerlessCacheConfiguration: { ServerlessCacheName: "flash" },
          KmsKeyId: partnerKey(hk),
        },
      ],
    },
    es: {
      domains: [
        {
          DomainName: "catalogue",
          ARN: arn("es", hk, "domain/catalogue"),
          AccessPolicies: allow(theirs, "es:ESHttp*"),
          EncryptionAtRestOptions: { Enabled: true, KmsKeyId: partnerKey(hk) },
          LogPublishingOptions: {
            SEARCH_SLOW_LOGS: { Enabled: true, CloudWatchLogsLogGroupArn: arn("logs", hk, "log-group:searches:*") },
            AUDIT_LOGS: { Enabled: false, CloudWatchLogsLogGroupArn: arn("logs", hk, "log-group:audits:*") },
          },
        },
        { DomainName: "open", ARN: arn("es", hk, "domain/open"), AccessPolicies: allow({ AWS: "*" }, "es:*") },
      ],
      inbound: [searchConnection],
    },
    kinesis: {
      streams: [
        {
          StreamName: "events",
          StreamARN: arn("kinesis", hk, "stream/events"),
          StreamStatus: "ACTIVE",
          $summary: { KeyId: partnerKey(hk), EncryptionType: "KMS" },
          $policy: allow(theirs, ["kinesis:GetRecords", "kinesis:GetShardIterator"]),
        },
      ],
    },
    firehose: {
      deliveryStreams: [
        deliveryStream(
          "to-lake",
          {
            ExtendedS3DestinationDescription: {
              ...s3(bucket("lake-us")),
              S3BackupMode: "Enabled",
              S3BackupDescription: s3(bucket("logs-hk")),
            },
            S3DestinationDescription: s3(bucket("lake-us")),
          },
          { KinesisStreamSourceDescription: { KinesisStreamARN: arn("kinesis", hk, "stream/events") } },
        ),
        {
          ...deliveryStream("to-http", {
            HttpEndpointDestinationDescription: {
              EndpointConfiguration: { Url: "https://user:pw@intake.example.com/v1?key=secret-of-the-url", Name: "x" },
              S3DestinationDescription: s3(bucket("logs-hk")),
            },
          }),
          DeliveryStreamEncryptionConfiguration: {
            Status: "ENABLED",
            KeyType: "CUSTOMER_MANAGED_CMK",
            KeyARN: partnerKey(hk),
          },
        },
        deliveryStream("to-warehouse", {
          RedshiftDestinationDescription: {
            ClusterJDBCURL: "jdbc:redshift://warehouse.cabc.ap-east-1.redshift.amazonaws.com:5439/dev?user=secret-user",
            Username: "secret-user",
            S3DestinationDescription: s3(bucket("lake-us")),
          },
        }),
        deliveryStream("to-search", {
          AmazonopensearchserviceDestinationDescription: {
            DomainARN: arn("es", hk, "domain/catalogue"),
            S3DestinationDescription: s3(bucket("logs-hk")),
          },
        }),
        deliveryStream("to-splunk", {
          SplunkDestinationDescription: {
            HECEndpoint: "https://http-inputs.splunkcloud.com:443",
            HECToken: "secret-token",
            S3DestinationDescription: s3(bucket("logs-hk")),
          },
        }),
        deliveryStream("to-snowflake", {
          SnowflakeDestinationDescription: {
            AccountUrl: "https://acct.ap-southeast-1.aws.snowflakecomputing.com",
            S3DestinationDescription: s3(bucket("logs-hk")),
          },
        }),
        deliveryStream("to-tables", {
          IcebergDestinationDescription: {
            CatalogConfiguration: { CatalogARN: arn("glue", us, "catalog") },
            S3DestinationDescription: s3(bucket("lake-us")),
          },
        }),
      ],
    },
    sns: {
      topics: [
        {
          TopicArn: arn("sns", hk, "orders"),
          $attributes: {
            SubscriptionsConfirmed: "6",
            KmsMasterKeyId: partnerKey(hk),
            Policy: allow(theirs, "sns:Subscribe"),
          },
        },
      ],
      subscriptions: [
        ["1", "sqs", arn("sqs", us, "orders-us"), own],
        ["2", "https", "https://hooks.example.com/in?token=secret-of-the-hook", own],
        ["3", "email", "somebody@example.com", own],
        ["4", "lambda", arn("lambda", sg, "function:notify:live"), own],
        ["5", "firehose", arn("firehose", hk, "deliverystream/to-lake"), own],
        ["6", "sqs", arn("sqs", hk, "inbox", partner), partner],
      ].map(([id, Protocol, Endpoint, Owner]) => ({
        SubscriptionArn: arn("sns", hk, `orders:${id}`),
        TopicArn: arn("sns", hk, "orders"),
        Protocol,
        Endpoint,
        Owner,
      })),
    },
    sqs: {
      queues: [
        {
          QueueUrl: `https://sqs.${hk}.amazonaws.com/${own}/orders`,
          QueueArn: arn("sqs", hk, "orders"),
          KmsMasterKeyId: partnerKey(hk),
          RedrivePolicy: JSON.stringify({ deadLetterTargetArn: arn("sqs", hk, "dead"), maxReceiveCount: 3 }),
          Policy: allow(theirs, "sqs:ReceiveMessage"),
        },
        { QueueUrl: `https://sqs.${hk}.amazonaws.com/${own}/dead`, QueueArn: arn("sqs", hk, "dead") },
      ],
    },
    logs: {
      logGroups: [
        {
          logGroupName: "app",
          logGroupArn: arn("logs", hk, "log-group:app"),
          arn: arn("logs", hk, "log-group:app:*"),
          kmsKeyId: partnerKey(hk),
          $filters: [
            { filterName: "k", destinationArn: arn("kinesis", hk, "stream/events") },
            { filterName: "p", destinationArn: arn("logs", hk, "destination:central", partner) },
          ],
        },
        {
          logGroupName: "flows",
          logGroupArn: arn("logs", hk, "log-group:flows"),
          arn: arn("logs", hk, "log-group:flows:*"),
        },
      ],
      accountPolicies: [
        {
          policyName: "all",
          policyType: "SUBSCRIPTION_FILTER_POLICY",
          policyDocument: JSON.stringify({ DestinationArn: arn("lambda", hk, "function:ship"), FilterPattern: "" }),
          selectionCriteria: 'LogGroupName NOT IN ["flows"]',
        },
      ],
      exportTasks: [
        { taskId: "t", logGroupName: "app", destination: "lake-us", status: { code: "COMPLETED" } },
        { taskId: "u", logGroupName: "flows", destination: "lake-us", status: { code: "CANCELLED" } },
      ],
      destinations: [
        {
          destinationName: "gate",
          arn: arn("logs", hk, "destination:gate"),
          targetArn: arn("kinesis", us, "stream/central"),
        },
      ],
    },
    cloudtrail: {
      trails: [
        {
          Name: "all",
          TrailARN: arn("cloudtrail", hk, "trail/all"),
          HomeRegion: hk,
          S3BucketName: "lake-us",
          CloudWatchLogsLogGroupArn: arn("logs", hk, "log-group:flows:*"),
          KmsKeyId: arn("kms", us, "key/0c0c0c0c-aaaa-4bbb-8ccc-dddddddddddd"),
        },
        {
          Name: "off",
          TrailARN: arn("cloudtrail", hk, "trail/off"),
          HomeRegion: hk,
          S3BucketName: "drop-partner",
          $logging: false,
        },
      ],
      eventDataStores: [
        {
          EventDataStoreArn: arn("cloudtrail", hk, "eventdatastore/e-1"),
          Name: "lake",
          RetentionPeriod: 90,
          KmsKeyId: partnerKey(hk),
        },
      ],
    },
    backup: {
      vaults: [
        {
          BackupVaultName: "near",
          BackupVaultArn: arn("backup", hk, "backup-vault:near"),
          EncryptionKeyArn: partnerKey(hk),
        },
      ],
      plans: [
        {
          BackupPlanId: "p-1",
          BackupPlanArn: arn("backup", hk, "backup-plan:p-1"),
          BackupPlanName: "daily",
          $document: {
            BackupPlanName: "daily",
            Rules: [
              {
                RuleName: "r",
                TargetBackupVaultName: "near",
                CopyActions: [
                  { DestinationBackupVaultArn: arn("backup", sg, "backup-vault:far") },
                  { DestinationBackupVaultArn: arn("backup", us, "backup-vault:safe", partner) },
                ],
              },
            ],
          },
        },
      ],
      selections: [
        {
          SelectionId: "s-1",
          $BackupPlanId: "p-1",
          $document: { SelectionName: "s", IamRoleArn: "r", Resources: [bucket("crm-hk")] },
        },
      ],
      copyJobs: [
        {
          CopyJobId: "j",
          SourceBackupVaultArn: arn("backup", hk, "backup-vault:near"),
          DestinationBackupVaultArn: arn("backup", us, "backup-vault:by-hand"),
          State: "COMPLETED",
        },
      ],
      protected: [
        {
          $BackupVaultName: "near",
          ResourceArn: arn("elasticfilesystem", hk, "file-system/fs-0a"),
          ResourceType: "EFS",
        },
      ],
      points: [
        {
          $BackupVaultName: "near",
          BackupVaultName: "near",
          RecoveryPointArn: arn("backup", hk, "recovery-point:efs-1"),
          ResourceArn: arn("elasticfilesystem", hk, "file-system/fs-0a"),
          EncryptionKeyArn: partnerKey(hk),
        },
        {
          $BackupVaultName: "near",
          BackupVaultName: "near",
          RecoveryPointArn: arn("backup", hk, "recovery-point:table-1"),
          ResourceArn: arn("dynamodb", hk, "table/Customers"),
        },
        // Listed by RDS, where it is a snapshot.
        {
          $BackupVaultName: "near",
          BackupVaultName: "near",
          RecoveryPointArn: arn("rds", hk, "snapshot:awsbackup:job-1"),
          ResourceArn: arn("rds", hk, "db:crm"),
        },
      ],
    },
    ecr: {
      repositories: [
        {
          repositoryArn: arn("ecr", hk, "repository/prod/api"),
          repositoryName: "prod/api",
          encryptionConfiguration: { encryptionType: "KMS", kmsKey: partnerKey(hk) },
          $policy: allow(theirs, "ecr:BatchGetImage"),
        },
        { repositoryArn: arn("ecr", hk, "repository/dev/api"), repositoryName: "dev/api" },
      ],
      replicationRules: [
        {
          destinations: [
            { region: sg, registryId: own },
            { region: us, registryId: partner },
          ],
          repositoryFilters: [{ filter: "prod/", filterType: "PREFIX_MATCH" }],
        },
      ],
    },
    secretsmanager: {
      secrets: [
        {
          ARN: arn("secretsmanager", hk, "secret:db-Ab12Cd"),
          Name: "db",
          PrimaryRegion: hk,
          KmsKeyId: partnerKey(hk),
          $replicas: [{ Region: sg, Status: "InSync" }],
        },
      ],
    },
    ssm: {
      parameters: [
        {
          Name: "/db/url",
          ARN: arn("ssm", hk, "parameter/db/url"),
          Type: "SecureString",
          Tier: "Advanced",
          KeyId: partnerKey(hk),
          $policies: [{ PolicyId: "1", PolicyHash: "h", Policy: allow(theirs, "ssm:GetParameter") }],
        },
      ],
    },
    kms: {
      keys: [
        multiRegionKey(hk, "PRIMARY"),
        {
          KeyId: "0e0e0e0e-aaaa-4bbb-8ccc-dddddddddddd",
          Arn: arn("kms", hk, "key/0e0e0e0e-aaaa-4bbb-8ccc-dddddddddddd"),
          KeyManager: "CUSTOMER",
          Origin: "EXTERNAL_KEY_STORE",
          CustomKeyStoreId: "cks-1",
        },
        {
          KeyId: "0d0d0d0d-aaaa-4bbb-8ccc-dddddddddddd",
          Arn: arn("kms", hk, "key/0d0d0d0d-aaaa-4bbb-8ccc-dddddddddddd"),
          KeyManager: "AWS",
        },
      ],
    },
    lambda: {
      functions: [
        {
          FunctionName: "ship",
          FunctionArn: arn("lambda", hk, "function:ship"),
          Environment: { Variables: { DB: "secret-of-the-function" } },
          DeadLetterConfig: { TargetArn: arn("sqs", hk, "dead") },
          LoggingConfig: { LogFormat: "Text", LogGroup: "app" },
          KMSKeyArn: partnerKey(hk),
        },
      ],
      mappings: [
        {
          UUID: "1",
          FunctionArn: `${arn("lambda", hk, "function:ship")}:live`,
          EventSourceArn: arn("dynamodb", hk, "table/Customers/stream/2026-01-01T00:00:00.000"),
          State: "Enabled",
          DestinationConfig: { OnFailure: { Destination: arn("sqs", hk, "inbox", partner) } },
        },
        {
          UUID: "2",
          FunctionArn: arn("lambda", hk, "function:ship"),
          EventSourceArn: arn("sqs", hk, "orders"),
          State: "Disabled",
        },
      ],
    },
  },
};

const singapore: AwsHeld = {
  ec2: {
    snapshots: [
      { id: "snap-0b0b0b0b", description: "[Copied snap-0a0a0a0a from ap-east-1] nightly" },
      {
        id: "snap-0b0b0b0c",
        description:
          "Copied for DestinationAmi ami-0b0b0b0b from SourceAmi ami-0a0a0a0a for SourceSnapshot snap-0a0a0a0b. Task created on 1,700,000,000,000.",
      },
    ],
    images: [{ id: "ami-0b0b0b0b", sourceImage: "ami-0a0a0a0a", sourceRegion: hk, snapshots: ["snap-0b0b0b0c"] }],
  },
  buckets: [{ name: "crm-sg", region: sg }],
  services: {
    rds: {
      DBInstances: [
        {
          DBInstanceIdentifier: "crm-sg",
          DBInstanceArn: arn("rds", sg, "db:crm-sg"),
          ReadReplicaSourceDBInstanceIdentifier: arn("rds", hk, "db:crm"),
        },
      ],
      DBClusters: [
        { DBClusterIdentifier: "orders-sg", DBClusterArn: arn("rds", sg, "cluster:orders-sg"), Engine: "aurora-mysql" },
        {
          DBClusterIdentifier: "mysql-sg",
          DBClusterArn: arn("rds", sg, "cluster:mysql-sg"),
          Engine: "aurora-mysql",
          ReplicationSourceIdentifier: arn("rds", hk, "cluster:mysql"),
        },
      ],
      GlobalClusters: [globalOrders],
      DBSnapshots: [
        {
          DBSnapshotIdentifier: "crm-day-sg",
          DBSnapshotArn: arn("rds", sg, "snapshot:crm-day-sg"),
          DBInstanceIdentifier: "crm",
          SnapshotType: "manual",
          SourceRegion: hk,
          SourceDBSnapshotIdentifier: arn("rds", hk, "snapshot:crm-day"),
        },
      ],
      DBClusterSnapshots: [
        {
          DBClusterSnapshotIdentifier: "orders-day-sg",
          DBClusterSnapshotArn: arn("rds", sg, "cluster-snapshot:orders-day-sg"),
          DBClusterIdentifier: "orders",
          SnapshotType: "manual",
          SourceDBClusterSnapshotArn: arn("rds", hk, "cluster-snapshot:orders-day"),
          KmsKeyId: partnerKey(sg),
        },
      ],
      DBInstanceAutomatedBackups: [
        {
          DBInstanceIdentifier: "crm",
          DBInstanceArn: arn("rds", hk, "db:crm"),
          DBInstanceAutomatedBackupsArn: arn("rds", sg, "auto-backup:ab-crm"),
          Region: hk,
          Status: "replicating",
          KmsKeyId: partnerKey(sg),
        },
      ],
      DBClusterAutomatedBackups: [
        {
          DBClusterIdentifier: "gone",
          DBClusterArn: arn("rds", sg, "cluster:gone"),
          DBClusterAutomatedBackupsArn: arn("rds", sg, "cluster-auto-backup:ab-gone"),
          Status: "retained",
          KmsKeyId: partnerKey(sg),
        },
      ],
    },
    dynamodb: { Tables: [table(sg, [hk, us])] },
    elasticfilesystem: {
      FileSystems: [{ FileSystemId: "fs-0b", FileSystemArn: arn("elasticfilesystem", sg, "file-system/fs-0b") }],
      Replications: [fileReplication],
    },
    fsx: {
      Backups: [
        {
          BackupId: "backup-2",
          ResourceARN: arn("fsx", sg, "backup/backup-2"),
          Lifecycle: "AVAILABLE",
          SourceBackupId: "backup-1",
          SourceBackupRegion: hk,
          FileSystem: { FileSystemId: "fs-2", ResourceARN: arn("fsx", hk, "file-system/fs-2") },
        },
      ],
    },
    redshift: {
      Snapshots: [{ SnapshotIdentifier: "copy:rs:wh-day", ClusterIdentifier: "warehouse", SourceRegion: hk }],
    },
    backup: {
      vaults: [{ BackupVaultName: "far", BackupVaultArn: arn("backup", sg, "backup-vault:far") }],
      points: [
        {
          $BackupVaultName: "far",
          BackupVaultName: "far",
          RecoveryPointArn: arn("backup", sg, "recovery-point:efs-1"),
          ResourceArn: arn("elasticfilesystem", hk, "file-system/fs-0a"),
          SourceBackupVaultArn: arn("backup", hk, "backup-vault:near"),
        },
      ],
    },
    ecr: {
      repositories: [{ repositoryArn: arn("ecr", sg, "repository/prod/api"), repositoryName: "prod/api" }],
    },
    secretsmanager: {
      secrets: [{ ARN: arn("secretsmanager", sg, "secret:db-Ab12Cd"), Name: "db", PrimaryRegion: hk }],
    },
    kms: { keys: [multiRegionKey(sg, "REPLICA")] },
  },
};

const virginia: AwsHeld = {
  buckets: [
    { name: "lake-us", region: us },
    { name: "old-us", region: us },
  ],
  services: {
    rds: {
      DBClusters: [
        { DBClusterIdentifier: "orders-us", DBClusterArn: arn("rds", us, "cluster:orders-us"), Engine: "aurora-mysql" },
      ],
      GlobalClusters: [globalOrders],
    },
    dynamodb: { Tables: [table(us, [hk, sg])] },
    elasticache: {
      ReplicationGroups: [
        {
          ReplicationGroupId: "cart-us",
          ARN: arn("elasticache", us, "replicationgroup:cart-us"),
          GlobalReplicationGroupInfo: { GlobalReplicationGroupId: "sgaui-cart" },
        },
      ],
      GlobalReplicationGroups: [globalCache],
    },
  },
};

/** What the second account keeps in Singapore. */
const archive: AwsHeld = {
  services: {
    elasticfilesystem: {
      FileSystems: [
        { FileSystemId: "fs-0d", FileSystemArn: arn("elasticfilesystem", sg, "file-system/fs-0d", second) },
      ],
      Replications: [fileReplicationAcross],
    },
    es: {
      domains: [{ DomainName: "archive", ARN: arn("es", sg, "domain/archive", second) }],
      outbound: [searchConnection],
    },
  },
};

const beijing: AwsHeld = {
  buckets: [
    {
      name: "crm-bj",
      region: bj,
      replication: [{ bucket: "arn:aws-cn:s3:::crm-nx" }],
    },
  ],
  services: {
    // CloudTrail Lake is not offered in either region of China.
    cloudtrail: {
      withoutLake: [],
      trails: [{ Name: "cn", TrailARN: cn("cloudtrail", bj, "trail/cn"), HomeRegion: bj, S3BucketName: "crm-nx" }],
    },
    dynamodb: {
      Tables: [
        {
          TableName: "Users",
          TableArn: cn("dynamodb", bj, "table/Users"),
          Replicas: [{ RegionName: nx, ReplicaStatus: "ACTIVE" }],
        },
      ],
    },
    firehose: {
      deliveryStreams: [
        {
          DeliveryStreamName: "away",
          DeliveryStreamStatus: "ACTIVE",
          Destinations: [
            {
              HttpEndpointDestinationDescription: {
                EndpointConfiguration: { Url: "https://abc.execute-api.us-east-1.amazonaws.com/in" },
                S3DestinationDescription: s3("arn:aws-cn:s3:::crm-bj"),
              },
            },
          ],
        },
      ],
    },
  },
};

const ningxia: AwsHeld = {
  buckets: [{ name: "crm-nx", region: nx }],
  services: {
    cloudtrail: { withoutLake: [] },
    dynamodb: {
      Tables: [
        {
          TableName: "Users",
          TableArn: cn("dynamodb", nx, "table/Users"),
          Replicas: [{ RegionName: bj, ReplicaStatus: "ACTIVE" }],
        },
      ],
    },
    rds: {
      DBSnapshots: [
        {
          DBSnapshotIdentifier: "erp-nx",
          DBSnapshotArn: cn("rds", nx, "snapshot:erp-nx"),
          DBInstanceIdentifier: "erp",
          SnapshotType: "manual",
          SourceRegion: bj,
          SourceDBSnapshotIdentifier: cn("rds", bj, "snapshot:erp"),
        },
      ],
    },
  },
};

const at = (region: string, account: string = own, partition = "aws") => ({ partition, account, region });

/** The partner's account is served and not scanned. */
export const waysOut: readonly Served<AwsHeld>[] = [
  { where: at(hk), held: hongKong },
  { where: at(sg), held: singapore },
  { where: at(us), held: virginia },
  { where: at(sg, second), held: archive, account: { roles: ["Audit"] } },
  { where: at(us, partner), held: { buckets: [{ name: "drop-partner", region: us }] } },
  { where: at(bj, china, "aws-cn"), held: beijing },
  { where: at(nx, china, "aws-cn"), held: ningxia },
];
