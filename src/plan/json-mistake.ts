/** Where a text stops being JSON. Lines and columns from 1. */
export interface MistakePlace {
  readonly line: number;
  readonly column: number;
  /** At the very end of the text: it was cut off. */
  readonly end: boolean;
}

/** V8 names the position in most of its messages, and the end of the text in another. Its excerpt of the text is not for showing. */
export function placeOfMistake(text: string, error: unknown): MistakePlace | undefined {
  const message = error instanceof Error ? error.message : "";
  const end = /end of JSON|Unterminated/.test(message);
  const [, stated] = /at position (\d+)/.exec(message) ?? [];
  if (stated === undefined && !end) return undefined;
  const position = stated === undefined ? text.length : Number(stated);
  const before = text.slice(0, position);
  const line = before.split("\n").length;
  return { line, column: position - before.lastIndexOf("\n"), end: end || position >= text.trimEnd().length };
}
