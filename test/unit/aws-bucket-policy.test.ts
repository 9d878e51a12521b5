import { expect, test } from "vitest";
import { parsePolicy, readersOf } from "../../providers/aws/s3/bucket-policy.ts";

const own = "444455556666";

function readers(...statements: readonly object[]): readonly string[] {
  const policy = parsePolicy(JSON.stringify({ Version: "2012-10-17", Statement: statements }));
  return readersOf(policy, own).map(({ party }) => party);
}

const allow = { Effect: "Allow", Action: "s3:GetObject", Resource: "*" };

test("another account is named however the policy spells it", () => {
  expect(readers({ ...allow, Principal: { AWS: "arn:aws:iam::222233334444:root" } })).toEqual(["222233334444"]);
  expect(readers({ ...allow, Principal: { AWS: ["333344445555", "arn:aws:iam::222233334444:role/etl"] } })).toEqual([
    "222233334444",
    "333344445555",
  ]);
});

test("the own account, services and deleted principals are nobody else", () => {
  expect(readers({ ...allow, Principal: { AWS: `arn:aws:iam::${own}:role/app` } })).toEqual([]);
  expect(readers({ ...allow, Principal: { Service: "cloudtrail.amazonaws.com" } })).toEqual([]);
  expect(readers({ ...allow, Principal: { AWS: "AIDAEXAMPLE" } })).toEqual([]);
});

test("only what lets somebody read counts", () => {
  const other = { Principal: { AWS: "222233334444" } };
  expect(readers({ ...allow, ...other, Effect: "Deny" })).toEqual([]);
  expect(readers({ ...allow, ...other, Action: "s3:PutObject" })).toEqual([]);
  expect(readers({ ...allow, ...other, Action: ["s3:ListBucket"] })).toEqual([]);
  for (const Action of ["*", "s3:*", "s3:Get*", "S3:GetObject*", "s3:GetObjectVersion"]) {
    expect(readers({ ...allow, ...other, Action })).toEqual(["222233334444"]);
  }
  expect(readers({ Effect: "Allow", Resource: "*", NotAction: "s3:DeleteObject", ...other })).toEqual(["222233334444"]);
});

test("everyone under a condition is whoever the condition names", () => {
  const star = { ...allow, Principal: "*" };
  expect(readers({ ...star, Condition: { StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } } })).toEqual([
    "o-a1b2c3d4e5",
  ]);
  expect(readers({ ...star, Condition: { StringEquals: { "aws:PrincipalAccount": ["222233334444", own] } } })).toEqual([
    "222233334444",
  ]);
  expect(readers({ ...star, Condition: { StringNotEquals: { "aws:PrincipalAccount": "222233334444" } } })).toEqual([]);
  expect(readers({ ...star, Condition: { IpAddress: { "aws:SourceIp": "192.0.2.0/24" } } })).toEqual([]);
});

test("a single statement without a list is read", () => {
  const policy = parsePolicy(JSON.stringify({ Statement: { ...allow, Principal: { AWS: "222233334444" } } }));
  expect(readersOf(policy, own)).toEqual([{ party: "222233334444", value: "222233334444" }]);
});

test.each(["<html>", "{}", '{"Statement": 3}', '{"Statement": [{"Effect": []}]}'])("%s is no policy", (text) => {
  expect(() => parsePolicy(text)).toThrow("the bucket policy cannot be read");
});
