import type { Detector } from "../detector.ts";
import { asBuffer } from "../formats/bytes.ts";

/** Bytes on each side in which a word of context is looked for: about 30 characters of Chinese. */
const reach = 90;
/** Bytes behind a match in which credits are looked for: what is said of the next one stands farther away. */
const shortReach = 30;
/** Words of Latin letters up to this length are found in many others (`tel` in `hotel`), and have to stand alone. */
const shortest = 4;

/** Whether a word that belongs to the detector stands near a match. Newlines do not end the neighbourhood: forms are set in lines. */
export function hasContext(detector: Detector, bytes: Uint8Array, start: number, end: number): boolean {
  if (detector.context.length === 0) return false;
  const before = decode(bytes, Math.max(0, start - reach), start);
  const after = decode(bytes, end, Math.min(bytes.length, end + reach));
  // One text, so that it is gone through once; no word goes over what is set between.
  return mentions(`${before}\0${after}`, detector.context);
}

/** Whether a match stands among the credits of a work. */
export function isCredit({ credits }: Detector, bytes: Uint8Array, start: number, end: number): boolean {
  if (credits === undefined) return false;
  const before = decode(bytes, Math.max(0, start - reach), start);
  return (
    credits.test(start < reach ? `\n${before}` : before) ||
    credits.test(decode(bytes, end, Math.min(bytes.length, end + shortReach)))
  );
}

/** Whether one of the words (lower case) stands in a text of any case. */
export function mentions(text: string, words: readonly string[]): boolean {
  const lower = text.toLowerCase();
  return words.some((word) => {
    let at = lower.indexOf(word);
    if (at === -1 || word.length > shortest || !/^[a-z]+$/.test(word)) return at !== -1;
    for (; at !== -1; at = lower.indexOf(word, at + 1)) {
      if (isEdge(text, at) && isEdge(text, at + word.length)) return true;
    }
    return false;
  });
}

/** Whether a word may begin or end between two characters: one is no Latin letter, or the case says so (`userIp`, `cardNo`). */
function isEdge(text: string, at: number): boolean {
  const [before, after] = [text.charAt(at - 1), text.charAt(at)];
  if (!/[A-Za-z]/.test(before) || !/[A-Za-z]/.test(after)) return true;
  return /[a-z]/.test(before) && /[A-Z]/.test(after);
}

/** Characters that a cut has halved come out as replacements, which match nothing. */
function decode(bytes: Uint8Array, from: number, to: number): string {
  return asBuffer(bytes).toString("utf8", from, to);
}
