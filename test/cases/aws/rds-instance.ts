import type { AwsHeld } from "../../support/case-clouds.ts";
import type { TypeCase } from "../../support/type-case.ts";

const instance: TypeCase<AwsHeld> = {
  type: "aws/rds/instance",
  held: ({ partition, account, region }) => {
    const rds = `arn:${partition}:rds:${region}:${account}`;
    const afar = `arn:${partition}:rds:eu-west-1:${account}`;
    return {
      services: {
        rds: {
          DBInstances: [
            {
              DBInstanceIdentifier: "crm",
              DBInstanceArn: `${rds}:db:crm`,
              Engine: "mysql",
              AvailabilityZone: `${region}a`,
              StorageEncrypted: true,
              KmsKeyId: `arn:${partition}:kms:eu-west-1:${account}:key/11111111-2222-4333-8444-555566667777`,
              PubliclyAccessible: true,
              BackupRetentionPeriod: 7,
              BackupTarget: "region",
              EnabledCloudwatchLogsExports: ["audit", "slowquery"],
              ActivityStreamStatus: "started",
              ActivityStreamKinesisStreamName: "aws-rds-das-db-CRM",
              ReadReplicaDBInstanceIdentifiers: ["crm-reader", `${afar}:db:crm-afar`],
              ReadReplicaDBClusterIdentifiers: ["crm-aurora"],
              DBInstanceAutomatedBackupsReplications: [{ DBInstanceAutomatedBackupsArn: `${afar}:auto-backup:ab-crm` }],
              $tags: { "data-class": "personal", 用途: "客户关系", owner: "" },
            },
            {
              DBInstanceIdentifier: "crm-reader",
              DBInstanceArn: `${rds}:db:crm-reader`,
              Engine: "mysql",
              StorageEncrypted: true,
              KmsKeyId: `arn:${partition}:kms:${region}:${account}:key/99999999-2222-4333-8444-555566667777`,
              PubliclyAccessible: false,
              ReadReplicaSourceDBInstanceIdentifier: "crm",
              // Switched off: no stream.
              ActivityStreamStatus: "stopped",
              ActivityStreamKinesisStreamName: "aws-rds-das-db-OLD",
            },
            {
              DBInstanceIdentifier: "docs-1",
              DBInstanceArn: `${rds}:db:docs-1`,
              Engine: "docdb",
              DBClusterIdentifier: "docs",
              EnabledCloudwatchLogsExports: ["audit"],
              $tags: { team: "文档" },
              $tagsAside: true,
            },
            {
              DBInstanceIdentifier: "on-outpost",
              DBInstanceArn: `${rds}:db:on-outpost`,
              StorageEncrypted: false,
              AvailabilityZone: `${region}a`,
              BackupTarget: "region",
              ReadReplicaSourceDBClusterIdentifier: `${afar}:cluster:multi`,
              DBSubnetGroup: {
                Subnets: [
                  {
                    SubnetIdentifier: "subnet-1",
                    SubnetOutpost: { Arn: `arn:${partition}:outposts:${region}:${account}:outpost/op-1` },
                  },
                ],
              },
            },
          ],
        },
      },
    };
  },
  finds: ({ partition, account, region }) => {
    const rds = `arn:${partition}:rds:${region}:${account}`;
    const afar = `arn:${partition}:rds:eu-west-1:${account}`;
    const logs = `arn:${partition}:logs:${region}:${account}:log-group:/aws/rds/instance`;
    return [
      {
        id: `${rds}:db:crm`,
        name: "crm",
        role: "store",
        tags: { "data-class": "personal", 用途: "客户关系", owner: "" },
        attributes: { encrypted: true, engine: "mysql", publiclyAccessible: true, backupRetentionDays: 7 },
        links: [
          { kind: "replicates-to", id: `${rds}:db:crm-reader`, region },
          { kind: "replicates-to", id: `${afar}:db:crm-afar`, region: "eu-west-1" },
          { kind: "replicates-to", id: `${rds}:cluster:crm-aurora`, region },
          { kind: "backs-up-to", id: `${afar}:auto-backup:ab-crm`, region: "eu-west-1" },
          { kind: "reachable-from" },
          { kind: "logs-to", id: `${logs}/crm/audit`, region },
          { kind: "logs-to", id: `${logs}/crm/slowquery`, region },
          {
            kind: "streams-to",
            id: `arn:${partition}:kinesis:${region}:${account}:stream/aws-rds-das-db-CRM`,
            region,
          },
          {
            kind: "key-held-in",
            id: `arn:${partition}:kms:eu-west-1:${account}:key/11111111-2222-4333-8444-555566667777`,
            region: "eu-west-1",
          },
        ],
      },
      {
        id: `${rds}:db:crm-reader`,
        name: "crm-reader",
        role: "store",
        tags: {},
        attributes: { encrypted: true, publiclyAccessible: false },
        links: [{ kind: "replicates-to", direction: "from", id: `${rds}:db:crm`, region }],
      },
      {
        id: `${rds}:db:docs-1`,
        name: "docs-1",
        role: "store",
        tags: { team: "文档" },
        attributes: { engine: "docdb" },
        links: [{ kind: "part-of", direction: "from", id: `${rds}:cluster:docs`, region }],
      },
      {
        id: `${rds}:db:on-outpost`,
        name: "on-outpost",
        role: "store",
        tags: {},
        region: null,
        attributes: { encrypted: false, outpost: true },
        links: [
          { kind: "replicates-to", direction: "from", id: `${afar}:cluster:multi`, region: "eu-west-1" },
          { kind: "backs-up-to", region },
        ],
      },
    ];
  },
  lists: [{ operation: "DescribeDBInstances" }],
};

export default instance;
