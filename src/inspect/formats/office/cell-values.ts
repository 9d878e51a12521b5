import type { Package } from "./package.ts";
import { allTurns, attributeOf } from "./xml-events.ts";

/** Strings of one workbook that are kept, by count and by characters: half of what may be held in memory at all. */
const mostStrings = 2_000_000;
/** Characters of one cell, as spreadsheets bound them too. */
const longestCell = 32_767;

/** Strings that cells point to, by number. Beyond the bound there are none, and the gap says so. */
export async function sharedStrings(parts: Package, name: string, mostCharacters: number): Promise<readonly string[]> {
  const strings: string[] = [];
  let characters = 0;
  let current = "";
  let isText = false;
  let spoken = 0;
  const turns = parts.xml(name, {
    open(element) {
      if (element === "si") current = "";
      else if (element === "rPh") spoken += 1;
      else if (element === "t") isText = true;
    },
    close(element) {
      if (element === "si") {
        strings.push(current);
        characters += current.length;
      } else if (element === "rPh") spoken -= 1;
      else if (element === "t") isText = false;
    },
    text(text) {
      if (isText && spoken === 0 && current.length < longestCell) current += text.slice(0, longestCell);
    },
  });
  for await (const _ of turns) {
    if (strings.length <= mostStrings && characters <= mostCharacters) continue;
    parts.gaps.add("unsupported", "holds more strings than are kept: cells with the rest were not read", `"${name}"`);
    break;
  }
  return strings;
}

/** Which formats of cells show a number as a date, by number. */
export async function dateFormats(parts: Package, name: string): Promise<ReadonlySet<number>> {
  const dates = new Set<number>();
  const custom = new Map<string, string>();
  let isCell = false;
  let index = 0;
  await allTurns(
    parts.xml(name, {
      open(element, tag) {
        if (element === "cellXfs") isCell = true;
        else if (element === "numFmt" && custom.size < 10_000) {
          custom.set(attributeOf(tag, "numFmtId") ?? "", attributeOf(tag, "formatCode") ?? "");
        } else if (element === "xf" && isCell) {
          const format = attributeOf(tag, "numFmtId") ?? "";
          if (index < 100_000 && isDate(format, custom.get(format))) dates.add(index);
          index += 1;
        }
      },
      close(element) {
        if (element === "cellXfs") isCell = false;
      },
      text: () => undefined,
    }),
  );
  return dates;
}

/** Numbers of built-in formats: ECMA-376 part 1, 18.8.30, with those of East Asia. */
function isDate(format: string, code: string | undefined): boolean {
  const id = Number(format);
  if (code === undefined)
    return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
  return /[ymdh]/i.test(code.replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, ""));
}

/** A number as it is meant: without an exponent, and as a day where it is shown as one. */
export function numberCell(raw: string, isShownAsDate: boolean, is1904: boolean): string {
  const value = Number(raw);
  if (!Number.isFinite(value)) return raw;
  if (isShownAsDate && value > 0 && value < 2_958_466) return dateOf(value + (is1904 ? 1_462 : 0));
  return /e/i.test(raw) && Math.abs(value) < 1e21 ? String(value) : raw;
}

/** Days since 1899-12-30. */
function dateOf(serial: number): string {
  const iso = new Date(Math.round((serial - 25_569) * 86_400_000)).toISOString();
  return Number.isInteger(serial) ? iso.slice(0, 10) : iso.slice(0, 19).replace("T", " ");
}
