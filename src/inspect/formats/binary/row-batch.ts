import { type CellsPiece, mostColumns } from "../../piece.ts";

type Row = readonly (string | null)[];

/** Gathers rows of a table and tells when there are enough for a piece. */
export interface RowBatch {
  /** True where the batch is to be taken now. */
  add(row: Row): boolean;
  /** What was gathered, as a piece; nothing where nothing was. */
  take(): readonly CellsPiece[];
  /** Rows added so far, taken ones too. */
  readonly count: number;
}

/** Slots and characters of one piece: about a mebibyte. */
const mostCells = 32_768;
const mostCharacters = 512 * 1024;

/** @param columns names as the format states them; more are numbered as rows become wider. */
export function rowBatch(table: string, columns: readonly string[]): RowBatch {
  let rows: Row[] = [];
  let cells = 0;
  let characters = 0;
  let count = 0;
  const names = columns.slice(0, mostColumns);
  return {
    add(row) {
      rows.push(row.length > mostColumns ? row.slice(0, mostColumns) : row);
      count += 1;
      cells += row.length;
      for (const cell of row) characters += cell?.length ?? 0;
      for (let at = names.length; at < Math.min(row.length, mostColumns); at++) names.push(`column ${at + 1}`);
      return cells >= mostCells || characters >= mostCharacters;
    },
    take() {
      if (rows.length === 0) return [];
      const piece: CellsPiece = { kind: "cells", table, columns: [...names], rows };
      rows = [];
      cells = 0;
      characters = 0;
      return [piece];
    },
    get count() {
      return count;
    },
  };
}
