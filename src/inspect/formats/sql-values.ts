import { decodeUtf8 } from "./bytes.ts";

const backslash = 0x5c;

/**
 * The closing quote of a string whose content begins at `from`; -1 where it is not there yet. Backslashes escape in MySQL and in
 * PostgreSQL's `E''`. A quote that nothing follows which may stand behind a value is content: one error does not turn the rest of a
 * dump inside out.
 */
export function sqlStringEnd(bytes: Uint8Array, from: number, quote: number, hasEscapes: boolean): number {
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === backslash && hasEscapes) at++;
    else if (byte === quote) {
      if (bytes[at + 1] === quote) at++;
      else if (at + 1 === bytes.length || mayFollow(bytes[at + 1] ?? 0)) return at;
    }
  }
  return -1;
}

/** White space, and `) + , - : ; |`. */
function mayFollow(byte: number): boolean {
  return (
    byte <= 0x20 || byte === 0x29 || (byte >= 0x2b && byte <= 0x2d) || byte === 0x3a || byte === 0x3b || byte === 0x7c
  );
}

/** Content of a string, or a cell of `COPY`, as it was meant. */
export function decodeSql(bytes: Uint8Array, from: number, to: number): string {
  const written = decodeUtf8(bytes, from, to);
  const plain = written.includes("''") ? written.replaceAll("''", "'") : written;
  if (!plain.includes("\\")) return plain;
  return plain.replaceAll(/\\(.)/gs, (_, escaped: string) => escapes[escaped] ?? escaped);
}

const escapes: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", Z: "\u001a", "0": "\0" };
