import type { Backup } from "@aws-sdk/client-fsx";
import { known, type Link, type ResourceRecord, type ResourceType } from "../../../src/model/index.ts";
import { required } from "../answer.ts";
import { arnOf } from "../arn.ts";
import { dayOf } from "../day.ts";
import { keyElsewhere, neighbour } from "../neighbours.ts";
import { itemsOf } from "../pages.ts";
import { placedByAsking } from "../placement.ts";
import type { AwsSession } from "../session.ts";
import { nameOf, tagsOf } from "../tags.ts";
import { arnTarget } from "../targets.ts";

const source = "fsx:DescribeBackups";

/** A backup of a file system or volume, made by FSx, by hand or by AWS Backup, or copied from another region. */
export const fsxBackup: ResourceType<AwsSession> = {
  type: "aws/fsx/backup",
  title: { en: "FSx backup", zh: "FSx 备份" },
  role: "copy",
  service: "fsx",
  reach: "per-region",
  operations: [{ operation: "DescribeBackups", permission: "fsx:DescribeBackups" }],
  links: ["copied-to", "key-held-in"],
  unseen: {
    en: "Copies of backups that AWS Backup keeps in other accounts.",
    zh: "AWS Backup 存放在其他账户中的备份副本不可见。",
  },
  async *collect(session, region, caller) {
    const here = required(region ?? undefined, "a region");
    const { DescribeBackupsCommand, FSxClient } = await import("@aws-sdk/client-fsx");
    const fsx = session.client(FSxClient, here);
    const backups = itemsOf(caller, "DescribeBackups", async (NextToken, abortSignal) => {
      const answer = await fsx.send(new DescribeBackupsCommand({ MaxResults: 1000, NextToken }), { abortSignal });
      return { items: required(answer.Backups, "Backups"), next: answer.NextToken };
    });
    for await (const backup of backups) if (backup.Lifecycle !== "DELETED") yield recordOf(session, here, backup);
  },
};

function recordOf(session: AwsSession, region: string, backup: Backup): ResourceRecord {
  const id = required(backup.BackupId, "Backups[].BackupId");
  const tags = tagsOf(backup.Tags);
  return {
    kind: "record",
    id: backup.ResourceARN ?? arnOf(session.scope, "fsx", region, `backup/${id}`),
    type: fsxBackup.type,
    role: fsxBackup.role,
    scope: session.scope,
    name: nameOf(tags, id),
    ...placedByAsking(source, region),
    tags: known(tags),
    aliases: [],
    links: [
      ...originOf(session, region, backup),
      ...keyElsewhere(session.scope, region, backup.KmsKeyId, { source, field: "KmsKeyId" }),
    ],
    attributes: {
      ...(backup.Type === undefined ? {} : { backupType: backup.Type }),
      ...(backup.KmsKeyId === undefined ? {} : { encrypted: true }),
      ...dayOf(backup.CreationTime),
    },
  };
}

/** The backup it was copied from, else the file system; for a volume the file system that holds it. */
function originOf(session: AwsSession, region: string, backup: Backup): readonly Link[] {
  const { SourceBackupId: copied, SourceBackupRegion: from = region, FileSystem: system, Volume: volume } = backup;
  const link = (target: Link["target"], field: string, value: string): readonly Link[] => [
    { kind: "copied-to", direction: "from", target, evidence: { source, field: `Backups[].${field}`, value } },
  ];
  if (copied !== undefined && copied !== "") {
    return link(neighbour(session.scope, from, "fsx", `backup/${copied}`), "SourceBackupId", `${copied} in ${from}`);
  }
  const arn = system?.ResourceARN;
  if (arn !== undefined && arn !== "") return link(arnTarget(arn, session.scope), "FileSystem.ResourceARN", arn);
  const id = system?.FileSystemId ?? volume?.FileSystemId;
  if (id === undefined || id === "") return [];
  const field = system?.FileSystemId === undefined ? "Volume.FileSystemId" : "FileSystem.FileSystemId";
  return link(neighbour(session.scope, region, "fsx", `file-system/${id}`), field, id);
}
