import { mostColumns } from "../piece.ts";
import type { Reader } from "../reader.ts";
import { lineLayout } from "./line-layout.ts";
import { linePieces } from "./line-pieces.ts";
import { beginsLog } from "./log-head.ts";
import { decodeKey, decodeValue, eachPair } from "./log-pairs.ts";
import { isLikeData, tidyName } from "./names.ts";
import type { SpanSink } from "./spans.ts";

/** Entries of logs: the keys that they write before values are the columns, and what stands between is their `message`. */
export const log: Reader = {
  format: "log",
  recognises: (head, path) => (beginsLog(head, path) ? 2 : 0),
  async *read(input) {
    const columns: string[] = [];
    const known = new Map<string, number>();
    const columnOf = (name: string): number => {
      const tidy = tidyName(name);
      const key = tidy === "" || isLikeData(tidy) ? "message" : tidy;
      const column = known.get(key);
      if (column !== undefined) return column;
      if (columns.length >= mostColumns) return -1;
      known.set(key, columns.length);
      return columns.push(key) - 1;
    };
    const layout = lineLayout({
      format: "log",
      table: "",
      columns,
      split: (bytes, from, to, spans) => splitEntry(bytes, from, to, spans, columnOf),
      decode: decodeValue,
    });
    yield* linePieces(input, layout);
  },
};

/** Shorter text between pairs is punctuation. */
const leastMessage = 4;

function splitEntry(
  bytes: Uint8Array,
  from: number,
  to: number,
  spans: SpanSink,
  columnOf: (name: string) => number,
): void {
  let done = from;
  let hasPairs = false;
  const message = (end: number): void => {
    if (end - done >= leastMessage) spans.add(done, end, columnOf("message"));
  };
  const client = clientEnd(bytes, from, to);
  if (client > from) {
    spans.add(from, client, columnOf("client"));
    hasPairs = true;
    done = client + 1;
  }
  eachPair(bytes, done, to, (keyFrom, keyTo, valueFrom, valueTo) => {
    hasPairs = true;
    message(keyFrom);
    spans.add(valueFrom, valueTo, columnOf(decodeKey(bytes, keyFrom, keyTo)));
    done = valueTo;
  });
  // A line without keys is running text.
  if (hasPairs) message(to);
}

/** End of the address that an entry of a web server begins with: `1.2.3.4 - name [`. */
function clientEnd(bytes: Uint8Array, from: number, to: number): number {
  const begin = Buffer.from(bytes.subarray(from, Math.min(to, from + 200))).toString("latin1");
  const found = /^([\da-f.:]{3,45}) \S{1,64} \S{1,64} \[\d\d\//i.exec(begin);
  return from + (found?.[1]?.length ?? 0);
}
