import type { AlibabaHeld } from "../../support/case-clouds.ts";
import type { TypeCase } from "../../support/type-case.ts";

const autoSnapshotPolicy: TypeCase<AlibabaHeld> = {
  type: "alibaba/ecs/auto-snapshot-policy",
  held: ({ region }) => ({
    autoSnapshotPolicies: [
      {
        AutoSnapshotPolicyId: `sp-${region}-1`,
        AutoSnapshotPolicyName: "每日",
        EnableCrossRegionCopy: true,
        TargetCopyRegions: "ap-southeast-1",
        DiskNums: 0,
        Tags: {
          Tag: [
            { TagKey: "部门", TagValue: "支付" },
            { TagKey: "owner", TagValue: "" },
          ],
        },
      },
      // Its disks state where it copies to.
      {
        AutoSnapshotPolicyId: `sp-${region}-2`,
        EnableCrossRegionCopy: true,
        TargetCopyRegions: "ap-southeast-1",
        DiskNums: 3,
      },
      { AutoSnapshotPolicyId: `sp-${region}-3`, EnableCrossRegionCopy: true, DiskNums: 0 },
      { AutoSnapshotPolicyId: `sp-${region}-4`, EnableCrossRegionCopy: false },
    ],
  }),
  finds: ({ account, region }) => {
    const id = `acs:ecs:${region}:${account}:snapshotpolicy`;
    return [
      {
        id: `${id}/sp-${region}-1`,
        name: "每日",
        role: "flow",
        tags: { 部门: "支付", owner: "" },
        attributes: { crossRegionCopy: true, disks: 0 },
        links: [{ kind: "backs-up-to", region: "ap-southeast-1" }],
      },
      {
        id: `${id}/sp-${region}-2`,
        name: `sp-${region}-2`,
        role: "flow",
        tags: {},
        attributes: { crossRegionCopy: true, disks: 3 },
        links: [],
      },
      // It copies, and does not say where.
      {
        id: `${id}/sp-${region}-3`,
        name: `sp-${region}-3`,
        role: "flow",
        tags: {},
        attributes: { crossRegionCopy: true },
        links: [{ kind: "backs-up-to" }],
      },
      {
        id: `${id}/sp-${region}-4`,
        name: `sp-${region}-4`,
        role: "flow",
        tags: {},
        attributes: { crossRegionCopy: false },
        links: [],
      },
    ];
  },
  lists: [{ operation: "DescribeAutoSnapshotPolicyEx" }],
};

export default autoSnapshotPolicy;
