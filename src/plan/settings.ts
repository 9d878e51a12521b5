import { type Known, known, type Settings, unknown } from "../model/index.ts";

/** Stands where a value is only known when the change is applied, or must not be seen. */
export const later: unique symbol = Symbol("known later");

/** A value of a template as its reader hands it on: JSON, with `later` wherever something is not known. */
export type TemplateValue =
  | string
  | number
  | boolean
  | null
  | undefined
  | typeof later
  | readonly TemplateValue[]
  | { readonly [name: string]: TemplateValue };

/** Resources that the value at a path refers to. */
export type RefsAt = (path: readonly (string | number)[]) => readonly string[];

const notYet = unknown("unsupported");

/**
 * The settings of one resource. Values of another type than asked for are read where nothing is lost (a number for a text, `"true"`
 * for a flag), and are unknown otherwise: a template may be of a newer schema than this version knows.
 */
export function createSettings(root: TemplateValue, refsAt: RefsAt, base: readonly (string | number)[] = []): Settings {
  function found(path: string): { readonly value: TemplateValue; readonly at: readonly (string | number)[] } {
    const steps = stepsOf(path);
    let value: TemplateValue = root;
    const at: (string | number)[] = [];
    for (const step of steps) {
      if (value === later) return { value: later, at: [...at, ...steps.slice(at.length)] };
      if (typeof step === "string") {
        // A block of HCL is a list of one.
        if (isList(value) && value.length === 1) {
          value = value[0];
          at.push(0);
          if (value === later) return { value: later, at };
        }
        value = isObject(value) && Object.hasOwn(value, step) ? value[step] : undefined;
      } else value = isList(value) ? value[step] : undefined;
      at.push(step);
    }
    return { value: value ?? (value === null ? undefined : value), at };
  }

  /** Most paths are one name, and are asked for by the hundred thousand. */
  function valueAt(path: string): TemplateValue {
    if (!isOneName(path) || !isObject(root)) return found(path).value;
    return Object.hasOwn(root, path) ? root[path] : undefined;
  }

  function read<T>(path: string, convert: (value: TemplateValue) => T | undefined): Known<T | undefined> {
    const value = valueAt(path);
    if (value === later) return notYet;
    if (value === undefined || value === null) return known(undefined);
    const converted = convert(value);
    return converted === undefined ? notYet : known(converted);
  }

  return {
    text: (path) => read(path, textOf),
    flag: (path) => read(path, flagOf),
    number: (path) => read(path, numberOf),
    each(path) {
      const { value, at } = found(path);
      if (value === later) return notYet;
      if (value === undefined || value === null) return known([]);
      const items = isList(value) ? value : [value];
      return known(items.map((item, index) => createSettings(item, refsAt, [...base, ...at, index])));
    },
    texts(path) {
      const value = valueAt(path);
      if (value === later) return notYet;
      if (value === undefined || value === null) return known([]);
      const texts = (isList(value) ? value : [value]).map((item) => (item === later ? undefined : textOf(item)));
      return texts.includes(undefined) ? notYet : known(texts.flatMap((text) => text ?? []));
    },
    map(path) {
      const value = valueAt(path);
      if (value === later) return notYet;
      if (value === undefined || value === null) return known(undefined);
      if (!isObject(value)) return notYet;
      const entries = Object.entries(value).map(([name, item]) => [name, item === later ? undefined : textOf(item)]);
      return entries.some(([, text]) => text === undefined) ? notYet : known(Object.fromEntries(entries));
    },
    refs: (path) => refsAt(isOneName(path) && isObject(root) ? [...base, path] : [...base, ...found(path).at]),
  };
}

function isOneName(path: string): boolean {
  return path !== "" && !path.includes(".") && !path.includes("[");
}

function stepsOf(path: string): readonly (string | number)[] {
  if (path === "") return [];
  return path.split(/\.|(?=\[)/).map((step) => (step.startsWith("[") ? Number(step.slice(1, -1)) : step));
}

function textOf(value: TemplateValue): string | undefined {
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;
}

function flagOf(value: TemplateValue): boolean | undefined {
  if (typeof value === "boolean") return value;
  if (typeof value !== "string" || !/^(?:true|false)$/i.test(value)) return undefined;
  return value.toLowerCase() === "true";
}

function numberOf(value: TemplateValue): number | undefined {
  if (typeof value === "number") return value;
  return typeof value === "string" && /^-?\d+(?:\.\d+)?$/.test(value) ? Number(value) : undefined;
}

function isList(value: TemplateValue): value is readonly TemplateValue[] {
  return Array.isArray(value);
}

function isObject(value: TemplateValue): value is { readonly [name: string]: TemplateValue } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
