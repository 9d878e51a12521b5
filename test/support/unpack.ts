import { readers } from "../../src/inspect/formats/index.ts";
import { defaultLimits, type Limits } from "../../src/inspect/limits.ts";
import type { CellsPiece, Piece } from "../../src/inspect/piece.ts";
import { headBytes, type ReaderInput } from "../../src/inspect/reader.ts";
import type { ContentObject } from "../../src/model/index.ts";
import { ContentError } from "../../src/model/index.ts";

/** What a reader made of an object, in the form a test compares. */
export interface Unpacked {
  readonly format: string;
  /** All running text, one piece behind the other. */
  readonly text: string;
  readonly titles: string;
  readonly cells: readonly CellsPiece[];
  /** Members with their bytes, in order. */
  readonly members: readonly { readonly path: string; readonly bytes: Buffer; readonly isTransparent: boolean }[];
  readonly gaps: readonly string[];
}

/** Bytes as an object of a source that can be read anywhere. */
export function contentOf(bytes: Uint8Array, path = "object"): ContentObject {
  return {
    path,
    size: bytes.length,
    async *stream() {
      // Memory is used again, as sources may do.
      const memory = Buffer.alloc(10_000);
      for (let at = 0; at < bytes.length; at += memory.length) {
        const part = bytes.subarray(at, at + memory.length);
        memory.set(part);
        yield memory.subarray(0, part.length);
      }
    },
    read: async (from, length) => bytes.subarray(from, from + length),
  };
}

/** The same as a stream without a known size. */
export function streamOf(bytes: Uint8Array, path = "object"): ContentObject {
  const { stream } = contentOf(bytes, path);
  return { path, stream };
}

/** Reads an object with the reader that is surest of it, as the engine does, but one level deep. */
export async function unpack(
  object: ContentObject,
  {
    limits = defaultLimits,
    ...part
  }: Partial<Pick<ReaderInput, "windows" | "rows">> & { readonly limits?: Limits } = {},
): Promise<Unpacked> {
  const { signal } = new AbortController();
  const chunks: Uint8Array[] = [];
  for await (const chunk of object.stream(signal)) {
    chunks.push(Buffer.from(chunk));
    if (chunks.length > 7) break;
  }
  const head = Buffer.concat(chunks).subarray(0, headBytes);
  const sure = readers.map((reader) => ({ reader, by: reader.recognises(head, object.path) }));
  const best = sure.reduce((a, b) => (b.by > a.by ? b : a));
  const text: string[] = [];
  const titles: string[] = [];
  const cells: CellsPiece[] = [];
  const members: { path: string; bytes: Buffer; isTransparent: boolean }[] = [];
  const gaps: string[] = [];
  try {
    for await (const piece of best.reader.read({ object, head, limits, signal, ...part })) await take(piece);
  } catch (error) {
    gaps.push(error instanceof ContentError ? `${error.reason}: ${error.message}` : `thrown: ${String(error)}`);
  }
  return { format: best.reader.format, text: text.join(""), titles: titles.join(""), cells, members, gaps };

  async function take(piece: Piece): Promise<void> {
    if (piece.kind === "text") (piece.zone === "title" ? titles : text).push(Buffer.from(piece.bytes).toString("utf8"));
    else if (piece.kind === "cells") cells.push(piece);
    else if (piece.kind === "gap") gaps.push(`${piece.gap.reason}: ${piece.gap.detail}`);
    else if (piece.kind === "member") {
      const parts: Uint8Array[] = [];
      for await (const chunk of piece.object.stream(signal)) parts.push(Buffer.from(chunk));
      members.push({ path: piece.object.path, bytes: Buffer.concat(parts), isTransparent: piece.transparent === true });
    }
  }
}
