import {
  type Coverage,
  type CoverageGap,
  evidenceIn,
  gapReasonTerms,
  type Language,
  leavesCoverageComplete,
  type ReportSource,
} from "../../src/model/index.ts";
import { codeSpan, escapeProse } from "../markdown-text.ts";
import { coverageSentence } from "../terms/coverage.ts";
import { digits } from "../terms/digits.ts";
import { visibleLine } from "../visible.ts";
import { text } from "./text.ts";
import { within } from "./within.ts";

const mostGaps = 20;
const mostNames = 15;
const mostGapCharacters = 14_000;
const mostNameCharacters = 2_000;
const longestName = 80;
const longestDetail = 160;

/** What was not seen, and what was not asked: nothing found there means nothing. */
export function coverageLines({ coverage }: ReportSource, lang: Language): readonly string[] {
  const gaps = coverage.gaps.filter(({ reason }) => !leavesCoverageComplete(reason));
  return [
    "",
    `### ${text.notSeen[lang]}`,
    "",
    coverageSentence(coverage)[lang],
    ...(gaps.length > 0 ? gapTable(gaps, lang) : []),
    ...notAsked(coverage, lang),
  ];
}

function gapTable(gaps: readonly CoverageGap[], lang: Language): readonly string[] {
  const heads = [text.operation, text.scope, text.reason, text.count].map((head) => head[lang]);
  const rows = within(
    gaps.map((gap) => gapRow(gap, lang)),
    mostGaps,
    mostGapCharacters,
  );
  const rest = gaps.length - rows.length;
  const more = {
    en: `${digits(rest)} more gaps are in the full report.`,
    zh: `另有${digits(rest)}项覆盖缺口，见完整报告。`,
  };
  return ["", `| ${heads.join(" | ")} |`, "| --- | --- | --- | ---: |", ...rows, ...(rest > 0 ? ["", more[lang]] : [])];
}

function gapRow({ operation, type, account, region, reason, detail, count }: CoverageGap, lang: Language): string {
  const name = (value: string): string => codeSpan(visibleLine(value, longestName));
  const where = `${name(account)} ${region === null ? text.global[lang] : name(region)}`;
  const why = `${gapReasonTerms[reason][lang]}${lang === "zh" ? "：" : ": "}${evidenceIn(detail)[lang]}`;
  return `| ${name(operation)}<br>${name(type)} | ${where} | ${escapeProse(visibleLine(why, longestDetail))} | ${digits(count)} |`;
}

function notAsked(
  { excluded, notEnabled, regionDifferences, unread = [] }: Coverage,
  lang: Language,
): readonly string[] {
  const unlocated = regionDifferences.filter(({ difference }) => difference === "not-in-table");
  return [
    ...nameList(text.excluded[lang], excluded, lang),
    ...nameList(text.notEnabled[lang], [...new Set(notEnabled.map(({ region }) => region))], lang),
    ...nameList(
      text.notInTable[lang],
      unlocated.map(({ region }) => region),
      lang,
    ),
    ...nameList(
      text.unread[lang],
      unread.flatMap(({ services }) => services),
      lang,
    ),
  ];
}

function nameList(title: string, names: readonly string[], lang: Language): readonly string[] {
  if (names.length === 0) return [];
  const spans = names.slice(0, mostNames).map((name) => codeSpan(visibleLine(name, longestName)));
  const shown = within(spans, mostNames, mostNameCharacters);
  const rest = names.length > shown.length ? [`… ${digits(names.length - shown.length)}`] : [];
  return ["", `${title} (${digits(names.length)})${lang === "zh" ? "：" : ": "}${[...shown, ...rest].join(" ")}`];
}
