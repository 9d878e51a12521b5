import { seededRandom } from "../../support/seeded-random.ts";
import { type Column, isDecidable, type Naming, tableOf } from "../make/columns.ts";
import { labels } from "../make/label.ts";
import { delimited } from "../write/text-tables.ts";
import type { Product } from "./look.ts";
import { createTallies, type Tallies } from "./tally.ts";

/** By `naming|label`, and the kinds that were taken for something. */
export interface ColumnScores {
  readonly tallies: Tallies;
  readonly columns: number;
  readonly positives: number;
  /** Values that were taken for names of columns, and would be printed. */
  readonly betrayed: number;
  readonly mistakes: ReadonlyMap<string, number>;
}

const namings: readonly Naming[] = ["none", "real", "vague", "misleading"];
/** Rows of a table; small ones are where chance does most. */
const sizes = [20, 20, 50, 50, 100, 200, 400, 1000, 5000];

/** `tables` tables for each label under each naming, each with three near misses or more beside the column in question. */
export async function scoreColumns(product: Product, seed: number, tables: number): Promise<ColumnScores> {
  const random = seededRandom(seed);
  const tallies = createTallies();
  const mistakes = new Map<string, number>();
  let [columns, positives, betrayed] = [0, 0, 0];
  for (const naming of namings) {
    for (const label of labels) {
      if (!isDecidable(label, naming)) continue;
      for (let at = 0; at < tables; at++) {
        const rows = sizes[at % sizes.length] ?? 50;
        const table = tableOf(random, label, rows, naming);
        const found = await product.columns(Buffer.from(csvOf(table)), "table");
        columns += table.length;
        positives += 1;
        const known = new Set<string>();
        for (const [index, column] of table.entries()) {
          // By its number where the names were not told from values: then they are no help, which is the product's to bear.
          const number = `column ${index + 1}`;
          const said = found.get(column.header) ?? found.get(number) ?? new Set<string>();
          known.add(number).add(column.header);
          judge(column, said, tallies, mistakes);
        }
        // A name that is none of the table's: a value was taken for one, and printed.
        for (const [name, detectors] of found) {
          if (known.has(name)) continue;
          betrayed += 1;
          for (const detector of detectors) {
            tallies.of(`${naming}|${detector}`).falsePositives += 1;
            note(mistakes, `${naming}: ${detector} of a column that is not there`);
          }
        }
      }
    }
  }
  return { tallies, columns, positives, betrayed, mistakes };
}

function judge(
  { label, kind, naming, share, cells }: Column,
  said: ReadonlySet<string>,
  tallies: Tallies,
  mistakes: Map<string, number>,
): void {
  for (const detector of said) {
    const tally = tallies.of(`${naming}|${detector}`);
    if (detector === label) tally.truePositives += 1;
    else {
      tally.falsePositives += 1;
      note(mistakes, `${naming}: ${kind} taken for ${detector}`);
    }
  }
  if (label === undefined || said.has(label)) return;
  tallies.of(`${naming}|${label}`).missed += 1;
  note(mistakes, `${naming}: ${label} missed (${cells.length} rows, share ${share})`);
}

function note(mistakes: Map<string, number>, what: string): void {
  mistakes.set(what, (mistakes.get(what) ?? 0) + 1);
}

function csvOf(table: readonly Column[]): string {
  const rows = Array.from({ length: table[0]?.cells.length ?? 0 }, (_, at) =>
    table.map(({ cells }) => cells[at] ?? ""),
  );
  const headers = table.map(({ header }) => header);
  const isNamed = headers.some((header) => header !== "");
  const sheet = isNamed
    ? { name: "", columns: headers, rows }
    : { name: "", columns: rows[0] ?? [], rows: rows.slice(1) };
  return delimited({ title: "", paragraphs: [], sheets: [sheet] }, ",");
}
