import { expect, it } from "vitest";
import { inShort, planned } from "../support/aws-planned.ts";
import { recordsOf } from "../support/planned-change.ts";

function linksOf(kind: string, values: Readonly<Record<string, boolean>>): readonly string[] {
  const one = planned({ kind, values, region: "cn-north-1" });
  return (recordsOf(one).records.get(one.address)?.links ?? []).map(inShort);
}

it.each([
  ["aws_db_instance", "publicly_accessible"],
  ["aws_rds_cluster_instance", "publicly_accessible"],
  ["aws_redshift_cluster", "publicly_accessible"],
  ["AWS::RDS::DBInstance", "PubliclyAccessible"],
  ["AWS::Redshift::Cluster", "PubliclyAccessible"],
])("%s with a public address may be reached by somebody of whom nothing is known", (kind, flag) => {
  expect(linksOf(kind, { [flag]: true })).toEqual(["reachable-from > ?"]);
  expect(linksOf(kind, { [flag]: false })).toEqual([]);
  expect(linksOf(kind, {})).toEqual([]);
});
