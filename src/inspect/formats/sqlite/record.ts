import type { Pages } from "./pages.ts";

/** A 64-bit integer in one to nine bytes; `next` is behind it. */
export interface Varint {
  readonly value: number;
  readonly next: number;
}

export function varint(bytes: Uint8Array, at: number): Varint {
  let value = 0;
  for (let index = 0; index < 8; index++) {
    const byte = bytes[at + index] ?? 0;
    value = value * 128 + (byte & 0x7f);
    if ((byte & 0x80) === 0) return { value, next: at + index + 1 };
  }
  return { value: value * 256 + (bytes[at + 8] ?? 0), next: at + 9 };
}

/** The same as a signed number in words. */
export function signedVarint(bytes: Uint8Array, at: number): string {
  let value = 0n;
  for (let index = 0; index < 9; index++) {
    const byte = bytes[at + index] ?? 0;
    if (index === 8) return String(BigInt.asIntN(64, value * 256n + BigInt(byte)));
    value = value * 128n + BigInt(byte & 0x7f);
    if ((byte & 0x80) === 0) break;
  }
  return String(value);
}

/** Characters of a value that are looked at: what is longer is no cell but a document. */
const longest = 64 * 1024;
const mostValues = 2_000;

/**
 * Values of a record in words; `null` for nothing, and for bytes that are no text.
 */
export function recordOf(payload: Uint8Array, encoding: Pages["encoding"]): (string | null)[] {
  const header = varint(payload, 0);
  const end = Math.min(header.value, payload.length);
  const values: (string | null)[] = [];
  let at = header.value;
  for (let next = header.next; next < end && values.length < mostValues; ) {
    const type = varint(payload, next);
    next = type.next;
    const length = lengthOf(type.value);
    values.push(at >= payload.length && length > 0 ? null : valueAt(payload, at, length, type.value, encoding));
    at += length;
  }
  return values;
}

function lengthOf(type: number): number {
  if (type >= 12) return Math.floor((type - 12) / 2);
  return [0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0][type] ?? 0;
}

function valueAt(
  payload: Uint8Array,
  at: number,
  length: number,
  type: number,
  encoding: Pages["encoding"],
): string | null {
  if (type === 0 || type === 10 || type === 11) return null;
  if (type === 8 || type === 9) return String(type - 8);
  const bytes = Buffer.from(payload.buffer, payload.byteOffset + at, Math.min(length, payload.length - at));
  if (type >= 12) return type % 2 === 1 ? textOf(bytes.subarray(0, longest), encoding) : blobText(bytes);
  if (bytes.length < length) return null;
  if (type === 6) return String(bytes.readBigInt64BE());
  if (type === 7) return String(bytes.readDoubleBE());
  return String(bytes.readIntBE(0, length));
}

function textOf(bytes: Buffer, encoding: Pages["encoding"]): string {
  return encoding === "utf-8" ? bytes.toString("utf8") : new TextDecoder(encoding).decode(bytes);
}

/** Applications keep text and JSON in blobs too. */
function blobText(bytes: Buffer): string | null {
  if (bytes.length === 0 || bytes.length > longest || bytes.subarray(0, 64).includes(0)) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
