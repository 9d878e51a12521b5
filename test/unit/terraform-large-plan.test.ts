import { expect, it } from "vitest";
import { largeTerraformPlan } from "../support/large-terraform-plan.ts";
import { inShort, resourcesOf } from "../support/terraform-plans.ts";

it("hands on a plan of ten thousand resources, each with its own module's words", () => {
  const plan = JSON.parse(largeTerraformPlan(10_000));
  const found = resourcesOf(plan);

  expect(found.size).toBeGreaterThanOrEqual(10_000);
  const module = 'module.archive["k500"]';
  const replication = found.get(`${module}.aws_s3_bucket_replication_configuration.origin`);
  expect(replication && inShort(replication)).toBe("create cn-north-1 (provider aws)");
  expect(replication?.settings.refs("rule[0].destination.bucket")).toEqual([`${module}.aws_s3_bucket.copy`]);
  expect(found.get(`${module}.module.vault[1].aws_s3_bucket_logging.source`)?.settings.refs("bucket")).toEqual([
    `${module}.aws_s3_bucket.copy`,
  ]);
});
