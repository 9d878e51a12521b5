import {
  type Language,
  type ReportSource,
  severities,
  severityTerms,
  verdicts,
  verdictTerms,
} from "../../src/model/index.ts";
import { capital } from "../terms/capital.ts";
import { coverageSentence } from "../terms/coverage.ts";
import { digits } from "../terms/digits.ts";
import { modeTerms, verdictSentence } from "../terms/result.ts";
import { totalsOf } from "../totals.ts";
import { text } from "./text.ts";

/** The result in a sentence, and the counts behind it. */
export function opening(source: ReportSource, lang: Language): string {
  const { run, coverage } = source;
  const totals = totalsOf(source.summary);
  const result = verdictSentence(totals.verdict("not-met"), totals.verdict("review"), coverage.complete)[lang];
  return [
    // By this line a workflow finds its own comment again.
    "<!-- jingnei report -->",
    `## ${text.title[lang]}${lang === "zh" ? "：" : ": "}${modeTerms[run.mode][lang]}`,
    "",
    // Each on a line of its own: bold that ends in 。 does not end where a letter follows.
    `**${result}**`,
    "",
    ...(coverage.complete ? [] : [coverageSentence(coverage)[lang], ""]),
    ...(run.interrupted === true ? [`> ${text.interrupted[lang]}`, ""] : []),
    ...(totals.all > 0 ? countTable(source, lang) : []),
    "",
  ].join("\n");
}

function countTable({ summary }: ReportSource, lang: Language): readonly string[] {
  const totals = totalsOf(summary);
  const shown = verdicts.filter((verdict) => totals.verdict(verdict) > 0);
  const heads = [...severities.map((severity) => capital(severityTerms[severity])[lang]), text.total[lang]];
  const rows = shown.map((verdict) => {
    const counts = [...severities.map((severity) => totals.both(verdict, severity)), totals.verdict(verdict)];
    return `| ${capital(verdictTerms[verdict])[lang]} | ${counts.map((count) => (count === 0 ? "–" : digits(count))).join(" | ")} |`;
  });
  return [`| | ${heads.join(" | ")} |`, `| --- |${heads.map(() => " ---: |").join("")}`, ...rows, ""];
}
