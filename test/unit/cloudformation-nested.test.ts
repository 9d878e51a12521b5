import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { known, unknown } from "../../src/model/index.ts";
import { cloudFormationFormat } from "../../src/plan/cloudformation/index.ts";
import { readWith } from "../support/read-template.ts";

const main = "test/fixtures/templates/cloudformation/stacks/main.yaml";

describe("nested stacks", () => {
  test("are read where their template lies beside the file, under the address of the stack", async () => {
    const template = await readWith(cloudFormationFormat, main, { region: "ap-east-1" });
    expect(template.addresses).toEqual([
      "Storage.Bucket",
      "Key",
      "Delivery",
      "Everywhere[ap-east-1].Log",
      "Everywhere[eu-central-1].Log",
    ]);
    expect(template.at("Storage.Bucket")).toMatchObject({
      file: "test/fixtures/templates/cloudformation/stacks/storage.yaml",
      line: 6,
      label: "Bucket",
      region: known("ap-east-1"),
    });
  });

  test("take parameters from the outer stack and hand outputs back, and references go through both", async () => {
    const { at } = await readWith(cloudFormationFormat, main);
    const key = "BucketEncryption.ServerSideEncryptionConfiguration[0].ServerSideEncryptionByDefault.KMSMasterKeyID";
    expect(at("Storage.Bucket").settings.text("BucketName")).toEqual(known("crm-data-exports"));
    expect(at("Storage.Bucket").settings.refs(key)).toEqual(["Key"]);
    expect(at("Delivery").settings.refs("S3DestinationConfiguration.BucketARN")).toEqual(["Storage.Bucket"]);
  });

  test("a stack set makes its resources in each region that it names", async () => {
    const { at } = await readWith(cloudFormationFormat, main, { region: "cn-north-1" });
    expect(at("Everywhere[eu-central-1].Log")).toMatchObject({ file: main, line: 27, region: known("eu-central-1") });
    expect(at("Everywhere[ap-east-1].Log").settings.text("LogGroupName")).toEqual(known("/audit/ap-east-1"));
  });

  test("a stack set whose regions are not stated has no region, whatever the command line says", async () => {
    const text = `Resources:
  Set:
    Type: AWS::CloudFormation::StackSet
    Properties:
      TemplateBody: "Resources: { B: { Type: 'AWS::S3::Bucket' } }"
`;
    const { at } = await readWith(cloudFormationFormat, "set.yaml", { region: "cn-north-1" }, text);
    expect(at("Set.B").region).toEqual(unknown("unsupported"));
  });

  test("one whose template is at an address is a gap that does not repeat the address", async () => {
    const { gaps } = await readWith(cloudFormationFormat, main);
    expect(gaps).toEqual([
      {
        address: "Uploaded",
        kind: "AWS::CloudFormation::Stack",
        detail: "this nested stack is not read: its template is at an address, and only files are read",
      },
    ]);
  });
});

describe("the template of a nested stack", () => {
  let folder = "";
  const inside = (...names: string[]): string => join(folder, "given", ...names);
  const nesting = (url: string): string =>
    `Resources:\n  Child:\n    Type: AWS::CloudFormation::Stack\n    Properties: { TemplateURL: ${JSON.stringify(url)} }\n`;
  const bucket = "Resources:\n  B: { Type: AWS::S3::Bucket }\n";

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "jingnei-nested-"));
    mkdirSync(inside("deeper"), { recursive: true });
    writeFileSync(join(folder, "outside.yaml"), bucket);
    writeFileSync(inside("deeper", "up.yaml"), nesting("../child.yaml"));
    writeFileSync(inside("child.yaml"), bucket);
    writeFileSync(inside("secret.env"), "PASSWORD=not-for-showing\n");
    writeFileSync(inside("a.yaml"), nesting("b.yaml"));
    writeFileSync(inside("b.yaml"), nesting("./deeper/../a.yaml"));
    symlinkSync(join(folder, "outside.yaml"), inside("link.yaml"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test("may lie in a folder below and refer to one above it, within the folder of the given file", async () => {
    const { addresses } = await readWith(cloudFormationFormat, inside("x.yaml"), {}, nesting("deeper/up.yaml"));
    expect(addresses).toEqual(["Child.Child.B"]);
  });

  test("has the account of the outer stack, and a name of its own that nobody knows yet", async () => {
    const inner =
      "Resources:\n  B: { Type: AWS::S3::Bucket, Properties: { A: !Ref AWS::AccountId, N: !Ref AWS::StackName } }\n";
    writeFileSync(inside("names.yaml"), inner);
    const parameters = { "AWS::AccountId": "111122223333", "AWS::StackName": "outer" };
    const { at } = await readWith(cloudFormationFormat, inside("x.yaml"), { parameters }, nesting("names.yaml"));
    expect(at("Child.B").account).toBe("111122223333");
    expect(at("Child.B").settings.text("A")).toEqual(known("111122223333"));
    expect(at("Child.B").settings.text("N")).toEqual(unknown("unsupported"));
  });

  test.each(["../outside.yaml", "link.yaml", "/etc/hostname", "absent.yaml", "deeper", "file:///etc/hostname"])(
    "is not read from %s",
    async (url) => {
      const { addresses, gaps } = await readWith(cloudFormationFormat, inside("x.yaml"), {}, nesting(url));
      expect(addresses).toEqual([]);
      expect(gaps).toHaveLength(1);
      expect(gaps[0]).toMatchObject({ address: "Child", detail: expect.stringContaining("not read") });
    },
  );

  test("is not looked for beside standard input", async () => {
    const { gaps } = await readWith(cloudFormationFormat, "-", {}, nesting("package.json"));
    expect(gaps[0]?.detail).toContain("standard input has no folder");
  });

  test("that is no template is refused without a word of it", async () => {
    const reading = readWith(cloudFormationFormat, inside("x.yaml"), {}, nesting("secret.env"));
    await expect(reading).rejects.toMatchObject({
      code: "input",
      message: `${inside("secret.env")}: it is no template: a template is a mapping with Resources`,
    });
  });

  test("that leads back to itself is refused with the way it takes", async () => {
    await expect(readWith(cloudFormationFormat, inside("a.yaml"))).rejects.toThrow("a.yaml → b.yaml → a.yaml");
  });

  test("is the file that CDK uploads, where its metadata names it", async () => {
    const text = JSON.stringify({
      Resources: {
        Child: {
          Type: "AWS::CloudFormation::Stack",
          Properties: { TemplateURL: { "Fn::Join": ["", ["https://", { Ref: "AWS::URLSuffix" }]] } },
          Metadata: { "aws:asset:path": "child.yaml", "aws:asset:property": "TemplateURL" },
        },
      },
    });
    const { addresses } = await readWith(cloudFormationFormat, inside("x.json"), {}, text);
    expect(addresses).toEqual(["Child.B"]);
  });

  test("whose parameters and outputs wait for each other is refused with the circle", async () => {
    const child =
      "Parameters: { In: { Type: String } }\nResources: { B: { Type: AWS::S3::Bucket } }\nOutputs: { Out: { Value: !Ref In } }\n";
    writeFileSync(inside("through.yaml"), child);
    const stack = (name: string, other: string): string =>
      `  ${name}:\n    Type: AWS::CloudFormation::Stack\n    Properties:\n      TemplateURL: through.yaml\n      Parameters: { In: !GetAtt ${other}.Outputs.Out }\n`;
    const text = `Resources:\n${stack("One", "Two")}${stack("Two", "One")}`;
    await expect(readWith(cloudFormationFormat, inside("x.yaml"), {}, text)).rejects.toThrow(
      "nested stack Two → nested stack One → nested stack Two",
    );
  });
});
