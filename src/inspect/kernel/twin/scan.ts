import type { HitKind } from "../finder.ts";

/** One search in one piece of bytes. */
export interface Scan {
  readonly bytes: Buffer;
  /** No birth date lies behind it. */
  readonly lastYear: number;
  tell(kind: HitKind, start: number, end: number): void;
}

/** Classes of bytes, to be added up over a word. 0 = no part of a word. */
export const classDigit = 1;
export const classCapital = 2;
export const classOther = 4;

export const classes = Uint8Array.from({ length: 256 }, (_, byte) => {
  const character = String.fromCharCode(byte);
  if (/[0-9]/.test(character)) return classDigit;
  if (/[A-Z]/.test(character)) return classCapital;
  return /[a-z_]/.test(character) ? classOther : 0;
});

/** One byte; 0 outside. */
export function byteAt({ bytes }: Scan, index: number): number {
  return index < 0 || index >= bytes.length ? 0 : (bytes[index] ?? 0);
}

export function isDigitAt(scan: Scan, index: number): boolean {
  return classes[byteAt(scan, index)] === classDigit;
}

/** Bytes as text, each a character. What lies outside is left out. */
export function textOf({ bytes }: Scan, start: number, end: number): string {
  return bytes.toString("latin1", Math.max(0, start), Math.min(end, bytes.length));
}

const dot = 46;

/** No word and no decimal goes on before it: `3.14` is no beginning of a number. */
export function isFreeBefore(scan: Scan, start: number): boolean {
  const before = byteAt(scan, start - 1);
  return classes[before] === 0 && !(before === dot && isDigitAt(scan, start - 2));
}

export function isFreeBehind(scan: Scan, end: number): boolean {
  const behind = byteAt(scan, end);
  return classes[behind] === 0 && !(behind === dot && isDigitAt(scan, end + 1));
}
