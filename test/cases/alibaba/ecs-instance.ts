import type { AlibabaHeld } from "../../support/case-clouds.ts";
import type { TypeCase } from "../../support/type-case.ts";

const instance: TypeCase<AlibabaHeld> = {
  type: "alibaba/ecs/instance",
  held: ({ region }) => ({
    instances: [
      {
        InstanceId: `i-${region}-1`,
        InstanceName: "网关",
        Status: "Running",
        ImageId: "m-bp1",
        PublicIpAddress: { IpAddress: ["198.51.100.7"] },
        Tags: {
          Tag: [
            { TagKey: "部门", TagValue: "客户服务" },
            { TagKey: "owner", TagValue: "" },
          ],
        },
      },
      { InstanceId: `i-${region}-2`, InstanceName: "", Status: "Stopped", PublicIpAddress: { IpAddress: [] } },
      { InstanceId: `i-${region}-3`, EipAddress: { IpAddress: "198.51.100.8" } },
    ],
  }),
  finds: ({ account, region }) => {
    const id = `acs:ecs:${region}:${account}:instance`;
    return [
      {
        id: `${id}/i-${region}-1`,
        name: "网关",
        role: "compute",
        tags: { 部门: "客户服务", owner: "" },
        attributes: { status: "Running", publicAddress: true },
        links: [],
      },
      {
        id: `${id}/i-${region}-2`,
        name: `i-${region}-2`,
        role: "compute",
        tags: {},
        attributes: { status: "Stopped", publicAddress: false },
        links: [],
      },
      {
        id: `${id}/i-${region}-3`,
        name: `i-${region}-3`,
        role: "compute",
        tags: {},
        attributes: { publicAddress: true },
        links: [],
      },
    ];
  },
  lists: [{ operation: "DescribeInstances" }],
};

export default instance;
