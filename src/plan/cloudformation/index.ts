import { isOfDialect } from "../stack-template/recognise.ts";
import type { TemplateFormat } from "../template.ts";
import { cloudFormationMarks } from "./marks.ts";

/** Templates of AWS CloudFormation, of SAM, and what CDK synthesises. */
export const cloudFormationFormat: TemplateFormat = {
  id: cloudFormationMarks.id,
  title: cloudFormationMarks.title,
  recognises: (document, file) => isOfDialect(document, file, cloudFormationMarks),
  async read(_document, file, options) {
    const [{ readStackTemplate }, { cloudFormation }] = await Promise.all([
      import("../stack-template/read-stack-template.ts"),
      import("./dialect.ts"),
    ]);
    return readStackTemplate(file, options, cloudFormation);
  },
};
