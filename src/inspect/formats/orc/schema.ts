import { mostColumns } from "../../piece.ts";
import { malformed } from "../binary/gap.ts";
import { memberName } from "../binary/member-name.ts";
import type { Message } from "./message.ts";

/** A column with values, by its number among all types. */
export interface OrcColumn {
  readonly id: number;
  /** As `customer.phones`. */
  readonly name: string;
  readonly kind: number;
  /** Digits behind the point, of decimals that state them. */
  readonly scale: number;
}

export const kinds = {
  boolean: 0,
  byte: 1,
  short: 2,
  int: 3,
  long: 4,
  float: 5,
  double: 6,
  string: 7,
  binary: 8,
  timestamp: 9,
  list: 10,
  map: 11,
  struct: 12,
  union: 13,
  decimal: 14,
  date: 15,
  varchar: 16,
  char: 17,
  instant: 18,
} as const;

const deepest = 64;

/** Columns with values. Types are a list, and each names those within it by number; each belongs to one other at most. */
export function columnsOf(types: readonly Message[]): readonly OrcColumn[] {
  const columns: OrcColumn[] = [];
  const seen = new Set<number>();

  function walk(id: number, path: string, depth: number): void {
    const type = types[id];
    if (type === undefined || seen.has(id) || depth > deepest)
      throw malformed("has columns that belong to none, or to two");
    seen.add(id);
    if (columns.length >= mostColumns) return;
    const kind = type.number(1) ?? 0;
    const children = type.numbers(2);
    const names = type.bytes(3).map((name) => memberName(Buffer.from(name).toString("utf8")));
    if (kind >= kinds.list && kind <= kinds.union) {
      for (const [index, child] of children.entries()) {
        const own = kind === kinds.map ? ["key", "value"][index] : names[index];
        walk(child, [path, own ?? ""].filter((part) => part !== "").join("."), depth + 1);
      }
      return;
    }
    columns.push({ id, name: path === "" ? `column ${id}` : path, kind, scale: type.number(6) ?? 0 });
  }

  walk(0, "", 0);
  return columns;
}
