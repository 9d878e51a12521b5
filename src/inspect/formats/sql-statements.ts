import { mostColumns } from "../piece.ts";
import { isLikeData, tidyName } from "./names.ts";

/** The beginning of a statement that data follows. */
export interface DataStatement {
  readonly kind: "insert" | "copy";
  readonly table: string;
  /** As the statement lists them; nothing where it lists none. */
  readonly columns: readonly string[] | undefined;
  /** Characters up to the data. */
  readonly length: number;
}

/** A name in any product's quotes, with the schema before it. */
const part = String.raw`(?:\`(?:[^\`\n]){1,128}\`|"(?:[^"\n]){1,128}"|\[(?:[^\]\n]){1,128}\]|[^\s.()"'\`;,[\]]{1,128})`;
const name = String.raw`(${part}(?:\s{0,4}\.\s{0,4}${part}){0,3})`;
const list = String.raw`(?:\s{0,99}\(([^()']{1,65536})\))?`;

const insert = new RegExp(
  String.raw`^(?:insert|replace)(?:\s{1,20}(?:low_priority|delayed|high_priority|ignore|overwrite|into|table|all)){0,4}\s{1,20}${name}${list}(?:\s{1,20}overriding\s{1,9}\w{1,20}\s{1,9}value)?\s{0,99}values?\s{0,99}(?=\()`,
  "i",
);
const copy = new RegExp(
  String.raw`^copy\s{1,20}${name}${list}\s{1,20}from\s{1,20}stdin\b[^;\n]{0,500};?[^\n]{0,100}\n`,
  "i",
);

/** What a statement says before its data; `undefined` where it is none of those that hold data. `text` is its beginning. */
function dataStatement(text: string): DataStatement | undefined {
  const inserted = insert.exec(text);
  const found = inserted ?? copy.exec(text);
  if (found === null) return undefined;
  const [whole, table = "", columns] = found;
  return {
    kind: inserted === null ? "copy" : "insert",
    table: lastPart(table),
    columns: columns === undefined ? undefined : names(columns),
    length: whole.length,
  };
}

export interface CreatedTable {
  readonly table: string;
  readonly columns: readonly string[];
  /** Characters up to the closing bracket. */
  readonly length: number;
}

/** Table and columns of a `CREATE TABLE`; the bracket of one that is cut ends with the text. */
function createdTable(text: string): CreatedTable | undefined {
  const found = createTable.exec(text);
  if (found === null) return undefined;
  const { items, end } = topLevelItems(text, found[0].length);
  const columns = items.flatMap((item) => {
    const [first] = firstPart.exec(item.trim()) ?? [];
    return first === undefined || noColumn.test(item.trim()) ? [] : [lastPart(first)];
  });
  return { table: lastPart(found[1] ?? ""), columns: columns.slice(0, mostColumns), length: end };
}

const createTable = new RegExp(
  String.raw`^create(?:\s{1,9}(?:global|local|temporary|temp|unlogged|external)){0,2}\s{1,9}table(?:\s{1,9}if\s{1,9}not\s{1,9}exists)?\s{1,9}${name}\s{0,99}\(`,
  "i",
);
const firstPart = new RegExp(`^${part}`);
const noColumn =
  /^(primary\s+key|(unique|fulltext|spatial)?\s*(key|index)\b|unique\s*\(|constraint|check\s*\(|foreign\s+key|exclude\b|like\b|period\s+for)/i;

/** What stands between the commas of a bracket that is open at `from`, brackets and quotes within it passed over. */
function topLevelItems(text: string, from: number): { readonly items: string[]; readonly end: number } {
  const items: string[] = [];
  let depth = 0;
  let start = from;
  let quote = "";
  let at = from;
  for (; at < text.length && items.length <= mostColumns; at++) {
    const character = text[at] ?? "";
    if (quote !== "") {
      if (character === quote) quote = "";
    } else if (character === "'" || character === '"' || character === "`") quote = character;
    else if (character === "(") depth++;
    else if (character === ")") {
      if (depth === 0) {
        items.push(text.slice(start, at));
        break;
      }
      depth--;
    } else if (character === "," && depth === 0) {
      items.push(text.slice(start, at));
      start = at + 1;
    }
  }
  return { items, end: at };
}

function names(columns: string): string[] {
  return columns.split(",").slice(0, mostColumns).map(lastPart);
}

/** The name without schema and quotes; "" for what looks like a value. */
function lastPart(written: string): string {
  const tidy = tidyName(written);
  const quoted = /[`"[]([^`"[\]]*)[`"\]]$/.exec(tidy)?.[1];
  const plain = quoted ?? tidy.slice(tidy.lastIndexOf(".") + 1);
  return isLikeData(plain) ? "" : plain;
}

/** Bytes of a statement in which its table and columns are looked for. */
export const statementBytes = 128 * 1024;
/** Bytes that nearly every statement's beginning fits in: dumps have a hundred thousand of them. */
const shortBytes = 4 * 1024;

/** The `CREATE TABLE` that begins at `at`, and where its columns end. */
export function createdTableAt(bytes: Buffer, at: number): (CreatedTable & { readonly end: number }) | undefined {
  let created: CreatedTable | undefined;
  let text = "";
  for (const length of [shortBytes, statementBytes]) {
    text = bytes.toString("utf8", at, Math.min(bytes.length, at + length));
    created = createdTable(text);
    if (created === undefined || created.length < text.length) break;
  }
  return created === undefined ? undefined : { ...created, end: at + Buffer.byteLength(text.slice(0, created.length)) };
}

/** The statement that begins at `at`, and where its data does. */
export function dataStatementAt(bytes: Buffer, at: number): (DataStatement & { readonly end: number }) | undefined {
  for (const length of [shortBytes, statementBytes]) {
    const text = bytes.toString("utf8", at, Math.min(bytes.length, at + length));
    const found = dataStatement(text);
    if (found !== undefined) return { ...found, end: at + Buffer.byteLength(text.slice(0, found.length)) };
    // Only a list of columns can be longer.
    if (!/^[^(]*\([^()';]*$/.test(text)) return undefined;
  }
  return undefined;
}
