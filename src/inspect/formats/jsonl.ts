import type { Reader } from "../reader.ts";
import { beginsJsonLines } from "./json-head.ts";
import { decodeJson, jsonScanner } from "./json-scanner.ts";
import { lineLayout } from "./line-layout.ts";
import { linePieces } from "./line-pieces.ts";
import { createPaths } from "./paths.ts";
import type { SpanSink } from "./spans.ts";

/** A JSON document on every line. */
export const jsonl: Reader = {
  format: "jsonl",
  recognises: (head) => (beginsJsonLines(head) ? 2 : 0),
  async *read(input) {
    const paths = createPaths();
    const scanner = jsonScanner(paths, false);
    const layout = lineLayout({
      format: "jsonl",
      table: "",
      columns: paths.columns,
      split(bytes, from, to, spans) {
        scanner.reset();
        const shifted: SpanSink = { add: (start, end, column) => spans.add(from + start, from + end, column) };
        scanner.scan(bytes.subarray(from, to), { spans: shifted, turns: [] }, true);
      },
      decode: decodeJson,
    });
    yield* linePieces(input, layout);
  },
};
