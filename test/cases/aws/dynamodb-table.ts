import type { AwsHeld } from "../../support/case-clouds.ts";
import type { TypeCase } from "../../support/type-case.ts";

const table: TypeCase<AwsHeld> = {
  type: "aws/dynamodb/table",
  held: ({ partition, account, region }) => {
    const dynamodb = `arn:${partition}:dynamodb:${region}:${account}`;
    const both = { StreamEnabled: true, StreamViewType: "NEW_AND_OLD_IMAGES" };
    return {
      services: {
        dynamodb: {
          Tables: [
            {
              TableName: "Customers",
              TableArn: `${dynamodb}:table/Customers`,
              TableStatus: "ACTIVE",
              StreamSpecification: both,
              Replicas: [
                { RegionName: "eu-west-1", ReplicaStatus: "ACTIVE" },
                {
                  RegionName: "ap-southeast-1",
                  ReplicaStatus: "ACTIVE",
                  ReplicaArn: `arn:${partition}:dynamodb:ap-southeast-1:999988887777:table/Customers`,
                },
                { RegionName: region, ReplicaStatus: "ACTIVE" },
                { RegionName: "eu-central-1", ReplicaStatus: "CREATION_FAILED" },
              ],
              GlobalTableWitnesses: [{ RegionName: "us-west-2", WitnessStatus: "ACTIVE" }],
              SSEDescription: {
                Status: "ENABLED",
                SSEType: "KMS",
                KMSMasterKeyArn: `arn:${partition}:kms:${region}:999988887777:key/11111111-2222-4333-8444-555566667777`,
              },
              $tags: { "data-class": "personal", 用途: "客户资料", owner: "" },
              $kinesis: [
                {
                  StreamArn: `arn:${partition}:kinesis:${region}:${account}:stream/customers`,
                  DestinationStatus: "ACTIVE",
                },
                {
                  StreamArn: `arn:${partition}:kinesis:${region}:${account}:stream/old`,
                  DestinationStatus: "DISABLED",
                },
              ],
            },
            {
              TableName: "Sessions",
              TableArn: `${dynamodb}:table/Sessions`,
              $policy: {
                Version: "2012-10-17",
                Statement: [
                  {
                    Effect: "Allow",
                    Principal: { AWS: [`arn:${partition}:iam::222233334444:root`, account] },
                    Action: ["dynamodb:GetItem", "dynamodb:PutItem"],
                    Resource: "*",
                  },
                  // Writing gives nobody the content.
                  {
                    Effect: "Allow",
                    Principal: { AWS: "333344445555" },
                    Action: "dynamodb:PutItem",
                    Resource: "*",
                  },
                ],
              },
              StreamSpecification: both,
            },
            {
              TableName: "Restored",
              TableArn: `${dynamodb}:table/Restored`,
              RestoreSummary: {
                SourceBackupArn: `${dynamodb}:table/Customers/backup/01`,
                SourceTableArn: `arn:${partition}:dynamodb:eu-west-1:${account}:table/Customers`,
                RestoreDateTime: 1760000000,
                RestoreInProgress: false,
              },
            },
          ],
          GlobalTables: [
            {
              GlobalTableName: "Sessions",
              ReplicationGroup: [{ RegionName: region }, { RegionName: "eu-west-1" }],
            },
            { GlobalTableName: "Others", ReplicationGroup: [{ RegionName: region }, { RegionName: "eu-west-2" }] },
          ],
        },
      },
    };
  },
  finds: ({ partition, account, region }) => {
    const dynamodb = `arn:${partition}:dynamodb:${region}:${account}`;
    const afar = `arn:${partition}:dynamodb:eu-west-1:${account}`;
    return [
      {
        id: `${dynamodb}:table/Customers`,
        name: "Customers",
        role: "store",
        tags: { "data-class": "personal", 用途: "客户资料", owner: "" },
        attributes: { encrypted: true, stream: "NEW_AND_OLD_IMAGES", state: "ACTIVE" },
        links: [
          { kind: "replicates-to", id: `${afar}:table/Customers`, region: "eu-west-1" },
          {
            kind: "replicates-to",
            id: `arn:${partition}:dynamodb:ap-southeast-1:999988887777:table/Customers`,
            region: "ap-southeast-1",
            party: "999988887777",
          },
          { kind: "replicates-to", region: "us-west-2" },
          { kind: "streams-to", id: `arn:${partition}:kinesis:${region}:${account}:stream/customers`, region },
          {
            kind: "key-held-in",
            id: `arn:${partition}:kms:${region}:999988887777:key/11111111-2222-4333-8444-555566667777`,
            region,
            party: "999988887777",
          },
        ],
      },
      {
        id: `${dynamodb}:table/Sessions`,
        name: "Sessions",
        role: "store",
        tags: {},
        links: [
          { kind: "replicates-to", id: `${afar}:table/Sessions`, region: "eu-west-1" },
          { kind: "reachable-from", party: "222233334444" },
        ],
      },
      {
        id: `${dynamodb}:table/Restored`,
        name: "Restored",
        role: "store",
        tags: {},
        links: [
          { kind: "copied-to", direction: "from", id: `${dynamodb}:table/Customers/backup/01`, region },
          { kind: "copied-to", direction: "from", id: `${afar}:table/Customers`, region: "eu-west-1" },
        ],
      },
    ];
  },
  lists: [{ operation: "ListTables" }, { operation: "ListGlobalTables", loses: () => [] }],
};

export default table;
