import type { Paths, Place } from "./paths.ts";
import type { Found, Scanner } from "./scanned.ts";

/** Containers within containers whose paths are told. */
const mostDepth = 256;

interface Level {
  place: Place | undefined;
  isArray: boolean;
  /** An array directly within an array: its plain elements are the columns of a row. */
  isRow: boolean;
  count: number;
}

/**
 * Reads JSON, or several documents one behind the other, by its punctuation alone: what is malformed is passed over. With `mayWrite`
 * the elements of arrays are set apart by line ends.
 */
export function jsonScanner(paths: Paths, mayWrite: boolean): Scanner & { reset(): void } {
  let levels: Level[] = [];
  let tooDeep = 0;
  let key: Place | undefined = paths.root;
  let isKeyNext = false;
  let isLost = false;
  /** No key was met since the way was lost: nobody knows what is within quotes. */
  let isSeeking = false;
  let openString = false;
  let wasDeep: boolean | "told" = false;

  const top = (): Level | undefined => (tooDeep > 0 ? undefined : levels.at(-1));
  const valuePlace = (isContainer: boolean): Place | undefined => {
    if (tooDeep > 0) return undefined;
    const level = levels.at(-1);
    if (level === undefined || !level.isArray) return key;
    if (level.place === undefined) return undefined;
    if (level.isRow && !isContainer) return paths.named(level.place, `column ${level.count + 1}`);
    return paths.elementsOf(level.place);
  };
  const open = (isArray: boolean): void => {
    if (tooDeep > 0 || levels.length >= mostDepth) {
      tooDeep += 1;
      wasDeep ||= true;
      return;
    }
    const isRow = isArray && (levels.at(-1)?.isArray ?? false);
    levels.push({ place: valuePlace(true), isArray, isRow, count: 0 });
    isKeyNext = !isArray;
    key = undefined;
  };
  const close = (): void => {
    if (tooDeep > 0) tooDeep -= 1;
    else {
      const closed = levels.pop();
      // In a part of a document there are more ends than beginnings.
      if (levels.length === 0 && isLost && closed?.place?.parent !== undefined) {
        const { place } = closed;
        const outer = place.parent;
        if (outer !== undefined)
          levels.push({ place: outer, isArray: outer.elements === place, isRow: false, count: 0 });
      }
    }
    isKeyNext = false;
    if (levels.length === 0) key = isLost ? undefined : paths.root;
  };
  const separator = (): void => {
    const level = top();
    if (level === undefined) return;
    level.count += 1;
    isKeyNext = !level.isArray;
    if (isKeyNext) key = undefined;
  };
  const found = (bytes: Uint8Array, from: number, to: number): void => {
    const level = top();
    if (isLost && level?.place === undefined && level?.isArray === false) {
      level.place = paths.holding(nameOf(bytes, from, to));
    }
    key = level?.place === undefined ? undefined : paths.child(level.place, bytes, from, to, nameOf);
  };
  return {
    reset() {
      levels = [];
      tooDeep = 0;
      key = paths.root;
      isKeyNext = false;
      openString = false;
    },
    lose() {
      levels = [{ place: undefined, isArray: false, isRow: false, count: 0 }];
      tooDeep = 0;
      key = undefined;
      isKeyNext = true;
      isLost = true;
      isSeeking = true;
      openString = false;
    },
    gap() {
      if (wasDeep !== true) return undefined;
      wasDeep = "told";
      return { reason: "unsupported", detail: `nested more than ${mostDepth} deep: from there on read as text` };
    },
    scan(bytes, { spans }: Found, isLast) {
      let at = 0;
      if (isSeeking) {
        at = firstKey(bytes);
        if (at === -1) return isLast ? bytes.length : Math.max(0, bytes.length - longestKey);
        isSeeking = false;
      }
      if (openString) {
        const end = stringEnd(bytes, 0);
        spans.add(0, end === -1 ? bytes.length : end, isKeyNext ? -1 : paths.columnOf(valuePlace(false)));
        if (end === -1) return bytes.length;
        openString = false;
        isKeyNext = false;
        at = end + 1;
      }
      while (at < bytes.length) {
        const byte = bytes[at] ?? 0;
        if (byte === 0x22) {
          const end = stringEnd(bytes, at + 1);
          if (end === -1 && !isLast) return at;
          const to = end === -1 ? bytes.length : end;
          if (isKeyNext) {
            if (end !== -1) found(bytes, at + 1, to);
          } else spans.add(at + 1, to, paths.columnOf(valuePlace(false)));
          openString = end === -1;
          if (openString) return bytes.length;
          isKeyNext = false;
          at = to + 1;
        } else if (byte <= 0x20) at++;
        else if (byte === 0x2c) {
          separator();
          if (mayWrite && top()?.isArray === true && endsRecord(bytes, at)) bytes[at] = 10;
          at++;
        } else if (byte === 0x7b || byte === 0x5b) {
          open(byte === 0x5b);
          at++;
        } else if (byte === 0x7d || byte === 0x5d) {
          close();
          at++;
        } else if (byte === 0x3a) at++;
        else {
          const end = wordEnd(bytes, at);
          if (end === bytes.length && !isLast) return at;
          const isNull = byte === 0x6e && end - at === 4;
          if (!isKeyNext && !isNull) spans.add(at, end, paths.columnOf(valuePlace(false)));
          at = end;
        }
      }
      return at;
    },
  };
}

/**
 * Whether the comma at `at` stands behind an object or array with more on the same line: elements each get a line of their own, where the
 * writer gave them none.
 */
function endsRecord(bytes: Uint8Array, at: number): boolean {
  const before = bytes[at - 1];
  if (before !== 0x7d && before !== 0x5d) return false;
  const next = bytes[at + 1];
  return next !== 10 && next !== 13;
}

const longestKey = 400;

/** The first quoted name that a colon follows; -1 = none. */
function firstKey(bytes: Uint8Array): number {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  const found = /[{,]\s{0,99}"(?=[^"\\{}[\],:]{1,200}"\s{0,9}:)/.exec(text);
  return found === null ? -1 : found.index + found[0].length - 1;
}

/** The closing quote of a string whose content begins at `from`; -1 where it is not there yet. */
function stringEnd(bytes: Uint8Array, from: number): number {
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === 0x22) return at;
    if (byte === 0x5c) at++;
  }
  return -1;
}

function wordEnd(bytes: Uint8Array, from: number): number {
  let at = from + 1;
  for (; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte <= 0x20 || byte === 0x2c || byte === 0x7d || byte === 0x5d || byte === 0x3a || byte === 0x22) return at;
    if (byte === 0x7b || byte === 0x5b) return at;
  }
  return at;
}

function nameOf(bytes: Uint8Array, from: number, to: number): string {
  return decodeJson(bytes, from, Math.min(to, from + 400));
}

/** Content of a string between its quotes, or a bare word. What does not parse stays as it is written. */
export function decodeJson(bytes: Uint8Array, from: number, to: number): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString("utf8");
  if (!text.includes("\\")) return text;
  return text.replaceAll(/\\(?:u([0-9a-fA-F]{4})|(.))/gs, (_, code: string | undefined, plain: string | undefined) =>
    code === undefined ? (escapes[plain ?? ""] ?? plain ?? "") : String.fromCharCode(Number.parseInt(code, 16)),
  );
}

const escapes: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", b: "\b", f: "\f" };
