import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { Document } from "../../src/model/index.ts";
import { emptyFolder, jingnei } from "../support/command.ts";

test("demo ends with code 0 whatever it finds, says what to open, and leaves nothing but the reports", async () => {
  const cwd = emptyFolder();
  const { code, stdout, stderr } = await jingnei(["demo"], { cwd });
  expect(stderr).toMatch(/Open file:\/\/\/\S+\/jingnei-report\/report\.html in a browser\.\n$/);
  expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
  expect(readdirSync(cwd)).toEqual(["jingnei-report"]);
  const report = Document.parse(JSON.parse(readFileSync(join(cwd, "jingnei-report/report.json"), "utf8")));
  expect(report.run.mode).toBe("demo");
  expect(report.coverage.endpoints.filter((host) => host.split(":")[0] !== "127.0.0.1")).toEqual([]);
});

test("demo ignores the user's own clouds and settings", async () => {
  const environment = {
    AWS_PROFILE: "mine",
    AZURE_TENANT_ID: "mine",
    HTTPS_PROXY: "http://127.0.0.1:9",
    JINGNEI_FAIL_ON: "low",
  };
  expect((await jingnei(["demo", "--quiet"], { environment })).code).toBe(0);
});

test("demo hands its flags on: one report to stdout, in the language asked for", async () => {
  const { code, stdout, stderr } = await jingnei(["demo", "--output", "-", "--format", "json", "--lang", "zh"]);
  expect(Document.parse(JSON.parse(stdout)).run.mode).toBe("demo");
  expect(stderr).toMatch(/检查发现/);
  expect(code).toBe(0);
});

test("demo ends with code 2 when it cannot write", async () => {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, "taken"), "");
  const { code, stderr } = await jingnei(["demo", "--output", "taken"], { cwd });
  expect(stderr).toMatch(/^error: taken cannot be written/);
  expect(code).toBe(2);
});

test("demo tells of protection, disaster recovery and attestations what the sample estate holds, worked out by hand", async () => {
  const { stdout } = await jingnei(["demo", "--output", "-", "--format", "json", "--quiet"]);
  const { findings } = Document.parse(JSON.parse(stdout));
  const exports = /^(CSL-39-|LOC-|ORIGIN-|DSL-21-|CBDF-|PIPL-55-)/;
  const lines = findings
    .filter(({ policy }) => !exports.test(policy))
    .map(({ policy, resource, subject, members, verdict, severity }) => {
      const about = resource === null ? `${subject?.kind} ${subject?.id}` : resource.split(/[/:]/).at(-1);
      return `${policy} ${verdict} ${severity}: ${about}${members.length === 0 ? "" : `, ${members.length} resources`}`;
    });
  expect(lines.sort()).toEqual([
    // A CIIO with nothing under attestations.
    "CII-CRYPTO-ANNUAL review low: operator operator",
    // The audit log of the core database in Beijing, kept for a month.
    "CSL-23-LOG-RETENTION not-met high: audit",
    // Azure China: the disk of the ledger's system and the archive; its data disk and the ledger have copies in the other region.
    "CSL-36-DR review medium: account 11111111-1111-4111-8111-111111111111, 2 resources",
    // AWS China: the two disks of the ledger's machine, the core database, the stream of risk events. Its audit log is no
    // system to recover; the buckets replicate to each other.
    "CSL-36-DR review medium: account 111122223333, 4 resources",
    // Alibaba: the member database's disk, its bucket and that one's logs, the orders and the points: copies go outside the mainland only.
    "CSL-36-DR review medium: account 1234567890123456, 5 resources",
    // Nothing under reviewedProviders.
    "CSL-37-PROCURE review medium: platform alibaba:alibaba",
    "CSL-37-PROCURE review medium: platform aws:aws",
    "CSL-37-PROCURE review medium: platform aws:aws-cn",
    "CSL-37-PROCURE review medium: platform azure:AzureChinaCloud",
    "CSL-37-PROCURE review medium: platform azure:AzureCloud",
    "CSL-40-ANNUAL review medium: operator operator",
    // No graded-protection level on any machine or store in the mainland.
    "MLPS-TAG review low: account 11111111-1111-4111-8111-111111111111, 29 resources",
    "MLPS-TAG review low: account 111122223333, 50 resources",
    "MLPS-TAG review low: account 1234567890123456, 41 resources",
    // Stores without a class: whether important data is held is not known.
    "NDSMR-33-ANNUAL review low: operator operator",
    // Types that state encryption, and state that there is none.
    // The member database's disk with its snapshot in Hangzhou and the copy in Singapore; the gateway's snapshot and its copy.
    "NDSMR-9-ENC review medium: account 1234567890123456, 3 resources",
    "NDSMR-9-ENC review medium: account 444455556666, 2 resources",
    "NDSMR-9-PUBLIC not-met critical: haitang-kyc-images",
    "NDSMR-9-PUBLIC not-met critical: haitangmktea",
    // 3,200,000 individuals handled.
    "PIPL-52-OFFICER review medium: operator operator",
  ]);
});
