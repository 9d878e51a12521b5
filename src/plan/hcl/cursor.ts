import type { SyntaxMistake } from "./syntax.ts";

/** Ends the reading of a file at its first mistake; caught where the file is opened. */
export class HclError extends Error {
  readonly mistake: SyntaxMistake;
  constructor(mistake: SyntaxMistake) {
    super(mistake.message);
    this.name = "HclError";
    this.mistake = mistake;
  }
}

const spaces = /[ \t\r\uFEFF]*/y;
const spacesAndLines = /[ \t\r\n\uFEFF]*/y;
const comment = /(?:#|\/\/)[^\n]*|\/\*[\s\S]*?\*\//y;
const identifier = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy;

/** A place in a text of HCL that moves on as the text is read. */
export interface Cursor {
  readonly text: string;
  at: number;
  /** Passes blanks and comments; with `lines`, line ends too. */
  skip(lines: boolean): void;
  /** Whether a mark stands here; passes it. */
  take(mark: string): boolean;
  looksAt(mark: string): boolean;
  /** Passes what a sticky expression matches here. */
  match(pattern: RegExp): string | undefined;
  identifier(): string | undefined;
  line(): number;
  fail(message: string): never;
}

export function createCursor(text: string): Cursor {
  let countedTo = 0;
  let counted = 1;

  /** Lines are asked for in the order of the text, but for mistakes. */
  function lineAt(offset: number): number {
    if (offset < countedTo) {
      countedTo = 0;
      counted = 1;
    }
    for (let end = text.indexOf("\n", countedTo); end !== -1 && end < offset; end = text.indexOf("\n", countedTo)) {
      counted += 1;
      countedTo = end + 1;
    }
    return counted;
  }

  const cursor: Cursor = {
    text,
    at: 0,
    skip(lines) {
      for (;;) {
        cursor.match(lines ? spacesAndLines : spaces);
        const passed = cursor.match(comment);
        if (passed === undefined) return;
      }
    },
    take(mark) {
      if (!text.startsWith(mark, cursor.at)) return false;
      cursor.at += mark.length;
      return true;
    },
    looksAt: (mark) => text.startsWith(mark, cursor.at),
    match(pattern) {
      pattern.lastIndex = cursor.at;
      const found = pattern.exec(text)?.[0];
      if (found !== undefined) cursor.at += found.length;
      return found;
    },
    identifier: () => cursor.match(identifier),
    line: () => lineAt(cursor.at),
    fail(message) {
      const start = text.lastIndexOf("\n", cursor.at - 1) + 1;
      throw new HclError({ message, line: lineAt(cursor.at), column: cursor.at - start + 1 });
    },
  };
  return cursor;
}
