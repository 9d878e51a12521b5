import { writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { type CommandOptions, type Ended, emptyFolder, jingnei } from "../support/command.ts";
import * as estates from "../support/spine-estates.ts";
import { type SpineClouds, type SpineOptions, serveSpine } from "../support/spine-scan.ts";

const open: SpineClouds[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((clouds) => clouds.close()));
});

async function serve(options: SpineOptions = {}): Promise<SpineClouds> {
  const clouds = await serveSpine(options);
  open.push(clouds);
  return clouds;
}

function run(clouds: SpineClouds, args: readonly string[] = [], options: CommandOptions = {}): Promise<Ended> {
  const cwd = emptyFolder();
  // JSON is YAML.
  writeFileSync(join(cwd, "jingnei.yaml"), JSON.stringify({ sources: clouds.sources }));
  writeFileSync(join(cwd, "ca.pem"), clouds.ca);
  const environment = { ...clouds.environment, NODE_EXTRA_CA_CERTS: join(cwd, "ca.pem"), ...options.environment };
  return jingnei(["preflight", ...args], { ...options, cwd, environment });
}

interface Row {
  readonly provider: string;
  readonly account: string;
  readonly type: string;
  readonly region: string | null;
  readonly operation: string;
  readonly permission: string | null;
  readonly result: string;
  readonly detail: string | null;
}

interface Printed {
  readonly schemaVersion: number;
  readonly accounts: readonly { account: string; region: string | null }[];
  readonly checks: readonly Row[];
  readonly missing: Readonly<Record<string, readonly string[]>>;
  readonly refused: readonly { source: string; message: string }[];
  readonly endpoints: readonly string[];
}

function printed({ stdout }: Ended): Printed {
  return JSON.parse(stdout);
}

test("code 0: all three clouds grant whatever there is to ask about", async () => {
  const clouds = await serve();
  const ended = await run(clouds, ["--format", "json"]);
  const { schemaVersion, accounts, checks, missing, refused, endpoints } = printed(ended);
  expect(checks.filter(({ result }) => result === "denied" || result === "failed")).toEqual([]);
  expect({ code: ended.code, schemaVersion, missing, refused }).toEqual({
    code: 0,
    schemaVersion: 1,
    missing: {},
    refused: [],
  });
  expect(accounts.map(({ account, region }) => [account, region])).toEqual([
    [estates.aws.china, "cn-north-1"],
    [estates.aws.world, "us-east-1"],
    [estates.aws.entered, "us-east-1"],
    [estates.alibaba.own, expect.any(String)],
    [estates.alibaba.member, "cn-hongkong"],
    [estates.azure.china, null],
    [estates.azure.world, null],
  ]);
  expect(checks.filter(({ type }) => type === "connect").map(({ operation }) => operation)).toContain("AssumeRole");
  expect(endpoints.length).toBeGreaterThan(2);
  for (const { result, permission, detail } of checks) {
    expect(permission).not.toBeNull();
    expect(detail === null).toBe(result === "granted");
  }
});

test("asks each account for less than a scan does", async () => {
  const clouds = await serve();
  await run(clouds, ["--only", "aws/s3/*,aws/ec2/*"]);
  // Three accounts of eight, three and one buckets; two of them in the partition `aws`.
  expect(clouds.times("aws", "ListBuckets")).toBe(3);
  expect(clouds.times("aws", "GetBucketTagging")).toBeLessThanOrEqual(3 + 3 + 1);
  expect(clouds.times("aws", "DescribeVolumes")).toBe(3);
});

test("code 1: a refused call names its permission, and the command that prints a policy with it", async () => {
  const clouds = await serve({
    aws: { faults: [{ operation: "GetBucketTagging", answer: "denied" }] },
    alibaba: { faults: [{ operation: "DescribeDisks", answer: "denied" }] },
    azure: { faults: [{ operation: "Snapshots_List", answer: "denied" }] },
  });
  const { code, stdout, stderr } = await run(clouds);
  expect(code).toBe(1);
  expect(stdout).toContain("denied: GetBucketTagging, needs s3:GetBucketTagging");
  expect(stdout).toContain("denied: DescribeDisks, needs ecs:DescribeDisks");
  expect(stdout).toContain("denied: Snapshots_List, needs Microsoft.Compute/snapshots/read");
  expect(stdout).toContain(`aws aws-cn ${estates.aws.china}: 2 regions enabled, tried in cn-north-1`);
  for (const [provider, permission] of [
    ["aws", "s3:GetBucketTagging"],
    ["alibaba", "ecs:DescribeDisks"],
    ["azure", "Microsoft.Compute/snapshots/read"],
  ]) {
    expect(stderr).toContain(`Missing in ${provider}:\n  ${permission}\n`);
    expect(stderr).toContain(`jingnei permissions ${provider}`);
  }
  const json = printed(await run(clouds, ["--format", "json", "--quiet"]));
  expect(json.missing).toEqual({
    aws: ["s3:GetBucketTagging"],
    alibaba: ["ecs:DescribeDisks"],
    azure: ["Microsoft.Compute/snapshots/read"],
  });
});

test("code 1: an account that cannot be entered stands there by its number, and the others are tried", async () => {
  const clouds = await serve({ aws: { faults: [{ operation: "AssumeRole", answer: "denied" }] } });
  const ended = await run(clouds, ["--only", "aws/ec2/volume", "--format", "json"]);
  const { checks, accounts } = printed(ended);
  expect(checks.filter(({ result }) => result === "denied")).toMatchObject([
    { account: estates.aws.entered, type: "connect", operation: "AssumeRole", permission: "sts:AssumeRole" },
  ]);
  expect(accounts.map(({ account }) => account)).toContain(estates.aws.world);
  expect(ended.stderr).toContain("  jingnei permissions aws --with role=Audit\n");
  expect(ended.code).toBe(1);
});

test("code 1: an endpoint that nobody answers at is a failure, and the others are tried", async () => {
  const clouds = await serve();
  const closed = await closedPort();
  const sources = clouds.sources.map((source) => {
    return source["provider"] === "alibaba" ? { ...source, endpoint: `http://127.0.0.1:${closed}` } : source;
  });
  const ended = await run({ ...clouds, sources }, ["--only", "*/ecs/*,*/ec2/*", "--format", "json"]);
  const { checks } = printed(ended);
  const failed = checks.filter(({ result }) => result === "failed");
  expect(new Set(failed.map(({ provider }) => provider))).toEqual(new Set(["alibaba"]));
  expect(failed[0]).toMatchObject({ type: "connect", operation: "GetCallerIdentity" });
  // Nothing tells that a permission is missing.
  expect(printed(ended).missing).toEqual({});
  expect(
    checks.some(({ provider, type, result }) => provider === "aws" && type !== "connect" && result === "granted"),
  ).toBe(true);
  expect(ended.code).toBe(1);
});

test("code 2: credentials that are not there, and the other sources are tried all the same", async () => {
  const clouds = await serve();
  const ended = await run(clouds, ["--only", "*/ecs/*,*/ec2/*"], {
    environment: { AWS_ACCESS_KEY_ID: "", AWS_SECRET_ACCESS_KEY: "", AWS_EC2_METADATA_DISABLED: "true" },
  });
  expect(ended.stderr).toMatch(/^error: sources\[0\]/m);
  expect(ended.stderr).toContain("AWS_ACCESS_KEY_ID");
  expect(ended.stdout).toContain(`alibaba alibaba ${estates.alibaba.own}: 3 regions enabled`);
  expect(ended.code).toBe(2);
});

test("code 2: no sources, and a glob that matches nothing", async () => {
  expect(await jingnei(["preflight"])).toMatchObject({ code: 2, stdout: "" });
  const ended = await run(await serve(), ["--only", "aws/s4/bucket"]);
  expect(ended.stderr).toContain("Did you mean aws/s3/bucket?");
  expect(ended.code).toBe(2);
});

test("code 130: Ctrl-C ends it at once", async () => {
  const clouds = await serve({ aws: { faults: [{ operation: "DescribeVolumes", answer: "hang" }] } });
  let isSent = false;
  const ended = await run(clouds, ["--only", "aws/ec2/*", "--log-level", "info"], {
    watch(stderr, kill) {
      if (isSent || !stderr.includes("tasks")) return;
      isSent = true;
      kill("SIGINT");
    },
  });
  expect(ended.code).toBe(130);
});

test("--all shows each call with its permission; without it, calls that are granted are counted only", async () => {
  const clouds = await serve({ aws: { faults: [{ operation: "DescribeVolumes", answer: "denied" }] } });
  const short = await run(clouds, ["--only", "aws/ec2/*,cn-north-1"]);
  expect(short.stdout).not.toContain("DescribeSnapshotAttribute");
  const { stdout, code } = await run(clouds, ["--all", "--only", "aws/ec2/*,cn-north-1"]);
  const rows = stdout.split("\n").map((line) => line.trim().split(/ {2,}/));
  expect(rows).toContainEqual([
    "granted",
    "aws/ec2/snapshot",
    "DescribeSnapshotAttribute",
    "ec2:DescribeSnapshotAttribute",
  ]);
  expect(rows).toContainEqual([
    "denied (UnauthorizedOperation)",
    "aws/ec2/volume",
    "DescribeVolumes",
    "ec2:DescribeVolumes",
  ]);
  expect(rows).toContainEqual(["granted", "connect", "DescribeRegions", "ec2:DescribeRegions"]);
  expect(code).toBe(1);
});

test("speaks Chinese", async () => {
  const clouds = await serve({ azure: { faults: [{ operation: "Disks_List", answer: "denied" }] } });
  const { stdout, stderr } = await run(clouds, ["--lang", "zh", "--only", "azure/compute/*"]);
  expect(stdout).toContain("被拒绝：Disks_List，需要 Microsoft.Compute/disks/read");
  expect(stderr).toContain("azure 缺少的权限：");
});

/** A port that was free a moment ago. */
function closedPort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 1));
    });
  });
}
