import { textWidth } from "../model/index.ts";

/** Left-aligned columns with two spaces between; the last one is as wide as it is. Cells hold one line. */
export function renderTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) =>
    rows.reduce((most, row) => Math.max(most, textWidth(row[column] ?? "")), textWidth(title)),
  );
  const lineOf = (cells: readonly string[]) =>
    head
      .map((_, column) => padded(cells[column] ?? "", widths[column] ?? 0))
      .join("  ")
      .trimEnd();
  return [head, ...rows].map((cells) => `${lineOf(cells)}\n`).join("");
}

function padded(cell: string, width: number): string {
  return cell + " ".repeat(Math.max(0, width - textWidth(cell)));
}
