import { decodeName } from "../binary/member-name.ts";

/** A header block of 512 bytes (POSIX.1-1988 ustar, GNU and the old one of V7). */
export interface TarHeader {
  readonly name: string;
  readonly size: number;
  /** The type flag; "0" for files of every spelling. */
  readonly type: string;
}

export const blockBytes = 512;

/** `undefined` where the checksum does not fit: no header. */
export function tarHeader(block: Uint8Array): TarHeader | undefined {
  if (block.length < blockBytes) return undefined;
  const stated = octal(block, 148, 8);
  if (stated === undefined || (stated !== sum(block, false) && stated !== sum(block, true))) return undefined;
  const size = numberAt(block, 124, 12);
  if (size === undefined) return undefined;
  const flag = block[156] ?? 0;
  const isUstar = String.fromCharCode(...block.subarray(257, 262)) === "ustar" && block[262] === 0;
  const prefix = isUstar ? field(block, 345, 155) : new Uint8Array(0);
  const name = field(block, 0, 100);
  return {
    name: prefix.length === 0 ? decodeName(name) : `${decodeName(prefix)}/${decodeName(name)}`,
    size,
    type: flag === 0 || flag === 0x37 ? "0" : String.fromCharCode(flag),
  };
}

export function isZero(block: Uint8Array): boolean {
  return block.every((byte) => byte === 0);
}

/** Values of a pax header: `17 path=some/name` and a line feed, the length counting itself. */
export function paxRecords(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const records = new Map<string, Uint8Array>();
  for (let at = 0; at < bytes.length; ) {
    const space = bytes.indexOf(0x20, at);
    if (space === -1 || space - at > 10) break;
    const length = Number(Buffer.from(bytes.subarray(at, space)).toString("latin1"));
    const equals = bytes.indexOf(0x3d, space);
    if (!Number.isSafeInteger(length) || length < 5 || at + length > bytes.length) break;
    if (equals === -1 || equals >= at + length) break;
    const key = Buffer.from(bytes.subarray(space + 1, equals)).toString("utf8");
    records.set(key, bytes.subarray(equals + 1, at + length - 1));
    at += length;
  }
  return records;
}

function field(block: Uint8Array, from: number, length: number): Uint8Array {
  const end = block.indexOf(0, from);
  return block.subarray(from, end === -1 || end > from + length ? from + length : end);
}

/** Octal digits, or GNU's base 256 for what they cannot hold. */
function numberAt(block: Uint8Array, from: number, length: number): number | undefined {
  const first = block[from] ?? 0;
  if ((first & 0x80) === 0) return octal(block, from, length);
  let value = first & 0x7f;
  // Negative numbers have all bits set: no size.
  if (first === 0xff) return undefined;
  for (let at = from + 1; at < from + length; at++) value = value * 256 + (block[at] ?? 0);
  return Number.isSafeInteger(value) ? value : undefined;
}

function octal(block: Uint8Array, from: number, length: number): number | undefined {
  const digits = Buffer.from(block.subarray(from, from + length))
    .toString("latin1")
    .replaceAll(/[\0 ]+/g, " ")
    .trim();
  if (digits === "") return 0;
  return /^[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : undefined;
}

/** Some old writers added signed bytes. */
function sum(block: Uint8Array, isSigned: boolean): number {
  let total = 0;
  for (let at = 0; at < blockBytes; at++) {
    const byte = at >= 148 && at < 156 ? 0x20 : (block[at] ?? 0);
    total += isSigned && byte > 127 ? byte - 256 : byte;
  }
  return total;
}
