import type { Piece } from "../piece.ts";
import type { ReaderInput } from "../reader.ts";
import { lineBlocks } from "./line-blocks.ts";
import { freeLayout, type LineLayout } from "./line-layout.ts";
import { runs } from "./runs.ts";

/** Pieces of a format in which every line stands for itself. What an overlong line goes on with is running text. */
export async function* linePieces(input: ReaderInput, layout: LineLayout): AsyncIterable<Piece> {
  const free = freeLayout(layout.format);
  for (const run of runs(input)) {
    for await (const { bytes, isWithin } of lineBlocks(run, input.limits)) {
      layout.forget();
      yield { kind: "text", bytes, layout: isWithin ? free : layout };
    }
  }
}
