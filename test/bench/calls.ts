import { aws } from "../../providers/aws/index.ts";
import { type AwsEstate, serveAws } from "../../providers/aws/loopback.ts";
import { collect } from "../../src/collect/index.ts";
import type { LoopbackCloud } from "../../src/model/index.ts";
import { plainLoop } from "./plain-loop.ts";

const account = "444455556666";
const regions = ["us-east-1", "ap-east-1"];
const arn = (service: string, rest: string): string => `arn:aws:${service}:us-east-1:${account}:${rest}`;

/** How many of each; 10,000 in all. */
const counts = {
  "aws/ec2/volume": 3_000,
  "aws/ec2/instance": 1_000,
  "aws/ec2/snapshot": 1_000,
  "aws/rds/instance": 2_000,
  "aws/logs/log-group": 1_500,
  "aws/secretsmanager/secret": 700,
  "aws/kms/key": 500,
  "aws/s3/bucket": 300,
} as const;

/** Calls for an estate of 10,000 resources: of a scan, and of a plain loop over the SDK that wants the same facts. */
export async function calls(): Promise<void> {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  console.log(`\ncalls: an AWS estate of ${total} resources in ${regions.length} regions`);
  const ours = await counted(async (cloud) => {
    const records = await scan(cloud.url);
    if (records !== total) throw new Error(`the scan found ${records} of ${total} resources`);
  });
  const plain = await counted((cloud) => plainLoop(cloud.url, regions));
  for (const operation of [...new Set([...ours.keys(), ...plain.keys()])].sort()) {
    const [mine, theirs] = [ours.get(operation) ?? 0, plain.get(operation) ?? 0];
    if (mine !== theirs) console.log(`  ${operation}: ${mine} against ${theirs}`);
  }
  const [mine, theirs] = [sum(ours), sum(plain)];
  console.log(
    `  scan: ${mine} calls, plain SDK loop: ${theirs} calls, ${(mine / theirs).toFixed(3)} × (goal: at most 1.1 ×)`,
  );
}

async function counted(work: (cloud: LoopbackCloud) => Promise<void>): Promise<ReadonlyMap<string, number>> {
  const cloud = await serveAws(estate());
  try {
    await work(cloud);
    const seen = new Map<string, number>();
    for (const { operation } of cloud.calls) seen.set(operation, (seen.get(operation) ?? 0) + 1);
    return seen;
  } finally {
    await cloud.close();
  }
}

/** @returns how many records there were. */
async function scan(endpoint: string): Promise<number> {
  let records = 0;
  await collect({
    sources: [{ provider: aws, source: aws.source.parse({ provider: "aws", regions, endpoint }), label: "bench" }],
    sink: {
      isDone: () => false,
      begin: () => undefined,
      record: () => records++,
      gap: ({ operation, detail }) => {
        throw new Error(`${operation}: ${detail}`);
      },
      asked: () => undefined,
      end: () => undefined,
    },
    signal: new AbortController().signal,
    environment: { AWS_ACCESS_KEY_ID: "BENCH", AWS_SECRET_ACCESS_KEY: "nobodysSecret" },
    only: Object.keys(counts),
    skip: [],
  });
  return records;
}

function sum(seen: ReadonlyMap<string, number>): number {
  return [...seen.values()].reduce((one, other) => one + other, 0);
}

function many<T>(type: keyof typeof counts, make: (serial: string) => T): readonly T[] {
  return Array.from({ length: counts[type] }, (_, index) => make(String(index).padStart(12, "0")));
}

function estate(): AwsEstate {
  return {
    accounts: [
      {
        id: account,
        partition: "aws",
        regions: regions.map((id) => ({ id })),
        buckets: many("aws/s3/bucket", (serial) => ({ name: `bucket-${serial}`, region: "us-east-1" })),
        ec2: {
          "us-east-1": {
            volumes: many("aws/ec2/volume", (serial) => ({ id: `vol-${serial}` })),
            instances: many("aws/ec2/instance", (serial) => ({ id: `i-${serial}` })),
            snapshots: many("aws/ec2/snapshot", (serial) => ({ id: `snap-${serial}`, volume: `vol-${serial}` })),
          },
        },
        services: {
          "us-east-1": {
            rds: {
              DBInstances: many("aws/rds/instance", (serial) => ({
                DBInstanceIdentifier: `db-${serial}`,
                DBInstanceArn: arn("rds", `db:db-${serial}`),
                Engine: "mysql",
              })),
            },
            logs: {
              logGroups: many("aws/logs/log-group", (serial) => ({
                logGroupName: `/app/${serial}`,
                logGroupArn: arn("logs", `log-group:/app/${serial}`),
                arn: arn("logs", `log-group:/app/${serial}:*`),
                logGroupClass: "STANDARD",
              })),
            },
            secretsmanager: {
              secrets: many("aws/secretsmanager/secret", (serial) => ({
                Name: serial,
                ARN: arn("secretsmanager", `secret:${serial}`),
              })),
            },
            kms: {
              keys: many("aws/kms/key", (serial) => ({
                KeyId: serial,
                Arn: arn("kms", `key/${serial}`),
                KeyManager: "CUSTOMER",
              })),
            },
          },
        },
      },
    ],
  };
}
