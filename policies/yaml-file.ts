import { readFileSync } from "node:fs";
import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import { didYouMean } from "../src/model/index.ts";
import type { Mistake } from "./mistake.ts";

export type Path = readonly PropertyKey[];

/** A parsed file and where each path of it stands. */
export interface SourceFile {
  readonly file: string;
  readonly value: unknown;
  lineOf(path: Path): number;
}

/** Reads one YAML file; a syntax error becomes a mistake with its line. `<<` merges, so that cases can say what differs. */
export function readYamlFile(path: string, shownAs: string): SourceFile | Mistake {
  const lineCounter = new LineCounter();
  const document = parseDocument(readFileSync(path, "utf8"), { lineCounter, merge: true, prettyErrors: false });
  const lineAt = (offset: number): number => Math.max(lineCounter.linePos(offset).line, 1);
  const [error] = [...document.errors, ...document.warnings];
  if (error !== undefined) {
    const column = lineCounter.linePos(error.pos[0]).col;
    return {
      file: shownAs,
      line: lineAt(error.pos[0]),
      message: `column ${column}: ${error.message}`,
      remedy: "Correct the YAML.",
    };
  }
  const value: unknown = document.toJS({ maxAliasCount: 200 });
  return { file: shownAs, value, lineOf: (steps) => lineAt(offsetOf(document.contents, steps)) };
}

export function isMistake(read: SourceFile | Mistake): read is Mistake {
  return "message" in read;
}

/** Holds a file against a schema; every mistake with its line, unknown keys with the nearest known one. */
export function readAs<T>(source: SourceFile, schema: z.ZodType<T>, keys: readonly string[]): T | readonly Mistake[] {
  const result = schema.safeParse(source.value);
  if (result.success) return result.data;
  return result.error.issues.flatMap((issue): readonly Mistake[] => {
    const where = issue.path.length === 0 ? "" : `${issue.path.map(String).join(".")}: `;
    if (issue.code !== "unrecognized_keys") {
      const line = source.lineOf(issue.path);
      return [{ file: source.file, line, message: `${where}${issue.message}`, remedy: "Correct the value." }];
    }
    return issue.keys.map((key) => ({
      file: source.file,
      line: source.lineOf([...issue.path, key]),
      message: `${where}unknown key "${key}".${didYouMean(key, keys)}`,
      remedy: "Remove or rename the key.",
    }));
  });
}

function offsetOf(root: unknown, path: Path): number {
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
  return isNode(node) ? node.range?.[0] : undefined;
}
