import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { known, type PlannedResource } from "../../src/model/index.ts";
import { hclFormat } from "../../src/plan/hcl/format.ts";
import { linesOf } from "../../src/plan/hcl/lines.ts";
import type { TemplateFile, TemplateOptions } from "../../src/plan/template.ts";

const estate = "test/fixtures/templates/hcl/estate";
const made: string[] = [];

afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true });
});

function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "hcl-"));
  made.push(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

async function read(path: string, options: Partial<TemplateOptions> = {}, file?: TemplateFile) {
  const asked = file ?? { path, text: "", isFolder: true };
  const { resources, gaps } = await hclFormat.read(undefined, asked, { parameters: {}, ...options });
  const all = [...resources];
  return { all, gaps, at: (address: string) => found(all, address) };
}

function found(all: readonly PlannedResource[], address: string): PlannedResource {
  const one = all.find((resource) => resource.address === address);
  if (one === undefined) throw new Error(`no ${address} among ${all.map((resource) => resource.address).join(", ")}`);
  return one;
}

function only(text: string, options: Partial<TemplateOptions> = {}) {
  return read("x.tf", options, { path: "nowhere/x.tf", text });
}

describe("a folder of configuration without a plan", () => {
  test("gives every resource its address, change, place and what says so", async () => {
    const { all } = await read(estate);
    const told = all.map(({ address, change, region, regionEvidence }) =>
      [address, change, region.known ? region.value : "unknown", regionEvidence].join(" | "),
    );
    expect(told).toEqual([
      "aws_s3_bucket.crm | create | cn-north-1 | provider aws",
      "aws_s3_bucket.replica | create | ap-east-1 | provider aws.hk",
      "aws_s3_bucket_replication_configuration.crm | create | cn-north-1 | provider aws",
      "aws_s3_bucket.many | create | cn-north-1 | provider aws",
      "aws_db_instance.main | create | cn-north-1 | provider aws",
      "aws_dynamodb_table.ledger | create | cn-north-1 | provider aws",
      "aws_kms_key.hk | create | ap-east-1 | provider aws.hk",
      "data.aws_s3_bucket.old | none | cn-north-1 | provider aws",
      "azurerm_storage_account.logs | create | unknown | provider azurerm",
      "aws_s3_bucket_logging.crm | create | cn-north-1 | provider aws",
      "module.store.aws_s3_bucket.this | create | ap-east-1 | provider aws.hk",
      "module.store.aws_datasync_location_s3.from | create | ap-east-1 | provider aws.hk",
    ]);
  });

  test("reads what is literal, through locals, variables and conditions, and leaves the rest unknown", async () => {
    const { at } = await read(estate);
    const later = { known: false, why: "unsupported" };
    expect(at("aws_s3_bucket.crm").settings.text("bucket")).toEqual({ known: true, value: "crm-crm" });
    expect(at("aws_s3_bucket.replica").settings.text("bucket")).toEqual(later);
    expect(at("aws_s3_bucket.many").settings.text("bucket")).toEqual(later);
    expect(at("aws_db_instance.main").settings.flag("publicly_accessible")).toEqual({ known: true, value: false });
    expect(at("aws_db_instance.main").settings.text("password")).toEqual(later);
    expect(at("aws_db_instance.main").settings.map("tags_all")).toEqual(later);
    expect(at("aws_dynamodb_table.ledger").settings.text("replica[0].region_name")).toEqual(known("eu-west-1"));
    expect(at("aws_kms_key.hk").settings.text("policy")).toEqual({ known: true, value: '{\n  "Statement": "ab"\n}\n' });
    expect(at("azurerm_storage_account.logs").settings.text("location")).toEqual({
      known: true,
      value: "China East 2",
    });
    expect(at("module.store.aws_s3_bucket.this").settings.text("bucket")).toEqual({ known: true, value: "hk-store" });
    expect(JSON.stringify((await read(estate)).all)).not.toContain("hunter2");
  });

  test("lays the provider's default tags under the resource's own", async () => {
    const { at } = await read(estate);
    expect(at("aws_s3_bucket.crm").settings.map("tags_all")).toEqual({
      known: true,
      value: { team: "crm", "data-class": "personal", owner: "sales" },
    });
    expect(at("aws_s3_bucket.replica").settings.map("tags_all")).toEqual({ known: true, value: undefined });
  });

  test("follows references through blocks, modules and their outputs", async () => {
    const { at } = await read(estate);
    const refs = (address: string, path: string) => at(address).settings.refs(path);
    const replication = "aws_s3_bucket_replication_configuration.crm";
    expect(refs(replication, "bucket")).toEqual(["aws_s3_bucket.crm"]);
    expect(refs(replication, "rule[0].destination.bucket")).toEqual(["aws_s3_bucket.replica"]);
    expect(refs(replication, "role")).toEqual([]);
    expect(refs("aws_dynamodb_table.ledger", "replica")).toEqual(["aws_kms_key.hk"]);
    expect(refs("module.store.aws_datasync_location_s3.from", "s3_bucket_arn")).toEqual(["data.aws_s3_bucket.old"]);
    expect(refs("aws_s3_bucket_logging.crm", "target_bucket")).toEqual(["module.store.aws_s3_bucket.this"]);
  });

  test("follows a reference from within a block that each reads", async () => {
    const { at } = await read(estate);
    const [rule] = itemsOf(at("aws_s3_bucket_replication_configuration.crm").settings.each("rule"));
    expect(rule?.refs("destination.bucket")).toEqual(["aws_s3_bucket.replica"]);
  });

  test("reads the cloud and the account of the provider block", async () => {
    const { at } = await read(estate);
    expect(at("azurerm_storage_account.logs").partition).toBe("china");
    expect(at("aws_s3_bucket.crm").account).toBe("111122223333");
  });

  test("takes variables from the command line before files of values before defaults", async () => {
    const folder = folderOf({
      "main.tf": 'variable "a" {\n  default = "default"\n}\nresource "aws_s3_bucket" "b" {\n  bucket = var.a\n}\n',
    });
    const bucket = async (options: Partial<TemplateOptions> = {}) =>
      (await read(folder, options)).at("aws_s3_bucket.b").settings.text("bucket");
    expect(await bucket()).toEqual({ known: true, value: "default" });
    writeFileSync(join(folder, "terraform.tfvars"), 'a = "file"\n');
    expect(await bucket()).toEqual({ known: true, value: "file" });
    writeFileSync(join(folder, "b.auto.tfvars"), 'a = "auto"\n');
    expect(await bucket()).toEqual({ known: true, value: "auto" });
    expect(await bucket({ parameters: { a: "given" } })).toEqual({ known: true, value: "given" });
  });

  test("reads a document that jsonencode writes, where all of it is known", async () => {
    const text = `
      locals { who = "*" }
      resource "aws_s3_bucket_policy" "open" {
        policy = jsonencode({ Statement = [{ Effect = "Allow", Principal = local.who }] })
      }
      resource "aws_s3_bucket_policy" "later" {
        policy = jsonencode({ Statement = [{ Effect = "Allow", Principal = var.who, Sid = aws_s3_bucket_policy.open.id }] })
      }`;
    const { at } = await only(text);
    expect(at("aws_s3_bucket_policy.open").settings.text("policy")).toEqual({
      known: true,
      value: '{"Statement":[{"Effect":"Allow","Principal":"*"}]}',
    });
    const { settings } = at("aws_s3_bucket_policy.later");
    expect(settings.text("policy")).toEqual({ known: false, why: "unsupported" });
    expect(settings.refs("policy")).toEqual(["aws_s3_bucket_policy.open"]);
  });

  test("takes --region only where no provider block says one", async () => {
    const { at } = await read(estate, { region: "eu-west-1" });
    expect(at("aws_s3_bucket.crm").region).toEqual({ known: true, value: "cn-north-1" });
    const bare = await only('resource "aws_s3_bucket" "b" {}', { region: "eu-west-1" });
    expect(bare.at("aws_s3_bucket.b")).toMatchObject({
      region: { known: true, value: "eu-west-1" },
      regionEvidence: "--region",
    });
    const unsure = await only('provider "aws" {\n region = var.r\n}\nresource "aws_s3_bucket" "b" {}', { region: "x" });
    expect(unsure.at("aws_s3_bucket.b").region).toEqual({ known: false, why: "unsupported" });
  });

  test("one file is judged in the light of those beside it, which are not", async () => {
    const path = `${estate}/main.tf`;
    const { at } = await read(path, {}, { path, text: readFileSync(path, "utf8") });
    expect(at("aws_s3_bucket.replica").region).toEqual({ known: true, value: "ap-east-1" });
    const providers = `${estate}/providers.tf`;
    const { all } = await read(providers, {}, { path: providers, text: readFileSync(providers, "utf8") });
    expect(new Set(all.map(({ change }) => change))).toEqual(new Set(["none"]));
  });

  test("leaves out a module that is called no times", async () => {
    const folder = folderOf({
      "main.tf": `module "m" {\n  source = "./m"\n  count  = var.on ? 1 : 0\n}\nvariable "on" {}\n`,
    });
    mkdirSync(join(folder, "m"));
    writeFileSync(join(folder, "m", "main.tf"), 'resource "aws_s3_bucket" "b" {}\n');
    const addresses = async (on?: string) =>
      (await read(folder, on === undefined ? {} : { parameters: { on } })).all.map(({ address }) => address);
    expect(await addresses("false")).toEqual([]);
    expect(await addresses("true")).toEqual(["module.m.aws_s3_bucket.b"]);
    expect(await addresses()).toEqual(["module.m.aws_s3_bucket.b"]);
  });

  test("says what it did not see", async () => {
    const { gaps } = await read(estate);
    expect(gaps.map(({ address }) => address)).toEqual(["module.elsewhere"]);
  });
});

describe("the lines of a configuration", () => {
  test("are found by a plan's address, through modules and whatever its keys", () => {
    const at = linesOf(estate);
    expect(at("aws_s3_bucket.crm")).toEqual({ file: `${estate}/main.tf`, line: 1 });
    expect(at('aws_s3_bucket.many["a.b[0]"]')).toEqual({ file: `${estate}/main.tf`, line: 24 });
    expect(at("data.aws_s3_bucket.old")).toEqual({ file: `${estate}/main.tf`, line: 61 });
    expect(at('module.store["x"].aws_s3_bucket.this[0]')).toEqual({
      file: `${estate}/modules/store/main.tf`,
      line: 4,
    });
    expect(at("aws_s3_bucket.other")).toBeUndefined();
  });

  test("are those of a real plan's resources, but for what the configuration no longer has", () => {
    const plan: unknown = JSON.parse(readFileSync("test/fixtures/plans/terraform/aws5/plan.json", "utf8"));
    const at = linesOf("test/fixtures/plans/terraform/aws5/after");
    const missing = changesOf(plan).filter((address) => at(address) === undefined);
    expect(missing).toEqual(["aws_s3_bucket.forgotten", "aws_s3_bucket.old"]);
  });

  test("are not there for a file of newer syntax, and a missing folder is an error", () => {
    const folder = folderOf({ "a.tf": 'resource "x" "y" {}\n', "b.tf": "what <is> this" });
    expect(linesOf(folder)("x.y")).toEqual({ file: `${folder}/a.tf`, line: 1 });
    expect(() => linesOf(join(folder, "none"))).toThrow(/there is no such folder/);
  });
});

function changesOf(plan: unknown): readonly string[] {
  if (typeof plan !== "object" || plan === null || !("resource_changes" in plan)) return [];
  const changes: readonly unknown[] = Array.isArray(plan.resource_changes) ? plan.resource_changes : [];
  return changes.flatMap((change) =>
    typeof change === "object" && change !== null && "address" in change ? [String(change.address)] : [],
  );
}

function itemsOf<T>(known: { readonly known: boolean; readonly value?: readonly T[] }): readonly T[] {
  return known.value ?? [];
}

describe("bad input", () => {
  test.each([
    ["a block that does not end", 'resource "a" "b" {\n', /^nowhere\/x\.tf:2:1: the file ends within a block/],
    ["a text that does not end", 'a = "b\n', /x\.tf:1:7: a text that does not end in its line/],
    ["a heredoc that does not end", "a = <<EOT\nb\n", /the heredoc EOT does not end/],
    ["lists 100,000 deep", `a = ${"[".repeat(100_000)}`, /x\.tf:1:\d+: an expression nested deeper/],
    ["blocks 100,000 deep", "a {".repeat(100_000), /x\.tf:1:\d+: blocks nested deeper/],
    ["signs 100,000 deep", `a = ${"!".repeat(100_000)}b`, /an expression nested deeper/],
    ["texts within texts", `a = ${'"${'.repeat(100_000)}`, /an expression nested deeper/],
    ["binary", "\u0000\u0001", /x\.tf:1:1: an attribute or a block is expected/],
    ["JSON", '{"resource": {}}', /x\.tf:1:1: an attribute or a block is expected/],
    ["the same argument twice", "a = 1\na = 2\n", /x\.tf:2:\d: a is set a second time/],
    [
      "the same resource twice",
      'resource "a" "b" {}\nresource "a" "b" {}\n',
      /x\.tf:2: a\.b is declared a second time; the first one is at nowhere\/x\.tf:1/,
    ],
    [
      "locals in a circle",
      `locals {\n a = local.b\n b = "\${local.a}"\n}\nresource "a" "b" {\n c = local.a\n}`,
      /a value that needs itself: local\.a -> local\.b -> local\.a/,
    ],
  ])("%s gives one error with file and place", async (_what, text, message) => {
    await expect((async () => only(text))()).rejects.toMatchObject({
      code: "input",
      message: expect.stringMatching(message),
    });
  });

  test("a module that calls itself is an error", async () => {
    const folder = folderOf({ "main.tf": 'module "again" {\n  source = "./"\n}\n' });
    await expect((async () => read(folder))()).rejects.toThrow(/main\.tf:1: module\.again calls a module/);
  });

  test.each([
    ["a device", "/dev/zero", /x\.tf: it is no file/],
    ["nothing", "/nowhere/at/all", /x\.tf: it cannot be read \(ENOENT\)/],
  ])("a link to %s is an error that names it", async (_what, target, message) => {
    const folder = folderOf({ "main.tf": "" });
    symlinkSync(target, join(folder, "x.tf"));
    await expect((async () => read(folder))()).rejects.toMatchObject({
      code: "input",
      message: expect.stringMatching(message),
    });
  });

  test("values that double at every step are not made", async () => {
    const locals = Array.from({ length: 80 }, (_, index) =>
      index === 0 ? 'l0 = "xx"' : `l${index} = "\${local.l${index - 1}}\${local.l${index - 1}}"`,
    );
    const { at } = await only(`locals {\n${locals.join("\n")}\n}\nresource "a" "b" {\n c = local.l79\n}\n`);
    expect(at("a.b").settings.text("c")).toEqual({ known: false, why: "unsupported" });
    expect(at("a.b").settings.refs("c")).toEqual([]);
  });

  test("only folders and files of configuration are recognised", () => {
    expect(hclFormat.recognises(undefined, { path: estate, text: "", isFolder: true })).toBe(true);
    expect(hclFormat.recognises(undefined, { path: "src", text: "", isFolder: true })).toBe(false);
    expect(hclFormat.recognises(undefined, { path: "a.tf", text: "" })).toBe(true);
    expect(hclFormat.recognises({}, { path: "a.json", text: "{}" })).toBe(false);
  });
});
