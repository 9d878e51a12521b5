import type { Limits } from "../limits.ts";
import type { GapPiece, Layout, Piece } from "../piece.ts";
import { asBuffer, tokenBoundary } from "./bytes.ts";
import { blockBytes } from "./line-blocks.ts";
import type { Placements } from "./placed-layout.ts";
import type { Run } from "./runs.ts";
import { createSpans, type SpanSink } from "./spans.ts";

/** Goes over a document token by token and keeps what it needs to know for the next call. */
export interface Scanner {
  /**
   * Takes whole tokens and tells where the first that is not whole begins. With `isLast` nothing follows or nothing more can be held:
   * all is taken, and a token that is cut goes on in the next call. May write to `bytes`: records are set apart by line ends.
   */
  scan(bytes: Uint8Array, found: Found, isLast: boolean): number;
  /** What follows is another part of the same document. */
  lose(): void;
  /** What was given up since the last call. */
  gap(): GapPiece["gap"] | undefined;
}

/** What a scanner finds in one block. */
export interface Found {
  readonly spans: SpanSink;
  /** Where another table begins, in order. What stands before the first belongs to the table of the block before. */
  readonly turns: Turn[];
}

export interface Turn {
  readonly at: number;
  readonly layout: Layout;
  readonly zone?: "title";
}

/** Pieces of a document that is read token by token, in blocks of about 1 MiB that are copies of what came. */
export async function* scanned(
  all: Iterable<Run>,
  scanner: Scanner,
  placements: Placements,
  first: Layout,
  limits: Limits,
): AsyncIterable<Piece> {
  let current: Omit<Turn, "at"> = { layout: first };
  // Used again for every block: a list for each would leave several times as much garbage as there is text.
  const spans = createSpans();
  for (const run of all) {
    if (run.cutStart) scanner.lose();
    let rest: Uint8Array = new Uint8Array(0);
    for await (const { bytes, isEnd } of gathered(run.chunks)) {
      const block = joined(rest, bytes);
      const isFull = block.length >= Math.max(limits.lineBytes, 8);
      spans.clear();
      const found: Found = { spans, turns: [] };
      let end = scanner.scan(block, found, isEnd);
      if (end === 0 && isFull && block.length > 0) {
        // One token is longer than what is held of any: it goes on in the next block.
        end = tokenBoundary(block);
        scanner.scan(block.subarray(0, end), found, true);
      }
      // What is left is copied before anything is handed out.
      rest = Uint8Array.prototype.slice.call(block, end);
      placements.place(block, spans);
      let from = 0;
      for (const turn of [...found.turns, { ...(found.turns.at(-1) ?? current), at: end }]) {
        const { layout, zone } = current;
        const bytes = block.subarray(from, turn.at);
        if (bytes.length > 0) yield { kind: "text", bytes, layout, ...(zone === undefined ? {} : { zone }) };
        current = turn;
        from = Math.max(from, turn.at);
      }
      const gap = scanner.gap();
      if (gap !== undefined) yield { kind: "gap", gap };
    }
  }
}

/** Always a memory of its own, which the scanner may write to and placements are found by. */
function joined(before: Uint8Array, bytes: Uint8Array): Buffer {
  const block = asBuffer(new Uint8Array(before.length + bytes.length));
  block.set(before);
  block.set(bytes, before.length);
  return block;
}

/** Chunks of about 1 MiB, and which of them is the last. There is always a last one, perhaps empty. */
async function* gathered(
  chunks: AsyncIterable<Uint8Array>,
): AsyncIterable<{ readonly bytes: Uint8Array; readonly isEnd: boolean }> {
  let held: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    for (let from = 0; from < chunk.length; from += blockBytes) {
      held.push(Uint8Array.prototype.slice.call(chunk, from, from + blockBytes));
      length += Math.min(blockBytes, chunk.length - from);
      if (length < blockBytes) continue;
      yield { bytes: Buffer.concat(held, length), isEnd: false };
      held = [];
      length = 0;
    }
  }
  yield { bytes: Buffer.concat(held, length), isEnd: true };
}
