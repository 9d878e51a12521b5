import type { AlibabaHeld } from "../../support/case-clouds.ts";
import type { TypeCase } from "../../support/type-case.ts";

const instance: TypeCase<AlibabaHeld> = {
  type: "alibaba/cr/instance",
  held: ({ region }) => ({
    crInstances: [
      {
        InstanceId: `cri-main-${region}`,
        InstanceName: "main",
        InstanceSpecification: "Enterprise_Advanced",
        InstanceStatus: "RUNNING",
        RegionId: region,
      },
      { InstanceId: `cri-copy-${region}`, InstanceName: "copy", RegionId: region },
      { InstanceId: `cri-alone-${region}`, RegionId: region },
    ],
    crSyncRules: [
      {
        InstanceId: `cri-main-${region}`,
        SyncRuleId: "crsr-1",
        SyncDirection: "FROM",
        LocalInstanceId: `cri-main-${region}`,
        LocalRegionId: region,
        TargetInstanceId: "cri-sg",
        TargetRegionId: "ap-southeast-1",
        CrossUser: true,
      },
      {
        InstanceId: `cri-main-${region}`,
        SyncRuleId: "crsr-2",
        SyncDirection: "TO",
        LocalInstanceId: `cri-main-${region}`,
        LocalRegionId: region,
        TargetInstanceId: "cri-build",
        TargetRegionId: "cn-shanghai",
      },
      {
        InstanceId: `cri-copy-${region}`,
        SyncRuleId: "crsr-3",
        SyncDirection: "FROM",
        LocalInstanceId: "cri-us",
        LocalRegionId: "us-east-1",
        TargetInstanceId: `cri-copy-${region}`,
        TargetRegionId: region,
      },
    ],
    crTags: [
      { ResourceType: "Instance", ResourceId: `cri-main-${region}`, TagKey: "部门", TagValue: "平台" },
      { ResourceType: "Instance", ResourceId: `cri-main-${region}`, TagKey: "owner", TagValue: "" },
    ],
  }),
  finds: ({ account, region }) => {
    const arn = `acs:cr:${region}:${account}:instance`;
    return [
      {
        id: `${arn}/cri-main-${region}`,
        name: "main",
        role: "store",
        tags: { 部门: "平台", owner: "" },
        attributes: { specification: "Enterprise_Advanced" },
        links: [
          { kind: "replicates-to", id: "cr://cri-sg", region: "ap-southeast-1" },
          {
            kind: "replicates-to",
            direction: "from",
            id: `acs:cr:cn-shanghai:${account}:instance/cri-build`,
            region: "cn-shanghai",
          },
        ],
      },
      {
        id: `${arn}/cri-copy-${region}`,
        name: "copy",
        role: "store",
        tags: {},
        links: [
          {
            kind: "replicates-to",
            direction: "from",
            id: `acs:cr:us-east-1:${account}:instance/cri-us`,
            region: "us-east-1",
          },
        ],
      },
      { id: `${arn}/cri-alone-${region}`, name: `cri-alone-${region}`, role: "store", tags: {}, links: [] },
    ];
  },
  lists: [{ operation: "ListInstance" }],
};

export default instance;
