import { readFileSync, statSync } from "node:fs";
import { readResultTable } from "../classify/imports/csv.ts";
import { type ImportedResult, JingneiError, type ResultImport } from "../model/index.ts";

/** Far above what services export at a time; larger files can be given in parts. */
const mostBytes = 256 * 1024 ** 2;

/**
 * Reads one file of results: a table, one JSON value, or a JSON value to a line.
 * @throws JingneiError `input` naming file and line.
 */
export function readResults(file: string, format: string, imports: readonly ResultImport[]): readonly ImportedResult[] {
  const text = textOf(file);
  if (format === "csv") return [...readResultTable(text, file)];
  const reader = imports.find((one) => one.format === format);
  if (reader === undefined) {
    const known = [...imports.map((one) => one.format), "csv"].sort().join(", ");
    throw new JingneiError(
      "config",
      `classification.imports: no service is called "${format}"`,
      `Formats are ${known}.`,
    );
  }
  const whole = parsed(text);
  if (whole !== undefined) return from(reader, whole.value, file);
  return text.split(/\r?\n/).flatMap((line, index) => {
    if (line.trim() === "") return [];
    const one = parsed(line);
    if (one !== undefined) return from(reader, one.value, `${file}:${index + 1}`);
    throw new JingneiError("input", `${file}:${index + 1}: this is no JSON`, "Give JSON, or JSON lines.");
  });
}

function from(reader: ResultImport, document: unknown, place: string): readonly ImportedResult[] {
  try {
    return [...reader.read(document)];
  } catch (error) {
    if (!(error instanceof JingneiError)) throw error;
    throw new JingneiError(error.code, `${place}: ${error.message}`, error.remedy, error);
  }
}

/** Parsers quote what they stumble over, and results quote content: their message is not handed on. */
function parsed(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

function textOf(file: string): string {
  try {
    if (statSync(file).size > mostBytes) {
      throw new JingneiError("input", `${file} is larger than ${mostBytes / 1024 ** 2} MiB`, "Give it in parts.");
    }
    return readFileSync(file, "utf8");
  } catch (error) {
    if (error instanceof JingneiError) throw error;
    const code = error instanceof Error && "code" in error ? ` (${String(error.code)})` : "";
    throw new JingneiError(
      "input",
      `${file} cannot be read${code}`,
      "Correct the path under classification.imports.",
      error,
    );
  }
}
