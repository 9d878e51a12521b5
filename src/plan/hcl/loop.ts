import { later, type TemplateValue } from "../settings.ts";
import type { Bound, Written } from "./definitions.ts";
import type { Expression, LoopExpression } from "./syntax.ts";
import { bounded, isFalse, isList, isMap, isTrue, sortedKeys, textIn } from "./values.ts";

/** What stands in turn for the names of a `for` or a `dynamic` block. */
export interface Turn {
  readonly key: TemplateValue;
  readonly value: TemplateValue;
  /** Where the value is written out by itself. */
  readonly written?: Expression;
}

/**
 * The turns over a list or map, in HCL's order; `undefined` where it is not known. Of a list that a name or a function gives it is
 * not known whether it is a set, so that its keys are not.
 */
export function turnsOf(value: TemplateValue, source: Expression): readonly Turn[] | undefined {
  if (isList(value)) {
    if (source.kind !== "list") return value.map((item) => ({ key: later, value: item }));
    return value.map((item, index) => {
      const written = source.items[index];
      return { key: index, value: item, ...(written === undefined ? {} : { written }) };
    });
  }
  if (!isMap(value)) return undefined;
  return sortedKeys(value).map((key) => {
    const entry = source.kind === "object" ? source.entries.find(([name]) => isLiteral(name, key)) : undefined;
    return { key, value: value[key], ...(entry === undefined ? {} : { written: entry[1] }) };
  });
}

function isLiteral(name: Expression, key: string): boolean {
  return name.kind === "literal" && String(name.value) === key;
}

/** All that a `for` is made of. */
export function partsOf({ source, key, value, condition }: LoopExpression): readonly Expression[] {
  return [source, key, value, condition].filter((part) => part !== undefined);
}

/** What a `for` gives; not known where it is not known how many there are, or under which keys. */
export function looped(
  loop: LoopExpression,
  written: Written,
  worth: (written: Written) => TemplateValue,
): TemplateValue {
  const turns = turnsOf(worth({ ...written, expression: loop.source }), loop.source);
  const [first = "", second] = loop.names;
  if (turns === undefined || bounded(turns.map(() => null)) === later) return later;
  const made: [string, TemplateValue][] = [];
  for (const { key, value } of turns) {
    const held = second === undefined ? [[first, value] as const] : [[first, key] as const, [second, value] as const];
    const bound = new Map<string, Bound>(written.bound);
    for (const [name, one] of held) bound.set(name, { value: one, refs: () => [] });
    const of = (expression: Expression) => worth({ ...written, expression, bound });
    const isKept = loop.condition === undefined || of(loop.condition);
    if (isFalse(isKept)) continue;
    if (!isTrue(isKept)) return later;
    const name = loop.key === undefined ? "" : textIn(of(loop.key));
    if (name === undefined) return later;
    made.push([name, of(loop.value)]);
  }
  if (loop.key === undefined) return made.map(([, value]) => value);
  if (!loop.isGrouped) return Object.fromEntries(made);
  const groups = Map.groupBy(made, ([name]) => name);
  return Object.fromEntries([...groups].map(([name, entries]) => [name, entries.map(([, value]) => value)]));
}
