import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { providers } from "../../providers/index.ts";
import { emptyFolder, jingnei } from "../support/command.ts";

/** All permissions that a document allows, whatever the provider's format. */
function allowedBy(document: unknown): readonly string[] {
  if (typeof document !== "object" || document === null) return [];
  if ("Actions" in document) return texts(document.Actions);
  if (!("Statement" in document) || !Array.isArray(document.Statement)) return [];
  const statements: readonly { readonly Effect: string; readonly Action: unknown }[] = document.Statement;
  return statements.filter(({ Effect }) => Effect === "Allow").flatMap(({ Action }) => texts(Action));
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

/** One document as it is, or several by name. */
function documentsIn(stdout: string): readonly unknown[] {
  const product: Readonly<Record<string, unknown>> = JSON.parse(stdout);
  return "Statement" in product || "Actions" in product ? [product] : Object.values(product);
}

describe.each(Object.keys(providers))("permissions %s", (id) => {
  test("allows what the types and connecting declare, once each, and nothing else", async () => {
    const { code, stdout, stderr } = await jingnei(["permissions", id]);
    expect(code).toBe(0);
    const provider = await providers[id]?.();
    const declared = [
      ...(provider?.entry ?? []).filter((call) => call.with === undefined),
      ...((await provider?.types()) ?? []).flatMap(({ operations }) => operations.filter(({ unneeded }) => !unneeded)),
    ].map(({ permission }) => permission);
    const allowed = documentsIn(stdout).flatMap(allowedBy);
    expect(allowed.toSorted()).toEqual([...new Set(declared)].sort());
    expect(stderr).toContain("1. ");
    expect(stderr).toContain("jingnei preflight");
    expect(stderr).toContain(`${allowed.length} permissions`);
  });

  test("writes each document to a file of its own, which says the same", async () => {
    const cwd = emptyFolder();
    const [piped, filed] = [
      await jingnei(["permissions", id]),
      await jingnei(["permissions", id, "--output", "policies"], { cwd }),
    ];
    expect({ code: filed.code, stdout: filed.stdout }).toEqual({ code: 0, stdout: "" });
    const files = readdirSync(join(cwd, "policies")).sort();
    expect(files.every((file) => file.startsWith(`${id}-jingnei-read`) && file.endsWith(".json"))).toBe(true);
    const documents = files.map((file) => JSON.parse(readFileSync(join(cwd, "policies", file), "utf8")));
    expect(documents).toEqual(documentsIn(piped.stdout));
    for (const file of files) expect(filed.stderr).toContain(`policies/${file}`);
  });
});

test("--only and --skip narrow it to the types that are scanned", async () => {
  const only = await jingnei(["permissions", "aws", "--only", "aws/ec2/*", "--skip", "aws/ec2/flow-log,*/image"]);
  expect(documentsIn(only.stdout).flatMap(allowedBy).toSorted()).toEqual([
    "ec2:DescribeInstances",
    "ec2:DescribeRegions",
    "ec2:DescribeSnapshotAttribute",
    "ec2:DescribeSnapshots",
    "ec2:DescribeVolumes",
    "sts:GetCallerIdentity",
  ]);
});

test("listing a bucket's objects is not granted for the sake of its region", async () => {
  const { stdout, stderr } = await jingnei(["permissions", "aws", "--only", "aws/s3/*"]);
  expect(documentsIn(stdout).flatMap(allowedBy)).not.toContain("s3:ListBucket");
  expect(stderr).toContain("s3:ListBucket");
});

test("entering roles is granted where it is asked for, and noted where it is not", async () => {
  const without = await jingnei(["permissions", "aws"]);
  expect(documentsIn(without.stdout).flatMap(allowedBy)).not.toContain("sts:AssumeRole");
  expect(without.stderr).toContain("Left out: sts:AssumeRole");
  expect(without.stderr).toContain("--with role=");
  const entered = await jingnei(["permissions", "aws", "--with", "role=Audit,partition=aws-cn"]);
  expect(entered.stdout).toContain('"arn:aws-cn:iam::*:role/Audit"');
  expect(entered.stderr).not.toContain("Left out: sts:AssumeRole");
});

test("naming the accounts of an organisation is granted for sources that ask for them, and dry runs say the same", async () => {
  const without = await jingnei(["permissions", "aws", "--with", "role=Audit"]);
  expect(documentsIn(without.stdout).flatMap(allowedBy)).not.toContain("organizations:ListAccounts");
  expect(without.stderr).toContain("`accounts: organization`");
  expect(without.stderr).toContain("--with accounts=organization adds it");
  const settings = "role=Audit,accounts=organization";
  const asked = await jingnei(["permissions", "aws", "--with", settings]);
  expect(documentsIn(asked.stdout).flatMap(allowedBy)).toContain("organizations:ListAccounts");
  expect(asked.stderr).not.toContain("accounts=organization adds it");

  const cwd = emptyFolder();
  const dryRun = async (source: string) => {
    writeFileSync(join(cwd, "jingnei.yaml"), `sources: [{ provider: aws, ${source} }]\n`);
    return (await jingnei(["scan", "--dry-run"], { cwd })).stdout;
  };
  expect(await dryRun("role: Audit")).not.toContain("organizations:ListAccounts");
  expect(await dryRun("role: Audit, accounts: organization")).toContain("organizations:ListAccounts");
});

test("--quiet prints the document and says nothing; --lang zh says it in Chinese", async () => {
  const quiet = await jingnei(["permissions", "azure", "--quiet"]);
  expect({ ...quiet, stdout: "" }).toEqual({ code: 0, stdout: "", stderr: "" });
  expect((await jingnei(["permissions", "azure", "--lang", "zh"])).stderr).toContain("项权限");
});

test.each([
  [["awz"], 'there is no provider "awz". Did you mean aws?', "alibaba, aws, azure"],
  [[], "missing required argument 'provider'", "jingnei permissions --help"],
  [["aws", "--only", "aws/s4/bucket"], "Did you mean aws/s3/bucket?", "provider/service/thing"],
  [["aws", "--with", "rol=Audit"], "Did you mean role?", "jingnei.yaml"],
  [["aws", "--with", "role"], "--with role has no value", "key=value"],
  [["aws", "--with", "partition=aws-xy"], "--with partition", "jingnei.yaml"],
])("permissions %j is refused with code 2, naming what is near", async (args, message, remedy) => {
  const { code, stdout, stderr } = await jingnei(["permissions", ...args]);
  expect(stderr).toContain(message);
  expect(stderr).toContain(remedy);
  expect(stderr).toMatch(/^error: /);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
});

test("--inspect adds reading objects, denies it no longer, and says so", async () => {
  const { code, stdout, stderr } = await jingnei(["permissions", "aws", "--inspect"]);
  expect(code).toBe(0);
  const { Statement: statements }: { Statement: readonly { Effect: string; Action: readonly string[] }[] } =
    JSON.parse(stdout);
  const actions = (effect: string) => statements.flatMap(({ Effect, Action }) => (Effect === effect ? Action : []));
  expect(actions("Allow")).toEqual(expect.arrayContaining(["s3:GetObject", "s3:ListBucket", "kms:Decrypt"]));
  expect(actions("Deny")).toContain("sqs:ReceiveMessage");
  expect(actions("Deny").filter((action) => /^s3:GetObject|^kms:Decrypt/.test(action))).toEqual([]);
  expect(stderr).toMatch(
    /kms:Decrypt, s3:GetInventoryConfiguration, s3:GetObject, s3:ListBucket read samples of content/,
  );
});
