import type { GapPiece } from "../../piece.ts";
import { gapPiece } from "../binary/gap.ts";
import { decodeWords } from "./encoded-words.ts";
import type { LineCursor } from "./line-cursor.ts";

/** One field of a message's head, folded lines joined, encoded words decoded. */
export interface Header {
  readonly name: string;
  readonly value: string;
}

/** What stands before the empty line of a message or a part. */
export interface Head {
  readonly headers: readonly Header[];
  /** Told where there was more than is kept. */
  readonly gap: GapPiece | undefined;
}

/** Bytes of one head that are kept: lists of thousands of recipients fit in. */
const mostBytes = 256 * 1024;

/** Fields up to the empty line, which is taken. */
export async function readHead(cursor: LineCursor): Promise<Head> {
  const fields: string[] = [];
  let size = 0;
  for (let line = await cursor.line(); line !== undefined && line.length > 0; line = await cursor.line()) {
    size += line.length;
    if (size > mostBytes) continue;
    const written = decodeBytes(line);
    const last = fields.length - 1;
    if (/^[ \t]/.test(written) && last >= 0) fields[last] += ` ${written.trim()}`;
    else fields.push(written);
  }
  const headers = fields.flatMap((field) => {
    const colon = field.indexOf(":");
    if (colon < 1 || colon > 100 || /\s/.test(field.slice(0, colon).trimEnd())) return [];
    return [{ name: field.slice(0, colon).trimEnd(), value: decodeWords(field.slice(colon + 1).trim()) }];
  });
  const isCut = size > mostBytes;
  const detail = `has a head of more than ${mostBytes} bytes: the rest of it was not read`;
  return { headers, gap: isCut ? gapPiece("unsupported", detail) : undefined };
}

/** Old mailers write what they like, here mostly GBK. */
function decodeBytes(line: Buffer): string {
  const text = line.toString("utf8");
  return text.includes("\ufffd") ? new TextDecoder("gb18030").decode(line) : text;
}

export function headerOf(headers: readonly Header[], name: string): string {
  return headers.find((header) => header.name.toLowerCase() === name)?.value ?? "";
}

/** A parameter such as `boundary` or `filename`, also in the continued and encoded forms of RFC 2231. */
export function parameterOf(value: string, name: string): string | undefined {
  const parts: string[] = [];
  let isEncoded = false;
  const parameter =
    /;\s{0,9}([\w-]{1,40})(\*\d{1,3})?(\*)?\s{0,9}=\s{0,9}(?:"((?:[^"\\]|\\.){0,2000})"|([^\s;"]{0,2000}))/g;
  for (const [, key = "", , star, quoted, plain = ""] of value.slice(0, 8_192).matchAll(parameter)) {
    if (key.toLowerCase() !== name) continue;
    isEncoded ||= star !== undefined;
    parts.push(quoted?.replaceAll(/\\(.)/g, "$1") ?? plain);
  }
  if (parts.length === 0) return undefined;
  const joined = parts.join("");
  return isEncoded ? decodeExtended(joined) : decodeWords(joined);
}

/** `utf-8''%E5%BC%A0` */
function decodeExtended(value: string): string {
  const found = /^([\w-]{0,40})'[^']{0,40}'(.*)$/s.exec(value);
  const [, charset = "", escaped = ""] = found ?? [];
  const latin = (found === null ? value : escaped).replaceAll(/%([0-9a-f]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return decodeCharset(Buffer.from(latin, "latin1"), charset);
}

function decodeCharset(bytes: Uint8Array, charset: string): string {
  try {
    return new TextDecoder(charset === "" ? "utf-8" : charset).decode(bytes);
  } catch (error) {
    if (error instanceof RangeError) return Buffer.from(bytes).toString("latin1");
    throw error;
  }
}
