import { describe, expect, test } from "vitest";
import { alibaba } from "../../providers/alibaba/index.ts";

function issuesOf(source: Readonly<Record<string, unknown>>): readonly string[] {
  const parsed = alibaba.source.safeParse({ provider: "alibaba", ...source });
  return parsed.success ? [] : parsed.error.issues.map((issue) => issue.path.join(".") || issue.code);
}

describe("a source entry", () => {
  test("needs nothing but its provider", () => {
    expect(alibaba.source.parse({ provider: "alibaba" })).toEqual({
      provider: "alibaba",
      accounts: "current",
      regions: "all",
    });
  });

  test("takes accounts with a role, a profile, regions and an endpoint", () => {
    const full = {
      accounts: ["1234567890123456"],
      role: "ResidencyAudit",
      profile: "audit",
      regions: ["cn-hangzhou"],
      endpoint: "http://127.0.0.1:9000",
    };
    expect(issuesOf(full)).toEqual([]);
  });

  test.each([
    ["an unknown key", { region: "cn-hangzhou" }, "unrecognized_keys"],
    ["a secret", { accessKeySecret: "x" }, "unrecognized_keys"],
    ["an account that lost its digits as a number", { accounts: [1234567890123456] }, "accounts"],
    ["no accounts", { accounts: [] }, "accounts"],
    ["a role's ARN", { role: "acs:ram::1:role/x" }, "role"],
    ["another scheme", { endpoint: "ftp://127.0.0.1" }, "endpoint"],
    ["a password in the endpoint", { endpoint: "http://u:p@127.0.0.1" }, "endpoint"],
  ])("refuses %s", (_what, source, where) => {
    expect(issuesOf(source)).toEqual([where]);
  });
});

test("every type of the folder is in the registry, once, under the type its file is named for", async () => {
  const { readdirSync } = await import("node:fs");
  const files = readdirSync(new URL("../../providers/alibaba/types/", import.meta.url)).filter((f) => f !== "index.ts");
  const registered = (await alibaba.types()).map((type) => `${type.type.split("/").slice(1).join("-")}.ts`);
  expect(registered.toSorted()).toEqual(files.toSorted());
});
