import { decodeUtf8 } from "./bytes.ts";

/** The five entities of XML, the one that HTML writers use most, and numbers. No other is ever expanded. */
const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };

/** Text between tags, or within the quotes of an attribute. */
export function decodeXml(bytes: Uint8Array, from: number, to: number): string {
  const text = decodeUtf8(bytes, from, to);
  if (!text.includes("&")) return text;
  return text.replaceAll(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,4}));/gi,
    (whole, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
      if (name !== undefined) return entities[name] ?? whole;
      const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return point <= 0x10ffff && (point < 0xd800 || point > 0xdfff) ? String.fromCodePoint(point) : whole;
    },
  );
}

/** Whether an element or attribute name may begin with this byte. */
export function beginsName(byte: number): boolean {
  return (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a) || byte === 0x5f || byte >= 0x80;
}

/** Behind the name that begins at `from`. */
export function nameEnd(bytes: Uint8Array, from: number): number {
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte >= 0x61 && byte <= 0x7a) continue;
    if (byte >= 0x30 && byte <= 0x3a) continue;
    if (!beginsName(byte) && byte !== 0x2d && byte !== 0x2e) return at;
  }
  return bytes.length;
}

/**
 * The `>` that ends the tag whose name begins at `from`, those within quotes passed over; or the `<` that shows it to be none; or the end
 * of the bytes where neither is there yet.
 */
export function tagEnd(bytes: Uint8Array, from: number): number {
  let quote = 0;
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (quote !== 0) {
      if (byte === quote) quote = 0;
    } else if (byte === 0x22 || byte === 0x27) quote = byte;
    else if (byte === 0x3e || byte === 0x3c) return at;
  }
  return bytes.length;
}

/** Calls back with every quoted attribute of a tag: where its name and its value begin and end. */
export function eachAttribute(
  bytes: Uint8Array,
  from: number,
  to: number,
  take: (nameFrom: number, nameTo: number, valueFrom: number, valueTo: number) => void,
): void {
  for (let at = from; at < to; ) {
    if (!beginsName(bytes[at] ?? 0)) {
      at++;
      continue;
    }
    const nameFrom = at;
    const nameTo = nameEnd(bytes, at);
    at = nameTo;
    while (at < to && (bytes[at] ?? 0) <= 0x20) at++;
    if (bytes[at] !== 0x3d) continue;
    at++;
    while (at < to && (bytes[at] ?? 0) <= 0x20) at++;
    const quote = bytes[at];
    if (quote !== 0x22 && quote !== 0x27) continue;
    const valueFrom = at + 1;
    at = valueFrom;
    while (at < to && bytes[at] !== quote) at++;
    take(nameFrom, nameTo, valueFrom, at);
    at++;
  }
}
