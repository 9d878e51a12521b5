import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseAllDocuments,
  visit,
  type YAMLParseError,
  type YAMLWarning,
} from "yaml";
import type { ValuePath } from "../model/index.ts";
import { maxConfigBytes } from "./config-size.ts";
import type { Mistake } from "./mistake.ts";

/** Aliases may repeat a list of resources; more than this is an attack on memory. */
const maxAliasCount = 50;

export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A parsed file: its plain value, and where each path of it stands. */
export interface YamlDocument {
  /** `null` for a file without content. */
  readonly value: unknown;
  /** Where the value at `path` stands, or its key; where there is no such path, its nearest ancestor. */
  locate(path: ValuePath, what: "key" | "value"): Position;
}

export type Parsed = { readonly document: YamlDocument } | { readonly mistakes: readonly Mistake[] };

/** Reads YAML 1.2 (core schema, no tags beyond it, no merge keys), or says what is wrong with the text. */
export function parseYaml(bytes: Uint8Array): Parsed {
  if (bytes.byteLength > maxConfigBytes) return failed("the file is larger than 1 MiB");
  const text = decodeUtf8(bytes);
  if (text === undefined) return failed("the file is not UTF-8 text");
  try {
    return parseText(text);
  } catch (error) {
    if (error instanceof RangeError) return failed(tooDeep);
    // Aliases that multiply.
    if (error instanceof ReferenceError) return failed("aliases (`*name`) repeat too much; write the values out");
    throw error;
  }
}

/** The parser is recursive: a file of brackets ends its stack. */
const tooDeep = "the file is nested too deeply";

function textOf(error: YAMLParseError | YAMLWarning): string {
  return error.code === "RESOURCE_EXHAUSTION" ? tooDeep : error.message;
}

function parseText(text: string): Parsed {
  const lineCounter = new LineCounter();
  const options = { lineCounter, schema: "core", resolveKnownTags: false, prettyErrors: false } as const;
  const documents = Array.from(parseAllDocuments(text, options));
  const positionOf = (offset: number): Position => {
    const { line, col } = lineCounter.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const mistakes = documents.flatMap((document) =>
    // A warning is a tag that nobody resolves: its value would be read as something else than it says.
    [...document.errors, ...document.warnings].map(
      (error): Mistake => ({ ...positionOf(error.pos[0]), path: [], message: textOf(error) }),
    ),
  );
  for (const document of documents) {
    for (const { name, offset } of strayAliases(document)) {
      mistakes.push({
        ...positionOf(offset),
        path: [],
        message: `*${name} repeats an anchor (&${name}) that is not above it`,
      });
    }
  }
  if (mistakes.length > 0) return { mistakes };
  const [first, second] = documents;
  if (second !== undefined) {
    const message = "a second document starts here (`---`); one file holds one configuration";
    return { mistakes: [{ ...positionOf(second.range[0]), path: [], message }] };
  }
  const value: unknown = first === undefined ? null : first.toJS({ maxAliasCount });
  return {
    document: { value, locate: (path, what) => positionOf(first === undefined ? 0 : offsetOf(first, path, what)) },
  };
}

function strayAliases(document: Document.Parsed): readonly { readonly name: string; readonly offset: number }[] {
  const stray: { name: string; offset: number }[] = [];
  visit(document, {
    Alias: (_key, alias) => {
      if (alias.resolve(document) === undefined) stray.push({ name: alias.source, offset: alias.range?.[0] ?? 0 });
    },
  });
  return stray;
}

function offsetOf(document: Document.Parsed, path: ValuePath, what: "key" | "value"): number {
  let offset = document.contents?.range?.[0] ?? 0;
  let node: unknown = document.contents;
  for (const [index, step] of path.entries()) {
    const holder = isAlias(node) ? node.resolve(document) : node;
    const isLast = index === path.length - 1;
    if (isMap(holder)) {
      const pair = holder.items.find(({ key }) => (isScalar(key) ? String(key.value) : String(key)) === String(step));
      if (pair === undefined) return offset;
      node = pair.value;
      // A key without a value has its value behind the line's end: the key is what the reader looks for.
      const shown = (isLast && what === "key") || startOf(node) === undefined || isEmpty(node) ? pair.key : node;
      offset = startOf(shown) ?? offset;
    } else if (isSeq(holder)) {
      node = holder.items[Number(step)];
      offset = startOf(node) ?? offset;
    } else {
      return offset;
    }
  }
  return offset;
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}

function isEmpty(node: unknown): boolean {
  return isScalar(node) && node.value === null && (node.source ?? "") === "";
}

function failed(message: string): Parsed {
  return { mistakes: [{ line: 1, column: 1, path: [], message }] };
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
