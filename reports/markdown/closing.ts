import { type Language, operatorStatusTerms, type ReportSource } from "../../src/model/index.ts";
import { codeSpan, escapeProse } from "../markdown-text.ts";
import { text } from "./text.ts";

/** Disclaimer, and by what and as of when this was judged. */
export function closing({ tool, run }: ReportSource, lang: Language): readonly string[] {
  const statuses = run.operator.status.map((status) => operatorStatusTerms[status][lang]);
  const facts = [
    escapeProse(`${tool.name} ${tool.version}`),
    `${text.rules[lang]} ${codeSpan(tool.policies.replace(/^sha256[-:]/, "").slice(0, 12))}`,
    `${text.lawAsOf[lang]} ${escapeProse(run.asOf)}`,
    `${text.operator[lang]}${lang === "zh" ? "：" : ": "}${statuses.join(lang === "zh" ? "、" : ", ")}`,
    `${text.run[lang]} ${codeSpan(run.id)}`,
  ];
  return ["", "---", "", escapeProse(tool.disclaimer[lang]), "", `<sub>${facts.join(" · ")}</sub>`];
}
