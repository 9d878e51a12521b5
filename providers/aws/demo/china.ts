import type { AwsAccount, WireObject } from "../loopback/estate.ts";
import { idOf } from "./ids.ts";
import { fleet, generalBuckets } from "./ordinary.ts";

const ledger = idOf("i", "core-ledger");
const ledgerData = idOf("vol", "core-ledger-data");
const ledgerRoot = idOf("vol", "core-ledger-root");
const ledgerSnapshot = idOf("snap", "core-ledger-data");

const general = { "data-class": "general" };
const beijing = fleet({
  region: "cn-north-1",
  names: ["web-01", "web-02", "web-03", "web-04", "batch-01", "batch-02", "ci-runner-01", "ci-runner-02"],
  tags: general,
});
const untagged = fleet({ region: "cn-north-1", names: ["jump-host", "monitor-01", "monitor-02", "sandbox-01"] });
const ningxia = fleet({ region: "cn-northwest-1", names: ["dr-web-01", "dr-web-02", "dr-batch-01"], tags: general });
const riskEvents = "arn:aws-cn:kinesis:cn-north-1:111122223333:stream/haitang-risk-events";
const tagged = { "data-class": "personal" };

/** The mainland account: production in Beijing, its stand-by in Ningxia. */
export const chinaAccount: AwsAccount = {
  id: "111122223333",
  partition: "aws-cn",
  regions: [{ id: "cn-north-1" }, { id: "cn-northwest-1" }],
  buckets: [
    {
      name: "haitang-crm-prod",
      region: "cn-north-1",
      tags: tagged,
      replication: [{ bucket: "arn:aws-cn:s3:::haitang-crm-dr" }],
      block: { ignorePublicAcls: true, restrictPublicBuckets: true },
    },
    {
      name: "haitang-crm-dr",
      region: "cn-northwest-1",
      block: { ignorePublicAcls: true, restrictPublicBuckets: true },
    },
    ...generalBuckets("cn-north-1", [
      "haitang-trail-cn",
      "haitang-build-cache",
      "haitang-static-cn",
      "haitang-price-lists",
      "haitang-terraform-state-cn",
      "haitang-public-filings",
      "haitang-app-releases",
      "haitang-design-assets",
    ]),
    ...generalBuckets("cn-northwest-1", ["haitang-config-dr", "haitang-build-cache-dr", "haitang-static-dr"]),
  ],
  ec2: {
    "cn-north-1": {
      instances: [
        {
          id: ledger,
          zone: "cn-north-1a",
          instanceType: "r6i.4xlarge",
          tags: { Name: "core-ledger", "data-class": "sensitive-personal" },
        },
        ...beijing.instances,
        ...untagged.instances,
      ],
      volumes: [
        { id: ledgerRoot, instance: ledger, zone: "cn-north-1a", sizeGiB: 60 },
        { id: ledgerData, instance: ledger, zone: "cn-north-1a", sizeGiB: 2000 },
        ...beijing.volumes,
        ...untagged.volumes,
      ],
      snapshots: [
        {
          id: ledgerSnapshot,
          volume: ledgerData,
          description: "nightly",
          started: "2026-09-30T18:00:00.000Z",
          encrypted: true,
          sizeGiB: 2000,
        },
      ],
      images: [
        {
          id: idOf("ami", "core-ledger"),
          name: "core-ledger-2026-10",
          created: "2026-10-01T01:00:00.000Z",
          snapshots: [ledgerSnapshot],
          sourceInstance: ledger,
          shares: ["222233334444"],
        },
      ],
    },
    "cn-northwest-1": ningxia,
  },
  services: {
    "cn-north-1": {
      rds: {
        DBInstances: [
          {
            DBInstanceIdentifier: "haitang-core",
            DBInstanceArn: "arn:aws-cn:rds:cn-north-1:111122223333:db:haitang-core",
            Engine: "postgres",
            AvailabilityZone: "cn-north-1b",
            StorageEncrypted: true,
            PubliclyAccessible: false,
            BackupRetentionPeriod: 35,
            EnabledCloudwatchLogsExports: ["audit"],
            $tags: { "data-class": "sensitive-personal" },
          },
        ],
      },
      kinesis: {
        streams: [
          {
            StreamName: "haitang-risk-events",
            StreamARN: riskEvents,
            StreamStatus: "ACTIVE",
            $summary: { EncryptionType: "KMS", KeyId: "alias/aws/kinesis", RetentionPeriodHours: 24 },
            $tags: tagged,
          },
        ],
      },
      firehose: {
        deliveryStreams: [
          // Events of payers go to a vendor's endpoint; where that stands nobody wrote down.
          {
            DeliveryStreamName: "haitang-risk-vendor",
            DeliveryStreamARN: "arn:aws-cn:firehose:cn-north-1:111122223333:deliverystream/haitang-risk-vendor",
            DeliveryStreamStatus: "ACTIVE",
            DeliveryStreamType: "KinesisStreamAsSource",
            VersionId: "1",
            Source: { KinesisStreamSourceDescription: { KinesisStreamARN: riskEvents } },
            Destinations: [
              {
                DestinationId: "destinationId-000000000001",
                HttpEndpointDestinationDescription: {
                  EndpointConfiguration: { Name: "risk vendor", Url: "https://intake.risk-vendor.example/v1/events" },
                },
              },
            ],
            HasMoreDestinations: false,
          },
        ],
      },
      logs: {
        logGroups: [
          // The audit log of the database, kept for a month.
          logGroup("/aws/rds/instance/haitang-core/audit", {
            retentionInDays: 30,
            $tags: { "data-class": "personal" },
          }),
          logGroup("/haitang/app/web", { retentionInDays: 365, $tags: general }),
        ],
      },
    },
  },
};

function logGroup(name: string, rest: WireObject): WireObject {
  const logGroupArn = `arn:aws-cn:logs:cn-north-1:111122223333:log-group:${name}`;
  return { logGroupName: name, logGroupArn, arn: `${logGroupArn}:*`, logGroupClass: "STANDARD", ...rest };
}
