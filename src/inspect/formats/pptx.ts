import type { Piece } from "../piece.ts";
import type { Reader, ReaderInput } from "../reader.ts";
import { officeKind } from "./office/kind.ts";
import { packageOf, picturesGap } from "./office/package.ts";
import { type ParagraphRules, paragraphsOf } from "./office/paragraphs.ts";
import { propertiesOf } from "./office/properties.ts";
import { attributeOf } from "./office/xml-events.ts";

/** Slides of Office Open XML (ECMA-376): text, tables, notes and comments. */
export const pptx: Reader = {
  format: "pptx",
  recognises: (head, path) => (officeKind(head, path) === "pptx" ? 3 : 0),
  read: readPptx,
};

const rules: ParagraphRules = {
  format: "pptx",
  runs: new Set(["t", "text"]),
  paragraph: new Set(["p", "text"]),
  table: "tbl",
  row: "tr",
  cell: new Set(["tc"]),
  ignored: new Set(["Fallback"]),
  stands: new Map([
    ["br", "\n"],
    ["tab", "\t"],
  ]),
  isTitle: (name, tag) => name === "ph" && /^(title|ctrTitle|subTitle|hdr|ftr)$/.test(attributeOf(tag, "type") ?? ""),
  titled: "sp",
};

async function* readPptx(input: ReaderInput): AsyncIterable<Piece> {
  const parts = await packageOf(input);
  const all = (pattern: RegExp): readonly string[] => parts.names.filter((name) => pattern.test(name));
  yield* propertiesOf(parts, all(/^docProps\/(core|app|custom)\.xml$/i), "pptx");
  for (const name of all(/^ppt\/(slides|notesSlides|comments|slideMasters|handoutMasters)\/[^/]+\.xml$/i)) {
    const isTitle = /Masters\//i.test(name);
    const slide = /(\d+)\.xml$/i.exec(name)?.[1] ?? "";
    yield* paragraphsOf(parts, name, rules, { isTitle, tableName: (index) => `slide ${slide} table ${index}` });
  }
  for (const name of all(/^ppt\/embeddings\//i)) yield* parts.member(name);
  yield* picturesGap(parts.names);
  yield* parts.gaps.pieces();
}
