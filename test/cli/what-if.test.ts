import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { serveAws } from "../../providers/aws/loopback.ts";
import { Document, type LoopbackCloud } from "../../src/model/index.ts";
import { testKeys } from "../support/aws-scan.ts";
import { emptyFolder, jingnei } from "../support/command.ts";

let cloud: LoopbackCloud;
beforeAll(async () => {
  const tags = { "data-class": "personal", "data-origin": "mainland" };
  cloud = await serveAws({
    accounts: [
      {
        id: "444455556666",
        partition: "aws",
        regions: [{ id: "us-east-1" }, { id: "ap-east-1" }],
        buckets: [{ name: "crm-export", region: "ap-east-1", tags }],
      },
    ],
  });
});
afterAll(() => cloud.close());

function folderFor(status: string): string {
  const cwd = emptyFolder();
  const operator = `operator: { status: ${status}, handled: 5000, exported: { asOf: 2026-11-01, personal: 200, sensitivePersonal: 0 } }`;
  writeFileSync(join(cwd, "jingnei.yaml"), `${operator}\nsources: [{ provider: aws, endpoint: "${cloud.url}" }]\n`);
  return cwd;
}

const scan = (cwd: string, args: readonly string[]) =>
  jingnei(["scan", "--as-of", "2026-11-22", ...args], { cwd, environment: testKeys });
const reportIn = (cwd: string) =>
  Document.parse(JSON.parse(readFileSync(join(cwd, "jingnei-report/report.json"), "utf8")));

test("scan --what-if ciio says what a designation would change, and changes neither findings nor exit code", async () => {
  const cwd = folderFor("non-ciio");
  const plain = await scan(cwd, []);
  const before = reportIn(cwd);
  expect(before.whatIf).toBeUndefined();
  const { code, stderr } = await scan(cwd, ["--what-if", "ciio"]);
  const after = reportIn(cwd);
  expect(after.findings).toEqual(before.findings);
  expect(code).toBe(plain.code);
  expect(after.run.operator.status).toEqual(["non-ciio"]);
  expect(after.whatIf?.status).toEqual(["ciio"]);
  expect(after.whatIf?.changes.map(({ policy, resource }) => `${policy} ${resource}`)).toContain(
    "CSL-39-STORE arn:aws:s3:::crm-export",
  );
  expect(stderr).toMatch(/If designated as a CIIO\n +\d+ changed, /);
  expect(stderr).toMatch(/CSL-39-STORE +crm-export +requirement not met; /);
  const again = await jingnei(["report", after.run.id, "--output", "again", "--lang", "zh"], { cwd });
  expect(again.stderr).toContain("如被认定为关键信息基础设施运营者");
  expect(JSON.parse(readFileSync(join(cwd, "again/report.json"), "utf8")).whatIf).toEqual(after.whatIf);
});

test("an operator that is one can ask the other way round, by the environment too", async () => {
  const cwd = folderFor("ciio");
  await jingnei(["scan", "--quiet"], { cwd, environment: { ...testKeys, JINGNEI_WHAT_IF: "non-ciio" } });
  expect(reportIn(cwd).whatIf?.status).toEqual(["non-ciio"]);
});

test("another word is refused", async () => {
  const { code, stderr } = await scan(folderFor("ciio"), ["--what-if", "ciioo"]);
  expect(stderr).toContain('--what-if "ciioo" is not known. Did you mean ciio?');
  expect(code).toBe(2);
});
