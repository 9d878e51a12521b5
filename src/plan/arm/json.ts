import { JingneiError } from "../../model/index.ts";

export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [name: string]: Json;
}

/** A template's text, parsed. */
export interface JsonText {
  readonly value: Json;
  /** Line, from 1, on which an object or list of `value` opens. */
  lineOf(holder: Json): number | undefined;
}

/** Resource Manager takes no template that nests deeper than a few dozen. */
const maxDepth = 200;
const numberAt = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const wordAt = /true|false|null/y;
const blankAt = /\s*/y;
const commentAt = /\/\/[^\n]*|\/\*[\s\S]*?\*\//y;

/**
 * JSON as Resource Manager takes it: with comments and with texts of several lines.
 * @throws JingneiError `input` with file, line and column.
 */
export function parseJsonText(text: string, file: string): JsonText {
  const offsets = new Map<Json, number>();
  const positionOf = positionsIn(text);
  let at = 0;

  function fail(what: string): never {
    const { line, column } = positionOf(at);
    throw new JingneiError("input", `${file}:${line}:${column}: ${what}`, "Give a complete template in JSON.");
  }

  function skipBlank(): void {
    do {
      blankAt.lastIndex = at;
      at += blankAt.exec(text)?.[0].length ?? 0;
      commentAt.lastIndex = at;
      at += commentAt.exec(text)?.[0].length ?? 0;
    } while (at === commentAt.lastIndex && at > 0 && at < text.length);
  }

  function take(mark: string): boolean {
    skipBlank();
    if (text[at] !== mark) return false;
    at += 1;
    return true;
  }

  function readValue(depth: number): Json {
    if (depth > maxDepth) fail(`nested deeper than ${maxDepth} levels`);
    skipBlank();
    const opening = text[at];
    if (opening === "{") return readObject(depth);
    if (opening === "[") return readList(depth);
    if (opening === '"') return readText();
    return readWord();
  }

  function readObject(depth: number): JsonObject {
    const start = at;
    at += 1;
    const entries: [string, Json][] = [];
    if (!take("}")) {
      do {
        skipBlank();
        // A comma before the closing bracket is taken, as Resource Manager does.
        if (entries.length > 0 && text[at] === "}") break;
        if (text[at] !== '"') fail(at >= text.length ? "the text ends in the middle" : "a property name is expected");
        const name = readText();
        if (!take(":")) fail("a colon is expected");
        entries.push([name, readValue(depth + 1)]);
      } while (take(","));
      if (!take("}"))
        fail(at >= text.length ? "the text ends in the middle" : "a comma or a closing brace is expected");
    }
    const made: JsonObject = Object.fromEntries(entries);
    offsets.set(made, start);
    return made;
  }

  function readList(depth: number): readonly Json[] {
    const start = at;
    at += 1;
    const items: Json[] = [];
    if (!take("]")) {
      do {
        skipBlank();
        if (items.length > 0 && text[at] === "]") break;
        items.push(readValue(depth + 1));
      } while (take(","));
      if (!take("]"))
        fail(at >= text.length ? "the text ends in the middle" : "a comma or a closing bracket is expected");
    }
    offsets.set(items, start);
    return items;
  }

  function readText(): string {
    let end = at + 1;
    while (end < text.length && text[end] !== '"') end += text[end] === "\\" ? 2 : 1;
    if (end >= text.length) fail("a text that does not end");
    const raw = text.slice(at, end + 1);
    const read = unescaped(raw);
    if (read === undefined) fail("a text with an escape that JSON does not know");
    at = end + 1;
    return read;
  }

  function readWord(): Json {
    wordAt.lastIndex = at;
    numberAt.lastIndex = at;
    const word = wordAt.exec(text)?.[0] ?? numberAt.exec(text)?.[0];
    if (word === undefined) fail(at >= text.length ? "the text ends in the middle" : "not a JSON value");
    at += word.length;
    if (word === "null") return null;
    if (word === "true" || word === "false") return word === "true";
    return Number(word);
  }

  const value = readValue(0);
  skipBlank();
  if (at < text.length) fail("more follows after the end of the template");
  return {
    value,
    lineOf(holder) {
      const offset = offsets.get(holder);
      return offset === undefined ? undefined : positionOf(offset).line;
    },
  };
}

function unescaped(raw: string): string | undefined {
  try {
    // Line ends and tabs inside a text are what makes it one of several lines.
    const escaped = raw.replace(/[\n\r\t]/g, (mark) => (mark === "\n" ? "\\n" : mark === "\r" ? "\\r" : "\\t"));
    const value: unknown = JSON.parse(escaped);
    return typeof value === "string" ? value : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Tells line and column, both from 1, of an offset; reads the text once, when first asked. */
function positionsIn(text: string): (offset: number) => { readonly line: number; readonly column: number } {
  let starts: readonly number[] | undefined;
  return (offset) => {
    starts ??= [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)];
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}

export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isJsonList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}
