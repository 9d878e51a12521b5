import type { AwsHeld } from "../../support/case-clouds.ts";
import type { TypeCase } from "../../support/type-case.ts";

const instance: TypeCase<AwsHeld> = {
  type: "aws/ec2/instance",
  held: ({ region }) => ({
    ec2: {
      instances: [
        { id: `i-${region}-1`, tags: { Name: "网关", "data-class": "general", owner: "" } },
        { id: `i-${region}-2`, instanceType: "r7g.large", state: "stopped" },
        { id: `i-${region}-3`, outpost: `arn:aws:outposts:${region}:444455556666:outpost/op-1` },
        // Holds nothing any more.
        { id: `i-${region}-4`, state: "terminated" },
      ],
    },
  }),
  finds: ({ partition, account, region }) => {
    const arn = `arn:${partition}:ec2:${region}:${account}:instance`;
    return [
      {
        id: `${arn}/i-${region}-1`,
        name: "网关",
        role: "compute",
        tags: { Name: "网关", "data-class": "general", owner: "" },
        attributes: { state: "running" },
        links: [],
      },
      {
        id: `${arn}/i-${region}-2`,
        name: `i-${region}-2`,
        role: "compute",
        tags: {},
        attributes: { instanceType: "r7g.large", state: "stopped" },
        links: [],
      },
      {
        id: `${arn}/i-${region}-3`,
        name: `i-${region}-3`,
        role: "compute",
        tags: {},
        region: null,
        attributes: { outpost: true },
        links: [],
      },
    ];
  },
  lists: [{ operation: "DescribeInstances" }],
};

export default instance;
