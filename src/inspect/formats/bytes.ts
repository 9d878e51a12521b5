export const newline = 10;

/** The same bytes with the fast searches of `Buffer`; nothing is copied. */
export function asBuffer(bytes: Uint8Array): Buffer {
  if (Buffer.isBuffer(bytes)) return bytes;
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

export function decodeUtf8(bytes: Uint8Array, from: number, to: number): string {
  return asBuffer(bytes).toString("utf8", from, to);
}

/** End of the line that `at` is in: its line feed, or the end of the bytes. */
export function lineEndOf(bytes: Uint8Array, at: number): number {
  const found = asBuffer(bytes).indexOf(newline, at);
  return found === -1 ? bytes.length : found;
}

/** Bytes that a token boundary is looked for in, from the end backwards. */
const boundaryReach = 4_096;

/**
 * Where overlong text may be cut: behind a byte that no identifier has; if there is none, between characters. Always above 0.
 */
export function tokenBoundary(bytes: Uint8Array): number {
  const least = Math.max(1, bytes.length - boundaryReach);
  for (let at = bytes.length; at >= least; at--) if (isSeparator(bytes[at - 1] ?? 0)) return at;
  for (let at = bytes.length; at >= least; at--)
    if (!isLetterOrDigit(bytes[at - 1] ?? 0) && isStart(bytes, at)) return at;
  for (let at = bytes.length - 1; at >= Math.max(1, bytes.length - 4); at--) if (isStart(bytes, at)) return at;
  return bytes.length;
}

/** Not within what may be one identifier, grouped by spaces or dashes, or an address. */
function isSeparator(byte: number): boolean {
  if (byte >= 0x80 || isLetterOrDigit(byte)) return false;
  return byte !== 0x20 && byte !== 0x2b && byte !== 0x2d && byte !== 0x2e && byte !== 0x40 && byte !== 0x5f;
}

function isLetterOrDigit(byte: number): boolean {
  return (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
}

/** Whether a character begins at `at`, as far as the bytes before tell: the last one may be incomplete at the end. */
function isStart(bytes: Uint8Array, at: number): boolean {
  if (at < bytes.length) return ((bytes[at] ?? 0) & 0xc0) !== 0x80;
  let lead = at - 1;
  while (lead > 0 && lead > at - 4 && ((bytes[lead] ?? 0) & 0xc0) === 0x80) lead--;
  const first = bytes[lead] ?? 0;
  const length = first < 0x80 ? 1 : first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  return lead + length <= at;
}
