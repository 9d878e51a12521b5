import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadConfig } from "../../src/config/load.ts";
import { JingneiError } from "../../src/model/index.ts";

const schemas = { providerIds: ["alpha"], sourceSchema: async () => undefined };
const known = { sectors: ["finance", "health"], attestations: ["annual-assessment"] };

async function load(text: string) {
  const file = join(mkdtempSync(join(tmpdir(), "jingnei-config-")), "jingnei.yaml");
  writeFileSync(file, text);
  return { file, loaded: await loadConfig(file, schemas) };
}

async function noticesOn(day: string, text: string, words: typeof known | undefined = known) {
  const { file, loaded } = await load(text);
  return loaded.notices(day, words).map((notice) => notice.replace(`${file}:`, ""));
}

const approval = (fields: string) => `approvals:
  - id: SA-1
    mechanism: certification
    classes: [personal]
    destinations: [SG]
    resources: ["*"]
    issued: 2025-05-01
    ${fields}
`;

test("an expired approval is pointed out from the day after its last, at its line", async () => {
  const text = approval("expires: 2026-04-30");
  expect(await noticesOn("2026-04-30", text)).toEqual([]);
  expect(await noticesOn("2026-05-01", text)).toEqual([
    '8:14: approvals[0].expires: the approval "SA-1" expired on 2026-04-30 and covers nothing any more',
  ]);
  expect(await noticesOn("2025-04-30", text)).toEqual([
    '7:13: approvals[0].issued: the approval "SA-1" covers nothing before 2025-05-01',
  ]);
});

test("so is one that nobody has looked at again, a suppression that ended and an attestation of a day to come", async () => {
  const contract = approval("reviewBy: 2026-04-30").replace("certification", "standard-contract");
  expect(await noticesOn("2026-05-01", contract)).toEqual([
    '8:15: approvals[0].reviewBy: the approval "SA-1" was to be reviewed by 2026-04-30 and covers nothing since',
  ]);
  const suppression = `suppressions: [{ policy: "*", resources: ["*"], owner: a, reason: b, expires: 2026-04-30 }]\n`;
  expect(await noticesOn("2026-04-30", suppression)).toEqual([]);
  expect((await noticesOn("2026-05-01", suppression))[0]).toContain("what it kept quiet is open again");
  const attested = "attestations: [{ id: annual-assessment, date: 2026-05-02 }]\n";
  expect(await noticesOn("2026-05-02", attested)).toEqual([]);
  expect((await noticesOn("2026-05-01", attested))[0]).toContain("lies after 2026-05-01");
});

test("counts of another year are said to be unknown: they start anew on 1 January", async () => {
  const text = "operator: { exported: { asOf: 2026-12-31, personal: 5 } }\n";
  expect(await noticesOn("2026-12-31", text)).toEqual([]);
  expect(await noticesOn("2027-01-01", text)).toEqual([
    "1:31: operator.exported.asOf: the counts are of 2026; those of 2027 start at 1 January and are unknown",
  ]);
});

test("a word that no rule asks for names the nearest one; with rules disabled it may be for one of those", async () => {
  const text = "operator: { sectors: [finance, helth] }\nattestations: [{ id: anual-assessment, date: 2026-01-01 }]\n";
  expect(await noticesOn("2026-05-01", text)).toEqual([
    '2:22: attestations[0].id: no policy asks for "anual-assessment". Did you mean annual-assessment?',
    '1:32: operator.sectors[1]: no policy speaks of the sector "helth". Did you mean health?',
  ]);
  const { loaded } = await load(text);
  expect(loaded.notices("2026-05-01", undefined)).toEqual([]);
});

test.each([
  ["security-assessment", "core", "core data is covered by no recorded approval"],
  ["exemption", "state-secret", "state-secret data is covered by no recorded approval"],
  ["security-assessment", "unclassified", "classify it first"],
  ["standard-contract", "important", "important data takes a security assessment"],
  ["certification", "important", "important data takes a security assessment"],
])("an approval by %s of %s data is a mistake in the register, at its line", async (mechanism, held, message) => {
  const fields =
    mechanism === "exemption"
      ? "ground: hr\n    reviewBy: 2027-01-01"
      : "expires: 2027-01-01\n    reviewBy: 2027-01-01";
  const text = approval(fields).replace("certification", mechanism).replace("[personal]", `[personal, ${held}]`);
  const refused = await load(text).then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(refused).toBeInstanceOf(JingneiError);
  expect(String(refused)).toContain(":4:25: approvals[0].classes[1]: ");
  expect(String(refused)).toContain(message);
});
