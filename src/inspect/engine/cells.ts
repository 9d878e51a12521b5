import { asBuffer } from "../formats/bytes.ts";
import type { CellsPiece } from "../piece.ts";
import type { Inspection, Tools } from "./inspection.ts";
import { isWatched, readLabels } from "./labelled.ts";
import { countHit, partsOf, readCell } from "./text.ts";

/** Rows at the beginning whose cells are all weighed; afterwards one in so many. */
const firstRows = 4_000;
const every = 64;

/** Counts what the kernel finds in the cells of a table, and weighs some of them. */
export function readCells(piece: CellsPiece, inspection: Inspection, tools: Tools): void {
  const form = inspection.formOf(piece.table);
  for (const row of piece.rows) {
    if (!isWatched(form)) break;
    readLabels(
      row.map((cell) => cell ?? ""),
      form,
      inspection,
      tools,
    );
  }
  for (const [index, name] of piece.columns.entries()) {
    const column = inspection.columnOf(piece.table, name, index);
    let text = "";
    for (const [row, cells] of piece.rows.entries()) {
      const cell = cells[index];
      if (cell === null || cell === undefined || cell === "") continue;
      // By column: some formats hand out one column after the other.
      if (column.cells < firstRows || row % every === 0) readCell(column, cell, inspection, tools);
      text += `${cell}\n`;
      if (text.length >= tools.finder.capacity / 4) text = flush(text);
    }
    flush(text);

    function flush(gathered: string): string {
      const bytes = Buffer.from(gathered);
      inspection.inspectedBytes += bytes.length;
      // Counted in characters it was short enough; its bytes may be three times as many.
      for (const part of partsOf(bytes, tools.finder.capacity)) countHits(part);
      return "";
    }

    function countHits(part: Uint8Array): void {
      const { kinds, starts, ends, length } = tools.finder.find(part);
      const bytes = asBuffer(part);
      for (let hit = 0; hit < length; hit++) {
        const start = starts[hit] ?? 0;
        const end = ends[hit] ?? start;
        const detector = tools.readHit(kinds[hit] ?? 0, bytes, start, end, tools.hasher);
        if (detector !== undefined) countHit(column, detector, bytes, start, end, tools);
      }
    }
  }
}
