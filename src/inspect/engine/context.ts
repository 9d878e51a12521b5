import type { Detector } from "../detector.ts";

/** Bytes on each side in which a word of context is looked for: about 30 characters of Chinese. */
const reach = 90;

/** Whether a word that belongs to the detector stands near a match. Newlines do not end the neighbourhood: forms are set in lines. */
export function hasContext(detector: Detector, bytes: Uint8Array, start: number, end: number): boolean {
  if (detector.context.length === 0) return false;
  const before = decode(bytes, Math.max(0, start - reach), start);
  const after = decode(bytes, end, Math.min(bytes.length, end + reach));
  return detector.context.some((word) => before.includes(word) || after.includes(word));
}

/** Characters that a cut has halved come out as replacements, which match nothing. */
function decode(bytes: Uint8Array, from: number, to: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from)
    .toString("utf8")
    .toLowerCase();
}
