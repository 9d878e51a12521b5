import { expect, test } from "vitest";
import { AwsSource } from "../../providers/aws/source.ts";
import { shapeMistakes } from "../../src/model/index.ts";

test("an entry needs its provider only", () => {
  expect(AwsSource.parse({ provider: "aws" })).toEqual({
    provider: "aws",
    partition: "aws",
    accounts: "current",
    regions: "all",
  });
});

test("an unknown key is refused", () => {
  const result = AwsSource.safeParse({ provider: "aws", region: "cn-north-1" });
  expect(result.error?.issues[0]).toMatchObject({ code: "unrecognized_keys", keys: ["region"] });
});

test("a list of accounts needs a role, and so does an organisation", () => {
  expect(AwsSource.safeParse({ provider: "aws", accounts: "organization" }).error?.issues[0]?.path).toEqual(["role"]);
  expect(AwsSource.safeParse({ provider: "aws", accounts: "organization", role: "Audit" }).success).toBe(true);
  expect(AwsSource.safeParse({ provider: "aws", accounts: ["111122223333"] }).error?.issues[0]?.path).toEqual(["role"]);
  expect(AwsSource.safeParse({ provider: "aws", accounts: ["111122223333"], role: "Audit" }).success).toBe(true);
});

test.each([
  ["a partition that is none", { partition: "aws-mars" }],
  ["an account id of 11 digits", { accounts: ["11112222333"], role: "Audit" }],
  ["an account id that YAML read as a number", { accounts: [111122223333], role: "Audit" }],
  ["an ARN for a role", { accounts: ["111122223333"], role: "arn:aws:iam::111122223333:role/Audit" }],
  ["an endpoint without a protocol", { endpoint: "127.0.0.1:5050" }],
  ["no region at all", { regions: [] }],
])("%s is refused", (_title, keys) => {
  expect(AwsSource.safeParse({ provider: "aws", ...keys }).success).toBe(false);
});

test.each([
  [{ accounts: ["999"], role: "Audit" }, '"999": an AWS account id has 12 digits (quote it in YAML)'],
  [{ endpoint: "ftp://127.0.0.1" }, '"ftp://127.0.0.1": endpoint must be an http:// or https:// URL'],
])("a mistake in %o is told with what is wanted", (keys, message) => {
  const mistakes = shapeMistakes(AwsSource, { provider: "aws", ...keys });
  expect(mistakes.map((mistake) => mistake.message)).toEqual([message]);
});
