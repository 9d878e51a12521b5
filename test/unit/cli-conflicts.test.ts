import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { loadConflicts } from "../../policies/conflicts.ts";
import { providers } from "../../providers/index.ts";
import { conflictsOfFinding, conflictsOfPolicy } from "../../src/cli/conflicts.ts";
import { matchesGlob, type ReportResource, type StreamedFinding } from "../../src/model/index.ts";
import { book, findings, flow, places } from "../support/questions.ts";

const conflicts = loadConflicts();
const bucket = "arn:aws:s3:::crm-export";

/** The finding on a bucket that replicates out of the mainland, unless told otherwise. */
function finding(sketch = {}, setting = {}): StreamedFinding {
  const [found] = findings([flow(sketch)], { status: "ciio", ...setting });
  if (found === undefined) throw new Error("nothing was found");
  return found;
}

function resource(fields: Partial<ReportResource> = {}): ReportResource {
  return {
    id: bucket,
    type: "aws/s3/bucket",
    role: "store",
    name: "crm-export",
    provider: "aws",
    partition: "aws-cn",
    account: "111122223333",
    tags: {},
    place: places.beijing,
    dataClass: { class: "personal", classes: ["personal"], origin: "mainland", confidence: 1, evidence: [] },
    scope: "in",
    attributes: {},
    ...fields,
  };
}

const linesFor = (fields: Partial<ReportResource> = {}, found = finding()) =>
  conflictsOfFinding(found, resource(fields), conflicts, "en");

/** The mute entry of one rule: the lines that stand deeper than its heading. */
function entryOf(lines: readonly string[], rule: string): string {
  const start = lines.findIndex((line) => line.includes(` ${rule}: `));
  expect(start).toBeGreaterThanOrEqual(0);
  const rest = lines.slice(start + 2);
  const end = rest.findIndex((line) => !line.startsWith("    "));
  return rest
    .slice(0, end < 0 ? undefined : end)
    .map((line) => line.slice(4))
    .join("\n");
}

test("each rule of a tool stands once, names policies that there are and providers that there are", () => {
  const names = conflicts.map(({ tool, rule }) => `${tool} ${rule}`);
  expect(new Set(names).size).toBe(names.length);
  const ids = book.policies.map(({ policy }) => policy.id);
  for (const { policies, types } of conflicts) {
    for (const glob of policies) expect(ids.filter((id) => matchesGlob(glob, id)).length, glob).toBeGreaterThan(0);
    for (const type of types) expect(Object.keys(providers)).toContain(type.split("/")[0]);
  }
});

test("whatever a replica outside does not meet, its fix turns the replication rules of other tools red", () => {
  const settings = [
    { status: "ciio" },
    { status: "state-organ" },
    { status: "non-ciio", handled: 1, exported: { personal: 2_000_000, sensitivePersonal: 0 } },
    { status: "non-ciio", handled: 1, exported: { personal: 200_000, sensitivePersonal: 0 } },
  ];
  const classes = ["personal", "sensitive-personal", "important", "core"] as const;
  const notMet = settings.flatMap((setting) =>
    classes
      .flatMap((one) => findings([flow({ classes: [one] })], setting))
      .filter(({ verdict }) => verdict === "not-met"),
  );
  expect(new Set(notMet.map(({ policy }) => policy)).size).toBeGreaterThan(4);
  for (const found of notMet) {
    expect(linesFor({}, found).join("\n"), found.policy).toContain("s3_bucket_cross_region_replication");
  }
});

test("a policy names the rules against its fix with blanks to fill in, a rule about log retention names none", () => {
  const lines = conflictsOfPolicy("CSL-39-EXPORT-PI", conflicts, "en").join("\n");
  for (const rule of [
    "s3_bucket_cross_region_replication",
    "CKV_AWS_144",
    "CKV_AZURE_206",
    "bucketCrossRegionReplication",
  ])
    expect(lines).toContain(rule);
  expect(lines).toContain('"ACCOUNT"');
  expect(lines).not.toMatch(/\{\w+\}/);
  expect(conflictsOfPolicy("CSL-23-LOG-180", conflicts, "en")).toEqual([]);
});

test("a finding names the rules for its own type and edge, with the entry for its own resource", () => {
  const lines = linesFor();
  const text = lines.join("\n");
  expect(text).not.toContain("CKV_AZURE_206");
  expect(entryOf(lines, "CKV_AWS_144")).toMatch(
    /^#checkov:skip=CKV_AWS_144:data residency, CSL-39-EXPORT-PI, jingnei \w+$/,
  );
  expect(parse(entryOf(lines, "s3_bucket_cross_region_replication"))).toMatchObject({
    Mutelist: {
      Accounts: {
        "111122223333": {
          Checks: {
            s3_bucket_cross_region_replication: { Regions: ["cn-north-1"], Resources: ["^crm-export$"] },
          },
        },
      },
    },
  });
  const id = "/subscriptions/s-1/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/crm";
  const azure = linesFor({ id, type: "azure/storage/account", name: "crm" });
  expect(entryOf(azure, "bf045164-79ba-4215-8f95-f8048dc1780b")).toContain(`--scope ${id} `);
});

test("what asks for no fix, or sits on no resource, has no conflict", () => {
  const found = finding();
  expect(linesFor({}, { ...found, verdict: "accepted" })).toEqual([]);
  expect(linesFor({}, { ...found, edge: { kind: "stored-in", to: null, party: null } })).toEqual([]);
  expect(linesFor({ type: "aws/ec2/volume" })).toEqual([]);
  expect(conflictsOfFinding(found, undefined, conflicts, "en")).toEqual([]);
});

test("names are anybody's text: an entry that is pasted stays one entry", () => {
  const name = `x"]\n    evil: 'y' $(touch /tmp/pwned) \`id\` .*`;
  const yaml = entryOf(linesFor({ name }), "s3_bucket_cross_region_replication");
  const [pattern] = parse(yaml).Mutelist.Accounts["111122223333"].Checks.s3_bucket_cross_region_replication.Resources;
  expect(new RegExp(pattern).test(name)).toBe(true);
  expect(new RegExp(pattern).test(`${name}.`)).toBe(false);
  const shell = entryOf(linesFor({ id: name, type: "azure/storage/account" }), "bf045164-79ba-4215-8f95-f8048dc1780b");
  const { stdout } = spawnSync("sh", ["-c", `az() { printf '%s\\0' "$@"; }\n${shell}`], { encoding: "utf8" });
  const words = stdout.split("\0");
  expect(words[words.indexOf("--scope") + 1]).toBe(name);
});
