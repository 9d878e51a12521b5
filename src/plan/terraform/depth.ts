/** No plan closes this many blocks at once. */
export const deepestNesting = 500;

const brackets = [93, 125];
const spaces = [32, 10, 13, 9];

/**
 * Where a text closes more blocks in a row than {@link deepestNesting}; `undefined` where it does not. Such a run is longer than the
 * steps in which it is looked for, so that most of a text is never read.
 */
export function deepNestingIn(text: string): number | undefined {
  let seen = 0;
  for (let at = 0; at < text.length; at += deepestNesting) {
    if (!isPartOfRun(text, at)) continue;
    let from = at;
    while (from > seen && isPartOfRun(text, from - 1)) from -= 1;
    let closed = 0;
    for (seen = from; seen < text.length && isPartOfRun(text, seen); seen += 1) {
      if (brackets.includes(text.charCodeAt(seen))) closed += 1;
    }
    if (closed > deepestNesting) return from;
    at = Math.max(at, seen - deepestNesting);
  }
  return undefined;
}

function isPartOfRun(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return brackets.includes(code) || spaces.includes(code);
}
