import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { providers } from "../../providers/index.ts";
import { parseConfig, type SourceSchemas } from "../../src/config/load.ts";
import { Config } from "../../src/model/index.ts";

const text = readFileSync(resolve(import.meta.dirname, "../../src/config/example.yaml"), "utf8");
const schemas: SourceSchemas = {
  providerIds: Object.keys(providers),
  sourceSchema: async (id) => (await providers[id]?.())?.source,
};
const parse = (yaml: string) => parseConfig("example.yaml", new TextEncoder().encode(yaml), schemas);

/** Takes the comment sign off every line that is YAML, and leaves prose alone. */
const uncommented = text
  .split("\n")
  .map((line) => line.replace(/^( *)# (?=\s*(?:- |[a-zA-Z]+:(?: |$)))/, "$1"))
  .join("\n");

test("the example is accepted as written", async () => {
  expect((await parse(text)).operator.status).toEqual(["undeclared"]);
});

test("the example is accepted with everything in it switched on, and shows every section", async () => {
  const config = await parse(uncommented);
  expect(config.sources.map(({ provider }) => provider).sort()).toEqual(Object.keys(providers).sort());
  for (const key of Object.keys(Config.shape)) expect(uncommented).toMatch(new RegExp(`^${key}:`, "m"));
  expect(config.approvals).toHaveLength(1);
  expect(config.operator.exported?.personal).toBe(120000);
});
