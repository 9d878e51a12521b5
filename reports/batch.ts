/** Characters per chunk: many pieces, and few enough that they are still in the processor's cache when they become bytes. */
const chunkSize = 16_384;

/** Joins small pieces into chunks, so that a report of a million lines is not a million writes. */
export function* batch(pieces: Iterable<string>, size: number = chunkSize): Generator<string> {
  let held: string[] = [];
  let length = 0;
  for (const piece of pieces) {
    held.push(piece);
    length += piece.length;
    if (length < size) continue;
    yield held.join("");
    held = [];
    length = 0;
  }
  if (length > 0) yield held.join("");
}
