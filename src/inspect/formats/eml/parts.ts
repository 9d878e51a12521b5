import { TextDecoder } from "node:util";
import type { ContentObject } from "../../../model/index.ts";
import type { GapPiece, MemberPiece } from "../../piece.ts";
import { memberName, memberPath } from "../binary/member-name.ts";
import { type Header, headerOf, parameterOf, readHead } from "./headers.ts";
import type { LineCursor } from "./line-cursor.ts";
import { decodeTransfer } from "./transfer.ts";

/** Parts within parts. */
const mostDepth = 32;

/** What a message's head says of its body. */
interface Content {
  readonly type: string;
  readonly boundary: string | undefined;
  readonly name: string;
  readonly charset: string | undefined;
  readonly transfer: string;
}

/** The parts of a message whose head was read, one behind the other. A part that is not wanted is passed over. */
export async function* partsOf(
  cursor: LineCursor,
  headers: readonly Header[],
  outer: string,
  isOutside: (line: Buffer) => boolean,
): AsyncIterable<MemberPiece | GapPiece> {
  const boundaries: string[] = [];
  let content = contentOf(headers);
  let count = 0;
  const isEnd = (line: Buffer): boolean => isOutside(line) || boundaryOf(line, boundaries) !== undefined;
  for (;;) {
    if (content.boundary !== undefined && boundaries.length < mostDepth) {
      boundaries.push(content.boundary);
      await passOver(cursor.until(isEnd));
    } else {
      count += 1;
      const body = cursor.until(isEnd)[Symbol.asyncIterator]();
      const rest = { [Symbol.asyncIterator]: () => ({ next: () => body.next() }) };
      yield { kind: "member", object: objectOf(rest, content, outer, count) };
      await passOver(rest);
    }
    // What ends a part: the beginning of the next, the end of all of them, or the end of what is around them.
    for (;;) {
      if (boundaries.length === 0) return;
      const line = await cursor.line();
      if (line === undefined) return;
      const met = boundaryOf(line, boundaries);
      if (met === undefined) return;
      boundaries.length = met.index + (met.isLast ? 0 : 1);
      if (!met.isLast) break;
      await passOver(cursor.until(isEnd));
    }
    const head = await readHead(cursor);
    if (head.gap !== undefined) yield head.gap;
    content = contentOf(head.headers);
  }
}

async function passOver(chunks: AsyncIterable<unknown>): Promise<void> {
  const iterator = chunks[Symbol.asyncIterator]();
  for (let next = await iterator.next(); next.done !== true; ) next = await iterator.next();
}

function contentOf(headers: readonly Header[]): Content {
  const type = headerOf(headers, "content-type");
  const disposition = headerOf(headers, "content-disposition");
  const isMultipart = /^multipart\//i.test(type);
  return {
    type: type.toLowerCase(),
    boundary: isMultipart ? parameterOf(type, "boundary") : undefined,
    name: parameterOf(disposition, "filename") ?? parameterOf(type, "name") ?? "",
    charset: /^text\//i.test(type) ? parameterOf(type, "charset") : undefined,
    transfer: headerOf(headers, "content-transfer-encoding"),
  };
}

/** Which boundary a line is; the innermost that fits. */
function boundaryOf(
  line: Buffer,
  boundaries: readonly string[],
): { readonly index: number; readonly isLast: boolean } | undefined {
  if (line[0] !== 0x2d || line[1] !== 0x2d) return undefined;
  const text = line.toString("utf8", 2, 300).trimEnd();
  for (const [back, boundary] of [...boundaries].reverse().entries()) {
    const index = boundaries.length - 1 - back;
    if (text === boundary) return { index, isLast: false };
    if (text === `${boundary}--`) return { index, isLast: true };
  }
  return undefined;
}

function objectOf(body: AsyncIterable<Buffer>, content: Content, outer: string, count: number): ContentObject {
  const ending = content.type.startsWith("text/html") ? "html" : content.type.startsWith("message/") ? "eml" : "txt";
  const isBody = content.name === "" && (content.type === "" || /^(text|message)\//.test(content.type));
  const name = content.name !== "" ? content.name : isBody ? `body ${count}.${ending}` : `part ${count}`;
  return {
    path: memberPath(outer, memberName(name.replaceAll("/", "_"))),
    stream: () => asUtf8(decodeTransfer(body, content.transfer), content.charset),
  };
}

/** Text as UTF-8, by the charset that the head states: a short body shows too little of its own. */
async function* asUtf8(chunks: AsyncIterable<Uint8Array>, charset: string | undefined): AsyncIterable<Uint8Array> {
  const decoder = decoderOf(charset);
  if (decoder === undefined) {
    yield* chunks;
    return;
  }
  for await (const chunk of chunks) yield Buffer.from(decoder.decode(chunk, { stream: true }));
  const rest = decoder.decode();
  if (rest !== "") yield Buffer.from(rest);
}

function decoderOf(charset: string | undefined): TextDecoder | undefined {
  if (charset === undefined || /^(utf-?8|us-ascii|ascii)$/i.test(charset)) return undefined;
  // What is called GB 2312 mostly has characters of GB 18030.
  const label = /^(gb2312|gbk|gb_2312-80|x-gbk)$/i.test(charset) ? "gb18030" : charset;
  try {
    return new TextDecoder(label);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
