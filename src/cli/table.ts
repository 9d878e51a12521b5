/** Left-aligned columns with two spaces between; the last one is as wide as it is. Cells hold one line. */
export function renderTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) =>
    rows.reduce((most, row) => Math.max(most, widthOf(row[column] ?? "")), widthOf(title)),
  );
  const lineOf = (cells: readonly string[]) =>
    head
      .map((_, column) => padded(cells[column] ?? "", widths[column] ?? 0))
      .join("  ")
      .trimEnd();
  return [head, ...rows].map((cells) => `${lineOf(cells)}\n`).join("");
}

function padded(cell: string, width: number): string {
  return cell + " ".repeat(Math.max(0, width - widthOf(cell)));
}

/** Columns that a text takes at a terminal: Chinese, Japanese, Korean and full-width characters take two (UAX 11). */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += wide.test(character) ? 2 : 1;
  return width;
}

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u4dbf\u4e00-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;
