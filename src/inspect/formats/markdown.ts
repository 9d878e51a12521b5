import type { Piece } from "../piece.ts";
import type { Reader } from "../reader.ts";
import { asBuffer, newline } from "./bytes.ts";
import { decodeCell, splitRecord } from "./csv-cells.ts";
import { headerOf } from "./csv-header.ts";
import { lineBlocks } from "./line-blocks.ts";
import { freeLayout, type LineLayout, lineLayout } from "./line-layout.ts";
import { runs } from "./runs.ts";
import { createSpans } from "./spans.ts";

/** Text with headings, which are titles, and tables of bars, whose columns have names. */
export const markdown: Reader = {
  format: "markdown",
  recognises(head, path) {
    if (/\.(md|markdown)$/i.test(path)) return 2;
    const text = asBuffer(head).toString("latin1", 0, 16_384);
    const headings = text.match(/^#{1,6} \S/gm)?.length ?? 0;
    const other = /^(\s*[-*] \S|```|\|? ?:?-{3,}:? ?\|)/m.test(text);
    return /^#{1,6} \S/.test(text) && /^#{2,6} \S/m.test(text) && headings > 1 && other ? 2 : 0;
  },
  async *read(input) {
    const free = freeLayout("markdown");
    for (const run of runs(input)) {
      for await (const { bytes } of lineBlocks(run, input.limits)) yield* partsOf(asBuffer(bytes), free);
    }
  },
};

const [hash, bar, minus] = [0x23, 0x7c, 0x2d];

/** Headings, tables and what is between them. */
function* partsOf(bytes: Buffer, free: LineLayout | ReturnType<typeof freeLayout>): Iterable<Piece> {
  let done = 0;
  let before = 0;
  for (let at = 0; at < bytes.length; ) {
    const first = bytes[at];
    // Looked at first, as a file may have nothing else.
    const end = first === newline ? at + 1 : lineEnd(bytes, at);
    if (first === hash && isHeading(bytes, at)) {
      if (at > done) yield { kind: "text", bytes: bytes.subarray(done, at), layout: free };
      yield { kind: "text", bytes: bytes.subarray(at, end), layout: free, zone: "title" };
      done = end;
    } else if (at > before && (first === bar || first === minus || first === 0x3a) && isRule(bytes, at, end)) {
      let to = end;
      while (to < bytes.length && bytes.subarray(to, lineEnd(bytes, to)).includes(bar)) to = lineEnd(bytes, to);
      // The names above are no values: they stay with the text.
      yield { kind: "text", bytes: bytes.subarray(done, end), layout: free };
      if (to > end)
        yield { kind: "text", bytes: bytes.subarray(end, to), layout: tableLayout(bytes, before, at, end, to) };
      done = to;
      before = to;
      at = to;
      continue;
    }
    before = at;
    at = end;
  }
  if (bytes.length > done) yield { kind: "text", bytes: bytes.subarray(done), layout: free };
}

function lineEnd(bytes: Buffer, at: number): number {
  const found = bytes.indexOf(newline, at);
  return found === -1 ? bytes.length : found + 1;
}

function isHeading(bytes: Buffer, at: number): boolean {
  return /^#{1,6} /.test(bytes.toString("latin1", at, at + 8));
}

/** The line of dashes below the names of columns. */
function isRule(bytes: Buffer, at: number, end: number): boolean {
  const line = bytes.toString("latin1", at, Math.min(end, at + 2_000)).trim();
  return line.includes("|") && line.includes("--") && /^[|:\s-]+$/.test(line);
}

const shownRows = 20;

function tableLayout(bytes: Buffer, names: number, namesEnd: number, from: number, to: number): LineLayout {
  const records = [cellsOf(bytes, names, namesEnd)];
  for (let at = from; at < to && records.length < shownRows; at = lineEnd(bytes, at)) {
    records.push(cellsOf(bytes, at, lineEnd(bytes, at)));
  }
  const [first = []] = records;
  const { columns } = headerOf({ records, width: first.length });
  return lineLayout({ format: "markdown", table: "", columns, split: splitRow, decode: decodeCell });
}

function cellsOf(bytes: Buffer, from: number, to: number): string[] {
  const spans = createSpans();
  splitRow(bytes, from, to, spans);
  return Array.from({ length: spans.length }, (_, index) => decodeCell(bytes, spans.start(index), spans.end(index)));
}

/** Without the bars at the ends of the line. */
function splitRow(bytes: Uint8Array, from: number, to: number, spans: Parameters<typeof splitRecord>[4]): void {
  let [start, end] = [from, to];
  while (end > start && ((bytes[end - 1] ?? 0) <= 0x20 || bytes[end - 1] === bar)) end--;
  while (start < end && ((bytes[start] ?? 0) <= 0x20 || bytes[start] === bar)) start++;
  splitRecord(bytes, start, end, bar, spans);
}
