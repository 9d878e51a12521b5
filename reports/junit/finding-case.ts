import {
  evidenceIn,
  isOpen,
  type Language,
  type ReportSource,
  type StreamedFinding,
  severityTerms,
  verdictMeanings,
  verdictTerms,
} from "../../src/model/index.ts";
import { capital } from "../terms/capital.ts";
import { approvalOf, lawsOf, missingOf, nameOf, whereOf } from "../terms/finding.ts";
import { clipped, visibleLine } from "../visible.ts";
import type { TestCase } from "./suite.ts";

const longestName = 160;
const longestLine = 1_000;
const mostEvidence = 5;

/**
 * A finding as a test: the rule is its class, the resource and its flow are its name. Open findings fail, whatever the threshold
 * of the exit code; what somebody or a recorded route answers for is skipped, never passed.
 */
export function findingCase(source: ReportSource, finding: StreamedFinding, lang: Language): TestCase {
  const verdict = capital(verdictTerms[finding.verdict])[lang];
  const severity = severityTerms[finding.severity][lang];
  const label = lang === "zh" ? `${verdict}（${severity}）：` : `${verdict} (${severity}): `;
  const message = clipped(`${label}${finding.message[lang]}`, longestLine);
  return {
    classname: finding.policy,
    name: caseName(source, finding, lang),
    outcome: isOpen(finding.verdict)
      ? { kind: "failure", type: finding.severity, message, lines: factLines(finding, lang) }
      : { kind: "skipped", type: finding.verdict, message: settledMessage(finding, message, lang), lines: [] },
  };
}

/** The id makes it the same name in the next run and tells two buckets of one name apart. */
function caseName(source: ReportSource, finding: StreamedFinding, lang: Language): string {
  const name = visibleLine(nameOf(source, finding)[lang], longestName);
  const where = visibleLine(whereOf(finding)[lang], longestName);
  return `${[name, where].filter((part) => part !== "").join(" · ")} [${finding.id}]`;
}

function settledMessage(finding: StreamedFinding, message: string, lang: Language): string {
  const approval = approvalOf(finding)[lang];
  return `${message} ${verdictMeanings[finding.verdict][lang]}${approval === "" ? "" : ` ${approval}`}`;
}

function factLines(finding: StreamedFinding, lang: Language): readonly string[] {
  const { resource, location, evidence } = finding;
  const missing = missingOf(finding)[lang];
  const line = (term: { readonly en: string; readonly zh: string }, value: string): string =>
    clipped(`${term[lang]}${lang === "zh" ? "：" : ": "}${value}`, longestLine);
  return [
    finding.message[lang],
    ...(missing === "" ? [] : [line(words.missing, missing)]),
    line(words.action, finding.remediation[lang]),
    ...lawsOf(finding).map((law) => line(words.law, law[lang])),
    ...(resource === null ? [] : [line(words.resource, resource)]),
    ...(location === undefined ? [] : [line(words.template, `${location.file}:${location.line}`)]),
    ...evidence.slice(0, mostEvidence).map((one) => line(words.evidence, evidenceIn(one)[lang])),
    line(words.more, `jingnei explain ${finding.id}`),
  ];
}

const words = {
  missing: { en: "Missing", zh: "缺少" },
  action: { en: "Suggested action", zh: "建议措施" },
  law: { en: "Cited provision", zh: "依据条款" },
  resource: { en: "Resource", zh: "资源" },
  template: { en: "Template", zh: "模板位置" },
  evidence: { en: "Evidence", zh: "证据" },
  more: { en: "All of it", zh: "查看全部" },
} as const;
