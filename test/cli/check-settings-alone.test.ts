import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { Document } from "../../src/model/index.ts";
import { emptyFolder, jingnei } from "../support/command.ts";

/** A folder of one file whose resources are settings of a bucket that it does not declare, checked for a CIIO. */
async function check(hcl: string, region = "cn-north-1"): Promise<readonly string[]> {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, "main.tf"), `provider "aws" { region = "${region}" }\n${hcl}`);
  writeFileSync(join(cwd, "jingnei.yaml"), "operator: { status: ciio }\n");
  await jingnei(["check", ".", "--format", "json"], { cwd });
  const document = Document.parse(JSON.parse(readFileSync(join(cwd, "jingnei-report/report.json"), "utf8")));
  return document.findings.map(
    ({ policy, verdict, severity, resource, edge }) => `${policy} ${verdict} ${severity} ${resource} ${edge?.kind}`,
  );
}

const statement = 'Statement = [{ Effect = "Allow", Principal = "*", Action = "s3:GetObject", Resource = "*" }]';
const publicPolicy = `resource "aws_s3_bucket_policy" "p" {
  bucket = "b7"
  policy = jsonencode({ ${statement} })
}`;
const block = (on: boolean) => `resource "aws_s3_bucket_public_access_block" "b" {
  bucket = "b7"
  ignore_public_acls = ${on}
  restrict_public_buckets = ${on}
}`;

describe("settings of a bucket that is known by its name alone", () => {
  test("a policy that opens it to everyone is a review, as for a bucket of the change", async () => {
    expect(await check(publicPolicy)).toEqual(["DSL-21-CLASSIFY review medium aws_s3_bucket_policy.p reachable-from"]);
    const bucket = 'resource "aws_s3_bucket" "crm" {\n bucket = "b7"\n}';
    expect(await check(`${bucket}\n${publicPolicy}`)).toContain(
      "DSL-21-CLASSIFY review medium aws_s3_bucket.crm reachable-from",
    );
  });

  test("its name tells of it what the name of a bucket of the change would", async () => {
    expect(await check(publicPolicy.replace("b7", "crm-export"))).toContain(
      "NDSMR-9-PUBLIC review high aws_s3_bucket_policy.p reachable-from",
    );
  });

  test("outside the mainland it asks what the bucket holds", async () => {
    expect(await check(publicPolicy, "ap-east-1")).toEqual(["DSL-21-CLASSIFY review medium null undefined"]);
  });

  test("a block on public access beside the policy closes what it opens", async () => {
    expect(await check(`${publicPolicy}\n${block(true)}`)).toEqual([]);
    expect(await check(`${publicPolicy}\n${block(false)}`)).toContain(
      "DSL-21-CLASSIFY review medium aws_s3_bucket_policy.p reachable-from",
    );
  });

  test("a block that is switched off lets through what nobody here can see: a review", async () => {
    expect(await check(block(false))).toEqual([
      "LOC-UNKNOWN review high aws_s3_bucket_public_access_block.b reachable-from",
    ]);
    expect(await check(block(true))).toEqual([]);
  });

  test("a replication outside is a review, whoever declares the bucket", async () => {
    const replication = `resource "aws_s3_bucket" "hk" {
      provider = aws.hk
      bucket = "hk"
      tags = { "data-class" = "general" }
    }
    provider "aws" {
      alias = "hk"
      region = "ap-east-1"
    }
    resource "aws_s3_bucket_replication_configuration" "r" {
      bucket = "b7"
      role = "r"
      rule {
        status = "Enabled"
        destination { bucket = aws_s3_bucket.hk.arn }
      }
    }`;
    expect(await check(replication)).toContain(
      "DSL-21-CLASSIFY review high aws_s3_bucket_replication_configuration.r replicates-to",
    );
  });
});
