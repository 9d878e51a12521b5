import type { EstateRegion } from "../../../providers/alibaba/loopback/estate.ts";
import type { TypeCase } from "../../support/type-case.ts";

const rdsInstance: TypeCase<EstateRegion> = {
  type: "alibaba/rds/instance",
  lists: [{ operation: "DescribeDBInstances" }],
  held: ({ region }) => ({
    rdsInstances: [
      {
        DBInstanceId: `rm-main-${region}`,
        DBInstanceDescription: "会员主库",
        DBInstanceType: "Primary",
        Category: "cluster",
        Engine: "MySQL",
        EngineVersion: "8.0",
        RegionId: region,
        ReadOnlyDBInstanceIds: { ReadOnlyDBInstanceId: [{ DBInstanceId: `rr-read-${region}` }] },
        GuardDBInstanceId: `rm-guard-${region}`,
      },
      {
        DBInstanceId: `rr-read-${region}`,
        DBInstanceType: "Readonly",
        MasterInstanceId: `rm-main-${region}`,
        ReadOnlyDBInstanceIds: {},
      },
      { DBInstanceId: `rm-guarding-${region}`, DBInstanceType: "Guard", MasterInstanceId: `rm-guarded-${region}` },
      { DBInstanceId: `rm-old-${region}`, DBInstanceType: "Primary", GuardDBInstanceId: "", MasterInstanceId: "" },
      { DBInstanceId: `rm-temp-${region}`, DBInstanceType: "Temp", MasterInstanceId: `rm-old-${region}` },
    ],
    rdsTags: [
      { ResourceType: "INSTANCE", ResourceId: `rm-main-${region}`, TagKey: "data-class", TagValue: "personal" },
      { ResourceType: "INSTANCE", ResourceId: `rm-main-${region}`, TagKey: "部门", TagValue: "会员中心" },
      { ResourceType: "INSTANCE", ResourceId: `rm-main-${region}`, TagKey: "empty", TagValue: "" },
    ],
    rdsCrossBackups: [
      {
        DBInstanceId: `rm-main-${region}`,
        BackupEnabled: "Enable",
        LogBackupEnabled: "Enable",
        CrossBackupRegion: "ap-southeast-1",
        Retention: 30,
      },
      {
        DBInstanceId: `rr-read-${region}`,
        BackupEnabled: "Disabled",
        LogBackupEnabled: "Enable",
        CrossBackupRegion: "cn-shanghai",
      },
      {
        DBInstanceId: `rm-old-${region}`,
        BackupEnabled: "Disable",
        LogBackupEnabled: "Disable",
        CrossBackupRegion: "us-west-1",
      },
    ],
    rdsAttributes: [
      {
        DBInstanceId: `rm-main-${region}`,
        Category: "cluster",
        DBClusterNodes: {
          DBClusterNode: [
            { NodeId: "rn-1", NodeRole: "primary", NodeRegionId: region, NodeZoneId: `${region}-h` },
            { NodeId: "rn-2", NodeRole: "secondary", NodeRegionId: region, NodeZoneId: `${region}-i` },
            { NodeId: "rn-3", NodeRole: "secondary", NodeRegionId: "ap-southeast-3", DisasterRecoveryNode: true },
            { NodeId: "rn-4", NodeRole: "secondary", NodeRegionId: "ap-southeast-3", DisasterRecoveryNode: true },
            { NodeId: "rn-5", NodeRole: "secondary", NodeZoneId: `${region}-j` },
          ],
        },
      },
    ],
    rdsBackupPolicies: [
      {
        DBInstanceId: `rm-main-${region}`,
        AdvancedBackupPolicyEnabled: true,
        AdvancedDataPolicies: {
          AdvancedDataPolicy: [
            { DestType: "level1", DestRegion: region, RetentionType: "delay", RetentionValue: 7 },
            { DestType: "level2Cross", DestRegion: "ap-southeast-1", RetentionType: "delay", RetentionValue: 90 },
            { DestType: "level2Cross", DestRegion: "eu-central-1", RetentionType: "delay", RetentionValue: 400 },
          ],
        },
        AdvancedLogPolicies: {
          AdvancedLogPolicy: [{ DestType: "level2Cross", DestRegion: "us-west-1", EnableLogBackup: 0 }],
        },
      },
      {
        DBInstanceId: `rm-old-${region}`,
        AdvancedBackupPolicyEnabled: true,
        AdvancedDataPolicies: {
          AdvancedDataPolicy: [{ DestType: "level2Cross", DestRegion: "eu-central-1", RetentionType: "never" }],
        },
        AdvancedLogPolicies: {
          AdvancedLogPolicy: [
            { DestType: "level2Cross", DestRegion: "eu-central-1", EnableLogBackup: 1 },
            { DestType: "level2Cross", DestRegion: "us-east-1", EnableLogBackup: 1 },
          ],
        },
      },
      {
        DBInstanceId: `rm-guarding-${region}`,
        AdvancedBackupPolicyEnabled: false,
        AdvancedDataPolicies: { AdvancedDataPolicy: [{ DestType: "level2Cross", DestRegion: "us-east-1" }] },
      },
    ],
    rdsNetInfos: [
      {
        DBInstanceId: `rm-main-${region}`,
        DBInstanceNetInfos: { DBInstanceNetInfo: [{ IPType: "Private" }, { IPType: "Public" }] },
      },
      { DBInstanceId: `rm-old-${region}`, DBInstanceNetInfos: { DBInstanceNetInfo: [{ IPType: "Public" }] } },
    ],
    rdsWhitelists: [
      {
        DBInstanceId: `rm-main-${region}`,
        Items: { DBInstanceIPArray: [{ SecurityIPList: "10.0.0.0/8" }, { SecurityIPList: "127.0.0.1,0.0.0.0/0" }] },
      },
      {
        DBInstanceId: `rm-old-${region}`,
        Items: {
          DBInstanceIPArray: [
            { SecurityIPList: "0.0.0.0/0", WhitelistNetworkType: "VPC" },
            { SecurityIPList: "203.0.113.0/24", WhitelistNetworkType: "Classic" },
          ],
        },
      },
    ],
  }),
  finds: ({ region, account }) => [
    {
      id: `acs:rds:${region}:${account}:dbinstance/rm-main-${region}`,
      name: "会员主库",
      role: "store",
      tags: { "data-class": "personal", 部门: "会员中心", empty: "" },
      attributes: {
        kind: "Primary",
        engine: "MySQL",
        publicEndpoint: true,
        crossRegionBackupRetentionDays: 30,
        crossRegionLogBackup: true,
        advancedBackupRetentionDays: 400,
        advancedLogBackup: false,
      },
      links: [
        { kind: "replicates-to", id: `acs:rds:${region}:${account}:dbinstance/rr-read-${region}`, region },
        { kind: "fails-over-to", id: `rds://rm-guard-${region}` },
        { kind: "fails-over-to", region: "ap-southeast-3" },
        { kind: "backs-up-to", region: "ap-southeast-1" },
        { kind: "backs-up-to", region: "eu-central-1" },
        { kind: "reachable-from", party: "*" },
      ],
    },
    {
      id: `acs:rds:${region}:${account}:dbinstance/rr-read-${region}`,
      name: `rr-read-${region}`,
      role: "store",
      tags: {},
      attributes: { kind: "Readonly", publicEndpoint: false, crossRegionLogBackup: true },
      links: [
        {
          kind: "replicates-to",
          direction: "from",
          id: `acs:rds:${region}:${account}:dbinstance/rm-main-${region}`,
          region,
        },
        { kind: "backs-up-to", region: "cn-shanghai" },
      ],
    },
    {
      id: `acs:rds:${region}:${account}:dbinstance/rm-guarding-${region}`,
      name: `rm-guarding-${region}`,
      role: "store",
      tags: {},
      attributes: { kind: "Guard", publicEndpoint: false },
      links: [{ kind: "fails-over-to", direction: "from", id: `rds://rm-guarded-${region}` }],
    },
    {
      id: `acs:rds:${region}:${account}:dbinstance/rm-old-${region}`,
      name: `rm-old-${region}`,
      role: "store",
      tags: {},
      attributes: { publicEndpoint: true, advancedBackupRetentionDays: "unlimited", advancedLogBackup: true },
      links: [
        { kind: "backs-up-to", region: "eu-central-1" },
        { kind: "backs-up-to", region: "us-east-1" },
      ],
    },
    {
      id: `acs:rds:${region}:${account}:dbinstance/rm-temp-${region}`,
      name: `rm-temp-${region}`,
      role: "store",
      tags: {},
      attributes: { kind: "Temp" },
      links: [
        {
          kind: "copied-to",
          direction: "from",
          id: `acs:rds:${region}:${account}:dbinstance/rm-old-${region}`,
          region,
        },
      ],
    },
  ],
};

export default rdsInstance;
