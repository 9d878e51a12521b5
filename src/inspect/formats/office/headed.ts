import { type CellsPiece, mostColumns, type Piece, type TextPiece } from "../../piece.ts";
import { type RowBatch, rowBatch } from "../binary/row-batch.ts";
import { headerOf } from "../csv-header.ts";
import { freeLayout } from "../line-layout.ts";

type Row = readonly (string | null)[];

/** Rows of a table without stated names: what stands above it is its title, and its first row names the columns where it does. */
export interface HeadedTable {
  /** Rows so far. */
  readonly count: number;
  add(row: Row): void;
  /** Pieces that are ready; with `isEnd` all that is left. */
  take(isEnd: boolean): Iterable<Piece>;
}

/** Rows that are looked at before names are given. */
const looked = 12;

export function headedTable(format: string, table: string): HeadedTable {
  let first: Row[] = [];
  let batch: RowBatch | undefined;
  let count = 0;
  let ready: CellsPiece[] = [];
  const titles: TextPiece[] = [];

  function begin(): RowBatch {
    const widest = Math.max(0, ...first.map(filled));
    const above = first.findIndex((row) => filled(row) >= Math.max(2, widest / 2));
    const from = widest < 2 || above === -1 ? 0 : above;
    const title = first
      .slice(0, from)
      .map((row) => row.filter((cell) => cell !== null).join(" "))
      .join("\n");
    if (title.trim() !== "") {
      titles.push({ kind: "text", bytes: Buffer.from(`${title}\n`), layout: freeLayout(format), zone: "title" });
    }
    const records = first.slice(from).map((row) => row.map((cell) => cell ?? ""));
    const width = Math.min(mostColumns, Math.max(0, ...records.map(({ length }) => length)));
    const { columns, isStated } = headerOf({ records, width });
    const made = rowBatch(table, columns);
    for (const row of first.slice(isStated ? from + 1 : from)) made.add(row);
    first = [];
    return made;
  }

  return {
    get count() {
      return count;
    },
    add(row) {
      if (filled(row) === 0) return;
      count += 1;
      if (batch === undefined) {
        first.push(row);
        if (first.length >= looked) batch = begin();
      } else if (batch.add(row)) ready.push(...batch.take());
    },
    *take(isEnd) {
      if (isEnd && batch === undefined && first.length > 0) batch = begin();
      yield* titles.splice(0);
      yield* ready;
      ready = [];
      if (isEnd && batch !== undefined) yield* batch.take();
    },
  };
}

function filled(row: Row): number {
  let count = 0;
  for (const cell of row) if (cell !== null && cell !== "") count += 1;
  return count;
}
