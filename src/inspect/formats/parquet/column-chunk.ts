import type { Extents } from "../binary/extents.ts";
import { malformed, unsupported } from "../binary/gap.ts";
import type { RandomAccess } from "../binary/random-access.ts";
import { type BlockCodec, unpackBlock } from "../binary/unpack-block.ts";
import { bitsFor, hybridNumbers } from "./levels.ts";
import type { Leaf } from "./schema.ts";
import { numberIn, readThrift, structIn, type ThriftStruct } from "./thrift.ts";
import { valuesOf } from "./values.ts";

const codecs: readonly (BlockCodec | undefined)[] = [
  "none",
  "snappy",
  "gzip",
  undefined,
  "brotli",
  "lz4-hadoop",
  "zstd",
  "lz4",
];

/** Values of one page; writers put some ten thousand into one. */
const mostValues = 4_000_000;
const mostDictionaryValues = 1_000_000;
const dictionaryBytes = 16 * 1024 ** 2;
/** Bytes that a page's own description is looked for in, first and at most. */
const headerSteps = [4 * 1024, 1024 ** 2];

/**
 * Values of one column of one row group, page by page, without those that are missing.
 * @param pageBytes bound of one page.
 * @param extents what was read of the file before.
 */
export async function* columnValues(
  file: RandomAccess,
  chunk: ThriftStruct,
  leaf: Leaf,
  pageBytes: number,
  extents: Extents,
): AsyncIterable<Iterable<string | null>> {
  if (chunk.has(8) || chunk.has(9)) throw unsupported("is encrypted: not read");
  if (chunk.has(1)) throw unsupported("lies in another file: not read");
  const meta = structIn(chunk, 3);
  if (meta === undefined) throw malformed("has no description");
  const codec = codecs[numberIn(meta, 4) ?? 0];
  if (codec === undefined)
    throw unsupported(`is packed with codec ${numberIn(meta, 4)}, which this version does not unpack`);
  const data = numberIn(meta, 9) ?? 0;
  const dictionaryAt = numberIn(meta, 11) ?? 0;
  let at = dictionaryAt > 0 && dictionaryAt < data ? dictionaryAt : data;
  const end = at + (numberIn(meta, 7) ?? 0);
  const wanted = numberIn(meta, 5) ?? 0;
  if (end > at && !extents.take({ from: at, to: end }))
    throw malformed("shares its bytes with another: not read again");
  let dictionary: readonly (string | null)[] = [];
  for (let had = 0; had < wanted && at < end; ) {
    const { value: header, next } = await headerAt(file, at);
    const packedBytes = numberIn(header, 3) ?? -1;
    const bytes = numberIn(header, 2) ?? -1;
    if (packedBytes < 0 || bytes < 0) throw malformed("has a page of a length that is none");
    if (packedBytes > pageBytes || bytes > pageBytes)
      throw unsupported(`has a page of more than ${pageBytes} bytes: not read on`);
    const page = await file.read(at + next, packedBytes);
    at += next + packedBytes;
    const kind = numberIn(header, 1);
    if (kind === 2) dictionary = dictionaryOf(header, page, codec, bytes, leaf);
    else if (kind === 0 || kind === 3) {
      const own = structIn(header, kind === 0 ? 5 : 8);
      const count = numberIn(own, 1) ?? 0;
      if (own === undefined || count < 0) throw malformed("has a page of no known kind");
      if (count > mostValues) throw unsupported(`has a page of more than ${mostValues} values: not read on`);
      had += count;
      yield kind === 0
        ? pageValues(own, count, unpackBlock(codec, page, bytes), leaf, dictionary)
        : pageValues2(own, count, page, codec, bytes, leaf, dictionary);
    }
  }
}

async function headerAt(file: RandomAccess, at: number): Promise<ReturnType<typeof readThrift>> {
  for (const [index, step] of headerSteps.entries()) {
    const bytes = await file.read(at, Math.min(step, Math.max(0, file.size - at)));
    try {
      return readThrift(bytes);
    } catch (error) {
      // A header with statistics may be longer than the first step.
      if (index > 0 || bytes.length < step) throw error;
    }
  }
  throw malformed("has a page without description");
}

function dictionaryOf(
  header: ThriftStruct,
  page: Uint8Array,
  codec: BlockCodec,
  bytes: number,
  leaf: Leaf,
): readonly (string | null)[] {
  const count = numberIn(structIn(header, 7), 1) ?? 0;
  if (count < 0) throw malformed("has a dictionary of no known kind");
  if (count > mostDictionaryValues || bytes > dictionaryBytes)
    throw unsupported("has a dictionary larger than is kept: not read");
  return [...valuesOf(unpackBlock(codec, page, bytes), 0, count, leaf, [])];
}

/** Levels before the values are packed with them, each behind its length. */
function pageValues(
  own: ThriftStruct,
  count: number,
  bytes: Uint8Array,
  leaf: Leaf,
  dictionary: readonly (string | null)[],
): Iterable<string | null> {
  let at = 0;
  const levels = (most: number, encoding: number | undefined): Uint8Array | undefined => {
    if (most === 0) return undefined;
    if (encoding === 4) throw unsupported("has levels in an old encoding, which this version does not read");
    const length = at + 4 <= bytes.length ? new DataView(bytes.buffer, bytes.byteOffset).getUint32(at, true) : 0;
    if (at + 4 + length > bytes.length) throw malformed("has a page that ends in the middle");
    at += 4 + length;
    return bytes.subarray(at - length, at);
  };
  levels(leaf.repetition, numberIn(own, 4));
  const present = presentOf(levels(leaf.definition, numberIn(own, 3)), count, leaf);
  return valuesOf(bytes.subarray(at), numberIn(own, 2) ?? 0, present, leaf, dictionary);
}

/** Levels stand unpacked before the values. */
function pageValues2(
  own: ThriftStruct,
  count: number,
  page: Uint8Array,
  codec: BlockCodec,
  bytes: number,
  leaf: Leaf,
  dictionary: readonly (string | null)[],
): Iterable<string | null> {
  const definition = numberIn(own, 5) ?? 0;
  const repetition = numberIn(own, 6) ?? 0;
  const start = definition + repetition;
  if (definition < 0 || repetition < 0 || start > page.length) throw malformed("has a page that ends in the middle");
  const levels = leaf.definition === 0 ? undefined : page.subarray(repetition, start);
  const present = presentOf(levels, count, leaf);
  const packed = page.subarray(start);
  const values =
    own.get(7) === false || packed.length === 0 ? packed : unpackBlock(codec, packed, Math.max(0, bytes - start));
  return valuesOf(values, numberIn(own, 4) ?? 0, present, leaf, dictionary);
}

/** How many of the values are there: those whose every optional field is. */
function presentOf(levels: Uint8Array | undefined, count: number, { definition }: Leaf): number {
  if (levels === undefined || definition === 0) return count;
  let present = 0;
  for (const level of hybridNumbers(levels, bitsFor(definition), count)) if (level === definition) present += 1;
  return present;
}
