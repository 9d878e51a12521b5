// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Fn::Sub writes its names like this.
import { describe, expect, test } from "vitest";
import { known, unknown } from "../../src/model/index.ts";
import { rosFormat } from "../../src/plan/ros/index.ts";
import { readWith } from "../support/read-template.ts";

const members = "test/fixtures/templates/ros/members.yaml";
const later = unknown("unsupported");

describe("a ROS template", () => {
  test("hands on its resources, counted ones by number, without queries and what a condition leaves out", async () => {
    const template = await readWith(rosFormat, members, { region: "ap-southeast-1" });
    expect(template.addresses).toEqual([
      "Members",
      "Disk[0]",
      "Disk[1]",
      "Attachment[0]",
      "Attachment[1]",
      "Database",
      "Backups.Vault",
    ]);
    expect(template.at("Disk[1]")).toMatchObject({
      kind: "ALIYUN::ECS::Disk",
      label: "Disk[1]",
      change: "create",
      file: members,
      line: 48,
      region: known("ap-southeast-1"),
    });
    expect(template.gaps).toEqual([]);
  });

  test("a condition on the region is open until the region is stated", async () => {
    const { addresses, at } = await readWith(rosFormat, members);
    expect(addresses).toContain("Mainland");
    expect(addresses).not.toContain("Archive");
    expect(at("Members")).toMatchObject({ region: later, regionEvidence: "stack region not stated" });
  });

  test("works out local names, mappings and functions; a secret stays unknown", async () => {
    const { at } = await readWith(rosFormat, members, { parameters: { Password: "from the shell" } });
    expect(at("Members").settings.text("BucketName")).toEqual(known("members-prod"));
    expect(at("Members").settings.text("RedundancyType")).toEqual(known("ZRS"));
    expect(at("Members").settings.map("Tags")).toEqual(known({ "data-class": "personal", 部门: "会员" }));
    expect(at("Disk[1]").settings.text("DiskName")).toEqual(known("members-1"));
    expect(at("Disk[1]").settings.text("Size")).toEqual(known("200"));
    expect(at("Disk[1]").settings.text("ZoneId")).toEqual(later);
    expect(at("Database").settings.text("DBInstanceDescription")).toEqual(known("members prod"));
    expect(at("Database").settings.text("MasterUserPassword")).toEqual(later);
  });

  test("a counted resource refers to the one of its number", async () => {
    const { at } = await readWith(rosFormat, members);
    expect(at("Disk[0]").settings.refs("ZoneId")).toEqual([]);
    expect(at("Attachment[0]").settings.refs("DiskId")).toEqual(["Disk[0]"]);
    expect(at("Attachment[1]").settings.refs("DiskId")).toEqual(["Disk[1]"]);
  });

  test("as many are made as the command line says; where it is not known how many, one stands for them", async () => {
    const four = await readWith(rosFormat, members, { parameters: { Nodes: 4 } });
    expect(four.addresses.filter((address) => address.startsWith("Disk"))).toHaveLength(4);
    const none = await readWith(rosFormat, members, { parameters: { Nodes: "0" } });
    expect(none.addresses.filter((address) => address.startsWith("Disk"))).toEqual([]);
    const text = "Parameters: { N: { Type: Number } }\nResources:\n  D: { Type: ALIYUN::ECS::Disk, Count: !Ref N }\n";
    expect((await readWith(rosFormat, "t.yaml", {}, text)).addresses).toEqual(["D"]);
  });

  test("the template within a stack is evaluated with that stack's own parameters", async () => {
    const open = await readWith(rosFormat, members);
    expect(open.at("Backups.Vault").settings.text("VaultRegionId")).toEqual(later);
    const { at } = await readWith(rosFormat, members, { parameters: { BackupRegion: "cn-hongkong" } });
    expect(at("Backups.Vault")).toMatchObject({ file: members, line: 67 });
    expect(at("Backups.Vault").settings.text("VaultRegionId")).toEqual(known("cn-hongkong"));
  });

  test("a stack group makes its resources in the regions of its instances", async () => {
    const text = `ROSTemplateFormatVersion: '2015-09-01'
Resources:
  Group:
    Type: ALIYUN::ROS::StackGroup
    Properties:
      StackGroupName: audit
      TemplateBody: { Resources: { Log: { Type: 'ALIYUN::SLS::Project' } } }
  Instances:
    Type: ALIYUN::ROS::StackInstances
    Properties: { StackGroupName: !Ref Group, RegionIds: [cn-hangzhou, ap-southeast-1] }
`;
    const { addresses, at } = await readWith(rosFormat, "t.yaml", { region: "cn-beijing" }, text);
    expect(addresses).toEqual(["Group[cn-hangzhou].Log", "Group[ap-southeast-1].Log"]);
    expect(at("Group[ap-southeast-1].Log").region).toEqual(known("ap-southeast-1"));
  });

  test("Terraform files within it are a gap that says what to check instead", async () => {
    const text =
      "ROSTemplateFormatVersion: '2015-09-01'\nTransform: Aliyun::Terraform-v1.5\nWorkspace: { main.tf: '' }\n";
    const { addresses, gaps } = await readWith(rosFormat, "t.yaml", {}, text);
    expect(addresses).toEqual([]);
    expect(gaps).toEqual([
      { address: null, kind: "Transform", detail: expect.stringContaining("check their plan instead") },
    ]);
  });
});

describe("a function of ROS", () => {
  test.each([
    ["{ Fn::Str: 12 }", "12"],
    ["{ Fn::Select: [b, { a: x, b: y }] }", "y"],
    ["{ Fn::Select: ['3', [a], other] }", "other"],
    ["{ Fn::Join: [',', { Fn::ListMerge: [[a], [b, c]] }] }", "a,b,c"],
    ["{ Fn::Select: [k, { Fn::MergeMap: [{ k: a }, { k: b }] }] }", "b"],
    ["{ Fn::Index: [b, [a, b]] }", "1"],
    ["{ Fn::Length: [a, b, c] }", "3"],
    ["{ Fn::Base64Decode: { Fn::Base64Encode: 文本 } }", "文本"],
    ["{ Fn::If: [Yes, a, b] }", "a"],
    ["{ Fn::If: [Flag, a, b] }", "b"],
    ["{ Ref: ALIYUN::Region }", "cn-hangzhou"],
    ["{ Fn::Sub: '${ALIYUN::Region}-${P}' }", "cn-hangzhou-1"],
  ])("%s is worked out as %s", async (value, text) => {
    const { at, gaps } = await readWith(rosFormat, "t.yaml", { region: "cn-hangzhou" }, template(value));
    expect(at("It").settings.text("X")).toEqual(known(text));
    expect(gaps).toEqual([]);
  });

  test.each([
    ["{ Fn::GetAtt: [Other, Name] }", ["Other"]],
    ["{ Fn::GetJsonValue: [a, { Ref: Other }] }", ["Other"]],
    ["{ Fn::ListMerge: [[a], { Ref: Other }] }", ["Other"]],
    ["{ Fn::GetAZs: { Ref: 'ALIYUN::Region' } }", []],
    ["{ Fn::GetStackOutput: [stack, output] }", []],
    ["{ Ref: ALIYUN::TenantId }", []],
    ["{ Ref: Stored }", []],
  ])("%s is not known before the stack is made", async (value, refs) => {
    const { at, gaps } = await readWith(rosFormat, "t.yaml", {}, template(value));
    expect(at("It").settings.text("X")).toEqual(later);
    expect(at("It").settings.refs("X")).toEqual(refs);
    expect(gaps).toEqual([]);
  });

  function template(value: string): string {
    return `ROSTemplateFormatVersion: '2015-09-01'
Parameters:
  P: { Type: Number, Default: 1 }
  Flag: { Type: Boolean, Default: false }
  Stored: { Type: ALIYUN::OOS::Parameter::Value, Default: /name }
Conditions:
  "Yes": { Fn::Or: [Never, { Fn::Equals: [1, { Ref: P }] }] }
  Never: { Fn::Not: { Fn::Equals: [a, a] } }
  Flag: { Ref: Flag }
Resources:
  Other: { Type: ALIYUN::OSS::Bucket }
  It:
    Type: ALIYUN::OSS::Bucket
    Properties:
      X: ${value}
`;
  }
});
