import type { Language, Reporter, ReportSource, StreamedFinding } from "../../src/model/index.ts";
import { adviceLines, mostAdvice } from "./advice.ts";
import { closing } from "./closing.ts";
import { contentLines } from "./content.ts";
import { coverageLines } from "./coverage.ts";
import { findingRows, moreFindings } from "./findings.ts";
import { opening } from "./opening.ts";
import { settledLines } from "./settled.ts";
import { text } from "./text.ts";

/** GitHub refuses a comment of more than 65,536 characters; what a workflow adds around it needs room too. */
const mostCharacters = 60_000;

/**
 * A summary for a pull request: counts, the worst open findings, what is on record, what was not seen, and the disclaimer. The parts
 * around the table are bounded; the table takes what they leave.
 */
export const markdownReporter: Reporter = {
  id: "markdown",
  mediaType: "text/markdown",
  extension: "md",
  render: (source, { lang }) => pieces(source, lang),
};

function* pieces(source: ReportSource, lang: Language): Generator<string> {
  const before = opening(source, lang);
  const after = [
    ...settledLines(source, lang),
    ...contentLines(source, lang),
    ...coverageLines(source, lang),
    ...closing(source, lang),
  ].join("\n");
  let room = mostCharacters - before.length - after.length - mostAdvice;
  yield before;
  const shown: StreamedFinding[] = [];
  for (const { finding, line } of findingRows(source, lang)) {
    if (line.length > room) break;
    if (shown.length === 0) yield `### ${text.worst[lang]}\n\n${head(lang)}`;
    room -= line.length;
    shown.push(finding);
    yield line;
  }
  for (const line of adviceLines(shown, lang)) yield `${line}\n`;
  yield moreFindings(source, shown.length, lang);
  yield `${after}\n`;
}

function head(lang: Language): string {
  const titles = [text.priority, text.verdict, text.rule, text.resource, text.dataClass, text.where, text.id].map(
    (title) => title[lang],
  );
  return `| ${titles.join(" | ")} |\n|${titles.map(() => " --- |").join("")}\n`;
}
