import { isOfDialect } from "../stack-template/recognise.ts";
import type { TemplateFormat } from "../template.ts";
import { rosMarks } from "./marks.ts";

/** Templates of Alibaba Cloud's Resource Orchestration Service. */
export const rosFormat: TemplateFormat = {
  id: rosMarks.id,
  title: rosMarks.title,
  recognises: (document, file) => isOfDialect(document, file, rosMarks),
  async read(_document, file, options) {
    const [{ readStackTemplate }, { ros }] = await Promise.all([
      import("../stack-template/read-stack-template.ts"),
      import("./dialect.ts"),
    ]);
    return readStackTemplate(file, options, ros);
  },
};
