import { later, type TemplateValue } from "../settings.ts";
import { isObject, member } from "./json-guards.ts";
import { referencesOf } from "./references.ts";

/** Blocks nested deeper than this are compared no further. */
const deepest = 8;
/** References looked at below one path. */
const most = 10_000;

export type ReferencesAt = typeof referencesAt;

/** The same as {@link referencesAt}, found once for all instances of a block where their values have no say in it. */
export function createReferencesAt(): ReferencesAt {
  const found = new WeakMap<object, Map<string, ReturnType<ReferencesAt>>>();
  return (expressions, path, values) => {
    const [name] = path;
    if (path.length !== 1 || typeof name !== "string" || !isObject(expressions)) {
      return referencesAt(expressions, path, values);
    }
    const byName = found.get(expressions) ?? new Map<string, ReturnType<ReferencesAt>>();
    const references = byName.get(name) ?? referencesAt(expressions, path, values);
    found.set(expressions, byName.set(name, references));
    return references;
  };
}

/**
 * The references behind the value at a path. Blocks stand in the configuration in the order of the source and in the values, where
 * they are a set, in one of Terraform's own: a block is told by the constants in it, and where these tell nothing, all that it may be
 * are taken. What a `dynamic` block makes is not in a plan's configuration, and has none.
 */
function referencesAt(
  expressions: unknown,
  path: readonly (string | number)[],
  values: TemplateValue,
): readonly (readonly string[])[] {
  let nodes: readonly unknown[] = [expressions];
  let value: TemplateValue = values;
  for (const step of path) {
    nodes = nodes.flatMap((node) => (referencesOf(node) ? [node] : below(node, step, value)));
    value = stepInto(value, step);
  }
  return leavesBelow(nodes);
}

function below(node: unknown, step: string | number, value: TemplateValue): readonly unknown[] {
  if (typeof step === "string") {
    const holders: readonly unknown[] = Array.isArray(node) ? node : [node];
    return holders.map((holder) => member(holder, step)).filter((found) => found !== undefined);
  }
  // A block that may stand once only is no list in the configuration.
  return Array.isArray(node) ? blocksFor(node, value, step) : [node];
}

function blocksFor(blocks: readonly unknown[], values: TemplateValue, index: number): readonly unknown[] {
  if (blocks.length < 2 || !Array.isArray(values)) return blocks;
  const inOrder = blocks.length === values.length && blocks.every((block, at) => mayMake(block, values[at], 0));
  if (inOrder) return [blocks[index]];
  const possible = blocks.filter((block) => mayMake(block, values[index], 0));
  return possible.length > 0 ? possible : blocks;
}

/** Whether no constant of the block contradicts the value. */
function mayMake(block: unknown, value: unknown, depth: number): boolean {
  if (depth > deepest || !isObject(block) || !isObject(value)) return true;
  return Object.entries(block).every(([name, expression]) => {
    const found: unknown = value[name];
    if (found === undefined || found === null || found === later) return true;
    if (Array.isArray(expression)) {
      if (!Array.isArray(found)) return true;
      return expression.length !== 1 || found.length !== 1 || mayMake(expression[0], found[0], depth + 1);
    }
    const constant = member(expression, "constant_value");
    if (constant === undefined) return true;
    return typeof constant === "object" || typeof found === "object" || String(constant) === String(found);
  });
}

function stepInto(value: TemplateValue, step: string | number): TemplateValue {
  if (typeof value !== "object" || value === null) return value === later ? later : undefined;
  const found: unknown = Reflect.get(value, step);
  return found as TemplateValue;
}

function leavesBelow(nodes: readonly unknown[]): readonly (readonly string[])[] {
  const leaves: (readonly string[])[] = [];
  const queue = [...nodes];
  for (let at = 0; at < queue.length && at < most; at += 1) {
    const references = referencesOf(queue[at]);
    if (references) leaves.push(references);
    else if (typeof queue[at] === "object" && queue[at] !== null) queue.push(...Object.values(queue[at] ?? {}));
  }
  return leaves;
}
