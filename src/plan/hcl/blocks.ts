import { knownInPart, later, type TemplateValue } from "../settings.ts";
import type { Bound, Written } from "./definitions.ts";
import { documentOf } from "./documents.ts";
import { turnsOf } from "./loop.ts";
import type { Module } from "./module.ts";
import type { Names } from "./names.ts";
import { narrow } from "./steps.ts";
import type { Block, Body, Expression } from "./syntax.ts";
import type { Values } from "./values.ts";

/** Arguments and blocks of Terraform's own, which say nothing of what is made. */
const own: ReadonlySet<string> = new Set([
  "connection",
  "count",
  "depends_on",
  "for_each",
  "lifecycle",
  "provider",
  "provisioner",
]);

/** `dynamic` blocks make this many together, and lie this deep within each other. */
const mostBlocks = 10_000;
const maxDepth = 20;

/** A body and the names that hold within it. */
export interface Within {
  readonly body: Body;
  readonly module: Module;
  readonly names: Names;
  readonly bound: ReadonlyMap<string, Bound>;
}

/** A block; without a body where it is not known what a `dynamic` block makes. */
interface Made {
  readonly type: string;
  readonly within: Within | undefined;
}

/** The blocks of a body with what its `dynamic` blocks make. */
function blocksOf(within: Within): readonly Made[] {
  return within.body.blocks.flatMap((block): readonly Made[] => {
    if (block.type !== "dynamic") return [{ type: block.type, within: { ...within, body: block.body } }];
    const [type] = block.labels;
    if (type === undefined) return [];
    const made = madeBy(block, type, within);
    return made === undefined ? [{ type, within: undefined }] : made;
  });
}

function madeBy({ body }: Block, type: string, within: Within): readonly Made[] | undefined {
  const { module, names, bound } = within;
  const source = body.attributes.get("for_each")?.value;
  const content = body.blocks.find((block) => block.type === "content")?.body;
  if (source === undefined || content === undefined || bound.size > maxDepth) return undefined;
  const value = names.worth({ expression: source, module, bound });
  const turns = turnsOf(value, source);
  if (turns === undefined || turns.length > mostBlocks) return undefined;
  const named = body.attributes.get("iterator")?.value;
  const iterator = named?.kind === "traversal" ? named.root : type;
  return turns.map((turn) => {
    const refs: Bound["refs"] = ([step, ...rest]) => {
      const isValue = step?.kind === "literal" && step.value === "value";
      const expression = isValue && turn.written !== undefined ? narrow(turn.written, rest) : source;
      return names.refsOf({ expression, module, bound });
    };
    const one: Bound = { value: { key: turn.key, value: turn.value }, refs };
    return { type, within: { ...within, body: content, bound: new Map([...bound, [iterator, one]]) } };
  });
}

/** The settings of a block: its arguments, and its blocks as lists under their names. */
export function valueOfBody(within: Within): Values {
  const { body, module, names, bound } = within;
  const attributes = [...body.attributes]
    .filter(([name]) => !own.has(name))
    .map(([name, { value }]) => [name, settingOf({ expression: value, module, bound }, names)] as const);
  const byType = Map.groupBy(
    blocksOf(within).filter(({ type }) => !own.has(type)),
    ({ type }) => type,
  );
  const blocks = [...byType].map(([type, group]) => {
    const made = group.map((one): TemplateValue => (one.within === undefined ? later : valueOfBody(one.within)));
    // Beside blocks whose number is not known the others have no position.
    return [type, made.includes(later) ? later : made] as const;
  });
  return Object.fromEntries([...attributes, ...blocks]);
}

function settingOf(written: Written, names: Names): TemplateValue {
  const value = names.worth(written);
  const document = value === later ? documentOf(written, names) : undefined;
  return document === undefined ? value : knownInPart(document.value);
}

/** Addresses that the value at a path is made of: of one argument, or of all of a block. */
export function refsAt(within: Within, path: readonly (string | number)[]): readonly string[] {
  const { body, module, names, bound } = within;
  const of = (expression: Expression) => names.refsOf({ expression, module, bound });
  const [name, next, ...rest] = path;
  if (name === undefined) return everything(body).flatMap(of);
  const attribute = body.attributes.get(String(name));
  if (attribute !== undefined) {
    const inner = path.slice(1);
    const document = inner.length === 0 ? undefined : documentOf({ expression: attribute.value, module, bound }, names);
    if (document !== undefined) return document.refsAt(inner);
    const steps = inner.map((value): Expression => ({ kind: "literal", value }));
    return of(narrow(attribute.value, steps));
  }
  const blocks = blocksOf(within).filter(({ type }) => type === name);
  if (blocks.some((block) => block.within === undefined)) {
    const written = body.blocks.filter(
      ({ type, labels }) => type === name || (type === "dynamic" && labels[0] === name),
    );
    return written.flatMap((block) => everything(block.body)).flatMap(of);
  }
  const chosen = typeof next === "number" ? blocks.slice(next, next + 1) : blocks;
  return chosen.flatMap((block) =>
    block.within === undefined ? [] : refsAt(block.within, chosen === blocks ? [] : rest),
  );
}

function everything(body: Body): readonly Expression[] {
  return [
    ...body.attributes.values().map(({ value }) => value),
    ...body.blocks.flatMap((block) => everything(block.body)),
  ];
}
