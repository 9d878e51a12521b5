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

const partly: unique symbol = Symbol("known in part");

/** A text that is a document of which something is not known yet: as a whole it is not known, and its parts can be asked for. */
export function knownInPart(document: { readonly [name: string]: TemplateValue }): TemplateValue {
  return Object.assign({ ...document }, { [partly]: true });
}

/** Resources that the value at a path refers to. */
export type RefsAt = (path: readonly (string | number)[]) => readonly string[];

const notYet = unknown("unsupported");

/** Whether the template writes the value at a path. */
export type WrittenAt = (path: readonly (string | number)[]) => boolean;

/** For formats that hold nothing but what somebody writes. */
export const allWritten: WrittenAt = () => true;

/** What settings are read from. */
interface Held {
  readonly root: TemplateValue;
  readonly refsAt: RefsAt;
  readonly writtenAt: WrittenAt | undefined;
  readonly base: readonly (string | number)[];
}

/**
 * The settings of one resource. Values of another type than asked for are read where nothing is lost (a number for a text, `"true"`
 * for a flag), and are unknown otherwise: a template may be of a newer schema than this version knows.
 *
 * @param writtenAt - left out: what refers to something is written
 */
export function createSettings(
  root: TemplateValue,
  refsAt: RefsAt,
  writtenAt?: WrittenAt,
  base: readonly (string | number)[] = [],
): Settings {
  const settings = Object.create(waysToRead);
  settings.root = root;
  settings.refsAt = refsAt;
  settings.writtenAt = writtenAt;
  settings.base = base;
  return settings;
}

/** One object for all settings: of a large plan a closure for each way to read and each resource would be a third of its memory. */
const waysToRead = {
  text(this: Held, path: string): ReturnType<Settings["text"]> {
    return read(this, path, textOf);
  },
  flag(this: Held, path: string): ReturnType<Settings["flag"]> {
    return read(this, path, flagOf);
  },
  number(this: Held, path: string): ReturnType<Settings["number"]> {
    return read(this, path, numberOf);
  },
  each(this: Held, path: string): ReturnType<Settings["each"]> {
    const { refsAt, writtenAt, base } = this;
    const { value, at } = found(this, path);
    if (value === later || isPartly(value)) return notYet;
    if (value === undefined || value === null) return known([]);
    const items = isList(value) ? value : [value];
    return known(items.map((item, index) => createSettings(item, refsAt, writtenAt, [...base, ...at, index])));
  },
  texts(this: Held, path: string): ReturnType<Settings["texts"]> {
    const value = valueAt(this, path);
    if (value === later) return notYet;
    if (value === undefined || value === null) return known([]);
    const texts = (isList(value) ? value : [value]).map((item) => (item === later ? undefined : textOf(item)));
    return texts.includes(undefined) ? notYet : known(texts.flatMap((text) => text ?? []));
  },
  map(this: Held, path: string): ReturnType<Settings["map"]> {
    const value = valueAt(this, path);
    if (value === later) return notYet;
    if (value === undefined || value === null) return known(undefined);
    if (!isObject(value) || isPartly(value)) return notYet;
    const entries = Object.entries(value).map(([name, item]) => [name, item === later ? undefined : textOf(item)]);
    return entries.some(([, text]) => text === undefined) ? notYet : known(Object.fromEntries(entries));
  },
  refs(this: Held, path: string): ReturnType<Settings["refs"]> {
    const { refsAt, base } = this;
    return refsAt([...base, ...found(this, path).at]);
  },
  isWritten(this: Held, path: string): boolean {
    const { refsAt, writtenAt, base } = this;
    const at = [...base, ...found(this, path).at];
    return writtenAt === undefined ? refsAt(at).length > 0 : writtenAt(at);
  },
};

function found(held: Held, path: string): { readonly value: TemplateValue; readonly at: readonly (string | number)[] } {
  const { root } = held;
  if (isOneName(path) && isObject(root)) return { value: ownMember(root, path), at: [path] };
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
      value = isObject(value) ? ownMember(value, step) : undefined;
    } else value = isList(value) ? value[step] : undefined;
    at.push(step);
  }
  return { value: value ?? (value === null ? undefined : value), at };
}

/** Most paths are one name, and are asked for by the hundred thousand. */
function valueAt(held: Held, path: string): TemplateValue {
  const { root } = held;
  return isOneName(path) && isObject(root) ? ownMember(root, path) : found(held, path).value;
}

function read<T>(held: Held, path: string, convert: (value: TemplateValue) => T | undefined): Known<T | undefined> {
  const value = valueAt(held, path);
  if (value === later) return notYet;
  if (value === undefined || value === null) return known(undefined);
  const converted = convert(value);
  return converted === undefined ? notYet : known(converted);
}

/** Looked at once, as a value may be computed when it is looked at; what every object inherits (`constructor`) is no member. */
function ownMember(object: { readonly [name: string]: TemplateValue }, name: string): TemplateValue {
  if (name in Object.prototype && !Object.hasOwn(object, name)) return undefined;
  return object[name];
}

function isOneName(path: string): boolean {
  return path !== "" && !path.includes(".") && !path.includes("[");
}

/** `rule[0].destination` = rule, 0, destination. */
function stepsOf(path: string): readonly (string | number)[] {
  if (path === "") return [];
  const steps: (string | number)[] = [];
  let from = 0;
  for (let at = 0; at <= path.length; at += 1) {
    const sign = path[at];
    if (at < path.length && sign !== "." && (sign !== "[" || at === from)) continue;
    steps.push(path[from] === "[" ? Number(path.slice(from + 1, at - 1)) : path.slice(from, at));
    from = sign === "." ? at + 1 : at;
  }
  return steps;
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

function isPartly(value: TemplateValue): boolean {
  return isObject(value) && partly in value;
}

function isList(value: TemplateValue): value is readonly TemplateValue[] {
  return Array.isArray(value);
}

function isObject(value: TemplateValue): value is { readonly [name: string]: TemplateValue } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
