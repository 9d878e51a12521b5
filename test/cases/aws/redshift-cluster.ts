import type { AwsHeld } from "../../support/case-clouds.ts";
import type { TypeCase } from "../../support/type-case.ts";

const cluster: TypeCase<AwsHeld> = {
  type: "aws/redshift/cluster",
  held: ({ partition, account, region }) => ({
    services: {
      redshift: {
        Clusters: [
          {
            ClusterIdentifier: "warehouse",
            ClusterNamespaceArn: `arn:${partition}:redshift:${region}:${account}:namespace:1111`,
            AvailabilityZone: `${region}a`,
            Encrypted: true,
            KmsKeyId: `arn:${partition}:kms:${region}:999988887777:key/11111111-2222-4333-8444-555566667777`,
            PubliclyAccessible: true,
            AutomatedSnapshotRetentionPeriod: 7,
            ClusterSnapshotCopyStatus: { DestinationRegion: "eu-west-1", RetentionPeriod: 7 },
            $tags: { "data-class": "personal", 用途: "数仓", owner: "" },
            $logging: { LoggingEnabled: true, BucketName: "audit", S3KeyPrefix: "redshift/" },
          },
          {
            ClusterIdentifier: "finance",
            Encrypted: false,
            PubliclyAccessible: false,
            $logging: {
              LoggingEnabled: true,
              LogDestinationType: "cloudwatch",
              LogExports: ["connectionlog", "userlog"],
            },
          },
          { ClusterIdentifier: "lab", $logging: { LoggingEnabled: false, BucketName: "old" } },
        ],
      },
    },
  }),
  finds: ({ partition, account, region }) => {
    const redshift = `arn:${partition}:redshift:${region}:${account}`;
    const logs = `arn:${partition}:logs:${region}:${account}:log-group:/aws/redshift/cluster/finance`;
    return [
      {
        id: `${redshift}:cluster:warehouse`,
        name: "warehouse",
        role: "store",
        tags: { "data-class": "personal", 用途: "数仓", owner: "" },
        attributes: { encrypted: true, publiclyAccessible: true, backupRetentionDays: 7 },
        links: [
          { kind: "backs-up-to", region: "eu-west-1" },
          { kind: "reachable-from" },
          { kind: "logs-to", id: `arn:${partition}:s3:::audit` },
          {
            kind: "key-held-in",
            id: `arn:${partition}:kms:${region}:999988887777:key/11111111-2222-4333-8444-555566667777`,
            region,
            party: "999988887777",
          },
        ],
      },
      {
        id: `${redshift}:cluster:finance`,
        name: "finance",
        role: "store",
        tags: {},
        attributes: { encrypted: false, publiclyAccessible: false },
        links: [
          { kind: "logs-to", id: `${logs}/connectionlog`, region },
          { kind: "logs-to", id: `${logs}/userlog`, region },
        ],
      },
      { id: `${redshift}:cluster:lab`, name: "lab", role: "store", tags: {}, links: [] },
    ];
  },
  lists: [{ operation: "DescribeClusters" }],
};

export default cluster;
