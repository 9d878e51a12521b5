import type { AlibabaHeld } from "../../support/case-clouds.ts";
import type { TypeCase } from "../../support/type-case.ts";

const policy: TypeCase<AlibabaHeld> = {
  type: "alibaba/hbr/policy",
  held: ({ region }) => ({
    hbrPolicies: [
      {
        PolicyId: "po-machines",
        PolicyName: "整机备份",
        PolicyType: "UDM_ECS_ONLY",
        Rules: [
          { RuleType: "BACKUP", BackupType: "COMPLETE" },
          { RuleType: "REPLICATION", ReplicationRegionId: "ap-northeast-1", Retention: 30 },
          { RuleType: "REPLICATION", ReplicationRegionId: region },
        ],
      },
      { PolicyId: "po-here", PolicyName: "local", PolicyType: "UDM_ECS_ONLY", Rules: [{ RuleType: "BACKUP" }] },
      {
        PolicyId: "po-files",
        PolicyType: "STANDARD",
        Rules: [
          { RuleType: "BACKUP", VaultId: "v-main" },
          { RuleType: "REPLICATION", ReplicationRegionId: "us-east-1" },
        ],
      },
    ],
    hbrBindings: [
      { PolicyBindingId: "pd-1", PolicyId: "po-machines", SourceType: "UDM_ECS", DataSourceId: "i-1" },
      { PolicyBindingId: "pd-2", PolicyId: "po-machines", SourceType: "UDM_ECS", DataSourceId: "i-2", Disabled: true },
      { PolicyBindingId: "pd-3", PolicyId: "po-here", SourceType: "UDM_ECS", DataSourceId: "i-3" },
      { PolicyBindingId: "pd-4", PolicyId: "po-files", SourceType: "OSS", DataSourceId: "members-files" },
    ],
  }),
  finds: ({ account, region }) => {
    const arn = `acs:hbr:${region}:${account}:policy`;
    return [
      {
        id: `${arn}/po-machines`,
        name: "整机备份",
        role: "flow",
        tags: {},
        attributes: { kind: "UDM_ECS_ONLY", copiesTo: "ap-northeast-1" },
        links: [
          { kind: "backs-up-to", direction: "from", id: `acs:ecs:${region}:${account}:instance/i-1` },
          { kind: "backs-up-to", region: "ap-northeast-1" },
        ],
      },
      { id: `${arn}/po-here`, name: "local", role: "flow", tags: {}, links: [] },
      {
        id: `${arn}/po-files`,
        name: "po-files",
        role: "flow",
        tags: {},
        attributes: { copiesTo: "us-east-1" },
        links: [],
      },
    ];
  },
  lists: [{ operation: "DescribePoliciesV2" }],
};

export default policy;
