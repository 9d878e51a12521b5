import type { Piece } from "../piece.ts";
import type { Reader, ReaderInput } from "../reader.ts";
import { asBuffer } from "./bytes.ts";
import { decodeCell, lastRecordEnd, splitRecord } from "./csv-cells.ts";
import { type Dialect, sniffDialect } from "./csv-dialect.ts";
import { headerOf } from "./csv-header.ts";
import { lineBlocks } from "./line-blocks.ts";
import { freeLayout, type LineLayout, lineLayout } from "./line-layout.ts";
import { type Run, runs, textHead } from "./runs.ts";

/** Tables in text: comma, tab, semicolon, vertical bar or 0x01 between cells. */
export const csv: Reader = {
  format: "csv",
  recognises(head, path) {
    const dialect = sniffDialect(head, path);
    if (dialect === undefined) return 0;
    const isNamed = /\.(csv|tsv|psv|tab)$/i.test(path);
    if (isNamed) return dialect.consistency >= 0.5 ? 2 : 1;
    return isTable(dialect) ? 2 : 0;
  },
  read: readCsv,
};

/** Evenly cut, and by more than the punctuation of prose or code would cut it. */
function isTable({ consistency, width, records }: Dialect): boolean {
  if (records.length < 2 || consistency < 0.8) return false;
  if (records.every((cells) => cells.length < 2 || cells.at(-1) === "") && width === 2) return false;
  if (width > 2) return true;
  return records.length > 2 && consistency > 0.95 && records.every((cells) => cells.every((cell) => cell.length < 60));
}

async function* readCsv(input: ReaderInput): AsyncIterable<Piece> {
  const head = textHead(input);
  const dialect = sniffDialect(head, input.object.path);
  const delimiter = dialect?.delimiter ?? 0x2c;
  const { columns, isStated } = dialect === undefined ? { columns: [], isStated: false } : headerOf(dialect);
  const layout = lineLayout({
    format: "csv",
    table: "",
    columns,
    split: (bytes, from, to, spans) => splitRecord(bytes, from, to, delimiter, spans),
    decode: decodeCell,
  });
  const before = (isStated ? dialect?.secondRecord : dialect?.firstRecord) ?? 0;
  for (const run of runs(input)) {
    yield* readRun(run, input, { layout, delimiter, before: run.cutStart ? 0 : before });
  }
}

interface Table {
  readonly layout: LineLayout;
  readonly delimiter: number;
  /** Bytes of header and preamble: no rows. */
  readonly before: number;
}

async function* readRun(run: Run, input: ReaderInput, { layout, delimiter, before }: Table): AsyncIterable<Piece> {
  const free = freeLayout("csv");
  let preamble = before;
  let open: Uint8Array = new Uint8Array(0);
  for await (const block of lineBlocks(run, input.limits)) {
    let bytes = block.bytes;
    if (preamble > 0) {
      const part = bytes.subarray(0, preamble);
      preamble -= part.length;
      yield { kind: "text", bytes: part, layout: free };
      bytes = bytes.subarray(part.length);
    }
    if (bytes.length === 0) continue;
    if (block.isWithin) {
      yield { kind: "text", bytes, layout: free };
      continue;
    }
    const joined = open.length === 0 ? asBuffer(bytes) : Buffer.concat([open, bytes]);
    const { rows, end } = wholeRecords(joined, delimiter);
    const isHopeless = joined.length - end > input.limits.lineBytes;
    // A quote that is open for so long is none: what is behind it is read line by line.
    const last = isHopeless ? joined.length : end;
    open = Uint8Array.prototype.slice.call(joined, last);
    layout.forget();
    if (last > 0) yield { kind: "text", bytes: rows.subarray(0, last), layout };
  }
  layout.forget();
  if (open.length > 0) yield { kind: "text", bytes: open, layout };
}

/** Records, each on a line of its own: line ends within quotes become spaces, in a copy. */
function wholeRecords(bytes: Buffer, delimiter: number): { readonly rows: Buffer; readonly end: number } {
  let copy: Buffer | undefined;
  const end = lastRecordEnd(bytes, delimiter, (at) => {
    copy ??= Buffer.from(bytes);
    copy[at] = 0x20;
  });
  return { rows: copy ?? bytes, end };
}
