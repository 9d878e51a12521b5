import type { BackupClient, RecoveryPointByBackupVault } from "@aws-sdk/client-backup";
import type { Caller, Known, Link, ResourceRecord, ResourceType, Scope, Tags } from "../../../src/model/index.ts";
import { required } from "../answer.ts";
import { listVaults, mostPerPage, readTags, type Vault, vaultTarget } from "../backup/vaults.ts";
import { dayOf } from "../day.ts";
import { detailItems } from "../listed-detail.ts";
import { keyElsewhere } from "../neighbours.ts";
import { placedByAsking } from "../placement.ts";
import type { AwsSession } from "../session.ts";

/** Services whose recovery points are snapshots and backups of their own, listed as records of those services. */
const ownRecords = new Set(["dynamodb", "ec2", "fsx", "rds", "redshift"]);

/** A backup in a vault. */
export const backupRecoveryPoint: ResourceType<AwsSession> = {
  type: "aws/backup/recovery-point",
  title: { en: "AWS Backup recovery point", zh: "AWS Backup 恢复点" },
  role: "copy",
  service: "backup",
  reach: "per-region",
  operations: [
    { operation: "ListBackupVaults", permission: "backup:ListBackupVaults" },
    {
      operation: "ListRecoveryPointsByBackupVault",
      permission: "backup:ListRecoveryPointsByBackupVault",
      per: "resource",
    },
    { operation: "ListTags", permission: "backup:ListTags", per: "resource" },
  ],
  links: ["copied-to", "key-held-in"],
  unseen: {
    en: "Recovery points that are snapshots, images or backups of EC2, RDS, DynamoDB, Redshift and FSx, which stand under those services; composite points, whose members are listed; restores.",
    zh: "作为 EC2、RDS、DynamoDB、Redshift、FSx 快照、镜像或备份的恢复点（在相应服务下列出）、复合恢复点（仅列出其成员）以及恢复操作不在此类型中体现。",
  },
  async *collect(session, region, caller) {
    const here = required(region ?? undefined, "a region");
    const { BackupClient: Client } = await import("@aws-sdk/client-backup");
    const client = session.client(Client, here);
    for await (const vault of listVaults(client, caller, session.scope)) {
      yield* caller.each(pointsOf(client, caller, vault), async (point) => {
        const arn = required(point.RecoveryPointArn, "RecoveryPoints[].RecoveryPointArn");
        return recordOf(session, here, point, arn, await readTags(client, caller, arn));
      });
    }
  },
};

async function* pointsOf(
  client: BackupClient,
  caller: Caller,
  vault: Vault,
): AsyncGenerator<RecoveryPointByBackupVault> {
  const operation = "ListRecoveryPointsByBackupVault";
  const points = detailItems(caller, operation, vault.arn, async (token, abortSignal) => {
    const { ListRecoveryPointsByBackupVaultCommand } = await import("@aws-sdk/client-backup");
    const request = new ListRecoveryPointsByBackupVaultCommand({
      BackupVaultName: vault.name,
      MaxResults: mostPerPage,
      NextToken: token,
    });
    const answer = await client.send(request, { abortSignal });
    return { items: required(answer.RecoveryPoints, "RecoveryPoints"), next: answer.NextToken };
  });
  for await (const point of points) {
    const service = point.RecoveryPointArn?.split(":")[2] ?? "";
    if (point.IsParent !== true && !ownRecords.has(service)) yield point;
  }
}

function recordOf(
  session: AwsSession,
  region: string,
  point: RecoveryPointByBackupVault,
  arn: string,
  tags: Known<Tags>,
): ResourceRecord {
  const days = point.Lifecycle?.DeleteAfterDays;
  return {
    kind: "record",
    id: arn,
    type: backupRecoveryPoint.type,
    role: backupRecoveryPoint.role,
    scope: session.scope,
    name: arn.slice(arn.indexOf(":recovery-point:") + 1),
    ...placedByAsking("backup:ListRecoveryPointsByBackupVault", region),
    tags,
    aliases: [],
    links: [
      ...origins(point, session.scope),
      ...keyElsewhere(session.scope, region, point.EncryptionKeyArn, {
        source: "backup:ListRecoveryPointsByBackupVault",
        field: "RecoveryPoints[].EncryptionKeyArn",
      }),
    ],
    attributes: {
      ...(point.IsEncrypted === undefined ? {} : { encrypted: point.IsEncrypted }),
      ...(point.ResourceType === undefined ? {} : { resourceType: point.ResourceType }),
      ...(point.BackupVaultName === undefined ? {} : { vault: point.BackupVaultName }),
      ...(point.Status === undefined ? {} : { state: point.Status }),
      ...(days === undefined || days < 0 ? {} : { backupRetentionDays: days }),
      ...dayOf(point.CreationDate),
    },
  };
}

/** The resource it is a backup of, and the vault it was copied from where it came from another one. */
function origins(point: RecoveryPointByBackupVault, own: Scope): readonly Link[] {
  const from = (target: Link["target"], field: string, value: string): Link => ({
    kind: "copied-to",
    direction: "from",
    target,
    evidence: { source: "backup:ListRecoveryPointsByBackupVault", field: `RecoveryPoints[].${field}`, value },
  });
  const { ResourceArn: resource, SourceBackupVaultArn: vault } = point;
  return [
    ...(resource ? [from({ id: resource }, "ResourceArn", resource)] : []),
    ...(vault ? [from(vaultTarget(vault, own), "SourceBackupVaultArn", vault)] : []),
  ];
}
