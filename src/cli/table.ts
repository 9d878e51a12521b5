/** Left-aligned columns with two spaces between; the last one is as wide as it is. Cells hold one line. */
export function renderTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) =>
    rows.reduce((most, row) => Math.max(most, (row[column] ?? "").length), title.length),
  );
  const lineOf = (cells: readonly string[]) =>
    head
      .map((_, column) => (cells[column] ?? "").padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd();
  return [head, ...rows].map((cells) => `${lineOf(cells)}\n`).join("");
}
