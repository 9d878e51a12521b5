import { textWidth, wrapText } from "../model/index.ts";

/** Sentences are harder to read the wider they are. */
const widest = 100;
/** What stands so far in is there to be copied as it is. */
const copied = 6;

/** Breaks long lines for a reader at a terminal, each below where it began; what goes to a file or a pipe stays as it is. */
export function fitted(text: string, { columns, isTTY }: Pick<NodeJS.WriteStream, "columns" | "isTTY">): string {
  if (!isTTY) return text;
  const width = Math.min(columns || 80, widest);
  return text
    .split("\n")
    .flatMap((line) => (textWidth(line) <= width ? [line] : broken(line, width)))
    .join("\n");
}

function broken(line: string, width: number): readonly string[] {
  const indent = line.length - line.trimStart().length;
  if (indent >= copied) return [line];
  return wrapText(line, width - indent).map((part) => `${" ".repeat(indent)}${part}`);
}
