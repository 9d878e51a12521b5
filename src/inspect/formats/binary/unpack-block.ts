import * as zlib from "node:zlib";
import { malformed, unsupported } from "./gap.ts";
import { unpackHadoopLz4, unpackLz4 } from "./lz4.ts";
import { unpackSnappy } from "./snappy.ts";

/** How blocks of table formats are packed. */
export type BlockCodec = "brotli" | "deflate" | "gzip" | "lz4" | "lz4-hadoop" | "none" | "snappy" | "zlib" | "zstd";

/**
 * Unpacks a block of at most `most` bytes.
 * @throws ContentError for a damaged or a larger one; memory is never taken beyond the bound.
 */
export function unpackBlock(codec: BlockCodec, packed: Uint8Array, most: number): Uint8Array {
  if (codec === "none") return packed;
  if (codec === "snappy") return unpackSnappy(packed, most);
  if (codec === "lz4") return unpackLz4(packed, most);
  // Writers have taken the one name for both.
  if (codec === "lz4-hadoop") return unpackHadoopLz4(packed, most) ?? unpackLz4(packed, most);
  if (codec === "zstd" && typeof zlib.zstdDecompressSync !== "function") {
    throw unsupported("is packed with zstd, which this Node does not read: use Node 22.15 or later");
  }
  try {
    return unpackersOf[codec](packed, { maxOutputLength: Math.max(1, most) });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (code === "ERR_BUFFER_TOO_LARGE") throw unsupported(`has a block of more than ${most} bytes: not read on`);
    throw malformed(`has a damaged block (${codec})`);
  }
}

type Unpack = (packed: Uint8Array, options: { readonly maxOutputLength: number }) => Uint8Array;

const unpackersOf: Readonly<Record<"brotli" | "deflate" | "gzip" | "zlib" | "zstd", Unpack>> = {
  brotli: (packed, options) => zlib.brotliDecompressSync(packed, options),
  deflate: (packed, options) => zlib.inflateRawSync(packed, options),
  gzip: (packed, options) => zlib.gunzipSync(packed, options),
  zlib: (packed, options) => zlib.inflateSync(packed, options),
  zstd: (packed, options) => zlib.zstdDecompressSync(packed, options),
};
