import type { CoverageGap, Language, Reporter, ReportSource, StreamedFinding } from "../../src/model/index.ts";
import { batch } from "../batch.ts";
import { cell } from "./cell.ts";
import { type Column, findingColumns, gapColumns } from "./columns.ts";

/** Excel takes a file for the local code page, GBK in China, unless it starts with this. */
const byteOrderMark = "\uFEFF";

/**
 * RFC 4180: a header, a line per finding, then a line per gap in coverage, told apart by the first column. The columns are the
 * same in every language and stay where they are; new ones come last.
 */
export const csvReporter: Reporter = {
  id: "csv",
  mediaType: "text/csv",
  extension: "csv",
  render: (source, { lang }) => batch(lines(source, lang)),
};

function* lines(source: ReportSource, lang: Language): Generator<string> {
  yield `${byteOrderMark}${line(Object.keys(findingColumns))}`;
  for (const finding of source.findings()) yield row<StreamedFinding>(findingColumns, finding, source, lang);
  for (const gap of source.coverage.gaps) yield row<CoverageGap>(gapColumns, gap, source, lang);
}

/** Columns that a record has nothing for stay empty. */
function row<Record>(
  columns: Readonly<{ [name: string]: Column<Record> }>,
  record: Record,
  source: ReportSource,
  lang: Language,
): string {
  return line(Object.keys(findingColumns).map((name) => columns[name]?.(record, source, lang) ?? ""));
}

function line(values: readonly (string | number)[]): string {
  return `${values.map(cell).join(",")}\r\n`;
}
