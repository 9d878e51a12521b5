import type { Layout } from "../piece.ts";
import type { Spans } from "./spans.ts";

/**
 * Where values stand in blocks whose lines mean nothing without those before them (JSON, XML, SQL). Told by the reader, by the memory that
 * a block has for itself: the engine may ask through any view of it.
 */
export interface Placements {
  place(bytes: Uint8Array, spans: Spans): void;
  layout(rules: PlacedRules): Layout;
}

export interface PlacedRules {
  readonly format: string;
  readonly table: string;
  readonly columns: readonly string[];
  decode(bytes: Uint8Array, from: number, to: number): string;
}

export function createPlacements(): Placements {
  const known = new WeakMap<ArrayBufferLike, { readonly base: number; readonly spans: Spans }>();
  return {
    place(bytes, spans) {
      known.set(bytes.buffer, { base: bytes.byteOffset, spans });
    },
    layout({ format, table, columns, decode }) {
      return {
        format,
        table,
        columns,
        columnAt(bytes, _lineStart, at) {
          const placed = known.get(bytes.buffer);
          if (placed === undefined) return -1;
          const index = placed.spans.at(bytes.byteOffset - placed.base + at);
          return index === -1 ? -1 : placed.spans.column(index);
        },
        cellsOf(bytes, lineStart, lineEnd) {
          const placed = known.get(bytes.buffer);
          if (placed === undefined) return [];
          const { base, spans } = placed;
          const offset = bytes.byteOffset - base;
          const cells: [number, string][] = [];
          for (let index = spans.firstFrom(offset + lineStart); index < spans.length; index++) {
            const from = spans.start(index) - offset;
            if (from >= lineEnd) break;
            const column = spans.column(index);
            if (column >= 0) cells.push([column, decode(bytes, from, Math.min(spans.end(index) - offset, lineEnd))]);
          }
          return cells;
        },
      };
    },
  };
}
