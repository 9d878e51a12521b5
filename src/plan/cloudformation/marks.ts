import type { Marks } from "../stack-template/dialect.ts";

/** Apart from the dialect, so that looking whether a file is of this kind loads no reader. */
export const cloudFormationMarks: Marks = {
  id: "cloudformation",
  title: "CloudFormation template",
  versionKey: "AWSTemplateFormatVersion",
  version: "2010-09-09",
  kindPrefixes: ["AWS::"],
};
