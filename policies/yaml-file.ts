import { readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import type { z } from "zod";
import { shapeMistakes, showPath } from "../src/model/index.ts";
import type { Mistake } from "./mistake.ts";

export type Path = readonly PropertyKey[];

/** A parsed file and where each path of it stands. */
export interface SourceFile {
  readonly file: string;
  readonly value: unknown;
  lineOf(path: Path): number;
}

const require = createRequire(import.meta.url);

/** The parser, where there is a file to read: the law is shipped as JSON, and a start does not wait for what it does not need. */
function parser(): typeof import("yaml") {
  return require("yaml");
}

/** A rule is a page of text; more is a mistake or an attack on memory. */
const maxBytes = 1024 * 1024;
/** `<<` merges and cases that repeat facts need some; more is an attack on memory. */
const maxAliasCount = 200;

/** Reads one YAML file; what cannot be read becomes a mistake with its line. `<<` merges, so that cases can say what differs. */
export function readYamlFile(path: string, shownAs: string): SourceFile | Mistake {
  const text = readText(path);
  if (typeof text !== "string") return { file: shownAs, line: 1, ...text };
  const { LineCounter, parseDocument } = parser();
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, merge: true, prettyErrors: false, logLevel: "error" });
  const lineAt = (offset: number): number => Math.max(lineCounter.linePos(offset).line, 1);
  const [error] = [...document.errors, ...document.warnings];
  if (error !== undefined) {
    const column = lineCounter.linePos(error.pos[0]).col;
    // The parser is recursive: a file of brackets ends its stack.
    const message = error.code === "RESOURCE_EXHAUSTION" ? "nested too deeply" : error.message;
    return {
      file: shownAs,
      line: lineAt(error.pos[0]),
      message: `column ${column}: ${message}`,
      remedy: "Correct the YAML.",
    };
  }
  try {
    const value: unknown = document.toJS({ maxAliasCount });
    return { file: shownAs, value, lineOf: (steps) => lineAt(offsetOf(document.contents, steps)) };
  } catch (error) {
    // The library's own word for aliases that multiply, and for an alias without its anchor.
    if (!(error instanceof ReferenceError)) throw error;
    return { file: shownAs, line: 1, message: error.message, remedy: "Write out what the aliases repeat." };
  }
}

function readText(path: string): string | Pick<Mistake, "message" | "remedy"> {
  try {
    if (statSync(path).size > maxBytes)
      return { message: "it is larger than 1 MiB", remedy: "Write one rule per file." };
    return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path));
  } catch (error) {
    if (error instanceof TypeError) return { message: "it is not UTF-8 text", remedy: "Save it as UTF-8." };
    if (!(error instanceof Error && "code" in error)) throw error;
    return { message: `it cannot be read (${String(error.code)})`, remedy: "Give leave to read it, or remove it." };
  }
}

export function isMistake(read: SourceFile | Mistake): read is Mistake {
  return "message" in read;
}

/** Holds a file against a schema; every mistake with its line, unknown keys with the nearest known one. */
export function readAs<T>(source: SourceFile, schema: z.ZodType<T>): T | readonly Mistake[] {
  const result = schema.safeParse(source.value);
  if (result.success) return result.data;
  return shapeMistakes(schema, source.value).map(({ path, what, message }) => {
    const where = path.length === 0 ? "" : `${showPath(path)}: `;
    const remedy = what === "key" ? "Remove or rename the key." : "Correct the value.";
    return { file: source.file, line: source.lineOf(path), message: `${where}${message}`, remedy };
  });
}

function offsetOf(root: unknown, path: Path): number {
  const { isMap, isScalar, isSeq } = parser();
  let node = root;
  let offset = 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
      if (pair === undefined) return offset;
      offset = startOf(pair.key) ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      offset = startOf(node) ?? offset;
    } else {
      return offset;
    }
  }
  return offset;
}

function startOf(node: unknown): number | undefined {
  return parser().isNode(node) ? node.range?.[0] : undefined;
}
