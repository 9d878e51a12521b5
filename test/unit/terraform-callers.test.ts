import { expect, test } from "vitest";
import { resourcesOf } from "../support/terraform-plans.ts";

/** The callers of one queue for each provider block, by the block's key. */
function callersOf(blocks: Readonly<Record<string, object | undefined>>): Readonly<Record<string, string | undefined>> {
  const keys = Object.keys(blocks);
  const resources = resourcesOf({
    format_version: "1.2",
    resource_changes: keys.map((_, index) => ({
      address: `aws_sqs_queue.q${index}`,
      mode: "managed",
      type: "aws_sqs_queue",
      name: `q${index}`,
      change: { actions: ["create"], before: null, after: {}, after_unknown: {} },
    })),
    configuration: {
      provider_config: Object.fromEntries(
        Object.entries(blocks).map(([key, expressions]) => [key, expressions && { name: "aws", expressions }]),
      ),
      root_module: {
        resources: keys.map((key, index) => ({
          address: `aws_sqs_queue.q${index}`,
          provider_config_key: key,
          expressions: {},
        })),
      },
    },
  });
  return Object.fromEntries(keys.map((key, index) => [key, resources.get(`aws_sqs_queue.q${index}`)?.caller]));
}

const role = (arn: string) => ({ assume_role: [{ role_arn: { constant_value: arn } }] });

test("provider blocks that only work elsewhere call as the same user", () => {
  const callers = callersOf({
    aws: { region: { constant_value: "cn-north-1" } },
    "aws.hk": { region: { constant_value: "ap-east-1" }, default_tags: [{ tags: { constant_value: {} } }] },
    "aws.unwritten": undefined,
  });
  expect(new Set(Object.values(callers)).size).toBe(1);
});

test("provider blocks that take on a role call as another user, and as the same where it is the same role", () => {
  const callers = callersOf({
    aws: {},
    "aws.a": { region: { constant_value: "cn-north-1" }, ...role("arn:aws-cn:iam::1:role/a") },
    "aws.again": role("arn:aws-cn:iam::1:role/a"),
    "aws.b": role("arn:aws-cn:iam::2:role/b"),
  });
  expect(callers["aws.a"]).toBe(callers["aws.again"]);
  expect(new Set(Object.values(callers)).size).toBe(3);
});

test("what a provider block calls with is not told", () => {
  const callers = callersOf({ aws: { access_key: { constant_value: "AKIDHELD" } } });
  expect(JSON.stringify(callers)).not.toContain("AKIDHELD");
});
