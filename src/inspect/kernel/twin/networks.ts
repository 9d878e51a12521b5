import { byteAt, classes, isFreeBehind, type Scan, textOf } from "./scan.ts";

const octet = "(?:0|[1-9]\\d?|1\\d\\d|2[0-4]\\d|25[0-5])";
const ipv4 = new RegExp(`^${octet}(?:\\.${octet}){3}(?!\\d)`);
/** Private networks (RFC 1918) and the machine itself (RFC 1122). */
const inside = /^(?:10|127|192\.168|172\.(?:1[6-9]|2\d|3[01]))\./;
const mac = /^[0-9A-Fa-f]{2}([:-])[0-9A-Fa-f]{2}(?:\1[0-9A-Fa-f]{2}){4}$/;

/** An address whose first group is the word at `start`. */
export function weighIpv4(scan: Scan, start: number): void {
  if (textOf(scan, start - 1, start) === ".") return;
  const match = ipv4.exec(textOf(scan, start, start + 16));
  if (match === null) return;
  const end = start + match[0].length;
  if (inside.test(match[0])) return;
  if (isFreeBehind(scan, end)) scan.tell("ipv4", start, end);
}

/** Six pairs of which the first is the word at `start`. */
export function weighMac(scan: Scan, start: number): void {
  const separator = byteAt(scan, start + 2);
  // Times of the day have two.
  if (byteAt(scan, start + 8) !== separator || !mac.test(textOf(scan, start, start + 17))) return;
  const behind = byteAt(scan, start + 17);
  if (byteAt(scan, start - 1) === separator || behind === separator || classes[behind] !== 0) return;
  scan.tell("mac", start, start + 17);
}
