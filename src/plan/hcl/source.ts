import { JingneiError } from "../../model/index.ts";
import { later, type TemplateValue } from "../settings.ts";
import { refsAt, type Within } from "./blocks.ts";
import type { Bound } from "./definitions.ts";
import { documentOf, type WrittenDocument } from "./documents.ts";
import { readModuleFiles } from "./files.ts";
import { addressOf, withoutKeys } from "./lines.ts";
import { mentionsIn } from "./mentions.ts";
import { type Module, openModules } from "./module.ts";
import { createNames, type Names, type Observed } from "./names.ts";
import type { Block } from "./syntax.ts";
import { isList, isMap, textIn } from "./values.ts";

/** What the configuration behind a plan says of one of its resources. */
export interface WrittenResource {
  /** The document that an argument is the text of. */
  documentAt(name: string): WrittenDocument | undefined;
  /** Addresses without keys that the value at a path is made of. */
  refsAt(path: readonly (string | number)[]): readonly string[];
  /** What an argument mentions (`local.x`, `aws_s3_bucket.b`); `undefined` where it is not written. */
  mentionsAt(name: string): ReadonlySet<string> | undefined;
  /** Whether a `dynamic` block makes blocks of that name. */
  isMade(name: string): boolean;
}

/** @param key - of the instance, as literals: `hr`, 0 */
export type WrittenAt = (address: string, key: string | number | undefined) => WrittenResource | undefined;

/**
 * Opens the configuration behind a plan when it is first asked about. What cannot be read of it says nothing: the plan has been made.
 * @param variables of the root, by the plan; those that it leaves out are not known
 * @param observed what the plan tells of resources, by their addresses without keys
 */
export function openSource(
  folder: string,
  variables: Readonly<Record<string, unknown>>,
  observed: Observed,
): WrittenAt {
  let blocks: ReadonlyMap<string, WrittenBlock> | undefined;
  let names: Names | undefined;

  function open(): ReadonlyMap<string, WrittenBlock> {
    const files = readModuleFiles(folder, () => undefined);
    if (files === undefined) return new Map();
    const root = openModules(files, () => undefined);
    const declared = root.files.blocks.all.flatMap(({ block }) => (block.type === "variable" ? block.labels : []));
    const given = declared.map((name) => [name, Object.hasOwn(variables, name) ? variables[name] : later]);
    names = createNames(Object.fromEntries(given), observed);
    const found = new Map<string, WrittenBlock>();
    addBlocks(root, found);
    return found;
  }

  return (address, key) => {
    blocks ??= orNothing(open) ?? new Map();
    const found = blocks.get(withoutKeys(address));
    return found === undefined || names === undefined ? undefined : writtenResource(found, key, names);
  };
}

interface WrittenBlock {
  readonly block: Block;
  readonly module: Module;
  /** What `for_each` comes to, for all instances. */
  all?: TemplateValue;
}

function addBlocks(module: Module, found: Map<string, WrittenBlock>): void {
  for (const { block } of module.files.blocks.all) {
    const address = addressOf(block.type, block.labels);
    if (address !== undefined) found.set(module.prefix + address, { block, module });
  }
  for (const child of module.children.values()) addBlocks(child, found);
}

function writtenResource(written: WrittenBlock, key: string | number | undefined, names: Names): WrittenResource {
  const { block, module } = written;
  let held: Within | undefined;
  const within = (): Within => {
    held ??= { body: block.body, module, names, bound: instanceNames(written, key, names) };
    return held;
  };
  return {
    documentAt(name) {
      const expression = block.body.attributes.get(name)?.value;
      if (expression === undefined) return undefined;
      const document = orNothing(() => documentOf({ expression, module, bound: within().bound }, names));
      return document && { value: document.value, refsAt: (path) => orNothing(() => document.refsAt(path)) ?? [] };
    },
    refsAt: (path) => orNothing(() => refsAt(within(), path)) ?? [],
    mentionsAt(name) {
      const expression = block.body.attributes.get(name)?.value;
      return expression === undefined ? undefined : orNothing(() => mentionsIn(expression));
    },
    isMade: (name) => block.body.blocks.some(({ type, labels }) => type === "dynamic" && labels[0] === name),
  };
}

/** What stands for the instance: `each.key`, `each.value`, `count.index`. */
function instanceNames(
  written: WrittenBlock,
  key: string | number | undefined,
  names: Names,
): ReadonlyMap<string, Bound> {
  const { block, module } = written;
  const expression = block.body.attributes.get("for_each")?.value;
  const found = new Map<string, Bound>();
  if (expression === undefined) return found.set("count", { value: { index: key ?? later }, refs: () => [] });
  written.all ??= names.worth({ expression, module });
  const value: TemplateValue = { key: key ?? later, value: valueOfKey(written.all, key) };
  return found.set("each", { value, refs: () => names.refsOf({ expression, module }) });
}

/** Of a set the value is the key. */
function valueOfKey(all: TemplateValue, key: string | number | undefined): TemplateValue {
  const name = textIn(key);
  if (name === undefined) return later;
  if (isMap(all) && Object.hasOwn(all, name)) return all[name];
  return isList(all) && all.includes(name) ? name : later;
}

/** A configuration that is wrong, or nested beyond measure. */
function orNothing<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof JingneiError || error instanceof RangeError) return undefined;
    throw error;
  }
}
