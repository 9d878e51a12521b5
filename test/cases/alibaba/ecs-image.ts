import type { AlibabaHeld } from "../../support/case-clouds.ts";
import type { TypeCase } from "../../support/type-case.ts";

const image: TypeCase<AlibabaHeld> = {
  type: "alibaba/ecs/image",
  held: ({ region }) => ({
    images: [
      {
        ImageId: `m-${region}-1`,
        ImageName: "golden",
        ImageOwnerAlias: "self",
        IsPublic: false,
        DiskDeviceMappings: { DiskDeviceMapping: [{ SnapshotId: "s-bp1" }, { SnapshotId: "s-bp2" }] },
        Tags: {
          Tag: [
            { TagKey: "部门", TagValue: "支付" },
            { TagKey: "owner", TagValue: "" },
          ],
        },
      },
      // An image that is out of use still holds what it holds; the list leaves it out unless its state is asked for.
      { ImageId: `m-${region}-2`, ImageOwnerAlias: "self", IsCopied: true, Status: "Deprecated" },
      { ImageId: `m-${region}-3`, ImageOwnerAlias: "self", IsPublic: true },
      { ImageId: "aliyun_3_x64", ImageOwnerAlias: "system", IsPublic: true },
    ],
  }),
  account: ({ region }) => ({
    imageShares: { [`m-${region}-1`]: ["2222333344445555", "6666777788889999"], [`m-${region}-3`]: ["all"] },
  }),
  finds: ({ account, region }) => {
    const id = `acs:ecs:${region}:${account}`;
    return [
      {
        id: `${id}:image/m-${region}-1`,
        name: "golden",
        role: "copy",
        tags: { 部门: "支付", owner: "" },
        attributes: { public: false },
        links: [
          { kind: "copied-to", direction: "from", id: `${id}:snapshot/s-bp1` },
          { kind: "copied-to", direction: "from", id: `${id}:snapshot/s-bp2` },
          { kind: "shared-with", party: "2222333344445555" },
          { kind: "shared-with", party: "6666777788889999" },
        ],
      },
      {
        id: `${id}:image/m-${region}-2`,
        name: `m-${region}-2`,
        role: "copy",
        tags: {},
        attributes: { copied: true },
        links: [],
      },
      {
        id: `${id}:image/m-${region}-3`,
        name: `m-${region}-3`,
        role: "copy",
        tags: {},
        attributes: { public: true },
        links: [{ kind: "shared-with", party: "*" }],
      },
    ];
  },
  lists: [{ operation: "DescribeImages" }, { operation: "DescribeImageSharePermission", loses: () => [] }],
};

export default image;
