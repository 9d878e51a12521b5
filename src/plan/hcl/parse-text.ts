import type { Cursor } from "./cursor.ts";
import type { Expression } from "./syntax.ts";

/** Reads what stands in the braces of `${…}`. */
export type ReadExpression = (cursor: Cursor, lines: boolean, depth: number) => Expression;

const plainInQuotes = /[^"\\$%\n]+/y;
const plainInHeredoc = /[^$%]+/y;
const escapeAt = /\\(?:[nrt"\\]|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})/y;
const escapes: ReadonlyMap<string, string> = new Map([
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ['"', '"'],
  ["\\", "\\"],
]);

/** Reads a text behind its opening quotation mark. */
export function readQuoted(cursor: Cursor, depth: number, read: ReadExpression): Expression {
  const parts: Expression[] = [];
  for (;;) {
    if (cursor.take('"')) return asText(parts);
    const plain = cursor.match(plainInQuotes);
    const special = plain ?? readMarked(cursor, parts, depth, read);
    if (special !== undefined) {
      if (special !== "") parts.push({ kind: "literal", value: special });
      continue;
    }
    const escaped = cursor.match(escapeAt);
    if (escaped === undefined) cursor.fail("a text that does not end in its line, or an escape that HCL does not know");
    parts.push({ kind: "literal", value: unescaped(escaped) });
  }
}

/** Reads a whole text as what stands between quotation marks, without escapes: a text of the JSON syntax. */
export function readTemplateText(cursor: Cursor, read: ReadExpression): Expression {
  const parts: Expression[] = [];
  while (cursor.at < cursor.text.length) {
    const special = cursor.match(plainInHeredoc) ?? readMarked(cursor, parts, 0, read);
    if (special !== undefined && special !== "") parts.push({ kind: "literal", value: special });
  }
  return parts.length === 0 ? { kind: "literal", value: "" } : asText(parts);
}

const heredocOpening = /<<-?[\p{ID_Start}_][\p{ID_Continue}-]*[ \t\r]*\n/uy;

/** Reads `<<EOT` to the line that closes it, which stays unread. */
export function readHeredoc(cursor: Cursor, depth: number, read: ReadExpression): Expression {
  const opening = cursor.match(heredocOpening);
  if (opening === undefined) cursor.fail("a name and the end of the line are expected after <<");
  const isIndented = opening.startsWith("<<-");
  const name = opening.slice(isIndented ? 3 : 2).trim();
  const end = closingLine(cursor, name);
  const parts: Expression[] = [];
  while (cursor.at < end) {
    const plain = cursor.match(plainInHeredoc);
    if (plain !== undefined) {
      const kept = cursor.at > end ? plain.slice(0, plain.length - (cursor.at - end)) : plain;
      if (kept !== "") parts.push({ kind: "literal", value: kept });
      continue;
    }
    const special = readMarked(cursor, parts, depth, read);
    if (special !== undefined && special !== "") parts.push({ kind: "literal", value: special });
  }
  cursor.at = end;
  cursor.skip(false);
  cursor.at += name.length;
  const made = asText(parts);
  return isIndented && made.kind === "literal" && typeof made.value === "string"
    ? { kind: "literal", value: outdented(made.value) }
    : made;
}

function closingLine(cursor: Cursor, name: string): number {
  for (let at = cursor.at; at <= cursor.text.length; ) {
    const next = cursor.text.indexOf("\n", at);
    const line = cursor.text.slice(at, next === -1 ? undefined : next);
    if (line.trim() === name) return at;
    if (next === -1) break;
    at = next + 1;
  }
  return cursor.fail(`the heredoc ${name} does not end`);
}

function outdented(text: string): string {
  const lines = text.split("\n");
  const indents = lines.filter((line) => line.trim() !== "").map((line) => line.length - line.trimStart().length);
  const indent = indents.reduce((least, one) => Math.min(least, one), Number.POSITIVE_INFINITY);
  return lines.map((line) => line.slice(Math.min(indent, line.length))).join("\n");
}

/** What begins with `$` or `%`: a text, or a part that is added (`""`), or nothing of that kind (`undefined`). */
function readMarked(cursor: Cursor, parts: Expression[], depth: number, read: ReadExpression): string | undefined {
  for (const mark of ["$", "%"]) {
    if (cursor.take(`${mark}${mark}{`)) return `${mark}{`;
    if (!cursor.take(`${mark}{`)) {
      if (cursor.take(mark)) return mark;
      continue;
    }
    cursor.take("~");
    if (mark === "$") parts.push(read(cursor, true, depth + 1));
    else parts.push(readDirective(cursor, depth, read));
    cursor.skip(true);
    cursor.take("~");
    if (!cursor.take("}")) cursor.fail("a closing brace is expected");
    return "";
  }
  return undefined;
}

/** `%{ if … }`, `%{ for x in … }`, `%{ else }`, `%{ endif }`. */
function readDirective(cursor: Cursor, depth: number, read: ReadExpression): Expression {
  cursor.skip(true);
  const word = cursor.identifier();
  if (word === "for" && cursor.match(/[^:"{}[\]()]*?\bin\b/y) === undefined) cursor.fail("`in` is expected");
  const parts = word === "if" || word === "for" ? [read(cursor, true, depth + 1)] : [];
  return { kind: "opaque", parts };
}

function unescaped(escaped: string): string {
  const code = escaped.slice(2);
  if (code === "") return escapes.get(escaped[1] ?? "") ?? "";
  const point = Number.parseInt(code, 16);
  return point > 0x10ffff ? "\uFFFD" : String.fromCodePoint(point);
}

function asText(parts: readonly Expression[]): Expression {
  if (parts.every((part) => part.kind === "literal")) {
    const [only] = parts;
    // `"${true}"` is what it holds.
    if (parts.length === 1 && only !== undefined) return only;
    return {
      kind: "literal",
      value: parts.map((part) => (part.kind === "literal" ? String(part.value) : "")).join(""),
    };
  }
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : { kind: "template", parts };
}
