import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type AwsAccount, serveAws } from "../../providers/aws/loopback.ts";
import { Document, type Fault, type LoopbackCloud } from "../../src/model/index.ts";
import { testKeys } from "../support/aws-scan.ts";
import { type Ended, emptyFolder, jingnei } from "../support/command.ts";
import { residentIds } from "../support/resident-ids.ts";

const people = residentIds(400);
const customers = `no,sfzh\n${people.map((id, index) => `${index},${id}\n`).join("")}`;
const orders = (part: number): string =>
  `no,amount\n${Array.from({ length: 50 }, (_, index) => `${part}${index},${index * 3}.50\n`).join("")}`;

/** 1,203 objects, over two pages of the list: one of them, of a kind of its own, holds people. */
const account: AwsAccount = {
  id: "444455556666",
  partition: "aws",
  regions: [{ id: "us-east-1" }, { id: "ap-east-1" }],
  buckets: [
    {
      name: "plain-name",
      region: "ap-east-1",
      objects: [
        ...Array.from({ length: 1_201 }, (_, index) => ({
          key: `orders/2026/part-${String(index).padStart(5, "0")}.csv`,
          body: Buffer.from(orders(index)),
        })),
        { key: "exports/customers+all 名单.csv.gz", body: gzipSync(customers) },
        { key: "archive/old.csv", body: Buffer.from(customers), storageClass: "GLACIER" },
      ],
    },
    {
      name: "mislabelled",
      region: "us-east-1",
      tags: { "data-class": "general", "data-origin": "mainland" },
      objects: [{ key: "statistics.csv", body: Buffer.from(customers) }],
    },
    {
      name: "sealed",
      region: "us-east-1",
      tags: { "data-class": "general" },
      objects: [
        { key: "a/minutes.txt", body: Buffer.from("机密★10年\n\n会议纪要\n") },
        { key: "b/other.txt", body: Buffer.from("weather\n") },
      ],
    },
  ],
};

const clouds: LoopbackCloud[] = [];
let cloud: LoopbackCloud;

async function serve(faults: readonly Fault[] = []): Promise<LoopbackCloud> {
  const served = await serveAws({ accounts: [account] }, { faults });
  clouds.push(served);
  return served;
}

beforeAll(async () => {
  cloud = await serve();
});

afterAll(async () => {
  await Promise.all(clouds.map((one) => one.close()));
});

interface Scanned extends Ended {
  readonly document: Document;
}

async function scan(of: LoopbackCloud, args: readonly string[], inspection: object = {}): Promise<Scanned> {
  const cwd = emptyFolder();
  const config = {
    operator: { status: "ciio" },
    inspection: { seed: "one", ...inspection },
    sources: [{ provider: "aws", endpoint: of.url }],
  };
  writeFileSync(join(cwd, "jingnei.yaml"), JSON.stringify(config));
  const ended = await jingnei(["scan", "--only", "aws/s3/*", ...args], { cwd, environment: testKeys });
  const text = readFileSync(join(cwd, "jingnei-report/report.json"), "utf8");
  return { ...ended, document: Document.parse(JSON.parse(text)) };
}

function bucket({ document }: Scanned, name: string) {
  const id = `arn:aws:s3:::${name}`;
  return {
    resource: document.resources.find((one) => one.id === id),
    inspection: document.inspections?.find((one) => one.resource === id),
  };
}

test("a store of no tag and no telling name gets the class of what it holds, and judgement by it", async () => {
  const run = await scan(cloud, ["--inspect", "--runs-in", "mainland"]);
  const { resource, inspection } = bucket(run, "plain-name");
  expect(resource?.dataClass).toMatchObject({ class: "sensitive-personal" });
  expect(resource?.dataClass.evidence).toEqual([
    {
      kind: "content",
      detail: expect.stringMatching(
        /^class sensitive-personal: cn-resident-id in 1 of \d+ inspected objects \(1203 in all\)$/,
      ),
    },
  ]);
  expect(inspection).toMatchObject({ objects: 1_203, unreadable: 1, stopped: false });
  expect(inspection?.inspected).toBeLessThan(400);
  expect(inspection?.people["cn-resident-id"]).toBe(400);
  expect(inspection?.statement.en).toMatch(/with 95 % confidence at most [\d.]+ % of the rest holds such data/);
  // A tag would have to say where it was collected; what it is needs none.
  const about = run.document.findings.filter(({ members }) => members.includes(resource?.id ?? ""));
  expect(about.map(({ policy }) => policy)).toEqual(["ORIGIN-UNKNOWN"]);
});

test("says what it is about to read before it reads, and how sure that made", async () => {
  const { stderr } = await scan(cloud, ["--inspect", "--runs-in", "mainland"], {
    prices: { currency: "CNY", perGib: 0.5, perThousandRequests: 0.01 },
  });
  expect(stderr).toMatch(/inspecting \d+ of 1205 objects in 3 stores: at most \d+ MiB, \d+ requests, about 0\.\d+ CNY/);
  expect(stderr).toMatch(/arn:aws:s3:::plain-name: \d+ of 1203 inspected; 1 found to hold/);
  // The same people lie in two of the stores, and count once.
  expect(stderr).toMatch(/the samples show at least 400 people; operator\.handled does not say/);
  expect(stderr).toMatch(/stores outside the mainland show at least 400 people/);
});

test("a mark of secrecy stops the sampling of its store and is told at once", async () => {
  const run = await scan(cloud, ["--inspect", "--runs-in", "mainland"]);
  const { resource, inspection } = bucket(run, "sealed");
  expect(resource?.dataClass.classes).toContain("state-secret");
  expect(inspection?.stopped).toBe(true);
  expect(run.stderr).toMatch(/sealed: a mark of state secrecy was seen/);
  expect(run.document.findings).toContainEqual(
    expect.objectContaining({ policy: "SECRET-STOP", resource: resource?.id }),
  );
});

test("a tag that says less than what was found is a finding of its own", async () => {
  const run = await scan(cloud, ["--inspect", "--runs-in", "mainland"]);
  const { resource } = bucket(run, "mislabelled");
  expect(resource?.dataClass.class).toBe("sensitive-personal");
  const found = run.document.findings.filter(({ policy }) => policy === "CLASS-UNDERSTATED");
  expect(found).toMatchObject([{ resource: resource?.id, severity: "high", verdict: "review" }]);
});

test("the same seed looks at the same objects", async () => {
  const [one, other] = [
    await scan(cloud, ["--inspect", "--runs-in", "outside"]),
    await scan(cloud, ["--inspect", "--runs-in", "outside"]),
  ];
  expect(one.document.inspections).toEqual(other.document.inspections);
});

test("the budget ends the reading, and what was not read is not called clean", async () => {
  const run = await scan(cloud, ["--inspect", "--runs-in", "mainland"], { budget: { requests: 20 } });
  const inspected = run.document.inspections?.reduce((sum, one) => sum + one.inspected, 0) ?? 0;
  expect(inspected).toBeGreaterThan(0);
  expect(inspected).toBeLessThanOrEqual(20);
  const calls = cloud.calls.filter(({ operation }) => operation === "GetObject").length;
  expect(calls).toBeGreaterThan(0);
  expect(bucket(run, "plain-name").inspection?.statement.en).toMatch(/at most (?:[1-9]\d|100) %/);
});

test("objects that may not be read are gaps of the run", async () => {
  const denied = await serve([{ operation: "GetObject", answer: "denied" }]);
  const run = await scan(denied, ["--inspect", "--runs-in", "mainland"]);
  expect(run.document.coverage.complete).toBe(false);
  expect(run.document.coverage.gaps).toContainEqual(
    expect.objectContaining({ operation: "GetObject", reason: "denied", type: "aws/s3/bucket" }),
  );
  expect(bucket(run, "plain-name").resource?.dataClass.class).toBe("unclassified");
});

test("does not start where nobody says where it runs", async () => {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, "jingnei.yaml"), JSON.stringify({ sources: [{ provider: "aws", endpoint: cloud.url }] }));
  const { code, stderr } = await jingnei(["scan", "--inspect"], { cwd, environment: testKeys });
  expect(code).toBe(2);
  expect(stderr).toMatch(/--runs-in mainland/);
});

test("reads no object where nobody asked for it", async () => {
  const quiet = await serve();
  const run = await scan(quiet, []);
  expect(quiet.calls.filter(({ operation }) => /Object/.test(operation))).toEqual([]);
  expect(run.document.inspections).toBeUndefined();
});
