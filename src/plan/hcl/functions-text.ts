import { later, type TemplateValue } from "../settings.ts";
import { encoded, isList, joined, plain, textIn } from "./values.ts";

/** A function of HCL on values; `later` where it cannot be told, be it for an argument that is wrong. */
export type HclFunction = (...args: readonly TemplateValue[]) => TemplateValue;

/** On texts that are all known. */
function onTexts(count: number, make: (...texts: readonly string[]) => TemplateValue): HclFunction {
  return (...args) => {
    const texts = args.map(textIn).filter((text) => text !== undefined);
    return texts.length === args.length && args.length === count ? make(...texts) : later;
  };
}

function substr(text: TemplateValue, offset: TemplateValue, length: TemplateValue): TemplateValue {
  if (typeof text !== "string" || typeof offset !== "number" || typeof length !== "number") return later;
  const characters = Array.from(text);
  const start = offset < 0 ? Math.max(0, characters.length + offset) : offset;
  return characters.slice(start, length < 0 ? undefined : start + length).join("");
}

/** Not where what is sought is an expression between slashes. */
function replace(text = "", sought = "", by = ""): TemplateValue {
  if (sought === "" || /^\/.*\/$/s.test(sought)) return later;
  const pieces = text.split(sought);
  return joined(pieces.flatMap((piece, index) => (index === 0 ? [piece] : [by, piece])));
}

/** `%s`, `%v`, `%d`, `%03d` and `%%`; other verbs are not worked out. */
function format(pattern: TemplateValue, ...args: readonly TemplateValue[]): TemplateValue {
  if (typeof pattern !== "string") return later;
  const left = [...args];
  const parts: TemplateValue[] = [];
  for (const piece of pattern.split(/(%[^a-zA-Z%]*[a-zA-Z%]?)/)) {
    if (!piece.startsWith("%")) parts.push(piece);
    else if (piece === "%%") parts.push("%");
    else parts.push(formatted(piece, left.shift()));
  }
  return left.length === 0 ? joined(parts) : later;
}

function formatted(verb: string, value: TemplateValue): TemplateValue {
  if (verb === "%s" || verb === "%v") return value;
  const [, width] = /^%(0\d{1,2})?d$/.exec(verb) ?? ["none", "none"];
  if (width === "none" || typeof value !== "number" || !Number.isInteger(value) || value < 0) return later;
  return String(value).padStart(Number(width ?? 0), "0");
}

/** Texts stand for every item; lists are gone through side by side. */
function formatlist(pattern: TemplateValue, ...args: readonly TemplateValue[]): TemplateValue {
  const lengths = new Set(args.filter(isList).map((list) => list.length));
  const [length] = lengths;
  if (lengths.size !== 1 || length === undefined || args.includes(later)) return later;
  return Array.from({ length }, (_, index) => format(pattern, ...args.map((arg) => (isList(arg) ? arg[index] : arg))));
}

function join(separator: TemplateValue, ...lists: readonly TemplateValue[]): TemplateValue {
  if (!lists.every(isList)) return later;
  return joined(lists.flat().flatMap((item, index) => (index === 0 ? [item] : [separator, item])));
}

function trimmed(text: string, marks: string, sides: "both" | "start" | "end" = "both"): string {
  const cut = new Set(Array.from(marks));
  const characters = Array.from(text);
  const first = characters.findIndex((character) => !cut.has(character));
  const last = characters.findLastIndex((character) => !cut.has(character));
  if (first === -1) return "";
  return characters.slice(sides === "end" ? 0 : first, sides === "start" ? undefined : last + 1).join("");
}

function decoded(text = ""): TemplateValue {
  try {
    return plain(JSON.parse(text));
  } catch (error) {
    // Terraform refuses it when it plans; here it is not known.
    if (error instanceof SyntaxError) return later;
    throw error;
  }
}

/** Functions on texts (functions of the Terraform language, developer.hashicorp.com, read 2026-11-22). */
export const textFunctions: ReadonlyMap<string, HclFunction> = new Map<string, HclFunction>([
  ["lower", onTexts(1, (text = "") => text.toLowerCase())],
  ["upper", onTexts(1, (text = "") => text.toUpperCase())],
  ["trimspace", onTexts(1, (text = "") => text.trim())],
  ["chomp", onTexts(1, (text = "") => text.replace(/[\r\n]+$/, ""))],
  ["trim", onTexts(2, (text = "", marks = "") => trimmed(text, marks))],
  ["trimprefix", onTexts(2, (text = "", start = "") => (text.startsWith(start) ? text.slice(start.length) : text))],
  [
    "trimsuffix",
    onTexts(2, (text = "", end = "") =>
      end !== "" && text.endsWith(end) ? text.slice(0, text.length - end.length) : text,
    ),
  ],
  ["startswith", onTexts(2, (text = "", start = "") => text.startsWith(start))],
  ["endswith", onTexts(2, (text = "", end = "") => text.endsWith(end))],
  ["strcontains", onTexts(2, (text = "", part = "") => text.includes(part))],
  ["replace", onTexts(3, replace)],
  ["split", onTexts(2, (mark = "", text = "") => (mark === "" ? later : text === "" ? [""] : text.split(mark)))],
  ["join", join],
  ["format", format],
  ["formatlist", formatlist],
  ["substr", substr],
  ["jsonencode", (value) => encoded(value)],
  ["jsondecode", onTexts(1, decoded)],
  ["tostring", (value) => (value === null ? null : (textIn(value) ?? later))],
]);
