import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { providers } from "../../providers/index.ts";
import { type Answers, configText } from "../../src/config/answers.ts";
import { parseConfig } from "../../src/config/load.ts";

const example = readFileSync(join(import.meta.dirname, "../../src/config/example.yaml"), "utf8");
const schemas = {
  providerIds: Object.keys(providers),
  sourceSchema: async (id: string) => (await providers[id]?.())?.source,
};
const textOf = (answers: Answers) => configText(example, answers, "schemas/jingnei.schema.json");
const read = (answers: Answers) => parseConfig("jingnei.yaml", new TextEncoder().encode(textOf(answers)), schemas);

const everything: Answers = {
  mainlandAccounts: ["111122223333", "5123456789012345"],
  elsewhereAccounts: ["444455556666"],
  defaultOrigin: "elsewhere",
  sources: [{ provider: "aws", partition: "aws-cn" }, { provider: "aws", partition: "aws" }, { provider: "alibaba" }],
  status: ["ciio", "state-organ"],
  sectors: ["finance", "public-services"],
  handled: 3_000_000,
  asOf: "2026-11-22",
  exportedPersonal: 120_000,
  exportedSensitive: 0,
};

test("without answers the file is the example, with a line for editors before it", () => {
  expect(textOf({})).toBe(`# yaml-language-server: $schema=schemas/jingnei.schema.json\n${example}`);
  expect(textOf({ asOf: "2026-11-22" })).toBe(textOf({}));
});

test("every answer stands in the file as it was given", async () => {
  const config = await read(everything);
  expect(config.operator).toEqual({
    status: ["ciio", "state-organ"],
    sectors: ["finance", "public-services"],
    handled: 3_000_000,
    exported: { asOf: "2026-11-22", personal: 120_000, sensitivePersonal: 0 },
  });
  expect(config.classification.origins).toEqual([
    { account: "111122223333", origin: "mainland" },
    { account: "5123456789012345", origin: "mainland" },
    { account: "444455556666", origin: "elsewhere" },
  ]);
  expect(config.classification.defaultOrigin).toBe("elsewhere");
  expect(config.sources).toEqual(everything.sources);
});

test("what was skipped stays a comment, and what was not asked stays in the file", () => {
  const text = textOf({ status: ["non-ciio"], exportedSensitive: 5, asOf: "2026-11-22" });
  expect(text).toContain("  status: non-ciio\n");
  expect(text).toContain("  # sectors: [finance]");
  expect(text).toMatch(/^ {2}# {3}personal: 0/m);
  expect(text).toMatch(/^ {4}sensitivePersonal: 5$/m);
  expect(text).toContain("# classification:\n");
  for (const section of ["approvals", "attestations", "suppressions", "policies"]) {
    expect(textOf(everything)).toMatch(new RegExp(`^# ${section}:`, "m"));
  }
});

test.each([
  [{ handled: 1 }],
  [{ mainlandAccounts: ["1"] }],
  [{ defaultOrigin: "unknown" as const }],
  [{ sources: [{ provider: "azure", cloud: "china" }] }],
  [{ exportedPersonal: 1, asOf: "2026-11-22" }],
])("%j alone makes a file that loads", async (answers) => {
  const config = await read(answers);
  expect(config.operator.status).toEqual(["undeclared"]);
});

test("a word that YAML reads as something else is quoted", async () => {
  const config = await read({ mainlandAccounts: ['a"b: *c', "012345678901"], sectors: ["no", "1e3", "x: y"] });
  expect(config.classification.origins.map(({ account }) => account)).toEqual(['a"b: *c', "012345678901"]);
  expect(config.operator.sectors).toEqual(["no", "1e3", "x: y"]);
});

test("an example without the place for an answer is an error, not a lost answer", () => {
  expect(() => configText(example.replace("# handled:", "# hndled:"), { handled: 1 }, "x")).toThrow("no place");
});
