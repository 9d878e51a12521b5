import { later, type TemplateValue } from "../settings.ts";
import { textOf } from "./definitions.ts";
import type { Expression } from "./syntax.ts";
import { isFalse, isTrue } from "./values.ts";

export type Traversal = Extract<Expression, { kind: "traversal" }>;

export type Steps = readonly (Expression | undefined)[];

/** The part of a list or map that steps lead to, as far as it is written out. */
export function narrow(expression: Expression, steps: Steps): Expression {
  let at = expression;
  for (const step of steps) {
    const key = step?.kind === "literal" ? step.value : undefined;
    let next: Expression | undefined;
    if (at.kind === "list" && typeof key === "number") next = at.items[key];
    if (at.kind === "object")
      next = at.entries.find(([name]) => name.kind === "literal" && String(name.value) === String(key))?.[1];
    if (next === undefined) return at;
    at = next;
  }
  return at;
}

/** The branch that a condition takes, where that is known. */
export function chosenOf(
  { condition, yes, no }: Extract<Expression, { kind: "conditional" }>,
  worth: (expression: Expression) => TemplateValue,
): Expression | undefined {
  const value = worth(condition);
  return isTrue(value) ? yes : isFalse(value) ? no : undefined;
}

/** A splat picks many: what it gives is not worked out. */
export function stepsOf(steps: Steps, worth: (expression: Expression) => TemplateValue): readonly TemplateValue[] {
  return steps.map((step) => (step === undefined ? later : worth(step)));
}

/** The resource or data source that a traversal names, and the steps into it; `undefined` where it names no such thing. */
export function namedBy({ root, steps }: Traversal): { readonly base: string; readonly rest: Steps } | undefined {
  const [kind, name] = root === "data" ? steps.slice(0, 2).map(textOf) : [root, textOf(steps[0])];
  if (kind === undefined || name === undefined) return undefined;
  return root === "data"
    ? { base: `data.${kind}.${name}`, rest: steps.slice(2) }
    : { base: `${kind}.${name}`, rest: steps.slice(1) };
}
