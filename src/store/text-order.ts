/**
 * The order in which SQLite sorts texts: as their UTF-8 bytes, half a pair counting as the replacement character. JavaScript
 * compares UTF-16 units, which differs where a character beyond the basic plane meets one from U+E000 on.
 */
export function byText(a: string, b: string): number {
  if (a === b) return 0;
  if (pairs.test(a) || pairs.test(b)) return Buffer.compare(Buffer.from(a), Buffer.from(b));
  return a < b ? -1 : 1;
}

const pairs = /[\ud800-\udfff]/;
