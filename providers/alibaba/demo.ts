import type { DemoCloud } from "../../src/model/index.ts";
import type { AlibabaEstate, EstateBucket, EstateRegion, WireObject } from "./loopback/estate.ts";
import { startLoopback } from "./loopback.ts";
import { regions as table } from "./regions.ts";

const account = "1234567890123456";
const partner = "9876543210987654";
/** Regions that the sample company works in. */
const home = ["cn-hangzhou", "cn-shanghai", "cn-hongkong", "ap-southeast-1"];

/** Made up; they open nothing but the loopback cloud. */
const keys = { accessKeyId: "demoAccessKeyId", accessKeySecret: "demoAccessKeySecret" };

const buckets: readonly EstateBucket[] = [
  {
    name: "haitang-member-prod",
    location: "oss-cn-hangzhou",
    tags: { "data-class": "sensitive-personal", team: "member" },
    replication: [{ bucket: "haitang-member-hk", location: "oss-cn-hongkong" }],
    logsTo: "haitang-oss-logs",
    accelerated: true,
  },
  { name: "haitang-member-hk", location: "oss-cn-hongkong" },
  {
    name: "haitang-orders",
    location: "oss-cn-shanghai",
    tags: { "data-class": "personal", team: "orders" },
    replication: [{ bucket: "haitang-orders-sg", location: "oss-ap-southeast-1" }],
  },
  { name: "haitang-orders-sg", location: "oss-ap-southeast-1" },
  { name: "haitang-oss-logs", location: "oss-cn-hangzhou", tags: { team: "platform" } },
  { name: "haitang-www", location: "oss-cn-shanghai", tags: { "data-class": "general" }, acl: "public-read" },
  ...["static", "builds", "docs", "fonts", "app-packages", "terraform-state"].map((name) => ({
    name: `haitang-${name}`,
    location: "oss-cn-hangzhou",
    tags: { "data-class": "general" },
  })),
];

const copyPolicy = "sp-bp1haitang0001";

const hangzhou: EstateRegion = {
  instances: [
    instance("i-bp1memberdb0001", "member-db", { "data-class": "personal", team: "member" }),
    ...numbered(8, (n) => instance(`i-bp1web${n}`, `web-${n}`)),
  ],
  disks: [
    {
      ...disk("d-bp1memberdb0001", "member-db-data", "i-bp1memberdb0001", { "data-class": "personal" }),
      AutoSnapshotPolicyId: copyPolicy,
    },
    ...numbered(8, (n) => disk(`d-bp1web${n}`, `web-${n}-system`, `i-bp1web${n}`, { "data-class": "general" })),
  ],
  snapshots: [
    {
      SnapshotId: "s-bp1memberdb0001",
      SnapshotName: "auto2.0_sp_member_db",
      SnapshotType: "auto",
      Status: "accomplished",
      Encrypted: false,
      CreationTime: "2026-10-05T16:00:00Z",
      SourceDiskId: "d-bp1memberdb0001",
    },
  ],
  images: [
    {
      ImageId: "m-bp1memberdb0001",
      ImageOwnerAlias: "self",
      ImageName: "member-db-handover",
      Status: "Available",
      CreationTime: "2025-03-18T02:11:00Z",
      IsCopied: false,
      IsPublic: false,
      DiskDeviceMappings: { DiskDeviceMapping: [{ SnapshotId: "s-bp1memberdb0001", Device: "/dev/xvda" }] },
    },
  ],
  autoSnapshotPolicies: [
    {
      AutoSnapshotPolicyId: copyPolicy,
      AutoSnapshotPolicyName: "nightly-with-copy",
      Status: "Normal",
      RetentionDays: 30,
      CopiedSnapshotsRetentionDays: 365,
      EnableCrossRegionCopy: true,
      TargetCopyRegions: '["ap-southeast-1"]',
      DiskNums: 1,
    },
    {
      AutoSnapshotPolicyId: "sp-bp1haitang0002",
      AutoSnapshotPolicyName: "weekly",
      Status: "Normal",
      RetentionDays: 7,
      EnableCrossRegionCopy: false,
      DiskNums: 0,
    },
  ],
  rdsInstances: [
    {
      DBInstanceId: "rm-bp1points0001",
      DBInstanceDescription: "member-points",
      DBInstanceType: "Primary",
      DBInstanceStatus: "Running",
      Engine: "MySQL",
      EngineVersion: "8.0",
      RegionId: "cn-hangzhou",
      ReadOnlyDBInstanceIds: {},
    },
  ],
  rdsTags: [{ ResourceType: "INSTANCE", ResourceId: "rm-bp1points0001", TagKey: "data-class", TagValue: "personal" }],
  rdsCrossBackups: [
    {
      DBInstanceId: "rm-bp1points0001",
      BackupEnabled: "Enable",
      LogBackupEnabled: "Enable",
      CrossBackupRegion: "ap-southeast-1",
      Retention: 30,
    },
  ],
  rdsNetInfos: [
    {
      DBInstanceId: "rm-bp1points0001",
      DBInstanceNetInfos: { DBInstanceNetInfo: [{ IPType: "Private" }] },
    },
  ],
  dtsJobs: [
    {
      DtsJobId: "l3m1213ye7l0001",
      DtsJobName: "points-to-analytics",
      DtsInstanceID: "dtsl3m1213ye7l0001",
      JobType: "SYNC",
      Status: "Synchronizing",
      SourceEndpoint: { InstanceType: "RDS", InstanceID: "rm-bp1points0001", Region: "cn-hangzhou" },
      DestinationEndpoint: { InstanceType: "ADS", InstanceID: "am-t4nanalytics01", Region: "ap-southeast-1" },
      TagList: [],
    },
  ],
  autoSnapshotPolicyAssociations: [{ AutoSnapshotPolicyId: copyPolicy, DiskId: "d-bp1memberdb0001" }],
};

const shanghai: EstateRegion = {
  instances: numbered(6, (n) => instance(`i-uf6orders${n}`, `orders-api-${n}`)),
  disks: numbered(6, (n) =>
    disk(`d-uf6orders${n}`, `orders-api-${n}-system`, `i-uf6orders${n}`, { "data-class": "general" }),
  ),
};

const singapore: EstateRegion = {
  instances: [instance("i-t4ngateway1", "sg-gateway")],
  disks: [disk("d-t4ngateway1", "sg-gateway-system", "i-t4ngateway1", { "data-class": "general" })],
  snapshots: [
    {
      SnapshotId: "s-t4nmemberdb0001",
      SnapshotName: "copied_from_cn-hangzhou_member_db",
      SnapshotType: "user",
      Status: "accomplished",
      Encrypted: false,
      CreationTime: "2026-10-05T17:24:00Z",
      SourceDiskId: "d-bp1memberdb0001",
      SourceSnapshotId: "s-bp1memberdb0001",
      SourceRegionId: "cn-hangzhou",
    },
  ],
};

export function demoEstate(): AlibabaEstate {
  return {
    keys,
    account,
    regions: table.filter((row) => row.kind === "region" && row.status === "active").map((row) => row.id),
    accounts: {
      [account]: {
        buckets,
        regions: { "cn-hangzhou": hangzhou, "cn-shanghai": shanghai, "cn-hongkong": {}, "ap-southeast-1": singapore },
        imageShares: { "m-bp1memberdb0001": [partner] },
      },
    },
  };
}

/** The sample company's Alibaba Cloud account, served on loopback with small pages so that lists span several. */
export async function startDemo(): Promise<DemoCloud> {
  const cloud = await startLoopback(demoEstate(), { pageSize: 5 });
  return {
    sources: [{ provider: "alibaba", endpoint: cloud.url, regions: home }],
    environment: {
      ALIBABA_CLOUD_ACCESS_KEY_ID: keys.accessKeyId,
      ALIBABA_CLOUD_ACCESS_KEY_SECRET: keys.accessKeySecret,
    },
    close: () => cloud.close(),
  };
}

function numbered(count: number, make: (n: string) => WireObject): readonly WireObject[] {
  return Array.from({ length: count }, (_, index) => make(String(index + 1).padStart(2, "0")));
}

function instance(id: string, name: string, tags: Readonly<Record<string, string>> = {}): WireObject {
  return { InstanceId: id, InstanceName: name, Status: "Running", Tags: wireTags(tags) };
}

function disk(id: string, name: string, machine: string, tags: Readonly<Record<string, string>> = {}): WireObject {
  return {
    DiskId: id,
    DiskName: name,
    Category: "cloud_essd",
    Type: name.endsWith("-system") ? "system" : "data",
    Status: "In_use",
    Encrypted: false,
    InstanceId: machine,
    CreationTime: "2024-02-20T03:00:00Z",
    Tags: wireTags(tags),
  };
}

function wireTags(tags: Readonly<Record<string, string>>): WireObject {
  return { Tag: Object.entries(tags).map(([TagKey, TagValue]) => ({ TagKey, TagValue })) };
}
