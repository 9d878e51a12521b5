import { dayText, decimalText, instantText } from "../binary/dates.ts";
import { malformed, unsupported } from "../binary/gap.ts";
import { longestCell, textIfAny, textValue } from "../binary/text-value.ts";
import type { ByteFeed } from "./byte-feed.ts";
import { integerRuns } from "./integers.ts";
import { kinds, type OrcColumn } from "./schema.ts";

/** What a stripe holds of one column. */
export interface ColumnStreams {
  /** 0 direct, 1 dictionary, 2 direct of version 2, 3 dictionary of version 2. */
  readonly encoding: number;
  readonly dictionarySize: number;
  /** The stream of a kind: 1 data, 2 lengths, 3 dictionary, 5 what stands behind the point. */
  feed(kind: number): ByteFeed | undefined;
}

type Values = readonly (string | null)[];

const mostDictionaryValues = 1_000_000;
const mostDictionaryBytes = 16 * 1024 ** 2;
/** Seconds from 1970 to 2015-01-01, from which timestamps are counted. */
const epochSeconds = 1_420_070_400;

/** Values of a column in one stripe, in runs, without those that are missing. Instants are read as if they were told in UTC. */
export async function* orcValues(column: OrcColumn, streams: ColumnStreams): AsyncIterable<Values> {
  const { kind } = column;
  const data = streams.feed(1);
  if (data === undefined) return;
  const isVersion2 = streams.encoding >= 2;
  if (kind === kinds.string || kind === kinds.varchar || kind === kinds.char || kind === kinds.binary) {
    if (streams.encoding === 1 || streams.encoding === 3) yield* dictionaryTexts(data, streams, isVersion2);
    else yield* directTexts(data, streams, isVersion2, kind === kinds.binary);
  } else if (kind === kinds.short || kind === kinds.int || kind === kinds.long || kind === kinds.date) {
    const text = kind === kinds.date ? (value: bigint) => dayText(Number(value)) : String;
    for await (const run of integerRuns(data, isVersion2, true)) yield run.map(text);
  } else if (kind === kinds.float || kind === kinds.double) yield* floats(data, kind === kinds.float ? 4 : 8);
  else if (kind === kinds.timestamp || kind === kinds.instant) yield* instants(data, isVersion2);
  else if (kind === kinds.decimal) yield* decimals(data, streams, isVersion2, column.scale);
  else if (kind !== kinds.boolean && kind !== kinds.byte) {
    throw unsupported(`is of kind ${kind}, which this version does not read`);
  }
}

async function* directTexts(
  data: ByteFeed,
  streams: ColumnStreams,
  isVersion2: boolean,
  isBinary: boolean,
): AsyncIterable<Values> {
  const lengths = streams.feed(2);
  if (lengths === undefined) throw malformed("has texts without their lengths");
  for await (const run of integerRuns(lengths, isVersion2, false)) {
    const texts: (string | null)[] = [];
    for (const length of run) {
      const bytes = await taken(data, Number(length));
      texts.push(isBinary ? textIfAny(bytes) : textValue(bytes));
    }
    yield texts;
  }
}

/** The beginning of a value: what is longer than a cell is passed over in steps. */
async function taken(data: ByteFeed, length: number): Promise<Uint8Array> {
  const first = Math.min(length, longestCell);
  await data.need(first);
  const bytes = data.take(first);
  for (let left = length - first; left > 0; ) {
    const step = Math.min(left, longestCell);
    await data.need(step);
    data.take(step);
    left -= step;
  }
  return bytes;
}

async function* dictionaryTexts(data: ByteFeed, streams: ColumnStreams, isVersion2: boolean): AsyncIterable<Values> {
  if (streams.dictionarySize > mostDictionaryValues)
    throw unsupported("has a dictionary larger than is kept: not read");
  const lengths = streams.feed(2);
  const texts = streams.feed(3);
  const dictionary: string[] = [];
  if (lengths !== undefined && texts !== undefined) {
    let bytes = 0;
    for await (const run of integerRuns(lengths, isVersion2, false)) {
      for (const length of run) {
        bytes += Number(length);
        if (bytes > mostDictionaryBytes || dictionary.length >= mostDictionaryValues) {
          throw unsupported("has a dictionary larger than is kept: not read");
        }
        dictionary.push(textValue(await taken(texts, Number(length))));
      }
    }
  }
  for await (const run of integerRuns(data, isVersion2, false))
    yield run.map((index) => dictionary[Number(index)] ?? null);
}

async function* floats(data: ByteFeed, width: 4 | 8): AsyncIterable<Values> {
  while (!(await data.isAtEnd())) {
    await data.need(width);
    const bytes = data.take(data.ready - (data.ready % width));
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const values: string[] = [];
    for (let at = 0; at < bytes.length; at += width) {
      values.push(String(width === 4 ? view.getFloat32(at, true) : view.getFloat64(at, true)));
    }
    yield values;
  }
}

async function* instants(data: ByteFeed, isVersion2: boolean): AsyncIterable<Values> {
  for await (const run of integerRuns(data, isVersion2, true)) {
    yield run.map((seconds) => instantText((Number(seconds) + epochSeconds) * 1_000));
  }
}

/** Whole numbers of any length, and in another stream how many of their digits stand behind the point. */
async function* decimals(
  data: ByteFeed,
  streams: ColumnStreams,
  isVersion2: boolean,
  scale: number,
): AsyncIterable<Values> {
  const scales = streams.feed(5);
  if (scales === undefined) throw malformed(`has decimals of scale ${scale} without their points`);
  for await (const run of integerRuns(scales, isVersion2, true)) {
    const values: string[] = [];
    for (const own of run) values.push(decimalText(await longNumber(data), Number(own)));
    yield values;
  }
}

/** Decimals have at most 38 digits, which fit into 19 bytes of seven bits. */
async function longNumber(data: ByteFeed): Promise<bigint> {
  let value = 0n;
  for (let shift = 0n; shift < 140n; shift += 7n) {
    if (data.ready === 0) await data.need(1);
    const byte = data.byte();
    value += BigInt(byte & 0x7f) << shift;
    if (byte < 0x80) return (value & 1n) === 0n ? value >> 1n : -((value + 1n) >> 1n);
  }
  throw malformed("has a number that does not end");
}
