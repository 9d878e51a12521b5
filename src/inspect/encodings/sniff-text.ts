import { chineseEncoding } from "./chinese.ts";
import type { Encoding } from "./encoding.ts";
import { utf8Share } from "./utf-8.ts";

export interface TextKind {
  readonly encoding: Encoding;
}

/**
 * How the text behind a head (at most 64 KiB, perhaps cut within a character) is written; nothing where it is no text. Order as in
 * the WHATWG encodings' own pitfalls: gb18030 decodes nearly everything that is UTF-8, so UTF-8 is asked first.
 */
export function sniffText(head: Uint8Array): TextKind | undefined {
  const marked = byMark(head);
  if (marked !== undefined) return { encoding: marked };
  if (head.includes(0)) {
    const wide = wideEncoding(head);
    if (wide !== undefined) return { encoding: wide };
    if (zeros(head) > head.length / 100 || utf8Share(head) < 0.95) return undefined;
  }
  if (looksBinary(head)) return undefined;
  if (utf8Share(head) >= 0.95) return { encoding: "utf-8" };
  return { encoding: chineseEncoding(head) ?? "unknown-8bit" };
}

const marks: readonly (readonly [Encoding, readonly number[]])[] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-32le", [0xff, 0xfe, 0, 0]],
  ["utf-32be", [0, 0, 0xfe, 0xff]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
  ["gb18030", [0x84, 0x31, 0x95, 0x33]],
];

function byMark(head: Uint8Array): Encoding | undefined {
  return marks.find(([, mark]) => mark.every((byte, index) => head[index] === byte))?.[0];
}

/** Crashes and sparse files leave zeros in logs. */
function zeros(head: Uint8Array): number {
  let count = 0;
  for (const byte of head) if (byte === 0) count++;
  return count;
}

/** Characters that are looked at to tell UTF-16 from binary data. */
const wideCharacters = 4_096;

/** UTF-16 without a mark, in the byte order that makes nearly all of it into characters that people write. */
function wideEncoding(head: Uint8Array): Encoding | undefined {
  const units = Math.min(wideCharacters, head.length >>> 1);
  if (units < 2) return undefined;
  let little = 0;
  let big = 0;
  for (let index = 0; index < units; index++) {
    const first = head[index * 2] ?? 0;
    const second = head[index * 2 + 1] ?? 0;
    if (isUsual(first | (second << 8))) little++;
    if (isUsual((first << 8) | second)) big++;
  }
  if (Math.max(little, big) < units * 0.95) return undefined;
  return little >= big ? "utf-16le" : "utf-16be";
}

/** Latin, Greek, Cyrillic, punctuation, kana, Chinese, Hangul, full-width forms; halves of surrogates are taken as such. */
const usualRanges: readonly (readonly [number, number])[] = [
  [0x20, 0x7e],
  [0x4e00, 0x9fff],
  [0x09, 0x0d],
  [0x3000, 0x30ff],
  [0xff00, 0xffef],
  [0xa0, 0x24f],
  [0x2010, 0x2049],
  [0x370, 0x52f],
  [0xac00, 0xdfff],
];

function isUsual(unit: number): boolean {
  return usualRanges.some(([from, to]) => unit >= from && unit <= to);
}

/**
 * Control bytes beyond what terminals, printers and Hive's separators (0x01 to 0x03) leave in text.
 */
function looksBinary(head: Uint8Array): boolean {
  let control = 0;
  for (const byte of head) if (byte < 0x20 && ((byte > 3 && byte < 8) || (byte > 13 && byte < 26))) control++;
  return control > head.length / 100;
}
