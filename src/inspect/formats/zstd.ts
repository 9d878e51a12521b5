import * as zlib from "node:zlib";
import type { Piece } from "../piece.ts";
import type { Reader, ReaderInput } from "../reader.ts";
import { gapPiece } from "./binary/gap.ts";
import { wrapped } from "./binary/wrapped.ts";

const chunkSize = 256 * 1024;

/** Frames, skippable ones among them (RFC 8878). */
export const zstd: Reader = {
  format: "zstd",
  recognises(head) {
    const [first = 0, second, third, fourth] = head;
    const isFrame = first === 0x28 && second === 0xb5 && third === 0x2f && fourth === 0xfd;
    const isSkippable = (first & 0xf0) === 0x50 && second === 0x2a && third === 0x4d && fourth === 0x18;
    return isFrame || isSkippable ? 3 : 0;
  },
  read: readZstd,
};

async function* readZstd(input: ReaderInput): AsyncIterable<Piece> {
  // Node has it since 22.15 and 23.8.
  if (typeof zlib.createZstdDecompress !== "function") {
    yield gapPiece("unsupported", "is packed with zstd, which this Node does not read: use Node 22.15 or later");
    return;
  }
  // zlib ends with the first frame that is followed by another in the same chunk, and says nothing (seen in Node 24.21).
  yield* wrapped(input, () => zlib.createZstdDecompress({ chunkSize }), true);
}
