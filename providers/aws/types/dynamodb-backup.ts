import type { BackupSummary } from "@aws-sdk/client-dynamodb";
import { known, type Link, type ResourceRecord, type ResourceType } from "../../../src/model/index.ts";
import { required } from "../answer.ts";
import { dayOf } from "../day.ts";
import { itemsOf } from "../pages.ts";
import { placedByAsking } from "../placement.ts";
import type { AwsSession } from "../session.ts";
import { arnTarget } from "../targets.ts";

const source = "dynamodb:ListBackups";

/** A backup of a table. It can carry no tags ("Copying tags onto backups", AWS Backup Developer Guide, read 2026-11-22). */
export const dynamodbBackup: ResourceType<AwsSession> = {
  type: "aws/dynamodb/backup",
  title: { en: "DynamoDB backup", zh: "DynamoDB 备份" },
  role: "copy",
  service: "dynamodb",
  reach: "per-region",
  operations: [{ operation: "ListBackups", permission: "dynamodb:ListBackups" }],
  links: ["copied-to"],
  unseen: {
    en: "Backups that lie in vaults of AWS Backup, which are records of those vaults, and continuous backups.",
    zh: "存放在 AWS Backup 保管库中的备份（由保管库的记录反映）以及连续备份不可见。",
  },
  async *collect(session, region, caller) {
    const here = required(region ?? undefined, "a region");
    const { DynamoDBClient, ListBackupsCommand } = await import("@aws-sdk/client-dynamodb");
    const dynamodb = session.client(DynamoDBClient, here);
    const backups = itemsOf(caller, "ListBackups", async (ExclusiveStartBackupArn, abortSignal) => {
      const request = new ListBackupsCommand({ BackupType: "ALL", Limit: 100, ExclusiveStartBackupArn });
      const answer = await dynamodb.send(request, { abortSignal });
      return { items: required(answer.BackupSummaries, "BackupSummaries"), next: answer.LastEvaluatedBackupArn };
    });
    for await (const backup of backups) if (isOwn(backup)) yield recordOf(session, here, backup);
  },
};

/** A backup that AWS Backup keeps in a vault bears that service's ARN, and is a recovery point of the vault. */
function isOwn({ BackupStatus: status, BackupArn: arn }: BackupSummary): boolean {
  return status !== "DELETED" && arn?.split(":")[2] !== "backup";
}

function recordOf(session: AwsSession, region: string, backup: BackupSummary): ResourceRecord {
  const id = required(backup.BackupArn, "BackupSummaries[].BackupArn");
  return {
    kind: "record",
    id,
    type: dynamodbBackup.type,
    role: dynamodbBackup.role,
    scope: session.scope,
    name: backup.BackupName ?? id,
    ...placedByAsking(source, region),
    tags: known({}),
    aliases: [],
    links: tableOf(session, backup),
    attributes: {
      ...(backup.BackupType === undefined ? {} : { backupType: backup.BackupType }),
      ...dayOf(backup.BackupCreationDateTime),
    },
  };
}

function tableOf(session: AwsSession, { TableArn: value }: BackupSummary): readonly Link[] {
  if (value === undefined || value === "") return [];
  const evidence = { source, field: "BackupSummaries[].TableArn", value };
  return [{ kind: "copied-to", direction: "from", target: arnTarget(value, session.scope), evidence }];
}
