import {
  isOpen,
  type Language,
  type Reporter,
  type ReportOptions,
  type ReportSource,
  type StreamedFinding,
} from "../../src/model/index.ts";
import { batch } from "../batch.ts";
import { jsonItems, jsonText } from "../json-text.ts";
import { notifications } from "./notifications.ts";
import { resultOf } from "./result.ts";
import { type RuleBook, ruleBook } from "./rules.ts";
import { countSettled, settledEntries } from "./settled.ts";

/** GitHub refuses a run with more, and shows 5,000 (docs.github.com, "SARIF support for code scanning", read 2026-11-22). */
const mostResults = 25_000;
/** GitHub refuses more than 10 MB of gzip. Sentences shrink to next to nothing; ids do not, so their characters are counted. */
const mostIdCharacters = 9_000_000;

/**
 * SARIF 2.1.0 with one run, as GitHub code scanning takes it. `results` are the open findings and, after them, those that somebody
 * answers for, each with its suppression: readers count it as closed. What a recorded approval covers or the law permits is no
 * result: GitHub does not read `kind` and would raise an alert. All that is settled stands in the run's properties. Results come
 * before the tool, so that they stream while its rules are still being gathered.
 */
export const sarifReporter: Reporter = {
  id: "sarif",
  mediaType: "application/sarif+json",
  extension: "sarif",
  render: (source, options) => batch(logLines(source, options)),
};

interface Tally {
  written: number;
  left: number;
}

function* logLines(source: ReportSource, options: ReportOptions): Generator<string> {
  const rules = ruleBook(options.lang, source.tool.disclaimer);
  const tally: Tally = { written: 0, left: 0 };
  yield '{\n"$schema": "https://json.schemastore.org/sarif-2.1.0.json",\n"version": "2.1.0",\n"runs": [{\n"results": ';
  yield* resultLines(source, options, rules, tally);
  yield ',\n"tool": {"driver": {\n';
  yield* driverLines(source, options.lang, rules);
  yield '}},\n"invocations": [{\n"executionSuccessful": true';
  yield `,\n"startTimeUtc": ${jsonText(source.run.startedAt)},\n"endTimeUtc": ${jsonText(source.run.finishedAt)}`;
  yield ',\n"toolExecutionNotifications": ';
  yield* jsonItems(notifications(source, tally.left, options.lang));
  yield `\n}],\n"columnKind": "utf16CodeUnits",\n"language": ${jsonText(options.lang === "zh" ? "zh-CN" : "en-US")}`;
  yield ',\n"properties": ';
  yield* propertyLines(source);
  yield "\n}]\n}\n";
}

/** The open ones worst first, as findings come, then the suppressed ones, until GitHub's limit. */
function* resultLines(source: ReportSource, options: ReportOptions, rules: RuleBook, tally: Tally): Generator<string> {
  let separator = "[\n";
  let idCharacters = 0;
  for (const finding of resultFindings(source)) {
    if (tally.written === mostResults || idCharacters > mostIdCharacters) {
      tally.left = Math.max(0, countOf(source, isOpen) - tally.written);
      break;
    }
    idCharacters += (finding.resource?.length ?? 0) + (finding.edge?.to?.length ?? 0);
    tally.written++;
    yield separator + jsonText(resultOf(source, finding, rules.indexOf(finding), options));
    separator = ",\n";
  }
  yield separator === "[\n" ? "[]" : "\n]";
}

function* resultFindings(source: ReportSource): Generator<StreamedFinding> {
  for (const finding of source.findings()) if (isOpen(finding.verdict)) yield finding;
  if (countOf(source, isSuppressed) === 0) return;
  for (const finding of source.findings()) if (isSuppressed(finding.verdict)) yield finding;
}

function isSuppressed(verdict: StreamedFinding["verdict"]): boolean {
  return verdict === "suppressed";
}

function* driverLines({ tool }: ReportSource, lang: Language, rules: RuleBook): Generator<string> {
  yield `"name": ${jsonText(tool.name)},\n"version": ${jsonText(tool.version)},\n"semanticVersion": ${jsonText(tool.version)}`;
  yield `,\n"fullDescription": ${jsonText({ text: tool.disclaimer[lang] })},\n"rules": `;
  yield* jsonItems(rules.descriptors());
}

function* propertyLines(source: ReportSource): Generator<string> {
  const { run, coverage, tool } = source;
  const about = {
    run: run.id,
    mode: run.mode,
    asOf: run.asOf,
    interrupted: run.interrupted === true,
    operatorStatus: run.operator.status,
    policies: tool.policies,
    regions: tool.regions,
    coverageComplete: coverage.complete,
    asked: coverage.asked,
    answered: coverage.answered,
    settledTotal: countSettled(source),
  };
  yield `${jsonText(about).slice(0, -1)},\n"settled": `;
  yield* jsonItems(settledEntries(source));
  yield "}";
}

function countOf({ summary }: ReportSource, isMeant: (verdict: StreamedFinding["verdict"]) => boolean): number {
  return summary.findings.filter(({ verdict }) => isMeant(verdict)).reduce((sum, { count }) => sum + count, 0);
}
