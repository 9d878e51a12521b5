import {
  type CoverageGap,
  evidenceIn,
  gapReasonTerms,
  type Language,
  leavesCoverageComplete,
  type ReportSource,
  type Text,
} from "../../src/model/index.ts";
import { coverageSentence, gapAdvice } from "../terms/coverage.ts";
import { digits } from "../terms/digits.ts";
import { clipped } from "../visible.ts";
import type { Suite, TestCase } from "./suite.ts";

const mostGaps = 1_000;
/** Lines on what was left out or is not enabled; report.json has them all. */
const mostNotes = 200;
const longestDetail = 1_000;
const classname = "coverage";

/**
 * What was not seen, as errors: a run that could not look is never green. With complete coverage one case passes, so that a
 * report without findings is a report with a test in it.
 */
export function coverageSuite(source: ReportSource, lang: Language): Suite {
  const { coverage, run, tool } = source;
  const gaps = coverage.gaps.filter(({ reason }) => !leavesCoverageComplete(reason));
  const sentence = coverageSentence(coverage)[lang];
  const cases: readonly TestCase[] = [
    ...(run.interrupted === true ? [errorCase("interrupted", "interrupted", words.interrupted[lang])] : []),
    ...gaps.slice(0, mostGaps).map((gap) => gapCase(gap, lang)),
    ...(gaps.length > mostGaps ? [errorCase("more gaps", "gap", moreGaps(gaps.length - mostGaps)[lang])] : []),
  ];
  const whole: TestCase = coverage.complete
    ? { classname, name: "coverage is complete", outcome: { kind: "passed" } }
    : errorCase("coverage is complete", "incomplete", sentence);
  return {
    name: `${tool.name} coverage`,
    timestamp: run.finishedAt,
    properties: {
      disclaimer: tool.disclaimer[lang],
      version: tool.version,
      policies: tool.policies,
      regions: tool.regions,
      run: run.id,
      mode: run.mode,
      asOf: run.asOf,
      "operator.status": run.operator.status.join(", "),
    },
    cases: cases.length > 0 ? cases : [whole],
    notes: [sentence, ...notAsked(coverage, lang).slice(0, mostNotes)],
  };
}

function notAsked({ excluded, notEnabled }: ReportSource["coverage"], lang: Language): readonly string[] {
  return [
    ...excluded.map((glob) => `${words.excluded[lang]}${glob}`),
    ...notEnabled.map(({ account, region }) => `${words.notEnabled[lang]}${region} (${account})`),
  ];
}

function gapCase(gap: CoverageGap, lang: Language): TestCase {
  const { provider, partition, account, region, type, operation, reason, detail, count, firstResource } = gap;
  const name = [operation, type, provider, partition, account, region ?? "global", reason].join(" · ");
  const colon = lang === "zh" ? "：" : ": ";
  return errorCase(
    name,
    reason,
    clipped(`${gapReasonTerms[reason][lang]}${colon}${evidenceIn(detail)[lang]} (${digits(count)}×)`, longestDetail),
    [gapAdvice(reason)[lang], ...(firstResource === null ? [] : [`${words.first[lang]}${firstResource}`])],
  );
}

function errorCase(name: string, type: string, message: string, lines: readonly string[] = []): TestCase {
  return { classname, name, outcome: { kind: "error", type, message, lines } };
}

const words = {
  excluded: { en: "Left out by the user: ", zh: "用户排除的范围：" },
  notEnabled: { en: "Region not enabled: ", zh: "未启用的地域：" },
  first: { en: "First resource: ", zh: "首个资源：" },
  interrupted: {
    en: "This run was stopped before its end. It shows what was read until then.",
    zh: "本次检查中途中止，以下仅为中止前已读取的内容。",
  },
} as const satisfies Readonly<Record<string, Text>>;

function moreGaps(count: number): Text {
  return {
    en: `${digits(count)} more gaps are in report.json.`,
    zh: `另有${digits(count)}项覆盖缺口，见 report.json。`,
  };
}
