/** Where the members of a top-level section stand in a JSON text. */
export interface JsonLines {
  /** Lines from 1, by the member's name. */
  readonly lines: ReadonlyMap<string, number>;
  /** A member that is declared twice: a parser would drop the first in silence. */
  readonly twice?: string;
}

/** @param text valid JSON */
export function jsonLines(text: string, section: string): JsonLines {
  const lines = new Map<string, number>();
  let twice: string | undefined;
  let depth = 0;
  let line = 1;
  let inSection = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === "\n") line++;
    else if (character === "{" || character === "[") depth++;
    else if (character === "}" || character === "]") depth--;
    else if (character === '"') {
      const end = endOfString(text, at);
      if (depth <= 2 && isKey(text, end)) {
        const key = nameOf(text.slice(at, end));
        if (depth === 1) inSection = key === section;
        else if (depth === 2 && inSection) {
          if (lines.has(key)) twice ??= key;
          lines.set(key, line);
        }
      }
      at = end - 1;
    }
  }
  return twice === undefined ? { lines } : { lines, twice };
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
  return at + 1;
}

function isKey(text: string, end: number): boolean {
  let at = end;
  while (text[at] === " " || text[at] === "\n" || text[at] === "\r" || text[at] === "\t") at++;
  return text[at] === ":";
}

function nameOf(literal: string): string {
  return String(JSON.parse(literal));
}
