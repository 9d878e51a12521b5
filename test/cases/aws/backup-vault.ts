import type { AwsHeld } from "../../support/case-clouds.ts";
import type { TypeCase, Where } from "../../support/type-case.ts";

const stranger = "999988887777";
const vault = (
  { partition, account, region }: Where,
  name: string,
  there: { readonly region?: string; readonly account?: string } = {},
) => `arn:${partition}:backup:${there.region ?? region}:${there.account ?? account}:backup-vault:${name}`;
const plan = ({ partition, account, region }: Where, id: string) =>
  `arn:${partition}:backup:${region}:${account}:backup-plan:${id}`;
const table = ({ partition, account }: Where, region: string, name: string) =>
  `arn:${partition}:dynamodb:${region}:${account}:table/${name}`;
const bucket = ({ partition }: Where, name: string) => `arn:${partition}:s3:::${name}`;

const backupVault: TypeCase<AwsHeld> = {
  type: "aws/backup/vault",
  held: (where) => ({
    services: {
      backup: {
        vaults: [
          {
            BackupVaultName: "customers",
            BackupVaultArn: vault(where, "customers"),
            VaultType: "BACKUP_VAULT",
            EncryptionKeyArn: `arn:${where.partition}:kms:${where.region}:${where.account}:key/1`,
            NumberOfRecoveryPoints: 7,
            Locked: true,
            $tags: { Name: "客户备份", "data-class": "personal", owner: "" },
          },
          {
            BackupVaultName: "gapped",
            BackupVaultArn: vault(where, "gapped"),
            EncryptionKeyArn: `arn:${where.partition}:kms:${where.region}:${stranger}:key/1`,
          },
          { BackupVaultName: "Default", BackupVaultArn: vault(where, "Default") },
          // Shared by another account: not ours to report.
          { BackupVaultName: "theirs", BackupVaultArn: vault(where, "theirs", { account: stranger }) },
        ],
        plans: [
          {
            BackupPlanId: "p-1",
            BackupPlanArn: plan(where, "p-1"),
            BackupPlanName: "daily",
            $document: {
              BackupPlanName: "daily",
              Rules: [
                {
                  RuleName: "everywhere",
                  TargetBackupVaultName: "customers",
                  CopyActions: [
                    { DestinationBackupVaultArn: vault(where, "far", { region: "eu-west-1" }) },
                    { DestinationBackupVaultArn: vault(where, "partner", { account: stranger }) },
                  ],
                },
                {
                  RuleName: "gapped",
                  TargetBackupVaultName: "Default",
                  TargetLogicallyAirGappedBackupVaultArn: vault(where, "gapped"),
                },
              ],
            },
          },
          {
            BackupPlanId: "p-2",
            BackupPlanArn: plan(where, "p-2"),
            BackupPlanName: "by tag",
            $document: {
              BackupPlanName: "by tag",
              Rules: [{ RuleName: "weekly", TargetBackupVaultName: "customers" }],
            },
          },
        ],
        selections: [
          {
            SelectionId: "s-1",
            $BackupPlanId: "p-1",
            $document: {
              SelectionName: "named",
              IamRoleArn: "role",
              Resources: [
                table(where, where.region, "orders"),
                bucket(where, "crm"),
                table(where, where.region, "left-out"),
                table(where, "eu-west-1", "not-here"),
                bucket(where, "shop-*"),
              ],
              NotResources: [table(where, where.region, "left-*")],
              Conditions: { StringEquals: [], StringLike: [] },
            },
          },
          {
            SelectionId: "s-2",
            $BackupPlanId: "p-2",
            $document: { SelectionName: "tagged", IamRoleArn: "role", ListOfTags: [{ ConditionType: "STRINGEQUALS" }] },
          },
          {
            SelectionId: "s-3",
            $BackupPlanId: "p-2",
            $document: {
              SelectionName: "conditional",
              IamRoleArn: "role",
              Resources: [table(where, where.region, "only-if-tagged")],
              Conditions: { StringEquals: [{ ConditionKey: "aws:ResourceTag/backup", ConditionValue: "daily" }] },
            },
          },
        ],
        protected: [
          { $BackupVaultName: "customers", ResourceArn: table(where, where.region, "orders") },
          { $BackupVaultName: "customers", ResourceArn: table(where, where.region, "tagged") },
        ],
        copyJobs: [
          {
            CopyJobId: "c-1",
            State: "COMPLETED",
            SourceBackupVaultArn: vault(where, "Default"),
            DestinationBackupVaultArn: vault(where, "by-hand", { region: "ap-southeast-1" }),
          },
          {
            CopyJobId: "c-2",
            State: "COMPLETED",
            SourceBackupVaultArn: vault(where, "customers"),
            DestinationBackupVaultArn: vault(where, "far", { region: "eu-west-1" }),
          },
          {
            CopyJobId: "c-3",
            State: "FAILED",
            SourceBackupVaultArn: vault(where, "customers"),
            DestinationBackupVaultArn: vault(where, "never", { region: "eu-west-1" }),
          },
        ],
      },
    },
  }),
  finds: (where) => [
    {
      id: vault(where, "customers"),
      name: "customers",
      role: "copy",
      tags: { Name: "客户备份", "data-class": "personal", owner: "" },
      attributes: { encrypted: true, locked: true, recoveryPoints: 7 },
      links: [
        { kind: "backs-up-to", direction: "from", id: table(where, where.region, "orders") },
        { kind: "backs-up-to", direction: "from", id: bucket(where, "crm") },
        { kind: "backs-up-to", direction: "from", id: table(where, where.region, "tagged") },
        { kind: "backs-up-to", id: vault(where, "far", { region: "eu-west-1" }), region: "eu-west-1" },
        {
          kind: "backs-up-to",
          id: vault(where, "partner", { account: stranger }),
          region: where.region,
          party: stranger,
        },
      ],
    },
    {
      id: vault(where, "gapped"),
      name: "gapped",
      role: "copy",
      tags: {},
      links: [
        { kind: "backs-up-to", direction: "from", id: table(where, where.region, "orders") },
        { kind: "backs-up-to", direction: "from", id: bucket(where, "crm") },
        {
          kind: "key-held-in",
          id: `arn:${where.partition}:kms:${where.region}:${stranger}:key/1`,
          region: where.region,
          party: stranger,
        },
      ],
    },
    {
      id: vault(where, "Default"),
      name: "Default",
      role: "copy",
      tags: {},
      links: [
        { kind: "backs-up-to", direction: "from", id: table(where, where.region, "orders") },
        { kind: "backs-up-to", direction: "from", id: bucket(where, "crm") },
        { kind: "backs-up-to", id: vault(where, "by-hand", { region: "ap-southeast-1" }), region: "ap-southeast-1" },
      ],
    },
  ],
  lists: [
    { operation: "ListBackupVaults" },
    { operation: "ListBackupPlans", loses: () => [] },
    { operation: "ListCopyJobs", loses: () => [] },
  ],
};

export default backupVault;
