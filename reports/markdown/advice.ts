import type { Language, StreamedFinding } from "../../src/model/index.ts";
import { codeSpan, escapeProse } from "../markdown-text.ts";
import { visibleLine } from "../visible.ts";
import { text } from "./text.ts";
import { within } from "./within.ts";

/** Room that the table leaves for what to do. */
export const mostAdvice = 6_000;
const mostRules = 20;
const longestRule = 100;
const longestAdvice = 700;

/** What to do, once for each rule: who reads a comment need not have the run at hand. */
export function adviceLines(findings: readonly StreamedFinding[], lang: Language): readonly string[] {
  const rules = new Map(findings.toReversed().map(({ policy, remediation }) => [policy, remediation[lang]]));
  const lines = [...rules]
    .toReversed()
    .filter(([, advice]) => advice !== "")
    .map(([policy, advice]) => {
      const rule = codeSpan(visibleLine(policy, longestRule));
      return `- ${rule}${lang === "zh" ? "：" : ": "}${escapeProse(visibleLine(advice, longestAdvice))}`;
    });
  const kept = within(lines, mostRules, mostAdvice);
  return kept.length === 0 ? [] : ["", `**${text.advice[lang]}**`, "", ...kept];
}
