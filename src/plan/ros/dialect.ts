import type { Dialect, NestedStack } from "../stack-template/dialect.ts";
import { rosFunctions } from "./functions.ts";
import { rosMarks } from "./marks.ts";
import { groupMember, stackGroupInstances } from "./stack-group.ts";

const nestedStacks: ReadonlyMap<string, NestedStack> = new Map<string, NestedStack>([
  ["ALIYUN::ROS::Stack", { path: "TemplateURL", body: "TemplateBody", parameters: "Parameters" }],
  [
    "ALIYUN::ROS::StackGroup",
    { path: "TemplateURL", body: "TemplateBody", parameters: "Parameters", instances: stackGroupInstances },
  ],
]);

/** Words of ROS (Alibaba Cloud ROS User Guide: template structure, resources, functions, read 2026-11-22). */
export const ros: Dialect = {
  ...rosMarks,
  pseudoPrefix: "ALIYUN::",
  pseudo: {
    region: "ALIYUN::Region",
    noValue: "ALIYUN::NoValue",
    account: "ALIYUN::AccountId",
    index: "ALIYUN::Index",
  },
  counts: true,
  functions: rosFunctions,
  isLookup: (type) => type.startsWith("ALIYUN::OOS::Parameter") || type.startsWith("ALIYUN::OOS::SecretParameter"),
  makesNothing: (kind) => kind.startsWith("DATASOURCE::") || kind === groupMember,
  isExpanded: (kind) => kind.startsWith("ALIYUN::Serverless::"),
  macro(name) {
    if (/^Aliyun::Serverless-/i.test(name)) return "read";
    return name.startsWith("Aliyun::Terraform-")
      ? { why: "its Workspace holds Terraform files; check their plan instead" }
      : { why: "what it makes of the resources is not known" };
  },
  nested: (kind) => nestedStacks.get(kind),
};
