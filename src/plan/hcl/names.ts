import { JingneiError } from "../../model/index.ts";
import { later, type TemplateValue } from "../settings.ts";
import { type Definition, isOutput, localOf, outputOf, textOf, variableOf, type Written } from "./definitions.ts";
import type { Placed } from "./files.ts";
import { addressOf } from "./lines.ts";
import type { Module } from "./module.ts";
import { parseHclExpression } from "./parse.ts";
import type { Expression } from "./syntax.ts";

/** Values that need each other, and the text that they may grow to. */
const maxStack = 200;
const longestText = 1_000_000;

/** The names of a configuration: what its expressions come to, and which resources they are made of. */
export interface Names {
  /** `later` for everything that a literal text does not say. */
  worth(written: Written): TemplateValue;
  /** Addresses of resources of the configuration. */
  refsOf(written: Written): readonly string[];
}

/** @throws JingneiError `input` from its functions, for names that need each other in a circle. */
export function createNames(parameters: Readonly<Record<string, unknown>>): Names {
  const values = new Map<string, TemplateValue>();
  const refs = new Map<string, readonly string[]>();
  const declared = new Map<Module, ReadonlySet<string>>();
  const stack: string[] = [];

  function within<T>(name: string, made: Map<string, T>, place: Placed | undefined, make: () => T): T {
    const before = made.get(name);
    if (before !== undefined) return before;
    const where = place === undefined ? "" : `${place.file}:${place.block.line}: `;
    const begun = stack.indexOf(name);
    if (begun !== -1) {
      const circle = [...stack.slice(begun), name].join(" -> ");
      throw new JingneiError("input", `${where}a value that needs itself: ${circle}`, "Break the circle.");
    }
    if (stack.length >= maxStack) {
      throw new JingneiError(
        "input",
        `${where}values that need each other more than ${maxStack} deep`,
        "Simplify them.",
      );
    }
    stack.push(name);
    const value = make();
    stack.pop();
    made.set(name, value);
    return value;
  }

  function worth({ expression, module }: Written): TemplateValue {
    const of = (inner: Expression) => worth({ expression: inner, module });
    switch (expression.kind) {
      case "literal":
        return expression.value;
      case "list":
        return expression.items.map(of);
      case "template":
        return joined(expression.parts.map(of));
      case "object":
        return objectOf(expression.entries.map(([key, value]) => [of(key), of(value)] as const));
      case "conditional": {
        const condition = of(expression.condition);
        return isTrue(condition) ? of(expression.yes) : isFalse(condition) ? of(expression.no) : later;
      }
      case "equal": {
        const [left, right] = [scalar(of(expression.left)), scalar(of(expression.right))];
        return left === undefined || right === undefined ? later : (left === right) === expression.isEqual;
      }
      case "traversal":
        return followed(expression, module);
      case "json":
        return encoded(of(expression.value));
      case "opaque":
        return later;
    }
  }

  function followed({ root, steps }: Extract<Expression, { kind: "traversal" }>, module: Module): TemplateValue {
    const found = definitionOf(root, steps, module);
    if (found === undefined || found.isSensitive === true) return later;
    const value = within(found.name, values, found.place, () =>
      found.given !== undefined ? found.given : found.written === undefined ? later : worth(found.written),
    );
    return inside(
      value,
      found.rest.map((step) => (step === undefined ? later : worth({ expression: step, module }))),
    );
  }

  function refsOf(written: Written): readonly string[] {
    return [...new Set(refsIn(written))];
  }

  function refsIn({ expression, module, each }: Written): readonly string[] {
    const of = (inner: Expression) => refsIn({ expression: inner, module, ...(each === undefined ? {} : { each }) });
    switch (expression.kind) {
      case "literal":
        return [];
      case "list":
        return expression.items.flatMap(of);
      case "template":
      case "opaque":
        return expression.parts.flatMap(of);
      case "object":
        return expression.entries.flatMap(([key, value]) => [...of(key), ...of(value)]);
      case "conditional":
        return [expression.yes, expression.no].flatMap(of);
      case "equal":
        return [expression.left, expression.right].flatMap(of);
      case "json":
        return of(expression.value);
      case "traversal":
        return [...expression.steps.flatMap((step) => (step === undefined ? [] : of(step))), ...pointed(expression)];
    }

    function pointed({ root, steps }: Extract<Expression, { kind: "traversal" }>): readonly string[] {
      if (root === "each") return each === undefined ? [] : refsIn({ expression: each, module });
      const found = definitionOf(root, steps, module);
      if (found !== undefined) {
        const { written } = found;
        if (written === undefined) return [];
        const narrowed = narrow(written.expression, found.rest);
        // The whole of a name is asked for again and again; a part of it only where it is written.
        if (narrowed !== written.expression) return refsIn({ ...written, expression: narrowed });
        return within(found.name, refs, found.place, () => refsOf(written));
      }
      const [kind, name] = root === "data" ? steps.slice(0, 2).map(textOf) : [root, textOf(steps[0])];
      if (kind === undefined || name === undefined) return [];
      const address = root === "data" ? `data.${kind}.${name}` : `${kind}.${name}`;
      return resourcesOf(module).has(address) ? [module.prefix + address] : [];
    }
  }

  function resourcesOf(module: Module): ReadonlySet<string> {
    const before = declared.get(module);
    if (before !== undefined) return before;
    const addresses = module.files.blocks.all.flatMap(({ block }) => addressOf(block.type, block.labels) ?? []);
    const made = new Set(addresses);
    declared.set(module, made);
    return made;
  }

  /** What `var.x`, `local.x` and `module.m.x` stand for, and the steps that lead into it. */
  function definitionOf(
    root: string,
    steps: readonly (Expression | undefined)[],
    module: Module,
  ): Followed | undefined {
    const name = textOf(steps[0]);
    if (name === undefined) return undefined;
    if (root === "var") {
      const found = { ...variableOf(name, module), rest: steps.slice(1) };
      const isGiven = module.parent === undefined && Object.hasOwn(parameters, name);
      return isGiven ? { ...found, given: givenOf(parameters[name], module) } : found;
    }
    if (root === "local") return { ...localOf(name, module), rest: steps.slice(1) };
    if (root !== "module") return undefined;
    // `module.m["key"].output`
    const at = steps.findIndex(
      (step, index) => index > 0 && textOf(step) !== undefined && isOutput(module, name, step),
    );
    const child = module.children.get(name);
    const output = textOf(steps[at]);
    if (child === undefined || output === undefined) return undefined;
    return { ...outputOf(output, child), rest: steps.slice(at + 1) };
  }

  /** A list or map is given as HCL, which JSON is too, all but its colons. */
  function givenOf(given: unknown, module: Module): TemplateValue {
    if (typeof given !== "string" || !/^\s*[[{]/.test(given)) return plain(given, 0);
    const expression = parseHclExpression(given);
    return expression === undefined ? given : worth({ expression, module });
  }

  return { worth, refsOf };
}

interface Followed extends Definition {
  /** What the command line says it is. */
  readonly given?: TemplateValue;
  /** Steps from the name into its value. */
  readonly rest: readonly (Expression | undefined)[];
}

/** The part of a list or map that steps lead to, as far as it is written out. */
export function narrow(expression: Expression, steps: readonly (Expression | undefined)[]): Expression {
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

function inside(value: TemplateValue, steps: readonly TemplateValue[]): TemplateValue {
  let at = value;
  for (const step of steps) {
    if (at === later || step === later || typeof at !== "object" || at === null) return later;
    const holder: object = at;
    const key = String(scalar(step));
    if (!Object.hasOwn(holder, key) || key === "length") return later;
    at = (holder as { readonly [name: string]: TemplateValue })[key];
  }
  return at;
}

function scalar(value: TemplateValue): string | number | boolean | null | undefined {
  return typeof value === "object" && value !== null ? undefined : value === later ? undefined : value;
}

function isTrue(value: TemplateValue): boolean {
  return value === true || value === "true";
}

function isFalse(value: TemplateValue): boolean {
  return value === false || value === "false";
}

function joined(parts: readonly TemplateValue[]): TemplateValue {
  const texts = parts.map(scalar);
  if (texts.some((text) => text === undefined || text === null)) return later;
  const length = texts.reduce<number>((sum, text) => sum + String(text).length, 0);
  return length > longestText ? later : texts.join("");
}

/** Nothing of it where any part is not known: half a document says something else than the whole. */
function encoded(value: TemplateValue): TemplateValue {
  if (!isWhole(value)) return later;
  const text = JSON.stringify(value);
  return text.length > longestText ? later : text;
}

function isWhole(value: TemplateValue): boolean {
  if (value === later || value === undefined) return false;
  return typeof value !== "object" || value === null || Object.values(value).every(isWhole);
}

function objectOf(entries: readonly (readonly [TemplateValue, TemplateValue])[]): TemplateValue {
  const named = entries.map(([key, value]) => [scalar(key), value] as const);
  if (named.some(([key]) => key === undefined || key === null)) return later;
  return Object.fromEntries(named.map(([key, value]) => [String(key), value]));
}

function plain(value: unknown, depth: number): TemplateValue {
  if (value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean")
    return value;
  if (typeof value !== "object" || depth > 100) return later;
  if (Array.isArray(value)) return value.map((item) => plain(item, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, plain(item, depth + 1)]));
}
