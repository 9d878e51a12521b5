import type { ContentEvidence } from "../../model/index.ts";

/** A format whose mere presence says what the data is. */
export interface Signature {
  /** What it shows; records by patient show health and whose it is. */
  readonly shows: readonly ContentEvidence[];
  /** In words for evidence; holds nothing of the content. */
  readonly detail: string;
  readonly is: (head: Head) => boolean;
}

/** The first bytes of an object, and their beginning as text. */
export interface Head {
  readonly bytes: Uint8Array;
  /** One character per byte for UTF-8 and the like; UTF-16 as its letters; without a byte order mark and blanks before the first letter. */
  readonly text: string;
}

/** Bytes that are read as text. */
const textBytes = 8_192;

export function headOf(bytes: Uint8Array): Head {
  const first = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, textBytes));
  const [one, two] = first;
  // Letters of ASCII stand every second byte: which of the two is the same for what is looked for here.
  const isWide = (one === 0xff && two === 0xfe) || (one === 0xfe && two === 0xff);
  const text = isWide ? first.toString("latin1", 2).replaceAll("\0", "") : first.toString("latin1");
  return { bytes, text: text.replace(/^\xef\xbb\xbf/, "").trimStart() };
}

export function startsWith({ bytes }: Head, word: string, at = 0): boolean {
  if (bytes.length < at + word.length) return false;
  for (let index = 0; index < word.length; index++) if (bytes[at + index] !== word.charCodeAt(index)) return false;
  return true;
}

/** Lines that are whole, without their ends. */
export function linesOf({ text }: Head, most: number): readonly string[] {
  const lines = text.split(/\r?\n/, most + 1);
  return lines.slice(0, Math.max(1, Math.min(most, lines.length - 1)));
}

/** Sixteen or 32 bits; 0 beyond the end. */
export function numberAt({ bytes }: Head, at: number, size: 2 | 4, isLittle: boolean): number {
  if (at < 0 || at + size > bytes.length) return 0;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return size === 2 ? view.getUint16(at, isLittle) : view.getUint32(at, isLittle);
}
