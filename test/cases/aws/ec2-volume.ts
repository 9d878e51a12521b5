import type { AwsHeld } from "../../support/case-clouds.ts";
import type { TypeCase } from "../../support/type-case.ts";

const volume: TypeCase<AwsHeld> = {
  type: "aws/ec2/volume",
  held: ({ partition, region }) => ({
    ec2: {
      volumes: [
        {
          id: `vol-${region}-1`,
          instance: "i-0123456789abcdef0",
          encrypted: false,
          tags: { Name: "账务盘", "data-class": "personal", owner: "" },
        },
        {
          id: `vol-${region}-2`,
          snapshot: "snap-0123456789abcdef0",
          kmsKey: `arn:${partition}:kms:${region}:999988887777:key/1`,
        },
        { id: `vol-${region}-3`, sourceVolume: `vol-${region}-1` },
        { id: `vol-${region}-4`, outpost: `arn:aws:outposts:${region}:444455556666:outpost/op-1` },
      ],
    },
  }),
  finds: ({ partition, account, region }) => {
    const arn = `arn:${partition}:ec2:${region}:${account}`;
    return [
      {
        id: `${arn}:volume/vol-${region}-1`,
        name: "账务盘",
        role: "store",
        tags: { Name: "账务盘", "data-class": "personal", owner: "" },
        attributes: { encrypted: false },
        links: [{ kind: "part-of", direction: "from", id: `${arn}:instance/i-0123456789abcdef0` }],
      },
      {
        id: `${arn}:volume/vol-${region}-2`,
        name: `vol-${region}-2`,
        role: "store",
        tags: {},
        attributes: { encrypted: true },
        links: [
          { kind: "copied-to", direction: "from", id: "snap-0123456789abcdef0" },
          {
            kind: "key-held-in",
            id: `arn:${partition}:kms:${region}:999988887777:key/1`,
            region,
            party: "999988887777",
          },
        ],
      },
      {
        id: `${arn}:volume/vol-${region}-3`,
        name: `vol-${region}-3`,
        role: "store",
        tags: {},
        links: [{ kind: "copied-to", direction: "from", id: `${arn}:volume/vol-${region}-1` }],
      },
      // An Outpost stands wherever its owner put it.
      {
        id: `${arn}:volume/vol-${region}-4`,
        name: `vol-${region}-4`,
        role: "store",
        tags: {},
        region: null,
        links: [],
      },
    ];
  },
  lists: [{ operation: "DescribeVolumes" }],
};

export default volume;
