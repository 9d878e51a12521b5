import type { Layout } from "../piece.ts";
import { lineEndOf } from "./bytes.ts";
import { createSpans, type Spans } from "./spans.ts";

/** What tells a line format's values apart. Every line stands for itself. */
export interface LineRules {
  readonly format: string;
  readonly table: string;
  readonly columns: readonly string[];
  /** Adds the values of the line `[from, to)`. */
  split(bytes: Uint8Array, from: number, to: number, spans: Spans): void;
  /** A value as its writer meant it, quotes and escapes undone. */
  decode(bytes: Uint8Array, from: number, to: number): string;
}

export interface LineLayout extends Layout {
  /** To be called before a piece is handed out: memory may hold something else than it did. */
  forget(): void;
}

/** A layout that splits a line when it is first asked about, and remembers the last one: many hits of one line cost one splitting. */
export function lineLayout(rules: LineRules): LineLayout {
  const spans = createSpans();
  let lastBytes: Uint8Array | undefined;
  let lastStart = -1;
  let lastEnd = -1;
  const split = (bytes: Uint8Array, from: number, to: number): void => {
    if (bytes === lastBytes && from === lastStart && to === lastEnd) return;
    spans.clear();
    rules.split(bytes, from, to, spans);
    lastBytes = bytes;
    lastStart = from;
    lastEnd = to;
  };
  return {
    format: rules.format,
    table: rules.table,
    columns: rules.columns,
    columnAt(bytes, lineStart, at) {
      const known = bytes === lastBytes && lineStart === lastStart && at < lastEnd;
      split(bytes, lineStart, known ? lastEnd : lineEndOf(bytes, at));
      const index = spans.at(at);
      return index === -1 ? -1 : spans.column(index);
    },
    cellsOf(bytes, lineStart, lineEnd) {
      split(bytes, lineStart, lineEnd);
      const cells: [number, string][] = [];
      for (let index = 0; index < spans.length; index++) {
        const column = spans.column(index);
        if (column >= 0) cells.push([column, rules.decode(bytes, spans.start(index), spans.end(index))]);
      }
      return cells;
    },
    forget() {
      lastBytes = undefined;
    },
  };
}

/** Running text: no columns at all. */
export function freeLayout(format: string): Layout {
  return { format, table: "", columns: [], isFree: true, columnAt: () => -1, cellsOf: () => [] };
}
