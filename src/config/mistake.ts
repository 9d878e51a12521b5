import { JingneiError } from "../model/index.ts";

export type Path = readonly (string | number)[];

/** Something wrong in the file. Lines and columns count from 1. */
export interface Mistake {
  readonly line: number;
  readonly column: number;
  readonly path: Path;
  readonly message: string;
}

/** `approvals[0].mechanism`; a key that is no plain word stands in quotes. */
export function showPath(path: Path): string {
  let text = "";
  for (const step of path) {
    if (typeof step === "number") text += `[${step}]`;
    else if (/^[A-Za-z_][\w-]*$/.test(step)) text += text === "" ? step : `.${step}`;
    else text += `[${quote(step)}]`;
  }
  return text;
}

/** A word of the file as it may be repeated: escaped, and cut when it is long. */
export function quote(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length <= 80 ? text : `${text.slice(0, 77)}…${text.startsWith('"') ? '"' : ""}`;
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
