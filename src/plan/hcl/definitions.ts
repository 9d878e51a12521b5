import type { TemplateValue } from "../settings.ts";
import type { Module } from "./module.ts";
import type { Block, Expression, Placed } from "./syntax.ts";

/** An expression and the module in whose names it is written. */
export interface Written {
  readonly expression: Expression;
  readonly module: Module;
  /** Names of the resource, the `dynamic` block or the `for` around it: `each`, `rule`, `k`. */
  readonly bound?: ReadonlyMap<string, Bound>;
}

/** What a name stands for that is no name of the module. */
export interface Bound {
  readonly value: TemplateValue;
  /** Addresses that the part of it is made of to which the steps lead. */
  refs(steps: readonly (Expression | undefined)[]): readonly string[];
}

/** What a name stands for. */
export interface Definition {
  readonly name: string;
  readonly place?: Placed;
  readonly isSensitive?: boolean;
  readonly written?: Written;
  /** A variable's type, whose optional attributes fill in what is not written. */
  readonly constraint?: Expression;
  /** Of a variable that may not be null: what it is then. */
  readonly notNull?: Written;
}

export function localOf(name: string, module: Module): Definition {
  const place = module.files.blocks.local(name);
  const expression = place?.block.body.attributes.get(name)?.value;
  const full = `${module.prefix}local.${name}`;
  if (place === undefined || expression === undefined) return { name: full };
  return { name: full, place, written: { expression, module } };
}

export function outputOf(name: string, module: Module): Definition {
  const place = module.files.blocks.named("output", name);
  const expression = place?.block.body.attributes.get("value")?.value;
  const full = `${module.prefix}output.${name}`;
  if (place === undefined || expression === undefined) return { name: full };
  return { name: full, place, isSensitive: flagOf(place.block, "sensitive"), written: { expression, module } };
}

export function isOutput(module: Module, child: string, step: Expression | undefined): boolean {
  const inner = module.children.get(child);
  const name = textOf(step);
  return inner !== undefined && name !== undefined && inner.files.blocks.named("output", name) !== undefined;
}

function flagOf({ body }: Block, name: string): boolean {
  const value = body.attributes.get(name)?.value;
  return value !== undefined && !(value.kind === "literal" && value.value === false);
}

export function textOf(expression: Expression | undefined): string | undefined {
  return expression?.kind === "literal" && typeof expression.value === "string" ? expression.value : undefined;
}

/** A variable is what the module is called with, else what a file of values says, else its default. */
export function variableOf(name: string, module: Module): Definition {
  const place = module.files.blocks.named("variable", name);
  const full = `${module.prefix}var.${name}`;
  if (place === undefined) return { name: full };
  const { attributes } = place.block.body;
  const constraint = attributes.get("type")?.value;
  const fallback = attributes.get("default")?.value;
  const mayBeNull = attributes.get("nullable")?.value;
  const own = {
    name: full,
    place,
    isSensitive: flagOf(place.block, "sensitive"),
    ...(constraint === undefined ? {} : { constraint }),
    ...(fallback === undefined || mayBeNull?.kind !== "literal" || mayBeNull.value !== false
      ? {}
      : { notNull: { expression: fallback, module } }),
  };
  const { parent, call } = module;
  const passed = call?.block.body.attributes.get(name)?.value;
  if (parent !== undefined && passed !== undefined) return { ...own, written: { expression: passed, module: parent } };
  const set = parent === undefined ? module.files.values.findLast((body) => body.attributes.has(name)) : undefined;
  const expression = set === undefined ? fallback : set.attributes.get(name)?.value;
  return expression === undefined ? own : { ...own, written: { expression, module } };
}
