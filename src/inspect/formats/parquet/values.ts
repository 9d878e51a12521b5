import { bigEndian, dayText, decimalText, instantText } from "../binary/dates.ts";
import { malformed, unsupported } from "../binary/gap.ts";
import { longestCell, textIfAny, textValue } from "../binary/text-value.ts";
import { deltaNumbers } from "./delta.ts";
import { hybridNumbers } from "./levels.ts";
import type { Leaf } from "./schema.ts";

/** Values of a page as words, `null` for what is no text. `encoding` by the numbers of the format. */
export function* valuesOf(
  bytes: Uint8Array,
  encoding: number,
  count: number,
  leaf: Leaf,
  dictionary: readonly (string | null)[],
): Iterable<string | null> {
  if (encoding === 0) yield* plainValues(bytes, count, leaf);
  else if (encoding === 2 || encoding === 8) {
    const [width = 0] = bytes;
    for (const index of hybridNumbers(bytes.subarray(1), width, count)) yield dictionary[index] ?? null;
  } else if (encoding === 3 && leaf.type === 0) {
    for (const one of hybridNumbers(bytes.subarray(4), 1, count)) yield one === 1 ? "true" : "false";
  } else if (encoding === 5) {
    const bits = leaf.type === 1 ? 32 : 64;
    for (const value of deltaNumbers(bytes, 0, count).values()) yield wholeText(BigInt.asIntN(bits, value), leaf);
  } else if (encoding === 6) yield* deltaLengths(bytes, count, leaf);
  else if (encoding === 7) yield* deltaTexts(bytes, count, leaf);
  else if (encoding === 9) yield* plainValues(joined(bytes, count, leaf), count, leaf);
  else throw unsupported(`is written in encoding ${encoding}, which this version does not read`);
}

function widthOf({ type, length }: Leaf): number {
  return [0, 4, 8, 12, 4, 8, 0, length][type] ?? 0;
}

function* plainValues(bytes: Uint8Array, count: number, leaf: Leaf): Iterable<string | null> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (leaf.type === 0) {
    need(bytes, Math.ceil(count / 8));
    for (let at = 0; at < count; at++) yield ((bytes[at >> 3] ?? 0) >> (at & 7)) & 1 ? "true" : "false";
    return;
  }
  if (leaf.type === 6) {
    let at = 0;
    for (let index = 0; index < count; index++) {
      need(bytes, at + 4);
      const length = view.getUint32(at, true);
      need(bytes, at + 4 + length);
      yield bytesText(bytes.subarray(at + 4, at + 4 + length), leaf);
      at += 4 + length;
    }
    return;
  }
  const width = widthOf(leaf);
  if (width <= 0) throw malformed("has a column of no known kind");
  need(bytes, count * width);
  for (let at = 0; at < count * width; at += width) yield fixedText(view, bytes, at, width, leaf);
}

function fixedText(view: DataView, bytes: Uint8Array, at: number, width: number, leaf: Leaf): string | null {
  if (leaf.type === 1) return wholeText(BigInt(view.getInt32(at, true)), leaf);
  if (leaf.type === 2) return wholeText(view.getBigInt64(at, true), leaf);
  if (leaf.type === 3) {
    // Nanoseconds of a day, and the day by Julian count; 2,440,588 is 1970-01-01.
    const nanoseconds = Number(view.getBigUint64(at, true));
    return instantText((view.getInt32(at + 8, true) - 2_440_588) * 86_400_000 + Math.floor(nanoseconds / 1e6));
  }
  if (leaf.type === 4) return String(Math.fround(view.getFloat32(at, true)));
  if (leaf.type === 5) return String(view.getFloat64(at, true));
  return bytesText(bytes.subarray(at, at + width), leaf);
}

function wholeText(value: bigint, { meaning: { kind, scale }, type }: Leaf): string {
  if (kind === "date") return dayText(Number(value));
  if (kind === "timestamp") return instantText(Math.floor(Number(value) / scale));
  if (kind === "decimal") return decimalText(value, scale);
  if (kind === "unsigned") return String(BigInt.asUintN(type === 1 ? 32 : 64, value));
  return String(value);
}

function bytesText(bytes: Uint8Array, { meaning: { kind, scale } }: Leaf): string | null {
  if (kind === "text") return textValue(bytes);
  if (kind === "decimal") return decimalText(bigEndian(bytes), scale);
  if (kind !== "uuid") return textIfAny(bytes);
  return Buffer.from(bytes)
    .toString("hex")
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

function* deltaLengths(bytes: Uint8Array, count: number, leaf: Leaf): Iterable<string | null> {
  const numbers = deltaNumbers(bytes, 0, count);
  const lengths = [...numbers.values()].map(Number);
  let at = numbers.next;
  for (const length of lengths) {
    if (length < 0) throw malformed("has a value of a length that is none");
    need(bytes, at + length);
    yield bytesText(bytes.subarray(at, at + length), leaf);
    at += length;
  }
}

/** Each value begins as the one before. */
function* deltaTexts(bytes: Uint8Array, count: number, leaf: Leaf): Iterable<string | null> {
  const prefixes = deltaNumbers(bytes, 0, count);
  const shared = [...prefixes.values()].map(Number);
  const suffixes = deltaNumbers(bytes, prefixes.next, count);
  const lengths = [...suffixes.values()].map(Number);
  let at = suffixes.next;
  let last: Uint8Array = new Uint8Array(0);
  for (const [index, length] of lengths.entries()) {
    const prefix = shared[index] ?? 0;
    if (length < 0 || prefix < 0 || prefix > last.length) throw malformed("has a value of a length that is none");
    need(bytes, at + length);
    last = Buffer.concat([last.subarray(0, prefix), bytes.subarray(at, at + length)]).subarray(0, longestCell * 4);
    yield bytesText(last, leaf);
    at += length;
  }
}

/** BYTE_STREAM_SPLIT: the first bytes of all values, then the second ones. */
function joined(bytes: Uint8Array, count: number, leaf: Leaf): Uint8Array {
  const width = widthOf(leaf);
  need(bytes, count * width);
  const values = new Uint8Array(count * width);
  for (let byte = 0; byte < width; byte++) {
    for (let index = 0; index < count; index++) values[index * width + byte] = bytes[byte * count + index] ?? 0;
  }
  return values;
}

function need(bytes: Uint8Array, length: number): void {
  if (length > bytes.length) throw malformed("has a page that ends in the middle");
}
