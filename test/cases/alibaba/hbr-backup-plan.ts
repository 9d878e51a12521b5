import type { AlibabaHeld } from "../../support/case-clouds.ts";
import type { TypeCase } from "../../support/type-case.ts";

const plan: TypeCase<AlibabaHeld> = {
  type: "alibaba/hbr/backup-plan",
  held: ({ region }) => ({
    hbrPlans: [
      {
        PlanId: "plan-machine",
        PlanName: "整机异地备份",
        SourceType: "UDM_ECS",
        InstanceId: "i-1",
        Disabled: false,
        Rules: {
          Rule: [
            { RuleId: "r-1", DoCopy: true, DestinationRegionId: "ap-northeast-1", DestinationRetention: 30 },
            { RuleId: "r-2", DoCopy: true, DestinationRegionId: region },
            { RuleId: "r-3", DoCopy: true, DestinationRegionId: "us-east-1", Disabled: true },
            { RuleId: "r-4", DoCopy: false, DestinationRegionId: "us-west-1" },
          ],
        },
      },
      {
        PlanId: "plan-silent",
        SourceType: "UDM_ECS",
        DataSourceId: "i-2",
        Rules: { Rule: [{ RuleId: "r-5", DoCopy: true, DestinationRegionId: "" }] },
      },
      {
        PlanId: "plan-off",
        PlanName: "off",
        SourceType: "UDM_ECS",
        InstanceId: "i-3",
        Disabled: true,
        Rules: { Rule: [{ RuleId: "r-6", DoCopy: true, DestinationRegionId: "ap-northeast-1" }] },
      },
      { PlanId: "plan-oss", SourceType: "OSS", VaultId: "v-main", Bucket: "members-files" },
    ],
  }),
  finds: ({ account, region }) => {
    const arn = `acs:hbr:${region}:${account}:plan`;
    return [
      {
        id: `${arn}/plan-machine`,
        name: "整机异地备份",
        role: "flow",
        tags: {},
        attributes: { disabled: false, copiesTo: "ap-northeast-1" },
        links: [
          { kind: "backs-up-to", direction: "from", id: `acs:ecs:${region}:${account}:instance/i-1` },
          { kind: "backs-up-to", region: "ap-northeast-1" },
        ],
      },
      {
        id: `${arn}/plan-silent`,
        name: "plan-silent",
        role: "flow",
        tags: {},
        attributes: { copiesTo: "not shown" },
        links: [
          { kind: "backs-up-to", direction: "from", id: `acs:ecs:${region}:${account}:instance/i-2` },
          { kind: "backs-up-to" },
        ],
      },
      { id: `${arn}/plan-off`, name: "off", role: "flow", tags: {}, attributes: { disabled: true }, links: [] },
    ];
  },
  lists: [{ operation: "DescribeBackupPlans" }],
};

export default plan;
