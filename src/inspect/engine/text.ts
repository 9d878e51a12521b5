import { type Column, countOf, longestValue, type Votes, votesOf, weighCell } from "../columns/column.ts";
import type { Detector } from "../detector.ts";
import { fold } from "../fold.ts";
import { asBuffer } from "../formats/bytes.ts";
import type { Layout, TextPiece } from "../piece.ts";
import { hasContext, isCredit, mentions } from "./context.ts";
import type { Inspection, Tools } from "./inspection.ts";
import { isWatched, readLabels } from "./labelled.ts";
import { sampledLines } from "./sampled-lines.ts";
import { tokensIn } from "./tokens.ts";

/** Matches of one detector in one column whose neighbourhood is read: more would only say the same again. */
const contextTries = 200;
const newline = 10;
/** Formats whose lines are rows of cells beside each other. */
const tabular: ReadonlySet<string> = new Set(["csv", "html", "markdown"]);

/** Counts what the kernel finds in a piece of text, and weighs the cells of some of its lines. */
export function readText(piece: TextPiece, inspection: Inspection, tools: Tools): void {
  const { bytes, layout } = piece;
  inspection.inspectedBytes += bytes.length;
  for (const part of partsOf(bytes, tools.finder.capacity)) countHits(part, layout, inspection, tools);
  for (const [lineStart, lineEnd] of sampledLines(bytes, inspection.sampling)) {
    sampleLine(bytes, lineStart, lineEnd, layout, inspection, tools);
  }
}

/** Parts that the kernel can take. */
export function* partsOf(bytes: Uint8Array, capacity: number): Generator<Uint8Array> {
  for (let from = 0; from < bytes.length; ) {
    const to = cut(bytes, from, capacity);
    yield from === 0 && to === bytes.length ? bytes : bytes.subarray(from, to);
    from = to;
  }
}

/** The end of a part that the kernel can take: behind a line, or behind a byte that no token has. */
function cut(bytes: Uint8Array, from: number, capacity: number): number {
  if (bytes.length - from <= capacity) return bytes.length;
  const end = from + capacity;
  const line = bytes.lastIndexOf(newline, end - 1);
  if (line >= from) return line + 1;
  for (let at = end - 1; at > from + capacity / 2; at--) {
    const byte = bytes[at] ?? 0;
    const isWord = byte >= 128 || /[0-9A-Za-z_@.+-]/.test(String.fromCharCode(byte));
    if (!isWord) return at + 1;
  }
  return end;
}

function countHits(part: Uint8Array, layout: Layout, inspection: Inspection, tools: Tools): void {
  const { kinds, starts, ends, length } = tools.finder.find(part);
  const bytes = asBuffer(part);
  const columns: Column[] = [];
  let lineStart = 0;
  let seen = 0;
  for (let index = 0; index < length; index++) {
    const start = starts[index] ?? 0;
    const end = ends[index] ?? start;
    const detector = tools.readHit(kinds[index] ?? 0, bytes, start, end, tools.hasher);
    if (detector === undefined) continue;
    if (layout.isFree !== true) {
      // Never further back than to the hit before: every byte is looked at once.
      lineStart = Math.max(lineStart, lineStartOf(bytes, seen, start));
      seen = start;
    }
    const at = layout.columnAt(bytes, lineStart, start);
    columns[at + 1] ??= inspection.ofLayout(layout, at);
    countHit(columns[at + 1] ?? inspection.text, detector, bytes, start, end, tools);
  }
}

/** Where the line of `at` begins; `least` where it begins before that. */
function lineStartOf(bytes: Uint8Array, least: number, at: number): number {
  let start = at;
  while (start > least && bytes[start - 1] !== newline) start--;
  return start > least ? start : 0;
}

/** Counts a hit of the kernel whose hash the hasher holds. */
export function countHit(
  column: Column,
  detector: Detector,
  bytes: Uint8Array,
  start: number,
  end: number,
  { hasher }: Tools,
): void {
  const count = countOf(column, detector.id);
  count.matches += 1;
  count.distinct.add(hasher.high, hasher.low);
  if (column.isText && isCredit(detector, bytes, start, end)) count.credited += 1;
  else if (count.matches <= contextTries && hasContext(detector, bytes, start, end)) count.inContext += 1;
}

function countMatch(
  column: Column,
  id: Parameters<typeof countOf>[1],
  canonical: string,
  { hasher }: Tools,
  context: () => boolean,
): void {
  const count = countOf(column, id);
  count.matches += 1;
  hasher.hash(canonical);
  count.distinct.add(hasher.high, hasher.low);
  if (count.matches <= contextTries && context()) count.inContext += 1;
}

function sampleLine(
  bytes: Uint8Array,
  lineStart: number,
  lineEnd: number,
  layout: Layout,
  inspection: Inspection,
  tools: Tools,
): void {
  let hasCells = false;
  const form = tabular.has(layout.format) ? inspection.formOf(layout.table) : undefined;
  const row: string[] | undefined = form !== undefined && isWatched(form) ? [] : undefined;
  for (const [index, value] of layout.cellsOf(bytes, lineStart, lineEnd)) {
    hasCells = true;
    row?.push(value);
    readCell(inspection.ofLayout(layout, index), value, inspection, tools);
  }
  if (form !== undefined && row !== undefined) readLabels(row, form, inspection, tools);
  if (!hasCells && lineEnd > lineStart) {
    const line = asBuffer(bytes).toString("utf8", lineStart, lineEnd);
    weighTokens(inspection.text, inspection.text.votes, line, tools);
    readFields(inspection.text, line, inspection, tools);
  }
}

/** Fields of forms vote as cells of a column do. */
function readFields(column: Column, text: string, inspection: Inspection, tools: Tools): void {
  for (const { label, hints, value } of tools.fields.fieldsIn(text)) {
    const cell = fold(value);
    if (cell !== "") weighCell(inspection.fieldOf(column, label, hints), cell, tools.detectors, tools.hasher);
  }
}

/** A value is weighed whole; what is too long for one is running text. */
export function readCell(column: Column, value: string, inspection: Inspection, tools: Tools): void {
  const cell = fold(value);
  if (cell === "") return;
  if (cell.length <= longestValue) weighCell(column, cell, tools.detectors, tools.hasher);
  const isLong = cell.length > longestToken && /[\s\p{P}]/u.test(cell);
  if (isLong || (cell.length > 12 && /\d{6}/.test(cell) && mixed.test(cell))) {
    weighTokens(column, column.within, cell, tools);
    readFields(column, cell, inspection, tools);
  } else if (cell.length > 12) findInText(column, cell, tools);
}

/** Longest identifier with its separators; longer cells are sentences. */
const longestToken = 24;
/** Longest line that says one thing, in characters. */
const longestSaying = 600;
const mailbox = /[\w.]@[\w-]+\.[a-z]/i;
/** What stands between an identifier and something else in a short cell: 王伟(13812345678), `ID:440305…`. */
const mixed = /[\u3400-\u9fff()/:;]/;

/** How often what looks like an identifier in running text also passes its check, and what stands beside what. */
function weighTokens(column: Column, votes: Column["votes"], line: string, tools: Tools): void {
  const text = fold(line.slice(0, 16_384));
  const found = findInText(column, text, tools);
  const valid = new Set<Votes>();
  const isAddress = found.some(({ id }) => id === "cn-address");
  let [isKnown, isSomebody] = [isAddress, isAddress];
  for (const token of tokensIn(text)) {
    for (const detector of tools.ofWords) {
      const reading = detector.weigh(token);
      if (reading === "no") continue;
      const vote = votesOf({ votes }, detector.id);
      vote[reading] += 1;
      if (reading !== "valid") continue;
      vote.steps.add(token);
      const isAlone = detector.needs === "alone";
      if (isAlone) isKnown = true;
      else valid.add(vote);
      isSomebody ||= detector.person && (isAlone || detector.prior !== undefined);
    }
  }
  if (isKnown) for (const vote of valid) vote.beside += 1;
  if (found.length === 0 || line.length > longestSaying || !(isSomebody || mailbox.test(text))) return;
  for (const { id, ofPersons } of found) if (ofPersons === true) countOf(column, id).beside += 1;
}

/** @returns the detectors that found something. */
function findInText(column: Column, text: string, tools: Tools): readonly Detector[] {
  return tools.ofText.filter((detector) => {
    let isFound = false;
    for (const { start, end, reading } of detector.findIn?.(text) ?? []) {
      if (reading !== "valid") continue;
      isFound = true;
      // A word is no context of itself: 诊断结果 holds 诊断.
      const near = `${text.slice(Math.max(0, start - 30), start)}\n${text.slice(end, end + 30)}`;
      const value = text.slice(start, end);
      const context = (): boolean => mentions(near, detector.context);
      countMatch(column, detector.id, detector.canonical(value), tools, context);
    }
    return isFound;
  });
}
