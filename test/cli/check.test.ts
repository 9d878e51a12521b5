import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { Document } from "../../src/model/index.ts";
import { emptyFolder, jingnei } from "../support/command.ts";
import { fixtureDocument } from "../support/report-fixture.ts";

const realPlan = resolve(import.meta.dirname, "../fixtures/plans/terraform/aws5/plan.json");

interface Planned {
  readonly type: string;
  readonly name: string;
  readonly actions?: readonly string[];
  readonly after?: Readonly<Record<string, unknown>>;
  readonly unknown?: Readonly<Record<string, unknown>>;
  readonly refs?: Readonly<Record<string, readonly string[]>>;
}

/** A plan as Terraform 1.11 writes it, of one module and one provider block. */
function planOf(region: string | undefined, resources: readonly Planned[]): string {
  const provider_name = "registry.terraform.io/hashicorp/aws";
  const resource_changes = resources.map(({ type, name, actions = ["create"], after = {}, unknown = {} }) => ({
    address: `${type}.${name}`,
    mode: "managed",
    type,
    name,
    provider_name,
    change: {
      actions,
      before: actions.includes("create") ? null : after,
      after: actions.includes("delete") && actions.length === 1 ? null : after,
      after_unknown: unknown,
      before_sensitive: false,
      after_sensitive: {},
    },
  }));
  const config = resources.map(({ type, name, refs = {} }) => ({
    address: `${type}.${name}`,
    mode: "managed",
    type,
    name,
    provider_config_key: "aws",
    expressions: Object.fromEntries(Object.entries(refs).map(([path, references]) => [path, { references }])),
  }));
  const expressions = region === undefined ? {} : { region: { constant_value: region } };
  return JSON.stringify({
    format_version: "1.2",
    terraform_version: "1.11.4",
    planned_values: { root_module: {} },
    resource_changes,
    configuration: {
      provider_config: { aws: { name: "aws", full_name: provider_name, expressions } },
      root_module: { resources: config },
    },
  });
}

const bucket = (name: string, after: object = {}, rest: Partial<Planned> = {}): Planned => ({
  type: "aws_s3_bucket",
  name,
  after: { bucket: `acme-${name}`, ...after },
  unknown: { arn: true, id: true },
  ...rest,
});

const personal = { tags_all: { "data-class": "personal", "data-origin": "mainland" } };
const ciio = "operator: { status: ciio }\n";

interface Checked {
  readonly code: number | null;
  readonly stderr: string;
  readonly document: Document | undefined;
}

/** Files are written into an empty folder and checked there. */
async function check(files: Readonly<Record<string, string>>, args: readonly string[]): Promise<Checked> {
  const cwd = emptyFolder();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(cwd, name, ".."), { recursive: true });
    writeFileSync(join(cwd, name), text);
  }
  const { code, stderr } = await jingnei(["check", ...args, "--format", "json"], { cwd });
  const report = join(cwd, "jingnei-report/report.json");
  const document = existsSync(report) ? Document.parse(JSON.parse(readFileSync(report, "utf8"))) : undefined;
  return { code, stderr, document };
}

function lines({ document }: Checked): readonly string[] {
  return (document?.findings ?? []).map(({ policy, verdict, severity, resource, edge }) => {
    const end = edge?.to ?? edge?.party ?? "";
    return `${policy} ${verdict} ${severity} ${resource} ${edge?.kind ?? ""} ${end}`.trim();
  });
}

describe("a plan", () => {
  test("that puts personal data of the mainland outside is not met, for a CIIO, and ends with 1", async () => {
    const checked = await check({ "plan.json": planOf("ap-east-1", [bucket("crm", personal)]), "jingnei.yaml": ciio }, [
      "plan.json",
    ]);
    expect(lines(checked)).toContain("CSL-39-STORE not-met critical aws_s3_bucket.crm stored-in");
    expect(checked.document?.run.mode).toBe("check");
    expect(checked.code).toBe(1);
  });

  test("that stays in the mainland ends with 0", async () => {
    const checked = await check({ "plan.json": planOf("cn-north-1", [bucket("crm", personal)]) }, ["plan.json"]);
    expect(lines(checked).filter((line) => / (?:high|critical) /.test(line))).toEqual([]);
    expect(checked.code).toBe(0);
  });

  test("is not judged by what it destroys or leaves alone", async () => {
    const plan = planOf("ap-east-1", [
      bucket("gone", personal, { actions: ["delete"] }),
      bucket("stays", personal, { actions: ["no-op"] }),
    ]);
    const checked = await check({ "plan.json": plan, "jingnei.yaml": ciio }, ["plan.json"]);
    expect(lines(checked)).toEqual([]);
    expect(checked.document?.resources.map(({ id }) => id)).toEqual(["aws_s3_bucket.stays"]);
    expect(checked.code).toBe(0);
  });

  test("whose region nobody states is a review, high, and --region states it", async () => {
    const files = { "plan.json": planOf(undefined, [bucket("crm", personal)]), "jingnei.yaml": ciio };
    const unknown = await check(files, ["plan.json"]);
    expect(lines(unknown)).toContain("LOC-UNKNOWN review high aws_s3_bucket.crm stored-in");
    expect(unknown.code).toBe(1);
    const told = await check(files, ["plan.json", "--region", "cn-north-1"]);
    expect(told.code).toBe(0);
  });

  test("and a state place what tells its region in its ARN, though no provider block does", async () => {
    const attributes = { arn: "arn:aws:sqs:ap-east-1:111122223333:q", name: "q", ...personal };
    const provider = 'provider["registry.terraform.io/hashicorp/aws"]';
    const queue = { mode: "managed", type: "aws_sqs_queue", name: "q", provider, instances: [{ attributes }] };
    const state = { version: 4, terraform_version: "1.11.4", serial: 1, lineage: "x", resources: [queue] };
    const files = { "terraform.tfstate": JSON.stringify(state), "jingnei.yaml": ciio };
    for (const region of [[], ["--region", "cn-north-1"]]) {
      const checked = await check(files, ["terraform.tfstate", ...region]);
      expect(lines(checked)).toEqual(["CSL-39-STORE not-met critical aws_sqs_queue.q stored-in"]);
    }
  });

  test("without jingnei.yaml says what it assumes", async () => {
    const { stderr } = await check({ "plan.json": planOf("cn-north-1", []) }, ["plan.json"]);
    expect(stderr).toContain("No jingnei.yaml: the operator counts as undeclared");
  });

  test("that Terraform made of modules, aliases and keys is judged address by address", async () => {
    const checked = await check({ "jingnei.yaml": ciio }, [realPlan]);
    const found = lines(checked);
    expect(found).toContain("CSL-39-EXPORT-PI not-met critical aws_s3_bucket.crm replicates-to aws_s3_bucket.replica");
    expect(found).toContain("CSL-39-EXPORT-PI not-met critical aws_s3_bucket.replica stored-in");
    // Its class is known from a name only.
    expect(found).toContain("CSL-39-EXPORT-PI review high aws_db_instance.crm replicates-to aws_db_instance.reader");
    expect(found).toContain(
      'CSL-39-EXPORT-PI review high aws_s3_bucket.team["hr"] replicates-to module.archive["east"].aws_s3_bucket.copy',
    );
    expect(found.filter((line) => line.includes("not-met") && line.includes("aws_s3_bucket.team"))).toEqual([]);
    expect(checked.code).toBe(1);
  });
});

describe("the last scan", () => {
  const estate = (): string => {
    const document = fixtureDocument();
    const [first] = document.resources;
    if (first === undefined) throw new Error("the fixture has no resource");
    const crm = {
      ...first,
      id: "arn:aws:s3:::acme-crm",
      type: "aws/s3/bucket",
      role: "store" as const,
      name: "acme-crm",
      provider: "aws",
      partition: "aws",
      tags: {},
      place: { region: "ap-southeast-1", country: "SG", jurisdiction: "foreign" as const },
      dataClass: {
        class: "personal" as const,
        classes: ["personal" as const],
        origin: "mainland" as const,
        confidence: 0.95,
        evidence: [],
      },
    };
    return JSON.stringify({ ...document, resources: [crm], edges: [], findings: [] });
  };
  // The plan knows the bucket by name only, and not what it holds.
  const replication: Planned = {
    type: "aws_s3_bucket_replication_configuration",
    name: "crm",
    after: {
      bucket: "acme-crm",
      rule: [{ status: "Enabled", destination: [{ bucket: "arn:aws:s3:::acme-copy" }] }],
    },
  };
  const plan = planOf("ap-east-1", [replication, bucket("copy")]);

  test("tells what a bucket holds that the plan only refers to", async () => {
    const files = { "plan.json": plan, "estate.json": estate(), "jingnei.yaml": ciio };
    const alone = await check(files, ["plan.json"]);
    expect(lines(alone).filter((line) => line.includes("not-met"))).toEqual([]);
    const joined = await check(files, ["plan.json", "--estate", "estate.json"]);
    expect(lines(joined)).toContain("CSL-39-STORE not-met critical aws_s3_bucket.copy stored-in");
    expect(lines(joined).some((line) => line.includes("arn:aws:s3:::acme-crm stored-in"))).toBe(false);
    expect(joined.code).toBe(1);
  });

  test("tells what is opened to everyone, where the plan only lays a policy upon a bucket that stays as it is", async () => {
    const Statement = [{ Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: "*" }];
    const policy = (refs: Planned["refs"]): Planned => ({
      type: "aws_s3_bucket_policy",
      name: "open",
      after: { bucket: "acme-crm", policy: JSON.stringify({ Version: "2012-10-17", Statement }) },
      ...(refs === undefined ? {} : { refs }),
    });
    const found = "NDSMR-9-PUBLIC not-met critical aws_s3_bucket_policy.open reachable-from *";
    const byName = planOf("ap-southeast-1", [policy(undefined)]);
    const joined = await check({ "plan.json": byName, "estate.json": estate(), "jingnei.yaml": ciio }, [
      "plan.json",
      "--estate",
      "estate.json",
    ]);
    expect(lines(joined)).toContain(found);
    const unchanged = bucket("crm", personal, { actions: ["no-op"] });
    const besides = planOf("cn-north-1", [unchanged, policy({ bucket: ["aws_s3_bucket.crm"] })]);
    const alone = await check({ "plan.json": besides, "jingnei.yaml": ciio }, ["plan.json"]);
    expect(lines(alone)).toContain(found);
    expect(alone.document?.edges.map(({ from, kind, to }) => `${from} ${kind} ${to}`)).toEqual([
      "aws_s3_bucket.crm stored-in null",
      "aws_s3_bucket_policy.open reachable-from null",
    ]);
  });

  test("is said to be old after thirty days", async () => {
    const files = { "plan.json": plan, "estate.json": estate() };
    const { stderr } = await check(files, ["plan.json", "--estate", "estate.json", "--as-of", "2027-03-01"]);
    expect(stderr).toMatch(/estate report estate\.json is \d+ days old/);
  });
});

describe("bad input", () => {
  const bad: Readonly<Record<string, readonly [text: string, says: RegExp]>> = {
    "empty.json": ["", /empty\.json: the file is empty/],
    "cut.json": [
      '{"format_version": "1.2", "resource_changes": [',
      /cut\.json:1:\d+: not valid JSON\n.*ends too early/,
    ],
    "two.json": ['{"a": 1}\n{"b": 2}', /two\.json:2:1: not valid JSON/],
    "deep.json": [`${"[".repeat(100_000)}${"]".repeat(100_000)}`, /deep\.json/],
    "binary.tfplan": ["PK\u0003\u0004\u0000\u0000", /terraform show -json binary\.tfplan/],
    "note.txt": ["hello", /note\.txt: no known kind of plan or template/],
    "other.json": ['{"format_version": "7.0", "resource_changes": []}', /other\.json/],
  };

  test.each(Object.entries(bad))("%s ends with 2, one message, and nothing written", async (name, [text, says]) => {
    const checked = await check({ [name]: text }, [name]);
    expect(checked.stderr).toMatch(says);
    expect(checked.stderr.match(/^error:/gm)).toHaveLength(1);
    expect({ code: checked.code, document: checked.document }).toEqual({ code: 2, document: undefined });
  });

  test("a missing file ends with 2", async () => {
    const { code, stderr } = await check({}, ["nowhere.json"]);
    expect(stderr).toContain("nowhere.json: there is no such file");
    expect(code).toBe(2);
  });

  test("one bad file among several does not keep the others from being judged, and the end says so", async () => {
    const files = {
      "plan.json": planOf("ap-east-1", [bucket("crm", personal)]),
      "cut.json": '{"a":',
      "jingnei.yaml": ciio,
    };
    const checked = await check(files, ["plan.json", "cut.json"]);
    expect(lines(checked)).toContain("CSL-39-STORE not-met critical aws_s3_bucket.crm stored-in");
    const { complete, gaps } = checked.document?.coverage ?? {};
    expect(complete).toBe(false);
    expect(gaps?.map(({ account, reason, detail }) => [account, reason, detail])).toEqual([
      ["cut.json", "malformed", expect.stringMatching(/^cut\.json:1:\d+: not valid JSON/)],
    ]);
    expect(checked.stderr).toMatch(/error: cut\.json:1:\d+: not valid JSON/);
    expect(checked.stderr).toContain("Exit code 2: 1 of 2 files could not be read; the others were judged.");
    expect(checked.stderr).not.toContain("Exit code 1");
    expect(checked.code).toBe(2);
  });
});

test("the same address in two files is told apart by the file", async () => {
  const files = {
    "a.json": planOf("ap-east-1", [bucket("crm", personal)]),
    "b.json": planOf("cn-north-1", [bucket("crm", personal)]),
  };
  const { document } = await check(files, ["a.json", "b.json"]);
  expect(document?.resources.map(({ id, place }) => [id, place.jurisdiction])).toEqual([
    ["a.json#aws_s3_bucket.crm", "hong-kong"],
    ["b.json#aws_s3_bucket.crm", "mainland"],
  ]);
});
