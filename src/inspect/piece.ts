import type { ContentGap, ContentObject, DetectorId } from "../model/index.ts";

/** What a reader makes of content. Everything the engine looks at is one of these. */
export type Piece = TextPiece | CellsPiece | MemberPiece | MarkPiece | GapPiece;

/** Running text or lines, as UTF-8 (readers transcode), in runs of whole lines where lines are short enough. */
export interface TextPiece {
  readonly kind: "text";
  readonly bytes: Uint8Array;
  /** Which column a byte belongs to. The same object for all pieces of one table. */
  readonly layout: Layout;
  /** Heading, title page, file property: where a bare word of secrecy counts. */
  readonly zone?: "title";
}

/** Rows of a table whose cells the format keeps apart (Parquet, a worksheet, a database page), decoded. */
export interface CellsPiece {
  readonly kind: "cells";
  /** Table, sheet or record type; "" where there is one only. */
  readonly table: string;
  /** Names as the format states them; positions (`column 3`) where it states none. */
  readonly columns: readonly string[];
  /** Row by row, cells in the order of `columns`; `null` = empty. */
  readonly rows: readonly (readonly (string | null)[])[];
}

/** Something inside with content of its own. */
export interface MemberPiece {
  readonly kind: "member";
  readonly object: ContentObject;
  /** A wrapping with one thing inside (gzip, zstd): what is inside has the outer path and counts as the same object. */
  readonly transparent?: true;
}

/** What the format itself tells of the data: a signature, a property. Never a value. */
export interface MarkPiece {
  readonly kind: "mark";
  readonly detector: DetectorId;
  /** In words for evidence: `DICOM file`, `document property "Classification"`. */
  readonly detail: string;
}

/** A part that could not be read. */
export interface GapPiece {
  readonly kind: "gap";
  readonly gap: Omit<ContentGap, "path">;
}

/** How lines of text fall into columns. Free text has none. */
export interface Layout {
  /** As reported: `csv`, `json`, `log`, `text`. */
  readonly format: string;
  /** Table, element or record type; "" where there is one only. */
  readonly table: string;
  /** Names found so far, by index; JSON paths and log keys appear while reading, at most `mostColumns`. */
  readonly columns: readonly string[];
  /** Nothing falls into columns: nobody need look for the beginning of a line. */
  readonly isFree?: true;
  /**
   * Column of the byte at `at`, in a line (or record) that begins at `lineStart`; -1 for none. Fast: called for every candidate.
   */
  columnAt(bytes: Uint8Array, lineStart: number, at: number): number;
  /** Cells of the line in `[lineStart, lineEnd)`, decoded and unquoted: column index and value. For sampled lines. */
  cellsOf(bytes: Uint8Array, lineStart: number, lineEnd: number): Iterable<readonly [column: number, value: string]>;
}

/** Columns beyond this are read as free text. */
export const mostColumns = 2_000;
