import type { EstateRegion } from "../../../providers/alibaba/loopback/estate.ts";
import type { TypeCase } from "../../support/type-case.ts";

const kvstoreInstance: TypeCase<EstateRegion> = {
  type: "alibaba/kvstore/instance",
  lists: [{ operation: "DescribeInstances" }],
  held: ({ region }) => ({
    kvstoreInstances: [
      {
        InstanceId: `r-active-${region}`,
        InstanceName: "会话缓存",
        InstanceType: "Redis",
        EngineVersion: "7.0",
        RegionId: region,
        GlobalInstanceId: `gr-1-${region}`,
        Tags: {
          Tag: [
            { Key: "data-class", Value: "sensitive-personal" },
            { Key: "用途", Value: "会话" },
            { Key: "empty", Value: "" },
          ],
        },
      },
      { InstanceId: `r-mate-${region}`, InstanceName: "", GlobalInstanceId: `gr-1-${region}`, Tags: { Tag: [] } },
      { InstanceId: `r-alone-${region}`, InstanceName: "alone", GlobalInstanceId: "" },
    ],
    kvstoreGlobalInstances: [
      {
        GlobalInstanceId: `gr-1-${region}`,
        SubInstances: [
          { GlobalInstanceId: `gr-1-${region}`, InstanceID: `r-active-${region}`, RegionId: region },
          { GlobalInstanceId: `gr-1-${region}`, InstanceID: `r-mate-${region}`, RegionId: region },
          { GlobalInstanceId: `gr-1-${region}`, InstanceID: "r-frankfurt", RegionId: "eu-central-1" },
        ],
      },
      { GlobalInstanceId: "gr-of-others", SubInstances: [{ InstanceID: "r-x", RegionId: "us-east-1" }] },
    ],
  }),
  finds: ({ region, account }) => [
    {
      id: `acs:kvstore:${region}:${account}:instance/r-active-${region}`,
      name: "会话缓存",
      role: "store",
      tags: { "data-class": "sensitive-personal", 用途: "会话", empty: "" },
      attributes: { engine: "Redis", engineVersion: "7.0", globalInstance: `gr-1-${region}` },
      links: [
        { kind: "replicates-to", id: `acs:kvstore:${region}:${account}:instance/r-mate-${region}`, region },
        {
          kind: "replicates-to",
          id: `acs:kvstore:eu-central-1:${account}:instance/r-frankfurt`,
          region: "eu-central-1",
        },
      ],
    },
    {
      id: `acs:kvstore:${region}:${account}:instance/r-mate-${region}`,
      name: `r-mate-${region}`,
      role: "store",
      tags: {},
      links: [
        { kind: "replicates-to", id: `acs:kvstore:${region}:${account}:instance/r-active-${region}`, region },
        {
          kind: "replicates-to",
          id: `acs:kvstore:eu-central-1:${account}:instance/r-frankfurt`,
          region: "eu-central-1",
        },
      ],
    },
    {
      id: `acs:kvstore:${region}:${account}:instance/r-alone-${region}`,
      name: "alone",
      role: "store",
      tags: {},
      links: [],
    },
  ],
};

export default kvstoreInstance;
