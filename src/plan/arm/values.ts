import { later, type TemplateValue } from "../settings.ts";

const mark: unique symbol = Symbol("not known before the deployment");

/** What an expression gives that only a deployment can tell, or that must not be seen. */
export interface Unknown {
  readonly [mark]: true;
  /** The expression, known parts worked out: `st{uniqueString({resourceGroup().id})}`. Never a secret: names only. */
  readonly text: string;
  /** Symbolic names of resources of the same template that it is made of, as `symbolOf` writes them. */
  readonly symbols: readonly string[];
}

export type ArmValue = string | number | boolean | null | readonly ArmValue[] | ArmObject | Unknown;
export interface ArmObject {
  readonly [name: string]: ArmValue;
}

/** Longest text of an expression that is kept; what is longer ends in an ellipsis. */
const maxText = 2000;

export function unknownValue(text: string, from: readonly ArmValue[] = [], symbols: readonly string[] = []): Unknown {
  const kept = text.length > maxText ? `${text.slice(0, maxText)}…` : text;
  return { [mark]: true, text: kept, symbols: [...new Set([...symbols, ...from.flatMap(symbolsOf)])] };
}

export function isUnknown(value: ArmValue | undefined): value is Unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, mark);
}

export function isList(value: ArmValue | undefined): value is readonly ArmValue[] {
  return Array.isArray(value);
}

export function isObject(value: ArmValue | undefined): value is ArmObject {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !isUnknown(value);
}

function symbolsOf(value: ArmValue): readonly string[] {
  return isUnknown(value) ? value.symbols : [];
}

/** A value as part of an expression's text. */
export function shown(value: ArmValue): string {
  if (isUnknown(value)) return value.text;
  if (typeof value === "string") return value;
  if (typeof value === "object" && value !== null) return isList(value) ? "[…]" : "{…}";
  return String(value);
}

/** What stands in the braces of an unknown value that is one expression. */
export function innerText(value: Unknown): string {
  return /^\{[^{}]*\}$/.test(value.text) ? value.text.slice(1, -1) : value.text;
}

/** A property by its name; Resource Manager does not mind capitals. */
export function propertyOf(object: ArmObject, name: string): ArmValue | undefined {
  if (Object.hasOwn(object, name)) return object[name];
  const wanted = name.toLowerCase();
  const found = Object.keys(object).find((key) => key.toLowerCase() === wanted);
  return found === undefined ? undefined : object[found];
}

/** Whether two values are the same; `undefined` where that is not known. */
export function sameValue(a: ArmValue, b: ArmValue): boolean | undefined {
  if (isUnknown(a) || isUnknown(b)) return undefined;
  if (isList(a) && isList(b)) {
    return a.length === b.length && all(a.map((item, index) => sameValue(item, b[index] ?? null)));
  }
  if (isObject(a) && isObject(b)) {
    const names = Object.keys(a);
    if (names.length !== Object.keys(b).length || names.some((name) => !Object.hasOwn(b, name))) return false;
    return all(names.map((name) => sameValue(a[name] ?? null, b[name] ?? null)));
  }
  return a === b;
}

function all(answers: readonly (boolean | undefined)[]): boolean | undefined {
  if (answers.includes(false)) return false;
  return answers.includes(undefined) ? undefined : true;
}

/** Hands a value on to those who read settings. */
export function toTemplateValue(value: ArmValue): TemplateValue {
  if (isUnknown(value)) return later;
  if (isList(value)) return value.map(toTemplateValue);
  if (isObject(value)) {
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, toTemplateValue(item)]));
  }
  return value;
}
