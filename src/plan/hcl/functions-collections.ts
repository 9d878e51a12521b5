import { later, type TemplateValue } from "../settings.ts";
import type { HclFunction } from "./functions-text.ts";
import { isFalse, isList, isMap, isTrue, isWhole, scalar, sortedKeys, textIn } from "./values.ts";

function onNumbers(make: (...numbers: readonly number[]) => number): HclFunction {
  return (...args) => {
    const numbers = args.map(numberOf).filter((number) => number !== undefined);
    return numbers.length === args.length && args.length > 0 ? make(...numbers) : later;
  };
}

function numberOf(value: TemplateValue): number | undefined {
  if (typeof value === "number") return value;
  return typeof value === "string" && /^-?\d{1,15}(?:\.\d{1,15})?$/.test(value) ? Number(value) : undefined;
}

function onList(make: (list: readonly TemplateValue[]) => TemplateValue): HclFunction {
  return (list, ...more) => (isList(list) && more.length === 0 ? make(list) : later);
}

/** Texts, numbers and flags, all of them known. */
function scalarsOf(list: TemplateValue): readonly (string | number | boolean)[] | undefined {
  if (!isList(list)) return undefined;
  const found = list.map(scalar).filter((one) => one !== undefined && one !== null);
  return found.length === list.length ? found : undefined;
}

function onScalars(
  make: (...lists: readonly (readonly (string | number | boolean)[])[]) => TemplateValue,
): HclFunction {
  return (...args) => {
    const lists = args.map(scalarsOf).filter((list) => list !== undefined);
    return lists.length === args.length && args.length > 0 ? make(...lists) : later;
  };
}

/** A set goes by its values' order. */
function setOf(items: readonly (string | number | boolean)[]): TemplateValue {
  const distinct = [...new Set(items)];
  if (distinct.every((item) => typeof item === "number")) return distinct.toSorted((a, b) => Number(a) - Number(b));
  return distinct.every((item) => typeof item === "string") ? distinct.toSorted() : later;
}

function toset(list: TemplateValue): TemplateValue {
  const items = scalarsOf(list);
  // Of a set with anything that is not known not even the size is.
  return items === undefined ? later : setOf(items);
}

function concat(...lists: readonly TemplateValue[]): TemplateValue {
  return lists.every(isList) ? lists.flat() : later;
}

/** The later maps win; `null` counts as an empty one. */
function merge(...maps: readonly TemplateValue[]): TemplateValue {
  const given = maps.filter((map) => map !== null);
  return given.every(isMap) ? Object.fromEntries(given.flatMap((map) => Object.entries(map))) : later;
}

function lookup(map: TemplateValue, key: TemplateValue, fallback?: TemplateValue): TemplateValue {
  const name = textIn(key);
  if (!isMap(map) || name === undefined) return later;
  return Object.hasOwn(map, name) ? map[name] : fallback === undefined ? later : fallback;
}

function element(list: TemplateValue, index: TemplateValue): TemplateValue {
  if (!isList(list) || typeof index !== "number" || index < 0 || list.length === 0) return later;
  return list[index % list.length];
}

function length(value: TemplateValue): TemplateValue {
  if (isList(value)) return value.length;
  if (isMap(value)) return Object.keys(value).length;
  // Terraform counts what a reader sees as one character.
  return typeof value === "string" ? [...new Intl.Segmenter("en").segment(value)].length : later;
}

function flatten(list: readonly TemplateValue[]): TemplateValue {
  // An item that is not known may be a list.
  return isWhole(list) ? leaves(list) : later;
}

function leaves(list: readonly TemplateValue[]): readonly TemplateValue[] {
  return list.flatMap((item) => (isList(item) ? leaves(item) : [item]));
}

function contains(list: TemplateValue, sought: TemplateValue): TemplateValue {
  const value = scalar(sought);
  if (!isList(list) || value === undefined || value === null) return later;
  if (list.includes(value)) return true;
  // A number may be kept as a text.
  return scalarsOf(list)?.every((item) => String(item) !== String(value)) === true ? false : later;
}

function zipmap(keys: TemplateValue, values: TemplateValue): TemplateValue {
  const names = scalarsOf(keys);
  if (names === undefined || !isList(values) || names.length !== values.length) return later;
  return Object.fromEntries(names.map((name, index) => [String(name), values[index]]));
}

function coalesce(...args: readonly TemplateValue[]): TemplateValue {
  const found = args.find((arg) => arg !== null && arg !== "");
  return found === undefined ? later : found;
}

function coalescelist(...args: readonly TemplateValue[]): TemplateValue {
  const found = args.find((arg) => !isList(arg) || arg.length > 0);
  return isList(found) ? found : later;
}

/** Ends at the first item that decides, whatever else is not known. */
function every(decides: (item: TemplateValue) => boolean, goesOn: (item: TemplateValue) => boolean, isAll: boolean) {
  return onList((list) => {
    if (list.some(decides)) return !isAll;
    return list.every(goesOn) ? isAll : later;
  });
}

function range(...bounds: readonly number[]): number[] | undefined {
  const [first = 0, second, step = 1] = bounds;
  const [start, end] = second === undefined ? [0, first] : [first, second];
  const count = Math.ceil((end - start) / step);
  if (step === 0 || count > 1024) return undefined;
  return Array.from({ length: Math.max(0, count) }, (_, index) => start + index * step);
}

/** Functions on numbers, lists and maps (functions of the Terraform language, developer.hashicorp.com, read 2026-11-22). */
export const collectionFunctions: ReadonlyMap<string, HclFunction> = new Map<string, HclFunction>([
  ["abs", onNumbers((number = 0) => Math.abs(number))],
  ["ceil", onNumbers((number = 0) => Math.ceil(number))],
  ["floor", onNumbers((number = 0) => Math.floor(number))],
  ["max", onNumbers((...numbers) => numbers.reduce((a, b) => Math.max(a, b)))],
  ["min", onNumbers((...numbers) => numbers.reduce((a, b) => Math.min(a, b)))],
  ["tonumber", (value) => (value === null ? null : (numberOf(value) ?? later))],
  ["tobool", (value) => (value === null ? null : isTrue(value) ? true : isFalse(value) ? false : later)],
  ["range", (...args) => (args.every((arg) => typeof arg === "number") ? (range(...args) ?? later) : later)],
  ["tolist", (list) => (isList(list) ? list : later)],
  ["tomap", (map) => (isMap(map) ? map : later)],
  ["toset", toset],
  ["concat", concat],
  ["merge", merge],
  ["lookup", lookup],
  ["element", element],
  ["length", length],
  ["flatten", onList(flatten)],
  ["keys", (map) => (isMap(map) ? sortedKeys(map) : later)],
  ["values", (map) => (isMap(map) ? sortedKeys(map).map((key) => map[key]) : later)],
  ["contains", contains],
  ["distinct", onScalars((list = []) => [...new Set(list)])],
  ["sort", onScalars((list = []) => list.map(String).toSorted())],
  ["reverse", onList((list) => list.toReversed())],
  ["compact", onList((list) => (isWhole(list) ? list.filter((item) => item !== null && item !== "") : later))],
  ["one", onList((list) => (list.length === 0 ? null : list.length === 1 ? list[0] : later))],
  ["setunion", onScalars((...lists) => setOf(lists.flat()))],
  [
    "setintersection",
    onScalars((first = [], ...others) => setOf(first.filter((item) => others.every((list) => list.includes(item))))),
  ],
  [
    "setsubtract",
    onScalars((first = [], second = [], ...more) =>
      more.length > 0 ? later : setOf(first.filter((item) => !second.includes(item))),
    ),
  ],
  ["zipmap", zipmap],
  ["coalesce", coalesce],
  ["coalescelist", coalescelist],
  ["alltrue", every(isFalse, isTrue, true)],
  ["anytrue", every(isTrue, isFalse, false)],
]);
