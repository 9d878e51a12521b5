/** Bytes that are looked at together: a page of a file. */
const stepBytes = 4 * 1024;
/** Bytes of a stretch that stay where they are: what stands before it and behind it does not become one, in whatever encoding. */
const keptBytes = 8;
const zeros = Buffer.alloc(stepBytes);

/**
 * The same text without long stretches of zeros, as crashes, holes of sparse files and space that is reserved ahead leave them: they hold
 * nothing, and there may be terabytes of them.
 * @param passedOver told how many were left out.
 */
export async function* withoutZeros(
  chunks: AsyncIterable<Uint8Array>,
  passedOver: (bytes: number) => void,
): AsyncIterable<Uint8Array> {
  let isWithin = false;
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = 0; at < chunk.length; at += stepBytes) {
      // The first byte tells nearly always: no view is made of what is looked at no further.
      const mayBeZeros = chunk[at] === 0 && chunk.length - at >= stepBytes;
      if (!mayBeZeros || zeros.compare(chunk, at, at + stepBytes) !== 0) {
        isWithin = false;
        continue;
      }
      const kept = isWithin ? 0 : keptBytes;
      if (at + kept > from) yield chunk.subarray(from, at + kept);
      passedOver(stepBytes - kept);
      from = at + stepBytes;
      isWithin = true;
    }
    if (from < chunk.length) yield from === 0 ? chunk : chunk.subarray(from);
  }
}
