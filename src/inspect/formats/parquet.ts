import { ContentError } from "../../model/index.ts";
import type { Piece } from "../piece.ts";
import type { Reader, ReaderInput } from "../reader.ts";
import { createExtents, type Extents } from "./binary/extents.ts";
import { type GapTally, gapTally, malformed, unsupported } from "./binary/gap.ts";
import { shown } from "./binary/member-name.ts";
import { type RandomAccess, randomAccess } from "./binary/random-access.ts";
import { rowBatch } from "./binary/row-batch.ts";
import { columnValues } from "./parquet/column-chunk.ts";
import { type Leaf, leavesOf } from "./parquet/schema.ts";
import { numberIn, readThrift, structsIn, type ThriftStruct } from "./parquet/thrift.ts";

/**
 * Column by column, each page of a row group by itself. Own code, as the libraries at hand take memory by what a file says of its lists and
 * runs (hyparquet 1.31, November 2026).
 */
export const parquet: Reader = {
  format: "parquet",
  recognises(head) {
    const word = String.fromCharCode(...head.subarray(0, 4));
    return word === "PAR1" || word === "PARE" ? 3 : 0;
  },
  read: readParquet,
};

/** Bytes of the description at the end: some hundred per column and row group. */
const longestFooter = 16 * 1024 ** 2;

async function* readParquet(input: ReaderInput): AsyncIterable<Piece> {
  const file = await randomAccess(input);
  const footer = await footerOf(file);
  const leaves = leavesOf(structsIn(footer, 2));
  const gaps = gapTally("column");
  const extents = createExtents();
  const read = new Map<number, number>();
  const closed = new Set<number>();
  for (const group of structsIn(footer, 4)) {
    const chunks = structsIn(group, 1);
    if (chunks.length !== leaves.length) throw malformed("has a row group with other columns than the file");
    for (const [index, leaf] of leaves.entries()) {
      input.signal.throwIfAborted();
      const chunk = chunks[index];
      const left = (input.rows ?? Number.POSITIVE_INFINITY) - (read.get(index) ?? 0);
      if (chunk === undefined || left <= 0 || closed.has(index)) continue;
      const rows = yield* columnPieces(file, chunk, leaf, left, input, gaps, extents);
      if (rows === undefined) closed.add(index);
      read.set(index, (read.get(index) ?? 0) + (rows ?? 0));
    }
  }
  yield* gaps.pieces();
}

/** Tells how many values there were; `undefined` where the column cannot be read. */
async function* columnPieces(
  file: RandomAccess,
  chunk: ThriftStruct,
  leaf: Leaf,
  rows: number,
  { limits, signal }: ReaderInput,
  gaps: GapTally,
  extents: Extents,
): AsyncGenerator<Piece, number | undefined> {
  const batch = rowBatch("", [leaf.name]);
  let isRead = true;
  try {
    for await (const values of columnValues(file, chunk, leaf, limits.spoolBytes, extents)) {
      signal.throwIfAborted();
      for (const value of values) {
        if (value !== null && batch.add([value])) yield* batch.take();
        if (batch.count >= rows) break;
      }
      if (batch.count >= rows) break;
    }
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    gaps.add(error.reason, error.message, shown(leaf.name));
    isRead = false;
  }
  yield* batch.take();
  return isRead ? batch.count : undefined;
}

async function footerOf(file: RandomAccess): Promise<ThriftStruct> {
  if (file.size < 12) throw malformed("is shorter than any Parquet file");
  const tail = Buffer.from(await file.read(file.size - 8, 8));
  const magic = tail.toString("latin1", 4);
  if (magic === "PARE") throw unsupported("is encrypted with its footer: not read");
  if (magic !== "PAR1") throw malformed("does not end as a Parquet file does: cut, or still being written");
  const length = tail.readUInt32LE(0);
  if (length > file.size - 12) throw malformed("has a footer that is longer than the file");
  if (length > longestFooter) throw unsupported(`has a footer of more than ${longestFooter} bytes: not read`);
  const { value } = readThrift(await file.read(file.size - 8 - length, length));
  if (numberIn(value, 1) === undefined) throw malformed("has a footer that describes nothing");
  return value;
}
