import { ContentError } from "../../model/index.ts";
import type { Piece } from "../piece.ts";
import type { Reader, ReaderInput } from "../reader.ts";
import { type GapTally, gapPiece, gapTally } from "./binary/gap.ts";
import { memberName, shown } from "./binary/member-name.ts";
import { randomAccess } from "./binary/random-access.ts";
import { rowBatch } from "./binary/row-batch.ts";
import { columnsOfTable } from "./sqlite/columns.ts";
import { type Pages, pagesOf } from "./sqlite/pages.ts";
import { recordOf } from "./sqlite/record.ts";
import { rowsOf } from "./sqlite/tree.ts";

const magic = "SQLite format 3\0";

/**
 * Tables by their trees, page by page and never by SQL: nothing of a hostile database is executed, and nothing is written. Deleted rows on
 * free pages are not read.
 */
export const sqlite: Reader = {
  format: "sqlite",
  recognises: (head) => (String.fromCharCode(...head.subarray(0, magic.length)) === magic ? 3 : 0),
  read: readSqlite,
};

interface Table {
  readonly name: string;
  readonly root: number;
  readonly sql: string;
}

/** Tables that are read; real databases have some hundred. */
const mostTables = 10_000;

async function* readSqlite(input: ReaderInput): AsyncIterable<Piece> {
  const pages = await pagesOf(await randomAccess(input));
  const gaps = gapTally("table");
  if (pages.hasLog) {
    yield gapPiece("skipped", "is kept with a write-ahead log (-wal): what stands only there is not in this file");
  }
  const tables: Table[] = [];
  try {
    for await (const rows of rowsOf(pages, 1))
      for (const { payload } of rows) {
        const [type, name, , root, sql] = recordOf(payload, pages.encoding);
        if (type !== "table" || Number(root) < 1) continue;
        if (tables.length < mostTables)
          tables.push({ name: memberName(name ?? ""), root: Number(root), sql: sql ?? "" });
        else gaps.add("unsupported", `is one of more than ${mostTables}: not read`, shown(name ?? ""));
      }
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    yield gapPiece(error.reason, `its list of tables ${error.message}`);
  }
  for (const table of tables) yield* readTable(table, pages, input, gaps);
  yield* gaps.pieces();
}

async function* readTable(table: Table, pages: Pages, input: ReaderInput, gaps: GapTally): AsyncIterable<Piece> {
  const { names, rowId } = columnsOfTable(table.sql);
  const batch = rowBatch(table.name, names.map(memberName));
  try {
    for await (const rows of rowsOf(pages, table.root)) {
      input.signal.throwIfAborted();
      for (const { id, payload } of rows) {
        const values = recordOf(payload, pages.encoding);
        if (rowId >= 0 && values[rowId] === null && id !== undefined) values[rowId] = id;
        if (batch.add(values)) yield* batch.take();
      }
      if (batch.count >= (input.rows ?? Number.POSITIVE_INFINITY)) break;
    }
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    gaps.add(error.reason, error.message, shown(table.name));
  }
  yield* batch.take();
}
