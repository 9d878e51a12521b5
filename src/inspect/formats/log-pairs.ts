import { decodeUtf8 } from "./bytes.ts";
import { decodeJson } from "./json-scanner.ts";

/** Takes a key and its value, both as they are written, quotes left out. */
export type TakePair = (keyFrom: number, keyTo: number, valueFrom: number, valueTo: number) => void;

const [space, doubleQuote, singleQuote, slash, colon, equals, backslash] = [0x20, 0x22, 0x27, 0x2f, 0x3a, 0x3d, 0x5c];
const longestKey = 64;

/**
 * Finds `key=value`, `key: value`, `key：value`, `"key":"value"` and `\"key\":\"value\"` in a line, in one pass. Values go to their
 * closing quote, or to what separates.
 */
export function eachPair(bytes: Uint8Array, from: number, to: number, take: TakePair): void {
  let done = from;
  let isDoubleOpen = false;
  let isSingleOpen = false;
  let noColons = from;
  for (let at = from; at < to; at++) {
    if (mayPart[bytes[at] ?? 0] === 0) continue;
    const width = separatorAt(bytes, at);
    if (width === 0 || (at < noColons && bytes[at] !== equals)) continue;
    const keyTo = keyEndBefore(bytes, at, done);
    const keyFrom = keyStartBefore(bytes, keyTo, done, bytes[at] === equals);
    if (keyFrom === keyTo) continue;
    let start = at + width;
    if (bytes[at] !== equals && bytes[start] === space) start++;
    if (bytes[start] === slash || bytes[start] === colon || start >= to) continue;
    const isEscaped = bytes[start] === backslash && bytes[start + 1] === doubleQuote;
    if (isEscaped) start++;
    const quote = bytes[start] ?? 0;
    const isQuoted = (quote === doubleQuote && !isDoubleOpen) || (quote === singleQuote && !isSingleOpen);
    const end = isQuoted ? quoteEnd(bytes, start + 1, to, quote, isEscaped) : valueEnd(bytes, start, to);
    if (end === -1) {
      // What is not closed once is not closed later.
      if (quote === doubleQuote) isDoubleOpen = true;
      else isSingleOpen = true;
      continue;
    }
    if (!isQuoted && bytes[at] !== equals && holds(bytes, start, end, equals)) {
      // `level: key=value`: the pair is the inner one.
      noColons = end;
      continue;
    }
    const valueFrom = isQuoted ? start + 1 : start;
    if (end > valueFrom) take(keyFrom, keyTo, valueFrom, end);
    done = isQuoted ? end + 1 : end;
    at = done - 1;
  }
}

/** A value as it was meant: escapes of JSON and of addresses undone. */
export function decodeValue(bytes: Uint8Array, from: number, to: number): string {
  const value = decodeJson(bytes, from, to);
  if (!/%[0-9a-f]{2}/i.test(value)) return value;
  try {
    return decodeURIComponent(value);
  } catch (error) {
    if (error instanceof URIError) return value;
    throw error;
  }
}

/** A key as a name: of a run of Chinese only what follows the last punctuation. */
export function decodeKey(bytes: Uint8Array, from: number, to: number): string {
  return (
    decodeUtf8(bytes, from, to)
      .split(/[\s\u3000-\u303f\uff00-\uff0f\uff1a-\uff20\ufffd]/)
      .at(-1) ?? ""
  );
}

/** 1 for bytes that a sign between key and value begins with: most are none, and are passed over at once. */
const mayPart = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte === equals || byte === colon || byte === 0xef ? 1 : 0,
);

/** Bytes of the sign between key and value at `at`; 0 = none. */
function separatorAt(bytes: Uint8Array, at: number): number {
  const byte = bytes[at];
  if (byte === equals || byte === colon) return 1;
  // U+FF1A, the colon of Chinese text.
  return byte === 0xef && bytes[at + 1] === 0xbc && bytes[at + 2] === 0x9a ? 3 : 0;
}

function keyEndBefore(bytes: Uint8Array, at: number, least: number): number {
  let end = at;
  if (end > least && bytes[end - 1] === space) end--;
  if (end > least && (bytes[end - 1] === doubleQuote || bytes[end - 1] === singleQuote)) end--;
  if (end > least && bytes[end - 1] === backslash) end--;
  return end;
}

/** Before a colon stand no names of classes and hosts: those have points. */
function keyStartBefore(bytes: Uint8Array, keyTo: number, least: number, mayHavePoints: boolean): number {
  let start = keyTo;
  while (start > least && keyTo - start < longestKey && isKeyByte(bytes[start - 1] ?? 0)) start--;
  if (!mayHavePoints && holds(bytes, start, keyTo, 0x2e)) return keyTo;
  while (start < keyTo && ((bytes[start] ?? 0) & 0xc0) === 0x80) start++;
  const first = bytes[start] ?? 0;
  const isName = first >= 0x80 || first === 0x5f || ((first | 0x20) >= 0x61 && (first | 0x20) <= 0x7a);
  return isName ? start : keyTo;
}

function holds(bytes: Uint8Array, from: number, to: number, wanted: number): boolean {
  for (let at = from; at < to; at++) if (bytes[at] === wanted) return true;
  return false;
}

function isKeyByte(byte: number): boolean {
  const lower = byte | 0x20;
  if ((lower >= 0x61 && lower <= 0x7a) || byte >= 0x80 || (byte >= 0x30 && byte <= 0x39)) return true;
  return byte === 0x5f || byte === 0x2d || byte === 0x2e;
}

function quoteEnd(bytes: Uint8Array, from: number, to: number, quote: number, isEscaped: boolean): number {
  for (let at = from; at < to; at++) {
    const byte = bytes[at];
    if (byte === quote) return at;
    if (byte !== backslash) continue;
    if (isEscaped && bytes[at + 1] === quote) return at;
    at++;
  }
  return -1;
}

const separators = Uint8Array.from({ length: 256 }, (_, byte) =>
  ' \t\r,;&|)]}"<>'.includes(String.fromCharCode(byte)) ? 1 : 0,
);

function valueEnd(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  for (; at < to; at++) {
    const byte = bytes[at] ?? 0;
    if (separators[byte] === 1 || (byte === backslash && bytes[at + 1] === doubleQuote)) return at;
    // Punctuation of Chinese text: U+3001 to U+301F, and the full-width ), comma, semicolon.
    if (byte === 0xe3 && bytes[at + 1] === 0x80) return at;
    const last = bytes[at + 2];
    if (byte === 0xef && bytes[at + 1] === 0xbc && (last === 0x89 || last === 0x8c || last === 0x9b)) return at;
  }
  return at;
}
