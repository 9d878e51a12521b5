import type { Evaluation, TemplateFunction } from "./dialect.ts";
import { membersOf } from "./for-each.ts";
import { laterFunction } from "./functions.ts";
import { isRawList, isRawMap, onlyEntry, type RawMap } from "./raw.ts";
import { pending, type Value } from "./value.ts";

/** Looked up when the stack is made: a secret, a parameter of the account. */
const lookedUp = /\{\{resolve:/;

/** Works out a value of a template as far as the template alone tells it. */
export function evaluate(
  raw: unknown,
  evaluation: Evaluation,
  functions: ReadonlyMap<string, TemplateFunction>,
): Value {
  if (typeof raw === "string") return lookedUp.test(raw) ? pending() : raw;
  if (typeof raw === "number" || typeof raw === "boolean" || raw === null) return raw;
  // YAML knows integers that JSON does not.
  if (typeof raw === "bigint") return String(raw);
  // What is not set drops out of lists, and out of mappings.
  if (isRawList(raw)) return raw.map((item) => evaluation.value(item)).filter((item) => item !== undefined);
  if (!isRawMap(raw)) return undefined;
  const [name, argument] = onlyEntry(raw) ?? [];
  if (name !== undefined && isFunction(name)) return (functions.get(name) ?? laterFunction)(argument, evaluation);
  return mapOf(raw, evaluation);
}

function mapOf(raw: RawMap, evaluation: Evaluation): Value {
  const entries: [string, Value][] = [];
  for (const { name, value } of membersOf(raw, evaluation)) {
    if (isFunction(name)) {
      evaluation.note(`${name} adds settings that are not in the file`);
      continue;
    }
    const item = evaluation.value(value);
    if (item !== undefined) entries.push([name, item]);
  }
  return Object.fromEntries(entries);
}

function isFunction(name: string): boolean {
  return name === "Ref" || (name.startsWith("Fn::") && !name.startsWith("Fn::ForEach::"));
}
