import type { AwsHeld } from "../../support/case-clouds.ts";
import type { TypeCase } from "../../support/type-case.ts";

const snapshot: TypeCase<AwsHeld> = {
  type: "aws/ec2/snapshot",
  held: ({ partition, region }) => ({
    ec2: {
      snapshots: [
        {
          id: `snap-${region}-1`,
          volume: "vol-0123456789abcdef0",
          tags: { Name: "月末", "data-class": "personal", owner: "" },
          shares: ["all", "222233334444"],
        },
        { id: `snap-${region}-2`, description: "[Copied snap-0123456789abcdef0 from ap-southeast-1] month end" },
        { id: `snap-${region}-3`, encrypted: true, kmsKey: `arn:${partition}:kms:${region}:999988887777:key/1` },
      ],
    },
  }),
  finds: ({ partition, account, region }) => {
    const arn = `arn:${partition}:ec2:${region}:${account}`;
    return [
      {
        id: `${arn}:snapshot/snap-${region}-1`,
        name: "月末",
        role: "copy",
        tags: { Name: "月末", "data-class": "personal", owner: "" },
        attributes: { public: true, encrypted: false },
        links: [
          { kind: "copied-to", direction: "from", id: `${arn}:volume/vol-0123456789abcdef0` },
          { kind: "shared-with", party: "*" },
          { kind: "shared-with", party: "222233334444" },
        ],
      },
      {
        id: `${arn}:snapshot/snap-${region}-2`,
        name: `snap-${region}-2`,
        role: "copy",
        tags: {},
        links: [{ kind: "copied-to", direction: "from", id: "snap-0123456789abcdef0", region: "ap-southeast-1" }],
      },
      {
        id: `${arn}:snapshot/snap-${region}-3`,
        name: `snap-${region}-3`,
        role: "copy",
        tags: {},
        attributes: { encrypted: true },
        links: [
          {
            kind: "key-held-in",
            id: `arn:${partition}:kms:${region}:999988887777:key/1`,
            region,
            party: "999988887777",
          },
        ],
      },
    ];
  },
  lists: [{ operation: "DescribeSnapshots" }],
};

export default snapshot;
