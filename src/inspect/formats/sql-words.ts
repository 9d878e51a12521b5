import { newline } from "./bytes.ts";

/** Bytes that the syntax is made of. */
export const byteOf = {
  space: 0x20,
  doubleQuote: 0x22,
  hash: 0x23,
  singleQuote: 0x27,
  open: 0x28,
  close: 0x29,
  asterisk: 0x2a,
  comma: 0x2c,
  minus: 0x2d,
  slash: 0x2f,
  semicolon: 0x3b,
} as const;

const { space, doubleQuote, hash, singleQuote, open, close, asterisk, comma, minus, slash } = byteOf;

/** Behind a comment or what is none; -1 = not whole yet. */
export function commentEnd(bytes: Buffer, at: number, isLast: boolean): number {
  const byte = bytes[at];
  const next = bytes[at + 1];
  const isLine = byte === hash || (byte === minus && next === minus);
  if (!isLine && !(byte === slash && next === asterisk)) return at + 1;
  const end = isLine ? bytes.indexOf(newline, at) : bytes.indexOf("*/", at + 2);
  if (end === -1) return isLast ? bytes.length : -1;
  return isLine ? end : end + 2;
}

export function isWord(byte: number): boolean {
  return byte > space && byte !== comma && byte !== open && byte !== close;
}

export function isNumber(byte: number): boolean {
  return (byte >= 0x30 && byte <= 0x39) || byte === minus || byte === 0x2e || byte === 0x2b;
}

export function wordEnd(bytes: Uint8Array, from: number): number {
  let at = from + 1;
  for (; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (!isWord(byte) || byte === singleQuote || byte === doubleQuote) return at;
  }
  return at;
}

/** Cells of a line of `COPY`: tabs between them, `\N` for none, a carriage return at the end for nothing. */
export function splitCopy(
  bytes: Uint8Array,
  from: number,
  to: number,
  add: (from: number, to: number, column: number) => void,
): void {
  const end = bytes[to - 1] === 0x0d ? to - 1 : to;
  let column = 0;
  let start = from;
  for (let at = from; at <= end; at++) {
    if (at < end && bytes[at] !== 0x09) continue;
    const isNull = at - start === 2 && bytes[start] === 0x5c && bytes[start + 1] === 0x4e;
    if (at > start && !isNull) add(start, at, column);
    column++;
    start = at + 1;
  }
}

/** Whether the same is written at `at`. */
export function isAt(written: Buffer, bytes: Buffer, at: number): boolean {
  for (let index = 0; index < written.length; index++) if (written[index] !== bytes[at + index]) return false;
  return true;
}
