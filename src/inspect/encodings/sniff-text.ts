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
    return wide === undefined ? undefined : { encoding: wide };
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

/** UTF-16 without a mark: zero bytes on one side only, and characters that people write when decoded. */
function wideEncoding(head: Uint8Array): Encoding | undefined {
  const zeros: [number, number] = [0, 0];
  for (let index = 0; index < head.length; index++) if (head[index] === 0) zeros[index % 2 === 0 ? 0 : 1]++;
  const [even, odd] = zeros;
  if (Math.min(even, odd) > head.length / 200) return undefined;
  const encoding = odd > even ? "utf-16le" : "utf-16be";
  const text = new TextDecoder(encoding).decode(head.subarray(0, head.length - (head.length % 2)));
  const usual =
    /[\t\n\r -~\u00a0-\u024f\u0370-\u052f\u2010-\u2049\u3000-\u30ff\u4e00-\u9fff\uac00-\ud7a3\uff00-\uffef]/gu;
  return (text.match(usual)?.length ?? 0) >= text.length * 0.95 ? encoding : undefined;
}

/**
 * Control bytes beyond what terminals, printers and Hive's separators (0x01 to 0x03) leave in text.
 */
function looksBinary(head: Uint8Array): boolean {
  let control = 0;
  for (const byte of head) if (byte < 0x20 && ((byte > 3 && byte < 8) || (byte > 13 && byte < 26))) control++;
  return control > head.length / 100;
}
