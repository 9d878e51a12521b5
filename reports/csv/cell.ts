import { clipped, visible } from "../visible.ts";

/** Starts of formulas (OWASP, CSV injection), with the full-width forms that East Asian settings take as well. */
const formula = /^\s*[=+\-@＝＋－＠]/;
/** Ids that a spreadsheet turns into another number: beyond 15 digits, with a leading zero, or read as a power of ten. */
const changedNumber = /^(?:\d{16,}|0\d+|\d+(?:\.\d+)?[eE]\d+)$/;
/** Characters that Excel holds in a cell, less the marks added here; it moves the rest to other rows. */
const longest = 32_000;

/**
 * One field of RFC 4180, quoted where it is text. What a spreadsheet would run or change has an apostrophe before it, which makes it
 * text. Control characters, tabs and line breaks are shown by their code points, so that a finding is always one line.
 */
export function cell(value: string | number): string {
  if (typeof value === "number") return String(value);
  const text = clipped(visible(value), longest);
  const isProtected = formula.test(text) || changedNumber.test(text);
  return `"${(isProtected ? `'${text}` : text).replaceAll('"', '""')}"`;
}
