import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { serveAws } from "../../providers/aws/loopback.ts";
import { Document } from "../../src/model/index.ts";
import { testKeys } from "../support/aws-scan.ts";
import { emptyFolder, jingnei } from "../support/command.ts";

test("explain names the rules of other tools that a policy's fix turns red, and policies show the same", async () => {
  const { stdout } = await jingnei(["explain", "CSL-39-EXPORT-PI"]);
  expect(stdout).toContain("Rules of other tools that ask for the opposite of this fix, and how to mute them");
  expect(stdout).toContain(
    "Prowler s3_bucket_cross_region_replication: a replication rule to a bucket in another region",
  );
  expect(stdout).toContain("#checkov:skip=CKV_AZURE_206:");
  expect(stdout).toMatch(/\(2026-08-21: https:\/\/github\.com\/prowler-cloud\/prowler, /);
  const chinese = await jingnei(["policies", "show", "CSL-39-EXPORT-PI", "--lang", "zh"]);
  expect(chinese.stdout).toContain("与本整改建议方向相反的其他工具规则及其忽略条目");
  expect((await jingnei(["explain", "CSL-40-ANNUAL"])).stdout).not.toContain("Rules of other tools");
});

test("explain of a finding prints the mute entry for its resource", async () => {
  const tags = { "data-class": "personal", "data-origin": "mainland" };
  const cloud = await serveAws({
    accounts: [
      {
        id: "444455556666",
        partition: "aws",
        regions: [{ id: "us-east-1" }, { id: "ap-east-1" }],
        buckets: [
          { name: "crm.export", region: "us-east-1", tags, replication: [{ bucket: "crm-replica" }] },
          { name: "crm-replica", region: "ap-east-1", tags },
        ],
      },
    ],
  });
  try {
    const cwd = emptyFolder();
    const config = `operator: { status: ciio }\nsources: [{ provider: aws, endpoint: "${cloud.url}" }]\n`;
    writeFileSync(join(cwd, "jingnei.yaml"), config);
    await jingnei(["scan", "--quiet"], { cwd, environment: testKeys });
    const { findings } = Document.parse(JSON.parse(readFileSync(join(cwd, "jingnei-report/report.json"), "utf8")));
    const flow = findings.find(({ edge, verdict }) => edge?.kind === "replicates-to" && verdict === "not-met");
    const { stdout } = await jingnei(["explain", flow?.id ?? "no such finding"], { cwd });
    const lines = stdout.split("\n");
    const start = lines.findIndex((line) => line.trim() === "Mutelist:");
    const end = lines.findIndex((line, index) => index > start && !line.startsWith("      "));
    const checks = parse(lines.slice(start, end).join("\n")).Mutelist.Accounts["444455556666"].Checks;
    expect(checks.s3_bucket_cross_region_replication).toMatchObject({
      Regions: ["us-east-1"],
      Resources: ["^crm\\.export$"],
      Description: expect.stringContaining(flow?.id ?? ""),
    });
    const store = findings.find(({ edge }) => edge?.kind === "stored-in");
    expect((await jingnei(["explain", store?.id ?? ""], { cwd })).stdout).not.toContain("Mutelist:");
  } finally {
    await cloud.close();
  }
});
