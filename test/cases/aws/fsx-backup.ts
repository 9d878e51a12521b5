import type { AwsHeld } from "../../support/case-clouds.ts";
import type { TypeCase } from "../../support/type-case.ts";

const backup: TypeCase<AwsHeld> = {
  type: "aws/fsx/backup",
  held: ({ partition, account, region }) => {
    const fsx = `arn:${partition}:fsx:${region}:${account}`;
    return {
      services: {
        fsx: {
          Backups: [
            {
              BackupId: "backup-1",
              ResourceARN: `${fsx}:backup/backup-1`,
              Type: "USER_INITIATED",
              Lifecycle: "AVAILABLE",
              CreationTime: 1772337600,
              KmsKeyId: `arn:${partition}:kms:eu-west-1:${account}:key/11111111-2222-4333-8444-555566667777`,
              FileSystem: { FileSystemId: "fs-1", ResourceARN: `${fsx}:file-system/fs-1` },
              $tags: { Name: "月末备份", "data-class": "personal", owner: "" },
            },
            {
              BackupId: "backup-2",
              ResourceARN: `${fsx}:backup/backup-2`,
              Type: "USER_INITIATED",
              Lifecycle: "AVAILABLE",
              SourceBackupId: "backup-9",
              SourceBackupRegion: "eu-west-1",
              FileSystem: {
                FileSystemId: "fs-9",
                ResourceARN: `arn:${partition}:fsx:eu-west-1:${account}:file-system/fs-9`,
              },
            },
            {
              BackupId: "backup-3",
              Type: "AUTOMATIC",
              Lifecycle: "AVAILABLE",
              Volume: { VolumeId: "fsvol-1", FileSystemId: "fs-3" },
            },
            { BackupId: "backup-4", Type: "AUTOMATIC", Lifecycle: "DELETED" },
          ],
        },
      },
    };
  },
  finds: ({ partition, account, region }) => {
    const fsx = `arn:${partition}:fsx:${region}:${account}`;
    return [
      {
        id: `${fsx}:backup/backup-1`,
        name: "月末备份",
        role: "copy",
        tags: { Name: "月末备份", "data-class": "personal", owner: "" },
        attributes: { encrypted: true, backupType: "USER_INITIATED", created: "2026-03-01" },
        links: [
          { kind: "copied-to", direction: "from", id: `${fsx}:file-system/fs-1`, region },
          {
            kind: "key-held-in",
            id: `arn:${partition}:kms:eu-west-1:${account}:key/11111111-2222-4333-8444-555566667777`,
            region: "eu-west-1",
          },
        ],
      },
      {
        id: `${fsx}:backup/backup-2`,
        name: "backup-2",
        role: "copy",
        tags: {},
        links: [
          {
            kind: "copied-to",
            direction: "from",
            id: `arn:${partition}:fsx:eu-west-1:${account}:backup/backup-9`,
            region: "eu-west-1",
          },
        ],
      },
      {
        id: `${fsx}:backup/backup-3`,
        name: "backup-3",
        role: "copy",
        tags: {},
        attributes: { backupType: "AUTOMATIC" },
        links: [{ kind: "copied-to", direction: "from", id: `${fsx}:file-system/fs-3`, region }],
      },
    ];
  },
  lists: [{ operation: "DescribeBackups" }],
};

export default backup;
