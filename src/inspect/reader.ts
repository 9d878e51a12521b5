import type { ContentObject } from "../model/index.ts";
import type { Encoding } from "./encodings/index.ts";
import type { Limits } from "./limits.ts";
import type { Piece } from "./piece.ts";

/** One format. Adding a format is one file in `formats/` and one line in its registry. */
export interface Reader {
  /** As reported: `csv`, `parquet`, `zip`. */
  readonly format: string;
  /**
   * Whether the bytes are of this format: 0 = no, 1 = might be (text formats), 2 = by structure, 3 = by signature. The name is a tie
   * breaker only. `head` holds the first bytes (at most 64 KiB; text formats see them as UTF-8).
   */
  recognises(head: Uint8Array, path: string): 0 | 1 | 2 | 3;
  /** Never holds more than a bounded part in memory. What it throws becomes a gap; pieces yielded before are kept. */
  read(input: ReaderInput): AsyncIterable<Piece>;
}

export interface ReaderInput {
  readonly object: ContentObject;
  /** The first bytes, as `recognises` saw them. */
  readonly head: Uint8Array;
  /** How the bytes of `object` are written, where it is text; left out = as the head shows. */
  readonly encoding?: Encoding;
  readonly limits: Limits;
  readonly signal: AbortSignal;
  /** Parts of the object to read, where it is only sampled; left out = all of it. Line formats drop what a part cuts. */
  readonly windows?: readonly Window[];
  /** Asks for memory to hold what comes as a stream; false where archives within archives hold too much already. */
  readonly hold?: (bytes: number) => boolean;
  /** Told of zeros in text that were passed over. */
  readonly zeros?: (bytes: number) => void;
  /** Rows of a table format that are enough, where the object is only sampled; left out = all of them. */
  readonly rows?: number;
}

/** Bytes `[from, to)` of an object. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/** Bytes of a head that is sniffed. */
export const headBytes = 64 * 1024;
