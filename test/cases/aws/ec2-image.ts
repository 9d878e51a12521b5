import type { AwsHeld } from "../../support/case-clouds.ts";
import type { TypeCase } from "../../support/type-case.ts";

const image: TypeCase<AwsHeld> = {
  type: "aws/ec2/image",
  held: ({ region }) => ({
    ec2: {
      images: [
        {
          id: `ami-${region}-1`,
          name: "golden",
          snapshots: ["snap-0123456789abcdef0"],
          sourceInstance: "i-0123456789abcdef0",
          tags: { Name: "金镜像", owner: "" },
          shares: ["222233334444", "arn:aws:organizations::222233334444:organization/o-abc"],
        },
        { id: `ami-${region}-2`, sourceImage: "ami-0123456789abcdef0", sourceRegion: "eu-west-1" },
        { id: `ami-${region}-3`, public: true, shares: ["all"] },
      ],
    },
  }),
  finds: ({ partition, account, region }) => {
    const arn = `arn:${partition}:ec2:${region}:${account}`;
    return [
      {
        id: `${arn}:image/ami-${region}-1`,
        name: "golden",
        role: "copy",
        tags: { Name: "金镜像", owner: "" },
        links: [
          { kind: "copied-to", direction: "from", id: `${arn}:snapshot/snap-0123456789abcdef0` },
          { kind: "copied-to", direction: "from", id: `${arn}:instance/i-0123456789abcdef0` },
          { kind: "shared-with", party: "222233334444" },
          { kind: "shared-with", party: "arn:aws:organizations::222233334444:organization/o-abc" },
        ],
      },
      {
        id: `${arn}:image/ami-${region}-2`,
        name: `ami-${region}-2`,
        role: "copy",
        tags: {},
        links: [{ kind: "copied-to", direction: "from", id: "ami-0123456789abcdef0", region: "eu-west-1" }],
      },
      {
        id: `${arn}:image/ami-${region}-3`,
        name: `ami-${region}-3`,
        role: "copy",
        tags: {},
        attributes: { public: true },
        links: [{ kind: "shared-with", party: "*" }],
      },
    ];
  },
  lists: [{ operation: "DescribeImages" }],
};

export default image;
