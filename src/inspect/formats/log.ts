import type { Reader } from "../reader.ts";
import { asBuffer } from "./bytes.ts";
import { createKeyColumns, type KeyColumns } from "./key-columns.ts";
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
    const columns = createKeyColumns((bytes, from, to) => {
      const name = tidyName(decodeKey(bytes, from, to));
      return name === "" || isLikeData(name) ? message : name;
    });
    const layout = lineLayout({
      format: "log",
      table: "",
      columns: columns.names,
      split: (bytes, from, to, spans) => splitEntry(bytes, from, to, spans, columns),
      decode: decodeValue,
    });
    yield* linePieces(input, layout);
  },
};

/** The column of what stands between pairs. */
const message = "message";
/** Shorter text between pairs is punctuation. */
const leastMessage = 4;

function splitEntry(bytes: Uint8Array, from: number, to: number, spans: SpanSink, columns: KeyColumns): void {
  let done = from;
  let hasPairs = false;
  const say = (end: number): void => {
    if (end - done >= leastMessage) spans.add(done, end, columns.of(message));
  };
  const client = clientEnd(bytes, from, to);
  if (client > from) {
    spans.add(from, client, columns.of("client"));
    hasPairs = true;
    done = client + 1;
  }
  eachPair(bytes, done, to, (keyFrom, keyTo, valueFrom, valueTo) => {
    hasPairs = true;
    say(keyFrom);
    spans.add(valueFrom, valueTo, columns.at(bytes, keyFrom, keyTo));
    done = valueTo;
  });
  // A line without keys is running text.
  if (hasPairs) say(to);
}

/** End of the address that an entry of a web server begins with: `1.2.3.4 - name [`. */
function clientEnd(bytes: Uint8Array, from: number, to: number): number {
  let end = from;
  while (end < to && end - from < 45 && isAddress(bytes[end] ?? 0)) end++;
  if (end - from < 3 || bytes[end] !== 0x20) return from;
  const rest = asBuffer(bytes).toString("latin1", end, Math.min(to, end + 160));
  return /^ \S{1,64} \S{1,64} \[\d\d\//.test(rest) ? end : from;
}

function isAddress(byte: number): boolean {
  const lower = byte | 0x20;
  return (byte >= 0x30 && byte <= 0x3a) || byte === 0x2e || (lower >= 0x61 && lower <= 0x66);
}
