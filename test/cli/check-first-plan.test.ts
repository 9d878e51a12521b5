import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { Document } from "../../src/model/index.ts";
import { emptyFolder, jingnei } from "../support/command.ts";

/** Made by Terraform 1.11.4 of what stands beside it: nothing is there yet, so that no policy with an ARN of its own is known. */
const folder = resolve(import.meta.dirname, "../fixtures/plans/terraform/aws5-first");
const plan = join(folder, "plan.json");

interface Seen {
  /** Who gets at what, as edges: `aws_s3_bucket.shared 444455556666`. */
  readonly reached: readonly string[];
  readonly gaps: readonly string[];
}

async function seen(...flags: readonly string[]): Promise<Seen> {
  const cwd = emptyFolder();
  await jingnei(["check", plan, "--quiet", "--format", "json", ...flags], { cwd });
  const report = readFileSync(join(cwd, "jingnei-report/report.json"), "utf8");
  const { edges, coverage } = Document.parse(JSON.parse(report));
  const reached = edges
    .filter(({ kind }) => kind === "reachable-from")
    .map(({ from, party }) => `${from} ${party ?? "?"}`);
  return {
    reached: reached.sort(),
    gaps: coverage.gaps.map(({ type, detail, count }) => `${type} ${count}: ${detail}`),
  };
}

/** What data sources say, whose statements a plan holds. */
const byDocument = "aws_s3_bucket.shared 444455556666";
const gap = "policy is known only when the change is applied";
const hint = "; --source, with the configuration behind the plan, may tell it before";
const queue = `aws/sqs/queue 1: ${gap}`;

describe("policies of a first plan", () => {
  test("are read from data sources, and are gaps where an expression makes them", async () => {
    expect(await seen()).toEqual({
      reached: [byDocument],
      gaps: [`aws/s3/bucket 8: ${gap}${hint}`, `${queue}${hint}`],
    });
  });

  test("are read from the configuration behind the plan", async () => {
    expect(await seen("--source", folder)).toEqual({
      reached: [
        byDocument,
        'aws_s3_bucket.sites["shop"] *',
        "aws_s3_bucket.unclear 444455556666",
        "aws_s3_bucket.unclear ?",
        'module.site["intern"].aws_s3_bucket.this *',
        'module.site["shop"].aws_s3_bucket.this *',
      ],
      // A template file.
      gaps: [queue],
    });
  });

  test("are not believed of another configuration", async () => {
    const other = emptyFolder();
    cpSync(folder, other, { recursive: true });
    const main = readFileSync(join(folder, "main.tf"), "utf8");
    writeFileSync(join(other, "main.tf"), main.replaceAll("aws_s3_bucket.unclear.arn", '"arn"'));
    const { gaps, reached } = await seen("--source", other);
    expect(gaps).toEqual([`aws/s3/bucket 1: ${gap}`, queue]);
    expect(reached).not.toContain("aws_s3_bucket.unclear ?");
  });

  test("stay gaps where the configuration cannot be read", async () => {
    const broken = emptyFolder();
    writeFileSync(join(broken, "main.tf"), 'resource "aws_s3_bucket_policy" {{{');
    expect((await seen("--source", broken)).gaps).toEqual([`aws/s3/bucket 8: ${gap}`, queue]);
  });
});
