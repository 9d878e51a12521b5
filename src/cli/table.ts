import { padEnd, textWidth } from "../model/index.ts";

/** Where what found no room in its row goes on. */
const indent = "    ";

/**
 * Left-aligned columns with two spaces between; the last one is as wide as it is. Cells hold one line.
 * @param width columns of the terminal; the cells of a row that find no room go on below it. Left out = nothing is limited.
 */
export function renderTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  width = Number.POSITIVE_INFINITY,
): string {
  const widths = head.map((title, column) =>
    rows.reduce((most, row) => Math.max(most, textWidth(row[column] ?? "")), textWidth(title)),
  );
  const beside = fitting(widths, width);
  const linesOf = (cells: readonly string[]) => [
    head
      .slice(0, beside)
      .map((_, column) => padEnd(cells[column] ?? "", widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
    ...packed(cells.slice(beside), width - indent.length).map((line) => `${indent}${line}`),
  ];
  return [head, ...rows].flatMap((cells) => linesOf(cells).map((line) => `${line}\n`)).join("");
}

/** How many columns stand beside each other, at least one. */
function fitting(widths: readonly number[], width: number): number {
  let right = -2;
  const first = widths.findIndex((own) => {
    right += own + 2;
    return right > width;
  });
  return first === -1 ? widths.length : Math.max(1, first);
}

function packed(cells: readonly string[], width: number): readonly string[] {
  const lines: string[] = [];
  for (const cell of cells) {
    const last = lines.at(-1);
    if (last !== undefined && textWidth(last) + 2 + textWidth(cell) <= width) lines.splice(-1, 1, `${last}  ${cell}`);
    else lines.push(cell);
  }
  return lines;
}
