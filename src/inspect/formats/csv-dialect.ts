import { decodeUtf8 } from "./bytes.ts";
import { decodeCell, lastRecordEnd, splitRecord } from "./csv-cells.ts";
import { createSpans } from "./spans.ts";

/** How a table in text is written. */
export interface Dialect {
  readonly delimiter: number;
  /** First records, decoded. The first of them may be a header. */
  readonly records: readonly (readonly string[])[];
  /** Where the first record and the second begin. */
  readonly firstRecord: number;
  readonly secondRecord: number;
  /** Share of the records that have as many cells as most do. */
  readonly consistency: number;
  readonly width: number;
}

/** Comma, tab, semicolon, vertical bar, and what Hive puts between fields. */
const delimiters = [0x2c, 0x09, 0x3b, 0x7c, 0x01];
const sniffedRecords = 100;

/** The delimiter that cuts the records of a head most evenly. Nothing where none cuts at all. */
export function sniffDialect(head: Uint8Array, path: string): Dialect | undefined {
  let best: Dialect | undefined;
  for (const delimiter of delimiters) {
    if (!head.includes(delimiter)) continue;
    const dialect = tryDelimiter(head, delimiter);
    if (dialect === undefined || dialect.width < 2) continue;
    if (best === undefined || rank(dialect) > rank(best)) best = dialect;
  }
  if (best === undefined && /\.(csv|tsv)$/i.test(path)) return tryDelimiter(head, 0x2c);
  return best;
}

/** Evenness first; of two as even, the one with more columns. */
function rank({ consistency, width }: Dialect): number {
  return Math.round(consistency * 10) * 1_000 + Math.min(width, 999);
}

function tryDelimiter(head: Uint8Array, delimiter: number): Dialect | undefined {
  const bytes = Buffer.from(head);
  const lines = bytes.lastIndexOf(10) + 1;
  // A head of one line, or one cut within its first line, is taken as it is.
  const whole = lines === 0 || bytes.length < 60 * 1024 ? bytes.length : lines;
  const firstRecord = skipPreamble(bytes.subarray(0, whole));
  const body = bytes.subarray(firstRecord, whole);
  const quoted: number[] = [];
  const closed = lastRecordEnd(body, delimiter, (at) => quoted.push(at));
  // A quote that is open over most of the head is none.
  const end = closed < body.length / 2 ? body.length : closed;
  if (end === closed) for (const at of quoted) body[at] = 0x20;
  const spans = createSpans();
  const found: string[][] = [];
  const starts: number[] = [];
  for (let from = 0; from < end && found.length < sniffedRecords; ) {
    const lineEnd = body.indexOf(10, from);
    const to = lineEnd === -1 || lineEnd > end ? end : lineEnd;
    spans.clear();
    splitRecord(body, from, to, delimiter, spans);
    const cells: string[] = [];
    for (let index = 0; index < spans.length; index++)
      cells.push(decodeCell(body, spans.start(index), spans.end(index)));
    if (cells.length > 1 || cells[0] !== "") {
      found.push(cells);
      starts.push(from);
    }
    from = to + 1;
  }
  if (found.length === 0) return undefined;
  const { width, count } = commonWidth(found);
  const titles = titleRecords(found, width);
  const records = found.slice(titles);
  return {
    delimiter,
    records,
    firstRecord: firstRecord + (starts[titles] ?? 0),
    secondRecord: firstRecord + (starts[titles + 1] ?? end),
    consistency: Math.min(1, count / records.length),
    width,
  };
}

const mostTitles = 10;

/** Records before the table that hold one cell only: the title of a report, when and by whom it was made. */
function titleRecords(records: readonly (readonly string[])[], width: number): number {
  const filled = records.slice(0, mostTitles + 1).map((cells) => cells.filter((cell) => cell !== "").length);
  const first = filled.findIndex((count) => count > 1);
  const isTitled = width > 2 && first > 0 && (filled[first] ?? 0) >= width / 2 && records.length > first + 1;
  return isTitled ? first : 0;
}

function commonWidth(records: readonly (readonly string[])[]): { width: number; count: number } {
  const widths = new Map<number, number>();
  for (const { length } of records) widths.set(length, (widths.get(length) ?? 0) + 1);
  let width = 0;
  let count = 0;
  for (const [length, times] of widths) {
    if (times > count || (times === count && length > width)) [width, count] = [length, times];
  }
  return { width, count };
}

/** Blank lines, comments and Excel's `sep=` before the first record. */
function skipPreamble(bytes: Buffer): number {
  let from = 0;
  while (from < bytes.length) {
    const found = bytes.indexOf(10, from);
    const to = found === -1 ? bytes.length : found;
    const line = decodeUtf8(bytes, from, Math.min(to, from + 64)).trim();
    if (line !== "" && !line.startsWith("#") && !/^sep=.$/i.test(line)) return from;
    from = to + 1;
  }
  return 0;
}
