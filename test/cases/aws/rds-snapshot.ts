import type { AwsHeld } from "../../support/case-clouds.ts";
import type { TypeCase } from "../../support/type-case.ts";

const snapshot: TypeCase<AwsHeld> = {
  type: "aws/rds/snapshot",
  held: ({ partition, account, region }) => {
    const rds = `arn:${partition}:rds:${region}:${account}`;
    const afar = `arn:${partition}:rds:eu-west-1`;
    return {
      services: {
        rds: {
          DBSnapshots: [
            {
              DBSnapshotIdentifier: "crm-before-upgrade",
              DBSnapshotArn: `${rds}:snapshot:crm-before-upgrade`,
              DBInstanceIdentifier: "crm",
              SnapshotType: "manual",
              SnapshotCreateTime: "2026-03-01T04:05:06Z",
              Encrypted: false,
              $tags: { "data-class": "personal", 备注: "升级前", owner: "" },
              $restore: ["222233334444", "all", account],
            },
            {
              DBSnapshotIdentifier: "rds:crm-2026-11-20-03-10",
              DBSnapshotArn: `${rds}:snapshot:rds:crm-2026-11-20-03-10`,
              DBInstanceIdentifier: "crm",
              SnapshotType: "automated",
              Encrypted: true,
              KmsKeyId: `arn:${partition}:kms:eu-west-1:${account}:key/11111111-2222-4333-8444-555566667777`,
            },
            {
              DBSnapshotIdentifier: "crm-from-afar",
              DBSnapshotArn: `${rds}:snapshot:crm-from-afar`,
              DBInstanceIdentifier: "crm",
              SnapshotType: "manual",
              SourceRegion: "eu-west-1",
              SourceDBSnapshotIdentifier: `${afar}:999988887777:snapshot:crm-eu`,
              $tags: { team: "数据" },
              $tagsAside: true,
            },
            {
              DBSnapshotIdentifier: "awsbackup:job-1",
              DBSnapshotArn: `${rds}:snapshot:awsbackup:job-1`,
              DBInstanceIdentifier: "orders",
              SnapshotType: "awsbackup",
              SnapshotTarget: "region",
            },
            {
              DBSnapshotIdentifier: "moved",
              DBSnapshotArn: `${rds}:snapshot:moved`,
              DBInstanceIdentifier: "crm",
              SnapshotType: "automated",
              SnapshotTarget: "outposts",
              SourceRegion: "eu-west-1",
            },
          ],
        },
      },
    };
  },
  finds: ({ partition, account, region }) => {
    const rds = `arn:${partition}:rds:${region}:${account}`;
    return [
      {
        id: `${rds}:snapshot:crm-before-upgrade`,
        name: "crm-before-upgrade",
        role: "copy",
        tags: { "data-class": "personal", 备注: "升级前", owner: "" },
        attributes: { encrypted: false, snapshotType: "manual", public: true, created: "2026-03-01" },
        links: [
          { kind: "copied-to", direction: "from", id: `${rds}:db:crm`, region },
          { kind: "shared-with", party: "*" },
          { kind: "shared-with", party: "222233334444" },
        ],
      },
      {
        id: `${rds}:snapshot:rds:crm-2026-11-20-03-10`,
        name: "rds:crm-2026-11-20-03-10",
        role: "copy",
        tags: {},
        attributes: { encrypted: true, snapshotType: "automated" },
        links: [
          { kind: "copied-to", direction: "from", id: `${rds}:db:crm`, region },
          {
            kind: "key-held-in",
            id: `arn:${partition}:kms:eu-west-1:${account}:key/11111111-2222-4333-8444-555566667777`,
            region: "eu-west-1",
          },
        ],
      },
      {
        id: `${rds}:snapshot:crm-from-afar`,
        name: "crm-from-afar",
        role: "copy",
        tags: { team: "数据" },
        attributes: { public: false },
        links: [
          {
            kind: "copied-to",
            direction: "from",
            id: `arn:${partition}:rds:eu-west-1:999988887777:snapshot:crm-eu`,
            region: "eu-west-1",
            party: "999988887777",
          },
        ],
      },
      {
        id: `${rds}:snapshot:awsbackup:job-1`,
        name: "awsbackup:job-1",
        role: "copy",
        tags: {},
        attributes: { snapshotType: "awsbackup" },
        links: [{ kind: "copied-to", direction: "from", id: `${rds}:db:orders`, region }],
      },
      {
        id: `${rds}:snapshot:moved`,
        name: "moved",
        role: "copy",
        tags: {},
        region: null,
        links: [
          {
            kind: "copied-to",
            direction: "from",
            id: `arn:${partition}:rds:eu-west-1:${account}:db:crm`,
            region: "eu-west-1",
          },
        ],
      },
    ];
  },
  lists: [{ operation: "DescribeDBSnapshots" }],
};

export default snapshot;
