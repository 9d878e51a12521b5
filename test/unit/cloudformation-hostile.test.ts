// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Fn::Sub writes its names like this.
import { describe, expect, test } from "vitest";
import { known, unknown } from "../../src/model/index.ts";
import { cloudFormationFormat } from "../../src/plan/cloudformation/index.ts";
import { rosFormat } from "../../src/plan/ros/index.ts";
import { readWith } from "../support/read-template.ts";

const bucket = "  B:\n    Type: AWS::S3::Bucket\n";

function read(text: string, parameters: Record<string, unknown> = {}) {
  return readWith(cloudFormationFormat, "t.yaml", { parameters }, text);
}

function readRos(text: string) {
  return readWith(rosFormat, "t.yaml", {}, text);
}

describe("a broken template is refused with file and place", () => {
  test.each([
    ["nothing but space", " \n", "t.yaml: it is no template"],
    ["a list", "- a\n", "t.yaml: it is no template"],
    ["no resources", "AWSTemplateFormatVersion: 2010-09-09\n", "t.yaml: it declares no Resources"],
    ["an empty section", "Resources: {}\n", "t.yaml: it declares no Resources"],
    ["resources in a list", "Resources: [a]\n", "t.yaml: Resources is no mapping"],
    ["a resource without a type", `Resources:\n${bucket}  C: { Tipe: x }\n`, "t.yaml:4: Resources.C has no Type"],
    [
      "a second document",
      `Resources:\n${bucket}---\nResources:\n${bucket}`,
      "t.yaml:4:1: a second document starts here",
    ],
    ["a name that stands twice", `Resources:\n${bucket}${bucket}`, "t.yaml:4:3: the same key stands twice"],
    [
      "a name that stands twice in JSON",
      '{"Resources":{"A":{"Type":"AWS::S3::Bucket"},\n"A":{"Type":"AWS::S3::Bucket"}}}',
      't.yaml:2: "A" is declared twice',
    ],
    ["JSON that ends too early", '{"Resources":{\n"A":', "t.yaml:2:5: not valid JSON"],
    ["a tag of its own", `Resources:\n${bucket}    Properties: !Own x\n`, 't.yaml:4:17: the tag "!Own" is not known'],
    ["YAML that is none", "Resources:\n  B: [a\n", "t.yaml:"],
    ["a merge of a text", "Resources:\n  A:\n    <<: text\n", "t.yaml: `<<` takes a mapping"],
    ["an alias without an anchor", "Resources:\n  A: *nowhere\n", "t.yaml: an alias stands for itself"],
  ])("%s", async (_what, text, message) => {
    await expect(read(text)).rejects.toMatchObject({ code: "input", message: expect.stringContaining(message) });
  });

  test("a value that the template does not allow is refused, and not repeated", async () => {
    const text = `Parameters:\n  Size: { Type: String, AllowedValues: [small, large] }\nResources:\n${bucket}`;
    const error = await read(text, { Size: "smal" }).then(String, (refusal: Error) => refusal);
    expect(error).toMatchObject({ code: "input", message: expect.stringContaining("Did you mean small?") });
    await expect(read(text, { Size: "small" })).resolves.toBeDefined();
  });
});

describe("a circle is refused with the way it takes", () => {
  test.each([
    [
      "of conditions",
      `Conditions:\n  A: !Not [!Condition C]\n  C: !And [!Condition A, !Condition A]\nResources:\n${bucket}    Condition: A\n`,
      "condition A → condition C → condition A",
    ],
    [
      "of references",
      "Resources:\n  A: { Type: AWS::SNS::Topic, Properties: { X: !Ref B } }\n  B: { Type: AWS::SNS::Topic, Properties: { X: !Sub '${C.Arn}' } }\n  C: { Type: AWS::SNS::Topic, DependsOn: [A] }\n",
      "t.yaml:2: resources refer to each other in a circle: A → B → C → A",
    ],
    ["of one resource with itself", "Resources:\n  A: { Type: AWS::SNS::Topic, DependsOn: A }\n", "A → A"],
  ])("%s", async (_what, text, way) => {
    await expect(read(text)).rejects.toMatchObject({ code: "input", message: expect.stringContaining(way) });
  });

  test("of local names", async () => {
    const text =
      "Locals:\n  A: { Value: !Ref C }\n  C: { Value: !Sub '${A}x' }\nResources:\n  B: { Type: ALIYUN::OSS::Bucket, Properties: { X: !Ref A } }\n";
    await expect(readRos(text)).rejects.toThrow("local A → local C → local A");
  });

  test("but not where the way back is behind a condition that does not hold, or may not", async () => {
    const text = (held: string): string =>
      `Parameters: { P: { Type: String } }\nConditions: { C: !Equals [${held}, a] }\nResources:\n  A: { Type: AWS::SNS::Topic, Properties: { X: !If [C, !Ref B, x] } }\n  B: { Type: AWS::SNS::Topic, Properties: { X: !If [C, x, !Ref A] } }\n`;
    expect((await read(text("b"))).addresses).toEqual(["A", "B"]);
    expect((await read(text("!Ref P"))).addresses).toEqual(["A", "B"]);
  });

  test("nor between resources that SAM replaces by others", async () => {
    const text =
      "Transform: AWS::Serverless-2016-10-31\nResources:\n  Api: { Type: AWS::Serverless::Api, Properties: { DefinitionBody: !GetAtt Work.Arn } }\n  Work: { Type: AWS::Serverless::Function, Properties: { Events: !Ref Api } }\n";
    expect((await read(text)).addresses).toEqual(["Api", "Work"]);
  });
});

describe("a template made to exhaust the reader", () => {
  const levels = 100_000;
  const names = "abcdefghij".split("");
  const aliases = names.slice(1).map((name, index) => `${name}: &${name} [${`*${names[index]},`.repeat(10)}]`);

  test.each([
    ["brackets", `AWSTemplateFormatVersion: x\nResources: ${"[".repeat(levels)}`, "nested too deeply"],
    ["dashes", `${"- ".repeat(levels)}x`, "nested too deeply"],
    [
      "JSON",
      `{"Resources":{"A":{"Type":"AWS::S3::Bucket","Properties":${'{"a":'.repeat(levels)}1${"}".repeat(levels)}}}}`,
      "nested too deeply",
    ],
    [
      "aliases that multiply",
      `a: &a [1,1,1,1,1,1,1,1,1,1]\n${aliases.join("\n")}\nResources:\n${bucket}`,
      "aliases repeat",
    ],
    ["a text without end", `AWSTemplateFormatVersion: x\n${"#".repeat(5_000_000)}`, "larger than any template"],
    ["an alias of itself", "Resources:\n  A: &a\n    Type: AWS::S3::Bucket\n    Properties: *a\n", "nested too deeply"],
    [
      "conditions in a row",
      `Conditions:\n  C0: !Equals [a, a]\n${Array.from({ length: 2000 }, (_, index) => `  C${index + 1}: !Not [!Condition C${index}]\n`).join("")}Resources:\n${bucket}    Condition: C2000\n`,
      "nested too deeply",
    ],
  ])("%s", async (_what, text, message) => {
    await expect(read(text)).rejects.toMatchObject({ code: "input", message: expect.stringContaining(message) });
  });

  test("a number of copies", async () => {
    const text = "Resources:\n  B: { Type: ALIYUN::OSS::Bucket, Count: 1000000000 }\n";
    await expect(readRos(text)).rejects.toThrow("Count makes 1000000000");
  });

  test.each([
    ["lists", "[!Ref L%, !Ref L%]", 1],
    ["texts", "!Sub '${L%}${L%}'", 0],
  ])("%s that double are not worked out", async (_what, value, gaps) => {
    const locals = Array.from(
      { length: 60 },
      (_, index) => `  L${index + 1}: { Value: ${value.replaceAll("%", String(index))} }\n`,
    );
    const text = `Locals:\n  L0: { Value: text }\n${locals.join("")}Resources:\n  B: { Type: ALIYUN::OSS::Bucket, Properties: { X: !Ref L60 } }\n`;
    const template = await readRos(text);
    expect(template.at("B").settings.text("X")).toEqual(unknown("unsupported"));
    expect(template.gaps).toHaveLength(gaps);
  });

  test("names that every object inherits", async () => {
    const text =
      '{"Resources":{"__proto__":{"Type":"AWS::S3::Bucket","Properties":{"__proto__":{"x":1},"X":{"Ref":"constructor"}}}}}';
    const template = await read(text);
    expect(template.addresses).toEqual(["__proto__"]);
    expect(template.at("__proto__").settings.text("x")).toEqual(known(undefined));
    expect(template.gaps[0]?.detail).toContain('"constructor" is not declared');
  });
});

describe("which files are taken", () => {
  test.each([
    ["a version", "---\nAWSTemplateFormatVersion: '2010-09-09'\n", true, false],
    ["a type", `Resources:\n${bucket}`, true, false],
    ["a type within braces", "Resources:\n  B: { Type: AWS::S3::Bucket }\n", true, false],
    ["a version of ROS", "ROSTemplateFormatVersion: '2015-09-01'\n", false, true],
    ["a type of ROS", "Resources:\n  B:\n    Type: ALIYUN::OSS::Bucket\n", false, true],
    [
      "Kubernetes",
      "apiVersion: v1\nkind: ConfigMap\ndata:\n  t: |\n    Resources:\n      Type: AWS::S3::Bucket\n",
      false,
      false,
    ],
    ["compose", "services:\n  web:\n    image: nginx\n", false, false],
    ["prose", "The AWSTemplateFormatVersion: is a key\n", false, false],
  ])("YAML with %s", (_what, text, cloudFormation, ros) => {
    const file = { path: "f.yaml", text };
    expect(cloudFormationFormat.recognises(undefined, file)).toBe(cloudFormation);
    expect(rosFormat.recognises(undefined, file)).toBe(ros);
  });

  test.each([
    [{ AWSTemplateFormatVersion: "2010-09-09" }, true, false],
    [{ Resources: { B: { Type: "AWS::S3::Bucket" } } }, true, false],
    [{ Resources: { B: { Type: "ALIYUN::OSS::Bucket" } } }, false, true],
    [{ resources: [{ type: "Microsoft.Storage/storageAccounts" }] }, false, false],
    [{ format_version: "1.2", resource_changes: [] }, false, false],
    [null, false, false],
    [["AWSTemplateFormatVersion"], false, false],
  ])("JSON such as %j", (document, cloudFormation, ros) => {
    const file = { path: "f.json", text: JSON.stringify(document) };
    expect(cloudFormationFormat.recognises(document, file)).toBe(cloudFormation);
    expect(rosFormat.recognises(document, file)).toBe(ros);
  });
});
