/** Bytes per buffer: large enough that a write costs little. */
const bufferSize = 524_288;

/**
 * Texts as bytes, many to a buffer. There are two buffers that take turns: the one handed out has to be done with before the
 * next but one is asked for.
 */
export function* packed(texts: Iterable<string>, size: number = bufferSize): Generator<Uint8Array> {
  let [filling, resting] = [Buffer.allocUnsafe(size), Buffer.allocUnsafe(size)];
  let end = 0;
  for (const text of texts) {
    // A UTF-16 unit takes three bytes of UTF-8 at most.
    const most = text.length * 3;
    if (end > 0 && end + most > size) {
      yield filling.subarray(0, end);
      [filling, resting] = [resting, filling];
      end = 0;
    }
    if (most > size) yield Buffer.from(text);
    else end += filling.write(text, end);
  }
  if (end > 0) yield filling.subarray(0, end);
}
