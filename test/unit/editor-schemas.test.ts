import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { loadPolicies } from "../../policies/index.ts";
import { providers } from "../../providers/index.ts";
import { configSchema, policySchema } from "../../scripts/editor-schemas.ts";

const root = join(import.meta.dirname, "../..");
const committed = (name: string) => JSON.parse(readFileSync(join(root, `schemas/${name}.schema.json`), "utf8"));
const ajv = new Ajv({ allErrors: true, strict: false, validateFormats: false });
const config = ajv.compile(committed("jingnei"));
const policy = ajv.compile(committed("policy"));

/** Paths of what the schema refuses; none = accepted. */
function refused(check: typeof config, text: string): readonly string[] {
  check(parse(text));
  return [
    ...new Set((check.errors ?? []).map(({ instancePath, params }) => `${instancePath} ${JSON.stringify(params)}`)),
  ];
}

test("the committed schemas are those of the model (else: node scripts/generate-editor-schemas.ts)", async () => {
  const sources = await Promise.all(Object.values(providers).map(async (load) => (await load()).source));
  expect(committed("jingnei")).toEqual(configSchema(sources));
  expect(committed("policy")).toEqual(policySchema());
});

test("an editor accepts the example of jingnei.yaml and points at what loading would refuse", () => {
  expect(refused(config, readFileSync(join(root, "src/config/example.yaml"), "utf8"))).toEqual([]);
  expect(
    refused(
      config,
      `operator: { status: [ciio, state-organ], exported: { asOf: 2026-11-01 } }
sources: [{ provider: aws, partition: aws-cn, accounts: ["111122223333"], role: Audit }, { provider: azure, cloud: china }]
classification: { origins: [{ account: "1", origin: mainland }] }`,
    ),
  ).toEqual([]);
  expect(refused(config, "operatr: {}").join()).toContain("operatr");
  expect(refused(config, "operator: { status: ciioo }").join()).toContain("/operator/status");
  expect(refused(config, "sources: [{ provider: aws, prfile: x }]").join()).toContain("prfile");
  expect(refused(config, "approvals: [{ id: a }]").join()).toContain("mechanism");
});

test("an editor accepts every policy that ships, and points at an unknown fact and an unknown key", () => {
  const book = loadPolicies();
  for (const { policy: shipped, file } of book.policies) {
    const text = readFileSync(join(root, file), "utf8");
    policy(parse(text, { merge: true }));
    expect(policy.errors ?? [], shipped.id).toEqual([]);
  }
  const [first] = book.policies;
  const text = readFileSync(join(root, first?.file ?? ""), "utf8");
  expect(refused(policy, text.replace(/^severity: /m, "sevirity: ")).join()).toContain("sevirity");
  expect(refused(policy, text.replace(/^needs: \[\w+\.\w+/m, "needs: [data.orgin")).join()).toContain("/needs/0");
});

test("each section of jingnei.yaml says what it is for", () => {
  for (const section of Object.values(committed("jingnei").properties)) {
    expect(section).toMatchObject({ description: expect.any(String) });
  }
});
