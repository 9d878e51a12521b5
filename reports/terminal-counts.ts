import {
  padEnd,
  type Summary,
  severities,
  severityTerms,
  textWidth,
  verdicts,
  verdictTerms,
  wrapText,
} from "../src/model/index.ts";
import type { Paint, Say } from "./terminal-paint.ts";
import { terminalText } from "./terminal-text.ts";
import { padStart } from "./terminal-width.ts";
import { capital } from "./terms/capital.ts";
import { type Totals, totalsOf } from "./totals.ts";

const narrowestCell = 6;

/** Findings by verdict and handling priority: a table, or sentences where the terminal is too narrow for one. */
export function countLines(summary: Summary, width: number, say: Say, paint: Paint): readonly string[] {
  const totals = totalsOf(summary);
  if (totals.all === 0) return [`  ${say(terminalText.none)}`];
  const table = countTable(totals, say);
  if (Math.max(...table.map(textWidth)) > width) return countSentences(totals, width, say);
  return table.map((line, index) => (index === 0 ? paint("quiet", line) : line));
}

function countTable(totals: Totals, say: Say): readonly string[] {
  const shown = verdicts.filter((verdict) => totals.verdict(verdict) > 0);
  const labels = shown.map((verdict) => say(capital(verdictTerms[verdict])));
  const first = Math.max(...labels.map(textWidth));
  const heads = [...severities.map((severity) => say(severityTerms[severity])), say(terminalText.total)];
  const widths = heads.map((head) => Math.max(textWidth(head), narrowestCell));
  const row = (label: string, cells: readonly string[]): string =>
    `  ${padEnd(label, first)}  ${cells.map((cell, index) => padStart(cell, widths[index] ?? 0)).join("  ")}`;
  const rows = shown.map((verdict, index) => {
    const counts = [...severities.map((severity) => totals.both(verdict, severity)), totals.verdict(verdict)];
    return row(
      labels[index] ?? "",
      counts.map((count) => (count === 0 ? "-" : String(count))),
    );
  });
  return [row("", heads), ...rows];
}

function countSentences(totals: Totals, width: number, say: Say): readonly string[] {
  const shown = verdicts.filter((verdict) => totals.verdict(verdict) > 0);
  return shown.flatMap((verdict) => {
    const parts = severities
      .filter((severity) => totals.both(verdict, severity) > 0)
      .map((severity) => `${say(severityTerms[severity])} ${totals.both(verdict, severity)}`);
    const sentence = `${say(capital(verdictTerms[verdict]))} ${totals.verdict(verdict)}: ${parts.join(" · ")}`;
    return wrapText(sentence, width - 4).map((line, index) => (index === 0 ? `  ${line}` : `    ${line}`));
  });
}
