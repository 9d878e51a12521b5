import type { AwsHeld } from "../../support/case-clouds.ts";
import type { TypeCase } from "../../support/type-case.ts";

const backup: TypeCase<AwsHeld> = {
  type: "aws/rds/automated-backup",
  held: ({ partition, account, region }) => {
    const rds = `arn:${partition}:rds:${region}:${account}`;
    const afar = `arn:${partition}:rds:eu-west-1:${account}`;
    return {
      services: {
        rds: {
          DBInstanceAutomatedBackups: [
            {
              DBInstanceAutomatedBackupsArn: `${rds}:auto-backup:ab-1`,
              DBInstanceArn: `${afar}:db:crm`,
              DBInstanceIdentifier: "crm",
              Region: "eu-west-1",
              Status: "active",
              Encrypted: true,
              KmsKeyId: `arn:${partition}:kms:eu-west-1:${account}:key/11111111-2222-4333-8444-555566667777`,
              BackupRetentionPeriod: 14,
              $tags: { "data-class": "personal", 来源: "异地", owner: "" },
            },
            {
              DBInstanceAutomatedBackupsArn: `${rds}:auto-backup:ab-2`,
              DBInstanceArn: `${rds}:db:gone`,
              DBInstanceIdentifier: "gone",
              Region: region,
              Status: "retained",
              Encrypted: false,
            },
            // Of an instance that lies here: part of it, no record.
            {
              DBInstanceAutomatedBackupsArn: `${rds}:auto-backup:ab-3`,
              DBInstanceArn: `${rds}:db:orders`,
              DBInstanceIdentifier: "orders",
              Region: region,
              Status: "active",
            },
            {
              DBInstanceAutomatedBackupsArn: `${rds}:auto-backup:ab-4`,
              DBInstanceArn: `${afar}:db:ledger`,
              DBInstanceIdentifier: "ledger",
              Status: "retained",
              $tags: { team: "账务" },
              $tagsAside: true,
            },
          ],
        },
      },
    };
  },
  finds: ({ partition, account, region }) => {
    const rds = `arn:${partition}:rds:${region}:${account}`;
    const afar = `arn:${partition}:rds:eu-west-1:${account}`;
    return [
      {
        id: `${rds}:auto-backup:ab-1`,
        name: "crm",
        role: "copy",
        tags: { "data-class": "personal", 来源: "异地", owner: "" },
        attributes: { encrypted: true, state: "active", backupRetentionDays: 14 },
        links: [
          { kind: "backs-up-to", direction: "from", id: `${afar}:db:crm`, region: "eu-west-1" },
          {
            kind: "key-held-in",
            id: `arn:${partition}:kms:eu-west-1:${account}:key/11111111-2222-4333-8444-555566667777`,
            region: "eu-west-1",
          },
        ],
      },
      {
        id: `${rds}:auto-backup:ab-2`,
        name: "gone",
        role: "copy",
        tags: {},
        attributes: { encrypted: false, state: "retained" },
        links: [{ kind: "backs-up-to", direction: "from", id: `${rds}:db:gone`, region }],
      },
      {
        id: `${rds}:auto-backup:ab-4`,
        name: "ledger",
        role: "copy",
        tags: { team: "账务" },
        attributes: { state: "retained" },
        links: [{ kind: "backs-up-to", direction: "from", id: `${afar}:db:ledger`, region: "eu-west-1" }],
      },
    ];
  },
  lists: [{ operation: "DescribeDBInstanceAutomatedBackups" }],
};

export default backup;
