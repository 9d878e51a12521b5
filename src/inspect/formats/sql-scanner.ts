import type { Layout } from "../piece.ts";
import { asBuffer, newline } from "./bytes.ts";
import type { Found, Scanner } from "./scanned.ts";
import { createdTableAt, type DataStatement, dataStatementAt, statementBytes } from "./sql-statements.ts";
import type { SqlTables } from "./sql-tables.ts";
import { sqlStringEnd } from "./sql-values.ts";
import { byteOf, commentEnd, isAt, isNumber, isWord, splitCopy, wordEnd } from "./sql-words.ts";

/** Where the scanner is: between statements, in one without data, between rows, within one, in the lines of a `COPY`, or nobody knows. */
type State = "statement" | "skip" | "rows" | "row" | "copy" | "lost";

const { space, doubleQuote, hash, singleQuote, open, close, comma, minus, slash, semicolon } = byteOf;

/** Reads dumps of databases: rows of `INSERT` and `COPY` with the columns that are stated. Nothing is evaluated. */
export function sqlScanner(tables: SqlTables, hasEscapes: boolean): Scanner {
  let state: State = "statement";
  let depth = 0;
  let column = 0;
  /** A quote whose string was cut; 0 = none. */
  let openQuote = 0;
  let openEscapes = false;
  let layout = tables.free;
  /** The statement before, which the next mostly repeats. */
  let last: { readonly written: Buffer; readonly found: DataStatement; readonly layout: Layout } | undefined;

  function turnTo(next: Layout, at: number, { turns }: Found): void {
    if (next !== layout) turns.push({ at, layout: next });
    layout = next;
  }

  /** Behind the beginning of a statement with data; -1 where it is none. */
  function begin(bytes: Buffer, at: number, found: Found): number {
    if (last === undefined || !isAt(last.written, bytes, at)) {
      const statement = dataStatementAt(bytes, at);
      if (statement === undefined) return -1;
      const written = Buffer.from(bytes.subarray(at, statement.end));
      last = { written, found: statement, layout: tables.rowsOf(statement.table, statement.columns) };
    }
    turnTo(last.layout, at, found);
    state = last.found.kind === "copy" ? "copy" : "rows";
    return at + last.written.length;
  }

  function string(bytes: Uint8Array, at: number, { spans }: Found, isLast: boolean): number {
    const quote = bytes[at] ?? 0;
    const before = bytes[at - 1] ?? 0;
    const escapes = hasEscapes || before === 0x45 || before === 0x65;
    const end = sqlStringEnd(bytes, at + 1, quote, escapes);
    // A quote at the very end may be the first of two.
    if ((end === -1 || end + 1 >= bytes.length) && !isLast) return -1;
    if (state === "row") spans.add(at + 1, end === -1 ? bytes.length : end, column);
    if (end !== -1) return end + 1;
    openQuote = quote;
    openEscapes = escapes;
    return bytes.length;
  }

  function statement(bytes: Buffer, at: number, found: Found, isLast: boolean): number {
    const first = bytes[at] ?? 0;
    if (first <= space || first === semicolon) return at + 1;
    if (first === minus || first === hash || first === slash) return commentEnd(bytes, at, isLast);
    if (bytes.length - at < 64 && !isLast) return -1;
    if (last !== undefined && isAt(last.written, bytes, at)) return begin(bytes, at, found);
    const word = bytes.toString("latin1", at, at + 64).toLowerCase();
    const isWhole = isLast || bytes.length - at >= statementBytes || bytes.indexOf(semicolon, at) !== -1;
    state = "skip";
    if (/^(insert|replace|copy)\s/.test(word)) {
      const end = begin(bytes, at, found);
      if (end !== -1) return end;
      if (!isWhole) state = "statement";
      return isWhole ? at + 1 : -1;
    }
    if (!/^create\s[\sa-z]{0,40}table\s/.test(word)) return at + 1;
    if (!isWhole) {
      state = "statement";
      return -1;
    }
    const created = createdTableAt(bytes, at);
    if (created === undefined) return at + 1;
    tables.create(created.table, created.columns);
    last = undefined;
    return created.end;
  }

  /** Between the rows of an `INSERT`. */
  function rows(bytes: Buffer, at: number): number {
    const byte = bytes[at] ?? 0;
    if (byte === open) {
      state = "row";
      column = 0;
      depth = 0;
    } else if (byte === semicolon) state = "statement";
    else if (byte === comma) {
      // Every row gets a line of its own, where the writer gave it none.
      if (bytes[at + 1] === open) bytes[at] = newline;
    } else if (byte > space) {
      // No semicolon: the next statement, `GO`, or what is to happen to duplicates.
      state = /^on\b/i.test(bytes.toString("latin1", at, at + 3)) ? "skip" : "statement";
      return at;
    }
    return at + 1;
  }

  function row(bytes: Buffer, at: number, found: Found, isLast: boolean): number {
    const byte = bytes[at] ?? 0;
    if (byte === singleQuote || byte === doubleQuote) return string(bytes, at, found, isLast);
    if (byte === comma && depth === 0) column++;
    else if (byte === open) depth++;
    else if (byte === close) {
      depth--;
      if (depth < 0) state = "rows";
    } else if (isWord(byte)) {
      const end = wordEnd(bytes, at);
      if (end === bytes.length && !isLast) return -1;
      const isValue = isNumber(byte) && depth === 0;
      if (isValue) found.spans.add(at, end, column);
      return end;
    }
    return at + 1;
  }

  function copyLine(bytes: Buffer, at: number, { spans }: Found, isLast: boolean): number {
    const lineEnd = bytes.indexOf(newline, at);
    if (lineEnd === -1 && !isLast) return -1;
    const end = lineEnd === -1 ? bytes.length : lineEnd;
    if (bytes[at] === 0x5c && bytes[at + 1] === 0x2e) state = "statement";
    else splitCopy(bytes, at, end, (from, to, index) => spans.add(from, to, index));
    return end + 1;
  }

  /** The first place in a part of a dump from which on it can be understood. */
  function find(bytes: Buffer, found: Found, isLast: boolean): number {
    const text = bytes.toString("latin1");
    const next = text.search(/\n(?:insert|replace|copy|create)\s|\),\s{0,2}\(/i);
    const line = text.indexOf("\n");
    const copied = line === -1 ? null : /^[^'\n]*\t[^'\n]*\n/.exec(text.slice(line + 1, line + 65_536));
    if (copied !== null && (next === -1 || line <= next)) {
      turnTo(tables.guess(copied[0].split("\t").length), line + 1, found);
      state = "copy";
      return line + 1;
    }
    if (next === -1) return isLast ? bytes.length : Math.max(0, bytes.length - 16);
    if (text[next] === "\n") {
      state = "statement";
      return next + 1;
    }
    state = "rows";
    turnTo(layoutOfRow(bytes, next + 1), next + 1, found);
    return next + 1;
  }

  function layoutOfRow(bytes: Buffer, at: number): Layout {
    let width = 1;
    let nested = 0;
    for (let index = bytes.indexOf(open, at) + 1; index < bytes.length; index++) {
      const byte = bytes[index] ?? 0;
      if (byte === singleQuote) {
        const end = sqlStringEnd(bytes, index + 1, byte, hasEscapes);
        if (end === -1) break;
        index = end;
      } else if (byte === comma && nested === 0) width++;
      else if (byte === open) nested++;
      else if (byte === close && nested-- === 0) break;
    }
    return tables.guess(width);
  }

  function step(bytes: Buffer, at: number, found: Found, isLast: boolean): number {
    switch (state) {
      case "lost":
        return find(bytes, found, isLast);
      case "statement":
        return statement(bytes, at, found, isLast);
      case "rows":
        return rows(bytes, at);
      case "row":
        return row(bytes, at, found, isLast);
      case "copy":
        return copyLine(bytes, at, found, isLast);
      case "skip":
        return skip(bytes, at, isLast);
    }
  }

  /** To the end of a statement, or to a line that begins another: scripts of SQL Server have no semicolons. */
  function skip(bytes: Buffer, from: number, isLast: boolean): number {
    for (let at = from; at < bytes.length; at++) {
      const byte = bytes[at];
      if (byte === semicolon) {
        state = "statement";
        return at + 1;
      }
      if (byte !== newline) continue;
      const word = bytes.toString("latin1", at + 1, at + 9);
      if (word.length < 8 && !isLast) return at === from ? -1 : at;
      if (!/^(insert|replace|copy|create)\s|^go\s/i.test(word)) continue;
      state = "statement";
      return at + 1;
    }
    return bytes.length;
  }

  return {
    lose() {
      state = "lost";
      openQuote = 0;
    },
    gap: () => undefined,
    scan(given, found, isLast) {
      const bytes = asBuffer(given);
      let at = 0;
      if (openQuote !== 0) {
        const end = sqlStringEnd(bytes, 0, openQuote, openEscapes);
        if (state === "row") found.spans.add(0, end === -1 ? bytes.length : end, column);
        if (end === -1) return bytes.length;
        openQuote = 0;
        at = end + 1;
      }
      while (at < bytes.length) {
        const next = step(bytes, at, found, isLast);
        if (next === -1) return at;
        if (state === "lost") return next;
        at = next;
      }
      return Math.min(at, bytes.length);
    },
  };
}
