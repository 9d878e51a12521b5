/** A value of which a middle, a beginning or an end is hidden (`138****5678`). Separators are taken out. */
export interface Mask {
  /** What is to be seen before the first hidden character. */
  readonly head: string;
  /** What is to be seen behind the last one. */
  readonly tail: string;
  /** Characters, hidden ones included. */
  readonly length: number;
}

/** Stars, bullets; `X` only in runs of four and more, as it is a check character and a letter too. */
const hidden = /[*\u2022\u25cf\u2217]+|[Xx]{4,}/;
const hiddenRuns = new RegExp(hidden, "g");
const longest = 64;

/** How a value is masked; `undefined` where nothing is, more than one stretch is, or nearly all of it. */
export function maskOf(cell: string): Mask | undefined {
  if (cell.length > longest || !hidden.test(cell)) return undefined;
  const plain = cell.replace(/[ -]/g, "");
  let start = -1;
  let end = -1;
  for (const run of plain.matchAll(hiddenRuns)) {
    if (start !== -1 && run.index !== end) return undefined;
    if (start === -1) start = run.index;
    end = run.index + run[0].length;
  }
  const head = plain.slice(0, start);
  const tail = plain.slice(end);
  return end - start >= 2 && head.length + tail.length >= 2 ? { head, tail, length: plain.length } : undefined;
}
