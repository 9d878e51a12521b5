import { byteAt, type Scan, textOf } from "./scan.ts";

/** RFC 5321, 4.5.3.1. */
const longestLocal = 64;
const longestDomain = 255;
const bytesIn = (pattern: RegExp): readonly boolean[] =>
  Array.from({ length: 256 }, (_, byte) => byte < 128 && pattern.test(String.fromCharCode(byte)));
const isLocal = bytesIn(/[0-9A-Za-z_.%+-]/);
const isDomain = bytesIn(/[0-9A-Za-z.-]/);
const underscore = 95;

/** An address around the `@` at `sign`. */
export function weighEmail(scan: Scan, sign: number): void {
  let local = sign;
  while (local > 0 && sign - local <= longestLocal && isLocal[byteAt(scan, local - 1)]) local--;
  let stretch = sign + 1;
  while (stretch - sign <= longestDomain + 1 && isDomain[byteAt(scan, stretch)]) stretch++;
  if (sign - local > longestLocal || stretch - sign - 1 > longestDomain || byteAt(scan, stretch) === underscore) return;
  const name = textOf(scan, local, sign).replace(/^[^0-9A-Za-z_]+/, "");
  const host = textOf(scan, sign + 1, stretch).replace(/[.-]+$/, "");
  if (name === "" || name.endsWith(".")) return;
  if (!/^[0-9A-Za-z].*\.[A-Za-z]{2,24}$/.test(host) || host.includes("..")) return;
  const end = sign + 1 + host.length;
  // The address of a repository: git@host:path.
  if (name === "git" && textOf(scan, end, end + 1) === ":") return;
  scan.tell("email", sign - name.length, end);
}
