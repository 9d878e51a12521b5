import { JingneiError } from "../../model/index.ts";
import type { TemplateFunction } from "./functions-text.ts";
import { parseJsonText } from "./json.ts";
import { type ArmObject, type ArmValue, isList, isObject, isUnknown, propertyOf, sameValue } from "./values.ts";

/** Resource Manager's limit on what `range` makes. */
const longestRange = 10_000;

function numeric(work: (a: number, b: number) => number | boolean | undefined): TemplateFunction {
  return ([a, b]) => (typeof a === "number" && typeof b === "number" ? work(a, b) : undefined);
}

/** `less` and its kin compare numbers or texts. */
function ordered(work: (order: number) => boolean): TemplateFunction {
  return ([a, b]) => {
    if (typeof a === "number" && typeof b === "number") return work(a - b);
    if (typeof a !== "string" || typeof b !== "string") return undefined;
    return work(a < b ? -1 : a > b ? 1 : 0);
  };
}

function extreme(pick: (...numbers: readonly number[]) => number): TemplateFunction {
  return (args) => {
    const items = args.length === 1 && isList(args[0]) ? args[0] : args;
    const numbers = items.filter((item) => typeof item === "number");
    return numbers.length === items.length && numbers.length > 0 ? numbers.reduce((a, b) => pick(a, b)) : undefined;
  };
}

function length([value]: readonly ArmValue[]): ArmValue | undefined {
  if (typeof value === "string" || isList(value)) return value.length;
  return isObject(value) ? Object.keys(value).length : undefined;
}

function end(at: number): TemplateFunction {
  return ([value]) => {
    if (typeof value === "string") return value.at(at) ?? "";
    return isList(value) ? value.at(at) : undefined;
  };
}

function slice(cut: (count: number) => readonly [number, number | undefined]): TemplateFunction {
  return ([value, count]) => {
    if (typeof count !== "number") return undefined;
    const [from, to] = cut(Math.max(count, 0));
    return typeof value === "string" || isList(value) ? value.slice(from, to) : undefined;
  };
}

function contains([holder, item]: readonly ArmValue[]): ArmValue | undefined {
  if (item === undefined) return undefined;
  if (typeof holder === "string") return typeof item === "string" ? holder.includes(item) : undefined;
  if (isObject(holder)) return typeof item === "string" ? propertyOf(holder, item) !== undefined : undefined;
  if (!isList(holder)) return undefined;
  const answers = holder.map((one) => sameValue(one, item));
  if (answers.includes(true)) return true;
  return answers.includes(undefined) ? undefined : false;
}

function empty([value]: readonly ArmValue[]): ArmValue | undefined {
  if (value === null) return true;
  const size = length([value ?? null]);
  return typeof size === "number" ? size === 0 : undefined;
}

function union(args: readonly ArmValue[]): ArmValue | undefined {
  if (args.every(isList)) {
    const items: ArmValue[] = [];
    for (const item of args.flat()) if (!items.some((one) => sameValue(one, item) === true)) items.push(item);
    return items;
  }
  return args.every(isObject) ? args.reduce(merged, {}) : undefined;
}

function merged(a: ArmObject, b: ArmObject): ArmObject {
  const entries = Object.entries(b).map(([name, value]) => {
    const before = Object.hasOwn(a, name) ? a[name] : undefined;
    return [name, isObject(before) && isObject(value) ? merged(before, value) : value] as const;
  });
  return { ...a, ...Object.fromEntries(entries) };
}

function createObject(args: readonly ArmValue[]): ArmValue | undefined {
  const entries: [string, ArmValue][] = [];
  for (let at = 0; at < args.length; at += 2) {
    const [name, value] = args.slice(at, at + 2);
    if (typeof name !== "string" || value === undefined) return undefined;
    entries.push([name, value]);
  }
  return Object.fromEntries(entries);
}

function range([start, count]: readonly ArmValue[]): ArmValue | undefined {
  if (typeof start !== "number" || typeof count !== "number" || count < 0 || count > longestRange) return undefined;
  return Array.from({ length: count }, (_, index) => start + index);
}

function int([value]: readonly ArmValue[]): ArmValue | undefined {
  if (typeof value === "number") return Math.trunc(value);
  return typeof value === "string" && /^-?\d{1,15}$/.test(value.trim()) ? Number(value) : undefined;
}

function bool([value]: readonly ArmValue[]): ArmValue | undefined {
  if (typeof value === "boolean") return value;
  if (typeof value === "number") return value !== 0;
  if (typeof value !== "string") return undefined;
  const word = value.toLowerCase();
  return word === "true" || word === "1" ? true : word === "false" || word === "0" ? false : undefined;
}

function items([value]: readonly ArmValue[]): ArmValue | undefined {
  if (!isObject(value)) return undefined;
  return Object.keys(value)
    .toSorted()
    .map((key) => ({ key, value: value[key] ?? null }));
}

function tryGet([value, ...names]: readonly ArmValue[]): ArmValue | undefined {
  let found: ArmValue | undefined = value;
  for (const name of names) {
    if (isUnknown(found) || isUnknown(name)) return undefined;
    if (isObject(found) && typeof name === "string") found = propertyOf(found, name) ?? null;
    else if (isList(found) && typeof name === "number") found = found[name] ?? null;
    else if (found === null) return null;
    else return undefined;
  }
  return found;
}

function json([text]: readonly ArmValue[]): ArmValue | undefined {
  if (typeof text !== "string") return undefined;
  try {
    return parseJsonText(text, "json()").value;
  } catch (error) {
    if (error instanceof JingneiError) return undefined;
    throw error;
  }
}

/** Functions on values of every type. An argument that is not known makes the result so, but for what is named in `holding`. */
export const valueFunctions: ReadonlyMap<string, TemplateFunction> = new Map<string, TemplateFunction>([
  ["null", () => null],
  ["true", () => true],
  ["false", () => false],
  ["not", ([value]) => (typeof value === "boolean" ? !value : undefined)],
  ["equals", ([a, b]) => (a === undefined || b === undefined ? undefined : sameValue(a, b))],
  ["less", ordered((order) => order < 0)],
  ["lessorequals", ordered((order) => order <= 0)],
  ["greater", ordered((order) => order > 0)],
  ["greaterorequals", ordered((order) => order >= 0)],
  ["add", numeric((a, b) => a + b)],
  ["sub", numeric((a, b) => a - b)],
  ["mul", numeric((a, b) => a * b)],
  ["div", numeric((a, b) => (b === 0 ? undefined : Math.trunc(a / b)))],
  ["mod", numeric((a, b) => (b === 0 ? undefined : a % b))],
  ["min", extreme(Math.min)],
  ["max", extreme(Math.max)],
  ["length", length],
  ["first", end(0)],
  ["last", end(-1)],
  ["take", slice((count) => [0, count])],
  ["skip", slice((count) => [count, undefined])],
  ["contains", contains],
  ["empty", empty],
  ["union", union],
  ["createarray", (args) => args],
  ["createobject", createObject],
  ["array", ([value]) => (value === undefined ? undefined : isList(value) ? value : [value])],
  ["range", range],
  ["int", int],
  ["bool", bool],
  ["items", items],
  ["json", json],
  ["objectkeys", ([value]) => (isObject(value) ? Object.keys(value).toSorted() : undefined)],
  ["tryget", tryGet],
]);

/** Functions whose result holds its arguments, known or not. */
export const holding: ReadonlySet<string> = new Set([
  "concat",
  "format",
  "tolower",
  "toupper",
  "createarray",
  "createobject",
  "array",
]);
