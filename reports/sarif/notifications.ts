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
import { messageText } from "./message.ts";

/** Gaps told one by one; each is already one operation and reason. */
const mostGaps = 1_000;
const longestText = 1_000;

type Notification = Readonly<Record<string, unknown>>;

/** What was not seen, not asked or not written: a report without results must not pass for a clean one. */
export function* notifications(source: ReportSource, left: number, lang: Language): Generator<Notification> {
  const { coverage, run } = source;
  if (run.interrupted === true) yield note("warning", "interrupted", words.interrupted[lang]);
  if (left > 0) yield note("warning", "results-left-out", leftOut(left)[lang]);
  yield note(coverage.complete ? "note" : "warning", "coverage", coverageSentence(coverage)[lang]);
  const ordered = [
    ...coverage.gaps.filter(({ reason }) => !leavesCoverageComplete(reason)),
    ...coverage.gaps.filter(({ reason }) => leavesCoverageComplete(reason)),
  ];
  for (const gap of ordered.slice(0, mostGaps)) yield gapNote(gap, lang);
  if (ordered.length > mostGaps) yield note("warning", "gaps-left-out", moreGaps(ordered.length - mostGaps)[lang]);
  for (const glob of coverage.excluded) yield note("note", "excluded", `${words.excluded[lang]}${glob}`);
  for (const { provider, partition, account, region } of coverage.notEnabled) {
    yield note("note", "not-enabled", `${words.notEnabled[lang]}${region}`, { provider, partition, account, region });
  }
}

function gapNote(gap: CoverageGap, lang: Language): Notification {
  const { provider, partition, account, region, type, operation, reason, detail, count, firstResource } = gap;
  const colon = lang === "zh" ? "：" : ": ";
  const text = `${operation} (${type}, ${account}, ${region ?? words.global[lang]})${colon}${gapReasonTerms[reason][lang]}, ${evidenceIn(detail)[lang]} (${digits(count)}×). ${gapAdvice(reason)[lang]}`;
  const properties = { provider, partition, account, region, type, operation, reason, detail, count, firstResource };
  return note(leavesCoverageComplete(reason) ? "note" : "warning", `gap-${reason}`, text, properties);
}

function note(level: "note" | "warning", id: string, text: string, properties?: Notification): Notification {
  return {
    level,
    descriptor: { id },
    message: { text: clipped(messageText(text), longestText) },
    ...(properties === undefined ? {} : { properties }),
  };
}

const words = {
  global: { en: "global", zh: "全局" },
  excluded: { en: "Left out by the user: ", zh: "用户排除的范围：" },
  notEnabled: { en: "Region not enabled: ", zh: "未启用的地域：" },
  interrupted: {
    en: "This run was stopped before its end. It shows what was read until then.",
    zh: "本次检查中途中止，以下仅为中止前已读取的内容。",
  },
} as const satisfies Readonly<Record<string, Text>>;

function leftOut(count: number): Text {
  return {
    en: `${digits(count)} open findings of lower priority are left out, to stay within the limits of code scanning. All of them are in report.json.`,
    zh: `为符合代码扫描平台的数量限制，另有${digits(count)}项优先级较低的待处理检查发现未列入，全部内容见 report.json。`,
  };
}

function moreGaps(count: number): Text {
  return {
    en: `${digits(count)} more gaps are in report.json.`,
    zh: `另有${digits(count)}项覆盖缺口，见 report.json。`,
  };
}
