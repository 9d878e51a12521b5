import type { AwsHeld } from "../../support/case-clouds.ts";
import type { TypeCase, Where } from "../../support/type-case.ts";

const stranger = "999988887777";
const arn = (
  { partition, account, region }: Where,
  service: string,
  rest: string,
  there: { readonly region?: string; readonly account?: string } = {},
) => `arn:${partition}:${service}:${there.region ?? region}:${there.account ?? account}:${rest}`;

const recoveryPoint: TypeCase<AwsHeld> = {
  type: "aws/backup/recovery-point",
  held: (where) => ({
    services: {
      backup: {
        vaults: [
          { BackupVaultName: "customers", BackupVaultArn: arn(where, "backup", "backup-vault:customers") },
          { BackupVaultName: "Default", BackupVaultArn: arn(where, "backup", "backup-vault:Default") },
        ],
        points: [
          {
            BackupVaultName: "customers",
            RecoveryPointArn: arn(where, "backup", "recovery-point:1EB3B5E7"),
            ResourceArn: arn(where, "dynamodb", "table/orders", { region: "eu-west-1" }),
            SourceBackupVaultArn: arn(where, "backup", "backup-vault:near", { region: "eu-west-1" }),
            ResourceType: "DynamoDB",
            IsEncrypted: true,
            EncryptionKeyArn: `arn:${where.partition}:kms:${where.region}:${stranger}:key/1`,
            Status: "COMPLETED",
            CreationDate: 1_750_000_000,
            Lifecycle: { DeleteAfterDays: 35 },
            $tags: { Name: "订单备份", "data-class": "personal", owner: "" },
          },
          {
            BackupVaultName: "customers",
            RecoveryPointArn: arn(where, "backup", "recovery-point:2EB3B5E7"),
            ResourceArn: arn(where, "elasticfilesystem", "file-system/fs-1"),
            IsEncrypted: false,
            Lifecycle: { DeleteAfterDays: -1 },
          },
          {
            BackupVaultName: "Default",
            RecoveryPointArn: arn(where, "backup", "recovery-point:3EB3B5E7"),
            ResourceArn: arn(where, "dynamodb", "table/theirs", { account: stranger }),
            SourceBackupVaultArn: arn(where, "backup", "backup-vault:theirs", { account: stranger }),
          },
          // Records of their own services.
          {
            BackupVaultName: "Default",
            RecoveryPointArn: `arn:${where.partition}:ec2:${where.region}::snapshot/snap-1`,
            ResourceArn: arn(where, "ec2", "volume/vol-1"),
          },
          {
            BackupVaultName: "Default",
            RecoveryPointArn: arn(where, "rds", "snapshot:awsbackup:job-1"),
            ResourceArn: arn(where, "rds", "db:orders"),
          },
          {
            BackupVaultName: "Default",
            RecoveryPointArn: arn(where, "dynamodb", "table/orders/backup/01700000000000-abc"),
            ResourceArn: arn(where, "dynamodb", "table/orders"),
          },
          // Its members stand beside it.
          {
            BackupVaultName: "Default",
            RecoveryPointArn: arn(where, "backup", "recovery-point:composite-1"),
            IsParent: true,
          },
        ],
      },
    },
  }),
  finds: (where) => [
    {
      id: arn(where, "backup", "recovery-point:1EB3B5E7"),
      name: "recovery-point:1EB3B5E7",
      role: "copy",
      tags: { Name: "订单备份", "data-class": "personal", owner: "" },
      attributes: {
        encrypted: true,
        backupRetentionDays: 35,
        vault: "customers",
        state: "COMPLETED",
        created: "2025-06-15",
      },
      links: [
        { kind: "copied-to", direction: "from", id: arn(where, "dynamodb", "table/orders", { region: "eu-west-1" }) },
        {
          kind: "copied-to",
          direction: "from",
          id: arn(where, "backup", "backup-vault:near", { region: "eu-west-1" }),
          region: "eu-west-1",
        },
        {
          kind: "key-held-in",
          id: `arn:${where.partition}:kms:${where.region}:${stranger}:key/1`,
          region: where.region,
          party: stranger,
        },
      ],
    },
    {
      id: arn(where, "backup", "recovery-point:2EB3B5E7"),
      name: "recovery-point:2EB3B5E7",
      role: "copy",
      tags: {},
      attributes: { encrypted: false },
      links: [{ kind: "copied-to", direction: "from", id: arn(where, "elasticfilesystem", "file-system/fs-1") }],
    },
    {
      id: arn(where, "backup", "recovery-point:3EB3B5E7"),
      name: "recovery-point:3EB3B5E7",
      role: "copy",
      tags: {},
      links: [
        { kind: "copied-to", direction: "from", id: arn(where, "dynamodb", "table/theirs", { account: stranger }) },
        {
          kind: "copied-to",
          direction: "from",
          id: arn(where, "backup", "backup-vault:theirs", { account: stranger }),
          region: where.region,
          party: stranger,
        },
      ],
    },
  ],
  lists: [{ operation: "ListBackupVaults" }, { operation: "ListRecoveryPointsByBackupVault" }],
};

export default recoveryPoint;
