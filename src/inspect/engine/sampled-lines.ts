import { newline, tokenBoundary } from "../formats/bytes.ts";

/**
 * Lines at the beginning of an object that are all weighed cell by cell; afterwards runs of some, farther and farther apart: a sorted
 * column may begin with thousands of empty cells.
 */
const firstLines = 2_000;
const runLines = 4;
/** Bytes of these, where lines are long: one line may be the whole of a large file. */
const firstBytes = 2 * 1024 ** 2;
const runBytes = 16 * 1024;
const nearestRun = 2_048;
/** Far enough apart that weighing cells costs a large file a few percent. */
const farthestRun = 8 * 1024 ** 2;
/** Distance to the next run, as a part of what lies before it. */
const runDistance = 1 / 32;

/** Where the sampling of an object stands. Carried on from piece to piece. */
export interface LineSampling {
  /** Bytes of earlier pieces. */
  passed: number;
  /** Where the run begins, or began. */
  next: number;
  /** What is left of the run. */
  lines: number;
  bytes: number;
}

export function startSampling(): LineSampling {
  return { passed: 0, next: 0, lines: firstLines, bytes: firstBytes };
}

/** The lines of a piece that are weighed, without their ends; of an overlong line its beginning. To be gone through to the end. */
export function* sampledLines(
  bytes: Uint8Array,
  sampling: LineSampling,
): Iterable<readonly [start: number, end: number]> {
  for (let at = 0; at < bytes.length; ) {
    const left = sampling.next - sampling.passed - at;
    if (left > 0) {
      // Where no line begins behind the distance, the next piece does.
      const before = at + left < bytes.length ? bytes.indexOf(newline, at + left - 1) : -1;
      if (before === -1) break;
      at = before + 1;
      continue;
    }
    const found = bytes.indexOf(newline, at);
    const lineEnd = found === -1 ? bytes.length : found;
    const isLong = lineEnd - at > sampling.bytes;
    const end = isLong ? at + tokenBoundary(bytes.subarray(at, at + sampling.bytes)) : lineEnd;
    yield [at, end];
    sampling.lines -= 1;
    sampling.bytes -= end - at + 1;
    at = lineEnd + 1;
    if (!isLong && sampling.lines > 0 && sampling.bytes > 0) continue;
    const place = sampling.passed + at;
    sampling.next = place + Math.floor(Math.min(farthestRun, Math.max(nearestRun, place * runDistance)));
    sampling.lines = runLines;
    sampling.bytes = runBytes;
  }
  sampling.passed += bytes.length;
}
