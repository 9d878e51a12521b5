import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { known, type PlannedResource, unknown } from "../../src/model/index.ts";
import { hclFormat } from "../../src/plan/hcl/format.ts";
import { linesOf } from "../../src/plan/hcl/lines.ts";
import type { TemplateOptions } from "../../src/plan/template.ts";

const made: string[] = [];

afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true });
});

/** Texts as they are, anything else as JSON with a line for each member. */
function folderOf(files: Readonly<Record<string, unknown>>): string {
  const folder = mkdtempSync(join(tmpdir(), "hcl-json-"));
  made.push(folder);
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(join(folder, name), typeof content === "string" ? content : JSON.stringify(content, null, 1));
  }
  return folder;
}

async function read(folder: string, parameters: TemplateOptions["parameters"] = {}) {
  const template = await hclFormat.read(undefined, { path: folder, text: "", isFolder: true }, { parameters });
  const all = [...template.resources];
  return { all, template, at: (address: string) => found(all, address) };
}

function found(all: readonly PlannedResource[], address: string): PlannedResource {
  const one = all.find((resource) => resource.address === address);
  if (one === undefined) throw new Error(`no ${address} among ${all.map((resource) => resource.address).join(", ")}`);
  return one;
}

const estate = {
  "//": "written by a program",
  variable: { class: { type: "string", default: "personal" }, literal: { default: "$" + "{not.a.template}" } },
  provider: {
    aws: [{ region: "cn-north-1" }, { alias: "hk", region: "ap-east-1", default_tags: { tags: { team: "crm" } } }],
  },
  resource: {
    aws_s3_bucket: {
      crm: { bucket: "crm", tags: { "data-class": "$" + "{var.class}" } },
      copy: { provider: "aws.hk", bucket: "copy-$" + "{var.literal}", count: 1 },
    },
    aws_s3_bucket_replication_configuration: {
      away: {
        bucket: "$" + "{aws_s3_bucket.crm.id}",
        rule: [{ status: "Enabled", destination: [{ bucket: "$" + "{aws_s3_bucket.copy.arn}" }] }],
      },
    },
  },
};

describe.each(["main.tf.json", "main.tofu.json"])("%s", (name) => {
  test("is read as the same configuration in HCL would be", async () => {
    const folder = folderOf({ [name]: estate });
    const { at, template } = await read(folder);
    expect(at("aws_s3_bucket.crm").region).toEqual(known("cn-north-1"));
    expect(at("aws_s3_bucket.crm").settings.map("tags")).toEqual(known({ "data-class": "personal" }));
    const copy = at("aws_s3_bucket.copy");
    expect(copy.region).toEqual(known("ap-east-1"));
    expect(copy.settings.text("bucket")).toEqual(known("copy-$" + "{not.a.template}"));
    expect(copy.settings.map("tags_all")).toEqual(known({ team: "crm" }));
    const { settings } = at("aws_s3_bucket_replication_configuration.away");
    expect(settings.refs("bucket")).toEqual(["aws_s3_bucket.crm"]);
    expect(settings.refs("rule[0].destination[0].bucket")).toEqual(["aws_s3_bucket.copy"]);
    expect(settings.refs("rule.destination.bucket")).toEqual(["aws_s3_bucket.copy"]);
    expect(settings.text("rule.destination.bucket")).toEqual(unknown("unsupported"));
    expect(template.gaps).toEqual([]);
    expect(template.parameters).toMatchObject({ names: ["class", "literal"] });
  });

  test("gives each resource the line on which it is declared", async () => {
    const folder = folderOf({ [name]: estate });
    const text = JSON.stringify(estate, null, 1).split("\n");
    const line = text.findIndex((one) => one.includes('"copy":')) + 1;
    expect((await read(folder)).at("aws_s3_bucket.copy").line).toBe(line);
    expect(linesOf(folder)("aws_s3_bucket.copy[0]")).toEqual({ file: join(folder, name), line });
  });

  test("that is no JSON, or holds what is no block, is refused with its place", async () => {
    await expect(read(folderOf({ [name]: '{\n "resource": {,\n' }))).rejects.toThrow(
      `${name}:2:15: a text in quotation marks`,
    );
    await expect(read(folderOf({ [name]: '{ "resource": {\n "aws_s3_bucket": { "b": 1 } } }' }))).rejects.toThrow(
      `${name}:2:1: an object is expected`,
    );
    await expect(read(folderOf({ [name]: `${"[".repeat(100_000)}` }))).rejects.toThrow("nested deeper than 100");
  });
});

test("dynamic blocks are worked out", async () => {
  const dynamic = {
    rule: { for_each: ["a", "b"], iterator: "one", content: { id: "$" + "{one.value}", destination: { bucket: "x" } } },
  };
  const resource = { aws_s3_bucket_replication_configuration: { r: { bucket: "crm", dynamic } } };
  const { at } = await read(folderOf({ "main.tf.json": { resource } }));
  const rules = at("aws_s3_bucket_replication_configuration.r").settings.each("rule");
  expect(rules.known && rules.value.map((rule) => rule.text("id"))).toEqual([known("a"), known("b")]);
});

test("values of variables come from JSON too, and are no templates", async () => {
  const folder = folderOf({
    "main.tf": 'variable "a" {}\nvariable "b" {}\nresource "x_y" "z" {\n  a = var.a\n  b = var.b\n}\n',
    "terraform.tfvars.json": { a: "first", b: "$" + "{x}" },
    "more.auto.tfvars.json": { a: "second" },
    "unused.tfvars.json": { a: "third" },
  });
  const { settings } = (await read(folder)).at("x_y.z");
  expect([settings.text("a"), settings.text("b")]).toEqual([known("second"), known("$" + "{x}")]);
});

describe("files that override", () => {
  const base = `resource "aws_s3_bucket" "b" {
  bucket = "b"
  tags   = { data-class = "personal" }
  logging {
    target_bucket = "old"
  }
}
provider "aws" { region = "cn-north-1" }
provider "aws" {
  alias  = "hk"
  region = "ap-east-1"
}
`;

  test("set arguments one by one and blocks by their type", async () => {
    const folder = folderOf({
      "main.tf": base,
      "override.tf":
        'resource "aws_s3_bucket" "b" {\n  provider = aws.hk\n  logging {\n    target_bucket = "new"\n  }\n}\n',
      "z_override.tf.json": { resource: { aws_s3_bucket: { b: { bucket: "renamed" } } } },
    });
    const { at } = await read(folder);
    const bucket = at("aws_s3_bucket.b");
    expect(bucket.region).toEqual(known("ap-east-1"));
    expect(bucket.settings.text("bucket")).toEqual(known("renamed"));
    expect(bucket.settings.map("tags")).toEqual(known({ "data-class": "personal" }));
    expect(bucket.settings.text("logging[0].target_bucket")).toEqual(known("new"));
    expect(bucket).toMatchObject({ file: join(folder, "main.tf"), line: 1 });
  });

  test("override the provider block of the same alias alone, and a file given by itself", async () => {
    const folder = folderOf({ "main.tf": base, "a_override.tf": 'provider "aws" { region = "us-east-1" }\n' });
    expect((await read(folder)).at("aws_s3_bucket.b").region).toEqual(known("us-east-1"));
    const path = join(folder, "main.tf");
    const { resources } = await hclFormat.read(undefined, { path, text: base }, { parameters: {} });
    expect([...resources].map(({ region }) => region)).toEqual([known("us-east-1")]);
  });
});

test("where OpenTofu has a file of its own, Terraform's does not count", async () => {
  const bucket = (name: string) => ({ resource: { aws_s3_bucket: { [name]: {} } } });
  const folder = folderOf({
    "a.tf.json": bucket("terraform"),
    "a.tofu.json": bucket("tofu"),
    "b.tf": 'resource "aws_s3_bucket" "terraform_b" {}\n',
    "b.tofu": 'resource "aws_s3_bucket" "tofu_b" {}\n',
  });
  const { all } = await read(folder);
  expect(all.map(({ address }) => address).sort()).toEqual(["aws_s3_bucket.tofu", "aws_s3_bucket.tofu_b"]);
});

test("a configuration without resources says so", async () => {
  const folder = folderOf({ "main.tf": 'variable "x" {}\n' });
  expect((await read(folder)).template.notes).toEqual([
    `${folder} declares no resource, so there was nothing to judge`,
  ]);
  expect((await read(folderOf({ "main.tf.json": estate }))).template.notes).toEqual([]);
});
