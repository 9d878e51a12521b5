import { z } from "zod";
import { type Document, JingneiError, type ReportSource, schemaVersion } from "../../src/model/index.ts";
import { documentSource } from "./document-source.ts";
import { LeastDocument } from "./least-document.ts";
import { findSyntaxError } from "./syntax-error.ts";

/**
 * Reads a `report.json` back, as `report` and `diff` need it. The whole document is held in memory: the store streams
 * a run, a file does not.
 * @param file how errors name it
 * @throws JingneiError `input`: not JSON (line and column), not a report, another schema version (both named), or a field
 * that breaks the schema (its path)
 */
export function readReport(text: string, file: string): ReportSource {
  return documentSource(readDocument(text, file));
}

export function readDocument(text: string, file: string): Document {
  const value = parse(text.replace(/^\uFEFF/, ""), file);
  demandVersion(value, file);
  const parsed = LeastDocument.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const place = issue === undefined ? "the document" : pathOf(issue.path);
  throw new JingneiError(
    "input",
    `${file}: ${place}: ${issue?.message ?? "does not fit the schema"}`,
    "Use the report.json as jingnei wrote it; the schema ships as jingnei/schema/report.json.",
  );
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const place = findSyntaxError(text);
    const where = place === undefined ? file : `${file}:${place.line}:${place.column}`;
    const expected = place === undefined ? "" : `: expected ${place.expected}`;
    throw new JingneiError(
      "input",
      `${where}: not valid JSON${expected}`,
      "The file may have been cut off or edited; write it again with `jingnei scan` or `jingnei report RUN`.",
      error,
    );
  }
}

const Versioned = z.looseObject({ schemaVersion: z.unknown() });

function demandVersion(value: unknown, file: string): void {
  const versioned = Versioned.safeParse(value);
  if (!versioned.success || versioned.data.schemaVersion === undefined) {
    throw new JingneiError(
      "input",
      `${file}: no jingnei report: it has no schemaVersion`,
      "Name a report.json that jingnei wrote, or a run id.",
    );
  }
  const found = versioned.data.schemaVersion;
  if (found === schemaVersion) return;
  const newer = typeof found === "number" && found > schemaVersion;
  throw new JingneiError(
    "input",
    `${file}: schemaVersion: found ${JSON.stringify(found)}, this version of jingnei reads ${schemaVersion}`,
    newer
      ? "Update jingnei to the version that wrote it, or a later one."
      : "Scan again to get a report of this version.",
  );
}

/** `findings[3].severity` */
function pathOf(path: readonly PropertyKey[]): string {
  let text = "";
  for (const part of path) text += typeof part === "number" ? `[${part}]` : `${text === "" ? "" : "."}${String(part)}`;
  return text === "" ? "the document" : text;
}
