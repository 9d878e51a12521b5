import { evidenceFrames, gapFrames, listWords, reasonFrames, slotWords, standIns } from "./evidence-frames.ts";
import type { Text } from "./text.ts";

const lineFrames = { ...evidenceFrames, ...gapFrames };
const frames = { ...lineFrames, ...reasonFrames };

type Frames = typeof frames;
type SlotsOf<Template> = Template extends `${string}{${infer Slot}}${infer Rest}` ? Slot | SlotsOf<Rest> : never;
/** A value per slot; `undefined` leaves out the optional part that the slot stands in. */
type ValuesOf<Name extends keyof Frames> = Readonly<Record<SlotsOf<Frames[Name]["en"]>, string | undefined>>;
type Values = Readonly<Record<string, string | undefined>>;

interface Slot {
  readonly slot: string;
}
interface Optional {
  readonly optional: readonly Piece[];
}
type Piece = string | Slot | Optional;

/** Reads what a frame wrote. */
interface Reader {
  /** Every line of the frame holds it. */
  readonly mark: string;
  readonly pattern: RegExp;
  readonly zh: readonly Piece[];
}

const english = new Map(Object.entries(frames).map(([name, { en }]) => [name, parsed(en)]));
const lineReaders = Object.values(lineFrames).map(readerOf);
const reasonReaders = Object.values(reasonFrames).map(readerOf);

/** A line of evidence, or the detail of a gap, as the document holds it: in English. */
export function evidenceLine<Name extends keyof Frames>(name: Name, values: ValuesOf<Name>): string {
  return filled(english.get(name) ?? [], values, (value) => value);
}

/** A line of evidence, or the detail of a gap, in both languages. What has no frame, such as the answer of a cloud, is the same in both. */
export function evidenceIn(line: string): Text {
  return { en: line, zh: inChinese(line, lineReaders) };
}

function inChinese(line: string, readers: readonly Reader[]): string {
  for (const { mark, pattern, zh } of readers) {
    const match = line.includes(mark) ? pattern.exec(line) : null;
    if (match !== null) return filled(zh, match.groups ?? {}, translated);
  }
  return line;
}

function translated(value: string, slot: string): string {
  if (slot === "because") return inChinese(value, reasonReaders);
  const words = listWords[slot];
  if (words !== undefined)
    return value
      .split(", ")
      .map((one) => listed(one, words))
      .join("、");
  return slotWords[slot]?.[value] ?? standIns[slot]?.[value] ?? value;
}

/** "personal (0.95)", "core not decided" */
function listed(one: string, words: Readonly<Record<string, string>>): string {
  const [, word = one, confidence, doubt] = /^(.*?)(?: \(([\d.]+)\))?( not decided)?$/.exec(one) ?? [];
  return `${words[word] ?? word}${confidence === undefined ? "" : `（${confidence}）`}${doubt === undefined ? "" : "（未能判断）"}`;
}

function filled(pieces: readonly Piece[], values: Values, said: (value: string, slot: string) => string): string {
  let text = "";
  for (const piece of pieces) {
    if (typeof piece === "string") text += piece;
    else if ("slot" in piece) text += said(values[piece.slot] ?? "", piece.slot);
    else if (isGiven(piece.optional, values)) text += filled(piece.optional, values, said);
  }
  return text;
}

function isGiven(pieces: readonly Piece[], values: Values): boolean {
  return pieces.every((piece) => typeof piece === "string" || !("slot" in piece) || values[piece.slot] !== undefined);
}

function parsed(template: string): readonly Piece[] {
  return template
    .split(/(«[^»]*»|\{\w+\})/)
    .filter((part) => part !== "")
    .map((part) => {
      if (part.startsWith("«")) return { optional: parsed(part.slice(1, -1)) };
      return part.startsWith("{") ? { slot: part.slice(1, -1) } : part;
    });
}

function readerOf({ en, zh }: Text): Reader {
  const pieces = parsed(en);
  const literals = pieces.filter((piece) => typeof piece === "string");
  const mark = literals.toSorted((a, b) => b.length - a.length)[0] ?? "";
  return { mark, pattern: new RegExp(`^${patternOf(pieces)}$`, "s"), zh: parsed(zh) };
}

function patternOf(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => {
      if (typeof piece === "string") return escaped(piece);
      if ("optional" in piece) return `(?:${patternOf(piece.optional)})?`;
      const words = slotWords[piece.slot];
      const value = words === undefined ? ".*?" : Object.keys(words).map(escaped).join("|");
      return `(?<${piece.slot}>${value})`;
    })
    .join("");
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}
