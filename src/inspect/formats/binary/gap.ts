import { ContentError, type GapReason } from "../../../model/index.ts";
import type { GapPiece } from "../../piece.ts";

export type Gap = GapPiece["gap"];

export function gapPiece(reason: GapReason, detail: string): GapPiece {
  return { kind: "gap", gap: { reason, detail } };
}

export function malformed(detail: string): ContentError {
  return new ContentError("malformed", detail);
}

export function unsupported(detail: string): ContentError {
  return new ContentError("unsupported", detail);
}

/** Gaps of many members or parts, folded: one per reason and kind, with the count and the first name. */
export interface GapTally {
  add(reason: GapReason, what: string, name: string): void;
  pieces(): readonly GapPiece[];
}

/** @param noun what is counted, as `member`. */
export function gapTally(noun: string): GapTally {
  const counts = new Map<
    string,
    { readonly reason: GapReason; readonly what: string; readonly first: string; count: number }
  >();
  return {
    add(reason, what, name) {
      const key = `${reason} ${what}`;
      const known = counts.get(key);
      if (known === undefined) counts.set(key, { reason, what, first: name, count: 1 });
      else known.count += 1;
    },
    pieces() {
      return [...counts.values()].map(({ reason, what, first, count }) =>
        gapPiece(
          reason,
          count === 1 ? `${noun} ${first} ${what}` : `${count} ${noun}s, the first ${first}: each ${what}`,
        ),
      );
    },
  };
}
