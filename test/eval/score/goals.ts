import type { ColumnScores } from "./columns.ts";
import type { FileScores } from "./files.ts";
import type { NegativeScores } from "./negatives.ts";
import { precision, recall, type Tally } from "./tally.ts";

export interface Goal {
  readonly what: string;
  readonly value: string;
  readonly goal: string;
  readonly isMet: boolean;
}

export interface Scores {
  readonly columns: ColumnScores;
  readonly files: FileScores;
  readonly negatives: NegativeScores;
}

/** Tables of fewer files say too little of the class. */
const leastFiles = 500;

/** Tallies of a naming (all of them: `""`), summed. */
export function sumOf({ tallies }: Pick<ColumnScores, "tallies">, naming: string): Tally {
  const sum = { truePositives: 0, falsePositives: 0, missed: 0 };
  for (const [key, { truePositives, falsePositives, missed }] of tallies.entries()) {
    if (naming !== "" && !key.startsWith(`${naming}|`)) continue;
    sum.truePositives += truePositives;
    sum.falsePositives += falsePositives;
    sum.missed += missed;
  }
  return sum;
}

export function goalsOf({ columns, files, negatives }: Scores): readonly Goal[] {
  const bare = sumOf(columns, "none");
  const all = sumOf(columns, "");
  const hits = [...negatives.confirmed.values()].reduce((sum, count) => sum + count, 0);
  const accuracy = files.files === 0 ? 0 : files.right / files.files;
  return [
    atLeast("column precision without headers", precision(bare), 0.99),
    atLeast("column recall without headers", recall(bare), 0.98),
    atLeast("column precision under all names", precision(all), 0.99),
    atLeast("column recall under all names", recall(all), 0.98),
    {
      what: "values taken for names of columns",
      value: String(columns.betrayed),
      goal: "0",
      isMet: columns.betrayed === 0,
    },
    atLeast("class accuracy", accuracy, 0.98),
    {
      what: "breadth of the files",
      value: `${files.files} files, ${files.formats.size} formats, ${files.encodings.size - 1} encodings`,
      goal: `${leastFiles} files, 12 formats, 6 encodings`,
      isMet: files.files >= leastFiles && files.formats.size >= 12 && files.encodings.size - 1 >= 6,
    },
    { what: "confirmed in negatives", value: String(hits), goal: "0", isMet: hits === 0 },
  ];
}

function atLeast(what: string, value: number, goal: number): Goal {
  return { what, value: value.toFixed(4), goal: `>= ${goal}`, isMet: value >= goal };
}
