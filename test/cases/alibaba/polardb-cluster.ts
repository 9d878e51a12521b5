import type { EstateRegion } from "../../../providers/alibaba/loopback/estate.ts";
import type { TypeCase } from "../../support/type-case.ts";

const polardbCluster: TypeCase<EstateRegion> = {
  type: "alibaba/polardb/cluster",
  lists: [{ operation: "DescribeDBClusters" }],
  held: ({ region }) => ({
    polardbClusters: [
      {
        DBClusterId: `pc-main-${region}`,
        DBClusterDescription: "订单集群",
        DBType: "MySQL",
        DBVersion: "8.0",
        RegionId: region,
        Tags: {
          Tag: [
            { Key: "data-class", Value: "personal" },
            { Key: "业务", Value: "订单" },
            { Key: "empty", Value: "" },
          ],
        },
      },
      { DBClusterId: `pc-second-${region}`, DBClusterDescription: "", DBType: "PostgreSQL", Tags: {} },
      { DBClusterId: `pc-alone-${region}`, DBClusterDescription: "alone", Tags: { Tag: [] } },
      { DBClusterId: `pc-logs-${region}`, DBClusterDescription: "logs" },
    ],
    polardbNetworks: [
      {
        GDNId: `gdn-1-${region}`,
        DBClusters: [
          { DBClusterId: `pc-main-${region}`, RegionId: region, Role: "primary" },
          { DBClusterId: "pc-tokyo", RegionId: "ap-northeast-1", Role: "standby" },
        ],
        OutCloudDBClusters: [{ OutCloudType: "aws", DBClusterId: "x", RegionId: "us-east-2", Role: "standby" }],
      },
      {
        GDNId: `gdn-2-${region}`,
        DBClusters: [
          { DBClusterId: `pc-second-${region}`, RegionId: region, Role: "standby" },
          { DBClusterId: "pc-third", RegionId: "eu-central-1", Role: "standby" },
          { DBClusterId: "pc-beijing", RegionId: "cn-beijing", Role: "primary" },
        ],
      },
      { GDNId: "gdn-of-others", DBClusters: [{ DBClusterId: "pc-x", RegionId: "cn-beijing", Role: "primary" }] },
    ],
    polardbBackupPolicies: [
      {
        DBClusterId: `pc-main-${region}`,
        DataLevel2BackupAnotherRegionRegion: "ap-southeast-1",
        DataLevel2BackupAnotherRegionRetentionPeriod: "30",
      },
      {
        DBClusterId: `pc-alone-${region}`,
        DataLevel2BackupAnotherRegionRegion: "cn-shanghai",
        DataLevel2BackupAnotherRegionRetentionPeriod: "0",
      },
      {
        // With advanced backup the older fields say nothing.
        DBClusterId: `pc-second-${region}`,
        BackupPolicyLevel: "Advanced",
        AdvancedDataPolicies: {
          AdvancedDataPolicy: [
            { SrcType: "db", SrcRegion: region, DestType: "level1", DestRegion: region, RetentionType: "delay" },
            {
              SrcType: "level1",
              SrcRegion: region,
              DestType: "level2Cross",
              DestRegion: "ap-southeast-5",
              RetentionType: "delay",
              RetentionValue: "90",
            },
            { SrcType: "level1", DestType: "level2Cross", DestRegion: "ap-southeast-5", RetentionType: "never" },
          ],
        },
      },
    ],
    polardbLogBackupPolicies: [
      {
        DBClusterId: `pc-main-${region}`,
        EnableBackupLog: 1,
        LogBackupAnotherRegionRegion: "ap-southeast-1",
        LogBackupAnotherRegionRetentionPeriod: "30",
      },
      {
        DBClusterId: `pc-logs-${region}`,
        EnableBackupLog: 1,
        LogBackupAnotherRegionRegion: "cn-zhangjiakou",
        LogBackupAnotherRegionRetentionPeriod: "-1",
      },
      {
        DBClusterId: `pc-second-${region}`,
        AdvancedLogPolicies: {
          AdvancedLogPolicy: [
            { EnableLogBackup: 1, DestType: "level2Cross", DestRegion: "us-west-1", LogRetentionType: "never" },
            { EnableLogBackup: 0, DestType: "level2Cross", DestRegion: "us-east-1" },
          ],
        },
      },
    ],
  }),
  finds: ({ region, account }) => [
    {
      id: `acs:polardb:${region}:${account}:dbcluster/pc-main-${region}`,
      name: "订单集群",
      role: "store",
      tags: { "data-class": "personal", 业务: "订单", empty: "" },
      attributes: { engine: "MySQL", engineVersion: "8.0", crossRegionBackupRetentionDays: 30 },
      links: [
        {
          kind: "replicates-to",
          id: `acs:polardb:ap-northeast-1:${account}:dbcluster/pc-tokyo`,
          region: "ap-northeast-1",
        },
        { kind: "replicates-to" },
        { kind: "backs-up-to", region: "ap-southeast-1" },
      ],
    },
    {
      id: `acs:polardb:${region}:${account}:dbcluster/pc-second-${region}`,
      name: `pc-second-${region}`,
      role: "store",
      tags: {},
      attributes: { crossRegionBackupRetentionDays: "unlimited" },
      links: [
        {
          kind: "replicates-to",
          direction: "from",
          id: `acs:polardb:cn-beijing:${account}:dbcluster/pc-beijing`,
          region: "cn-beijing",
        },
        { kind: "backs-up-to", region: "ap-southeast-5" },
        { kind: "backs-up-to", region: "us-west-1" },
      ],
    },
    {
      id: `acs:polardb:${region}:${account}:dbcluster/pc-alone-${region}`,
      name: "alone",
      role: "store",
      tags: {},
      links: [],
    },
    {
      id: `acs:polardb:${region}:${account}:dbcluster/pc-logs-${region}`,
      name: "logs",
      role: "store",
      tags: {},
      links: [{ kind: "backs-up-to", region: "cn-zhangjiakou" }],
    },
  ],
};

export default polardbCluster;
