import type { AwsHeld } from "../../support/case-clouds.ts";
import type { TypeCase } from "../../support/type-case.ts";

const snapshot: TypeCase<AwsHeld> = {
  type: "aws/elasticache/snapshot",
  held: ({ partition, account, region }) => {
    const cache = `arn:${partition}:elasticache:${region}:${account}`;
    return {
      services: {
        elasticache: {
          Snapshots: [
            {
              SnapshotName: "orders-month-end",
              ARN: `${cache}:snapshot:orders-month-end`,
              Engine: "redis",
              SnapshotSource: "manual",
              ReplicationGroupId: "orders",
              CacheClusterId: "orders-001",
              KmsKeyId: `arn:${partition}:kms:eu-west-1:${account}:key/11111111-2222-4333-8444-555566667777`,
              $tags: { "data-class": "personal", 备注: "月末", owner: "" },
            },
            {
              SnapshotName: "automatic.sessions-1",
              ARN: `${cache}:snapshot:automatic.sessions-1`,
              SnapshotSource: "system",
              CacheClusterId: "sessions",
            },
            {
              SnapshotName: "at-home-1",
              ARN: `${cache}:snapshot:at-home-1`,
              SnapshotSource: "manual",
              CacheClusterId: "at-home",
              PreferredOutpostArn: `arn:${partition}:outposts:${region}:${account}:outpost/op-1`,
            },
          ],
        },
      },
    };
  },
  finds: ({ partition, account, region }) => {
    const cache = `arn:${partition}:elasticache:${region}:${account}`;
    return [
      {
        id: `${cache}:snapshot:orders-month-end`,
        name: "orders-month-end",
        role: "copy",
        tags: { "data-class": "personal", 备注: "月末", owner: "" },
        attributes: { encrypted: true, snapshotType: "manual" },
        links: [
          { kind: "copied-to", direction: "from", id: `${cache}:replicationgroup:orders`, region },
          {
            kind: "key-held-in",
            id: `arn:${partition}:kms:eu-west-1:${account}:key/11111111-2222-4333-8444-555566667777`,
            region: "eu-west-1",
          },
        ],
      },
      {
        id: `${cache}:snapshot:automatic.sessions-1`,
        name: "automatic.sessions-1",
        role: "copy",
        tags: {},
        attributes: { snapshotType: "system" },
        links: [{ kind: "copied-to", direction: "from", id: `${cache}:cluster:sessions`, region }],
      },
      {
        id: `${cache}:snapshot:at-home-1`,
        name: "at-home-1",
        role: "copy",
        tags: {},
        region: null,
        links: [{ kind: "copied-to", direction: "from", id: `${cache}:cluster:at-home`, region }],
      },
    ];
  },
  lists: [{ operation: "DescribeSnapshots" }],
};

export default snapshot;
