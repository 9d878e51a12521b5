import type { AwsHeld } from "../../support/case-clouds.ts";
import type { TypeCase } from "../../support/type-case.ts";

const cluster: TypeCase<AwsHeld> = {
  type: "aws/elasticache/cluster",
  held: ({ partition, account, region }) => {
    const cache = `arn:${partition}:elasticache:${region}:${account}:cluster`;
    return {
      services: {
        elasticache: {
          CacheClusters: [
            {
              CacheClusterId: "sessions",
              ARN: `${cache}:sessions`,
              Engine: "redis",
              PreferredAvailabilityZone: `${region}a`,
              AtRestEncryptionEnabled: true,
              SnapshotRetentionLimit: 3,
              LogDeliveryConfigurations: [
                {
                  LogType: "slow-log",
                  DestinationType: "cloudwatch-logs",
                  DestinationDetails: { CloudWatchLogsDetails: { LogGroup: "/cache/slow" } },
                  Status: "active",
                },
                {
                  LogType: "engine-log",
                  DestinationType: "kinesis-firehose",
                  DestinationDetails: { KinesisFirehoseDetails: { DeliveryStream: "cache-logs" } },
                  Status: "enabling",
                },
                {
                  LogType: "engine-log",
                  DestinationType: "cloudwatch-logs",
                  DestinationDetails: { CloudWatchLogsDetails: { LogGroup: "/cache/old" } },
                  Status: "disabling",
                },
                {
                  LogType: "engine-log",
                  DestinationType: "cloudwatch-logs",
                  DestinationDetails: { CloudWatchLogsDetails: { LogGroup: "/cache/broken" } },
                  Status: "error",
                },
              ],
              $tags: { "data-class": "personal", 用途: "会话", owner: "" },
            },
            {
              CacheClusterId: "pages",
              ARN: `${cache}:pages`,
              Engine: "memcached",
              PreferredAvailabilityZone: "Multiple",
              AtRestEncryptionEnabled: false,
            },
            {
              CacheClusterId: "at-home",
              ARN: `${cache}:at-home`,
              Engine: "redis",
              PreferredOutpostArn: `arn:${partition}:outposts:${region}:${account}:outpost/op-1`,
            },
            // A node of a replication group: part of the group's record.
            {
              CacheClusterId: "orders-001",
              ARN: `${cache}:orders-001`,
              Engine: "redis",
              ReplicationGroupId: "orders",
            },
          ],
        },
      },
    };
  },
  finds: ({ partition, account, region }) => {
    const cache = `arn:${partition}:elasticache:${region}:${account}:cluster`;
    return [
      {
        id: `${cache}:sessions`,
        name: "sessions",
        role: "store",
        tags: { "data-class": "personal", 用途: "会话", owner: "" },
        attributes: { encrypted: true, engine: "redis", backupRetentionDays: 3 },
        links: [
          { kind: "logs-to", id: `arn:${partition}:logs:${region}:${account}:log-group:/cache/slow`, region },
          { kind: "logs-to", id: `arn:${partition}:firehose:${region}:${account}:deliverystream/cache-logs`, region },
          // Not delivered at the moment, and configured.
          { kind: "logs-to", id: `arn:${partition}:logs:${region}:${account}:log-group:/cache/broken`, region },
        ],
      },
      {
        id: `${cache}:pages`,
        name: "pages",
        role: "store",
        tags: {},
        attributes: { encrypted: false, engine: "memcached" },
        links: [],
      },
      {
        id: `${cache}:at-home`,
        name: "at-home",
        role: "store",
        tags: {},
        region: null,
        attributes: { outpost: true },
        links: [],
      },
    ];
  },
  lists: [{ operation: "DescribeCacheClusters" }],
};

export default cluster;
