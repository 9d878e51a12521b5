import { TextDecoder } from "node:util";
import { malformed } from "../binary/gap.ts";

/** Hears of a document in order. Names are without their prefix. */
export interface XmlHandler {
  open(name: string, tag: string): void;
  close(name: string): void;
  /** Entities are decoded. Long text comes in parts. */
  text(text: string): void;
}

const longestTag = 256 * 1024;
/** Bytes between two turns: what a few characters of a table stand for may be very much. */
const turnBytes = 32 * 1024;
/** Characters that an entity may have. */
const longestEntity = 12;

/**
 * Reads a document as it comes, and comes back after each part of it. Nothing is ever looked up: no entities but the five and the
 * numbered ones, no document types.
 */
export async function* xmlTurns(chunks: AsyncIterable<Uint8Array>, handler: XmlHandler): AsyncIterable<void> {
  let decoder: TextDecoder | undefined;
  let rest = "";
  for await (const chunk of chunks) {
    decoder ??= new TextDecoder(encodingOf(chunk));
    for (let at = 0; at < chunk.length; at += turnBytes) {
      const part = chunk.subarray(at, at + turnBytes);
      rest = scan(rest + decoder.decode(part, { stream: true }), handler, false);
      if (rest.length > longestTag) throw malformed("has a tag that does not end");
      yield;
    }
  }
  scan(rest, handler, true);
  yield;
}

/** Reads a small part to its end. */
export async function allTurns(turns: AsyncIterable<void>): Promise<void> {
  for await (const turn of turns) void turn;
}

function encodingOf(first: Uint8Array): string {
  if (first[0] === 0xff && first[1] === 0xfe) return "utf-16le";
  if (first[0] === 0xfe && first[1] === 0xff) return "utf-16be";
  return "utf-8";
}

/** Returns what is not whole yet. */
function scan(text: string, handler: XmlHandler, isLast: boolean): string {
  let at = 0;
  while (at < text.length) {
    const open = text.indexOf("<", at);
    if (open === -1) {
      const end = isLast ? text.length : wholeEntities(text, at);
      if (end > at) handler.text(decodeEntities(text.slice(at, end)));
      return text.slice(end);
    }
    if (open > at) handler.text(decodeEntities(text.slice(at, open)));
    const end = markupEnd(text, open);
    if (end === -1) return text.slice(open);
    take(text, open, end, handler);
    at = end;
  }
  return "";
}

/** Behind the markup that begins at `open`; -1 where it is not whole. */
function markupEnd(text: string, open: number): number {
  const behind = (mark: string, from: number): number => {
    const found = text.indexOf(mark, from);
    return found === -1 ? -1 : found + mark.length;
  };
  if (text.startsWith("<!--", open)) return behind("-->", open + 4);
  if (text.startsWith("<![CDATA[", open)) return behind("]]>", open + 9);
  if (text.startsWith("<?", open)) return behind("?>", open + 2);
  let at = open + 1;
  for (;;) {
    const end = text.indexOf(">", at);
    if (end === -1) return -1;
    const quote = firstQuote(text, at, end);
    if (quote === -1) return end + 1;
    const closing = text.indexOf(text.charAt(quote), quote + 1);
    if (closing === -1) return -1;
    at = closing + 1;
  }
}

function firstQuote(text: string, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22 || code === 0x27) return at;
  }
  return -1;
}

function take(text: string, open: number, end: number, handler: XmlHandler): void {
  const second = text.charCodeAt(open + 1);
  if (second === 0x21) {
    if (text.startsWith("<![CDATA[", open)) handler.text(text.slice(open + 9, end - 3));
    return;
  }
  if (second === 0x3f) return;
  if (second === 0x2f) {
    handler.close(localName(text, open + 2, end - 1));
    return;
  }
  const isEmpty = text.charCodeAt(end - 2) === 0x2f;
  const name = localName(text, open + 1, isEmpty ? end - 2 : end - 1);
  handler.open(name, text.slice(open, end));
  if (isEmpty) handler.close(name);
}

function localName(text: string, from: number, to: number): string {
  let start = from;
  let at = from;
  for (; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x3a) start = at + 1;
    else if (code <= 0x20) break;
  }
  return text.slice(start, at);
}

/** An attribute of an opening tag, whatever its prefix. */
export function attributeOf(tag: string, name: string): string | undefined {
  for (let at = tag.indexOf(`${name}=`); at > 0; at = tag.indexOf(`${name}=`, at + 1)) {
    const before = tag.charCodeAt(at - 1);
    if (before > 0x20 && before !== 0x3a) continue;
    const quote = tag.charAt(at + name.length + 1);
    const end = tag.indexOf(quote, at + name.length + 2);
    if (end !== -1) return decodeEntities(tag.slice(at + name.length + 2, end));
  }
  return undefined;
}

function wholeEntities(text: string, from: number): number {
  const at = text.lastIndexOf("&");
  return at >= from && at > text.length - longestEntity && !text.includes(";", at) ? at : text.length;
}

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replaceAll(/&(#x[0-9a-fA-F]{1,6}|#[0-9]{1,7}|amp|lt|gt|quot|apos);/g, (whole, inside: string) => {
    if (!inside.startsWith("#")) return named[inside] ?? whole;
    const code = inside[1] === "x" ? Number.parseInt(inside.slice(2), 16) : Number(inside.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
