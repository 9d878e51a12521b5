import { JingneiError } from "../../model/index.ts";
import { later, type TemplateValue } from "../settings.ts";
import { conform } from "./constraint.ts";
import { type Definition, isOutput, localOf, outputOf, textOf, variableOf, type Written } from "./definitions.ts";
import { callFunction } from "./functions.ts";
import { addressOf } from "./lines.ts";
import { looped, partsOf } from "./loop.ts";
import type { Module } from "./module.ts";
import { parseHclExpression } from "./parse.ts";
import { chosenOf, namedBy, narrow, type Steps, stepsOf, type Traversal } from "./steps.ts";
import type { Expression, Placed } from "./syntax.ts";
import { inside, isList, joined, objectOf, plain, scalar } from "./values.ts";

/** Values that need each other, and what working them out may take. */
const maxStack = 200;
const maxSteps = 2_000_000;

/** The names of a configuration: what its expressions come to, and which resources they are made of. */
export interface Names {
  /** `later` for everything that a literal text does not say. */
  worth(written: Written): TemplateValue;
  /** Addresses of resources of the configuration. */
  refsOf(written: Written): readonly string[];
  /** What a name or a condition stands for, one step on; `undefined` for all else. */
  meant(written: Written): Written | undefined;
}

/** What is known of a resource besides what the configuration says: the value that steps lead to, or `later`. */
export type Observed = (address: string, steps: readonly TemplateValue[]) => TemplateValue;

/** @throws JingneiError `input` from its functions, for names that need each other in a circle. */
export function createNames(parameters: Readonly<Record<string, unknown>>, observed: Observed = () => later): Names {
  const values = new Map<string, TemplateValue>();
  const refs = new Map<string, readonly string[]>();
  const declared = new Map<Module, ReadonlySet<string>>();
  const stack: string[] = [];
  let steps = 0;

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
    try {
      const value = make();
      made.set(name, value);
      return value;
    } finally {
      // Also where it is refused: somebody may ask for other names then.
      stack.pop();
    }
  }

  function worth(written: Written): TemplateValue {
    const { expression, module } = written;
    const of = (inner: Expression) => worth({ ...written, expression: inner });
    steps += 1;
    if (steps > maxSteps) {
      const what = `more than ${maxSteps} steps are needed to work its values out`;
      throw new JingneiError("input", `${module.files.folder}: ${what}`, "Simplify them.");
    }
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
        const chosen = chosenOf(expression, of);
        return chosen === undefined ? later : of(chosen);
      }
      case "equal": {
        const [left, right] = [scalar(of(expression.left)), scalar(of(expression.right))];
        return left === undefined || right === undefined ? later : (left === right) === expression.isEqual;
      }
      case "traversal": {
        const found = followed(expression, written);
        return found === undefined ? later : found;
      }
      case "part": {
        const found = inside(of(expression.of), stepsOf(expression.steps, of));
        return found === undefined ? later : found;
      }
      case "call":
        return called(expression, written);
      case "loop":
        return looped(expression, written, worth);
      case "opaque":
        return later;
    }
  }

  /** `undefined` where a name that is known has no such part. */
  function followed(traversal: Traversal, { module, bound }: Written): TemplateValue {
    const { root, steps } = traversal;
    const worthOf = (expression: Expression) =>
      worth({ expression, module, ...(bound === undefined ? {} : { bound }) });
    const held = bound?.get(root);
    if (held !== undefined) return inside(held.value, stepsOf(steps, worthOf));
    const found = definitionOf(root, steps, module);
    if (found?.isSensitive === true) return later;
    if (found === undefined) {
      const named = namedBy(traversal);
      return named === undefined ? later : observed(module.prefix + named.base, stepsOf(named.rest, worthOf));
    }
    const value = within(found.name, values, found.place, () => standsFor(found));
    return inside(value, stepsOf(found.rest, worthOf));
  }

  function standsFor({ given, written, notNull, constraint }: Followed): TemplateValue {
    const stated = given !== undefined ? given : written === undefined ? later : worth(written);
    const value = stated === null && notNull !== undefined ? worth(notNull) : stated;
    return constraint === undefined ? value : conform(value, constraint);
  }

  function called({ name, args, isSpread }: Call, written: Written): TemplateValue {
    const values = args.map((expression) => {
      // An error, which `try` passes over.
      if (name === "try" && expression.kind === "traversal") return followed(expression, written);
      return worth({ ...written, expression });
    });
    if (name === "try") return values.find((value) => value !== undefined) ?? later;
    const last = values.at(-1);
    if (!isSpread) return callFunction(name, values);
    return isList(last) ? callFunction(name, [...values.slice(0, -1), ...last]) : later;
  }

  function refsOf(written: Written): readonly string[] {
    return [...new Set(refsIn(written))];
  }

  function refsIn(written: Written): readonly string[] {
    const { expression, module, bound } = written;
    const of = (inner: Expression) => refsIn({ ...written, expression: inner });
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
      case "conditional": {
        const chosen = chosenOf(expression, (inner) => worth({ ...written, expression: inner }));
        return chosen === undefined ? [expression.yes, expression.no].flatMap(of) : of(chosen);
      }
      case "equal":
        return [expression.left, expression.right].flatMap(of);
      case "part":
        return [expression.of, ...expression.steps.filter((step) => step !== undefined)].flatMap(of);
      case "call":
        return expression.args.flatMap(of);
      case "loop":
        return partsOf(expression).flatMap(of);
      case "traversal":
        return [...expression.steps.flatMap((step) => (step === undefined ? [] : of(step))), ...pointed(expression)];
    }

    function pointed(traversal: Traversal): readonly string[] {
      const { root, steps } = traversal;
      const held = bound?.get(root);
      if (held !== undefined) return held.refs(steps);
      const found = definitionOf(root, steps, module);
      if (found !== undefined) {
        const { written } = found;
        if (written === undefined) return [];
        const narrowed = narrow(written.expression, found.rest);
        // The whole of a name is asked for again and again; a part of it only where it is written.
        if (narrowed !== written.expression) return refsIn({ ...written, expression: narrowed });
        return within(found.name, refs, found.place, () => refsOf(written));
      }
      const base = namedBy(traversal)?.base;
      return base !== undefined && resourcesOf(module).has(base) ? [module.prefix + base] : [];
    }
  }

  function meant(written: Written): Written | undefined {
    const { expression, module, bound } = written;
    const worthOf = (inner: Expression) => worth({ ...written, expression: inner });
    if (expression.kind === "conditional") {
      const chosen = chosenOf(expression, worthOf);
      return chosen === undefined ? undefined : { ...written, expression: chosen };
    }
    if (expression.kind !== "traversal" || bound?.has(expression.root) === true) return undefined;
    const found = definitionOf(expression.root, expression.steps, module);
    if (found?.written === undefined || found.isSensitive === true || found.given !== undefined) return undefined;
    const rest = found.rest.map((step): Expression | undefined => {
      const value = step === undefined ? undefined : scalar(worthOf(step));
      return value === undefined ? step : { kind: "literal", value };
    });
    return { ...found.written, expression: narrow(found.written.expression, rest) };
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
  function definitionOf(root: string, steps: Steps, module: Module): Followed | undefined {
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
    if (typeof given !== "string" || !/^\s*[[{]/.test(given)) return plain(given);
    const expression = parseHclExpression(given);
    return expression === undefined ? given : worth({ expression, module });
  }

  return { worth, refsOf, meant };
}

interface Followed extends Definition {
  /** What the command line says it is. */
  readonly given?: TemplateValue;
  /** Steps from the name into its value. */
  readonly rest: Steps;
}

type Call = Extract<Expression, { kind: "call" }>;
