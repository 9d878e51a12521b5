import { describe, expect, test } from "vitest";
import { contentReads as alibabaContent } from "../../providers/alibaba/permission-policy.ts";
import { contentReads as awsContent } from "../../providers/aws/permission-policy.ts";
import { providers } from "../../providers/index.ts";
import { matchesGlob } from "../../src/model/index.ts";

/** What a permission looks like, by provider. A pattern (`ec2:Describe*`) is none: it would grant what nobody declared. */
const shapes: Readonly<Record<string, RegExp>> = {
  aws: /^[a-z][a-z0-9-]*:[A-Z][A-Za-z0-9]+$/,
  alibaba: /^[a-z][a-z0-9-]*:[A-Z][A-Za-z0-9]+$/,
  azure: /^Microsoft\.[A-Za-z]+(?:\/[A-Za-z][A-Za-z0-9]*)+\/read$/,
};

/** First words of operations and actions that only read. Everything else is a write until somebody has shown otherwise. */
const reads = /^(?:BatchGet|Check|Describe|Get|Head|List|Lookup|Query|Search|Select)(?=[A-Z]|$)/;

/** Signing in to a role changes nothing, and is no collector's call. */
const entering: ReadonlySet<string> = new Set(["AssumeRole", "sts:AssumeRole"]);

/** Content reads, and what hands out a key to them, in the provider's own words. */
const content: Readonly<Record<string, readonly string[]>> = {
  aws: awsContent,
  alibaba: alibabaContent,
  azure: ["*/listKeys/*", "*/listSecrets/*", "*/secrets/getSecret/*", "*/blobs/*", "*/messages/*"],
};

/** `Servers_ListByResourceGroup` and `Describe…` alike: the verb of an operation. */
function verbOf(operation: string): string {
  return operation.split(/[_.]/).at(-1) ?? operation;
}

describe.each(Object.keys(providers))("%s", async (id) => {
  const provider = await providers[id]?.();
  const types = (await provider?.types()) ?? [];
  const calls = [
    ...(provider?.entry ?? []).map((call) => ({ ...call, type: "connect" })),
    ...types.flatMap(({ type, operations }) => operations.map((call) => ({ ...call, type }))),
  ];

  test("every permission is spelled as the provider spells it, without a pattern", () => {
    const shape = shapes[id] ?? /^$/;
    expect(calls.filter(({ permission }) => !shape.test(permission))).toEqual([]);
  });

  test("no operation and no permission writes", () => {
    const writes = calls.filter(({ operation, permission }) => {
      if (entering.has(operation) && entering.has(permission)) return false;
      const action = permission.includes(":") ? (permission.split(":")[1] ?? "") : "GetRead";
      return !reads.test(verbOf(operation)) || !reads.test(action);
    });
    expect(writes).toEqual([]);
  });

  test("no permission reads content", () => {
    const opened = calls.filter(({ permission }) => (content[id] ?? []).some((glob) => matchesGlob(glob, permission)));
    expect(opened).toEqual([]);
  });

  test("an operation is listed once per type", () => {
    for (const { type, operations } of types) {
      const names = operations.map(({ operation }) => operation);
      expect([...new Set(names)], type).toEqual(names);
    }
  });

  test("an unneeded permission is needed by no other call", () => {
    const unneeded = types.flatMap(({ operations }) => operations.filter((call) => call.unneeded === true));
    const needed = new Set(calls.flatMap((call) => ("unneeded" in call ? [] : [call.permission])));
    expect(unneeded.filter(({ permission }) => needed.has(permission))).toEqual([]);
  });
});

test.each([
  "CreateBucket",
  "PutBucketPolicy",
  "DeleteVolume",
  "UpdateTable",
  "StartExportTask",
  "ModifyDBInstance",
  "Databases_Delete",
])("%s would be found to write", (operation) => {
  expect(reads.test(verbOf(operation))).toBe(false);
});
