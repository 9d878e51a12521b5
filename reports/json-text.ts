import { showHiddenCharacters } from "../src/model/index.ts";

/** Neither quote nor backslash, nothing to escape and nothing hidden: most names and ids. */
const plain = /^[ !#-[\]-~]*$/;

/**
 * JSON on one line, keys in the order in which they stand. JSON leaves bidi controls and invisible characters as they are;
 * escaped they mean the same and cannot fool a terminal.
 * @throws TypeError where there is nothing to write
 */
export function jsonText(value: unknown): string {
  if (typeof value === "string" && plain.test(value)) return `"${value}"`;
  const text = JSON.stringify(value);
  if (text === undefined) throw new TypeError("a required field of the report is missing");
  return showHiddenCharacters(text, escapeUnits);
}

/** Items of a JSON array, one to a line. */
export function* jsonItems(values: Iterable<unknown>): Generator<string> {
  let separator = "[\n";
  for (const value of values) {
    yield `${separator}${jsonText(value)}`;
    separator = ",\n";
  }
  yield separator === "[\n" ? "[]" : "\n]";
}

function escapeUnits(codePoint: string): string {
  const character = String.fromCodePoint(Number.parseInt(codePoint.slice(2), 16));
  let escaped = "";
  for (let unit = 0; unit < character.length; unit++) {
    escaped += `\\u${character.charCodeAt(unit).toString(16).padStart(4, "0")}`;
  }
  return escaped;
}
