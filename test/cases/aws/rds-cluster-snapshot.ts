import type { AwsHeld } from "../../support/case-clouds.ts";
import type { TypeCase } from "../../support/type-case.ts";

const snapshot: TypeCase<AwsHeld> = {
  type: "aws/rds/cluster-snapshot",
  held: ({ partition, account, region }) => {
    const rds = `arn:${partition}:rds:${region}:${account}`;
    return {
      services: {
        rds: {
          DBClusterSnapshots: [
            {
              DBClusterSnapshotIdentifier: "orders-month-end",
              DBClusterSnapshotArn: `${rds}:cluster-snapshot:orders-month-end`,
              DBClusterIdentifier: "orders",
              SnapshotType: "manual",
              SnapshotCreateTime: "2026-10-31T16:00:00Z",
              StorageEncrypted: true,
              KmsKeyId: `arn:${partition}:kms:${region}:999988887777:key/11111111-2222-4333-8444-555566667777`,
              $tags: { "data-class": "personal", 备注: "月末", owner: "" },
              $restore: ["all", "222233334444"],
            },
            {
              DBClusterSnapshotIdentifier: "rds:orders-2026-11-20",
              DBClusterSnapshotArn: `${rds}:cluster-snapshot:rds:orders-2026-11-20`,
              DBClusterIdentifier: "orders",
              SnapshotType: "automated",
              StorageEncrypted: false,
            },
            {
              DBClusterSnapshotIdentifier: "orders-from-afar",
              DBClusterSnapshotArn: `${rds}:cluster-snapshot:orders-from-afar`,
              DBClusterIdentifier: "orders",
              SnapshotType: "manual",
              SourceDBClusterSnapshotArn: `arn:${partition}:rds:eu-west-1:${account}:cluster-snapshot:orders-eu`,
              $tags: { team: "订单" },
              $tagsAside: true,
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
        id: `${rds}:cluster-snapshot:orders-month-end`,
        name: "orders-month-end",
        role: "copy",
        tags: { "data-class": "personal", 备注: "月末", owner: "" },
        attributes: { encrypted: true, public: true, created: "2026-10-31", snapshotType: "manual" },
        links: [
          { kind: "copied-to", direction: "from", id: `${rds}:cluster:orders`, region },
          { kind: "shared-with", party: "*" },
          { kind: "shared-with", party: "222233334444" },
          {
            kind: "key-held-in",
            id: `arn:${partition}:kms:${region}:999988887777:key/11111111-2222-4333-8444-555566667777`,
            region,
            party: "999988887777",
          },
        ],
      },
      {
        id: `${rds}:cluster-snapshot:rds:orders-2026-11-20`,
        name: "rds:orders-2026-11-20",
        role: "copy",
        tags: {},
        attributes: { encrypted: false, snapshotType: "automated" },
        links: [{ kind: "copied-to", direction: "from", id: `${rds}:cluster:orders`, region }],
      },
      {
        id: `${rds}:cluster-snapshot:orders-from-afar`,
        name: "orders-from-afar",
        role: "copy",
        tags: { team: "订单" },
        attributes: { public: false },
        links: [
          {
            kind: "copied-to",
            direction: "from",
            id: `arn:${partition}:rds:eu-west-1:${account}:cluster-snapshot:orders-eu`,
            region: "eu-west-1",
          },
        ],
      },
    ];
  },
  lists: [{ operation: "DescribeDBClusterSnapshots" }],
};

export default snapshot;
