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
const longest = 64;

/** How a value is masked; `undefined` where nothing is, or so much that a value is not told from a line of stars. */
export function maskOf(cell: string): Mask | undefined {
  if (cell.length > longest) return undefined;
  const first = hidden.exec(cell);
  if (first === null) return undefined;
  const plain = cell.replace(/[ -]/g, "");
  const start = plain.search(hidden);
  let end = plain.length;
  for (let last = start; last < plain.length; last++) if (isHidden(plain.charAt(last))) end = last + 1;
  // A check character X at the very end is no part of a run of stars.
  if (/[Xx]/.test(plain.charAt(end - 1)) && !/[Xx]{4}$/.test(plain.slice(0, end))) end -= 1;
  for (let index = start; index < end; index++) if (!isHidden(plain.charAt(index))) return undefined;
  const mask = { head: plain.slice(0, start), tail: plain.slice(end), length: plain.length };
  const seen = mask.head.length + mask.tail.length;
  return seen >= 2 && end - start >= 2 ? mask : undefined;
}

function isHidden(character: string): boolean {
  return character !== "" && "*\u2022\u25cf\u2217Xx".includes(character);
}
