import { DataClass, dataClasses, didYouMean, type ImportedResult, JingneiError } from "../../model/index.ts";

/** Cells of one row of CSV (RFC 4180). Rows do not go over lines here: ids and classes hold no line ends. */
function cellsOf(row: string): readonly string[] {
  const cells: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^,]*))(,|$)/y;
  for (let match = cell.exec(row); match !== null; match = cell.exec(row)) {
    cells.push((match[1]?.replaceAll('""', '"') ?? match[2] ?? "").trim());
    if (match[3] === "") break;
  }
  return cells;
}

/**
 * Results as anybody can write them: a table with the columns `resource` (its id) and `class`, and `detail` where there is one. A
 * line for each class of a resource.
 * @throws JingneiError `input` with the line that cannot be read.
 */
export function* readResultTable(text: string, file: string): Iterable<ImportedResult> {
  const rows = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  const head = cellsOf(rows[0] ?? "").map((name) => name.toLowerCase());
  const [resource, held, detail] = ["resource", "class", "detail"].map((name) => head.indexOf(name));
  if (resource === undefined || held === undefined || resource < 0 || held < 0) {
    throw new JingneiError(
      "input",
      `${file}:1: the columns "resource" and "class" are missing`,
      'Begin with a line such as "resource,class,detail".',
    );
  }
  for (const [index, row] of rows.entries()) {
    if (index === 0 || row.trim() === "") continue;
    const cells = cellsOf(row);
    const id = cells[resource] ?? "";
    const read = DataClass.safeParse((cells[held] ?? "").toLowerCase());
    if (id === "" || !read.success) {
      const what =
        id === ""
          ? "no resource"
          : `"${cells[held] ?? ""}" is no data class.${didYouMean(cells[held] ?? "", dataClasses)}`;
      throw new JingneiError("input", `${file}:${index + 1}: ${what}`, `Classes are ${dataClasses.join(", ")}.`);
    }
    const words = detail === undefined || detail < 0 ? [] : [cells[detail] ?? ""].filter((word) => word !== "");
    yield { subject: { id }, evidence: new Map(), classes: [read.data], words, certain: true };
  }
}
