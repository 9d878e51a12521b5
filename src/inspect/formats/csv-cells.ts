import { mostColumns } from "../piece.ts";
import { decodeUtf8, newline } from "./bytes.ts";
import type { Spans } from "./spans.ts";

const quote = 0x22;
const space = 0x20;
const carriageReturn = 0x0d;

/** Adds the cells of one record; the quotes around one belong to it. Columns beyond the bound are no columns. */
export function splitRecord(bytes: Uint8Array, from: number, to: number, delimiter: number, spans: Spans): void {
  let end = to;
  if (end > from && bytes[end - 1] === carriageReturn) end--;
  let column = 0;
  let mayClose = true;
  let start = from;
  while (column < mostColumns) {
    let at = start;
    while (at < end && bytes[at] === space && delimiter !== space) at++;
    if (bytes[at] === quote && mayClose) {
      const closed = quoteEnd(bytes, at, end, delimiter);
      // What is not closed once is not closed later: a line full of quotes must not be searched for each of them.
      mayClose = closed > 0;
      at = mayClose ? closed : start;
    } else at = start;
    while (at < end && bytes[at] !== delimiter) at++;
    spans.add(start, at, column);
    if (at >= end) return;
    start = at + 1;
    column++;
  }
}

/** Behind the closing quote of the cell whose quote is at `open`; -1 where it is never closed. */
function quoteEnd(bytes: Uint8Array, open: number, end: number, delimiter: number): number {
  for (let at = open + 1; at < end; at++) {
    if (bytes[at] !== quote) continue;
    if (bytes[at + 1] === quote && at + 1 < end) at++;
    else if (at + 1 >= end || bytes[at + 1] === delimiter || bytes[at + 1] === space) return at + 1;
  }
  return -1;
}

export function decodeCell(bytes: Uint8Array, from: number, to: number): string {
  const cell = decodeUtf8(bytes, from, to).trim();
  if (!cell.startsWith('"')) return cell;
  const inner = cell.length > 1 && cell.endsWith('"') ? cell.slice(1, -1) : cell.slice(1);
  return inner.replaceAll('""', '"');
}

/**
 * Goes over whole lines and tells where the last finished record ends. `newlineAt` hears of every line end within quotes. A line with an
 * even number of quotes is a record of its own, as writers of tables quote whole cells: only the others are looked at closely.
 */
export function lastRecordEnd(bytes: Buffer, delimiter: number, newlineAt: (at: number) => void): number {
  let line = 0;
  while (line < bytes.length) {
    const nextQuote = bytes.indexOf(quote, line);
    if (nextQuote === -1) return bytes.length;
    line = oddLine(bytes, Math.max(line, bytes.lastIndexOf(newline, nextQuote) + 1), nextQuote);
    if (line === -1) return bytes.length;
    if (bytes[line] === newline) {
      line += 1;
      continue;
    }
    const end = recordEnd(bytes, line, delimiter, newlineAt);
    if (end === -1) return line;
    line = end;
  }
  return bytes.length;
}

/**
 * Start of the first line with an odd number of quotes; or the line end of one that has none, where it is quicker to search for the next
 * quote; -1 at the end of the bytes. `line` begins the line that the quote at `first` is in.
 */
function oddLine(bytes: Uint8Array, line: number, first: number): number {
  let start = line;
  let isOdd = false;
  let hasQuote = false;
  for (let at = first; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === quote) {
      isOdd = !isOdd;
      hasQuote = true;
    } else if (byte === newline) {
      if (isOdd) return start;
      if (!hasQuote) return at;
      start = at + 1;
      hasQuote = false;
    }
  }
  return isOdd ? start : -1;
}

/** Behind the line end of the record that begins at `from`; -1 where a quote is open to the end of the bytes. */
function recordEnd(bytes: Uint8Array, from: number, delimiter: number, newlineAt: (at: number) => void): number {
  let isStart = true;
  let isQuoted = false;
  const newlines: number[] = [];
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at];
    if (isQuoted) {
      if (byte === quote) {
        if (bytes[at + 1] === quote) at++;
        else isQuoted = false;
      } else if (byte === newline) newlines.push(at);
    } else if (byte === newline) {
      for (const position of newlines) newlineAt(position);
      return at + 1;
    } else if (byte === quote) {
      if (isStart) isQuoted = true;
    } else if (byte === delimiter) isStart = true;
    else if (byte !== space) isStart = false;
  }
  if (!isQuoted) for (const position of newlines) newlineAt(position);
  return isQuoted ? -1 : bytes.length;
}
