import { type Layout, mostColumns } from "../piece.ts";
import type { Placements } from "./placed-layout.ts";
import { decodeSql } from "./sql-values.ts";

/** The tables of a dump as far as they are known. */
export interface SqlTables {
  /** Values that belong to no table. */
  readonly free: Layout;
  create(table: string, columns: readonly string[]): void;
  /** Layout of rows of a table: the columns that its statement lists, or those it was created with. */
  rowsOf(table: string, columns: readonly string[] | undefined): Layout;
  /** Layout of rows that a part of a dump begins with: of the only table with so many columns. */
  guess(width: number): Layout;
}

/** Tables beyond this have their rows read without names. */
const mostTables = 2_000;

export function createSqlTables(placements: Placements): SqlTables {
  const created = new Map<string, readonly string[]>();
  const layouts = new Map<string, Layout>();
  const make = (table: string, columns: readonly string[]): Layout =>
    placements.layout({ format: "sql", table, columns: numbered(columns), decode: decodeSql });
  const unnamed = Array.from({ length: mostColumns }, () => "");
  const unknown = make("", unnamed);
  const layoutOf = (table: string, columns: readonly string[]): Layout => {
    // Thousands of names that are none would be written out for every statement.
    const key = columns === unnamed ? table : JSON.stringify([table, columns]);
    const known = layouts.get(key);
    if (known !== undefined) return known;
    if (layouts.size >= mostTables) return unknown;
    const layout = make(table, columns);
    layouts.set(key, layout);
    return layout;
  };
  return {
    free: make("", []),
    create(table, columns) {
      if (created.size < mostTables) created.set(table, columns);
    },
    rowsOf(table, columns) {
      return layoutOf(table, columns ?? created.get(table) ?? unnamed);
    },
    guess(width) {
      const named = [...layouts.values()].filter(({ columns }) => columns.length === width);
      const [only, ...others] = named;
      if (only !== undefined && others.length === 0) return only;
      const fitting = [...created].filter(([, columns]) => columns.length === width);
      const [table] = fitting;
      return only === undefined && table !== undefined && fitting.length === 1 ? layoutOf(...table) : unknown;
    },
  };
}

function numbered(columns: readonly string[]): string[] {
  return columns.map((name, index) => (name === "" ? `column ${index + 1}` : name));
}
