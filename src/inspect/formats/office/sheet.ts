import { mostColumns, type Piece } from "../../piece.ts";
import { shown } from "../binary/member-name.ts";
import { numberCell } from "./cell-values.ts";
import { headedTable } from "./headed.ts";
import type { Package } from "./package.ts";
import { textGatherer } from "./text-gatherer.ts";
import { attributeOf } from "./xml-events.ts";

/** What cells refer to. */
export interface Workbook {
  readonly strings: readonly string[];
  readonly dates: ReadonlySet<number>;
  readonly is1904: boolean;
}

const longestCell = 32_767;
/** Empty places of a sheet, beyond which one that is nearly all of them is not read on. */
const mostEmpty = 10_000_000;

/** Rows of a worksheet; its printed headers and footers as titles. */
export async function* sheetOf(
  parts: Package,
  part: string,
  name: string,
  book: Workbook,
  rows: number,
): AsyncIterable<Piece> {
  const table = headedTable("xlsx", name);
  const titles = textGatherer("xlsx");
  let row: (string | null)[] = [];
  let column = -1;
  let type = "";
  let isDate = false;
  let text = "";
  let isTaken = false;
  let spoken = 0;
  let filled = 0;
  let places = 0;
  const turns = parts.xml(part, {
    open(element, tag) {
      if (element === "row") {
        row = [];
        column = -1;
      } else if (element === "c") {
        column = columnOf(attributeOf(tag, "r"), column + 1);
        type = attributeOf(tag, "t") ?? "n";
        isDate = type === "n" && book.dates.has(Number(attributeOf(tag, "s") ?? -1));
        text = "";
      } else if (element === "rPh") spoken += 1;
      else if (element === "v" || element === "t" || isPrinted(element)) isTaken = true;
    },
    close(element) {
      if (element === "v" || element === "t" || isPrinted(element)) isTaken = false;
      if (element === "rPh") spoken -= 1;
      else if (element === "c") {
        const cell = cellOf(text, type, isDate, book);
        if (cell !== null && column < mostColumns) {
          while (row.length < column) row.push(null);
          row[column] = cell;
          filled += 1;
        }
        text = "";
      } else if (element === "row") {
        places += row.length;
        // One cell far to the right makes a row of thousands.
        if (!isEmpty()) table.add(row);
      } else if (isPrinted(element)) {
        titles.add(text.replaceAll(/&(["'][^"']*["']|K[0-9A-F]{6}|\d+|[A-Z])/g, " "), true);
        text = "";
      }
    },
    text(part) {
      // Formulas stand beside values.
      if (isTaken && text.length < longestCell && spoken === 0) text += part.slice(0, longestCell);
    },
  });
  for await (const _ of turns) {
    yield* table.take(false);
    if (isEmpty()) {
      parts.gaps.add("unsupported", "is nearly empty and very wide: not read on", shown(part));
      break;
    }
    if (table.count >= rows) break;
  }
  yield* table.take(true);
  yield* titles.take(true);

  function isEmpty(): boolean {
    return places > mostEmpty && places > filled * 100;
  }
}

function isPrinted(element: string): boolean {
  return /^(odd|even|first)(Header|Footer)$/.test(element);
}

/** `AB12` is column 27. */
function columnOf(reference: string | undefined, next: number): number {
  if (reference === undefined) return next;
  let column = 0;
  for (const letter of reference.slice(0, 4)) {
    const code = letter.charCodeAt(0) & 0xdf;
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column === 0 ? next : column - 1;
}

function cellOf(text: string, type: string, isDate: boolean, { strings, is1904 }: Workbook): string | null {
  if (text === "" || type === "e") return null;
  if (type === "s") return strings[Number(text)] ?? null;
  if (type === "n") return numberCell(text.trim(), isDate, is1904);
  return text;
}
