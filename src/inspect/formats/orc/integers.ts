import { malformed } from "../binary/gap.ts";
import type { ByteFeed } from "./byte-feed.ts";

/** Widths by their five-bit code, ORC v1 specification, "Run Length Encoding version 2". */
const widths = [...Array.from({ length: 24 }, (_, code) => code + 1), 26, 28, 30, 32, 40, 48, 56, 64];

/** The most bytes that one run of version 2 has: 512 values of 8 bytes, and what stands before them. */
const runBytes = 8 * 512 + 512;

/** Whole numbers in runs. Runs have at most 512 values, so nothing here grows by what a file says. */
export async function* integerRuns(
  feed: ByteFeed,
  isVersion2: boolean,
  isSigned: boolean,
): AsyncIterable<readonly bigint[]> {
  while (!(await feed.isAtEnd())) {
    await atHand(feed);
    yield isVersion2 ? runOfVersion2(feed, isSigned) : runOfVersion1(feed, isSigned);
  }
}

/** As much as a run may need, or all there is. */
async function atHand(feed: ByteFeed): Promise<void> {
  if (feed.ready >= runBytes) return;
  try {
    await feed.need(runBytes);
  } catch (error) {
    // The last run is shorter; one that ends in the middle is found when it is taken.
    if (!(error instanceof Error) || feed.ready === 0) throw error;
  }
}

function varint(feed: ByteFeed): bigint {
  let value = 0n;
  for (let shift = 0n; shift < 70n; shift += 7n) {
    const byte = feed.byte();
    value += BigInt(byte & 0x7f) << shift;
    if (byte < 0x80) return value;
  }
  throw malformed("has a number that does not end");
}

function unzigzag(value: bigint): bigint {
  return (value & 1n) === 0n ? value >> 1n : -((value + 1n) >> 1n);
}

function signedVarint(feed: ByteFeed, isSigned: boolean): bigint {
  const value = varint(feed);
  return isSigned ? unzigzag(value) : value;
}

function runOfVersion1(feed: ByteFeed, isSigned: boolean): readonly bigint[] {
  const control = feed.byte();
  if (control >= 128) return Array.from({ length: 256 - control }, () => signedVarint(feed, isSigned));
  const step = BigInt((feed.byte() << 24) >> 24);
  const base = signedVarint(feed, isSigned);
  return Array.from({ length: control + 3 }, (_, index) => base + BigInt(index) * step);
}

function runOfVersion2(feed: ByteFeed, isSigned: boolean): readonly bigint[] {
  const first = feed.byte();
  const kind = first >> 6;
  if (kind === 0) {
    const value = bigEndian(feed, ((first >> 3) & 7) + 1);
    return Array.from({ length: (first & 7) + 3 }, () => (isSigned ? unzigzag(value) : value));
  }
  const code = (first >> 1) & 31;
  const length = ((first & 1) << 8) + feed.byte() + 1;
  const width = widths[code] ?? 1;
  if (kind === 1) {
    return packedBits(feed, length, width).map((value) => (isSigned ? unzigzag(value) : value));
  }
  return kind === 2 ? patched(feed, length, width) : deltas(feed, length, code === 0 ? 0 : width, isSigned);
}

/** Small numbers above a base, a few of them with more bits than the others. */
function patched(feed: ByteFeed, length: number, width: number): readonly bigint[] {
  const third = feed.byte();
  const fourth = feed.byte();
  const baseBytes = (third >> 5) + 1;
  const patchWidth = widths[third & 31] ?? 1;
  const gapWidth = (fourth >> 5) + 1;
  const patches = fourth & 31;
  const raw = bigEndian(feed, baseBytes);
  // The highest bit is the sign.
  const sign = 1n << BigInt(baseBytes * 8 - 1);
  const base = (raw & sign) === 0n ? raw : -(raw - sign);
  const values = [...packedBits(feed, length, width)];
  const entryWidth = widths.find((one) => one >= gapWidth + patchWidth) ?? 64;
  let at = 0;
  for (const entry of packedBits(feed, patches, entryWidth)) {
    at += Number(entry >> BigInt(patchWidth));
    const value = values[at];
    if (value !== undefined) values[at] = value | ((entry & ((1n << BigInt(patchWidth)) - 1n)) << BigInt(width));
  }
  return values.map((value) => base + value);
}

function deltas(feed: ByteFeed, length: number, width: number, isSigned: boolean): readonly bigint[] {
  const first = signedVarint(feed, isSigned);
  const step = unzigzag(varint(feed));
  const values = [first];
  if (width === 0) {
    for (let index = 1; index < length; index++) values.push(first + BigInt(index) * step);
    return values;
  }
  let value = first + step;
  if (length > 1) values.push(value);
  for (const delta of packedBits(feed, Math.max(0, length - 2), width)) {
    value += step < 0n ? -delta : delta;
    values.push(value);
  }
  return values;
}

function bigEndian(feed: ByteFeed, bytes: number): bigint {
  let value = 0n;
  for (const byte of feed.take(bytes)) value = (value << 8n) + BigInt(byte);
  return value;
}

/** Numbers of `width` bits, most significant bit first; the last byte is filled up. */
function packedBits(feed: ByteFeed, count: number, width: number): readonly bigint[] {
  const bytes = feed.take(Math.ceil((count * width) / 8));
  const values: bigint[] = [];
  let bit = 0;
  for (let index = 0; index < count; index++) {
    let high = 0;
    let low = 0;
    for (let left = width; left > 0; ) {
      const within = bit & 7;
      const take = Math.min(8 - within, left, left > 32 ? left - 32 : 32);
      const part = ((bytes[bit >> 3] ?? 0) >> (8 - within - take)) & ((1 << take) - 1);
      if (left > 32) high = high * 2 ** take + part;
      else low = low * 2 ** take + part;
      left -= take;
      bit += take;
    }
    values.push(high === 0 ? BigInt(low) : (BigInt(high) << 32n) + BigInt(low));
  }
  return values;
}
