import type { AwsHeld } from "../../support/case-clouds.ts";
import type { TypeCase } from "../../support/type-case.ts";

const snapshot: TypeCase<AwsHeld> = {
  type: "aws/elasticache/serverless-cache-snapshot",
  held: ({ partition, account, region }) => {
    const cache = `arn:${partition}:elasticache:${region}:${account}`;
    return {
      services: {
        elasticache: {
          ServerlessCacheSnapshots: [
            {
              ServerlessCacheSnapshotName: "carts-1",
              ARN: `${cache}:serverlesscachesnapshot:carts-1`,
              SnapshotType: "manual",
              CreateTime: "2026-03-01T00:00:00Z",
              KmsKeyId: `arn:${partition}:kms:eu-west-1:${account}:key/11111111-2222-4333-8444-555566667777`,
              ServerlessCacheConfiguration: { ServerlessCacheName: "carts", Engine: "valkey" },
              $tags: { "data-class": "personal", 备注: "促销前", owner: "" },
            },
            {
              ServerlessCacheSnapshotName: "carts-2",
              ARN: `${cache}:serverlesscachesnapshot:carts-2`,
              SnapshotType: "automated",
              ServerlessCacheConfiguration: { ServerlessCacheName: "carts" },
            },
            { ServerlessCacheSnapshotName: "lost", ARN: `${cache}:serverlesscachesnapshot:lost` },
          ],
        },
      },
    };
  },
  finds: ({ partition, account, region }) => {
    const cache = `arn:${partition}:elasticache:${region}:${account}`;
    return [
      {
        id: `${cache}:serverlesscachesnapshot:carts-1`,
        name: "carts-1",
        role: "copy",
        tags: { "data-class": "personal", 备注: "促销前", owner: "" },
        attributes: { encrypted: true, snapshotType: "manual", created: "2026-03-01" },
        links: [
          { kind: "copied-to", direction: "from", id: `${cache}:serverlesscache:carts`, region },
          {
            kind: "key-held-in",
            id: `arn:${partition}:kms:eu-west-1:${account}:key/11111111-2222-4333-8444-555566667777`,
            region: "eu-west-1",
          },
        ],
      },
      {
        id: `${cache}:serverlesscachesnapshot:carts-2`,
        name: "carts-2",
        role: "copy",
        tags: {},
        attributes: { snapshotType: "automated" },
        links: [{ kind: "copied-to", direction: "from", id: `${cache}:serverlesscache:carts`, region }],
      },
      { id: `${cache}:serverlesscachesnapshot:lost`, name: "lost", role: "copy", tags: {}, links: [] },
    ];
  },
  lists: [{ operation: "DescribeServerlessCacheSnapshots" }],
};

export default snapshot;
