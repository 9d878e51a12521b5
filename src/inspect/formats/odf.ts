import type { Piece } from "../piece.ts";
import type { Reader, ReaderInput } from "../reader.ts";
import { memberName } from "./binary/member-name.ts";
import { officeKind } from "./office/kind.ts";
import { packageOf, picturesGap } from "./office/package.ts";
import { type ParagraphRules, paragraphsOf } from "./office/paragraphs.ts";
import { propertiesOf } from "./office/properties.ts";
import { attributeOf } from "./office/xml-events.ts";

/** OpenDocument text, tables and slides (ISO/IEC 26300). */
export const odf: Reader = {
  format: "odf",
  recognises: (head, path) => (officeKind(head, path) === "odf" ? 3 : 0),
  read: readOdf,
};

const rules: ParagraphRules = {
  format: "odf",
  runs: new Set(["p", "h"]),
  paragraph: new Set(["p", "h"]),
  table: "table",
  row: "table-row",
  cell: new Set(["table-cell", "covered-table-cell"]),
  stands: new Map([
    ["tab", "\t"],
    ["line-break", "\n"],
    ["s", " "],
  ]),
  isTitle: (name) => name === "h",
  // The text shown may be rounded or grouped.
  statedValue(tag) {
    const type = attributeOf(tag, "value-type");
    if (type === "date") return attributeOf(tag, "date-value");
    return type === "float" ? attributeOf(tag, "value") : undefined;
  },
  repeatedOf: (tag) => Math.min(1_000, Math.max(1, Number(attributeOf(tag, "number-columns-repeated") ?? 1) || 1)),
};

async function* readOdf(input: ReaderInput): AsyncIterable<Piece> {
  const parts = await packageOf(input);
  const isEncrypted = await hasEncryptedParts(parts);
  if (isEncrypted) {
    yield { kind: "gap", gap: { reason: "unsupported", detail: "is encrypted with a password: not read" } };
    return;
  }
  yield* propertiesOf(
    parts,
    parts.names.filter((name) => name === "meta.xml"),
    "odf",
  );
  const tableName = (index: number, tag: string): string => memberName(attributeOf(tag, "name") ?? `table ${index}`);
  for (const name of parts.names.filter((one) => /(^|\/)(content|styles)\.xml$/.test(one))) {
    // Headers and footers of pages stand among the styles.
    yield* paragraphsOf(parts, name, rules, { isTitle: name.endsWith("styles.xml"), tableName });
  }
  yield* picturesGap(parts.names);
  yield* parts.gaps.pieces();
}

async function hasEncryptedParts(parts: Awaited<ReturnType<typeof packageOf>>): Promise<boolean> {
  let found = false;
  const turns = parts.xml("META-INF/manifest.xml", {
    open(name) {
      if (name === "encryption-data") found = true;
    },
    close: () => undefined,
    text: () => undefined,
  });
  for await (const _ of turns) if (found) break;
  return found;
}
