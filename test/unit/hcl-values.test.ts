import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { known, type PlannedResource, unknown } from "../../src/model/index.ts";
import { hclFormat } from "../../src/plan/hcl/format.ts";
import { callFunction } from "../../src/plan/hcl/functions.ts";
import { parseHclExpression } from "../../src/plan/hcl/parse.ts";
import { later, type TemplateValue } from "../../src/plan/settings.ts";

const made: string[] = [];

afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true });
});

/** The resources of a folder whose files are given by name. */
async function resourcesOf(files: Readonly<Record<string, string>>): Promise<ReadonlyMap<string, PlannedResource>> {
  const folder = mkdtempSync(join(tmpdir(), "hcl-values-"));
  made.push(folder);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const read = await hclFormat.read(undefined, { path: folder, text: "", isFolder: true }, { parameters: {} });
  return new Map([...read.resources].map((resource) => [resource.address, resource]));
}

const around = `
variable "unset" {}
variable "secret" {
  default   = "hunter2"
  sensitive = true
}
variable "settings" {
  type = object({ region = optional(string, "ap-east-1"), zone = optional(string), size = number })
  default = { size = 3, extra = "dropped" }
}
variable "never_null" {
  default  = "cn-north-1"
  nullable = false
}
resource "aws_s3_bucket" "a" {}
`;

/** An expression as the argument of a resource. */
async function settingOf(expression: string) {
  const all = await resourcesOf({ "main.tf": `${around}\nresource "x_y" "it" {\n  value = ${expression}\n}\n` });
  const settings = all.get("x_y.it")?.settings;
  if (settings === undefined) throw new Error("no resource");
  return settings;
}

describe("functions of HCL on what is known", () => {
  test.each([
    ['lower("AP-East-1")', "ap-east-1"],
    ['upper("ab")', "AB"],
    ['format("%s-%03d-%v%%", "b", 7, true)', "b-007-true%"],
    ['join("-", ["ap", "east"], ["1"])', "ap-east-1"],
    ['replace("cn_north_1", "_", "-")', "cn-north-1"],
    ['trimspace("  a b ")', "a b"],
    ['trimsuffix("ap-east-1a", "a")', "ap-east-1"],
    ['trimprefix("oss-cn-hongkong", "oss-")', "cn-hongkong"],
    ['substr("cn-hongkong-b", 0, length("cn-hongkong-b") - 2)', undefined],
    ['substr("cn-hongkong-b", 0, 11)', "cn-hongkong"],
    ['substr("abcdef", -2, -1)', "ef"],
    ['element(split("/", "a/b/c"), 4)', "b"],
    ['split("-", "cn-north-1")[1]', "north"],
    ['lookup({ hk = "ap-east-1" }, "hk", "cn-north-1")', "ap-east-1"],
    ['lookup({ hk = "ap-east-1" }, "bj", "cn-north-1")', "cn-north-1"],
    ['merge({ a = "1" }, null, { a = "2" })["a"]', "2"],
    ['merge([{ a = "1" }, { b = "3" }]...).b', "3"],
    ['concat(["a"], ["b", "c"])[2]', "c"],
    ['flatten([["a"], [["b"]]])[1]', "b"],
    ['join(",", keys({ b = 1, a = 2 }))', "a,b"],
    ['join(",", values({ b = 1, a = 2 }))', "2,1"],
    ['join(",", toset(["b", "a", "b"]))', "a,b"],
    ['join(",", distinct(["b", "a", "b"]))', "b,a"],
    ['join(",", sort(["b", "a"]))', "a,b"],
    ['join(",", formatlist("%s-%s", "x", ["a", "b"]))', "x-a,x-b"],
    ['contains(["a"], "a") ? "yes" : "no"', "yes"],
    ['contains(["a"], "b") ? "yes" : "no"', "no"],
    ['length({ a = 1 }) == 1 ? "one" : "other"', "one"],
    ['format("%d", abs(-3))', "3"],
    ['format("%d", max(1, 5, 3))', "5"],
    ['format("%d", min(4, 2))', "2"],
    ['coalesce(null, "", "c")', "c"],
    ['try(var.settings.nowhere, "fallback")', "fallback"],
    ['tomap({ a = "b" })["a"]', "b"],
    ["tostring(7)", "7"],
    ["jsonencode({ a = [1, true, null] })", '{"a":[1,true,null]}'],
    ['jsondecode("{\\"a\\":{\\"b\\":\\"c\\"}}").a.b', "c"],
    ['core::lower("A")', "a"],
    ['join(",", [for k, v in { b = "x", a = "y" } : format("%s%s", k, v)])', "ay,bx"],
    ['join(",", [for v in ["a", "b"] : upper(v) if v != "a"])', "B"],
    ['{ for v in ["a"] : v => upper(v) }["a"]', "A"],
    ['join(",", { for v in ["a1", "a2"] : substr(v, 0, 1) => v... }["a"])', "a1,a2"],
  ])("%s", async (expression, value) => {
    const text = (await settingOf(expression)).text("value");
    expect(text).toEqual(value === undefined ? unknown("unsupported") : known(value));
  });

  test.each([
    ["what comes with the apply", "lower(aws_s3_bucket.a.region)"],
    ["a variable that nobody sets", 'lookup({ a = "b" }, var.unset, "c")'],
    ["a map of which nothing is known", 'lookup(var.unset, "a", "c")'],
    ["a fallback behind what is not known yet", 'try(var.unset, "c")'],
    ["the first of several behind what is not known yet", 'coalesce(var.unset, "c")'],
    ["a list with an end that is not known", 'join("-", ["a", var.unset])'],
    ["whether a list holds something", 'contains(["a", var.unset], "b") ? "yes" : "no"'],
    ["the size of a set of things not known", "length(toset([var.unset, 1]))"],
    ["a secret", "upper(var.secret)"],
    ["a document of which a part is not known", "jsonencode({ a = var.unset })"],
    ["a file", 'file("main.tf")'],
    ["the clock", "timestamp()"],
    ["a function of a provider", 'provider::aws::arn_parse("arn:aws:s3:::b").region'],
    ["an expression between slashes", 'replace("abc", "/b/", "x")'],
    ["a verb of another kind", 'format("%5.2f", 1)'],
    ["an error", 'lookup({}, "a")'],
    ["too many arguments", 'lower("a", "b")'],
    ["arguments spread from what is not known", "merge(var.unset...)"],
    ["a loop with a condition that is not known", 'join(",", [for v in ["a"] : v if v == var.unset])'],
  ])("%s stays unknown", async (_what, expression) => {
    const settings = await settingOf(expression);
    expect(settings.text("value")).toEqual(unknown("unsupported"));
  });

  test("a name that no object may have harms nothing", () => {
    const given: TemplateValue = JSON.parse('{"__proto__":{"polluted":true}}');
    expect(callFunction("merge", [given, {}])).toEqual(given);
    expect("polluted" in {}).toBe(false);
    expect(callFunction("constructor", [])).toBe(later);
  });

  test("references go on through functions, and only through the branch that is taken", async () => {
    expect((await settingOf("lower(aws_s3_bucket.a.id)")).refs("value")).toEqual(["aws_s3_bucket.a"]);
    expect((await settingOf('false ? aws_s3_bucket.a.id : "b"')).refs("value")).toEqual([]);
    expect((await settingOf("[for b in [aws_s3_bucket.a] : b.id][0]")).refs("value")).toEqual(["aws_s3_bucket.a"]);
  });

  test("lists that double at every step are not made", async () => {
    const names = Array.from({ length: 60 }, (_, at) => {
      return at === 0 ? 'l0 = ["a"]' : `l${at} = concat(local.l${at - 1}, local.l${at - 1})`;
    });
    const nested = Array.from({ length: 60 }, (_, at) => {
      return at === 0 ? 'n0 = ["a"]' : `n${at} = [local.n${at - 1}, local.n${at - 1}]`;
    });
    const all = await resourcesOf({
      "main.tf": `locals {\n${[...names, ...nested].join("\n")}\n}\nresource "x_y" "it" {
        a = length(local.l59)\n b = jsonencode(local.n59)\n c = length(flatten(local.n59))\n}`,
    });
    const settings = all.get("x_y.it")?.settings;
    expect(["a", "b", "c"].map((name) => settings?.text(name))).toEqual(Array(3).fill(unknown("unsupported")));
  });

  test("loops within loops end with an error that names the folder", async () => {
    const loop = (depth: number): string => (depth === 0 ? "1" : `[for a${depth} in local.l : ${loop(depth - 1)}]`);
    const items = Array.from({ length: 60 }, () => "1").join(",");
    const text = `locals {\n l = [${items}]\n}\nresource "x_y" "it" {\n a = ${loop(6)}\n}`;
    await expect(resourcesOf({ "main.tf": text })).rejects.toThrow(/hcl-values-.*more than 2000000 steps/);
  });

  test("a call is read with its name and what is spread", () => {
    expect(parseHclExpression("merge(a, b...)")).toMatchObject({ kind: "call", name: "merge", isSpread: true });
    expect(parseHclExpression("merge(a..., b)")).toMatchObject({ kind: "call", isSpread: false });
  });
});

describe("variables under their types", () => {
  test("optional attributes take the type's default, others that are not given are null", async () => {
    expect((await settingOf("var.settings.region")).text("value")).toEqual(known("ap-east-1"));
    expect((await settingOf("var.settings.zone")).text("value")).toEqual(known(undefined));
    expect((await settingOf('lookup(var.settings, "region", "cn-north-1")')).text("value")).toEqual(known("ap-east-1"));
    expect((await settingOf("length(var.settings)")).text("value")).toEqual(known("3"));
  });

  test("null stands for the default only where a variable says so", async () => {
    const module = `variable "a" {\n default = "x"\n}\nvariable "b" {\n default = "y"\n nullable = false\n}
      resource "x_y" "it" {\n a = var.a\n b = var.b\n}`;
    const all = await resourcesOf({
      "main.tf": 'module "m" {\n source = "./m"\n a = null\n b = null\n}',
      "m/main.tf": module,
    });
    const settings = all.get("module.m.x_y.it")?.settings;
    expect(settings?.text("a")).toEqual(known(undefined));
    expect(settings?.text("b")).toEqual(known("y"));
  });
});

describe("dynamic blocks", () => {
  const text = `
variable "regions" {
  default = { hk = { region = "ap-east-1", target = "b" }, bj = { region = "cn-north-1", target = "c" } }
}
variable "unset" {}
resource "aws_s3_bucket" "a" {}
resource "aws_s3_bucket" "b" {}
resource "x_y" "it" {
  replica {
    region = "us-east-1"
  }
  dynamic "replica" {
    for_each = var.regions
    content {
      name   = replica.key
      region = replica.value.region
    }
  }
  dynamic "rule" {
    for_each = [aws_s3_bucket.a.arn, aws_s3_bucket.b.arn]
    iterator = to
    content {
      position = to.key
      dynamic "destination" {
        for_each = ["x"]
        content {
          bucket = to.value
          id     = destination.value
        }
      }
    }
  }
  dynamic "lost" {
    for_each = var.unset
    content {
      bucket = aws_s3_bucket.a.id
    }
  }
}`;

  test("are made where it is known what they go over, behind the blocks before them", async () => {
    const settings = (await resourcesOf({ "main.tf": text })).get("x_y.it")?.settings;
    const at = (path: string) => settings?.text(path);
    expect(["replica[0].region", "replica[1].name", "replica[1].region", "replica[2].region"].map(at)).toEqual(
      ["us-east-1", "bj", "cn-north-1", "ap-east-1"].map(known),
    );
    expect(["rule[1].position", "rule[1].destination[0].id"].map(at)).toEqual(["1", "x"].map(known));
  });

  test("refer to what their own turn is made of", async () => {
    const settings = (await resourcesOf({ "main.tf": text })).get("x_y.it")?.settings;
    const refs = (path: string) => settings?.refs(path);
    expect(refs("rule[0].destination[0].bucket")).toEqual(["aws_s3_bucket.a"]);
    expect(refs("rule[1].destination[0].bucket")).toEqual(["aws_s3_bucket.b"]);
    expect(refs("replica[1].region")).toEqual([]);
  });

  test("stay unknown as a whole where it is not known what they go over", async () => {
    const settings = (await resourcesOf({ "main.tf": text })).get("x_y.it")?.settings;
    expect(settings?.each("lost")).toEqual(unknown("unsupported"));
    expect(settings?.refs("lost")).toEqual(["aws_s3_bucket.a"]);
  });
});
