import type { AlibabaHeld } from "../../support/case-clouds.ts";
import type { TypeCase } from "../../support/type-case.ts";

const vault: TypeCase<AlibabaHeld> = {
  type: "alibaba/hbr/vault",
  held: ({ region }) => ({
    hbrVaults: [
      {
        VaultId: "v-main",
        VaultName: "主备份库",
        VaultType: "STANDARD",
        VaultRegionId: region,
        EncryptType: "HBR_PRIVATE",
        RedundancyType: "ZRS",
        ReplicationTargetRegionId: "cn-shanghai",
        ReplicationTargetVaultId: "v-mirror",
        // The reference's own example has 0 for accounts that are not told.
        VaultOwnerId: 0,
        ReplicationTargetOwnerId: 0,
        RsTargetAccountIds: { RsTargetAccountId: [9876543210987654, 0] },
        Tags: {
          Tag: [
            { Key: "数据分级", Value: "个人信息" },
            { Key: "owner", Value: "" },
          ],
        },
      },
      {
        VaultId: "v-from-elsewhere",
        VaultType: "STANDARD",
        VaultRegionId: region,
        Replication: true,
        ReplicationSourceRegionId: "cn-beijing",
        ReplicationSourceVaultId: "v-source",
        ReplicationSourceOwnerId: 9876543210987654,
        WormEnabled: true,
      },
      {
        VaultId: "v-tables",
        VaultName: "tables",
        VaultType: "OTS_BACKUP",
        VaultRegionId: region,
        EncryptType: "NONE",
        // A mirror whose vault is not told.
        ReplicationTargetRegionId: "ap-northeast-1",
        Tags: { Tag: [] },
      },
    ],
    hbrPlans: [
      { PlanId: "plan-oss", SourceType: "OSS", VaultId: "v-main", Bucket: "members-files", Disabled: false },
      { PlanId: "plan-nas", SourceType: "NAS", VaultId: "v-main", FileSystemId: "31a8e4" },
      {
        PlanId: "plan-files",
        SourceType: "ECS_FILE",
        VaultId: "v-main",
        InstanceId: "i-partner",
        CrossAccountType: "CROSS_ACCOUNT",
        CrossAccountUserId: 9876543210987654,
      },
      { PlanId: "plan-cpfs", SourceType: "COMMON_FILE_SYSTEM", VaultId: "v-main", FileSystemId: "cpfs-12d8" },
      { PlanId: "plan-off", SourceType: "OSS", VaultId: "v-main", Bucket: "off", Disabled: true },
      { PlanId: "plan-ots", SourceType: "OTS", VaultId: "v-tables", InstanceName: "orders" },
      { PlanId: "plan-sync", SourceType: "SYNC" },
    ],
    hbrPolicies: [
      {
        PolicyId: "po-geo",
        PolicyName: "daily and far away",
        PolicyType: "STANDARD",
        Rules: [
          { RuleType: "BACKUP", VaultId: "v-main" },
          { RuleType: "TRANSITION", Retention: 7 },
          { RuleType: "REPLICATION", ReplicationRegionId: "ap-southeast-1", Retention: 365 },
          { RuleType: "REPLICATION", ReplicationRegionId: "cn-shanghai" },
        ],
      },
      { PolicyId: "po-machines", PolicyType: "UDM_ECS_ONLY", Rules: [{ RuleType: "BACKUP" }] },
    ],
    hbrBindings: [
      { PolicyBindingId: "pd-1", PolicyId: "po-geo", SourceType: "OSS", DataSourceId: "orders-files", Disabled: false },
      { PolicyBindingId: "pd-2", PolicyId: "po-geo", SourceType: "OSS", DataSourceId: "paused", Disabled: true },
      { PolicyBindingId: "pd-3", PolicyId: "po-geo", SourceType: "File", DataSourceId: "c-office" },
      { PolicyBindingId: "pd-4", PolicyId: "po-machines", SourceType: "UDM_ECS", DataSourceId: "i-1" },
    ],
  }),
  finds: ({ account, region }) => {
    const arn = `acs:hbr:${region}:${account}:vault`;
    return [
      {
        id: `${arn}/v-main`,
        name: "主备份库",
        role: "copy",
        tags: { 数据分级: "个人信息", owner: "" },
        attributes: { kind: "STANDARD", encrypted: true, encryptedWith: "HBR_PRIVATE", redundancy: "ZRS" },
        links: [
          { kind: "replicates-to", id: `acs:hbr:cn-shanghai:${account}:vault/v-mirror`, region: "cn-shanghai" },
          { kind: "replicates-to", region: "ap-southeast-1" },
          { kind: "shared-with", party: "9876543210987654" },
          { kind: "backs-up-to", direction: "from", id: "oss://members-files" },
          { kind: "backs-up-to", direction: "from", id: `acs:nas:${region}:${account}:filesystem/31a8e4` },
          { kind: "backs-up-to", direction: "from", id: `acs:ecs:${region}:9876543210987654:instance/i-partner` },
          { kind: "backs-up-to", direction: "from", id: `acs:nas:${region}:${account}:filesystem/cpfs-12d8` },
          { kind: "backs-up-to", direction: "from", id: "oss://orders-files" },
        ],
      },
      {
        id: `${arn}/v-from-elsewhere`,
        name: "v-from-elsewhere",
        role: "copy",
        tags: {},
        attributes: { immutable: true },
        links: [
          {
            kind: "replicates-to",
            direction: "from",
            id: "acs:hbr:cn-beijing:9876543210987654:vault/v-source",
            region: "cn-beijing",
          },
        ],
      },
      {
        id: `${arn}/v-tables`,
        name: "tables",
        role: "copy",
        tags: {},
        attributes: { kind: "OTS_BACKUP", encrypted: false },
        links: [
          { kind: "replicates-to", region: "ap-northeast-1" },
          { kind: "backs-up-to", direction: "from", id: `acs:ots:${region}:${account}:instance/orders` },
        ],
      },
    ];
  },
  lists: [{ operation: "DescribeVaults" }],
};

export default vault;
