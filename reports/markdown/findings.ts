import {
  dataClassTerms,
  isOpen,
  type Language,
  type ReportSource,
  type StreamedFinding,
  severityTerms,
  verdictTerms,
} from "../../src/model/index.ts";
import { codeSpan, escapeProse } from "../markdown-text.ts";
import { digits } from "../terms/digits.ts";
import { missingOf, nameOf, whereOf } from "../terms/finding.ts";
import { visibleLine } from "../visible.ts";
import { text } from "./text.ts";

const mostFindings = 50;
const longestName = 100;
const longestCell = 200;

interface FindingRow {
  readonly finding: StreamedFinding;
  readonly line: string;
}

/** The worst open findings, a table row each. */
export function* findingRows(source: ReportSource, lang: Language): Generator<FindingRow> {
  let shown = 0;
  for (const finding of source.findings()) {
    if (shown === mostFindings) return;
    if (!isOpen(finding.verdict)) continue;
    shown++;
    yield { finding, line: `| ${cells(source, finding, lang).join(" | ")} |\n` };
  }
}

/** How many there are besides; nothing where all are shown. */
export function moreFindings({ summary }: ReportSource, shown: number, lang: Language): string {
  const open = summary.findings.filter(({ verdict }) => isOpen(verdict)).reduce((sum, { count }) => sum + count, 0);
  const explain = shown === 0 ? "" : `\n${text.explain[lang]}\n`;
  if (open <= shown) return explain;
  const more = digits(open - shown);
  const words = {
    en: `${more} more open findings are in the full report.`,
    zh: `另有${more}项待处理的检查发现，见完整报告。`,
  };
  return `\n**${words[lang]}**\n${explain}`;
}

function cells(source: ReportSource, finding: StreamedFinding, lang: Language): readonly string[] {
  const isNew = finding.status === "new" ? text.isNew[lang] : "";
  return [
    `${severityTerms[finding.severity][lang]}${isNew}`,
    verdictTerms[finding.verdict][lang],
    codeSpan(visibleLine(finding.policy, longestName)),
    resourceCell(source, finding, lang),
    dataClassTerms[finding.dataClass][lang],
    whereCell(finding, lang),
    codeSpan(visibleLine(finding.id, longestName)),
  ];
}

/** The name, of a change the address, and the line of the template where there is one: that is what a pull request can change. */
function resourceCell(source: ReportSource, finding: StreamedFinding, lang: Language): string {
  const address = source.run.mode === "check" ? finding.resource : null;
  const name = address ?? nameOf(source, finding)[lang];
  const shown =
    finding.resource === null ? escapeProse(visibleLine(name, longestName)) : codeSpan(visibleLine(name, longestName));
  const { location } = finding;
  if (location === undefined) return shown;
  return `${shown} ${codeSpan(`${visibleLine(location.file, longestName)}:${location.line}`)}`;
}

/** Where the data goes; for what concerns no single flow, what the law asks for. */
function whereCell(finding: StreamedFinding, lang: Language): string {
  const isFlow = finding.edge !== null && finding.memberCount === 0;
  const missing = missingOf(finding)[lang];
  const parts = [
    whereOf(finding)[lang],
    isFlow ? "" : (finding.basis[0]?.title[lang] ?? ""),
    missing === "" ? "" : `${text.missing[lang]}${missing}`,
  ];
  return parts
    .filter((part) => part !== "")
    .map((part) => escapeProse(visibleLine(part, longestCell)))
    .join("<br>");
}
