import type { AwsAccount, LoopbackBucket, WireObject } from "../loopback/estate.ts";
import { regionsOf } from "../regions.ts";
import { idOf } from "./ids.ts";
import { fleet, generalBuckets } from "./ordinary.ts";

const fromMainland = { "data-origin": "mainland" };
const personal = { "data-class": "personal", ...fromMainland };
const closed = { ignorePublicAcls: true, restrictPublicBuckets: true };

const gateway = idOf("i", "hk-gateway");
const gatewayData = idOf("vol", "hk-gateway-data");
const gatewaySnapshot = idOf("snap", "hk-gateway-data");

function publicRead(bucket: string): string {
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "PublicRead",
        Effect: "Allow",
        Principal: "*",
        Action: "s3:GetObject",
        Resource: `arn:aws:s3:::${bucket}/*`,
      },
    ],
  });
}

/** Buckets nobody remembers: no tags, no known origin. */
function lab(region: string, numbers: readonly number[]): readonly LoopbackBucket[] {
  return numbers.map((number) => ({
    name: `haitang-lab-${String(number).padStart(2, "0")}`,
    region,
    block: closed,
  }));
}

function arnOf(region: string, name: string): string {
  return `arn:aws:rds:${region}:444455556666:db:${name}`;
}

function database(region: string, name: string, rest: WireObject): WireObject {
  return {
    DBInstanceIdentifier: name,
    DBInstanceArn: arnOf(region, name),
    Engine: "mysql",
    AvailabilityZone: `${region}a`,
    StorageEncrypted: true,
    PubliclyAccessible: false,
    BackupRetentionPeriod: 7,
    ...rest,
  };
}

const general = { "data-class": "general" };
const singapore = fleet({ region: "ap-southeast-1", names: ["bi-01", "bi-02", "etl-01"], tags: general });
const hongKong = fleet({
  region: "ap-east-1",
  names: ["hk-web-01", "hk-web-02", "hk-api-01", "hk-api-02"],
  tags: general,
});
const virginia = fleet({ region: "us-east-1", names: ["campaign-web-01", "campaign-web-02"], tags: general });
const hongKongUntagged = fleet({ region: "ap-east-1", names: ["hk-test-01", "hk-test-02"] });

/** Regions the company scans; the last one nobody opted in to. */
export const globalRegions = ["us-east-1", "ap-east-1", "ap-southeast-1", "eu-west-1"] as const;

/** The account outside the mainland: Hong Kong first, Singapore for analytics, Virginia for campaigns. */
export const globalAccount: AwsAccount = {
  id: "444455556666",
  partition: "aws",
  regions: regionsOf("aws").map((id) => ({ id, optIn: id === "eu-west-1" ? "not-opted-in" : "opt-in-not-required" })),
  buckets: [
    {
      name: "haitang-crm-hk",
      region: "ap-east-1",
      tags: personal,
      replication: [{ bucket: "arn:aws:s3:::haitang-analytics-sg" }],
      logging: { bucket: "haitang-logs-hk", prefix: "crm/" },
      block: closed,
    },
    { name: "haitang-logs-hk", region: "ap-east-1", block: closed },
    { name: "haitang-analytics-sg", region: "ap-southeast-1", block: closed },
    {
      name: "haitang-kyc-images",
      region: "ap-east-1",
      tags: { "data-class": "sensitive-personal", ...fromMainland },
      policy: publicRead("haitang-kyc-images"),
      publicByPolicy: true,
    },
    {
      name: "haitang-campaign-assets",
      region: "us-east-1",
      tags: general,
      policy: publicRead("haitang-campaign-assets"),
      publicByPolicy: true,
      website: "index",
    },
    ...lab("us-east-1", [1, 2, 3, 4, 5, 6]),
    ...lab("ap-southeast-1", [7, 8, 9, 10, 11, 12]),
    ...generalBuckets("us-east-1", ["haitang-terraform-state", "haitang-cdn-origin"]),
    ...generalBuckets("ap-east-1", ["haitang-static-hk", "haitang-build-hk"]),
  ],
  ec2: {
    "ap-east-1": {
      instances: [
        { id: gateway, zone: "ap-east-1a", instanceType: "c6i.2xlarge", tags: { Name: "hk-gateway" } },
        ...hongKong.instances,
        ...hongKongUntagged.instances,
      ],
      volumes: [
        {
          id: gatewayData,
          instance: gateway,
          zone: "ap-east-1a",
          sizeGiB: 500,
          tags: { Name: "hk-gateway-data", ...personal },
        },
        ...hongKong.volumes,
        ...hongKongUntagged.volumes,
      ],
      snapshots: [
        {
          id: gatewaySnapshot,
          volume: gatewayData,
          description: "before migration",
          started: "2023-10-18T03:00:00.000Z",
          sizeGiB: 500,
        },
      ],
    },
    "ap-southeast-1": {
      ...singapore,
      snapshots: [
        {
          id: idOf("snap", "hk-gateway-data-copy"),
          description: `[Copied ${gatewaySnapshot} from ap-east-1] before migration`,
          started: "2023-10-19T03:00:00.000Z",
          sizeGiB: 500,
        },
      ],
    },
    "us-east-1": virginia,
  },
  services: {
    "ap-east-1": {
      rds: {
        DBInstances: [
          database("ap-east-1", "haitang-loyalty", {
            ReadReplicaDBInstanceIdentifiers: [arnOf("ap-southeast-1", "haitang-loyalty-bi")],
            $tags: { Name: "haitang-loyalty", ...personal },
          }),
        ],
      },
    },
    // The analysts' replica: nobody tagged it, its data is the original's.
    "ap-southeast-1": {
      rds: {
        DBInstances: [
          database("ap-southeast-1", "haitang-loyalty-bi", {
            ReadReplicaSourceDBInstanceIdentifier: arnOf("ap-east-1", "haitang-loyalty"),
          }),
        ],
      },
    },
  },
};
