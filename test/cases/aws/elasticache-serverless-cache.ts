import type { AwsHeld } from "../../support/case-clouds.ts";
import type { TypeCase } from "../../support/type-case.ts";

const cache: TypeCase<AwsHeld> = {
  type: "aws/elasticache/serverless-cache",
  held: ({ partition, account, region }) => {
    const arn = `arn:${partition}:elasticache:${region}:${account}:serverlesscache`;
    return {
      services: {
        elasticache: {
          ServerlessCaches: [
            {
              ServerlessCacheName: "carts",
              ARN: `${arn}:carts`,
              Engine: "valkey",
              SnapshotRetentionLimit: 2,
              KmsKeyId: `arn:${partition}:kms:${region}:999988887777:key/11111111-2222-4333-8444-555566667777`,
              $tags: { "data-class": "personal", 用途: "购物车", owner: "" },
            },
            { ServerlessCacheName: "pages", ARN: `${arn}:pages`, Engine: "memcached" },
            {
              ServerlessCacheName: "tokens",
              ARN: `${arn}:tokens`,
              Engine: "redis",
              KmsKeyId: `arn:${partition}:kms:${region}:${account}:key/99999999-2222-4333-8444-555566667777`,
            },
          ],
        },
      },
    };
  },
  finds: ({ partition, account, region }) => {
    const arn = `arn:${partition}:elasticache:${region}:${account}:serverlesscache`;
    return [
      {
        id: `${arn}:carts`,
        name: "carts",
        role: "store",
        tags: { "data-class": "personal", 用途: "购物车", owner: "" },
        attributes: { encrypted: true, engine: "valkey", backupRetentionDays: 2 },
        links: [
          {
            kind: "key-held-in",
            id: `arn:${partition}:kms:${region}:999988887777:key/11111111-2222-4333-8444-555566667777`,
            region,
            party: "999988887777",
          },
        ],
      },
      { id: `${arn}:pages`, name: "pages", role: "store", tags: {}, attributes: { engine: "memcached" }, links: [] },
      { id: `${arn}:tokens`, name: "tokens", role: "store", tags: {}, attributes: { encrypted: true }, links: [] },
    ];
  },
  lists: [{ operation: "DescribeServerlessCaches" }],
};

export default cache;
