import { later, type TemplateValue } from "../settings.ts";

/** The text that a value may grow to, the items of a list or map, and the parts of what is read through and through. */
const longestText = 1_000_000;
const longestList = 10_000;
const mostParts = 100_000;

export interface Values {
  readonly [name: string]: TemplateValue;
}

export type Scalar = string | number | boolean | null;

/** `undefined` for a list, a map, and what is not known. */
export function scalar(value: TemplateValue): Scalar | undefined {
  return typeof value === "object" && value !== null ? undefined : value === later ? undefined : value;
}

/** As HCL writes a text, number or flag into a text. */
export function textIn(value: TemplateValue): string | undefined {
  const found = scalar(value);
  return found === undefined || found === null ? undefined : String(found);
}

export function isList(value: TemplateValue): value is readonly TemplateValue[] {
  return Array.isArray(value);
}

export function isMap(value: TemplateValue): value is Values {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isTrue(value: TemplateValue): boolean {
  return value === true || value === "true";
}

export function isFalse(value: TemplateValue): boolean {
  return value === false || value === "false";
}

/** What has grown beyond measure counts as not known. */
export function bounded(value: TemplateValue): TemplateValue {
  if (typeof value === "string") return value.length > longestText ? later : value;
  if (isList(value)) return value.length > longestList ? later : value;
  return isMap(value) && Object.keys(value).length > longestList ? later : value;
}

export function joined(parts: readonly TemplateValue[]): TemplateValue {
  const texts = parts.map(textIn);
  if (texts.some((text) => text === undefined)) return later;
  const length = texts.reduce<number>((sum, text) => sum + String(text).length, 0);
  return length > longestText ? later : texts.join("");
}

/** Whether all of a value is known, and it is of a size that can be written out. */
export function isWhole(value: TemplateValue): boolean {
  return holds(value, (one) => one !== later && one !== undefined);
}

/** Whether a value can be gone through: names within names may double at every step. */
export function isSmall(value: TemplateValue): boolean {
  return holds(value, () => true);
}

function holds(value: TemplateValue, isFine: (part: TemplateValue) => boolean): boolean {
  let parts = 0;
  const visit = (one: TemplateValue): boolean => {
    parts += 1;
    if (parts > mostParts || !isFine(one)) return false;
    return typeof one !== "object" || one === null || Object.values(one).every(visit);
  };
  return visit(value);
}

/** Nothing of it where any part is not known: half a document says something else than the whole. */
export function encoded(value: TemplateValue): TemplateValue {
  return isWhole(value) ? bounded(JSON.stringify(value)) : later;
}

export function objectOf(entries: readonly (readonly [TemplateValue, TemplateValue])[]): TemplateValue {
  const named = entries.map(([key, value]) => [textIn(key), value] as const);
  if (named.some(([key]) => key === undefined)) return later;
  return Object.fromEntries(named.map(([key, value]) => [String(key), value]));
}

/** JSON, or what a flag gives, as a value. */
export function plain(value: unknown, depth = 0): TemplateValue {
  if (value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean")
    return value;
  if (typeof value !== "object" || depth > 100) return later;
  if (Array.isArray(value)) return value.map((item) => plain(item, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, plain(item, depth + 1)]));
}

/** @returns `undefined` where the value is known and has no such part, which is an error that `try` passes over. */
export function inside(value: TemplateValue, steps: readonly TemplateValue[]): TemplateValue {
  let at = value;
  for (const step of steps) {
    const key = textIn(step);
    if (at === later || key === undefined) return later;
    if (typeof at !== "object" || at === null) return undefined;
    const holder: object = at;
    if (!Object.hasOwn(holder, key) || (Array.isArray(holder) && key === "length")) return undefined;
    at = (holder as Values)[key];
  }
  return at;
}

/** Names of a map in the order in which HCL goes through it. */
export function sortedKeys(map: Values): readonly string[] {
  return Object.keys(map).toSorted();
}
