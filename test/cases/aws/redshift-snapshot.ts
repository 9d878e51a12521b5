import type { AwsHeld } from "../../support/case-clouds.ts";
import type { TypeCase } from "../../support/type-case.ts";

const snapshot: TypeCase<AwsHeld> = {
  type: "aws/redshift/snapshot",
  held: ({ partition, account, region }) => ({
    services: {
      redshift: {
        Snapshots: [
          {
            SnapshotIdentifier: "month-end",
            ClusterIdentifier: "warehouse",
            SnapshotType: "manual",
            SnapshotCreateTime: "2026-10-31T16:00:00Z",
            OwnerAccount: account,
            Encrypted: true,
            KmsKeyId: `arn:${partition}:kms:eu-west-1:${account}:key/11111111-2222-4333-8444-555566667777`,
            AccountsWithRestoreAccess: [{ AccountId: "222233334444" }, { AccountId: account }],
            $tags: { "data-class": "personal", 备注: "月末", owner: "" },
          },
          {
            SnapshotIdentifier: "copy:rs:warehouse-2026-11-20",
            ClusterIdentifier: "warehouse",
            SnapshotType: "automated",
            SourceRegion: "eu-west-1",
            Encrypted: false,
          },
          { SnapshotIdentifier: "rs:lab-1", ClusterIdentifier: "lab", SnapshotType: "automated", SourceRegion: region },
        ],
      },
    },
  }),
  finds: ({ partition, account, region }) => {
    const redshift = `arn:${partition}:redshift:${region}:${account}`;
    return [
      {
        id: `${redshift}:snapshot:warehouse/month-end`,
        name: "month-end",
        role: "copy",
        tags: { "data-class": "personal", 备注: "月末", owner: "" },
        attributes: { encrypted: true, snapshotType: "manual", created: "2026-10-31" },
        links: [
          { kind: "copied-to", direction: "from", id: `${redshift}:cluster:warehouse`, region },
          { kind: "shared-with", party: "222233334444" },
          {
            kind: "key-held-in",
            id: `arn:${partition}:kms:eu-west-1:${account}:key/11111111-2222-4333-8444-555566667777`,
            region: "eu-west-1",
          },
        ],
      },
      {
        id: `${redshift}:snapshot:warehouse/copy:rs:warehouse-2026-11-20`,
        name: "copy:rs:warehouse-2026-11-20",
        role: "copy",
        tags: {},
        attributes: { encrypted: false },
        links: [
          {
            kind: "copied-to",
            direction: "from",
            id: `arn:${partition}:redshift:eu-west-1:${account}:cluster:warehouse`,
            region: "eu-west-1",
          },
        ],
      },
      {
        id: `${redshift}:snapshot:lab/rs:lab-1`,
        name: "rs:lab-1",
        role: "copy",
        tags: {},
        links: [{ kind: "copied-to", direction: "from", id: `${redshift}:cluster:lab`, region }],
      },
    ];
  },
  lists: [{ operation: "DescribeClusterSnapshots" }],
};

export default snapshot;
