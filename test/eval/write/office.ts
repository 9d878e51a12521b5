import type { Content, Sheet } from "../make/content.ts";
import { escapeXml, proseOf } from "./text-tables.ts";
import { type Member, zip } from "./zip.ts";

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const part = (name: string, text: string): Member => ({ name, bytes: Buffer.from(declaration + text) });
const contentTypes = (overrides: string): Member =>
  part(
    "[Content_Types].xml",
    `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides}</Types>`,
  );
const relations = (name: string, entries: readonly (readonly [type: string, target: string])[]): Member =>
  part(
    name,
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${entries
      .map(
        ([type, target], at) =>
          `<Relationship Id="rId${at + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`,
      )
      .join("")}</Relationships>`,
  );
const spreadsheet = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

/** A workbook: strings shared, long numbers as text, as Excel keeps them when the column is formatted so. */
export function workbook({ title, paragraphs, sheets }: Content): Buffer {
  const strings: string[] = [];
  const known = new Map<string, number>();
  const shared = (text: string): number => {
    const at = known.get(text) ?? strings.length;
    if (at === strings.length) {
      strings.push(text);
      known.set(text, at);
    }
    return at;
  };
  const notes: readonly Sheet[] =
    paragraphs.length === 0 ? [] : [{ name: "notes", columns: [title], rows: paragraphs.map((text) => [text]) }];
  const all = [...sheets, ...notes];
  const drawn = all.map((sheet, at) => part(`xl/worksheets/sheet${at + 1}.xml`, worksheet(sheet, shared)));
  const types = all.map(
    (_, at) =>
      `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`,
  );
  return zip([
    contentTypes(
      `<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>${types.join("")}`,
    ),
    relations("_rels/.rels", [["officeDocument", "xl/workbook.xml"]]),
    part(
      "xl/workbook.xml",
      `<workbook ${spreadsheet} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>${all.map(({ name }, at) => `<sheet name="${escapeXml(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join("")}</sheets></workbook>`,
    ),
    relations("xl/_rels/workbook.xml.rels", [
      ...all.map((_, at) => ["worksheet", `worksheets/sheet${at + 1}.xml`] as const),
      ["sharedStrings", "sharedStrings.xml"],
    ]),
    ...drawn,
    part(
      "xl/sharedStrings.xml",
      `<sst ${spreadsheet} count="${strings.length}" uniqueCount="${strings.length}">${strings.map((text) => `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`).join("")}</sst>`,
    ),
  ]);
}

function worksheet({ columns, rows }: Sheet, shared: (text: string) => number): string {
  const lines = [columns, ...rows].map((row, at) => {
    const cells = row.map((cell, index) => {
      const place = `${String.fromCharCode(65 + index)}${at + 1}`;
      if (cell === "") return "";
      // Fifteen digits are what a number in a sheet can hold.
      if (/^(?:0|[1-9]\d{0,14})(?:\.\d{1,6})?$/.test(cell) && cell.length <= 15)
        return `<c r="${place}"><v>${cell}</v></c>`;
      return `<c r="${place}" t="s"><v>${shared(cell)}</v></c>`;
    });
    return `<row r="${at + 1}">${cells.join("")}</row>`;
  });
  return `<worksheet ${spreadsheet}><sheetData>${lines.join("")}</sheetData></worksheet>`;
}

const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** A document: paragraphs, some cut into runs as an editor leaves them, and tables. */
export function document(content: Content): Buffer {
  const run = (text: string): string => `<w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
  const paragraph = (text: string): string => {
    const middle = Math.floor(text.length / 2);
    return `<w:p>${run(text.slice(0, middle))}${run(text.slice(middle))}</w:p>`;
  };
  const { title, paragraphs, sheets } = content;
  const tables = sheets.map(({ columns, rows }) => {
    const row = (cells: readonly string[]): string =>
      `<w:tr>${cells.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join("")}</w:tr>`;
    return `<w:tbl>${[columns, ...rows.slice(0, 60)].map(row).join("")}</w:tbl>`;
  });
  const body = [...proseOf({ title, paragraphs, sheets: [] }).map(paragraph), ...tables].join("");
  return zip([
    contentTypes(
      '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>',
    ),
    relations("_rels/.rels", [["officeDocument", "word/document.xml"]]),
    part("word/document.xml", `<w:document ${word}><w:body>${body}</w:body></w:document>`),
  ]);
}
