import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import { loadConfig, parseConfig, type SourceSchemas } from "../../src/config/load.ts";
import { JingneiError } from "../../src/model/index.ts";

const sourceOfAlpha = z.strictObject({
  provider: z.literal("alpha"),
  profile: z.string().optional(),
  accounts: z.union([z.enum(["current", "organization"]), z.array(z.string()).min(1)]).optional(),
  token: z.strictObject({ env: z.string() }).optional(),
});
const schemas: SourceSchemas = {
  providerIds: ["alpha", "beta"],
  sourceSchema: async (id) =>
    new Map<string, z.ZodType>([
      ["alpha", sourceOfAlpha],
      ["beta", z.strictObject({ provider: z.literal("beta") })],
    ]).get(id),
};

const parse = (text: string | Uint8Array) =>
  parseConfig("jingnei.yaml", typeof text === "string" ? new TextEncoder().encode(text) : text, schemas);

/** The lines of mistakes, or none when the text is accepted. */
async function mistakesOf(text: string | Uint8Array): Promise<readonly string[]> {
  try {
    await parse(text);
    return [];
  } catch (error) {
    if (!(error instanceof JingneiError)) throw error;
    expect(error.code).toBe("config");
    expect(error.remedy).not.toBe("");
    return error.message
      .split("\n")
      .slice(1)
      .map((line) => line.trim().replace(/^jingnei\.yaml:/, ""));
  }
}

test("a missing default file is an undeclared operator without sources; a named one must exist", async () => {
  const directory = mkdtempSync(join(tmpdir(), "jingnei-config-"));
  const named = join(directory, "other.yaml");
  await expect(loadConfig(named, schemas)).rejects.toThrow(`the configuration file ${named} does not exist`);
  await expect(loadConfig(directory, schemas)).rejects.toThrow("is a directory");
  writeFileSync(named, "operator: { status: ciio }\n");
  const loaded = await loadConfig(named, schemas);
  expect(loaded.directory).toBe(directory);
  expect(loaded.config.operator.status).toEqual(["ciio"]);
});

test.each([[""], ["# only a comment\n"], ["---\n"], ["{}"], ["\uFEFFoperator: { status: undeclared }\n"]])(
  "%j declares nothing",
  async (text) => {
    expect((await parse(text)).operator.status).toEqual(["undeclared"]);
    expect((await parse(text)).sources).toEqual([]);
  },
);

test("the whole example of the contract is accepted", async () => {
  const config = await parse(`
operator: { status: [ciio, state-organ], sectors: [finance], handled: 3000000, exported: { asOf: 2026-11-01, personal: 120000 } }
sources: [{ provider: alpha, profile: audit, accounts: ["111122223333"], token: { env: ALPHA_TOKEN } }, { provider: beta }]
classification:
  tags: [{ key: team-data, value: "cust-*", class: personal }]
  origins: [{ account: "111122223333", origin: mainland }]
  defaultOrigin: unknown
approvals:
  - { id: SA-1, mechanism: security-assessment, classes: [personal], destinations: [hong-kong, SG, "alpha:ap-*"], resources: ["arn:*"],
      people: 200000, issued: 2025-05-01, expires: 2028-05-01, owner: dpo@example.com, pipia: { id: P-7, date: 2025-04-02 } }
  - { id: EX-1, mechanism: exemption, ground: hr, classes: [personal], destinations: [foreign], resources: ["*"], issued: 2025-05-01, reviewBy: 2026-12-31 }
attestations: [{ id: annual-assessment, date: 2026-03-01 }]
reviewedProviders: [beta, "alpha:alpha-cn"]
suppressions: [{ policy: "*-LOG-*", resources: ["x"], owner: a, reason: b, expires: 2027-01-31 }]
policies: { packs: [transfer], directories: [./policies], disable: [], parameters: { logRetentionDays: 184 } }
`);
  expect(config.approvals.map(({ id }) => id)).toEqual(["SA-1", "EX-1"]);
  expect(config.sources).toHaveLength(2);
});

test("every mistake is reported at once, in the order of the file, with line, column and path", async () => {
  expect(
    await mistakesOf(`operatr: {}
operator:
  status: ciioo
  sector: [finance]
  exported: { asOf: 2026-13-01, personal: -1 }
sources:
  - provider: alpha
    profil: audit
    accounts: 12
  - provider: alhpa
  - region: all
classification:
  origins:
    - { account: 111122223333, origin: mainland }
policies:
  packs: [transfers]
`),
  ).toEqual([
    "1:1: operatr: unknown key. Did you mean operator? Known keys: operator, sources, classification, approvals, attestations, reviewedProviders, suppressions, policies, inspection.",
    '3:11: operator.status: "ciioo" is none of ciio, state-organ, non-ciio, undeclared. Did you mean ciio?',
    "4:3: operator.sector: unknown key. Did you mean sectors? Known keys of operator: status, sectors, handled, exported.",
    '5:21: operator.exported.asOf: "2026-13-01" is no date; write YYYY-MM-DD, such as 2027-01-31',
    "5:43: operator.exported.personal: must be at least 0",
    "8:5: sources[0].profil: unknown key. Did you mean profile? Known keys of sources[0]: provider, profile, accounts, token.",
    "9:15: sources[0].accounts: expected one of current, organization or a list, found number 12",
    '10:15: sources[1].provider: "alhpa" is no provider. Did you mean alpha? Known: alpha, beta',
    "11:5: sources[2].provider: is required",
    "14:18: classification.origins[0].account: expected text, found number 111122223333; put it in quotes",
    '16:11: policies.packs[0]: "transfers" is none of localization, transfer, retention, resilience, protection, sector, attestation. Did you mean transfer?',
  ]);
});

test.each([
  ["operator: {\n  status: ciio\n", "3:1"],
  ["operator:\n  status: ciio\n status: x\n", "3:1"],
  ["operator:\n\tstatus: ciio\n", "2:1"],
  ["operator: {}\noperator: {}\n", "2:1"],
  ["operator: {}\n---\noperator: {}\n", "2:"],
  ["operator: !ruby/object {}\n", "1:11"],
  ["operator: *nobody\n", "1:11"],
  ["- a\n- b\n", "1:1"],
  ["just text\n", "1:1"],
])("%j is refused where it stands", async (text, where) => {
  const [first] = await mistakesOf(text);
  expect(first).toMatch(new RegExp(`^${where}`));
});

test("keys of Object.prototype are keys like any other", async () => {
  expect((await mistakesOf("__proto__: { status: ciio }\n"))[0]).toMatch(/^1:1: __proto__: unknown key/);
  expect((await mistakesOf("operator: { constructor: x }\n"))[0]).toMatch(/^1:13: operator.constructor: unknown key/);
  expect((await mistakesOf("sources: [{ provider: toString }]\n"))[0]).toContain('"toString" is no provider');
});

test("what would exhaust memory or stack is refused", async () => {
  const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c]\n`;
  expect((await mistakesOf(bomb))[0]).toContain("aliases");
  expect((await mistakesOf("[".repeat(200_000)))[0]).toMatch(/^1:/);
  expect((await mistakesOf("[".repeat(20_000) + "]".repeat(20_000)))[0]).toContain("nested too deeply");
  expect((await mistakesOf(new Uint8Array(1024 * 1024 + 1).fill(35)))[0]).toContain("larger than 1 MiB");
  expect((await mistakesOf(new Uint8Array([0x61, 0x3a, 0xff, 0xfe])))[0]).toContain("not UTF-8");
});

test("an alias may repeat a list, and mistakes behind it are located", async () => {
  const config = await parse(
    `reviewedProviders: &list [alpha]\npolicies: { disable: *list }\noperator: { sectors: *list }\n`,
  );
  expect(config.policies.disable).toEqual(["alpha"]);
  expect((await mistakesOf("attestations:\n  - &x { id: a, date: soon }\n  - *x\n"))[1]).toMatch(
    /attestations\[1\]\.date/,
  );
});

test.each([
  ["sources: [{ provider: alpha, accessKeySecret: HUSH }]\n", "1:30: sources[0].accessKeySecret"],
  ["sources:\n  - provider: alpha\n    client_secret: HUSH\n", "3:5: sources[0].client_secret"],
  ["sources: [{ provider: alpha, token: HUSH }]\n", "1:30: sources[0].token"],
  ["sources: [{ provider: alpha, profile: 'http://me:HUSH@127.0.0.1' }]\n", "1:39: sources[0].profile"],
  ["operator: { password: { value: HUSH } }\n", "1:13: operator.password"],
])("a secret in the file is refused and not repeated: %j", async (text, where) => {
  const mistakes = await mistakesOf(text);
  expect(mistakes).toHaveLength(1);
  expect(mistakes[0]).toMatch(`${where}: `);
  expect(mistakes[0]).toContain("a secret never stands in this file");
  expect(mistakes[0]).not.toContain("HUSH");
});

test("each rule on approvals has its own error", async () => {
  const one = async (fields: string) =>
    (await mistakesOf(`approvals:\n  - { id: A, classes: [personal], resources: ["*"], ${fields} }\n`)).map((line) =>
      line.replace(/^\d+:\d+: approvals\[0\]\./, ""),
    );
  expect(await one("mechanism: security-assessment, destinations: [SG], issued: 2025-05-01")).toEqual([
    "expires: is required with mechanism security-assessment: the last day on which it is valid",
  ]);
  expect(
    await one("mechanism: standard-contract, destinations: [SG], issued: 2025-05-01, expires: 2027-01-01"),
  ).toEqual(["reviewBy: is required with mechanism standard-contract: the day by which somebody looks at it again"]);
  expect(await one("mechanism: exemption, destinations: [SG], issued: 2025-05-01, reviewBy: 2027-01-01")).toEqual([
    "ground: is required with mechanism exemption: contract, hr, emergency, statutory-duty, transit, auto-guide-2026",
  ]);
  expect(
    await one("mechanism: certification, ground: hr, destinations: [SG], issued: 2025-05-01, expires: 2027-01-01"),
  ).toEqual(["ground: belongs to mechanism exemption, not to certification"]);
  expect(await one("mechanism: certification, destinations: [SG], issued: 2025-05-01, expires: 2025-04-30")).toEqual([
    "expires: 2025-04-30 lies before issued, 2025-05-01",
  ]);
  expect(
    await one(
      "mechanism: gba-contract, destinations: [hong-kong, SG, 'alpha:*'], issued: 2025-05-01, reviewBy: 2026-01-01",
    ),
  ).toEqual([
    'destinations[1]: "SG" is not covered by mechanism gba-contract, which reaches hong-kong and macao only',
    'destinations[2]: "alpha:*" is not covered by mechanism gba-contract, which reaches hong-kong and macao only',
  ]);
  const destinations = await one(
    "mechanism: certification, issued: 2025-05-01, expires: 2027-01-01, destinations: [hongkong, sg, XX, 'alhpa:eu-*', 'alpha:', unknown]",
  );
  expect(destinations.map((line) => line.split(" Write ")[0])).toEqual([
    'destinations[0]: "hongkong" is no destination. Did you mean hong-kong?',
    'destinations[1]: "sg" is no destination. Did you mean SG?',
    'destinations[2]: "XX" is no destination.',
    'destinations[3]: "alhpa" is no provider. Did you mean alpha?',
    'destinations[4]: a region must follow "alpha:"',
    'destinations[5]: "unknown" cannot be approved: name the place the data goes to',
  ]);
  expect(await one("")).toEqual([
    "mechanism: is required: security-assessment, standard-contract, certification, gba-contract, ftz-negative-list, state-organ-assessment, exemption",
    "destinations: is required",
    "issued: is required",
  ]);
});

test("two approvals with one id are refused, at the second", async () => {
  const entry = `{ id: A, mechanism: certification, classes: [personal], destinations: [SG], resources: ["*"], issued: 2025-05-01, expires: 2027-01-01 }`;
  expect(await mistakesOf(`approvals:\n  - ${entry}\n  - ${entry}\n`)).toEqual([
    '3:11: approvals[1].id: approvals[0] has the id "A" already',
  ]);
});

test("a status that contradicts itself is refused", async () => {
  expect((await mistakesOf("operator: { status: [ciio, non-ciio] }\n"))[0]).toContain("exclude each other");
  expect((await mistakesOf("operator: { status: [ciio, undeclared] }\n"))[0]).toContain("undeclared stands alone");
});

test("a reviewed provider must be one", async () => {
  expect((await mistakesOf("reviewedProviders: ['bta:x']\n"))[0]).toContain(
    '1:21: reviewedProviders[0]: "bta" is no provider. Did you mean beta?',
  );
});
