import { describe, expect, test } from "vitest";
import { providers } from "../../providers/index.ts";
import { preflightOfCase } from "../support/preflight-case.ts";

describe.each(Object.keys(providers))("types of %s", async (id) => {
  const provider = await providers[id]?.();
  const types = (await provider?.types()) ?? [];
  const entry = provider?.entry ?? [];

  test.each(types.map((type) => [type.type, type] as const))(
    "%s is tried with few calls and no false alarm",
    async (name, type) => {
      const tried = await preflightOfCase(name);
      // What has no case is the contract suite's concern.
      if (tried === undefined) return;
      const { checks, sent } = tried;
      expect(checks.map(({ operation }) => operation)).toEqual(type.operations.map(({ operation }) => operation));
      expect(checks.filter(({ result }) => result === "denied" || result === "failed")).toEqual([]);
      const granted = checks.filter(({ result }) => result === "granted").map(({ operation }) => operation);
      expect(granted.length).toBeGreaterThan(0);
      // No other call is made, so that nothing is read or written that a scan does not read.
      const declared = [...type.operations, ...entry].map(({ operation }) => operation);
      expect([...sent.keys()].filter((operation) => !declared.includes(operation))).toEqual([]);
      for (const operation of granted) expect(sent.get(operation), operation).toBeLessThanOrEqual(3);

      for (const operation of granted) {
        const refused = await preflightOfCase(name, { faults: [{ operation, answer: "denied" }] });
        const permission = type.operations.find((one) => one.operation === operation)?.permission;
        expect(refused?.checks.filter(({ result }) => result !== "granted" && result !== "not-reached")).toEqual([
          expect.objectContaining({ operation, permission, result: "denied", reason: "denied" }),
        ]);
      }
    },
  );
});

test("what hangs or answers garbage is a failure, not a refusal", async () => {
  const broken = await preflightOfCase("aws/ec2/volume", {
    faults: [{ operation: "DescribeVolumes", answer: "malformed" }],
  });
  expect(broken?.checks).toMatchObject([{ result: "failed", reason: "malformed" }]);
  const busy = await preflightOfCase("aws/ec2/volume", {
    faults: [{ operation: "DescribeVolumes", answer: "throttled" }],
  });
  expect(busy?.checks).toMatchObject([{ result: "failed", reason: "throttled" }]);
});

test("a list of many pages is not followed", async () => {
  const tried = await preflightOfCase("aws/ec2/volume", { pageSize: 1 });
  expect(tried?.sent.get("DescribeVolumes")).toBe(1);
});
