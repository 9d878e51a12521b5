import type { Settings } from "../../model/index.ts";
import { allWritten, createSettings, later, type TemplateValue } from "../settings.ts";

const refs: unique symbol = Symbol("refs");

/** A value that the template alone does not tell, and the addresses of the resources that it is made of. */
export interface Pending {
  readonly [refs]: readonly string[];
}

/** An evaluated value; `undefined` = not set. */
export type Value = string | number | boolean | null | undefined | Pending | readonly Value[] | ValueMap;

export interface ValueMap {
  readonly [name: string]: Value;
}

export function pending(addresses: Iterable<string> = []): Pending {
  return { [refs]: [...new Set(addresses)] };
}

export function isPending(value: Value): value is Pending {
  return typeof value === "object" && value !== null && refs in value;
}

export function isValueList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

export function isValueMap(value: Value): value is ValueMap {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !isPending(value);
}

/** What stands under a key, where the value is a mapping that has it. */
export function memberOf(value: Value, name: string): Value {
  return isValueMap(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/** Addresses of all resources that a value is made of. */
export function refsOf(value: Value): readonly string[] {
  if (isPending(value)) return value[refs];
  if (isValueList(value)) return [...new Set(value.flatMap(refsOf))];
  return isValueMap(value) ? [...new Set(Object.values(value).flatMap(refsOf))] : [];
}

/** A scalar as text, as functions of templates take it. */
export function textOf(value: Value): string | undefined {
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;
}

/** Whether nothing of the value is pending. */
export function isSettled(value: Value): boolean {
  if (isPending(value)) return false;
  if (isValueList(value)) return value.every(isSettled);
  return isValueMap(value) ? Object.values(value).every(isSettled) : true;
}

/** Whether two settled values say the same; `1` and `"1"` do. */
export function isSame(left: Value, right: Value): boolean {
  return spelled(left) === spelled(right);
}

function spelled(value: Value): string {
  return JSON.stringify(plain(value)) ?? "";
}

function plain(value: Value): unknown {
  if (isPending(value)) return undefined;
  if (isValueList(value)) return value.map(plain);
  if (!isValueMap(value)) return textOf(value) ?? value;
  const entries = Object.entries(value).map(([name, item]): [string, unknown] => [name, plain(item)]);
  return entries.sort(([left], [right]) => (left < right ? -1 : 1));
}

/** The settings of a resource whose properties were evaluated. */
export function settingsOf(properties: Value): Settings {
  return createSettings(templateValue(properties), (path) => refsOf(valueAt(properties, path)), allWritten);
}

function templateValue(value: Value): TemplateValue {
  if (isPending(value)) return later;
  if (isValueList(value)) return value.map(templateValue);
  if (!isValueMap(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, templateValue(item)]));
}

/** Goes through lists of one as settings do, and stays at what is pending: its refs are those of all that is below it. */
function valueAt(root: Value, path: readonly (string | number)[]): Value {
  let value = root;
  for (const step of path) {
    if (isPending(value)) return value;
    if (typeof step === "number") {
      if (isValueList(value)) value = value[step];
      else if (step !== 0) return undefined;
    } else value = memberOf(value, step);
  }
  return value;
}
