import { JingneiError, showPath, type ValuePath } from "../model/index.ts";

/** Something wrong in the file. Lines and columns count from 1. */
export interface Mistake {
  readonly line: number;
  readonly column: number;
  readonly path: ValuePath;
  readonly message: string;
}

const shownMistakes = 50;

/** One error that lists every mistake, in the order of the file. */
export function mistakesError(file: string, mistakes: readonly Mistake[]): JingneiError {
  const sorted = mistakes.toSorted((a, b) => a.line - b.line || a.column - b.column);
  const lines = sorted.slice(0, shownMistakes).map((mistake) => {
    const path = showPath(mistake.path);
    return `${file}:${mistake.line}:${mistake.column}: ${path === "" ? "" : `${path}: `}${mistake.message}`;
  });
  if (sorted.length > shownMistakes) lines.push(`… and ${sorted.length - shownMistakes} more`);
  const count = sorted.length === 1 ? "a mistake" : `${sorted.length} mistakes`;
  return new JingneiError(
    "config",
    `${count} in the configuration\n${lines.map((line) => `  ${line}`).join("\n")}`,
    "Correct the file and run the command again; `jingnei init` writes a commented example.",
  );
}
