import type { Encoding } from "./encoding.ts";
import { hasOldLineEnds, withLineFeeds } from "./line-ends.ts";
import { utf32Decoder } from "./utf-32.ts";

/** Bytes decoded at once, so that a long chunk does not become several long ones. */
const stepBytes = 512 * 1024;

/**
 * Text as UTF-8, without a byte order mark. UTF-8 and unknown bytes pass as they are, uncopied. What does not decode becomes U+FFFD.
 */
export async function* transcoded(stream: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncIterable<Uint8Array> {
  if (encoding === "utf-8" || encoding === "unknown-8bit") {
    yield* withoutMark(stream);
    return;
  }
  yield* withoutMark(decoded(stream, encoding));
}

/** The head as UTF-8 with line feeds, a character that is cut at its end left out, for `recognises`. */
export function utf8Head(head: Uint8Array, encoding: Encoding): Uint8Array {
  const seen = decodedHead(head, encoding);
  return hasOldLineEnds(seen) ? withLineFeeds(seen) : seen;
}

export function decodedHead(head: Uint8Array, encoding: Encoding): Uint8Array {
  if (encoding === "utf-8" || encoding === "unknown-8bit") return skipMark(head);
  return skipMark(new TextEncoder().encode(decoderFor(encoding).decode(head, { stream: true })));
}

async function* decoded(
  stream: AsyncIterable<Uint8Array>,
  encoding: Exclude<Encoding, "utf-8" | "unknown-8bit">,
): AsyncIterable<Uint8Array> {
  const decoder = decoderFor(encoding);
  const encoder = new TextEncoder();
  for await (const chunk of stream) {
    for (let from = 0; from < chunk.length; from += stepBytes) {
      const text = decoder.decode(chunk.subarray(from, from + stepBytes), { stream: true });
      if (text !== "") yield encoder.encode(text);
    }
  }
  const rest = decoder.decode(new Uint8Array(0));
  if (rest !== "") yield encoder.encode(rest);
}

interface Decoder {
  decode(bytes: Uint8Array, options?: { stream: boolean }): string;
}

function decoderFor(encoding: Exclude<Encoding, "utf-8" | "unknown-8bit">): Decoder {
  if (encoding === "utf-32le" || encoding === "utf-32be") return utf32Decoder(encoding === "utf-32le");
  return new TextDecoder(encoding);
}

async function* withoutMark(stream: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  let first: Uint8Array | undefined = new Uint8Array(0);
  for await (const chunk of stream) {
    if (first === undefined) {
      yield chunk;
      continue;
    }
    const beginning: Uint8Array = first.length === 0 ? chunk : Buffer.concat([first, chunk]);
    if (beginning.length < 3) {
      first = beginning.slice();
      continue;
    }
    first = undefined;
    yield skipMark(beginning);
  }
  if (first !== undefined && first.length > 0) yield first;
}

function skipMark(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}
