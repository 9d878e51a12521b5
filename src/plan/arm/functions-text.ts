import { type ArmValue, isList, isObject, isUnknown, shown, unknownValue } from "./values.ts";

/** A function of the template language. `undefined`: only a deployment can tell. */
export type TemplateFunction = (args: readonly ArmValue[]) => ArmValue | undefined;

/** Resource Manager's limit on the length of a text. */
const longestText = 131_072;

function bounded(text: string): string | undefined {
  return text.length > longestText ? undefined : text;
}

/** How a value reads within a text. */
function asText(value: ArmValue): string | undefined {
  if (typeof value === "string") return value;
  if (typeof value === "number") return String(value);
  if (typeof value === "boolean") return value ? "True" : "False";
  return value === null ? "" : undefined;
}

/** Joins texts, some of which may not be known: their expressions stand in their place. */
function joined(parts: readonly ArmValue[]): ArmValue | undefined {
  if (parts.some(isUnknown)) {
    return unknownValue(parts.map((part) => (isUnknown(part) ? part.text : shown(part))).join(""), parts);
  }
  const texts = parts.map(asText);
  return texts.includes(undefined) ? undefined : bounded(texts.join(""));
}

function concat(args: readonly ArmValue[]): ArmValue | undefined {
  if (args.some(isList)) {
    return args.every(isList) ? args.flat() : undefined;
  }
  return joined(args);
}

function format([pattern, ...args]: readonly ArmValue[]): ArmValue | undefined {
  if (typeof pattern !== "string") return undefined;
  const parts: ArmValue[] = [];
  let at = 0;
  for (const found of pattern.matchAll(/\{\{|\}\}|\{(\d+)(?::([Dd])(\d{1,2}))?\}/g)) {
    parts.push(pattern.slice(at, found.index));
    at = found.index + found[0].length;
    const [whole, position, padded, width] = found;
    if (position === undefined) parts.push(whole.slice(1));
    else {
      const value = args[Number(position)];
      if (value === undefined) return undefined;
      parts.push(
        padded !== undefined && typeof value === "number" ? String(value).padStart(Number(width), "0") : value,
      );
    }
  }
  parts.push(pattern.slice(at));
  return joined(parts);
}

function inCase(change: (text: string) => string): TemplateFunction {
  return ([text]) => {
    if (text === undefined) return undefined;
    if (isUnknown(text)) return unknownValue(outsideBraces(text.text, change), [text]);
    return typeof text === "string" ? change(text) : undefined;
  };
}

/** Expressions that are not known keep their spelling. */
function outsideBraces(text: string, change: (text: string) => string): string {
  let depth = 0;
  return Array.from(text, (character) => {
    if (character === "{") depth += 1;
    if (character === "}") depth -= 1;
    return depth > 0 ? character : change(character);
  }).join("");
}

function textual(read: (text: string, other: string) => ArmValue | undefined): TemplateFunction {
  return ([text, other]) => (typeof text === "string" && typeof other === "string" ? read(text, other) : undefined);
}

function split([text, delimiter]: readonly ArmValue[]): ArmValue | undefined {
  if (typeof text !== "string") return undefined;
  const marks = isList(delimiter) ? delimiter : [delimiter];
  const [first = "", ...others] = marks.filter((mark) => typeof mark === "string");
  if (first === "" || others.length + 1 !== marks.length) return undefined;
  return others.reduce((rest, mark) => rest.replaceAll(mark, first), text).split(first);
}

function substring([text, start = 0, length]: readonly ArmValue[]): ArmValue | undefined {
  if (typeof text !== "string" || typeof start !== "number") return undefined;
  if (length !== undefined && typeof length !== "number") return undefined;
  const end = length === undefined ? text.length : start + length;
  return start < 0 || end > text.length ? undefined : text.slice(start, end);
}

function replace([text, old, by]: readonly ArmValue[]): ArmValue | undefined {
  if (typeof text !== "string" || typeof old !== "string" || typeof by !== "string" || old === "") return undefined;
  const pieces = text.split(old);
  return text.length + pieces.length * by.length > longestText * 2 ? undefined : bounded(pieces.join(by));
}

function padLeft([text, width, fill = " "]: readonly ArmValue[]): ArmValue | undefined {
  const padded = text === undefined ? undefined : asText(text);
  if (padded === undefined || typeof width !== "number" || typeof fill !== "string") return undefined;
  return width > 16 ? undefined : padded.padStart(width, fill);
}

function string([value]: readonly ArmValue[]): ArmValue | undefined {
  if (value === undefined) return undefined;
  if (isList(value) || isObject(value)) {
    const names: (string | number)[] = [];
    return isPlain(value, names) ? bounded(JSON.stringify(value)) : undefined;
  }
  return asText(value);
}

/** Whether a value is known throughout, and small enough to be written out. */
function isPlain(value: ArmValue, seen: (string | number)[]): boolean {
  seen.push(0);
  if (isUnknown(value) || seen.length > longestText) return false;
  if (typeof value === "string") return value.length <= longestText;
  if (isList(value)) return value.every((item) => isPlain(item, seen));
  return isObject(value) ? Object.values(value).every((item) => isPlain(item, seen)) : true;
}

function join([items, delimiter]: readonly ArmValue[]): ArmValue | undefined {
  if (!isList(items) || typeof delimiter !== "string") return undefined;
  return joined(items.flatMap((item, index) => (index === 0 ? [item] : [delimiter, item])));
}

/** Functions on texts. Those named here take values that are not known as part of their result. */
export const textFunctions: ReadonlyMap<string, TemplateFunction> = new Map<string, TemplateFunction>([
  ["concat", concat],
  ["format", format],
  ["tolower", inCase((text) => text.toLowerCase())],
  ["toupper", inCase((text) => text.toUpperCase())],
  ["join", join],
  ["split", split],
  ["substring", substring],
  ["replace", replace],
  ["padleft", padLeft],
  ["string", string],
  ["trim", ([text]) => (typeof text === "string" ? text.trim() : undefined)],
  ["startswith", textual((text, start) => text.toLowerCase().startsWith(start.toLowerCase()))],
  ["endswith", textual((text, end) => text.toLowerCase().endsWith(end.toLowerCase()))],
  ["indexof", textual((text, part) => text.toLowerCase().indexOf(part.toLowerCase()))],
  ["lastindexof", textual((text, part) => text.toLowerCase().lastIndexOf(part.toLowerCase()))],
]);
