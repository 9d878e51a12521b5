import type { Dialect, NestedStack, TemplateFunction } from "../stack-template/dialect.ts";
import { commonFunctions, laterFunction } from "../stack-template/functions.ts";
import { cloudFormationMarks } from "./marks.ts";
import { withGlobals } from "./serverless-globals.ts";
import { stackSetInstances } from "./stack-set.ts";

/** Functions of the section `Rules`, which speaks of parameters only and of no resource. */
const ruleNames: readonly string[] = [
  "Contains",
  "EachMemberEquals",
  "EachMemberIn",
  "RefAll",
  "ValueOf",
  "ValueOfAll",
];

/** Functions whose value the service knows (CloudFormation User Guide, intrinsic function reference, read 2026-11-22). */
const laterNames: readonly string[] = ["Cidr", "GetAZs", "GetStackOutput", "ImportValue", "ToJsonString", "Transform"];

const functions: ReadonlyMap<string, TemplateFunction> = new Map([
  ...commonFunctions,
  ...[...laterNames, ...ruleNames].map((name): [string, TemplateFunction] => [`Fn::${name}`, laterFunction]),
]);

const nestedStacks: ReadonlyMap<string, NestedStack> = new Map<string, NestedStack>([
  ["AWS::CloudFormation::Stack", { path: "TemplateURL", parameters: "Parameters" }],
  ["AWS::Serverless::Application", { path: "Location", parameters: "Parameters" }],
  [
    "AWS::CloudFormation::StackSet",
    { path: "TemplateURL", body: "TemplateBody", parameters: "Parameters", instances: stackSetInstances },
  ],
]);

/** Macros of the service itself that leave what holds data as it stands in the file. */
const plainMacros =
  /^AWS::(?:Serverless-2016-10-31|LanguageExtensions|CodeDeployBlueGreen|ServiceCatalog|SecretsManager-[\d-]+)$/;

export const cloudFormation: Dialect = {
  ...cloudFormationMarks,
  pseudoPrefix: "AWS::",
  pseudo: {
    region: "AWS::Region",
    noValue: "AWS::NoValue",
    account: "AWS::AccountId",
    partition: "AWS::Partition",
  },
  counts: false,
  functions,
  isLookup: (type) => type.startsWith("AWS::SSM::Parameter::Value<"),
  makesNothing: () => false,
  isExpanded: (kind) => kind.startsWith("AWS::Serverless::"),
  macro(name) {
    if (plainMacros.test(name)) return "read";
    return {
      why: name === "AWS::Include" ? "it adds what another file holds" : "what it makes of the resources is not known",
    };
  },
  // CDK puts it there for SAM (aws/aws-cdk, cx-api assets, read 2026-11-22).
  assetKeyEnd: ":asset:path",
  nested: (kind) => nestedStacks.get(kind),
  properties: withGlobals,
};
