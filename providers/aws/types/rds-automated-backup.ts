import type { DBInstanceAutomatedBackup } from "@aws-sdk/client-rds";
import type { Link, ResourceRecord, ResourceType } from "../../../src/model/index.ts";
import { required } from "../answer.ts";
import { keyElsewhere } from "../neighbours.ts";
import { itemsOf } from "../pages.ts";
import { placedByAsking } from "../placement.ts";
import { databaseTags } from "../rds/database-tags.ts";
import type { AwsSession } from "../session.ts";
import { arnTarget, regionOfArn } from "../targets.ts";

const source = "rds:DescribeDBInstanceAutomatedBackups";

/**
 * Automated backups that are a store of their own: those another region replicates to here, and those kept after their
 * instance is gone. Backups of an instance that lies here are a part of it.
 */
export const rdsAutomatedBackup: ResourceType<AwsSession> = {
  type: "aws/rds/automated-backup",
  title: { en: "RDS automated backup", zh: "RDS 自动备份" },
  role: "copy",
  service: "rds",
  reach: "per-region",
  operations: [
    { operation: "DescribeDBInstanceAutomatedBackups", permission: "rds:DescribeDBInstanceAutomatedBackups" },
    { operation: "ListTagsForResource", permission: "rds:ListTagsForResource", per: "resource" },
  ],
  links: ["backs-up-to", "key-held-in"],
  unseen: {
    en: "Backups of an instance that still lies here, which are a part of it.",
    zh: "实例仍在同一地域时，其自动备份属于实例本身，不单独列出。",
  },
  async *collect(session, region, caller) {
    const here = required(region ?? undefined, "a region");
    const { DescribeDBInstanceAutomatedBackupsCommand, RDSClient } = await import("@aws-sdk/client-rds");
    const rds = session.client(RDSClient, here);
    const backups = itemsOf(caller, "DescribeDBInstanceAutomatedBackups", async (Marker, abortSignal) => {
      const request = new DescribeDBInstanceAutomatedBackupsCommand({ MaxRecords: 100, Marker });
      const answer = await rds.send(request, { abortSignal });
      return { items: required(answer.DBInstanceAutomatedBackups, "DBInstanceAutomatedBackups"), next: answer.Marker };
    });
    const records = caller.each(backups, async (backup): Promise<ResourceRecord | undefined> => {
      if (!standsAlone(backup, here)) return undefined;
      const arn = required(
        backup.DBInstanceAutomatedBackupsArn,
        "DBInstanceAutomatedBackups[].DBInstanceAutomatedBackupsArn",
      );
      const tags = await databaseTags(rds, caller, arn, backup.TagList);
      return { ...recordOf(session, here, backup, arn), tags };
    });
    for await (const record of records) if (record !== undefined) yield record;
  },
};

function standsAlone(backup: DBInstanceAutomatedBackup, here: string): boolean {
  const home = regionOfArn(backup.DBInstanceArn ?? "") ?? backup.Region ?? here;
  return home !== here || backup.Status === "retained";
}

function recordOf(
  session: AwsSession,
  region: string,
  backup: DBInstanceAutomatedBackup,
  arn: string,
): Omit<ResourceRecord, "tags"> {
  return {
    kind: "record",
    id: arn,
    type: rdsAutomatedBackup.type,
    role: rdsAutomatedBackup.role,
    scope: session.scope,
    name: backup.DBInstanceIdentifier ?? arn,
    ...placedByAsking(source, region),
    aliases: [],
    links: [
      ...instanceOf(session, backup),
      ...keyElsewhere(session.scope, region, backup.KmsKeyId, { source, field: "KmsKeyId" }),
    ],
    attributes: {
      ...(backup.Encrypted === undefined ? {} : { encrypted: backup.Encrypted }),
      ...(backup.Status === undefined ? {} : { state: backup.Status }),
      ...(backup.Engine === undefined ? {} : { engine: backup.Engine }),
      ...(backup.BackupRetentionPeriod === undefined ? {} : { backupRetentionDays: backup.BackupRetentionPeriod }),
    },
  };
}

function instanceOf(session: AwsSession, { DBInstanceArn: value }: DBInstanceAutomatedBackup): readonly Link[] {
  if (value === undefined || value === "") return [];
  const evidence = { source, field: "DBInstanceArn", value };
  return [{ kind: "backs-up-to", direction: "from", target: arnTarget(value, session.scope), evidence }];
}
