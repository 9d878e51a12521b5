import type { AlibabaHeld } from "../../support/case-clouds.ts";
import type { TypeCase } from "../../support/type-case.ts";

const disk: TypeCase<AlibabaHeld> = {
  type: "alibaba/ecs/disk",
  held: ({ region }) => ({
    disks: [
      {
        DiskId: `d-${region}-1`,
        DiskName: "账务盘",
        Encrypted: false,
        InstanceId: "i-bp1",
        AutoSnapshotPolicyId: `sp-${region}`,
        Tags: {
          Tag: [
            { TagKey: "data-class", TagValue: "personal" },
            { TagKey: "owner", TagValue: "" },
          ],
        },
      },
      { DiskId: `d-${region}-2`, Encrypted: true, SourceSnapshotId: "s-bp1" },
      { DiskId: `d-${region}-3`, SourceDiskId: `d-${region}-1` },
    ],
    diskReplicaPairs: [
      {
        ReplicaPairId: `pair-${region}-1`,
        Site: "production",
        SourceRegion: region,
        SourceDiskId: `d-${region}-2`,
        DestinationRegion: "ap-northeast-1",
        DestinationDiskId: "d-tokyo",
        Status: "normal",
      },
      {
        ReplicaPairId: `pair-${region}-2`,
        SourceRegion: region,
        SourceDiskId: `d-${region}-3`,
        DestinationRegion: region,
        DestinationDiskId: `d-${region}-1`,
        Status: "stopped",
      },
      {
        ReplicaPairId: `pair-${region}-3`,
        SourceRegion: region,
        SourceDiskId: `d-${region}-1`,
        DestinationRegion: "eu-central-1",
        DestinationDiskId: "d-never",
        Status: "create_failed",
      },
    ],
    enterpriseSnapshotPolicies: [
      {
        PolicyId: `esp-${region}-1`,
        TargetType: "DISK",
        State: "ENABLED",
        CrossRegionCopyInfo: { Enabled: true, Regions: [{ RegionId: "us-east-1", RetainDays: 30 }] },
        DiskIds: [`d-${region}-3`],
      },
      {
        PolicyId: `esp-${region}-2`,
        CrossRegionCopyInfo: { Enabled: false, Regions: [{ RegionId: "us-west-1", RetainDays: 30 }] },
        DiskIds: [`d-${region}-3`],
      },
      { PolicyId: `esp-${region}-3`, DiskIds: [`d-${region}-1`] },
    ],
    autoSnapshotPolicies: [
      {
        AutoSnapshotPolicyId: `sp-${region}`,
        EnableCrossRegionCopy: true,
        TargetCopyRegions: '["ap-southeast-1"]',
        DiskNums: 2,
      },
      { AutoSnapshotPolicyId: `sp-${region}-local`, EnableCrossRegionCopy: false, DiskNums: 1 },
    ],
    autoSnapshotPolicyAssociations: [
      { AutoSnapshotPolicyId: `sp-${region}`, DiskId: `d-${region}-1` },
      { AutoSnapshotPolicyId: `sp-${region}`, DiskId: `d-${region}-2` },
    ],
  }),
  finds: ({ account, region }) => {
    const id = `acs:ecs:${region}:${account}`;
    return [
      {
        id: `${id}:disk/d-${region}-1`,
        name: "账务盘",
        role: "store",
        tags: { "data-class": "personal", owner: "" },
        attributes: { encrypted: false },
        links: [
          { kind: "part-of", direction: "from", id: `${id}:instance/i-bp1` },
          { kind: "backs-up-to", region: "ap-southeast-1" },
        ],
      },
      {
        id: `${id}:disk/d-${region}-2`,
        name: `d-${region}-2`,
        role: "store",
        tags: {},
        attributes: { encrypted: true },
        links: [
          { kind: "copied-to", direction: "from", id: `${id}:snapshot/s-bp1` },
          { kind: "replicates-to", id: `acs:ecs:ap-northeast-1:${account}:disk/d-tokyo`, region: "ap-northeast-1" },
          { kind: "backs-up-to", region: "ap-southeast-1" },
        ],
      },
      {
        id: `${id}:disk/d-${region}-3`,
        name: `d-${region}-3`,
        role: "store",
        tags: {},
        links: [
          { kind: "copied-to", direction: "from", id: `${id}:disk/d-${region}-1` },
          { kind: "replicates-to", id: `${id}:disk/d-${region}-1`, region },
          { kind: "backs-up-to", region: "us-east-1" },
        ],
      },
    ];
  },
  lists: [
    { operation: "DescribeDisks" },
    { operation: "DescribeDiskReplicaPairs", loses: () => [] },
    { operation: "DescribeEnterpriseSnapshotPolicy", loses: () => [] },
    { operation: "DescribeAutoSnapshotPolicyEx", loses: () => [] },
    { operation: "DescribeAutoSnapshotPolicyAssociations", loses: () => [] },
  ],
};

export default disk;
