import type { AwsHeld } from "../../support/case-clouds.ts";
import type { TypeCase } from "../../support/type-case.ts";

const group: TypeCase<AwsHeld> = {
  type: "aws/elasticache/replication-group",
  held: ({ partition, account, region }) => {
    const cache = `arn:${partition}:elasticache:${region}:${account}:replicationgroup`;
    return {
      services: {
        elasticache: {
          ReplicationGroups: [
            {
              ReplicationGroupId: "orders",
              ARN: `${cache}:orders`,
              Engine: "valkey",
              AtRestEncryptionEnabled: true,
              KmsKeyId: `arn:${partition}:kms:eu-west-1:${account}:key/11111111-2222-4333-8444-555566667777`,
              SnapshotRetentionLimit: 7,
              GlobalReplicationGroupInfo: {
                GlobalReplicationGroupId: "ldgnf-orders",
                GlobalReplicationGroupMemberRole: "PRIMARY",
              },
              LogDeliveryConfigurations: [
                {
                  LogType: "slow-log",
                  DestinationType: "cloudwatch-logs",
                  DestinationDetails: { CloudWatchLogsDetails: { LogGroup: "/cache/orders" } },
                  Status: "active",
                },
              ],
              $tags: { "data-class": "personal", 部门: "订单", owner: "" },
            },
            {
              ReplicationGroupId: "ledger",
              ARN: `${cache}:ledger`,
              Engine: "redis",
              AtRestEncryptionEnabled: false,
              GlobalReplicationGroupInfo: {
                GlobalReplicationGroupId: "ldgnf-ledger",
                GlobalReplicationGroupMemberRole: "SECONDARY",
              },
            },
            {
              ReplicationGroupId: "at-home",
              ARN: `${cache}:at-home`,
              MemberClustersOutpostArns: [`arn:${partition}:outposts:${region}:${account}:outpost/op-1`],
            },
          ],
          GlobalReplicationGroups: [
            {
              GlobalReplicationGroupId: "ldgnf-orders",
              Members: [
                { ReplicationGroupId: "orders", ReplicationGroupRegion: region, Role: "PRIMARY" },
                { ReplicationGroupId: "orders-eu", ReplicationGroupRegion: "eu-west-1", Role: "SECONDARY" },
                { ReplicationGroupId: "orders-sg", ReplicationGroupRegion: "ap-southeast-1", Role: "SECONDARY" },
              ],
            },
            {
              GlobalReplicationGroupId: "ldgnf-ledger",
              Members: [
                { ReplicationGroupId: "ledger", ReplicationGroupRegion: region, Role: "SECONDARY" },
                { ReplicationGroupId: "ledger-eu", ReplicationGroupRegion: "eu-west-1", Role: "PRIMARY" },
                { ReplicationGroupId: "ledger-sg", ReplicationGroupRegion: "ap-southeast-1", Role: "SECONDARY" },
              ],
            },
          ],
        },
      },
    };
  },
  finds: ({ partition, account, region }) => {
    const cache = `arn:${partition}:elasticache:${region}:${account}:replicationgroup`;
    const afar = (where: string, id: string) =>
      `arn:${partition}:elasticache:${where}:${account}:replicationgroup:${id}`;
    return [
      {
        id: `${cache}:orders`,
        name: "orders",
        role: "store",
        tags: { "data-class": "personal", 部门: "订单", owner: "" },
        attributes: { encrypted: true, engine: "valkey", backupRetentionDays: 7 },
        links: [
          { kind: "replicates-to", id: afar("eu-west-1", "orders-eu"), region: "eu-west-1" },
          { kind: "replicates-to", id: afar("ap-southeast-1", "orders-sg"), region: "ap-southeast-1" },
          { kind: "logs-to", id: `arn:${partition}:logs:${region}:${account}:log-group:/cache/orders`, region },
          {
            kind: "key-held-in",
            id: `arn:${partition}:kms:eu-west-1:${account}:key/11111111-2222-4333-8444-555566667777`,
            region: "eu-west-1",
          },
        ],
      },
      {
        id: `${cache}:ledger`,
        name: "ledger",
        role: "store",
        tags: {},
        attributes: { encrypted: false },
        links: [{ kind: "replicates-to", direction: "from", id: afar("eu-west-1", "ledger-eu"), region: "eu-west-1" }],
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
  lists: [{ operation: "DescribeReplicationGroups" }],
};

export default group;
