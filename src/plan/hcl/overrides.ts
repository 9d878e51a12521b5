import type { Block, Body, Placed } from "./syntax.ts";

/**
 * Blocks with what files named `override` or `…_override` set in them: arguments one by one, nested blocks by their type (override
 * files, developer.hashicorp.com, read 2026-11-22). A block that overrides nothing stands for itself.
 */
export function overridden(blocks: readonly Placed[], overrides: readonly Placed[]): readonly Placed[] {
  if (overrides.length === 0) return blocks;
  // `locals` come by their names, of which the last one counts; blocks of the same name are a mistake that is told elsewhere.
  const all = new Map<string, Placed>();
  for (const placed of blocks) {
    const key = keyOf(placed.block);
    all.set(key === undefined || all.has(key) ? `${placed.file}:${placed.block.line} ${all.size}` : key, placed);
  }
  for (const { block, file } of overrides) {
    const key = keyOf(block);
    const base = key === undefined ? undefined : all.get(key);
    all.set(
      key ?? `${file}:${block.line} ${all.size}`,
      base === undefined ? { block, file } : { ...base, block: merged(base.block, block) },
    );
  }
  return [...all.values()];
}

function keyOf({ type, labels, body }: Block): string | undefined {
  if (type === "locals" || type === "terraform" || labels.length === 0) return undefined;
  const alias = body.attributes.get("alias")?.value;
  return [type, ...labels, ...(alias?.kind === "literal" ? [String(alias.value)] : [])].join(" ");
}

function merged(base: Block, { body }: Block): Block {
  const set = new Set(body.blocks.map(({ type, labels }) => (type === "dynamic" ? labels[0] : type)));
  const kept = base.body.blocks.filter(({ type, labels }) => !set.has(type === "dynamic" ? labels[0] : type));
  const made: Body = {
    attributes: new Map([...base.body.attributes, ...body.attributes]),
    blocks: [...kept, ...body.blocks],
  };
  return { ...base, body: made };
}
