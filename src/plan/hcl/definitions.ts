import type { Placed } from "./files.ts";
import type { Module } from "./module.ts";
import type { Block, Expression } from "./syntax.ts";

/** An expression and the module in whose names it is written. */
export interface Written {
  readonly expression: Expression;
  readonly module: Module;
  /** What `each` goes over. */
  readonly each?: Expression;
}

/** What a name stands for. */
export interface Definition {
  readonly name: string;
  readonly place?: Placed;
  readonly isSensitive?: boolean;
  readonly written?: Written;
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
  const isSensitive = flagOf(place.block, "sensitive");
  const { parent, call } = module;
  const passed = call?.block.body.attributes.get(name)?.value;
  if (parent !== undefined && passed !== undefined) {
    return { name: full, place, isSensitive, written: { expression: passed, module: parent } };
  }
  const own = { name: full, place, isSensitive };
  const set = parent === undefined ? module.files.values.findLast((body) => body.attributes.has(name)) : undefined;
  const expression = (set ?? place.block.body).attributes.get(set === undefined ? "default" : name)?.value;
  return expression === undefined ? own : { ...own, written: { expression, module } };
}
