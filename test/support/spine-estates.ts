import type { AlibabaEstate, EstateAccount, EstateBucket } from "../../providers/alibaba/loopback/estate.ts";
import type { AwsAccount, AwsEstate } from "../../providers/aws/loopback.ts";
import type { AzureEstate } from "../../providers/azure/loopback-estate.ts";
import {
  childKey,
  diskItem,
  type Home,
  machineItem,
  replicationPolicy,
  snapshotItem,
  storageItem,
} from "../../providers/azure/loopback-items.ts";

/**
 * Small estates in which every declared operation is called, every answer is given and something rests on each of them: a scan
 * without faults is complete, so that a gap can only come from the fault that a test puts in.
 */
const personal = { "data-class": "personal", "data-origin": "mainland" };
const sensitive = { "data-class": "sensitive-personal" };
const general = { "data-class": "general", "data-origin": "elsewhere" };
const closed = { ignorePublicAcls: true, restrictPublicBuckets: true };

export const aws = { china: "111122223333", world: "444455556666", entered: "555566667777", stranger: "999988887777" };

function publicRead(bucket: string): string {
  const statement = { Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: `arn:aws:s3:::${bucket}/*` };
  return JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
}

/** Lists no bucket regions, so that each bucket has to be asked where it is. */
const awsChina: AwsAccount = {
  id: aws.china,
  partition: "aws-cn",
  regions: [{ id: "cn-north-1" }, { id: "cn-northwest-1" }],
  bucketRegionInList: false,
  buckets: [
    {
      name: "ledger",
      region: "cn-north-1",
      tags: sensitive,
      replication: [{ bucket: "arn:aws-cn:s3:::ledger-dr" }],
      block: closed,
    },
    { name: "ledger-dr", region: "cn-northwest-1", block: closed },
    { name: "parts", region: "cn-north-1", tags: { "data-class": "general" }, block: closed },
  ],
  ec2: {
    "cn-north-1": {
      instances: [{ id: "i-0aaaaaaaaaaaaaaa1", tags: { Name: "ledger-api", ...sensitive } }],
      volumes: [{ id: "vol-0aaaaaaaaaaaaaaa1", instance: "i-0aaaaaaaaaaaaaaa1" }],
      snapshots: [
        { id: "snap-0aaaaaaaaaaaaaaa1", volume: "vol-0aaaaaaaaaaaaaaa1", shares: ["222233334444"] },
        { id: "snap-0aaaaaaaaaaaaaaa2", volume: "vol-0aaaaaaaaaaaaaaa1" },
      ],
      images: [
        { id: "ami-0aaaaaaaaaaaaaaa1", snapshots: ["snap-0aaaaaaaaaaaaaaa2"], shares: ["222233334444"] },
        { id: "ami-0aaaaaaaaaaaaaaa2", sourceInstance: "i-0aaaaaaaaaaaaaaa1" },
      ],
    },
  },
};

const awsWorld: AwsAccount = {
  id: aws.world,
  partition: "aws",
  regions: [
    { id: "us-east-1" },
    { id: "ap-east-1" },
    { id: "ap-southeast-1" },
    { id: "eu-south-1", optIn: "not-opted-in" },
    { id: "eu-west-1" },
  ],
  buckets: [
    {
      name: "crm",
      region: "ap-east-1",
      tags: personal,
      replication: [
        { bucket: "arn:aws:s3:::crm-analytics" },
        { bucket: "arn:aws:s3:::partner-archive", account: aws.stranger },
      ],
      logging: { bucket: "crm-logs" },
      block: closed,
    },
    { name: "crm-analytics", region: "ap-southeast-1", block: closed },
    { name: "crm-logs", region: "ap-east-1", block: closed },
    {
      name: "open-by-policy",
      region: "ap-east-1",
      tags: personal,
      policy: publicRead("open-by-policy"),
      publicByPolicy: true,
    },
    {
      name: "open-by-acl",
      region: "us-east-1",
      tags: personal,
      grants: [{ uri: "http://acs.amazonaws.com/groups/global/AllUsers", permission: "READ" }],
    },
    {
      name: "open-but-blocked",
      region: "us-east-1",
      tags: personal,
      policy: publicRead("open-but-blocked"),
      publicByPolicy: true,
      block: closed,
    },
    {
      name: "site",
      region: "us-east-1",
      tags: personal,
      policy: publicRead("site"),
      publicByPolicy: true,
      website: "index",
    },
    { name: "untagged", region: "us-east-1", block: closed },
  ],
  ec2: {
    "ap-east-1": {
      instances: [{ id: "i-0bbbbbbbbbbbbbbb1", tags: { Name: "gateway", ...personal } }],
      volumes: [
        { id: "vol-0bbbbbbbbbbbbbbb1", instance: "i-0bbbbbbbbbbbbbbb1" },
        { id: "vol-0bbbbbbbbbbbbbbb2", tags: general },
      ],
      snapshots: [{ id: "snap-0bbbbbbbbbbbbbbb1", volume: "vol-0bbbbbbbbbbbbbbb1" }],
    },
    "ap-southeast-1": {
      snapshots: [
        { id: "snap-0bbbbbbbbbbbbbbb2", description: "[Copied snap-0bbbbbbbbbbbbbbb1 from ap-east-1] move" },
        { id: "snap-0bbbbbbbbbbbbbbb3", tags: personal, shares: ["all"] },
      ],
      images: [{ id: "ami-0bbbbbbbbbbbbbbb1", snapshots: ["snap-0bbbbbbbbbbbbbbb2"], shares: ["333344445555"] }],
    },
  },
};

export const awsEstate: AwsEstate = {
  accounts: [
    awsChina,
    awsWorld,
    {
      id: aws.entered,
      partition: "aws",
      accessKeys: ["ENTERED"],
      roles: ["Audit"],
      regions: awsWorld.regions,
      buckets: [{ name: "subsidiary", region: "ap-east-1", tags: personal, block: closed }],
    },
    {
      id: aws.stranger,
      partition: "aws",
      accessKeys: ["STRANGER"],
      regions: awsWorld.regions,
      buckets: [{ name: "partner-archive", region: "eu-west-1" }],
    },
  ],
};

export const alibaba = { own: "1234567890123456", member: "1234567890123457" };
const alibabaKeys = { accessKeyId: "LTAI5tSpineKeyId0000", accessKeySecret: "nobodysSecret" };

function wireTags(tags: Readonly<Record<string, string>>) {
  return { Tag: Object.entries(tags).map(([TagKey, TagValue]) => ({ TagKey, TagValue })) };
}

const ossBuckets: readonly EstateBucket[] = [
  {
    name: "members",
    location: "oss-cn-hangzhou",
    tags: sensitive,
    replication: [{ bucket: "members-hk", location: "oss-cn-hongkong" }],
    logsTo: "oss-logs",
    accelerated: true,
  },
  { name: "members-hk", location: "oss-cn-hongkong" },
  { name: "oss-logs", location: "oss-cn-hangzhou" },
  { name: "open-by-acl", location: "oss-ap-southeast-1", tags: personal, acl: "public-read" },
  { name: "open-by-policy", location: "oss-cn-hongkong", tags: personal, policyIsPublic: true },
  {
    name: "open-but-blocked",
    location: "oss-ap-southeast-1",
    tags: personal,
    acl: "public-read",
    blockPublicAccess: true,
  },
];

const alibabaOwn: EstateAccount = {
  buckets: ossBuckets,
  regions: {
    "cn-hangzhou": {
      instances: [{ InstanceId: "i-member", InstanceName: "member-db", Tags: wireTags(sensitive) }],
      disks: [
        { DiskId: "d-member", InstanceId: "i-member" },
        { DiskId: "d-parts", Tags: wireTags({ "data-class": "general" }) },
      ],
      snapshots: [{ SnapshotId: "s-member", SourceDiskId: "d-member" }],
      images: [
        {
          ImageId: "m-member",
          ImageOwnerAlias: "self",
          DiskDeviceMappings: { DiskDeviceMapping: [{ SnapshotId: "s-member" }] },
        },
      ],
      autoSnapshotPolicies: [
        {
          AutoSnapshotPolicyId: "sp-copy",
          EnableCrossRegionCopy: true,
          TargetCopyRegions: '["ap-southeast-1"]',
          DiskNums: 1,
        },
      ],
      autoSnapshotPolicyAssociations: [{ AutoSnapshotPolicyId: "sp-copy", DiskId: "d-member" }],
    },
    "ap-southeast-1": {
      snapshots: [
        { SnapshotId: "s-copy", SourceSnapshotId: "s-member", SourceRegionId: "cn-hangzhou", SourceDiskId: "d-member" },
      ],
    },
  },
  imageShares: { "m-member": ["9876543210987654"] },
};

export const alibabaEstate: AlibabaEstate = {
  keys: alibabaKeys,
  account: alibaba.own,
  regions: ["cn-hangzhou", "cn-hongkong", "ap-southeast-1", "us-west-1"],
  accounts: {
    [alibaba.own]: alibabaOwn,
    [alibaba.member]: {
      roles: ["Audit"],
      buckets: [{ name: "subsidiary", location: "oss-cn-hongkong", tags: personal }],
    },
  },
};

export const azure = {
  china: "11111111-1111-4111-8111-111111111111",
  world: "22222222-2222-4222-8222-222222222222",
};

const beijing: Home = { subscription: azure.china, group: "rg-ledger", location: "chinanorth3" };
const hongKong: Home = { subscription: azure.world, group: "rg-marketing", location: "eastasia" };
const singapore: Home = { ...hongKong, location: "southeastasia" };
const london: Home = { ...hongKong, location: "uksouth" };

const machine = machineItem(hongKong, "gateway", { tags: personal });
const disk = diskItem(hongKong, "gateway-data", { managedBy: machine.id });
const weekly = snapshotItem(hongKong, "gateway-weekly", disk);
const members = storageItem(hongKong, "members", "Standard_RAGRS", {
  tags: personal,
  properties: { secondaryLocation: "southeastasia", allowBlobPublicAccess: true },
});
const analytics = storageItem(london, "analytics", "Standard_LRS");
const policy = replicationPolicy(members, analytics);

function locations(...names: readonly string[]) {
  return names.map((name) => ({ name }));
}

export const azureChinaEstate: AzureEstate = {
  subscriptions: [
    {
      id: azure.china,
      name: "china",
      locations: locations("chinanorth3", "chinaeast2"),
      resources: {
        "Microsoft.Storage/storageAccounts": [storageItem(beijing, "ledger", "Standard_LRS", { tags: sensitive })],
        "Microsoft.Compute/disks": [diskItem(beijing, "ledger-data", { tags: sensitive })],
      },
    },
  ],
};

export const azureWorldEstate: AzureEstate = {
  subscriptions: [
    {
      id: azure.world,
      name: "world",
      locations: locations("eastasia", "southeastasia", "uksouth"),
      resources: {
        "Microsoft.Storage/storageAccounts": [members, analytics],
        "Microsoft.Compute/virtualMachines": [machine],
        "Microsoft.Compute/disks": [disk, diskItem(london, "parts", { tags: general })],
        "Microsoft.Compute/snapshots": [weekly, snapshotItem(singapore, "gateway-copy", weekly)],
        "Microsoft.Compute/images": [
          {
            id: `/subscriptions/${azure.world}/resourceGroups/rg-marketing/providers/Microsoft.Compute/images/golden`,
            name: "golden",
            type: "Microsoft.Compute/images",
            location: "southeastasia",
            properties: { storageProfile: { osDisk: { osType: "Linux", snapshot: { id: weekly.id } } } },
          },
        ],
        "Microsoft.Network/virtualNetworks": [],
      },
      children: {
        [childKey(members, "objectReplicationPolicies")]: [policy],
        [childKey(analytics, "objectReplicationPolicies")]: [policy],
        [childKey(members, "blobServices/default/containers")]: [
          { name: "campaigns", properties: { publicAccess: "Blob" } },
        ],
      },
    },
  ],
};
