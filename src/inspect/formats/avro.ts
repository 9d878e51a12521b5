import { ContentError } from "../../model/index.ts";
import type { Piece } from "../piece.ts";
import type { Reader, ReaderInput } from "../reader.ts";
import { avroBytes } from "./avro/byte-reader.ts";
import { decodeAvro } from "./avro/decode.ts";
import { recordRows } from "./avro/rows.ts";
import { type AvroSchema, avroSchema } from "./avro/schema.ts";
import { type ByteCursor, byteCursor } from "./binary/byte-cursor.ts";
import { gapPiece, malformed, unsupported } from "./binary/gap.ts";
import { rowBatch } from "./binary/row-batch.ts";
import { sequential } from "./binary/sequential.ts";
import { type BlockCodec, unpackBlock } from "./binary/unpack-block.ts";

const magic = "Obj\x01";

/**
 * Object container files, block by block from the beginning. Own code: a library builds the arrays that a file says it has, and runs code
 * that it makes of the schema.
 */
export const avro: Reader = {
  format: "avro",
  recognises: (head) => (String.fromCharCode(...head.subarray(0, magic.length)) === magic ? 3 : 0),
  read: readAvro,
};

const codecs: ReadonlyMap<string, BlockCodec> = new Map([
  ["", "none"],
  ["null", "none"],
  ["deflate", "deflate"],
  ["snappy", "snappy"],
  ["zstandard", "zstd"],
]);

/** Bytes of the header; schemas have some thousand. */
const longestHeader = 8 * 1024 ** 2;
const syncBytes = 16;

async function* readAvro(input: ReaderInput): AsyncIterable<Piece> {
  const cursor = byteCursor(sequential(input));
  try {
    yield* blocks(input, cursor);
  } finally {
    await cursor.close();
  }
}

async function* blocks(input: ReaderInput, cursor: ByteCursor): AsyncIterable<Piece> {
  const { limits, signal, windows } = input;
  const { schema, codec, sync } = await headerOf(cursor);
  const batch = rowBatch("", schema.columns);
  const rows = recordRows(schema.columns.length);
  let records = 0;
  try {
    while (records < (input.rows ?? Number.POSITIVE_INFINITY)) {
      signal.throwIfAborted();
      const count = await longAt(cursor);
      if (count === undefined) break;
      const length = Number(await longAt(cursor));
      if (count < 0n || !(length >= 0)) throw malformed("has a block of a length that is none");
      if (length > limits.spoolBytes)
        throw unsupported(`has a block of more than ${limits.spoolBytes} bytes: not read on`);
      const packed = await cursor.take(length);
      const end = await cursor.take(syncBytes);
      if (end.length < syncBytes) {
        if (windows === undefined) yield gapPiece("malformed", "ends in the middle: the rest is missing");
        break;
      }
      if (!Buffer.from(end).equals(sync)) throw malformed("is damaged: not read on");
      // Snappy is followed by a checksum of what it holds.
      const data = unpackBlock(codec, codec === "snappy" ? packed.subarray(0, -4) : packed, limits.spoolBytes);
      const bytes = avroBytes(data);
      for (let left = count; left > 0n; left--) {
        decodeAvro(schema.root, bytes, rows.put);
        records += 1;
        for (const row of rows.take()) if (batch.add(row)) yield* batch.take();
      }
    }
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    yield* batch.take();
    throw error;
  }
  yield* batch.take();
}

interface Header {
  readonly schema: AvroSchema;
  readonly codec: BlockCodec;
  readonly sync: Uint8Array;
}

async function headerOf(cursor: ByteCursor): Promise<Header> {
  await cursor.exactly(magic.length);
  const metadata = new Map<string, string>();
  for (;;) {
    let count = Number(await longAt(cursor));
    if (count === 0) break;
    if (count < 0) {
      count = -count;
      await longAt(cursor);
    }
    if (!(count <= 10_000)) throw malformed("has a header with more entries than any");
    for (let left = count; left > 0; left--) {
      const key = await bytesAt(cursor);
      metadata.set(key.toString("utf8"), (await bytesAt(cursor)).toString("utf8"));
    }
    if (cursor.at > longestHeader) throw malformed("has a header that is longer than any");
  }
  const sync = await cursor.exactly(syncBytes);
  const name = metadata.get("avro.codec") ?? "";
  const codec = codecs.get(name);
  if (codec === undefined) throw unsupported("is packed with a codec that this version does not unpack");
  return { schema: avroSchema(metadata.get("avro.schema") ?? ""), codec, sync };
}

async function bytesAt(cursor: ByteCursor): Promise<Buffer> {
  const length = Number(await longAt(cursor));
  if (!(length >= 0 && length <= longestHeader)) throw malformed("has a header with a length that is none");
  return Buffer.from(await cursor.exactly(length));
}

/** `undefined` at the end. */
async function longAt(cursor: ByteCursor): Promise<bigint | undefined> {
  let value = 0n;
  for (let shift = 0n; shift < 70n; shift += 7n) {
    const [byte] = await cursor.take(1);
    if (byte === undefined) return undefined;
    value += BigInt(byte & 0x7f) << shift;
    if (byte < 0x80) return (value & 1n) === 0n ? value >> 1n : -((value + 1n) >> 1n);
  }
  throw malformed("has a number that does not end");
}
