import { labels } from "../make/label.ts";
import type { FileScores } from "./files.ts";
import { type Goal, type Scores, sumOf } from "./goals.ts";
import { precision, recall, type Tally } from "./tally.ts";
import type { TextScores } from "./texts.ts";
import { wilson } from "./wilson.ts";

export interface Printed extends Scores {
  readonly texts: TextScores;
  readonly goals: readonly Goal[];
}

type Row = readonly string[];

/** Everything as tables, each a title, names of columns and rows. */
export function tablesOf({
  columns,
  texts,
  files,
  negatives,
  goals,
}: Printed): readonly (readonly [title: string, head: Row, rows: readonly Row[]])[] {
  const kinds = ["none", "real", "vague", "misleading"];
  const perLabel = labels.map((label) => [
    label,
    ...["none", "real"].flatMap((naming) => shares(columns.tallies.of(`${naming}|${label}`))),
  ]);
  const perNaming = kinds.map((naming) => [naming, ...shares(sumOf(columns, naming))]);
  const perText = labels.flatMap((label) => {
    const [withWords, alone] = [texts.tallies.of(`words|${label}`), texts.tallies.of(`alone|${label}`)];
    const falsely = texts.tallies.of(`near|${label}`).falsePositives;
    if (there(withWords) + there(alone) + falsely === 0) return [];
    return [[label, share(withWords), String(there(withWords)), share(alone), String(there(alone)), String(falsely)]];
  });
  return [
    [
      "Goals",
      ["goal", "value", "asked", "met"],
      goals.map(({ what, value, goal, isMet }) => [what, value, goal, isMet ? "yes" : "NO"]),
    ],
    [
      `Columns by how they are named (${columns.columns} columns, ${columns.positives} positive)`,
      ["names", ...shareHead("")],
      perNaming,
    ],
    ["Columns by detector", ["detector", ...shareHead("no header: "), ...shareHead("header: ")], perLabel],
    ["Running text", ["detector", "recall with words", "n", "recall without", "n", "near misses taken"], perText],
    ["Class by format", ["format", "right", "n", "accuracy (95 %)"], accuracies(files.formats)],
    ["Class by encoding", ["encoding", "right", "n", "accuracy (95 %)"], accuracies(files.encodings)],
    confusion(files),
    [
      `Negatives (${(negatives.bytes / 1e6).toFixed(0)} MB in ${negatives.objects} objects)`,
      ["confirmed", "objects"],
      negatives.confirmed.size === 0 ? [["none", "0"]] : [...negatives.confirmed].map(([what, n]) => [what, String(n)]),
    ],
  ];
}

const shareHead = (prefix: string): Row => [`${prefix}precision (95 %)`, `${prefix}recall (95 %)`, "n"];

function there({ truePositives, missed }: Tally): number {
  return truePositives + missed;
}

function share(tally: Tally): string {
  return there(tally) === 0 ? "–" : recall(tally).toFixed(3);
}

function shares(tally: Tally): Row {
  const { truePositives, falsePositives } = tally;
  const said = truePositives + falsePositives;
  const n = there(tally);
  return [
    said === 0 ? "–" : `${precision(tally).toFixed(3)} (${bounds(truePositives, said)})`,
    n === 0 ? "–" : `${recall(tally).toFixed(3)} (${bounds(truePositives, n)})`,
    String(n),
  ];
}

function bounds(hits: number, n: number): string {
  return wilson(hits, n)
    .map((bound) => bound.toFixed(3))
    .join("–");
}

function accuracies(by: FileScores["formats"]): readonly Row[] {
  return [...by].map(([key, { n, right }]) => [
    key,
    String(right),
    String(n),
    `${(right / n).toFixed(3)} (${bounds(right, n)})`,
  ]);
}

function confusion({ confusion: rows }: FileScores): readonly [string, Row, readonly Row[]] {
  const said = [...new Set([...rows.keys(), ...[...rows.values()].flatMap((row) => [...row.keys()])])].sort();
  return [
    "Class told (columns) of each true class (rows)",
    ["true", ...said],
    [...rows.keys()].sort().map((held) => [held, ...said.map((one) => String(rows.get(held)?.get(one) ?? 0))]),
  ];
}

/** As Markdown, or set out for a terminal. */
export function render(tables: ReturnType<typeof tablesOf>, markdown: boolean): string {
  return tables
    .map(([title, head, rows]) => {
      const all = [head, ...rows];
      if (markdown) {
        const lines = all.map((row) => `| ${row.join(" | ")} |`);
        return `**${title}**\n\n${lines[0]}\n|${head.map(() => "---").join("|")}|\n${lines.slice(1).join("\n")}\n`;
      }
      const widths = head.map((_, at) => Math.max(...all.map((row) => (row[at] ?? "").length)));
      const lines = all.map((row) =>
        row
          .map((cell, at) => cell.padEnd(widths[at] ?? 0))
          .join("  ")
          .trimEnd(),
      );
      return `${title}\n${lines.map((line) => `  ${line}\n`).join("")}`;
    })
    .join("\n");
}
