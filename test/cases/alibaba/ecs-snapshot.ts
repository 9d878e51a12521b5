import type { AlibabaHeld } from "../../support/case-clouds.ts";
import type { TypeCase } from "../../support/type-case.ts";

const snapshot: TypeCase<AlibabaHeld> = {
  type: "alibaba/ecs/snapshot",
  held: ({ region }) => ({
    snapshots: [
      {
        SnapshotId: `s-${region}-1`,
        SnapshotName: "月末",
        SourceDiskId: "d-bp1",
        Encrypted: false,
        Tags: {
          Tag: [
            { TagKey: "部门", TagValue: "财务" },
            { TagKey: "owner", TagValue: "" },
          ],
        },
      },
      {
        SnapshotId: `s-${region}-2`,
        SourceSnapshotId: "s-bp1",
        SourceDiskId: "d-bp1",
        SourceRegionId: "cn-shanghai",
        Encrypted: true,
      },
      { SnapshotId: `s-${region}-3` },
    ],
  }),
  finds: ({ account, region }) => {
    const id = `acs:ecs:${region}:${account}`;
    const there = `acs:ecs:cn-shanghai:${account}`;
    return [
      {
        id: `${id}:snapshot/s-${region}-1`,
        name: "月末",
        role: "copy",
        tags: { 部门: "财务", owner: "" },
        attributes: { encrypted: false },
        links: [{ kind: "copied-to", direction: "from", id: `${id}:disk/d-bp1`, region }],
      },
      {
        id: `${id}:snapshot/s-${region}-2`,
        name: `s-${region}-2`,
        role: "copy",
        tags: {},
        attributes: { encrypted: true, sourceRegion: "cn-shanghai" },
        links: [
          { kind: "copied-to", direction: "from", id: `${there}:snapshot/s-bp1`, region: "cn-shanghai" },
          { kind: "part-of", direction: "from", id: `${there}:disk/d-bp1`, region: "cn-shanghai" },
        ],
      },
      { id: `${id}:snapshot/s-${region}-3`, name: `s-${region}-3`, role: "copy", tags: {}, links: [] },
    ];
  },
  lists: [{ operation: "DescribeSnapshots" }],
};

export default snapshot;
