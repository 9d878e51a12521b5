import type { Content, Sheet } from "../make/content.ts";

/** Tables as text, as the usual tools write them. */

export function delimited({ sheets }: Content, separator: string): string {
  return sheets
    .map((sheet) =>
      [sheet.columns, ...sheet.rows]
        .map((row) => row.map((cell) => quoted(cell, separator)).join(separator))
        .join("\n"),
    )
    .join("\n\n");
}

function quoted(cell: string, separator: string): string {
  return cell.includes(separator) || /["\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function recordsOf({ columns, rows }: Sheet): readonly Readonly<Record<string, string | null>>[] {
  return rows.map((row) =>
    Object.fromEntries(columns.map((name, at) => [name, row[at] === "" ? null : (row[at] ?? null)])),
  );
}

export function json({ title, sheets, paragraphs }: Content): string {
  const tables = Object.fromEntries(sheets.map((sheet) => [sheet.name, recordsOf(sheet)]));
  return JSON.stringify({ title, generated: "2025-06-01T08:00:00Z", notes: paragraphs, ...tables }, null, 2);
}

export function jsonLines({ title, sheets, paragraphs }: Content): string {
  const rows = sheets.flatMap((sheet) => recordsOf(sheet).map((record) => ({ type: sheet.name, data: record })));
  return [{ title }, ...rows, ...paragraphs.map((message) => ({ message }))]
    .map((one) => `${JSON.stringify(one)}\n`)
    .join("");
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
export const escapeXml = (text: string): string => text.replaceAll(/[&<>"]/g, (one) => entities[one] ?? one);
const elementName = (name: string): string => name.replaceAll(/[^\p{L}\p{N}_]/gu, "_").replace(/^(\d)/, "_$1");

export function xml({ title, sheets, paragraphs }: Content, encoding: string): string {
  const records = sheets.flatMap(({ name, columns, rows }) =>
    rows.map((row) => {
      const fields = columns.map(
        (column, at) => `    <${elementName(column)}>${escapeXml(row[at] ?? "")}</${elementName(column)}>`,
      );
      return `  <${elementName(name)}>\n${fields.join("\n")}\n  </${elementName(name)}>`;
    }),
  );
  const notes = paragraphs.map((text) => `  <note>${escapeXml(text)}</note>`);
  const declared = encoding === "utf-8-bom" ? "utf-8" : encoding.replace(/le$|be$/, "");
  return `<?xml version="1.0" encoding="${declared}"?>\n<export>\n  <title>${escapeXml(title)}</title>\n${[...records, ...notes].join("\n")}\n</export>\n`;
}

export function yaml({ title, sheets, paragraphs }: Content): string {
  const lines = [`title: ${JSON.stringify(title)}`];
  for (const { name, columns, rows } of sheets) {
    lines.push(`${name}:`);
    for (const row of rows)
      for (const [at, column] of columns.entries())
        lines.push(`${at === 0 ? "  - " : "    "}${column}: ${scalar(row[at] ?? "")}`);
  }
  if (paragraphs.length > 0) lines.push("notes:", ...paragraphs.map((text) => `  - ${JSON.stringify(text)}`));
  return `${lines.join("\n")}\n`;
}

function scalar(cell: string): string {
  if (cell === "") return "null";
  return /^[\p{L}\p{N}][\p{L}\p{N} ./·-]*$/u.test(cell) && !/^[\d.]+$/.test(cell) ? cell : JSON.stringify(cell);
}

/** As `mysqldump` writes it. */
export function sqlDump({ title, sheets, paragraphs }: Content): string {
  const tables = sheets.map(({ name, columns, rows }) => {
    const made = `CREATE TABLE \`${name}\` (\n${columns.map((column) => `  \`${column}\` varchar(255) DEFAULT NULL`).join(",\n")}\n) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;\n`;
    const batches: string[] = [];
    for (let from = 0; from < rows.length; from += 50) {
      const values = rows
        .slice(from, from + 50)
        .map((row) => `(${row.map((cell) => (cell === "" ? "NULL" : `'${cell.replaceAll("'", "\\'")}'`)).join(",")})`);
      batches.push(`INSERT INTO \`${name}\` VALUES ${values.join(",")};`);
    }
    return `DROP TABLE IF EXISTS \`${name}\`;\n${made}${batches.join("\n")}\n`;
  });
  return `-- MySQL dump 10.13\n${[title, ...paragraphs].map((text) => `-- ${text}\n`).join("")}${tables.join("\n")}`;
}

/** An application's log: tables as `key=value`, text as messages. */
export function log({ title, sheets, paragraphs }: Content): string {
  let at = 1_748_736_000_000;
  const line = (message: string): string => {
    at += 137;
    return `${new Date(at).toISOString().replace("T", " ").slice(0, 23)} INFO [worker-${at % 16}] ${message}\n`;
  };
  const rows = sheets.flatMap(({ name, columns, rows: all }) =>
    all.map((row) =>
      line(`${name} saved ${columns.map((column, index) => `${column}=${quotedValue(row[index] ?? "")}`).join(" ")}`),
    ),
  );
  return [line(title), ...rows, ...paragraphs.map(line)].join("");
}

const quotedValue = (cell: string): string => (/[ =]/.test(cell) ? JSON.stringify(cell) : cell);

/** A report for people: titles, paragraphs, and each row as a form. */
export function plain(content: Content): string {
  return `${proseOf(content).join("\n\n")}\n`;
}

/** Paragraphs of a document: the title first. */
export function proseOf({ title, paragraphs, sheets }: Content): readonly string[] {
  const forms = sheets.flatMap(({ columns, rows }) =>
    rows
      .slice(0, 40)
      .map((row) => columns.flatMap((column, at) => (row[at] === "" ? [] : `${column}：${row[at]}`)).join("，")),
  );
  return [title, ...paragraphs, ...forms];
}
