import type { Cursor } from "./cursor.ts";

/** A value of JSON and the line on which it begins. */
export type JsonNode =
  | { readonly kind: "scalar"; readonly value: string | number | boolean | null; readonly line: number }
  | { readonly kind: "list"; readonly items: readonly JsonNode[]; readonly line: number }
  | { readonly kind: "object"; readonly members: readonly (readonly [string, JsonNode])[]; readonly line: number };

const maxDepth = 100;
const blank = /[ \t\r\n\uFEFF]*/y;
const quoted = /"(?:[^"\\\n]|\\.)*"/y;
const word = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

/**
 * Reads a document of JSON; members of the same name stay apart, as blocks do.
 * @throws HclError where it cannot be read on
 */
export function readJson(cursor: Cursor): JsonNode {
  const node = readNode(cursor, 0);
  cursor.match(blank);
  if (cursor.at < cursor.text.length) cursor.fail("more follows behind the end of the document");
  return node;
}

function readNode(cursor: Cursor, depth: number): JsonNode {
  if (depth > maxDepth) cursor.fail(`nested deeper than ${maxDepth}`);
  cursor.match(blank);
  const line = cursor.line();
  if (cursor.take("{"))
    return { kind: "object", members: readItems(cursor, "}", () => readMember(cursor, depth)), line };
  if (cursor.take("[")) return { kind: "list", items: readItems(cursor, "]", () => readNode(cursor, depth + 1)), line };
  if (cursor.looksAt('"')) return { kind: "scalar", value: readText(cursor), line };
  const found = cursor.match(word);
  if (found === undefined) cursor.fail("no value of JSON");
  return { kind: "scalar", value: JSON.parse(found), line };
}

function readMember(cursor: Cursor, depth: number): readonly [string, JsonNode] {
  cursor.match(blank);
  const name = readText(cursor);
  cursor.match(blank);
  if (!cursor.take(":")) cursor.fail("a colon is expected");
  return [name, readNode(cursor, depth + 1)];
}

function readItems<T>(cursor: Cursor, end: string, read: () => T): readonly T[] {
  const items: T[] = [];
  cursor.match(blank);
  if (cursor.take(end)) return items;
  for (;;) {
    items.push(read());
    cursor.match(blank);
    if (cursor.take(end)) return items;
    if (!cursor.take(",")) cursor.fail(`a comma or a closing ${end} is expected`);
  }
}

function readText(cursor: Cursor): string {
  const begin = cursor.at;
  const found = cursor.match(quoted);
  if (found === undefined) cursor.fail("a text in quotation marks is expected");
  try {
    return String(JSON.parse(found));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    cursor.at = begin;
    return cursor.fail("a text with an escape that JSON does not know");
  }
}
