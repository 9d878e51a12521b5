import { type Document, isMap, isScalar, LineCounter, parseAllDocuments, type YAMLError } from "yaml";
import { JingneiError, quote } from "../../model/index.ts";
import { placeOfMistake } from "../json-mistake.ts";
import type { TemplateFile } from "../template.ts";
import { excessOf, largestText } from "./bounds.ts";
import { jsonLines } from "./json-lines.ts";
import { isRawMap, type RawMap } from "./raw.ts";
import { withShortTags } from "./short-tags.ts";

/** A template's text, parsed. */
export interface TemplateText {
  /** As messages and locations name it. */
  readonly path: string;
  readonly value: RawMap;
  /** Line of a member of `Resources`, from 1. */
  lineOf(name: string): number | undefined;
}

const section = "Resources";

/**
 * Parses JSON, or YAML with the short forms of the functions named.
 * @throws JingneiError `input` with file, line and column, and never a word of the text.
 */
export function parseTemplateText(
  { path, text }: Pick<TemplateFile, "path" | "text">,
  functions: Iterable<string>,
): TemplateText {
  if (text.length > largestText)
    throw broken(path, "it is larger than any template may be", "Name a template below 1 MiB.");
  const parsed = /^\s*\{/.test(text) ? parseJson(path, text) : parseYaml(path, text, functions);
  const excess = excessOf(parsed.value);
  if (excess === "depth") throw broken(path, "it is nested too deeply", "Nest no deeper than 200 levels.");
  if (excess === "size") throw broken(path, "its aliases repeat too much", "Write the values out.");
  if (isRawMap(parsed.value)) return { path, value: parsed.value, lineOf: parsed.lineOf };
  throw broken(path, "it is no template: a template is a mapping with Resources", "Name a template.");
}

interface Parsed {
  readonly value: unknown;
  readonly lineOf: (name: string) => number | undefined;
}

function parseJson(path: string, text: string): Parsed {
  const value = jsonOf(path, text);
  const { lines, twice } = jsonLines(text, section);
  if (twice !== undefined) {
    throw broken(
      `${path}:${lines.get(twice)}`,
      `${quote(twice)} is declared twice`,
      "Give each resource a name of its own.",
    );
  }
  return { value, lineOf: (name) => lines.get(name) };
}

function jsonOf(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const place = placeOfMistake(text, error);
    throw broken(
      place === undefined ? path : `${path}:${place.line}:${place.column}`,
      "not valid JSON",
      place?.end === true ? "It ends too early: write it again." : "Correct it there.",
      error,
    );
  }
}

function parseYaml(path: string, text: string, functions: Iterable<string>): Parsed {
  const lineCounter = new LineCounter();
  const documents = Array.from(
    parseAllDocuments(text.replace(/^\uFEFF/, ""), {
      lineCounter,
      version: "1.1",
      prettyErrors: false,
      logLevel: "silent",
      customTags: (basic) => withShortTags(basic, functions),
    }),
  );
  const at = (offset: number): string => {
    const { line, col } = lineCounter.linePos(offset);
    return `${path}:${Math.max(line, 1)}:${Math.max(col, 1)}`;
  };
  for (const { errors, warnings } of documents) {
    // A warning is a tag that nobody resolves: its value would be read as something else than it says.
    const mistakes = [...errors, ...warnings];
    const mistake = mistakes.find(isTooDeep) ?? mistakes[0];
    if (mistake !== undefined) throw broken(at(mistake.pos[0]), ...wordsOf(mistake));
  }
  const [first, second] = documents;
  if (second !== undefined) {
    throw broken(at(second.range[0]), "a second document starts here", "Save each template in a file of its own.");
  }
  const lines = first === undefined ? new Map<string, number>() : linesOf(first, lineCounter);
  return { value: first === undefined ? undefined : plainOf(path, first), lineOf: (name) => lines.get(name) };
}

function plainOf(path: string, document: Document.Parsed): unknown {
  try {
    // Aliases are counted afterwards: a template may well repeat one set of tags a thousand times.
    return document.toJS({ maxAliasCount: -1 });
  } catch (error) {
    if (error instanceof RangeError)
      throw broken(path, "it is nested too deeply", "Nest no deeper than 200 levels.", error);
    if (error instanceof ReferenceError) {
      throw broken(
        path,
        "an alias stands for itself, or for an anchor that is not above it",
        "Write the value out.",
        error,
      );
    }
    // The parser says so by the words of its error alone (yaml 2.9.1).
    if (error instanceof Error && error.message.startsWith("Merge sources")) {
      throw broken(path, "`<<` takes a mapping, or several", "Write the values out.", error);
    }
    throw error;
  }
}

function linesOf(document: Document.Parsed, lineCounter: LineCounter): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  const resources = document.get(section, true);
  if (!isMap(resources)) return lines;
  for (const { key } of resources.items) {
    if (!isScalar(key) || key.range === null || key.range === undefined) continue;
    lines.set(String(key.value), lineCounter.linePos(key.range[0]).line);
  }
  return lines;
}

/** The parser is recursive: a file of brackets ends its stack. */
function isTooDeep({ code }: Pick<YAMLError, "code">): boolean {
  return code === "RESOURCE_EXHAUSTION";
}

/** What is wrong, and what to do. Of the text nothing is repeated but the name of a tag. */
function wordsOf({ code, message }: YAMLError): readonly [string, string] {
  if (isTooDeep({ code })) return ["it is nested too deeply", "Nest no deeper than 200 levels."];
  if (code === "DUPLICATE_KEY") return ["the same key stands twice in one mapping", "Take one of them away."];
  if (code === "BAD_ALIAS") return ["an alias without a name", correct];
  if (code === "TAB_AS_INDENT") return ["a tab indents; YAML takes spaces", correct];
  if (code !== "TAG_RESOLVE_FAILED") return ["not valid YAML", correct];
  const [, tag] = /^Unresolved tag: (\S+)/.exec(message) ?? [];
  const what = tag === undefined ? "a tag that is not known" : `the tag ${quote(tag)} is not known`;
  return [what, "Where another tool replaces it, run that first and check what it writes."];
}

const correct = "Correct it there.";

function broken(place: string, what: string, remedy: string, cause?: unknown): JingneiError {
  return new JingneiError(
    "input",
    `${place === "-" || place.startsWith("-:") ? `standard input${place.slice(1)}` : place}: ${what}`,
    remedy,
    cause,
  );
}
