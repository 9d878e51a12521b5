import { showHiddenCharacters } from "../src/model/index.ts";

/** Text for a reader: no control sequence, nothing invisible or reordered; what cannot be seen stands as `[U+202E]`. */
export function visible(text: string): string {
  return showHiddenCharacters(text, (codePoint) => `[${codePoint}]`);
}

/** The same in one line of at most `most` UTF-16 units; what is cut off ends in an ellipsis. */
export function visibleLine(text: string, most: number): string {
  return clipped(visible(text.replace(/\s+/g, " ").trim()), most);
}

/** Cuts between characters, never within one. */
export function clipped(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = most - 1;
  const isWithinPair = /[\uD800-\uDBFF]/.test(text.charAt(end - 1));
  return `${text.slice(0, isWithinPair ? end - 1 : end)}…`;
}
