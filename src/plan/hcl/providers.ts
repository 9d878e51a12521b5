import { wordsBesideCaller } from "../caller-words.ts";
import { later, type TemplateValue } from "../settings.ts";
import type { Module } from "./module.ts";
import type { Names } from "./names.ts";
import type { Block, Expression } from "./syntax.ts";

/** The provider block that applies to a resource. */
export interface ProviderBlock {
  /** `provider aws.hk`. */
  readonly evidence: string;
  /** The same for blocks that say nothing of who calls: they all call as whoever runs Terraform. */
  readonly caller: string;
  /** Value of an argument; `undefined` where it is not set, or there is no block. */
  argument(name: string): TemplateValue;
  /** Value of `default_tags { tags = … }`. */
  readonly defaultTags: TemplateValue;
}

/** Finds the block for a resource: `provider = aws.hk`, else the one without an alias, through what modules hand on. */
export function providerOf(resource: Block, module: Module, names: Names): ProviderBlock {
  const written = keyOf(resource.body.attributes.get("provider")?.value);
  const key = written ?? resource.labels[0]?.split("_")[0] ?? "";
  const found = blockFor(key, module);
  const evidence = evidenceOf(found?.key ?? key, found?.module ?? module);
  const [type = ""] = key.split(".");
  if (found === undefined) return { evidence, caller: type, argument: () => undefined, defaultTags: undefined };
  const { block, module: home } = found;
  const worth = (expression: Expression | undefined): TemplateValue =>
    expression === undefined ? undefined : names.worth({ expression, module: home });
  const isDynamic = block.body.blocks.some(({ type, labels }) => type === "dynamic" && labels[0] === "default_tags");
  const tags = block.body.blocks.find(({ type }) => type === "default_tags");
  return {
    evidence,
    caller: saysWhoCalls(block) ? evidence : type,
    argument: (name) => worth(block.body.attributes.get(name)?.value),
    defaultTags: isDynamic ? later : worth(tags?.body.attributes.get("tags")?.value),
  };
}

function saysWhoCalls({ body }: Block): boolean {
  const words = [...body.attributes.keys(), ...body.blocks.map(({ type, labels }) => labels[0] ?? type)];
  return words.some((word) => !wordsBesideCaller.has(word));
}

function evidenceOf(key: string, { prefix }: Module): string {
  return `provider ${key}${prefix === "" ? "" : ` of ${prefix.slice(0, -1)}`}`;
}

/** `aws.hk` and `"aws.hk"`. */
function keyOf(expression: Expression | undefined): string | undefined {
  if (expression?.kind === "literal" && typeof expression.value === "string") return expression.value;
  if (expression?.kind !== "traversal") return undefined;
  const [alias] = expression.steps;
  return alias?.kind === "literal" ? `${expression.root}.${alias.value}` : expression.root;
}

interface Found {
  readonly key: string;
  readonly block: Block;
  readonly module: Module;
}

function blockFor(key: string, module: Module): Found | undefined {
  const [name = "", alias] = key.split(".");
  const own = module.files.blocks.providers.find(({ block }) => {
    const known = block.body.attributes.get("alias")?.value;
    const itsAlias = known?.kind === "literal" ? known.value : undefined;
    return block.labels[0] === name && itsAlias === alias;
  });
  if (own !== undefined) return { key, block: own.block, module };
  const { parent, call } = module;
  if (parent === undefined) return undefined;
  const handed = call?.block.body.attributes.get("providers")?.value;
  if (handed?.kind === "object") {
    for (const [inner, outer] of handed.entries) {
      const outerKey = keyOf(outer);
      if (keyOf(inner) === key && outerKey !== undefined) return blockFor(outerKey, parent);
    }
  }
  return alias === undefined ? blockFor(key, parent) : undefined;
}
