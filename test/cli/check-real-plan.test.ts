import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { Document } from "../../src/model/index.ts";
import { emptyFolder, jingnei } from "../support/command.ts";

/** Made by Terraform 1.11.4: four provider blocks, nested modules, keys and counts, moves, imports, replacements and destroys. */
const plan = resolve(import.meta.dirname, "../fixtures/plans/terraform/aws5/plan.json");

/**
 * Worked out from the `.tf` files beside the plan, for a CIIO. Beijing is `cn-north-1`, everything of the alias `hk` lies in
 * Hong Kong; the alias `paris` takes its region from a local, which a plan does not tell.
 */
const expected = `
CSL-39-EXPORT-PI not-met critical: aws_s3_bucket.crm replicates-to aws_s3_bucket.replica
CSL-39-EXPORT-PI not-met critical: aws_s3_bucket.replica stored-in
CSL-39-EXPORT-PI review high: aws_db_instance.crm replicates-to aws_db_instance.reader
CSL-39-EXPORT-PI review high: aws_db_instance.reader stored-in
CSL-39-EXPORT-PI review high: aws_s3_bucket.team["hr"] replicates-to module.archive["east"].aws_s3_bucket.copy
CSL-39-EXPORT-PI review high: module.archive["east"].aws_s3_bucket.copy stored-in
CSL-39-STORE review high: module.archive["east"].module.vault[0].aws_s3_bucket.this stored-in
CSL-39-STORE review high: module.archive["east"].module.vault[1].aws_s3_bucket.this stored-in
DSL-21-CLASSIFY review high: aws_ebs_snapshot.disk[0] copied-to aws_ebs_snapshot_copy.first
DSL-21-CLASSIFY review high: module.archive["east"].aws_s3_bucket.origin replicates-to aws_s3_bucket.replica
DSL-21-CLASSIFY review high: module.archive["east"].aws_s3_bucket.origin replicates-to module.archive["east"].aws_s3_bucket.copy
DSL-21-CLASSIFY review high: module.archive["west"].aws_s3_bucket.origin replicates-to aws_s3_bucket.replica
DSL-21-CLASSIFY review high: module.archive["west"].aws_s3_bucket.origin replicates-to module.archive["west"].aws_s3_bucket.copy
DSL-21-CLASSIFY review medium: aws_ebs_snapshot_copy.first stored-in
DSL-21-CLASSIFY review medium: module.archive["west"].aws_s3_bucket.copy stored-in
DSL-21-CLASSIFY review medium: module.archive["west"].module.vault[0].aws_s3_bucket.this stored-in
DSL-21-CLASSIFY review medium: module.archive["west"].module.vault[1].aws_s3_bucket.this stored-in
DSL-21-CLASSIFY review medium: module.legacy.aws_sqs_queue.events
LOC-UNKNOWN review high: aws_s3_bucket.crm streams-to
LOC-UNKNOWN review high: aws_s3_bucket.generated
LOC-UNKNOWN review high: aws_s3_bucket.team["sales.cn"] logs-to
`;

test("a real plan is judged address by address", async () => {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, "jingnei.yaml"), "operator: { status: ciio }\n");
  const { code } = await jingnei(["check", plan, "--quiet", "--format", "json"], { cwd });
  const { findings } = Document.parse(JSON.parse(readFileSync(join(cwd, "jingnei-report/report.json"), "utf8")));
  const export_ = /^(?:CSL-39-|LOC-|ORIGIN-|DSL-21-|CBDF-|PIPL-55-)/;
  const found = findings
    .filter(({ policy }) => export_.test(policy))
    .map(({ policy, verdict, severity, resource, members, edge }) => {
      const about = [resource ?? members.join(" "), edge?.kind, edge?.to].filter((word) => word != null).join(" ");
      return `${policy} ${verdict} ${severity}: ${about}`;
    });
  expect(found.sort()).toEqual(expected.trim().split("\n").sort());
  expect(code).toBe(1);
});

test("nothing of a password in the plan reaches any report", async () => {
  const cwd = emptyFolder();
  const formats = "json,html,sarif,junit,csv,ocsf,markdown";
  const { stdout, stderr } = await jingnei(["check", plan, "--format", formats, "--log-level", "debug"], { cwd });
  const names = ["json", "html", "sarif", "junit.xml", "csv", "ocsf.json", "md"].map(
    (end) => `jingnei-report/report.${end}`,
  );
  expect(readFileSync(plan, "utf8")).toContain("not-a-real-password");
  for (const text of [stdout, stderr, ...names.map((name) => readFileSync(join(cwd, name), "utf8"))]) {
    expect(text).not.toContain("not-a-real-password");
  }
});
