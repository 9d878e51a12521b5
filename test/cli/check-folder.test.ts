import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { Document } from "../../src/model/index.ts";
import { emptyFolder, jingnei } from "../support/command.ts";

/** A folder `conf` with one file, checked. */
async function check(name: string, text: string) {
  const cwd = emptyFolder();
  mkdirSync(join(cwd, "conf"));
  writeFileSync(join(cwd, "conf", name), text);
  writeFileSync(join(cwd, "jingnei.yaml"), "operator: { status: ciio }\n");
  const { code, stderr } = await jingnei(["check", "conf", "--format", "json"], { cwd });
  const report = join(cwd, "jingnei-report/report.json");
  return {
    code,
    stderr,
    document: existsSync(report) ? Document.parse(JSON.parse(readFileSync(report, "utf8"))) : undefined,
  };
}

test("a folder without configuration is refused with one message, and nothing is written", async () => {
  const { code, stderr, document } = await check("notes.md", "# main.tf\n");
  expect(stderr).toContain("error: conf: no file of this folder ends in .tf, .tofu, .tf.json, .tofu.json\n");
  expect(stderr.match(/^error:/gm)).toHaveLength(1);
  expect(code).toBe(2);
  expect(document).toBeUndefined();
});

test("a folder whose configuration declares nothing passes, and says so", async () => {
  const { code, stderr, document } = await check("main.tf", 'provider "aws" { region = "cn-north-1" }\n');
  const notice = "conf declares no resource, so there was nothing to judge";
  expect(stderr).toContain(notice);
  expect(document?.coverage.excluded).toEqual([notice]);
  expect(code).toBe(0);
});

test("a folder of the JSON syntax is judged, with the line to fix", async () => {
  const bucket = { crm: { bucket: "crm", tags: { "data-class": "personal", "data-origin": "mainland" } } };
  const text = JSON.stringify(
    { provider: { aws: { region: "ap-east-1" } }, resource: { aws_s3_bucket: bucket } },
    null,
    1,
  );
  const { code, document } = await check("main.tf.json", text);
  const found = document?.findings.find(({ policy }) => policy === "CSL-39-STORE");
  expect(found).toMatchObject({ resource: "aws_s3_bucket.crm", location: { file: "conf/main.tf.json", line: 9 } });
  expect(code).toBe(1);
});
