import { asBuffer, newline } from "./bytes.ts";
import type { Paths, Place } from "./paths.ts";
import type { Found, Scanner } from "./scanned.ts";
import { flowScanner } from "./yaml-flow.ts";
import { isMarker, keyEnd, nameOf, plainEnd, quoteEnd, skipSpaces, wordEnd } from "./yaml-words.ts";

const mostDepth = 256;

const [space, doubleQuote, hash, ampersand, singleQuote, star] = [0x20, 0x22, 0x23, 0x26, 0x27, 0x2a];
const [percent, minus, greater, exclamation, bar] = [0x25, 0x2d, 0x3e, 0x21, 0x7c];

/** A mapping or a list whose lines begin at `indent`; `place` is where its keys or elements are. */
interface Level {
  readonly indent: number;
  readonly isList: boolean;
  readonly place: Place | undefined;
}

/** Reads YAML line by line by its indentation. References are never followed, tags never believed. */
export function yamlScanner(paths: Paths): Scanner {
  let levels: Level[] = [];
  /** Where the value goes that a key announced and a later line may hold. */
  let pending: Place | undefined = paths.root;
  /** A block of plain lines (`|`, `>`): those deeper than this. */
  let block: number | undefined;
  /** A quoted text that goes on over lines; 0 = none. */
  let quote = 0;
  /** The line before was cut. */
  let isWithin = false;
  let isLost = false;
  let wasDeep: boolean | "told" = false;
  const flow = flowScanner(paths, () => {
    wasDeep ||= true;
  });

  function level(indent: number, isList: boolean): Place | undefined {
    for (let last = levels.at(-1); last !== undefined; last = levels.at(-1)) {
      const isOver = last.indent > indent || (last.indent === indent && last.isList && !isList);
      if (!isOver) break;
      levels.pop();
    }
    const last = levels.at(-1);
    if (last !== undefined && last.indent === indent && last.isList === isList) return last.place;
    if (levels.length >= mostDepth) {
      wasDeep ||= true;
      return undefined;
    }
    const base = pending ?? last?.place ?? paths.root;
    const place = isList ? paths.elementsOf(base) : base;
    levels.push({ indent, isList, place });
    return place;
  }

  function keyAt(bytes: Buffer, place: Place | undefined, from: number, to: number): Place | undefined {
    const parent = isLost && levels.length < 2 ? (paths.holding(nameOf(bytes, from, to)) ?? place) : place;
    return parent === undefined ? undefined : paths.child(parent, bytes, from, to, nameOf);
  }

  /** The value behind a key or a dash, in the rest of its line. */
  function value(bytes: Buffer, from: number, to: number, place: Place | undefined, found: Found): void {
    let at = skipSpaces(bytes, from, to);
    while (at < to && (bytes[at] === ampersand || bytes[at] === exclamation))
      at = skipSpaces(bytes, wordEnd(bytes, at, to), to);
    const byte = bytes[at];
    pending = place;
    if (at >= to || byte === hash) return;
    if ((byte === bar || byte === greater) && to - at < 12) {
      block = levels.at(-1)?.indent ?? -1;
      return;
    }
    if (byte === 0x5b || byte === 0x7b) flow.scan(bytes, at, to, place, found);
    else if (byte === doubleQuote || byte === singleQuote) quoted(bytes, at + 1, to, byte, place, found);
    else if (byte !== star) add(at, plainEnd(bytes, at, to), place, found);
  }

  function quoted(bytes: Buffer, from: number, to: number, mark: number, place: Place | undefined, found: Found): void {
    const end = quoteEnd(bytes, from, to, mark);
    add(from, end === -1 ? to : end, place, found);
    quote = end === -1 ? mark : 0;
  }

  function add(from: number, to: number, place: Place | undefined, { spans }: Found): void {
    if (to > from) spans.add(from, to, place === undefined ? -1 : paths.columnOf(place));
  }

  function line(bytes: Buffer, from: number, end: number, found: Found): void {
    let to = end;
    while (to > from && (bytes[to - 1] ?? 0) <= space) to--;
    let at = from;
    while (at < to && bytes[at] === space) at++;
    if (at >= to) return;
    const indent = at - from;
    if (block !== undefined && indent <= block) block = undefined;
    if (quote !== 0) quoted(bytes, at, to, quote, pending, found);
    else if (flow.isOpen()) flow.scan(bytes, at, to, pending, found);
    else if (block !== undefined) add(at, to, pending, found);
    else if (bytes[at] !== hash) statement(bytes, at, to, indent, found);
  }

  function statement(bytes: Buffer, at: number, to: number, indent: number, found: Found): void {
    if (indent === 0 && to - at >= 3 && isMarker(bytes, at)) {
      levels = [];
      pending = paths.root;
      if (to - at > 4) value(bytes, at + 3, to, pending, found);
      return;
    }
    const isDirective = indent === 0 && bytes[at] === percent;
    if (!isDirective) entry(bytes, at, to, indent, found);
  }

  /** Dashes, then a key or a plain value. */
  function entry(bytes: Buffer, from: number, to: number, indent: number, found: Found): void {
    let at = from;
    let column = indent;
    while (bytes[at] === minus && (at + 1 >= to || bytes[at + 1] === space)) {
      pending = level(column, true);
      const next = skipSpaces(bytes, at + 1, to);
      column += next - at;
      at = next;
      if (at >= to) return;
    }
    const key = keyEnd(bytes, at, to);
    if (key === undefined) value(bytes, at, to, pending, found);
    else value(bytes, key.after, to, keyAt(bytes, level(column, false), key.from, key.to), found);
  }

  return {
    lose() {
      levels = [];
      pending = undefined;
      block = undefined;
      quote = 0;
      isWithin = false;
      isLost = true;
      flow.reset();
    },
    gap() {
      if (wasDeep !== true) return undefined;
      wasDeep = "told";
      return { reason: "unsupported", detail: `nested more than ${mostDepth} deep: from there on read as text` };
    },
    scan(given, found, isLast) {
      const bytes = asBuffer(given);
      let at = 0;
      while (at < bytes.length) {
        if (bytes[at] === newline) {
          isWithin = false;
          at += 1;
          continue;
        }
        const found10 = bytes.indexOf(newline, at);
        if (found10 === -1 && !isLast) return at;
        const end = found10 === -1 ? bytes.length : found10;
        if (isWithin) add(at, end, pending, found);
        else line(bytes, at, end, found);
        isWithin = found10 === -1;
        at = end + 1;
      }
      return bytes.length;
    },
  };
}
