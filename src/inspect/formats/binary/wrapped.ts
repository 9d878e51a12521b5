import type { Piece } from "../../piece.ts";
import type { ReaderInput } from "../../reader.ts";
import { sequential } from "./sequential.ts";
import { type Unpacker, unpacking } from "./unpacking.ts";

/** Pieces of a format that wraps one stream: what is inside, and what went wrong while it was read. */
export async function* wrapped(input: ReaderInput, create: () => Unpacker, isFramed: boolean): AsyncIterable<Piece> {
  const unpacked = unpacking(sequential(input), {
    create,
    ratio: input.limits.ratio,
    isPart: input.windows !== undefined,
    isFramed,
  });
  try {
    yield {
      kind: "member",
      transparent: true,
      object: { path: input.object.path, stream: () => unpacked.chunks() },
    };
  } finally {
    unpacked.close();
  }
  if (unpacked.gap !== undefined) yield { kind: "gap", gap: unpacked.gap };
}
