import * as zlib from "node:zlib";
import type { Limits } from "../../limits.ts";
import type { Extent } from "../binary/extents.ts";
import { malformed } from "../binary/gap.ts";
import type { RandomAccess } from "../binary/random-access.ts";
import { type Unpacker, type Unpacking, unpacking } from "../binary/unpacking.ts";
import { type Entry, viewOf } from "./directory.ts";

const chunkSize = 256 * 1024;
const readBytes = 1024 ** 2;
/** Packed bytes of a small member. A stream for each would cost a hundred times what unpacking it does. */
const smallBytes = 64 * 1024;
/** What a small member unpacks to at most: a bomb is a stream's to judge. */
const smallUnpacked = 1024 ** 2;

/** Why a member cannot be opened at all, in words; `undefined` where it can. */
export function closedBecause({ isEncrypted, method }: Entry): string | undefined {
  if (isEncrypted) return "is encrypted: not read";
  if (method === 0 || method === 8) return undefined;
  if (method === 93 && typeof zlib.createZstdDecompress === "function") return undefined;
  return `is packed with method ${method}, which this version does not unpack`;
}

/** Where the packed bytes lie. The local header has a name and extra field of its own. */
export async function extentOf(file: RandomAccess, entry: Entry): Promise<Extent> {
  const header = viewOf(await file.read(entry.at, 30));
  if (header.getUint32(0, true) !== 0x04034b50) throw malformed("has no header where the directory says");
  const from = entry.at + 30 + header.getUint16(26, true) + header.getUint16(28, true);
  return { from, to: from + entry.packedBytes };
}

export function openEntry(
  file: RandomAccess,
  { method, bytes }: Entry,
  { from, to }: Extent,
  limits: Limits,
): Unpacking {
  if (method === 0) return { chunks: () => partOf(file, from, to), gap: undefined, close: () => undefined };
  const streamed = unpacking(partOf(file, from, to), {
    create: () => unpackerOf(method),
    ratio: limits.ratio,
    isPart: false,
  });
  return method === 8 && to - from <= smallBytes ? small(file, { from, to }, bytes, streamed) : streamed;
}

/** A small member at once; one that is damaged or too large for that as a stream, which keeps what comes before the fault. */
function small(file: RandomAccess, { from, to }: Extent, stated: number, streamed: Unpacking): Unpacking {
  return {
    async *chunks() {
      const bytes = inflated(await file.read(from, to - from), stated);
      if (bytes === undefined) yield* streamed.chunks();
      else if (bytes.length > 0) yield bytes;
    },
    get gap() {
      return streamed.gap;
    },
    close: streamed.close,
  };
}

function inflated(packed: Uint8Array, stated: number): Uint8Array | undefined {
  try {
    const chunkSize = Math.min(Math.max(1_024, stated), smallBytes);
    return zlib.inflateRawSync(packed, { chunkSize, maxOutputLength: smallUnpacked });
  } catch {
    // Told by the stream.
    return undefined;
  }
}

function unpackerOf(method: number): Unpacker {
  if (method === 93) return zlib.createZstdDecompress({ chunkSize });
  return zlib.createInflateRaw({ chunkSize });
}

async function* partOf(file: RandomAccess, from: number, to: number): AsyncIterable<Uint8Array> {
  for (let at = from; at < to; at += readBytes) yield await file.read(at, Math.min(readBytes, to - at));
}
