import { mostColumns, type Piece } from "../../piece.ts";
import { type HeadedTable, headedTable } from "./headed.ts";
import type { Package } from "./package.ts";
import { textGatherer } from "./text-gatherer.ts";

/** Which elements of a format are what. Names are without prefix. */
export interface ParagraphRules {
  readonly format: string;
  /** Elements whose text is the document's; all text where left out. */
  readonly runs?: ReadonlySet<string>;
  readonly paragraph: ReadonlySet<string>;
  readonly table: string;
  readonly row: string;
  readonly cell: ReadonlySet<string>;
  /** Elements that repeat what stands elsewhere. */
  readonly ignored?: ReadonlySet<string>;
  /** The value of a cell, where its tag states it better than its text does. */
  readonly statedValue?: (tag: string) => string | undefined;
  /** How many columns a cell takes. */
  readonly repeatedOf?: (tag: string) => number;
  /** Text that stands for an element without any: a tab, a line break. */
  readonly stands: ReadonlyMap<string, string>;
  /** Whether an element makes its paragraph, or what is around it, a title. */
  readonly isTitle: (name: string, tag: string) => boolean;
  /** The element that a title mark holds for; left out = the paragraph. */
  readonly titled?: string;
}

export interface ParagraphOptions {
  /** All of the part is of the title zone: headers and footers. */
  readonly isTitle: boolean;
  /** Short paragraphs at its beginning that may be a title page. */
  readonly titlePage?: boolean;
  readonly tableName: (index: number, tag: string) => string;
}

const longestParagraph = 512 * 1024;
const longestCell = 64 * 1024;
const titleParagraphs = 6;
const titleCharacters = 60;

/** Running text and tables of one part of a document. A table within a cell is text of that cell. */
export async function* paragraphsOf(
  parts: Package,
  name: string,
  rules: ParagraphRules,
  { isTitle, titlePage = false, tableName }: ParagraphOptions,
): AsyncIterable<Piece> {
  const text = textGatherer(rules.format);
  const finished: HeadedTable[] = [];
  let table: HeadedTable | undefined;
  let tables = 0;
  let depth = 0;
  let row: string[] | undefined;
  let cell: string | undefined;
  let value: string | undefined;
  let repeated = 1;
  let ignored = 0;
  let paragraph = "";
  let runs = 0;
  let isMarked = false;
  let titlesLeft = titlePage ? titleParagraphs : 0;

  function endParagraph(): void {
    if (cell !== undefined)
      cell = cell === "" ? paragraph.trim() : `${cell}\n${paragraph.trim()}`.slice(0, longestCell);
    else if (paragraph.trim() !== "") {
      // A title page ends with the first sentence.
      if (paragraph.length > titleCharacters) titlesLeft = 0;
      text.add(paragraph, isTitle || isMarked || titlesLeft > 0);
      titlesLeft -= 1;
    }
    paragraph = "";
    if (rules.titled === undefined) isMarked = false;
  }

  const turns = parts.xml(name, {
    open(element, tag) {
      if (rules.ignored?.has(element) === true) ignored += 1;
      if (rules.runs?.has(element) === true) runs += 1;
      else if (element === rules.table) {
        depth += 1;
        if (depth === 1) {
          tables += 1;
          table = headedTable(rules.format, tableName(tables, tag));
        }
      } else if (depth === 1 && element === rules.row) row = [];
      else if (depth === 1 && rules.cell.has(element)) {
        cell = "";
        value = rules.statedValue?.(tag);
        repeated = rules.repeatedOf?.(tag) ?? 1;
      } else if (rules.isTitle(element, tag)) isMarked = true;
      else paragraph += rules.stands.get(element) ?? "";
    },
    close(element) {
      if (rules.ignored?.has(element) === true) ignored -= 1;
      if (rules.runs?.has(element) === true) runs -= 1;
      if (rules.paragraph.has(element)) endParagraph();
      else if (element === rules.table) {
        depth -= 1;
        if (depth === 0 && table !== undefined) {
          finished.push(table);
          table = undefined;
        }
      } else if (depth === 1 && rules.cell.has(element) && cell !== undefined) {
        for (let times = 0; times < repeated && row !== undefined && row.length < mostColumns; times++) {
          row.push(value ?? cell);
        }
        cell = undefined;
      } else if (depth === 1 && element === rules.row && row !== undefined) {
        table?.add(row);
        row = undefined;
      }
      if (element === rules.titled) isMarked = false;
    },
    text(part) {
      if (ignored > 0 || (rules.runs !== undefined && runs <= 0)) return;
      paragraph += part;
      if (paragraph.length > longestParagraph) endParagraph();
    },
  });
  for await (const _ of turns) {
    for (const one of finished.splice(0)) yield* one.take(true);
    if (table !== undefined) yield* (table as HeadedTable).take(false);
    yield* text.take(false);
  }
  endParagraph();
  if (table !== undefined) yield* (table as HeadedTable).take(true);
  yield* text.take(true);
}
