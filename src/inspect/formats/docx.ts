import type { Piece } from "../piece.ts";
import type { Reader, ReaderInput } from "../reader.ts";
import { officeKind } from "./office/kind.ts";
import { packageOf, picturesGap } from "./office/package.ts";
import { type ParagraphRules, paragraphsOf } from "./office/paragraphs.ts";
import { propertiesOf } from "./office/properties.ts";
import { attributeOf } from "./office/xml-events.ts";

/** Letters of Office Open XML (ECMA-376): text, tables, headers, notes, comments, what was deleted and kept as a change. */
export const docx: Reader = {
  format: "docx",
  recognises: (head, path) => (officeKind(head, path) === "docx" ? 3 : 0),
  read: readDocx,
};

const rules: ParagraphRules = {
  format: "docx",
  runs: new Set(["t", "delText"]),
  paragraph: new Set(["p"]),
  table: "tbl",
  row: "tr",
  cell: new Set(["tc"]),
  // The same once more, for old readers.
  ignored: new Set(["Fallback"]),
  stands: new Map([
    ["tab", "\t"],
    ["br", "\n"],
    ["cr", "\n"],
    ["noBreakHyphen", "-"],
  ]),
  isTitle: (name, tag) => name === "pStyle" && /title|heading|标题/i.test(attributeOf(tag, "val") ?? ""),
};

async function* readDocx(input: ReaderInput): AsyncIterable<Piece> {
  const parts = await packageOf(input);
  const all = (pattern: RegExp): readonly string[] => parts.names.filter((name) => pattern.test(name));
  const tableName = (index: number): string => `table ${index}`;
  yield* propertiesOf(parts, all(/^docProps\/(core|app|custom)\.xml$/i), "docx");
  for (const name of all(/^word\/(header|footer)\d*\.xml$/i)) {
    yield* paragraphsOf(parts, name, rules, { isTitle: true, tableName });
  }
  for (const name of all(/^word\/document\d*\.xml$/i)) {
    yield* paragraphsOf(parts, name, rules, { isTitle: false, titlePage: true, tableName });
  }
  for (const name of all(/^word\/(footnotes|endnotes|comments\w*)\.xml$/i)) {
    yield* paragraphsOf(parts, name, rules, { isTitle: false, tableName });
  }
  for (const name of all(/^word\/(embeddings|afchunk)\//i)) yield* parts.member(name);
  yield* picturesGap(parts.names);
  yield* parts.gaps.pieces();
}
