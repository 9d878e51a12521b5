import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type AwsAccount, serveAws } from "../../providers/aws/loopback.ts";
import { Document, type LoopbackCloud } from "../../src/model/index.ts";
import { testKeys } from "../support/aws-scan.ts";
import { type Ended, emptyFolder, jingnei } from "../support/command.ts";

const account: AwsAccount = {
  id: "444455556666",
  partition: "aws",
  regions: [{ id: "us-east-1" }],
  buckets: [
    { name: "one", region: "us-east-1" },
    { name: "two", region: "us-east-1", tags: { "data-class": "general", "data-origin": "mainland" } },
    { name: "three", region: "us-east-1" },
  ],
};

/** As GetFindings answers, with the fields that are read and one that is not. */
function finding(bucket: string, category: string, types: Readonly<Record<string, number>>) {
  return {
    category: "CLASSIFICATION",
    type: "SensitiveData:S3Object/Personal",
    severity: { score: 3 },
    resourcesAffected: { s3Bucket: { arn: `arn:aws:s3:::${bucket}`, name: bucket }, s3Object: { key: "a.csv" } },
    classificationDetails: {
      result: {
        sensitiveData: [{ category, detections: Object.entries(types).map(([type, count]) => ({ type, count })) }],
      },
    },
  };
}

let cloud: LoopbackCloud;

beforeAll(async () => {
  cloud = await serveAws({ accounts: [account] });
});

afterAll(() => cloud.close());

async function scan(
  imports: readonly { readonly format: string; readonly name: string; readonly text: string }[],
): Promise<Ended & { readonly cwd: string; document(): Document }> {
  const cwd = emptyFolder();
  for (const { name, text } of imports) writeFileSync(join(cwd, name), text);
  const config = {
    operator: { status: "ciio" },
    classification: { imports: imports.map(({ format, name }) => ({ format, file: name })) },
    sources: [{ provider: "aws", endpoint: cloud.url }],
  };
  writeFileSync(join(cwd, "jingnei.yaml"), JSON.stringify(config));
  const ended = await jingnei(["scan", "--only", "aws/s3/*"], { cwd, environment: testKeys });
  const file = join(cwd, "jingnei-report/report.json");
  return { ...ended, cwd, document: () => Document.parse(JSON.parse(readFileSync(file, "utf8"))) };
}

function dataClass(document: Document, name: string) {
  return document.resources.find((one) => one.id === `arn:aws:s3:::${name}`)?.dataClass;
}

test("findings of Macie class the buckets that they name, and contradict a tag that says less", async () => {
  const findings = [
    finding("one", "PERSONAL_INFORMATION", { NAME: 12, PHONE_NUMBER: 3 }),
    finding("two", "FINANCIAL_INFORMATION", { CREDIT_CARD_NUMBER: 7 }),
    finding("elsewhere", "PERSONAL_INFORMATION", { NAME: 1 }),
  ];
  const run = await scan([{ format: "macie", name: "macie.json", text: JSON.stringify({ findings }) }]);
  const document = run.document();
  expect(dataClass(document, "one")).toMatchObject({ class: "personal", confidence: 0.9 });
  expect(dataClass(document, "one")?.evidence).toEqual([
    { kind: "import", detail: "class personal: macie: NAME, PHONE_NUMBER (1 result)" },
  ]);
  expect(dataClass(document, "two")?.class).toBe("sensitive-personal");
  expect(dataClass(document, "three")?.class).toBe("unclassified");
  const understated = document.findings.filter(({ policy }) => policy === "CLASS-UNDERSTATED");
  expect(understated.map(({ resource }) => resource)).toEqual(["arn:aws:s3:::two"]);
  expect(run.stderr).toMatch(/macie\.json: 1 of 3 results speak of nothing that was scanned/);
});

test("lines of JSON, one event each, are read as well", async () => {
  const lines = [
    finding("one", "CREDENTIALS", { AWS_CREDENTIALS: 1 }),
    finding("three", "PERSONAL_INFORMATION", { PHONE_NUMBER: 2 }),
  ];
  const text = lines.map((detail) => JSON.stringify({ "detail-type": "Macie Finding", detail })).join("\n");
  const { document } = await scan([{ format: "macie", name: "events.jsonl", text }]);
  expect(dataClass(document(), "three")?.class).toBe("personal");
});

test("a table of resources and classes is what anybody can write", async () => {
  const text = 'resource,class,detail\narn:aws:s3:::three,important,"catalogue, 2026"\narn:aws:s3:::one,personal,\n';
  const { document } = await scan([{ format: "csv", name: "own.csv", text }]);
  expect(dataClass(document(), "three")).toMatchObject({ class: "important" });
  expect(dataClass(document(), "three")?.evidence[0]?.detail).toBe("class important: csv: catalogue, 2026 (1 result)");
});

test.each([
  ["csv", "resource,class\narn:aws:s3:::one,personnal\n", /own\.txt:2: "personnal" is no data class.*personal/],
  ["csv", "id;class\n", /own\.txt:1: the columns "resource" and "class" are missing/],
  ["macie", '{"findings":[{"category":"POLICY"}]}', /own\.txt: this is no finding of Amazon Macie/],
  ["macie", "{\n{ broken: 13800138000 }", /own\.txt:1: this is no JSON/],
  ["maci", "{}", /no service is called "maci"/],
])(
  "a file of %s that cannot be read ends with code 2 before anything is scanned: %j",
  async (format, text, message) => {
    const { code, stderr } = await scan([{ format, name: "own.txt", text }]);
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
    expect(stderr).not.toContain("13800138000");
  },
);
