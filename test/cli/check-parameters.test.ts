import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { Document } from "../../src/model/index.ts";
import { emptyFolder, jingnei } from "../support/command.ts";

/** Files in an empty folder, checked with arguments. */
async function check(files: Readonly<Record<string, string>>, args: readonly string[]) {
  const cwd = emptyFolder();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, name)), { recursive: true });
    writeFileSync(join(cwd, name), text);
  }
  const { code, stderr } = await jingnei(["check", ...args, "--format", "json"], { cwd });
  const report = join(cwd, "jingnei-report/report.json");
  const document = existsSync(report) ? Document.parse(JSON.parse(readFileSync(report, "utf8"))) : undefined;
  return { code, stderr, document };
}

const stack = `Parameters:
  BucketName: { Type: String }
  Class: { Type: String }
Resources:
  Bucket:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: !Ref BucketName
      Tags: [{ Key: data-class, Value: !Ref Class }]
`;
const folder = `variable "name" {}
variable "class" {}
provider "aws" { region = "ap-east-1" }
resource "aws_s3_bucket" "b" {
  bucket = var.name
  tags   = { data-class = var.class }
}
`;
const arm = JSON.stringify({
  $schema: "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  contentVersion: "1.0.0.0",
  parameters: { where: { type: "string" } },
  resources: [
    {
      type: "Microsoft.Storage/storageAccounts",
      name: "members",
      location: "[parameters('where')]",
      sku: { name: "Standard_LRS" },
    },
  ],
});
const plan = JSON.stringify({
  format_version: "1.2",
  terraform_version: "1.11.4",
  resource_changes: [],
  configuration: {},
});

describe("--parameters", () => {
  test("may be given several times, as values and as a file, and the last one wins", async () => {
    const file = JSON.stringify({ BucketName: "from-file", Class: "general" });
    const checked = await check({ "cf.yaml": stack, "p.json": file }, [
      "cf.yaml",
      "--parameters",
      "p.json",
      "--parameters",
      "Class=personal",
      "--region",
      "ap-east-1",
    ]);
    const [bucket] = checked.document?.resources ?? [];
    expect(bucket).toMatchObject({ name: "from-file", tags: { "data-class": "personal" } });
  });

  test.each([
    ["cf.yaml", stack, "BuckteName", "BucketName"],
    ["cf.yaml", stack, "class", "Class"],
    ["main.tf", folder, "nmae", "name"],
    ["main.json", arm, "were", "where"],
  ])(
    "of %s that the template does not have is refused, and the nearest one named",
    async (name, text, given, meant) => {
      const checked = await check({ [name]: text }, [name, "--parameters", `${given}=canary-0c1e`]);
      expect(checked.stderr).toContain(
        `--parameters "${given}": no template has a parameter of this name. Did you mean "${meant}"?`,
      );
      expect(checked.stderr).not.toContain("canary-0c1e");
      expect(checked.code).toBe(2);
      expect(checked.document).toBeUndefined();
    },
  );

  test("of a template that minds no capitals may be spelled otherwise", async () => {
    const checked = await check({ "main.json": arm }, ["main.json", "--parameters", "WHERE=eastasia"]);
    expect(checked.document?.resources[0]?.place.region).toBe("eastasia");
  });

  test("that the service itself fills in are no mistake", async () => {
    const checked = await check({ "cf.yaml": stack }, [
      "cf.yaml",
      "--parameters",
      "AWS::AccountId=111122223333",
      "--parameters",
      "AWS::StackName=members",
    ]);
    expect(checked.document?.resources[0]?.account).toBe("111122223333");
  });

  test("need to be known to one of several templates", async () => {
    const files = { "cf.yaml": stack, "main.json": arm };
    const both = ["cf.yaml", "main.json", "--parameters", "where=eastasia", "--parameters", "Class=personal"];
    expect((await check(files, both)).document?.resources).toHaveLength(2);
  });

  test("mean nothing to a plan, where all values are known", async () => {
    const checked = await check({ "plan.json": plan }, ["plan.json", "--parameters", "name=x"]);
    expect(checked.stderr).toContain('--parameters "name": no template has a parameter of this name.');
    expect(checked.stderr).toContain("plans, states and previews take none");
    expect(checked.code).toBe(2);
  });

  test("are not counted as wrong where a macro that is not run may declare them", async () => {
    const text = `Transform: [Company::Macro]\n${stack}`;
    const checked = await check({ "cf.yaml": text }, ["cf.yaml", "--parameters", "Other=x"]);
    expect(checked.code).not.toBe(2);
  });
});
