import type { Piece, TextPiece } from "../piece.ts";
import { mostColumns } from "../piece.ts";
import type { Reader } from "../reader.ts";
import { memberPath } from "./binary/member-name.ts";
import { asBuffer, decodeUtf8 } from "./bytes.ts";
import { type Header, readHead } from "./eml/headers.ts";
import { lineCursor } from "./eml/line-cursor.ts";
import { partsOf } from "./eml/parts.ts";
import { freeLayout, type LineLayout, lineLayout } from "./line-layout.ts";
import { isLikeData } from "./names.ts";
import { rawBytes } from "./runs.ts";

const field =
  /^(return-path|received|delivered-to|from|to|cc|sender|reply-to|date|subject|message-id|mime-version|content-type|content-transfer-encoding|dkim-signature|authentication-results|x-[\w-]{1,60}):/i;
const telling = /^(from|subject|date|message-id|mime-version|received):/i;

/** Messages as mail servers keep them: headers as text, bodies and attachments as members. */
export const eml: Reader = {
  format: "eml",
  recognises(head) {
    const [top = ""] = asBuffer(head)
      .toString("latin1", 0, 16_384)
      .split(/\r?\n\r?\n/, 1);
    const lines = top.split(/\r?\n/).filter((line) => !/^[ \t]/.test(line));
    const isHead = field.test(lines[0] ?? "") && lines.every((line) => /^[\x21-\x39\x3b-\x7e]{1,76}:/.test(line));
    return isHead && lines.filter((line) => telling.test(line)).length > 1 ? 3 : 0;
  },
  async *read(input) {
    const cursor = lineCursor(rawBytes(input), input.limits);
    const { headers, gap } = await readHead(cursor);
    yield* headerPieces(headers);
    if (gap !== undefined) yield gap;
    yield* partsOf(cursor, headers, input.object.path, () => false);
  },
};

/** A mailbox: messages one behind the other, each after a line that begins with `From `. */
export const mbox: Reader = {
  format: "mbox",
  recognises(head) {
    const text = asBuffer(head).toString("latin1", 0, 1_000);
    return /^From \S+.{0,200}\d{4}\r?\n[\w-]+:/.test(text) ? 3 : 0;
  },
  async *read(input): AsyncIterable<Piece> {
    const cursor = lineCursor(rawBytes(input), input.limits);
    const isNext = (line: Buffer): boolean => /^From \S+.{0,200}\d{4}\r?$/.test(line.toString("latin1", 0, 300));
    for (let count = 1; (await cursor.line()) !== undefined; count++) {
      const body = cursor.until(isNext)[Symbol.asyncIterator]();
      const rest = { [Symbol.asyncIterator]: () => ({ next: () => body.next() }) };
      yield {
        kind: "member",
        object: { path: memberPath(input.object.path, `message ${count}.eml`), stream: () => rest },
      };
      for (let next = await body.next(); next.done !== true; ) next = await body.next();
    }
  },
};

/** The subject is what a title page is elsewhere. */
function* headerPieces(headers: readonly Header[]): Iterable<TextPiece> {
  const names = [...new Set(headers.map(({ name }) => (isLikeData(name) ? "header" : name)))].slice(0, mostColumns);
  const lines = headers.map(({ name, value }) => `${name}: ${value.replaceAll(/[\r\n]+/g, " ")}\n`);
  const layout = headerLayout(names);
  if (lines.length > 0) yield { kind: "text", bytes: Buffer.from(lines.join("")), layout };
  const subject = headers.find(({ name }) => name.toLowerCase() === "subject");
  if (subject !== undefined) {
    yield { kind: "text", bytes: Buffer.from(`${subject.value}\n`), layout: freeLayout("eml"), zone: "title" };
  }
}

function headerLayout(columns: readonly string[]): LineLayout {
  return lineLayout({
    format: "eml",
    table: "",
    columns,
    split(bytes, from, to, spans) {
      const colon = asBuffer(bytes).indexOf(": ", from);
      if (colon === -1 || colon >= to) return;
      const name = decodeUtf8(bytes, from, colon);
      spans.add(colon + 2, to, columns.indexOf(isLikeData(name) ? "header" : name));
    },
    decode: decodeUtf8,
  });
}
