import {
  edgeKindTerms,
  isAtLeast,
  isOpen,
  type Language,
  padEnd,
  type ReportSource,
  type StreamedFinding,
  severities,
  severityTerms,
  type Text,
  textWidth,
  verdictTerms,
  wrapText,
} from "../src/model/index.ts";
import { countLines } from "./terminal-counts.ts";
import { type Paint, painter, type Say, type Style } from "./terminal-paint.ts";
import { foldedResources, moreFindings, nextSteps, terminalText } from "./terminal-text.ts";
import { whatIfLines } from "./terminal-what-if.ts";
import { clip } from "./terminal-width.ts";
import { capital } from "./terms/capital.ts";
import { answersSentence, gapReasons, unreadSentence } from "./terms/coverage.ts";
import { nameOf } from "./terms/finding.ts";
import { inspectionSentence, inspectionText } from "./terms/inspection.ts";
import { placeName } from "./terms/places.ts";
import { visible } from "./visible.ts";

export interface SummaryOptions {
  /** Columns of the terminal. */
  readonly width: number;
  readonly color: boolean;
  readonly lang: Language;
  /** What `explain` has to be told to find this run: nothing where it looks by itself, `null` where no run was kept. */
  readonly run?: string | null | undefined;
}

const shownFindings = 10;
const narrowest = 40;

/** The run in one screen: findings by verdict and priority, the worst ten, what was not seen, and what to do next. */
export function renderSummary(source: ReportSource, options: SummaryOptions): string {
  const width = Math.max(narrowest, options.width);
  const say = (text: Text): string => text[options.lang];
  const paint = painter(options.color);
  const worst = worstOpen(source);
  const lines = [
    ...(source.run.interrupted === true ? [paint("high", say(terminalText.interrupted)), ""] : []),
    paint("title", say(terminalText.findings)),
    ...countLines(source.summary, width, say, paint),
    "",
    ...(worst.length > 0
      ? [paint("title", say(terminalText.worst)), ...findingLines(source, worst, width, say, paint), ""]
      : []),
    ...whatIfLines(source.whatIf, (change) => say(nameOf(source, change)), width, say, paint),
    ...contentLines(source, width, say, paint),
    ...coverageLines(source, width, say, paint),
    ...labelled(say(terminalText.next), say(nextStep(source, worst[0], options.run)), width, paint, "plain"),
    "",
    ...wrapText(say(source.tool.disclaimer), width).map((line) => paint("quiet", line)),
  ];
  return `${lines.join("\n")}\n`;
}

function worstOpen(source: ReportSource): readonly StreamedFinding[] {
  const worst: StreamedFinding[] = [];
  for (const finding of source.findings()) {
    if (isOpen(finding.verdict)) worst.push(finding);
    if (worst.length === shownFindings) break;
  }
  return worst;
}

function findingLines(
  source: ReportSource,
  findings: readonly StreamedFinding[],
  width: number,
  say: Say,
  paint: Paint,
): readonly string[] {
  const severityWidth = Math.max(...severities.map((severity) => textWidth(say(severityTerms[severity]))));
  const policyWidth = Math.min(24, Math.max(...findings.map((finding) => textWidth(finding.policy))));
  const room = width - 2 - severityWidth - 2 - policyWidth - 2;
  const names = findings.map((finding) => visible(say(nameOf(source, finding))));
  const nameWidth = Math.min(Math.max(...names.map(textWidth)), Math.floor(room * 0.42));
  const lines = findings.flatMap((finding, index) => {
    const severity = paint(finding.severity, padEnd(say(severityTerms[finding.severity]), severityWidth));
    const name = padEnd(clip(names[index] ?? "", nameWidth), nameWidth);
    const where = clip(visible(whereOf(finding, say)), room - nameWidth - 2);
    const policy = padEnd(clip(finding.policy, policyWidth), policyWidth);
    const line = `  ${severity}  ${policy}  ${name}  ${where}`.trimEnd();
    const declared = declaredAt(source, finding);
    return declared === undefined
      ? [line]
      : [line, paint("quiet", `${" ".repeat(width - room)}${clip(declared, room)}`)];
  });
  const open = source.summary.findings.filter((row) => isOpen(row.verdict)).reduce((sum, row) => sum + row.count, 0);
  return open > findings.length ? [...lines, paint("quiet", `  ${say(moreFindings(open - findings.length))}`)] : lines;
}

/** Of a change, the line to put right and the address: names repeat from module to module. */
function declaredAt({ run }: ReportSource, { resource, location }: StreamedFinding): string | undefined {
  if (run.mode !== "check" || resource === null) return undefined;
  return visible(location === undefined ? resource : `${location.file}:${location.line}  ${resource}`);
}

function whereOf(finding: StreamedFinding, say: Say): string {
  if (finding.memberCount > 0) return say(foldedResources(finding.memberCount));
  if (finding.edge === null) return say(capital(verdictTerms[finding.verdict]));
  const { region } = finding.place;
  const place = finding.edge.party === "*" ? say(terminalText.everyone) : say(placeName(finding.place));
  return `${say(edgeKindTerms[finding.edge.kind])} ${place}${region === null ? "" : ` (${region})`}`;
}

function contentLines({ inspections }: ReportSource, width: number, say: Say, paint: Paint): readonly string[] {
  if (inspections === undefined) return [];
  const style = inspections.some(({ stopped }) => stopped) ? "high" : "plain";
  return labelled(say(inspectionText.short), say(inspectionSentence(inspections)), width, paint, style);
}

function coverageLines({ coverage }: ReportSource, width: number, say: Say, paint: Paint): readonly string[] {
  const reasons = gapReasons(coverage).map(({ reason, count }) => `${say(reason)} ${count}`);
  const why = reasons.length === 0 ? "" : `${reasons.join(" · ")}${say({ en: ".", zh: "。" })}`;
  const sentences = [say(answersSentence(coverage)), why, say(unreadSentence(coverage))];
  const text = sentences.filter((sentence) => sentence !== "").join(" ");
  if (coverage.complete) return labelled(say(terminalText.complete), text, width, paint, "plain");
  return labelled(say(terminalText.incomplete), text, width, paint, "high");
}

/** One step, the one that tells most: a grave finding, then what was not seen, then what was not declared. */
function nextStep(source: ReportSource, worst: StreamedFinding | undefined, run: SummaryOptions["run"]): Text {
  if (worst !== undefined && isAtLeast(worst.severity, "high")) return toLearnOf(worst, run);
  if (source.coverage.gaps.some((gap) => gap.reason === "denied")) return nextSteps.permissions;
  if (!source.coverage.complete) return nextSteps.coverage;
  if (source.run.operator.status.includes("undeclared")) return nextSteps.declare;
  return worst === undefined ? nextSteps.keep : toLearnOf(worst, run);
}

function toLearnOf({ id, remediation }: StreamedFinding, run: SummaryOptions["run"]): Text {
  if (run === null) return remediation;
  return nextSteps.explain(
    run === undefined ? id : `${id} --run ${/^[\w./-]+$/.test(run) ? run : JSON.stringify(run)}`,
  );
}

function labelled(label: string, text: string, width: number, paint: Paint, style: Style): readonly string[] {
  const indent = textWidth(label) + 2;
  return wrapText(text, width - indent).map((line, index) =>
    index === 0 ? `${paint("title", label)}  ${paint(style, line)}` : `${" ".repeat(indent)}${paint(style, line)}`,
  );
}
