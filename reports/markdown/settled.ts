import { isOpen, type Language, type ReportSource, type StreamedFinding, verdictTerms } from "../../src/model/index.ts";
import { codeSpan, escapeProse } from "../markdown-text.ts";
import { digits } from "../terms/digits.ts";
import { approvalOf, nameOf, whereOf } from "../terms/finding.ts";
import { visibleLine } from "../visible.ts";
import { text } from "./text.ts";
import { within } from "./within.ts";

const mostSettled = 10;
const mostCharacters = 8_000;
const longestPart = 160;
const longestReason = 400;

/** What somebody or a recorded route answers for: shown, so that nobody takes it for absent, and folded away. */
export function settledLines(source: ReportSource, lang: Language): readonly string[] {
  const total = source.summary.findings
    .filter(({ verdict }) => !isOpen(verdict))
    .reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return [];
  const lines = within(settledRows(source, total, lang), mostSettled, mostCharacters);
  const rest = total - lines.length;
  return [
    "",
    `<details><summary>${text.onRecord[lang]} (${digits(total)})</summary>`,
    "",
    text.onRecordNote[lang],
    "",
    ...lines,
    ...(rest > 0 ? [`- … ${digits(rest)}`] : []),
    "",
    "</details>",
  ];
}

/** Stops at the last one, since they can be few among a million. */
function* settledRows(source: ReportSource, total: number, lang: Language): Generator<string> {
  let rest = total;
  for (const finding of source.findings()) {
    if (isOpen(finding.verdict)) continue;
    yield settledLine(source, finding, lang);
    rest--;
    if (rest === 0) return;
  }
}

function settledLine(source: ReportSource, finding: StreamedFinding, lang: Language): string {
  // Of a suppression the message says who answers for it and until when.
  const why = finding.approval === null ? finding.message : approvalOf(finding);
  const parts = [
    visibleLine(nameOf(source, finding)[lang], longestPart),
    visibleLine(whereOf(finding)[lang], longestPart),
    visibleLine(why[lang], longestReason),
  ]
    .filter((part) => part !== "")
    .map(escapeProse);
  const verdict = verdictTerms[finding.verdict][lang];
  return `- ${codeSpan(finding.id)} ${verdict} · ${codeSpan(visibleLine(finding.policy, longestPart))} · ${parts.join(" · ")}`;
}
