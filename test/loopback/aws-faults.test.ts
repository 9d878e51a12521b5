import { expect, test } from "vitest";
import { aws } from "../../providers/aws/index.ts";
import { type AwsAccount, serveAws } from "../../providers/aws/loopback.ts";
import { createCaller } from "../../src/collect/caller.ts";
import type { Fault, ResourceType } from "../../src/model/index.ts";
import { gapLines, scanAws, testKeys } from "../support/aws-scan.ts";

const policy = JSON.stringify({ Statement: [{ Effect: "Allow", Principal: { AWS: "222233334444" }, Action: "s3:*" }] });
const account: AwsAccount = {
  id: "444455556666",
  partition: "aws",
  bucketRegionInList: false,
  regions: [{ id: "us-east-1" }, { id: "ap-east-1" }],
  buckets: [
    { name: "a", region: "us-east-1", policy, tags: { t: "1" }, replication: [{ bucket: "arn:aws:s3:::b" }] },
    { name: "b", region: "ap-east-1", replication: [{ bucket: "arn:aws:s3:::elsewhere" }] },
    { name: "c", region: "ap-east-1" },
  ],
  ec2: {
    "us-east-1": {
      instances: [{ id: "i-00000001" }, { id: "i-00000002" }, { id: "i-00000003" }],
      volumes: [{ id: "vol-00000001" }, { id: "vol-00000002" }, { id: "vol-00000003" }],
      snapshots: [{ id: "snap-00000001" }, { id: "snap-00000002" }, { id: "snap-00000003", shares: ["all"] }],
      images: [{ id: "ami-00000001" }, { id: "ami-00000002" }, { id: "ami-00000003" }],
    },
    "ap-east-1": { volumes: [{ id: "vol-00000004" }] },
  },
};

/** What the account holds; the other types have their own cases (`test/cases`). */
const types = (await aws.types()).filter(({ service, type }) => service === "s3" || /^aws\/ec2\/(?!flow)/.test(type));
const scanned = types.map(({ type }) => type);

async function scan(faults: readonly Fault[], timeoutMs = 5_000) {
  const cloud = await serveAws({ accounts: [account] }, { pageSize: 2, faults });
  try {
    const result = await scanAws({ provider: "aws", endpoint: cloud.url }, { timeoutMs, types: scanned });
    return { ...result, calls: cloud.calls };
  } finally {
    await cloud.close();
  }
}

const whole = await scan([]);
const names = (records: typeof whole.records) => records.map(({ name }) => name);

test("operations on the wire are the declared ones, type by type, no more and no fewer", async () => {
  expect(whole.gaps).toEqual([]);
  for (const type of types) {
    const declared = type.operations.map(({ operation }) => operation).sort();
    // A denied GetBucketLocation is what brings HeadBucket for own buckets; here the stranger's bucket does.
    expect([...(whole.asked.get(type.type) ?? [])].sort()).toEqual(declared);
  }
  const onTheWire = new Set(whole.calls.map(({ operation }) => operation));
  const declared = types.flatMap((type) => type.operations.map(({ operation }) => operation));
  expect([...onTheWire].sort()).toEqual([...declared, "DescribeRegions", "GetCallerIdentity"].sort());
});

test("every declared operation only reads", () => {
  for (const { operation, permission } of types.flatMap((type) => type.operations)) {
    expect(operation).toMatch(/^(?:Describe|List|Get|Head)/);
    expect(permission).toMatch(/^[a-z0-9]+:(?:Describe|List|Get)[A-Za-z]+$/);
  }
});

/** Lists decide what exists; everything else is a detail of one resource. */
const lists = new Set(["ListBuckets", "DescribeInstances", "DescribeVolumes", "DescribeSnapshots", "DescribeImages"]);
const operations = types.flatMap((type) => type.operations.map(({ operation }) => [operation, type] as const));

test.each(operations)(
  "%s denied is a gap that names it, and nothing else is lost",
  async (operation, type: ResourceType) => {
    const { records, gaps } = await scan([{ operation, answer: "denied" }]);
    expect(gaps.length).toBeGreaterThan(0);
    for (const gap of gaps) expect(gap).toMatchObject({ operation, reason: "denied", type: type.type });
    const expected = lists.has(operation) ? whole.records.filter((record) => record.type !== type.type) : whole.records;
    expect(names(records)).toEqual(names(expected));
  },
);

test.each(["malformed", "server-error", "throttled"] as const)(
  "a list that stays %s is a gap, never an empty list",
  async (answer) => {
    const reason = { malformed: "malformed", "server-error": "failed", throttled: "throttled" }[answer];
    const { records, gaps } = await scan([...lists].map((operation) => ({ operation, region: "us-east-1", answer })));
    expect(gapLines(gaps)).toEqual([
      `aws/ec2/image us-east-1 DescribeImages ${reason} list`,
      `aws/ec2/instance us-east-1 DescribeInstances ${reason} list`,
      `aws/ec2/snapshot us-east-1 DescribeSnapshots ${reason} list`,
      `aws/ec2/volume us-east-1 DescribeVolumes ${reason} list`,
      `aws/s3/bucket global ListBuckets ${reason} list`,
    ]);
    expect(names(records)).toEqual(["vol-00000004"]);
  },
);

test("a detail answered by a login page is unknown, never `none`", async () => {
  const details = types.flatMap((type) => type.operations).filter(({ operation }) => !lists.has(operation));
  for (const { operation } of details) {
    const { gaps } = await scan([{ operation, answer: "malformed" }]);
    expect(gaps.length).toBeGreaterThan(0);
    for (const gap of gaps) expect(gap).toMatchObject({ operation, reason: "malformed" });
  }
});

test("a list that never ends is an error, and what was read before it is kept", async () => {
  const { records, gaps } = await scan([{ operation: "DescribeVolumes", region: "us-east-1", answer: "repeat-token" }]);
  expect(gapLines(gaps)).toEqual(["aws/ec2/volume us-east-1 DescribeVolumes malformed list"]);
  expect(new Set(names(records))).toEqual(new Set(names(whole.records)));
});

test("a repeated page token of ListBuckets is an error, and the buckets read before it are kept", async () => {
  const { records, gaps } = await scan([{ operation: "ListBuckets", answer: "repeat-token" }]);
  expect(gapLines(gaps)).toContain("aws/s3/bucket global ListBuckets malformed list");
  expect(new Set(names(records).filter((name) => name.length === 1))).toEqual(new Set(["a", "b", "c"]));
});

test("throttling passes: the calls are repeated and nothing is missing", async () => {
  const { records, gaps } = await scan([
    { operation: "DescribeVolumes", answer: "throttled", times: 2 },
    { operation: "GetBucketTagging", answer: "throttled", times: 3 },
    { operation: "DescribeRegions", answer: "server-error", times: 1 },
  ]);
  expect(gaps).toEqual([]);
  expect(records).toEqual(whole.records);
});

test("Retry-After is honoured as the endpoint says it", async () => {
  const cloud = await serveAws(
    { accounts: [account] },
    { retryAfter: 1, faults: [{ operation: "DescribeVolumes", answer: "throttled", times: 1 }] },
  );
  const waited: number[] = [];
  const scope = { provider: "aws", partition: "aws", account: account.id };
  const caller = createCaller({
    scope,
    type: "t",
    region: null,
    provider: aws,
    random: () => 0,
    sleep: async (ms) => void waited.push(ms),
  });
  const context = {
    caller,
    signal: new AbortController().signal,
    environment: testKeys,
    contacted: () => undefined,
    timeoutMs: 5_000,
  };
  for await (const session of aws.connect({ provider: "aws", endpoint: cloud.url }, context)) {
    const volumes = types.find(({ type }) => type === "aws/ec2/volume");
    if ("kind" in session || volumes === undefined) throw new Error("no session");
    let found = 0;
    for await (const record of volumes.collect(session, "us-east-1", caller)) found += record.kind === "record" ? 1 : 0;
    expect(found).toBe(3);
  }
  await cloud.close();
  expect(waited).toHaveLength(1);
  expect(waited[0]).toBeGreaterThanOrEqual(1000);
});

test("an endpoint that hangs is a timeout", async () => {
  const { gaps, records } = await scan([{ operation: "DescribeImages", region: "us-east-1", answer: "hang" }], 300);
  expect(gapLines(gaps)).toEqual(["aws/ec2/image us-east-1 DescribeImages timeout list"]);
  expect(records.filter(({ type }) => type === "aws/ec2/volume")).toHaveLength(4);
});

test("a scan with one call at a time and with sixteen reads the same", async () => {
  const cloud = await serveAws({ accounts: [account] }, { pageSize: 2 });
  const source = { provider: "aws", endpoint: cloud.url };
  const slow = await scanAws(source, { concurrency: 1, types: scanned });
  const fast = await scanAws(source, { concurrency: 16, types: scanned });
  await cloud.close();
  expect(fast.records).toEqual(slow.records);
  expect(fast.asked).toEqual(slow.asked);
});
