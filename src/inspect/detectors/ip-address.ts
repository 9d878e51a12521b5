import type { Detector, Found, Reading } from "../detector.ts";

/** Public IPv6 (2000::/3, RFC 4291), with a gap or all eight groups; the rest is checked by hand. */
const sixIn = /(?<![\w:.])[23][0-9A-Fa-f]{3}:[0-9A-Fa-f:]{2,34}(?![\w:.])/g;
const six = new RegExp(`^${sixIn.source}$`);

/**
 * Internet address that can lead to somebody: those of private networks, of the machine itself, of groups and of documentation are
 * left out (IANA special-purpose registries). `shape` is what looks like a version: two small numbers first, or a nought second
 * (one address in fifty).
 */
export const ipAddress: Detector = {
  id: "ip-address",
  chance: 0.2,
  needs: "context",
  context: [
    "ip",
    "客户端",
    "客戶端",
    "登錄",
    "來源",
    "用戶",
    "登录",
    "来源",
    "访问者",
    "用户",
    "client",
    "remote",
    "login",
    "visitor",
    "forwarded",
    "get /",
    "post /",
  ],
  person: false,
  weigh(cell) {
    if (cell.length < 7 || cell.length > 39) return "no";
    return cell.includes(":") ? weighSix(cell) : weighFour(cell);
  },
  canonical: (cell) => cell.toLowerCase(),
  /** The kernel finds those of four decimal groups. */
  *findIn(text): Iterable<Found> {
    if (!text.includes(":")) return;
    for (const { index, 0: found } of text.matchAll(sixIn)) {
      if (weighSix(found) === "valid") yield { start: index, end: index + found.length, reading: "valid" };
    }
  },
};

function weighFour(cell: string): Reading {
  if (cell.length > 15) return "no";
  let [octets, value, digits] = [0, 0, 0];
  const address = [0, 0, 0, 0];
  for (let index = 0; index <= cell.length; index++) {
    const character = index < cell.length ? cell.charCodeAt(index) : 46;
    if (character === 46) {
      if (digits === 0 || octets === 4 || value > 255) return "no";
      address[octets] = value;
      octets += 1;
      [value, digits] = [0, 0];
      continue;
    }
    if (character < 48 || character > 57 || digits === 3 || (digits > 0 && value === 0)) return "no";
    value = value * 10 + character - 48;
    digits += 1;
  }
  if (octets !== 4) return "no";
  const [a = 0, b = 0, c = 0, d = 0] = address;
  return weighGroups(a, b, c, d);
}

/** The four numbers of an address. */
export function weighGroups(a: number, b: number, c: number, d: number): "no" | "shape" | "valid" {
  if (isSpecial(a, b, c, d)) return "no";
  return isVersion(a, b) || d === 0 ? "shape" : "valid";
}

function isVersion(a: number, b: number): boolean {
  return b === 0 || (a < 30 && b < 30) || (a < 10 && b < 64);
}

function isSpecial(a: number, b: number, c: number, d: number): boolean {
  if (a === 0 || a === 10 || a === 127 || a >= 224 || d === 255) return true;
  if (a === 100) return b >= 64 && b < 128;
  if (a === 169) return b === 254;
  if (a === 172) return b >= 16 && b < 32;
  if (a === 192) return b === 168 || (b === 0 && (c === 0 || c === 2)) || (b === 88 && c === 99);
  if (a === 198) return b === 18 || b === 19 || (b === 51 && c === 100);
  return a === 203 && b === 0 && c === 113;
}

function weighSix(cell: string): Reading {
  if (!six.test(cell) || cell.toLowerCase().startsWith("2001:db8")) return "no";
  const gap = cell.indexOf("::");
  if (gap !== -1 && cell.includes("::", gap + 1)) return "no";
  const groups = cell.split(":").filter((group) => group !== "");
  if (groups.some((group) => group.length > 4) || cell.includes(":::")) return "no";
  if (gap === -1 ? groups.length !== 8 || cell.endsWith(":") : groups.length > 7) return "no";
  return groups.length < 3 ? "shape" : "valid";
}
