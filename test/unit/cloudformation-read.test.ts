// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Fn::Sub writes its names like this.
import { describe, expect, test } from "vitest";
import { known, unknown } from "../../src/model/index.ts";
import { cloudFormationFormat } from "../../src/plan/cloudformation/index.ts";
import { readWith } from "../support/read-template.ts";

const crm = "test/fixtures/templates/cloudformation/crm.yaml";
const later = unknown("unsupported");

function readText(text: string, options: Parameters<typeof readWith>[2] = {}) {
  return readWith(cloudFormationFormat, "template.yaml", options, text);
}

/** One bucket with a setting `X`, after other sections. */
async function setting(value: string, sections = "", options: Parameters<typeof readWith>[2] = {}) {
  const template = await readText(
    `${sections}\nResources:\n  Other:\n    Type: AWS::S3::Bucket\n  It:\n    Type: AWS::S3::Bucket\n    Properties:\n      X: ${value}\n`,
    options,
  );
  const { settings } = template.at("It");
  return { text: settings.text("X"), refs: settings.refs("X"), gaps: template.gaps, settings };
}

describe("a CloudFormation template", () => {
  test("hands on its resources with type, file and line, without those whose condition is false", async () => {
    const template = await readWith(cloudFormationFormat, crm, { region: "ap-east-1" });
    expect(template.addresses).toEqual([
      "RecordsKey",
      "ReplicationRole",
      "Records",
      "RecordsPolicy",
      "SubnetGroup",
      "Customers",
      "Worker",
    ]);
    expect(template.at("Records")).toMatchObject({
      kind: "AWS::S3::Bucket",
      label: "Records",
      change: "create",
      file: crm,
      line: 60,
      region: known("ap-east-1"),
      regionEvidence: "--region",
    });
    expect(template.gaps).toEqual([]);
  });

  test("hands on a resource whose condition depends on what is not known, and does not guess a region", async () => {
    const template = await readWith(cloudFormationFormat, crm);
    expect(template.addresses).toContain("MainlandArchive");
    expect(template.addresses).not.toContain("StagingCopy");
    expect(template.at("Records").region).toEqual(later);
    expect(template.at("Records").regionEvidence).toBe("stack region not stated");
  });

  test("takes parameters from the command line before defaults", async () => {
    const template = await readWith(cloudFormationFormat, crm, {
      parameters: { Environment: "staging", ReplicaBucketArn: "arn:aws:s3:::elsewhere" },
    });
    expect(template.addresses).toContain("StagingCopy");
    expect(template.addresses).not.toContain("ReplicationRole");
    expect(template.at("Records").settings.text("BucketName")).toEqual(known("crm-records-staging"));
    expect(template.at("Records").settings.each("ReplicationConfiguration.Rules")).toEqual(known([]));
    expect(template.at("Customers").settings.number("BackupRetentionPeriod")).toEqual(known(1));
  });

  test("keeps a parameter without a value unknown, and what is not to be echoed or looked up", async () => {
    const { at } = await readWith(cloudFormationFormat, crm, { parameters: { DatabasePassword: "from the shell" } });
    expect(at("Records").settings.text("ReplicationConfiguration.Rules[0].Destination.Bucket")).toEqual(later);
    expect(at("Customers").settings.text("MasterUserPassword")).toEqual(later);
    expect(at("Worker").settings.text("ImageId")).toEqual(later);
  });

  test("names the resources that a setting is made of, however deep they stand in it", async () => {
    const { at } = await readWith(cloudFormationFormat, crm);
    expect(at("Records").settings.refs("ReplicationConfiguration.Role")).toEqual(["ReplicationRole"]);
    expect(at("Records").settings.refs("ReplicationConfiguration")).toEqual(["ReplicationRole"]);
    expect(at("RecordsPolicy").settings.refs("PolicyDocument.Statement[0].Resource[1]")).toEqual(["Records"]);
    expect(at("Customers").settings.refs("KmsKeyId")).toEqual(["RecordsKey"]);
    expect(at("Worker").settings.refs("UserData")).toEqual(["Records"]);
  });

  test("reads JSON, with the line of each resource", async () => {
    const path = "test/fixtures/templates/cloudformation/queue.json";
    const { at } = await readWith(cloudFormationFormat, path);
    expect([at("Orders").line, at("Failed").line]).toEqual([7, 12]);
    expect(at("Orders").settings.text("QueueName")).toEqual(known("orders-in"));
    expect(at("Orders").settings.refs("RedrivePolicy.deadLetterTargetArn")).toEqual(["Failed"]);
  });

  test("takes account and partition where the command line gives them", async () => {
    const { at } = await readText(
      "Resources:\n  It:\n    Type: AWS::SNS::Topic\n    Properties:\n      X: !Sub arn:${AWS::Partition}:x:${AWS::AccountId}",
      { parameters: { "AWS::AccountId": "012345678901", "AWS::Partition": "aws-cn" } },
    );
    expect(at("It")).toMatchObject({ account: "012345678901", partition: "aws-cn" });
    expect(at("It").settings.text("X")).toEqual(known("arn:aws-cn:x:012345678901"));
  });
});

describe("a function of CloudFormation", () => {
  test.each([
    ["!Join ['', [a, 1, true]]", "a1true"],
    ["{ Fn::Join: ['/', { Fn::Split: ['.', a.b] }] }", "a/b"],
    ["!Select ['1', [a, b]]", "b"],
    ["!Select [0, !Split [',', 'x,y']]", "x"],
    ["!Sub ['${A}-${!B}', { A: !Join ['', [x, y]] }]", "xy-${B}"],
    ["!If [Never, a, b]", "b"],
    ["!If [Depends, same, same]", "same"],
    ["!FindInMap [Map, row, column]", "cell"],
    ["{ Fn::FindInMap: [Map, row, absent, { DefaultValue: d }] }", "d"],
    ["!Base64 text", "dGV4dA=="],
    ["{ Ref: AWS::Region }", "cn-north-1"],
    ["!Ref Days", "7"],
    ["2010-09-09", "2010-09-09"],
    ["012345678901", "012345678901"],
    ["!Join [., [a, b]]", "a.b"],
    ["y", "y"],
    ["No", "false"],
  ])("%s is worked out as %s", async (value, text) => {
    const result = await setting(value, sections, { region: "cn-north-1" });
    expect(result).toMatchObject({ text: known(text), refs: [], gaps: [] });
  });

  test.each([
    ["!Ref Other", ["Other"]],
    ["!GetAtt Other.Arn", ["Other"]],
    ["{ Fn::GetAtt: [Other, Arn] }", ["Other"]],
    ["!Sub 'arn:${AWS::Region}:${Other}'", ["Other"]],
    ["!Join ['', ['arn:', !GetAtt Other.Arn, '/*']]", ["Other"]],
    ["!Select [5, !Split [':', !GetAtt Other.Arn]]", ["Other"]],
    ["!If [Depends, !Ref Other, b]", ["Other"]],
    ["!If [Never, !Ref Other, !Ref Unset]", []],
    ["!Ref Unset", []],
    ["!ImportValue shared-bucket", []],
    ["!Select [0, !GetAZs '']", []],
    ["!Cidr [10.0.0.0/16, 2, 8]", []],
    ["!Ref AWS::AccountId", []],
    ["!Transform { Name: AWS::Include, Parameters: { Location: !Ref Other } }", ["Other"]],
    ["'{{resolve:secretsmanager:db:SecretString:password}}'", []],
    ["!Sub 'x{{resolve:ssm:name}}'", []],
    ["{ Fn::Invented: [!Ref Other] }", ["Other"]],
  ])("%s is not known before the stack is made", async (value, refs) => {
    expect(await setting(value, sections)).toMatchObject({ text: later, refs, gaps: [] });
  });

  test("AWS::NoValue takes a setting away, and an item of a list", async () => {
    expect((await setting("!Ref AWS::NoValue")).text).toEqual(known(undefined));
    expect((await setting("[a, !Ref AWS::NoValue, b]")).settings.texts("X")).toEqual(known(["a", "b"]));
  });

  test("a path below what is not known leads to what that is made of", async () => {
    const { settings } = await setting("!If [Depends, { A: [!Ref Other] }, !Ref AWS::NoValue]", sections);
    expect(settings.each("X.A")).toEqual(later);
    expect(settings.refs("X.A[0].B")).toEqual(["Other"]);
  });

  test("a resource that a condition leaves out is referred to by nobody", async () => {
    const { at } = await readText(`${sections}
Resources:
  Absent: { Type: AWS::S3::Bucket, Condition: Never }
  It: { Type: AWS::S3::Bucket, Properties: { X: !If [Depends, !Ref Absent, a] } }
`);
    expect(at("It").settings.text("X")).toEqual(later);
    expect(at("It").settings.refs("X")).toEqual([]);
  });

  test("a name that nothing declares is a gap that names the nearest, and an empty cell is one too", async () => {
    const missing = await setting("!Ref Unsett", sections);
    expect(missing.gaps).toEqual([
      {
        address: "It",
        kind: "AWS::S3::Bucket",
        detail: '"Unsett" is not declared in the template. Did you mean Unset?',
      },
    ]);
    const cell = await setting("!FindInMap [Map, row, absent]", sections);
    expect(cell.gaps.map(({ detail }) => detail)).toEqual(['the mapping "Map" has no "row.absent"']);
  });

  const sections = `
Parameters:
  Unset: { Type: String }
  Days: { Type: Number, Default: 7 }
Mappings:
  Map: { row: { column: cell } }
Conditions:
  Never: !Equals [a, b]
  Depends: !Or [!Condition Never, !Equals [!Ref Unset, a]]
`;
});

describe("what extends CloudFormation", () => {
  test("loops are written out, each copy at the line of its loop", async () => {
    const template = await readText(`Transform: AWS::LanguageExtensions
Resources:
  Fn::ForEach::Buckets:
    - Name
    - [eu-west, us]
    - Bucket&{Name}:
        Type: AWS::S3::Bucket
        Properties: { BucketName: !Sub "data-\${Name}" }
`);
    expect(template.addresses).toEqual(["Bucketeuwest", "Bucketus"]);
    expect(template.at("Bucketeuwest").settings.text("BucketName")).toEqual(known("data-eu-west"));
    expect(template.at("Bucketus").line).toBe(3);
  });

  test("a loop over what is not known is a gap, never silence", async () => {
    const { gaps } = await readText(
      "Parameters: { All: { Type: CommaDelimitedList } }\nResources:\n  Fn::ForEach::B: [N, !Ref All, { 'B${N}': { Type: AWS::S3::Bucket } }]\n",
    );
    expect(gaps).toHaveLength(1);
  });

  test("a macro that may change everything is a gap, those of the service that leave data alone are none", async () => {
    const { gaps } = await readText(
      "Transform: [AWS::Serverless-2016-10-31, Company]\nResources:\n  B: { Type: AWS::S3::Bucket }\n",
    );
    expect(gaps).toEqual([
      {
        address: null,
        kind: "Transform",
        detail: 'the macro "Company" is not run: what it makes of the resources is not known',
      },
    ]);
  });

  test("the globals of SAM reach the resources of their type", async () => {
    const { at } = await readText(`Transform: AWS::Serverless-2016-10-31
Globals:
  Function: { Tags: { data-class: personal }, Layers: [a], Timeout: 3 }
Resources:
  Work:
    Type: AWS::Serverless::Function
    Properties: { Tags: { team: crm }, Layers: [b], Timeout: 9 }
`);
    const { settings } = at("Work");
    expect(settings.map("Tags")).toEqual(known({ "data-class": "personal", team: "crm" }));
    expect(settings.texts("Layers")).toEqual(known(["a", "b"]));
    expect(settings.number("Timeout")).toEqual(known(9));
  });
});
