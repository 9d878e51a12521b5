import type { AlibabaHeld, Served } from "./case-clouds.ts";

/**
 * A retailer with every way out that Alibaba Cloud offers, at once. Written from the API references of the products
 * (help.aliyun.com, aliyun/alibaba-cloud-sdk-go of 2026-02-11, @alicloud SDKs of 2026) and not from the cases of the types, so
 * that a misunderstanding shared by a type and its case shows.
 */
export const own = "1700112233445566";
export const partner = "5550001112223334";
export const [hz, sh, hk, sg] = ["cn-hangzhou", "cn-shanghai", "cn-hongkong", "ap-southeast-1"] as const;

const where = (region: string) => ({ partition: "alibaba", account: own, region });

const globalDatabaseNetwork = {
  GDNId: "gdn-retail",
  GDNStatus: "active",
  DBType: "MySQL",
  DBClusters: [
    { DBClusterId: "pc-main", RegionId: hz, Role: "primary" },
    { DBClusterId: "pc-second", RegionId: sh, Role: "standby" },
    { DBClusterId: "pc-third", RegionId: sg, Role: "standby" },
  ],
};

const globalCache = {
  GlobalInstanceId: "gr-cart",
  Status: "Normal",
  SubInstances: [
    { GlobalInstanceId: "gr-cart", InstanceID: "r-hz", RegionId: hz, InstanceStatus: "Normal" },
    { GlobalInstanceId: "gr-cart", InstanceID: "r-hk", RegionId: hk, InstanceStatus: "Normal" },
    { GlobalInstanceId: "gr-cart", InstanceID: "r-sg", RegionId: sg, InstanceStatus: "Normal" },
  ],
};

const syncRule = {
  SyncRuleId: "crsr-out",
  SyncRuleName: "to-singapore",
  SyncDirection: "FROM",
  SyncScope: "NAMESPACE",
  SyncTrigger: "PASSIVE",
  LocalInstanceId: "cri-hz",
  LocalRegionId: hz,
  TargetInstanceId: "cri-sg",
  TargetRegionId: sg,
  CrossUser: false,
};

const hangzhou: AlibabaHeld = {
  instances: [{ InstanceId: "i-web", InstanceName: "web", PublicIpAddress: { IpAddress: ["203.0.113.9"] } }],
  disks: [
    {
      DiskId: "d-data",
      InstanceId: "i-web",
      Type: "data",
      AutoSnapshotPolicyId: "sp-geo",
      Tags: { Tag: [{ TagKey: "data-class", TagValue: "personal" }] },
    },
    { DiskId: "d-idle", Type: "data", AutoSnapshotPolicyId: "sp-off" },
  ],
  autoSnapshotPolicies: [
    { AutoSnapshotPolicyId: "sp-geo", EnableCrossRegionCopy: true, TargetCopyRegions: `["${sg}"]`, DiskNums: 1 },
    { AutoSnapshotPolicyId: "sp-idle", EnableCrossRegionCopy: true, TargetCopyRegions: hk, DiskNums: 0 },
    { AutoSnapshotPolicyId: "sp-off", EnableCrossRegionCopy: false, TargetCopyRegions: `["${sg}"]`, DiskNums: 1 },
  ],
  autoSnapshotPolicyAssociations: [
    { AutoSnapshotPolicyId: "sp-geo", DiskId: "d-data" },
    { AutoSnapshotPolicyId: "sp-off", DiskId: "d-idle" },
  ],
  snapshots: [{ SnapshotId: "s-day", SourceDiskId: "d-data", SourceSnapshotId: "", SourceRegionId: hz }],
  images: [
    {
      ImageId: "m-web",
      ImageOwnerAlias: "self",
      IsCopied: false,
      DiskDeviceMappings: { DiskDeviceMapping: [{ Device: "/dev/xvdb", SnapshotId: "s-day" }] },
    },
  ],
  rdsInstances: [
    {
      DBInstanceId: "rm-main",
      DBInstanceType: "Primary",
      RegionId: hz,
      GuardDBInstanceId: "rm-guard",
      ReadOnlyDBInstanceIds: { ReadOnlyDBInstanceId: [{ DBInstanceId: "rr-read" }] },
    },
    { DBInstanceId: "rr-read", DBInstanceType: "Readonly", RegionId: hz, MasterInstanceId: "rm-main" },
    {
      DBInstanceId: "rm-inner",
      DBInstanceType: "Primary",
      Category: "cluster",
      RegionId: hz,
      TempDBInstanceId: "rm-temp",
    },
    { DBInstanceId: "rm-temp", DBInstanceType: "Temp", RegionId: hz, MasterInstanceId: "rm-inner" },
  ],
  rdsTags: [{ ResourceType: "INSTANCE", ResourceId: "rm-main", TagKey: "data-class", TagValue: "personal" }],
  rdsAttributes: [
    {
      DBInstanceId: "rm-inner",
      DBClusterNodes: {
        DBClusterNode: [
          { NodeId: "rn-1", NodeRole: "primary", NodeRegionId: hz },
          { NodeId: "rn-2", NodeRole: "secondary", NodeRegionId: sg, DisasterRecoveryNode: true },
        ],
      },
    },
  ],
  rdsBackupPolicies: [
    {
      DBInstanceId: "rm-inner",
      AdvancedBackupPolicyEnabled: true,
      AdvancedDataPolicies: {
        AdvancedDataPolicy: [
          { DestType: "level1", DestRegion: hz, RetentionType: "delay", RetentionValue: 7 },
          { DestType: "level2Cross", DestRegion: hk, RetentionType: "delay", RetentionValue: 30 },
        ],
      },
    },
  ],
  rdsCrossBackups: [
    {
      DBInstanceId: "rm-main",
      BackupEnabled: "Enable",
      LogBackupEnabled: "Enable",
      CrossBackupRegion: sg,
      CrossBackupType: "1",
      RetentType: 1,
      Retention: 15,
    },
    { DBInstanceId: "rm-inner", BackupEnabled: "Disable", LogBackupEnabled: "Disable", CrossBackupRegion: sg },
  ],
  rdsNetInfos: [
    {
      DBInstanceId: "rm-main",
      DBInstanceNetInfos: { DBInstanceNetInfo: [{ IPType: "Private" }, { IPType: "Public" }] },
    },
    { DBInstanceId: "rm-inner", DBInstanceNetInfos: { DBInstanceNetInfo: [{ IPType: "Public" }] } },
  ],
  rdsWhitelists: [
    {
      DBInstanceId: "rm-main",
      Items: {
        DBInstanceIPArray: [
          { DBInstanceIPArrayName: "default", SecurityIPList: "127.0.0.1", SecurityIPType: "IPv4" },
          { DBInstanceIPArrayName: "all", SecurityIPList: "10.0.0.0/8,0.0.0.0/0", SecurityIPType: "IPv4" },
        ],
      },
    },
    {
      DBInstanceId: "rm-inner",
      Items: { DBInstanceIPArray: [{ DBInstanceIPArrayName: "office", SecurityIPList: "198.51.100.0/24" }] },
    },
  ],
  polardbClusters: [
    { DBClusterId: "pc-main", DBType: "MySQL" },
    { DBClusterId: "pc-quiet", DBType: "PostgreSQL" },
    { DBClusterId: "pc-ended", DBType: "MySQL" },
  ],
  polardbNetworks: [globalDatabaseNetwork],
  polardbBackupPolicies: [
    {
      DBClusterId: "pc-main",
      DataLevel1BackupRetentionPeriod: "7",
      DataLevel2BackupAnotherRegionRegion: hk,
      DataLevel2BackupAnotherRegionRetentionPeriod: "30",
    },
  ],
  polardbLogBackupPolicies: [
    {
      DBClusterId: "pc-main",
      EnableBackupLog: 1,
      LogBackupRetentionPeriod: "7",
      LogBackupAnotherRegionRegion: sh,
      LogBackupAnotherRegionRetentionPeriod: "30",
    },
    // Switched off, either way.
    { DBClusterId: "pc-quiet", EnableBackupLog: 0, LogBackupAnotherRegionRegion: sg },
    {
      DBClusterId: "pc-ended",
      EnableBackupLog: 1,
      LogBackupAnotherRegionRegion: sg,
      LogBackupAnotherRegionRetentionPeriod: "0",
    },
  ],
  kvstoreInstances: [{ InstanceId: "r-hz", InstanceType: "Tair", GlobalInstanceId: "gr-cart", RegionId: hz }],
  kvstoreGlobalInstances: [globalCache],
  ddsInstances: [
    { DBInstanceId: "dds-orders", DBInstanceType: "replicate", RegionId: hz },
    { DBInstanceId: "dds-shards", DBInstanceType: "sharding", RegionId: hz },
  ],
  ddsBackupPolicies: [
    {
      DBInstanceId: "dds-orders",
      PreferredBackupPeriod: "Monday",
      SrcRegion: hz,
      DestRegion: sg,
      CrossRetentionType: "delay",
      CrossRetentionValue: 30,
      EnableCrossLogBackup: 1,
    },
    // Nowhere else but where it is.
    { DBInstanceId: "dds-shards", PreferredBackupPeriod: "Monday", SrcRegion: hz, DestRegion: hz },
  ],
  dtsJobs: [
    {
      DtsJobId: "mig-in",
      JobType: "MIGRATION",
      Status: "Migrating",
      SourceEndpoint: { InstanceType: "OTHER", Ip: "192.0.2.8", Port: "3306", Region: sg, EngineName: "MySQL" },
      DestinationEndpoint: { InstanceType: "RDS", InstanceID: "rm-main", Region: hz, EngineName: "MySQL" },
    },
    {
      DtsJobId: "sync-out",
      JobType: "SYNC",
      Status: "Synchronizing",
      SourceEndpoint: { InstanceType: "RDS", InstanceID: "rm-main", Region: hz, EngineName: "MySQL" },
      DestinationEndpoint: { InstanceType: "PolarDB", InstanceID: "pc-third", Region: sg, EngineName: "PolarDB" },
    },
    {
      DtsJobId: "sync-both",
      JobType: "SYNC",
      Status: "Synchronizing",
      SourceEndpoint: { InstanceType: "REDIS", InstanceID: "r-hz", Region: hz, EngineName: "Redis" },
      DestinationEndpoint: { InstanceType: "REDIS", InstanceID: "r-hk", Region: hk, EngineName: "Redis" },
      ReverseJob: {
        SourceEndpoint: { InstanceType: "REDIS", InstanceID: "r-hk", Region: hk, EngineName: "Redis" },
        DestinationEndpoint: { InstanceType: "REDIS", InstanceID: "r-hz", Region: hz, EngineName: "Redis" },
      },
    },
    {
      DtsJobId: "sync-away",
      JobType: "SYNC",
      Status: "Synchronizing",
      SourceEndpoint: { InstanceType: "ECS", InstanceID: "i-web", Region: hz, Port: "3306", EngineName: "MySQL" },
      // The region of a database of one's own is only the nearest access point.
      DestinationEndpoint: { InstanceType: "OTHER", Ip: "198.51.100.77", Port: "3306", Region: hz },
    },
    {
      DtsJobId: "sync-partner",
      JobType: "SYNC",
      Status: "Synchronizing",
      SourceEndpoint: { InstanceType: "MONGODB", InstanceID: "dds-orders", Region: hz, EngineName: "MongoDB" },
      // RDS of another account: the job was given its owner and a role, and shows neither.
      DestinationEndpoint: { InstanceType: "RDS", InstanceID: "rm-partner", Region: sg, EngineName: "MySQL" },
    },
    {
      DtsJobId: "sub",
      JobType: "SUBSCRIBE",
      Status: "Normal",
      SourceEndpoint: { InstanceType: "POLARDB", InstanceID: "pc-main", Region: hz, EngineName: "PolarDB" },
    },
  ],
  fileSystems: [
    { FileSystemId: "cpfs-0a1b2c", FileSystemType: "cpfs", RegionId: hz },
    { FileSystemId: "31a8e4", FileSystemType: "standard", RegionId: hz },
    { FileSystemId: "cpfsse-0d1e2f", FileSystemType: "cpfsse", RegionId: hz },
  ],
  nasDataFlows: [
    { FileSystemId: "cpfs-0a1b2c", DataFlowId: "df-1", SourceStorage: "oss://crm-hz", Status: "Running" },
    {
      FileSystemId: "cpfs-0a1b2c",
      DataFlowId: "df-2",
      SourceStorage: `oss://${partner}:partner-src`,
      Status: "Running",
    },
    { FileSystemId: "cpfs-0a1b2c", DataFlowId: "df-3", SourceStorage: "oss://old", Status: "Stopped" },
  ],
  logProjects: [{ projectName: "app-logs", region: hz, status: "Normal" }],
  logStores: [
    {
      project: "app-logs",
      logstoreName: "access",
      ttl: 180,
      encrypt_conf: {
        enable: true,
        encrypt_type: "default",
        user_cmk_info: { arn: `acs:ram::${own}:role/key`, cmk_key_id: "key-sh", region_id: sh },
      },
    },
    { project: "app-logs", logstoreName: "fc", ttl: 30 },
  ],
  logTags: [{ resourceType: "logstore", resourceId: "app-logs#access", tagKey: "data-class", tagValue: "personal" }],
  logOssExports: [
    {
      project: "app-logs",
      name: "job-oss",
      status: "RUNNING",
      configuration: {
        logstore: "access",
        roleArn: `acs:ram::${own}:role/aliyunlogdefaultrole`,
        sink: {
          bucket: "site-sg",
          endpoint: `http://oss-${sg}.aliyuncs.com`,
          roleArn: `acs:ram::${own}:role/aliyunlogdefaultrole`,
        },
      },
    },
  ],
  logOssHdfsExports: [
    {
      project: "app-logs",
      name: "job-hdfs",
      status: "RUNNING",
      configuration: { logstore: "access", sink: { bucket: "lake-hk", endpoint: `${hk}.oss-dls.aliyuncs.com` } },
    },
  ],
  logMaxComputeExports: [
    {
      project: "app-logs",
      name: "job-odps",
      status: "RUNNING",
      configuration: {
        logstore: "access",
        sink: {
          odpsProject: "warehouse",
          odpsTable: "access",
          odpsEndpoint: `http://service.${sg}.maxcompute.aliyun-inc.com/api`,
          odpsRolearn: `acs:ram::${own}:role/aliyunlogdefaultrole`,
        },
      },
    },
  ],
  logEtls: [
    {
      project: "app-logs",
      name: "etl-central",
      status: "RUNNING",
      configuration: {
        logstore: "access",
        sinks: [
          {
            name: "central",
            project: "central-sg",
            logstore: "all",
            endpoint: `https://${sg}.log.aliyuncs.com`,
            roleArn: `acs:ram::${own}:role/logtarget`,
          },
          {
            name: "partner",
            project: "partner-logs",
            logstore: "inbox",
            endpoint: `${hk}-intranet.log.aliyuncs.com`,
            roleArn: `acs:ram::${partner}:role/logtarget`,
          },
        ],
      },
    },
    {
      project: "app-logs",
      name: "etl-off",
      status: "STOPPED",
      configuration: {
        logstore: "access",
        sinks: [{ name: "x", project: "central-sg", logstore: "x", endpoint: `${sg}.log.aliyuncs.com`, roleArn: "" }],
      },
    },
  ],
  logScheduledSqls: [
    {
      project: "app-logs",
      name: "sql-daily",
      status: "ENABLED",
      configuration: {
        sourceLogstore: "access",
        destProject: "sums-sh",
        destLogstore: "daily",
        destEndpoint: `${sh}-intranet.log.aliyuncs.com`,
        destRoleArn: `acs:ram::${own}:role/aliyunlogetlrole`,
      },
    },
  ],
  trails: [
    {
      Name: "main",
      HomeRegion: hz,
      TrailRegion: "All",
      Status: "Enable",
      EventRW: "All",
      OssBucketName: "site-sg",
      OssBucketLocation: `oss-${sg}`,
      SlsProjectArn: `acs:log:${hk}:${own}:project/trail-hk`,
      MaxComputeProjectArn: `acs:odps:${sg}:${own}:project/actiontrail_audit`,
    },
    { Name: "fresh", HomeRegion: hz, Status: "Fresh", OssBucketName: "site-sg", OssBucketLocation: `oss-${sg}` },
    { Name: "stopped", HomeRegion: hz, Status: "Disable", OssBucketName: "site-sg", OssBucketLocation: `oss-${sg}` },
  ],
  kmsKeys: [{ KeyId: "key-hz", CreatorType: "User", Origin: "EXTERNAL" }],
  kmsSecrets: [{ SecretName: "db", SecretType: "Generic" }],
  crInstances: [{ InstanceId: "cri-hz", InstanceName: "images", RegionId: hz }],
  crSyncRules: [
    { ...syncRule, InstanceId: "cri-hz" },
    {
      ...syncRule,
      InstanceId: "cri-hz",
      SyncRuleId: "crsr-partner",
      TargetInstanceId: "cri-partner",
      TargetRegionId: hk,
      CrossUser: true,
    },
  ],
  hbrVaults: [
    {
      VaultId: "v-hz",
      VaultRegionId: hz,
      VaultType: "STANDARD",
      Replication: false,
      ReplicationTargetRegionId: sg,
      ReplicationTargetVaultId: "v-sg",
      VaultOwnerId: 0,
      ReplicationTargetOwnerId: 0,
      RsTargetAccountIds: { RsTargetAccountId: [Number(partner)] },
    },
    // The vault at the other end is not told yet.
    { VaultId: "v-new", VaultRegionId: hz, ReplicationSourceVault: true, ReplicationTargetRegionId: hk },
  ],
  hbrPlans: [
    { PlanId: "plan-oss", SourceType: "OSS", VaultId: "v-hz", Bucket: "crm-hz", Disabled: false },
    {
      PlanId: "plan-partner",
      SourceType: "ECS_FILE",
      VaultId: "v-hz",
      InstanceId: "i-partner",
      CrossAccountType: "CROSS_ACCOUNT",
      CrossAccountUserId: Number(partner),
      Disabled: false,
    },
    {
      PlanId: "plan-machine",
      SourceType: "UDM_ECS",
      InstanceId: "i-web",
      Disabled: false,
      Rules: { Rule: [{ RuleId: "rule-5", DoCopy: true, DestinationRegionId: sg, DestinationRetention: 7 }] },
    },
    { PlanId: "plan-off", SourceType: "OSS", VaultId: "v-hz", Bucket: "site-sg", Disabled: true },
  ],
  hbrPolicies: [
    {
      PolicyId: "po-files",
      PolicyType: "STANDARD",
      Rules: [
        { RuleId: "rule-1", RuleType: "BACKUP", VaultId: "v-hz", BackupType: "COMPLETE" },
        { RuleId: "rule-2", RuleType: "REPLICATION", ReplicationRegionId: hk },
      ],
    },
    {
      PolicyId: "po-machines",
      PolicyType: "UDM_ECS_ONLY",
      Rules: [
        { RuleId: "rule-3", RuleType: "BACKUP", BackupType: "COMPLETE" },
        { RuleId: "rule-4", RuleType: "REPLICATION", ReplicationRegionId: hk },
      ],
    },
  ],
  hbrBindings: [
    { PolicyBindingId: "pd-1", PolicyId: "po-files", SourceType: "NAS", DataSourceId: "31a8e4", Disabled: false },
    { PolicyBindingId: "pd-2", PolicyId: "po-machines", SourceType: "UDM_ECS", DataSourceId: "i-web", Disabled: false },
    // A policy from before the two sorts: the machine goes to no vault, but elsewhere all the same.
    { PolicyBindingId: "pd-4", PolicyId: "po-files", SourceType: "UDM_ECS", DataSourceId: "i-web", Disabled: false },
    { PolicyBindingId: "pd-3", PolicyId: "po-files", SourceType: "OSS", DataSourceId: "open-hk", Disabled: true },
  ],
  functions: [
    {
      functionName: "thumbnail",
      functionArn: `acs:fc:${hz}:${own}:functions/thumbnail`,
      environmentVariables: { TOKEN: "secret-of-the-function" },
      logConfig: { project: "app-logs", logstore: "fc", enableRequestMetrics: true },
    },
  ],
};

const shanghai: AlibabaHeld = {
  // Its standby lies where nobody tells.
  rdsInstances: [{ DBInstanceId: "rm-lone", DBInstanceType: "Primary", RegionId: sh, GuardDBInstanceId: "rm-lost" }],
  polardbClusters: [{ DBClusterId: "pc-second", DBType: "MySQL" }],
  polardbBackupPolicies: [
    {
      DBClusterId: "pc-second",
      BackupPolicyLevel: "Advanced",
      AdvancedDataPolicies: {
        AdvancedDataPolicy: [
          { BakType: "F", SrcType: "db", SrcRegion: sh, DestType: "level1", DestRegion: sh },
          { BakType: "F", SrcType: "level1", SrcRegion: sh, DestType: "level2Cross", DestRegion: hk },
        ],
      },
    },
  ],
  polardbNetworks: [globalDatabaseNetwork],
  logProjects: [{ projectName: "sums-sh", region: sh }],
  logStores: [{ project: "sums-sh", logstoreName: "daily", ttl: 3650 }],
};

const hongKong: AlibabaHeld = {
  snapshots: [{ SnapshotId: "s-hk", SourceDiskId: "d-data", SourceSnapshotId: "s-day", SourceRegionId: hz }],
  disks: [{ DiskId: "d-restored", Type: "data", SourceSnapshotId: "s-hk" }],
  rdsInstances: [{ DBInstanceId: "rm-guard", DBInstanceType: "Guard", RegionId: hk, MasterInstanceId: "rm-main" }],
  kvstoreInstances: [{ InstanceId: "r-hk", InstanceType: "Tair", GlobalInstanceId: "gr-cart", RegionId: hk }],
  kvstoreGlobalInstances: [globalCache],
};

const singapore: AlibabaHeld = {
  snapshots: [{ SnapshotId: "s-sg", SourceDiskId: "d-data", SourceSnapshotId: "s-day", SourceRegionId: hz }],
  images: [
    {
      ImageId: "m-sg",
      ImageOwnerAlias: "self",
      // Out of use, which the list leaves out unless it is asked for.
      Status: "Deprecated",
      IsCopied: true,
      IsPublic: true,
      DiskDeviceMappings: { DiskDeviceMapping: [{ Device: "/dev/xvdb", SnapshotId: "s-sg" }] },
    },
  ],
  polardbClusters: [{ DBClusterId: "pc-third", DBType: "MySQL" }],
  polardbNetworks: [globalDatabaseNetwork],
  kvstoreInstances: [{ InstanceId: "r-sg", InstanceType: "Tair", GlobalInstanceId: "gr-cart", RegionId: sg }],
  kvstoreGlobalInstances: [globalCache],
  logProjects: [{ projectName: "central-sg", region: sg }],
  logStores: [{ project: "central-sg", logstoreName: "all", ttl: 365 }],
  crInstances: [{ InstanceId: "cri-sg", InstanceName: "images", RegionId: sg }],
  // The same rule, as its other end lists it.
  crSyncRules: [{ ...syncRule, InstanceId: "cri-sg" }],
  hbrVaults: [
    {
      VaultId: "v-sg",
      VaultRegionId: sg,
      VaultType: "STANDARD",
      Replication: true,
      ReplicationSourceRegionId: hz,
      ReplicationSourceVaultId: "v-hz",
    },
  ],
};

const account = {
  buckets: [
    {
      name: "crm-hz",
      location: `oss-${hz}`,
      tags: { "data-class": "personal" },
      replication: [
        { bucket: "crm-hk", location: `oss-${hk}`, status: "doing" },
        { bucket: "partner-drop", location: `oss-${sg}`, status: "starting" },
        { bucket: "site-sg", location: `oss-${sg}`, status: "closing" },
      ],
      logsTo: "logs-hz",
      accelerated: true,
    },
    { name: "crm-hk", location: `oss-${hk}` },
    { name: "logs-hz", location: `oss-${hz}` },
    { name: "lake-hk", location: `oss-${hk}` },
    { name: "site-sg", location: `oss-${sg}`, acl: "public-read" },
    { name: "open-hk", location: `oss-${hk}`, policyIsPublic: true },
    { name: "shut-sh", location: `oss-${sh}`, acl: "public-read-write", blockPublicAccess: true },
  ],
  imageShares: { "m-web": [partner], "m-sg": ["all"] },
};

export const waysOut: readonly Served<AlibabaHeld>[] = [
  { where: where(hz), held: hangzhou, account },
  { where: where(sh), held: shanghai },
  { where: where(hk), held: hongKong },
  { where: where(sg), held: singapore },
];
