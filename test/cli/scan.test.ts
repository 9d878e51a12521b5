import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type AwsAccount, serveAws } from "../../providers/aws/loopback.ts";
import { Document, type Fault, type LoopbackCloud } from "../../src/model/index.ts";
import { testKeys } from "../support/aws-scan.ts";
import { type CommandOptions, type Ended, emptyFolder, jingnei } from "../support/command.ts";

const mainlandTag = { "data-class": "personal", "data-origin": "mainland" };
const account: AwsAccount = {
  id: "444455556666",
  partition: "aws",
  regions: [{ id: "us-east-1" }, { id: "ap-east-1" }],
  buckets: [
    { name: "crm-export", region: "ap-east-1", tags: mainlandTag },
    { name: "site", region: "us-east-1", tags: { "data-class": "general", "data-origin": "elsewhere" } },
  ],
};
const harmless: AwsAccount = { ...account, buckets: account.buckets === undefined ? [] : [itemOf(account, 1)] };

function itemOf({ buckets }: AwsAccount, index: number) {
  const bucket = Array.isArray(buckets) ? buckets[index] : undefined;
  if (bucket === undefined) throw new Error("no such bucket");
  return bucket;
}

const clouds: LoopbackCloud[] = [];

async function serve(estate: AwsAccount, faults: readonly Fault[] = []): Promise<LoopbackCloud> {
  const cloud = await serveAws({ accounts: [estate] }, { faults });
  clouds.push(cloud);
  return cloud;
}

let open: LoopbackCloud;
let clean: LoopbackCloud;
let partial: LoopbackCloud;

beforeAll(async () => {
  open = await serve(account);
  clean = await serve(harmless);
  partial = await serve(harmless, [{ operation: "DescribeVolumes", answer: "denied" }]);
});

afterAll(async () => {
  await Promise.all(clouds.map((cloud) => cloud.close()));
});

function folderFor(cloud: LoopbackCloud): string {
  const cwd = emptyFolder();
  const operator = "operator: { status: ciio }";
  writeFileSync(join(cwd, "jingnei.yaml"), `${operator}\nsources: [{ provider: aws, endpoint: "${cloud.url}" }]\n`);
  return cwd;
}

function scan(cwd: string, args: readonly string[] = [], options: CommandOptions = {}): Promise<Ended> {
  return jingnei(["scan", ...args], { ...options, cwd, environment: { ...testKeys, ...options.environment } });
}

function reportIn(cwd: string, folder = "jingnei-report"): Document {
  return Document.parse(JSON.parse(readFileSync(join(cwd, folder, "report.json"), "utf8")));
}

test("code 0: everything was answered and nothing is open", async () => {
  const cwd = folderFor(clean);
  const { code, stdout, stderr } = await scan(cwd);
  expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
  expect(stderr).toContain("jingnei-report/report.json");
  expect(reportIn(cwd).coverage.complete).toBe(true);
  expect(existsSync(join(cwd, "jingnei-report/report.html"))).toBe(true);
  expect(readdirSync(join(cwd, "jingnei-report")).sort()).toEqual(["report.html", "report.json"]);
});

test("code 1: something is open at or above --fail-on, and only then", async () => {
  const cwd = folderFor(open);
  const first = await scan(cwd);
  expect(first.stderr).toContain("Exit code 1");
  expect(first.code).toBe(1);
  expect(reportIn(cwd).findings.map(({ resource }) => resource)).toContain("arn:aws:s3:::crm-export");
  expect((await scan(cwd, ["--fail-on", "never"])).code).toBe(0);
  expect((await scan(cwd, [], { environment: { JINGNEI_FAIL_ON: "never" } })).code).toBe(0);
  expect((await scan(cwd, ["--fail-on=low"], { environment: { JINGNEI_FAIL_ON: "never" } })).code).toBe(1);
});

test("code 3: a call went unanswered; --allow-incomplete turns it into 0", async () => {
  const cwd = folderFor(partial);
  const { code, stderr } = await scan(cwd);
  expect(code).toBe(3);
  expect(stderr).toContain("Exit code 3");
  expect(reportIn(cwd).coverage.gaps.map(({ operation, reason }) => [operation, reason])).toContainEqual([
    "DescribeVolumes",
    "denied",
  ]);
  expect((await scan(cwd, ["--fail-on", "never"])).code).toBe(3);
  expect((await scan(cwd, ["--allow-incomplete"])).code).toBe(0);
  expect((await scan(cwd, [], { environment: { JINGNEI_ALLOW_INCOMPLETE: "1" } })).code).toBe(0);
});

test("code 2: no credentials; the message names the source and what to set", async () => {
  const cwd = folderFor(clean);
  const { code, stderr } = await jingnei(["scan"], { cwd, environment: { AWS_EC2_METADATA_DISABLED: "true" } });
  expect(stderr).toMatch(/sources\[0\]|aws/);
  expect(stderr).toContain("AWS_");
  expect(code).toBe(2);
});

test("code 130: Ctrl-C writes what is there, and --resume goes on to the same answer", async () => {
  const undisturbed = folderFor(open);
  await scan(undisturbed);
  const slow = await serve(account, [{ operation: "DescribeInstances", answer: "hang", times: 1 }]);
  const cwd = folderFor(slow);
  let isSent = false;
  const stopped = await scan(cwd, ["--log-level", "debug"], {
    watch(stderr, kill) {
      if (isSent || !stderr.includes("aws/s3/bucket")) return;
      isSent = true;
      kill("SIGINT");
    },
  });
  expect(stopped.code).toBe(130);
  const { run, coverage } = reportIn(cwd);
  expect(run.interrupted).toBe(true);
  expect(coverage.complete).toBe(false);
  expect(stopped.stderr).toContain(`--resume ${run.id}`);

  const resumed = await scan(cwd, ["--resume"]);
  expect(resumed.code).toBe(1);
  expect(reportIn(cwd).run).toMatchObject({ id: run.id });
  expect(reportIn(cwd).run.interrupted).toBeUndefined();
  expect(reportIn(cwd).findings).toEqual(reportIn(undisturbed).findings);

  const again = await scan(cwd, ["--resume", "jingnei-report"]);
  expect(again.stderr).toContain(`the run ${run.id} came to its end`);
  expect(again.code).toBe(2);
});

test("a second Ctrl-C ends at once", async () => {
  const stuck = await serve(account, [{ operation: "*", answer: "hang" }]);
  const cwd = folderFor(stuck);
  let sent = 0;
  const { code } = await scan(cwd, ["--log-level", "info"], {
    watch(stderr, kill) {
      if (sent === 0 && stderr !== "") sent = 1;
      else if (sent === 1 && stderr.includes("again to stop at once")) sent = 2;
      else return;
      kill("SIGINT");
    },
  });
  expect(code).toBe(130);
});

test("--output - puts one report on stdout and nothing else there", async () => {
  const cwd = folderFor(open);
  const { code, stdout } = await scan(cwd, ["--output", "-", "--format", "json"]);
  expect(Document.parse(JSON.parse(stdout)).resources).toHaveLength(2);
  expect(existsSync(join(cwd, "jingnei-report"))).toBe(false);
  expect(code).toBe(1);
});

test("--quiet says nothing", async () => {
  expect(await scan(folderFor(clean), ["--quiet"])).toEqual({ code: 0, stdout: "", stderr: "" });
});

test("away from a terminal there are no colours and no moving lines", async () => {
  const { stderr } = await scan(folderFor(open));
  expect(stderr).not.toMatch(/\p{Cc}(?<!\n)/u);
});

test("with --baseline only findings that are not in it count", async () => {
  const cwd = folderFor(open);
  await scan(cwd, ["--output", "before"]);
  const known = await scan(cwd, ["--baseline", "before/report.json", "--output", "after"]);
  expect(known.code).toBe(0);
  expect(new Set(reportIn(cwd, "after").findings.map(({ status }) => status))).toEqual(new Set(["open"]));
  const before = reportIn(cwd, "before");
  writeFileSync(join(cwd, "empty.json"), JSON.stringify({ ...before, findings: [] }));
  expect((await scan(cwd, ["--baseline", "empty.json", "--output", "after"])).code).toBe(1);
  expect(new Set(reportIn(cwd, "after").findings.map(({ status }) => status))).toEqual(new Set(["new"]));
  writeFileSync(join(cwd, "broken.json"), '{ "schemaVersion": 1,\n');
  const broken = await scan(cwd, ["--baseline", "broken.json"]);
  expect(broken.stderr).toContain("broken.json:2");
  expect(broken.code).toBe(2);
});

test("report renders a run again from its id, its folder and its report.json, byte for byte", async () => {
  const cwd = folderFor(open);
  await scan(cwd);
  const written = readFileSync(join(cwd, "jingnei-report/report.json"), "utf8");
  const { id } = reportIn(cwd).run;
  for (const run of [id, id.slice(0, -3), "jingnei-report", "jingnei-report/report.json", `.jingnei/${id}.sqlite`]) {
    const { code, stdout } = await jingnei(["report", run, "--format", "json", "--output", "-"], { cwd });
    expect(stdout).toBe(written);
    expect(code).toBe(1);
  }
  expect((await jingnei(["report", id, "--fail-on", "never", "--output", "again"], { cwd })).code).toBe(0);
  expect(readFileSync(join(cwd, "again/report.html"), "utf8")).toBe(
    readFileSync(join(cwd, "jingnei-report/report.html"), "utf8"),
  );
});

test("explain shows what a finding rests on: call, field, region row, rule, law", async () => {
  const cwd = folderFor(open);
  await scan(cwd);
  const finding = reportIn(cwd).findings.find(({ resource }) => resource === "arn:aws:s3:::crm-export");
  const { code, stdout } = await jingnei(["explain", finding?.id ?? ""], { cwd });
  expect(code).toBe(0);
  for (const part of [finding?.policy, "arn:aws:s3:::crm-export", "aws/s3/bucket", "Cybersecurity Law (CSL) art. 39"]) {
    expect(stdout).toContain(part);
  }
  expect(stdout).toMatch(/^ {2}call: s3:ListBuckets\n {2}field: BucketRegion\n {2}value: ap-east-1$/m);
  expect(stdout).toMatch(/^ {2}ap-east-1: .*, HK, Hong Kong SAR\n {4}\S.* \(\d{4}-\d\d-\d\d\)$/m);
  const { stdout: chinese } = await jingnei(["explain", finding?.id ?? "", "--lang", "zh"], { cwd });
  for (const part of ["法律依据", "调用：s3:ListBuckets", "《中华人民共和国网络安全法》第三十九条"]) {
    expect(chinese).toContain(part);
  }
});

test("--dry-run prints the calls of each source and makes none", async () => {
  const cloud = await serve(account);
  const { code, stdout } = await scan(folderFor(cloud), ["--dry-run", "--only", "aws/s3/*"]);
  expect(stdout).toContain("sources[0]: aws, partition aws");
  expect(stdout).toMatch(/aws\/s3\/bucket\s+account\s+ListBuckets\s+s3:ListAllMyBuckets/);
  expect(stdout).not.toContain("DescribeVolumes");
  expect(cloud.calls).toEqual([]);
  expect(code).toBe(0);
  const cwd = folderFor(cloud);
  const { stdout: all } = await scan(cwd, ["--dry-run"]);
  await scan(cwd, ["--quiet"]);
  const made = [...new Set(cloud.calls.map(({ operation }) => operation))];
  expect(made).toContain("GetCallerIdentity");
  expect(made.filter((operation) => !all.includes(` ${operation} `))).toEqual([]);
});

test("--only and --skip leave out what they say, the report says so, and a glob of nothing is refused", async () => {
  const cwd = folderFor(open);
  await scan(cwd, ["--only", "aws/s3/*", "--skip", "us-east-1"]);
  const { resources, coverage } = reportIn(cwd);
  expect(resources.map(({ name }) => name)).toEqual(["crm-export"]);
  expect(coverage.excluded.join("\n")).toContain("us-east-1");
  for (const flags of [[], ["--dry-run"]]) {
    const refused = await scan(cwd, ["--only", "aws/s3/bukket", ...flags]);
    expect(refused.stderr).toContain("--only aws/s3/bukket matches no resource type and no region");
    expect(refused.stderr).toContain("Did you mean aws/s3/bucket?");
    expect(refused.code).toBe(2);
  }
});

test("the store keeps the last ten runs and touches nothing else", async () => {
  const cwd = folderFor(clean);
  await scan(cwd, ["--quiet"]);
  const store = join(cwd, ".jingnei");
  const [latest = ""] = readdirSync(store);
  for (let day = 10; day < 22; day++) writeFileSync(join(store, `202501${day}T000000-aaaaaa.sqlite`), "");
  writeFileSync(join(store, "notes.sqlite"), "mine");
  await scan(cwd, ["--quiet"]);
  const kept = readdirSync(store).filter((name) => name.endsWith(".sqlite"));
  expect(kept).toHaveLength(11);
  expect(kept).toContain("notes.sqlite");
  expect(kept).toContain(latest);
  expect(kept).not.toContain("20250110T000000-aaaaaa.sqlite");
});

test("--log-file takes the log, for its owner only, and no secret stands in it", async () => {
  const cwd = folderFor(partial);
  await scan(cwd, ["--log-file", "scan.log", "--log-level", "debug"]);
  const log = readFileSync(join(cwd, "scan.log"), "utf8");
  expect(log).toMatch(/^\d{4}-\d\d-\d\dT\S+Z info gap: DescribeVolumes of aws\/ec2\/volume in aws 444455556666 /m);
  for (const secret of Object.values(testKeys)) expect(log).not.toContain(`${secret}\n`);
  expect(statSync(join(cwd, "scan.log")).mode & 0o077).toBe(0);
});

test("the operator that is not declared is no mistake", async () => {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, "jingnei.yaml"), `sources: [{ provider: aws, endpoint: "${open.url}" }]\n`);
  await scan(cwd);
  expect(reportIn(cwd).run.operator.status).toEqual(["undeclared"]);
});
