import { sniffText, utf8Head } from "../../src/inspect/encodings/index.ts";
import { readers } from "../../src/inspect/formats/index.ts";
import { defaultLimits, type Limits } from "../../src/inspect/limits.ts";
import type { TextPiece } from "../../src/inspect/piece.ts";
import { headBytes, type Window } from "../../src/inspect/reader.ts";
import type { ContentObject } from "../../src/model/index.ts";

/** What a reader made of bytes, in words that tests compare. */
export interface Reading {
  readonly format: string;
  /** Cells of every line as `column=value`; with the table before it where there is one. */
  readonly lines: readonly (readonly string[])[];
  /** Lines without cells. */
  readonly text: readonly string[];
  readonly titles: readonly string[];
  /** Numbers of eleven digits, each with the name of the column that its first byte is said to belong to ("" = none). */
  readonly attributed: readonly string[];
  readonly gaps: readonly string[];
  readonly members: readonly { readonly path: string; readonly content: string }[];
  /** All bytes that were handed out. */
  readonly bytes: number;
  readonly largestPiece: number;
}

export interface ReadingOptions {
  readonly path?: string;
  /** Bytes of one chunk of the stream. */
  readonly chunk?: number;
  readonly limits?: Partial<Limits>;
  readonly windows?: readonly Window[];
}

export function objectOf(bytes: Uint8Array, path = "file", chunk = 64 * 1024): ContentObject {
  return {
    path,
    size: bytes.length,
    async *stream() {
      // Memory is used again, as sources may do.
      const memory = new Uint8Array(Math.min(chunk, bytes.length));
      for (let from = 0; from < bytes.length; from += chunk) {
        const part = bytes.subarray(from, from + chunk);
        memory.set(part);
        yield memory.subarray(0, part.length);
      }
    },
    read: async (from, length) => bytes.subarray(from, from + length),
  };
}

/** Reads with the reader that the bytes call for. */
export async function readingOf(content: Uint8Array | string, options: ReadingOptions = {}): Promise<Reading> {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const { path = "file", chunk, limits, windows } = options;
  const object = objectOf(bytes, path, chunk);
  const head = bytes.slice(0, headBytes);
  const encoding = sniffText(head)?.encoding;
  const seen = encoding === undefined ? head : utf8Head(head, encoding);
  const sure: number[] = readers.map((reader) => reader.recognises(seen, path));
  const chosen = readers[sure.indexOf(Math.max(...sure))];
  if (chosen === undefined) throw new Error("no reader");
  const reading = {
    format: chosen.format,
    lines: [] as string[][],
    text: [] as string[],
    titles: [] as string[],
    attributed: [] as string[],
    gaps: [] as string[],
    members: [] as { path: string; content: string }[],
    bytes: 0,
    largestPiece: 0,
  };
  const input = { object, head, limits: { ...defaultLimits, ...limits }, signal: new AbortController().signal };
  for await (const piece of chosen.read(windows === undefined ? input : { ...input, windows })) {
    if (piece.kind === "text") {
      takeText(piece, reading);
      reading.bytes += piece.bytes.length;
      reading.largestPiece = Math.max(reading.largestPiece, piece.bytes.length);
    } else if (piece.kind === "gap") reading.gaps.push(`${piece.gap.reason}: ${piece.gap.detail}`);
    else if (piece.kind === "member") {
      const chunks: Uint8Array[] = [];
      for await (const part of piece.object.stream(input.signal)) chunks.push(part.slice());
      reading.members.push({ path: piece.object.path, content: Buffer.concat(chunks).toString() });
    }
  }
  return reading;
}

interface Gathering {
  readonly lines: string[][];
  readonly text: string[];
  readonly titles: string[];
  readonly attributed: string[];
}

function takeText({ bytes, layout, zone }: TextPiece, { lines, text, titles, attributed }: Gathering): void {
  const named = (column: number): string =>
    column === -1 ? "" : `${layout.table === "" ? "" : `${layout.table}:`}${layout.columns[column]}`;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let from = 0; from < bytes.length; ) {
    const found = buffer.indexOf(10, from);
    const to = found === -1 ? bytes.length : found;
    const line = buffer.toString("utf8", from, to);
    for (const match of buffer.toString("latin1", from, to).matchAll(/(?<!\d)\d{11}(?!\d)/g)) {
      attributed.push(`${match[0]} ${named(layout.columnAt(bytes, from, from + match.index))}`.trim());
    }
    const cells = [...layout.cellsOf(bytes, from, to)].map(([column, value]) => `${named(column)}=${value}`);
    if (zone === "title" && line.trim() !== "") titles.push(line.trim());
    if (cells.length > 0) lines.push(cells);
    else if (line.trim() !== "") text.push(line.trim());
    from = to + 1;
  }
}
