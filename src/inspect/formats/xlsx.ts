import type { Piece } from "../piece.ts";
import type { Reader, ReaderInput } from "../reader.ts";
import { gapPiece } from "./binary/gap.ts";
import { memberName } from "./binary/member-name.ts";
import { dateFormats, sharedStrings } from "./office/cell-values.ts";
import { officeKind } from "./office/kind.ts";
import { type Package, packageOf, picturesGap } from "./office/package.ts";
import { type ParagraphRules, paragraphsOf } from "./office/paragraphs.ts";
import { propertiesOf } from "./office/properties.ts";
import { sheetOf } from "./office/sheet.ts";
import { allTurns, attributeOf } from "./office/xml-events.ts";

/** Workbooks of Office Open XML (ECMA-376): hidden sheets too, comments, text of drawings. */
export const xlsx: Reader = {
  format: "xlsx",
  recognises: (head, path) => (officeKind(head, path) === "xlsx" ? 3 : 0),
  read: readXlsx,
};

const remarks: ParagraphRules = {
  format: "xlsx",
  runs: new Set(["t", "text"]),
  paragraph: new Set(["p", "comment", "threadedComment"]),
  table: "tbl",
  row: "tr",
  cell: new Set(["tc"]),
  ignored: new Set(["Fallback", "rPh"]),
  stands: new Map([["br", "\n"]]),
  isTitle: () => false,
};

async function* readXlsx(input: ReaderInput): AsyncIterable<Piece> {
  const parts = await packageOf(input);
  const all = (pattern: RegExp): readonly string[] => parts.names.filter((name) => pattern.test(name));
  if (parts.names.includes("xl/workbook.bin")) {
    yield gapPiece("unsupported", "is a binary workbook (.xlsb), which this version does not read");
    return;
  }
  yield* propertiesOf(parts, all(/^docProps\/(core|app|custom)\.xml$/i), "xlsx");
  const { names, is1904 } = await sheetNames(parts);
  const [stringsPart] = all(/^xl\/sharedStrings\.xml$/i);
  const strings = stringsPart === undefined ? [] : await sharedStrings(parts, stringsPart, input.limits.spoolBytes / 2);
  const book = { strings, dates: await dateFormats(parts, "xl/styles.xml"), is1904 };
  for (const part of all(/^xl\/(worksheets|macrosheets|dialogsheets)\/[^/]+\.xml$/i)) {
    const name = names.get(part) ?? memberName(part.slice(part.lastIndexOf("/") + 1, -4));
    yield* sheetOf(parts, part, name, book, input.rows ?? Number.POSITIVE_INFINITY);
  }
  for (const name of all(/^xl\/(comments|threadedComments|drawings)[^/]*(\/[^/]+)?\.xml$/i)) {
    yield* paragraphsOf(parts, name, remarks, { isTitle: false, tableName: (index) => `table ${index}` });
  }
  for (const name of all(/^xl\/embeddings\//i)) yield* parts.member(name);
  yield* picturesGap(parts.names);
  yield* parts.gaps.pieces();
}

/** Names of the sheets by their parts. */
async function sheetNames(
  parts: Package,
): Promise<{ readonly names: ReadonlyMap<string, string>; readonly is1904: boolean }> {
  const targets = new Map<string, string>();
  await allTurns(
    parts.xml("xl/_rels/workbook.xml.rels", {
      open(element, tag) {
        if (element !== "Relationship" || targets.size >= 100_000) return;
        const target = attributeOf(tag, "Target") ?? "";
        targets.set(attributeOf(tag, "Id") ?? "", target.startsWith("/") ? target.slice(1) : `xl/${target}`);
      },
      close: () => undefined,
      text: () => undefined,
    }),
  );
  const names = new Map<string, string>();
  let is1904 = false;
  await allTurns(
    parts.xml("xl/workbook.xml", {
      open(element, tag) {
        if (element === "workbookPr") is1904 = /^(1|true)$/.test(attributeOf(tag, "date1904") ?? "");
        if (element !== "sheet" || names.size >= 100_000) return;
        const part = targets.get(attributeOf(tag, "id") ?? "");
        if (part !== undefined) names.set(part, memberName(attributeOf(tag, "name") ?? ""));
      },
      close: () => undefined,
      text: () => undefined,
    }),
  );
  return { names, is1904 };
}
