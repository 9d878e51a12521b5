import type { AwsHeld } from "../../support/case-clouds.ts";
import type { TypeCase } from "../../support/type-case.ts";

const backup: TypeCase<AwsHeld> = {
  type: "aws/dynamodb/backup",
  held: ({ partition, account, region }) => {
    const table = `arn:${partition}:dynamodb:${region}:${account}:table`;
    return {
      services: {
        dynamodb: {
          Backups: [
            {
              BackupArn: `${table}/Customers/backup/01`,
              BackupName: "month-end",
              TableName: "Customers",
              TableArn: `${table}/Customers`,
              BackupType: "USER",
              BackupStatus: "AVAILABLE",
              BackupCreationDateTime: 1772337600,
            },
            {
              BackupArn: `${table}/Customers/backup/02`,
              BackupName: "Customers$DeletedTableBackup",
              TableArn: `${table}/Customers`,
              BackupType: "SYSTEM",
              BackupStatus: "AVAILABLE",
            },
            {
              BackupArn: `${table}/Sessions/backup/03`,
              BackupName: "awsbackup_1",
              TableArn: `${table}/Sessions`,
              BackupType: "AWS_BACKUP",
              BackupStatus: "CREATING",
            },
            {
              BackupArn: `${table}/Sessions/backup/04`,
              BackupName: "gone",
              TableArn: `${table}/Sessions`,
              BackupType: "USER",
              BackupStatus: "DELETED",
            },
            // A recovery point of a vault.
            {
              BackupArn: `arn:${partition}:backup:${region}:${account}:recovery-point:05`,
              BackupName: "awsbackup_2",
              TableArn: `${table}/Sessions`,
              BackupType: "AWS_BACKUP",
              BackupStatus: "AVAILABLE",
            },
          ],
        },
      },
    };
  },
  finds: ({ partition, account, region }) => {
    const table = `arn:${partition}:dynamodb:${region}:${account}:table`;
    return [
      {
        id: `${table}/Customers/backup/01`,
        name: "month-end",
        role: "copy",
        tags: {},
        attributes: { backupType: "USER", created: "2026-03-01" },
        links: [{ kind: "copied-to", direction: "from", id: `${table}/Customers`, region }],
      },
      {
        id: `${table}/Customers/backup/02`,
        name: "Customers$DeletedTableBackup",
        role: "copy",
        tags: {},
        links: [{ kind: "copied-to", direction: "from", id: `${table}/Customers`, region }],
      },
      {
        id: `${table}/Sessions/backup/03`,
        name: "awsbackup_1",
        role: "copy",
        tags: {},
        attributes: { backupType: "AWS_BACKUP" },
        links: [{ kind: "copied-to", direction: "from", id: `${table}/Sessions`, region }],
      },
    ];
  },
  lists: [{ operation: "ListBackups" }],
};

export default backup;
