import { ContentError } from "../../model/index.ts";
import type { Piece } from "../piece.ts";
import type { Reader, ReaderInput } from "../reader.ts";
import { type GapTally, gapTally, malformed, unsupported } from "./binary/gap.ts";
import { shown } from "./binary/member-name.ts";
import { type RandomAccess, randomAccess } from "./binary/random-access.ts";
import { rowBatch } from "./binary/row-batch.ts";
import type { BlockCodec } from "./binary/unpack-block.ts";
import { byteFeed } from "./orc/byte-feed.ts";
import { type Message, readMessage } from "./orc/message.ts";
import { columnsOf, type OrcColumn } from "./orc/schema.ts";
import { type ColumnStreams, orcValues } from "./orc/values.ts";

/** Column by column, each stripe by itself (ORC v1, https://orc.apache.org/specification/ORCv1/). There is no library for it. */
export const orc: Reader = {
  format: "orc",
  recognises(head) {
    // The three letters alone may begin a text; indexes and lengths hold bytes that no text has.
    if (String.fromCharCode(...head.subarray(0, 3)) !== "ORC") return 0;
    return head.some((byte) => byte < 9) ? 3 : 0;
  },
  read: readOrc,
};

const codecs: readonly (BlockCodec | undefined)[] = ["none", "deflate", "snappy", undefined, "lz4", "zstd"];

/** Bytes of the description of the file, or of a stripe. */
const longestFooter = 16 * 1024 ** 2;
/** What a chunk of a stream may unpack to; writers take 256 KiB. */
const largestChunk = 8 * 1024 ** 2;

interface Packing {
  readonly codec: BlockCodec;
  readonly chunkBytes: number;
}

async function* readOrc(input: ReaderInput): AsyncIterable<Piece> {
  const file = await randomAccess(input);
  const { footer, packing } = await footerOf(file);
  if (footer.bytes(10).length > 0) throw unsupported("has encrypted columns: not read");
  const columns = columnsOf(footer.messages(4));
  const gaps = gapTally("column");
  const read = new Map<number, number>();
  let end = 0;
  for (const stripe of footer.messages(3)) {
    const start = stripe.number(1) ?? 0;
    if (start < end) throw malformed("has stripes that share their bytes");
    end = start + [2, 3, 4].reduce((sum, field) => sum + (stripe.number(field) ?? 0), 0);
    const streams = await streamsOf(file, stripe, packing);
    for (const column of columns) {
      input.signal.throwIfAborted();
      const left = (input.rows ?? Number.POSITIVE_INFINITY) - (read.get(column.id) ?? 0);
      if (left <= 0) continue;
      const count = yield* columnPieces(column, streams(column.id), left, input, gaps);
      read.set(column.id, (read.get(column.id) ?? 0) + count);
    }
  }
  yield* gaps.pieces();
}

async function* columnPieces(
  column: OrcColumn,
  streams: ColumnStreams,
  rows: number,
  { signal }: ReaderInput,
  gaps: GapTally,
): AsyncGenerator<Piece, number> {
  const batch = rowBatch("", [column.name]);
  let count = 0;
  try {
    for await (const run of orcValues(column, streams)) {
      signal.throwIfAborted();
      count += run.length;
      for (const value of run) if (value !== null && batch.add([value])) yield* batch.take();
      if (count >= rows) break;
    }
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    gaps.add(error.reason, error.message, shown(column.name));
  }
  yield* batch.take();
  return count;
}

async function footerOf(file: RandomAccess): Promise<{ readonly footer: Message; readonly packing: Packing }> {
  if (file.size < 16) throw malformed("is shorter than any ORC file");
  const [length = 0] = await file.read(file.size - 1, 1);
  if (length > file.size - 4) throw malformed("has an end that is longer than the file");
  const postscript = readMessage(await file.read(file.size - 1 - length, length));
  if (postscript.text(8_000) !== "ORC")
    throw malformed("does not end as an ORC file does: cut, or still being written");
  const kind = postscript.number(2) ?? 0;
  const codec = codecs[kind];
  if (codec === undefined) throw unsupported(`is packed with codec ${kind}, which this version does not unpack`);
  const packing = { codec, chunkBytes: Math.min(largestChunk, postscript.number(3) ?? 256 * 1024) };
  const bytes = postscript.number(1) ?? 0;
  const footer = await unpacked(file, file.size - 1 - length - bytes, bytes, packing);
  return { footer: readMessage(footer), packing };
}

/** All of a stream, as descriptions are needed. */
async function unpacked(
  file: RandomAccess,
  from: number,
  length: number,
  { codec, chunkBytes }: Packing,
): Promise<Uint8Array> {
  if (length > longestFooter) throw unsupported(`has a description of more than ${longestFooter} bytes: not read`);
  const feed = byteFeed(file, from, length, codec, chunkBytes);
  const parts: Uint8Array[] = [];
  let had = 0;
  while (!(await feed.isAtEnd())) {
    const part = feed.take(feed.ready);
    had += part.length;
    if (had > longestFooter) throw unsupported(`has a description of more than ${longestFooter} bytes: not read`);
    parts.push(part);
  }
  return Buffer.concat(parts, had);
}

/** The streams of a stripe, by the column that they belong to. They lie one behind the other in the order of its footer. */
async function streamsOf(
  file: RandomAccess,
  stripe: Message,
  packing: Packing,
): Promise<(id: number) => ColumnStreams> {
  const start = stripe.number(1) ?? 0;
  const footerAt = start + (stripe.number(2) ?? 0) + (stripe.number(3) ?? 0);
  const footer = readMessage(await unpacked(file, footerAt, stripe.number(4) ?? 0, packing));
  const encodings = footer.messages(2);
  const places = new Map<string, { readonly from: number; readonly length: number }>();
  let at = start;
  for (const stream of footer.messages(1)) {
    const length = stream.number(3) ?? 0;
    if (at + length > footerAt) throw malformed("has a stripe with streams that do not fit it");
    places.set(`${stream.number(2) ?? 0} ${stream.number(1) ?? 0}`, { from: at, length });
    at += length;
  }
  return (id) => ({
    encoding: encodings[id]?.number(1) ?? 0,
    dictionarySize: encodings[id]?.number(2) ?? 0,
    feed(kind) {
      const place = places.get(`${id} ${kind}`);
      return place === undefined
        ? undefined
        : byteFeed(file, place.from, place.length, packing.codec, packing.chunkBytes);
    },
  });
}
