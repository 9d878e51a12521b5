import { expect, test } from "vitest";
import type { LoopbackBucket } from "../../providers/aws/loopback/estate.ts";
import { type AwsAccount, serveAws } from "../../providers/aws/loopback.ts";
import type { LoopbackOptions, ResourceRecord } from "../../src/model/index.ts";
import { gapLines, scanAws } from "../support/aws-scan.ts";

const own = "444455556666";
const global = [{ id: "us-east-1" }, { id: "ap-east-1" }, { id: "ap-southeast-1" }, { id: "eu-west-1" }];

async function scan(
  buckets: readonly LoopbackBucket[],
  account: Partial<AwsAccount> = {},
  options: LoopbackOptions = {},
  source: object = {},
) {
  const stranger: AwsAccount = {
    id: "222233334444",
    partition: "aws",
    accessKeys: ["STRANGER"],
    regions: global,
    buckets: [{ name: "partner-archive", region: "eu-west-1" }],
  };
  const mine: AwsAccount = { id: own, partition: "aws", regions: global, buckets, ...account };
  const cloud = await serveAws({ accounts: [mine, stranger] }, { pageSize: 2, ...options });
  try {
    const types = ["aws/s3/bucket"];
    const result = await scanAws({ provider: "aws", endpoint: cloud.url, ...source }, { types });
    return { ...result, calls: cloud.calls };
  } finally {
    await cloud.close();
  }
}

const edges = (record: ResourceRecord | undefined) => record?.links.map(({ kind, target }) => [kind, target]);

test("a bucket with everything set is one record with all its links", async () => {
  const policy = JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      { Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: "*" },
      { Effect: "Allow", Principal: { AWS: "arn:aws:iam::333344445555:root" }, Action: "s3:*", Resource: "*" },
    ],
  });
  const { records, gaps, calls } = await scan([
    { name: "logs", region: "ap-east-1" },
    {
      name: "crm",
      region: "ap-east-1",
      tags: { "data-class": "personal", 负责人: "李雷 & <co>" },
      replication: [
        { bucket: "arn:aws:s3:::analytics" },
        { bucket: "arn:aws:s3:::parked", status: "Disabled" },
        { bucket: "arn:aws:s3:::partner-archive", account: "222233334444" },
      ],
      logging: { bucket: "logs" },
      policy,
      publicByPolicy: true,
      website: "index",
    },
    { name: "analytics", region: "ap-southeast-1" },
  ]);
  expect(gaps).toEqual([]);
  expect(calls.filter(({ operation }) => operation === "ListBuckets")).toHaveLength(2);
  const by = (source: string, field: string, value: string) => ({ source: `s3:${source}`, field, value });
  expect(records.find(({ name }) => name === "crm")).toEqual({
    kind: "record",
    id: "arn:aws:s3:::crm",
    type: "aws/s3/bucket",
    role: "store",
    scope: { provider: "aws", partition: "aws", account: own },
    name: "crm",
    place: { known: true, value: { region: "ap-east-1" } },
    placeEvidence: by("ListBuckets", "BucketRegion", "ap-east-1"),
    tags: { known: true, value: { "data-class": "personal", 负责人: "李雷 & <co>" } },
    aliases: [],
    links: [
      {
        kind: "replicates-to",
        direction: "to",
        target: { id: "arn:aws:s3:::analytics", place: { region: "ap-southeast-1" } },
        evidence: by(
          "GetBucketReplication",
          "ReplicationConfiguration.Rules[0].Destination.Bucket",
          "arn:aws:s3:::analytics",
        ),
      },
      {
        kind: "replicates-to",
        direction: "to",
        target: { id: "arn:aws:s3:::partner-archive", place: { region: "eu-west-1" }, party: "222233334444" },
        evidence: by(
          "GetBucketReplication",
          "ReplicationConfiguration.Rules[2].Destination.Bucket",
          "arn:aws:s3:::partner-archive",
        ),
      },
      {
        kind: "logs-to",
        direction: "to",
        target: { id: "arn:aws:s3:::logs" },
        evidence: by("GetBucketLogging", "LoggingEnabled.TargetBucket", "logs"),
      },
      {
        kind: "served-from",
        direction: "to",
        target: { place: { region: "ap-east-1" } },
        evidence: by("GetBucketWebsite", "IndexDocument.Suffix", "website endpoint"),
      },
      {
        kind: "reachable-from",
        direction: "to",
        target: { party: "*" },
        evidence: by("GetBucketPolicyStatus", "PolicyStatus.IsPublic", "true"),
      },
      {
        kind: "reachable-from",
        direction: "to",
        target: { party: "333344445555" },
        evidence: by("GetBucketPolicy", "Policy.Statement[].Principal", "arn:aws:iam::333344445555:root"),
      },
    ],
    attributes: { public: true, website: true },
  });
});

test("a bucket with nothing set is known to have nothing", async () => {
  const { records, gaps } = await scan([{ name: "plain", region: "us-east-1" }]);
  expect(gaps).toEqual([]);
  expect(records).toMatchObject([{ tags: { known: true, value: {} }, links: [], attributes: { public: false } }]);
});

test("regions that the list leaves out come from GetBucketLocation, whose blank is us-east-1", async () => {
  const { records, calls } = await scan(
    [
      { name: "a", region: "us-east-1" },
      { name: "b", region: "ap-east-1" },
    ],
    { bucketRegionInList: false },
  );
  expect(records.map(({ name, place }) => [name, place])).toEqual([
    ["a", { known: true, value: { region: "us-east-1" } }],
    ["b", { known: true, value: { region: "ap-east-1" } }],
  ]);
  expect(records.map(({ placeEvidence }) => placeEvidence)).toEqual([
    { source: "s3:GetBucketLocation", field: "LocationConstraint", value: "none, which is us-east-1" },
    { source: "s3:GetBucketLocation", field: "LocationConstraint", value: "ap-east-1" },
  ]);
  expect(calls.filter(({ operation }) => operation === "HeadBucket")).toEqual([]);
});

test("the old name EU is eu-west-1", async () => {
  const { records } = await scan([{ name: "old", region: "EU" }], { bucketRegionInList: false });
  expect(records[0]?.place).toEqual({ known: true, value: { region: "eu-west-1" } });
  expect(records[0]?.placeEvidence?.value).toBe("EU");
});

test("where GetBucketLocation is denied, the header of HeadBucket tells the region", async () => {
  const { records, gaps } = await scan(
    [{ name: "a", region: "ap-southeast-1" }],
    { bucketRegionInList: false },
    {
      faults: [{ operation: "GetBucketLocation", answer: "denied" }],
    },
  );
  expect(records[0]?.place).toEqual({ known: true, value: { region: "ap-southeast-1" } });
  expect(records[0]?.placeEvidence).toEqual({
    source: "s3:HeadBucket",
    field: "x-amz-bucket-region",
    value: "ap-southeast-1",
  });
  expect(gapLines(gaps)).toEqual(["aws/s3/bucket global GetBucketLocation denied arn:aws:s3:::a"]);
});

test("a bucket that cannot be placed is kept, with its place unknown", async () => {
  const { records, gaps } = await scan(
    [{ name: "a", region: "ap-southeast-1" }],
    { bucketRegionInList: false },
    {
      faults: [
        { operation: "GetBucketLocation", answer: "denied" },
        { operation: "HeadBucket", answer: "server-error" },
      ],
    },
  );
  expect(records[0]?.place).toEqual({ known: false, why: "failed" });
  expect(records[0]?.placeEvidence).toEqual({
    source: "s3:HeadBucket",
    field: "x-amz-bucket-region",
    value: "not answered (failed)",
  });
  expect(records[0]?.tags.known).toBe(false);
  expect(gapLines(gaps)).toContain("aws/s3/bucket global HeadBucket failed arn:aws:s3:::a");
});

test("a replica in another account that does not exist any more has no place", async () => {
  const { records, gaps } = await scan([
    { name: "a", region: "us-east-1", replication: [{ bucket: "arn:aws:s3:::gone" }] },
  ]);
  expect(edges(records[0])).toEqual([["replicates-to", { id: "arn:aws:s3:::gone" }]]);
  expect(gaps).toEqual([]);
});

test("a replica in a region that `regions:` leaves out still has its place", async () => {
  const replication = [{ bucket: "arn:aws:s3:::far" }];
  for (const bucketRegionInList of [true, false]) {
    const buckets = [
      { name: "near", region: "ap-east-1", replication },
      { name: "far", region: "us-east-1" },
    ];
    const { records } = await scan(buckets, { bucketRegionInList }, {}, { regions: ["ap-east-1"] });
    expect(edges(records[0])).toEqual([["replicates-to", { id: "arn:aws:s3:::far", place: { region: "us-east-1" } }]]);
    expect(records).toHaveLength(1);
  }
});

test("two buckets that replicate to the same stranger ask for its region once", async () => {
  const replication = [{ bucket: "arn:aws:s3:::partner-archive" }];
  const { calls } = await scan([
    { name: "a", region: "us-east-1", replication },
    { name: "b", region: "us-east-1", replication },
  ]);
  expect(calls.filter(({ operation }) => operation === "HeadBucket")).toHaveLength(1);
});

test("a region outside the table is kept as stated", async () => {
  const regions = [...global, { id: "ap-moon-1" }];
  const { records, sessions } = await scan([{ name: "a", region: "ap-moon-1" }], { regions });
  expect(records[0]?.place).toEqual({ known: true, value: { region: "ap-moon-1" } });
  expect(sessions[0]?.regionDifferences).toContainEqual({ region: "ap-moon-1", difference: "not-in-table" });
});

test("`regions` limits the buckets, also where their region has to be asked for", async () => {
  const buckets = [
    { name: "a", region: "us-east-1" },
    { name: "b", region: "ap-east-1" },
  ];
  for (const bucketRegionInList of [true, false]) {
    const { records } = await scan(buckets, { bucketRegionInList }, {}, { regions: ["ap-east-1"] });
    expect(records.map(({ name }) => name)).toEqual(["b"]);
  }
});

const everyone = "http://acs.amazonaws.com/groups/global/AllUsers";
const anyAccount = "http://acs.amazonaws.com/groups/global/AuthenticatedUsers";
const star = JSON.stringify({ Statement: [{ Effect: "Allow", Principal: "*", Action: "s3:GetObject" }] });
const partner = JSON.stringify({
  Statement: [{ Effect: "Allow", Principal: { AWS: "222233334444" }, Action: "s3:*" }],
});

test.each<[string, Omit<LoopbackBucket, "name" | "region">, readonly string[], boolean]>([
  ["a public policy", { policy: star, publicByPolicy: true }, ["*"], true],
  [
    "a public policy under a block",
    { policy: star, publicByPolicy: true, block: { restrictPublicBuckets: true } },
    [],
    false,
  ],
  [
    "a public policy under a block of ACLs only",
    { policy: star, publicByPolicy: true, block: { ignorePublicAcls: true } },
    ["*"],
    true,
  ],
  ["an ACL for everyone", { grants: [{ uri: everyone, permission: "READ" }] }, ["*"], true],
  ["an ACL for any account", { grants: [{ uri: anyAccount, permission: "FULL_CONTROL" }] }, ["*"], true],
  [
    "an ACL under a block",
    { grants: [{ uri: everyone, permission: "READ" }], block: { ignorePublicAcls: true } },
    [],
    false,
  ],
  ["an ACL that lets everyone write", { grants: [{ uri: everyone, permission: "WRITE" }] }, [], false],
  [
    "an ACL for log delivery",
    { grants: [{ uri: "http://acs.amazonaws.com/groups/s3/LogDelivery", permission: "WRITE" }] },
    [],
    false,
  ],
  ["an ACL for another owner", { grants: [{ id: "beef", permission: "READ" }] }, ["beef"], false],
  ["a policy for another account", { policy: partner }, ["222233334444"], false],
])("%s", async (_title, settings, parties, open) => {
  const { records } = await scan([{ name: "a", region: "us-east-1", ...settings }]);
  expect(records[0]?.links.map(({ target }) => target.party)).toEqual(parties);
  expect(records[0]?.attributes["public"]).toBe(open);
});

test("a website that nobody can open, or that only redirects, serves nothing", async () => {
  const { records } = await scan([
    { name: "closed", region: "us-east-1", website: "index" },
    { name: "redirect", region: "us-east-1", website: "redirect", policy: star, publicByPolicy: true },
  ]);
  expect(edges(records[0])).toEqual([]);
  expect(records[0]?.attributes).toEqual({ public: false, website: true });
  expect(edges(records[1])).toEqual([["reachable-from", { party: "*" }]]);
});

test("whether a bucket is public stays open where the answer that decides is missing", async () => {
  const denied = async (operation: string, settings: object) => {
    const options: LoopbackOptions = { faults: [{ operation, answer: "denied" }] };
    const { records } = await scan([{ name: "a", region: "us-east-1", ...settings }], {}, options);
    return [records[0]?.attributes["public"], records[0]?.links.map(({ target }) => target.party)];
  };
  // The policy itself was read, and lets everyone in without a condition.
  expect(await denied("GetBucketPolicyStatus", { policy: star })).toEqual([true, ["*"]]);
  const limited = star.replace('"Effect"', '"Condition":{"IpAddress":{"aws:SourceIp":"203.0.113.0/24"}},"Effect"');
  expect(limited).not.toBe(star);
  expect(await denied("GetBucketPolicyStatus", { policy: limited })).toEqual([undefined, []]);
  expect(await denied("GetBucketAcl", {})).toEqual([undefined, []]);
  expect(await denied("GetBucketPolicy", { policy: star, publicByPolicy: true })).toEqual([true, ["*"]]);
  // A public bucket is shown even though a block might close it: the gap stands beside it.
  expect(await denied("GetPublicAccessBlock", { policy: star, publicByPolicy: true })).toEqual([true, ["*"]]);
});
