import { isAscii } from "node:buffer";
import { ContentError, type ContentObject } from "../../model/index.ts";
import {
  decodedHead,
  type Encoding,
  hasOldLineEnds,
  sniffText,
  transcoded,
  transcodedLate,
  utf8Head,
  withLineFeeds,
} from "../encodings/index.ts";
import type { ReaderInput, Window } from "../reader.ts";
import { withoutZeros } from "./zeros.ts";

/** A stretch of an object's text as UTF-8: all of it, or one window. */
export interface Run {
  readonly chunks: AsyncIterable<Uint8Array>;
  /** The stretch begins within the object, perhaps within a character: nothing before its first line end can be relied on. */
  readonly cutStart: boolean;
  readonly cutEnd: boolean;
}

/** Bytes asked for at once within a window. */
const stepBytes = 1024 ** 2;

function encodingOf({ encoding, head }: ReaderInput): Encoding {
  return encoding ?? sniffText(head)?.encoding ?? "unknown-8bit";
}

/** The head as UTF-8, whether the engine has transcoded it or not. */
export function textHead({ head }: ReaderInput): Uint8Array {
  return utf8Head(head, sniffText(head)?.encoding ?? "unknown-8bit");
}

/** What is to be read of an object, window by window. */
export function* runs(input: ReaderInput): Iterable<Run> {
  const { object, signal, windows } = input;
  const encoding = encodingOf(input);
  const isUndecided = input.encoding === undefined && encoding === "utf-8" && isAscii(input.head);
  const isOld = hasOldLineEnds(decodedHead(input.head, encoding));
  const asUtf8 = (all: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> => {
    const stream = input.zeros === undefined ? all : withoutZeros(all, input.zeros);
    const text = isUndecided ? transcodedLate(stream) : transcoded(stream, encoding);
    return isOld ? mapped(text, withLineFeeds) : text;
  };
  if (windows === undefined) {
    const stream = object.blocks?.(signal) ?? object.stream(signal);
    yield { chunks: asUtf8(stream), cutStart: false, cutEnd: false };
    return;
  }
  for (const window of windows) {
    const from = aligned(window.from, encoding);
    const chunks = partOf(object, { from, to: window.to }, signal);
    yield {
      chunks: asUtf8(chunks),
      cutStart: from > 0,
      cutEnd: object.size === undefined || window.to < object.size,
    };
  }
}

async function* mapped(
  chunks: AsyncIterable<Uint8Array>,
  change: (bytes: Uint8Array) => Uint8Array,
): AsyncIterable<Uint8Array> {
  for await (const chunk of chunks) yield change(chunk);
}

/** Wide encodings are read from whole units only; the others find their step at the first line end. */
function aligned(from: number, encoding: Encoding): number {
  const unit = encoding.startsWith("utf-16") ? 2 : encoding.startsWith("utf-32") ? 4 : 1;
  return from + ((unit - (from % unit)) % unit);
}

async function* partOf(object: ContentObject, { from, to }: Window, signal: AbortSignal): AsyncIterable<Uint8Array> {
  const { read } = object;
  if (read === undefined) throw new ContentError("unsupported", "parts were asked for of what comes as a stream only");
  for (let at = from; at < to; ) {
    const bytes = await read(at, Math.min(stepBytes, to - at), signal);
    if (bytes.length === 0) return;
    yield bytes;
    at += bytes.length;
  }
}

/** The bytes as they are stored; of a sample the part it begins with, for formats that are understood from their beginning only. */
export function rawBytes({ object, signal, windows }: ReaderInput): AsyncIterable<Uint8Array> {
  const first = windows?.find(({ from }) => from === 0);
  if (windows === undefined) return object.stream(signal);
  return partOf(object, first ?? { from: 0, to: 0 }, signal);
}
