import type {
  AlibabaEstate,
  EstateAccount,
  EstateBucket,
  WireObject,
} from "../../providers/alibaba/loopback/estate.ts";
import { estateOf } from "./alibaba-scan.ts";

function numbered(count: number, make: (n: number) => WireObject): readonly WireObject[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

function wireTags(tags: Readonly<Record<string, string>>): WireObject {
  return { Tag: Object.entries(tags).map(([TagKey, TagValue]) => ({ TagKey, TagValue })) };
}

const buckets: readonly EstateBucket[] = [
  {
    name: "members",
    location: "oss-cn-hangzhou",
    tags: { "data-class": "personal", "<&>": '"中"' },
    replication: [
      { bucket: "members-hk", location: "oss-cn-hongkong" },
      { bucket: "members-fin", location: "oss-cn-hzfinance", status: "starting" },
      { bucket: "members-old", location: "oss-us-west-1", status: "closing" },
    ],
    logsTo: "logs",
    accelerated: true,
  },
  { name: "members-hk", location: "oss-cn-hongkong" },
  { name: "members-fin", location: "oss-cn-hzfinance" },
  { name: "lost", location: "oss-cn-nowhere" },
  { name: "anywhere", location: "oss-rg-china-mainland" },
  { name: "logs", location: "oss-cn-hangzhou" },
  { name: "www", location: "oss-cn-shanghai", acl: "public-read" },
  { name: "by-policy", location: "oss-ap-southeast-1", policyIsPublic: true },
  { name: "blocked", location: "oss-cn-hangzhou", acl: "public-read-write", blockPublicAccess: true },
];

/** A bit of everything that any type can state, in lists of several entries. */
export const everything: EstateAccount = {
  buckets,
  regions: {
    "cn-hangzhou": {
      instances: numbered(3, (n) => ({
        InstanceId: `i-${n}`,
        InstanceName: n === 0 ? "" : `machine-${n}`,
        Tags: wireTags(n === 1 ? { "data-class": "personal" } : {}),
        PublicIpAddress: { IpAddress: n === 2 ? ["203.0.113.9"] : [] },
      })),
      disks: [
        { DiskId: "d-0", InstanceId: "i-1", AutoSnapshotPolicyId: "sp-copy", Encrypted: true },
        { DiskId: "d-1", Attachments: { Attachment: [{ InstanceId: "i-1" }, { InstanceId: "i-2" }] } },
        { DiskId: "d-2", SourceSnapshotId: "s-0", Tags: wireTags({ team: "a" }) },
      ],
      snapshots: [
        { SnapshotId: "s-0", SourceDiskId: "d-0", Encrypted: "true" },
        { SnapshotId: "s-1", SourceDiskId: "d-1" },
        { SnapshotId: "s-2" },
      ],
      images: [
        {
          ImageId: "m-0",
          ImageOwnerAlias: "self",
          DiskDeviceMappings: { DiskDeviceMapping: [{ SnapshotId: "s-0" }, { SnapshotId: "" }] },
        },
        { ImageId: "m-1", ImageOwnerAlias: "self", IsPublic: true },
        { ImageId: "m-2", ImageOwnerAlias: "self", IsCopied: "true" },
        { ImageId: "aliyun_3_x64", ImageOwnerAlias: "system" },
      ],
      autoSnapshotPolicies: [
        {
          AutoSnapshotPolicyId: "sp-copy",
          EnableCrossRegionCopy: true,
          TargetCopyRegions: '["cn-hongkong"]',
          DiskNums: 2,
        },
        { AutoSnapshotPolicyId: "sp-unused", EnableCrossRegionCopy: true, TargetCopyRegions: "us-east-1", DiskNums: 0 },
        { AutoSnapshotPolicyId: "sp-silent", EnableCrossRegionCopy: true, DiskNums: 1 },
        { AutoSnapshotPolicyId: "sp-local", EnableCrossRegionCopy: false, DiskNums: 4 },
      ],
      autoSnapshotPolicyAssociations: [
        { AutoSnapshotPolicyId: "sp-copy", DiskId: "d-0" },
        { AutoSnapshotPolicyId: "sp-copy", DiskId: "d-1" },
        { AutoSnapshotPolicyId: "sp-silent", DiskId: "d-1" },
      ],
    },
    "ap-southeast-1": {
      snapshots: [
        { SnapshotId: "s-copy", SourceSnapshotId: "s-0", SourceRegionId: "cn-hangzhou", SourceDiskId: "d-0" },
      ],
    },
  },
  imageShares: { "m-0": ["9876543210987654", "1111111111111111"], "m-1": ["all"] },
};

export const everythingEstate: AlibabaEstate = estateOf(everything);
