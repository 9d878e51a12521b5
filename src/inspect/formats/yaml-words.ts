import { decodeJson } from "./json-scanner.ts";

const [space, doubleQuote, hash, singleQuote, colon] = [0x20, 0x22, 0x23, 0x27, 0x3a];

/** `---` or `...`: documents begin and end. */
export function isMarker(bytes: Buffer, at: number): boolean {
  if (bytes[at] !== bytes[at + 1] || bytes[at] !== bytes[at + 2]) return false;
  const word = bytes.toString("latin1", at, at + 4).trimEnd();
  return word === "---" || word === "...";
}

export function skipSpaces(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  while (at < to && (bytes[at] ?? 0) <= space) at++;
  return at;
}

export function wordEnd(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  while (at < to && (bytes[at] ?? 0) > space) at++;
  return at;
}

/** A plain value ends before a comment. */
export function plainEnd(bytes: Buffer, from: number, to: number): number {
  for (let at = from + 1; at < to; at++) if (bytes[at] === hash && bytes[at - 1] === space) return at - 1;
  return to;
}

/** The quote that closes a text; -1 = none. Backslashes escape within double ones, doubling within single ones. */
export function quoteEnd(bytes: Uint8Array, from: number, to: number, mark: number): number {
  for (let at = from; at < to; at++) {
    const byte = bytes[at];
    if (byte === 0x5c && mark === doubleQuote) at++;
    else if (byte === mark) {
      if (mark === singleQuote && bytes[at + 1] === singleQuote && at + 1 < to) at++;
      else return at;
    }
  }
  return -1;
}

/** Longest key that is one. */
const longestKey = 1_024;

/** A key at the beginning of the rest of a line, its quotes left out, and where its value begins. */
export function keyEnd(
  bytes: Uint8Array,
  from: number,
  lineEnd: number,
): { readonly from: number; readonly to: number; readonly after: number } | undefined {
  const to = Math.min(lineEnd, from + longestKey);
  const first = bytes[from];
  if (first === doubleQuote || first === singleQuote) {
    const end = quoteEnd(bytes, from + 1, to, first);
    const next = end === -1 ? to : skipSpaces(bytes, end + 1, to);
    return bytes[next] === colon && next < to ? { from: from + 1, to: end, after: next + 1 } : undefined;
  }
  if (first === 0x5b || first === 0x7b || first === hash) return undefined;
  for (let at = from; at < to; at++) {
    if (bytes[at] !== colon || (at + 1 < lineEnd && (bytes[at + 1] ?? 0) > space)) continue;
    let end = at;
    while (end > from && bytes[end - 1] === space) end--;
    return { from, to: end, after: at + 1 };
  }
  return undefined;
}

/** A key, quotes left out, as it was meant. */
export function nameOf(bytes: Uint8Array, from: number, to: number): string {
  return decodeJson(bytes, from, Math.min(to, from + 400));
}
