import type { AwsHeld } from "../../support/case-clouds.ts";
import type { TypeCase } from "../../support/type-case.ts";

const backup: TypeCase<AwsHeld> = {
  type: "aws/rds/cluster-automated-backup",
  held: ({ partition, account, region }) => {
    const rds = `arn:${partition}:rds:${region}:${account}`;
    const afar = `arn:${partition}:rds:eu-west-1:${account}`;
    return {
      services: {
        rds: {
          DBClusterAutomatedBackups: [
            {
              DBClusterAutomatedBackupsArn: `${rds}:cluster-auto-backup:ab-1`,
              DBClusterArn: `${rds}:cluster:gone`,
              DBClusterIdentifier: "gone",
              Region: region,
              Status: "retained",
              StorageEncrypted: true,
              KmsKeyId: `arn:${partition}:kms:${region}:999988887777:key/11111111-2222-4333-8444-555566667777`,
              BackupRetentionPeriod: 35,
              $tags: { "data-class": "personal", 备注: "已删除", owner: "" },
            },
            // Of a cluster that lies here: part of it, no record.
            {
              DBClusterAutomatedBackupsArn: `${rds}:cluster-auto-backup:ab-2`,
              DBClusterArn: `${rds}:cluster:orders`,
              DBClusterIdentifier: "orders",
              Region: region,
              Status: "active",
            },
            {
              DBClusterAutomatedBackupsArn: `${rds}:cluster-auto-backup:ab-3`,
              DBClusterArn: `${afar}:cluster:orders`,
              DBClusterIdentifier: "orders",
              Region: "eu-west-1",
              Status: "active",
              StorageEncrypted: false,
            },
            {
              DBClusterAutomatedBackupsArn: `${rds}:cluster-auto-backup:ab-4`,
              DBClusterArn: `${rds}:cluster:docs`,
              DBClusterIdentifier: "docs",
              Engine: "docdb",
              Status: "retained",
              $tags: { team: "文档" },
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
        id: `${rds}:cluster-auto-backup:ab-1`,
        name: "gone",
        role: "copy",
        tags: { "data-class": "personal", 备注: "已删除", owner: "" },
        attributes: { encrypted: true, state: "retained", backupRetentionDays: 35 },
        links: [
          { kind: "backs-up-to", direction: "from", id: `${rds}:cluster:gone`, region },
          {
            kind: "key-held-in",
            id: `arn:${partition}:kms:${region}:999988887777:key/11111111-2222-4333-8444-555566667777`,
            region,
            party: "999988887777",
          },
        ],
      },
      {
        id: `${rds}:cluster-auto-backup:ab-3`,
        name: "orders",
        role: "copy",
        tags: {},
        attributes: { encrypted: false, state: "active" },
        links: [{ kind: "backs-up-to", direction: "from", id: `${afar}:cluster:orders`, region: "eu-west-1" }],
      },
      {
        id: `${rds}:cluster-auto-backup:ab-4`,
        name: "docs",
        role: "copy",
        tags: { team: "文档" },
        attributes: { engine: "docdb" },
        links: [{ kind: "backs-up-to", direction: "from", id: `${rds}:cluster:docs`, region }],
      },
    ];
  },
  lists: [{ operation: "DescribeDBClusterAutomatedBackups" }],
};

export default backup;
