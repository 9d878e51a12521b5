import { type Known, known, type PlannedResource, unknown } from "../../model/index.ts";
import { createSettings, later, type TemplateValue } from "../settings.ts";
import type { TemplateOptions } from "../template.ts";
import type { Placed } from "./files.ts";
import { addressOf } from "./lines.ts";
import type { Module } from "./module.ts";
import { type Names, narrow } from "./names.ts";
import { type ProviderBlock, providerOf } from "./providers.ts";
import type { Block, Body, Expression } from "./syntax.ts";

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

interface Values {
  readonly [name: string]: TemplateValue;
}

export interface ResourceAsked {
  readonly placed: Placed;
  readonly module: Module;
  readonly names: Names;
  readonly options: TemplateOptions;
  /** Whether the resource is judged, and not only there for others to refer to. */
  readonly isJudged: boolean;
}

/** A resource or data source; `undefined` where `count` or `for_each` says that there is none. */
export function plannedResource(asked: ResourceAsked): PlannedResource | undefined {
  const { placed, module, names, options, isJudged } = asked;
  const { block, file } = placed;
  const [kind, label] = block.labels;
  const local = addressOf(block.type, block.labels);
  if (kind === undefined || label === undefined || local === undefined || isNone(block, module, names))
    return undefined;
  const provider = providerOf(block, module, names);
  const forEach = block.body.attributes.get("for_each")?.value;
  const each = forEach === undefined ? {} : { each: forEach };
  const settings = withAllTags(valueOfBody(block.body, module, names), provider);
  const partition = textIn(provider.argument("environment"));
  const account = accountOf(provider);
  return {
    address: module.prefix + local,
    kind,
    label,
    change: block.type === "data" || !isJudged ? "none" : "create",
    settings: createSettings(settings, (path) => [
      ...new Set(
        expressionsAt(block.body, path[0] === "tags_all" ? ["tags", ...path.slice(1)] : path).flatMap((expression) =>
          names.refsOf({ expression, module, ...each }),
        ),
      ),
    ]),
    ...regionOf(settings, provider, options),
    ...(partition === undefined ? {} : { partition }),
    ...(account === undefined ? {} : { account }),
    file: file.replaceAll("\\", "/"),
    line: block.line,
  };
}

/** Whether `count` or `for_each` says that there is none. */
export function isNone({ body }: Block, module: Module, names: Names): boolean {
  const count = body.attributes.get("count")?.value;
  const forEach = body.attributes.get("for_each")?.value;
  if (count !== undefined) return Number(textIn(names.worth({ expression: count, module })) ?? Number.NaN) === 0;
  if (forEach === undefined) return false;
  const each = names.worth({ expression: forEach, module });
  return typeof each === "object" && each !== null && Object.keys(each).length === 0;
}

/** The settings of a block: its arguments, and its blocks as lists under their names. */
function valueOfBody(body: Body, module: Module, names: Names): Values {
  const attributes = [...body.attributes]
    .filter(([name]) => !own.has(name))
    .map(([name, { value }]) => [name, names.worth({ expression: value, module })] as const);
  const byType = Map.groupBy(
    body.blocks.filter(({ type }) => !own.has(type) && type !== "dynamic"),
    ({ type }) => type,
  );
  const blocks = [...byType].map(
    ([type, group]) => [type, group.map((block) => valueOfBody(block.body, module, names))] as const,
  );
  // How many blocks a `dynamic` makes is not looked at.
  const dynamic = body.blocks.flatMap(({ type, labels }) =>
    type === "dynamic" && labels[0] !== undefined ? [[labels[0], later] as const] : [],
  );
  return Object.fromEntries([...attributes, ...blocks, ...dynamic]);
}

/** `tags_all` is what a plan says: the provider's default tags under the resource's own. */
function withAllTags(settings: Values, { defaultTags }: ProviderBlock): Values {
  if (defaultTags === undefined || defaultTags === null || settings["tags_all"] !== undefined) return settings;
  const { tags } = settings;
  const all =
    isMap(defaultTags) && (isMap(tags) || tags === undefined || tags === null) ? { ...defaultTags, ...tags } : later;
  return { ...settings, tags_all: all };
}

function isMap(value: TemplateValue): value is Values {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The expressions that a path leads to: one argument, or all of a block. */
function expressionsAt(body: Body, path: readonly (string | number)[]): readonly Expression[] {
  const [name, next, ...rest] = path;
  if (name === undefined) return [...body.attributes.values().map(({ value }) => value), ...body.blocks.flatMap(all)];
  const attribute = body.attributes.get(String(name));
  if (attribute !== undefined) {
    const steps = path.slice(1).map((value): Expression => ({ kind: "literal", value }));
    return [narrow(attribute.value, steps)];
  }
  const blocks = body.blocks.filter(({ type }) => type === name);
  const dynamic = body.blocks.filter(({ type, labels }) => type === "dynamic" && labels[0] === name);
  if (dynamic.length > 0 || typeof next !== "number") return [...blocks, ...dynamic].flatMap(all);
  const block = blocks[next];
  return block === undefined ? [] : expressionsAt(block.body, rest);
}

function all({ body }: Block): readonly Expression[] {
  return expressionsAt(body, []);
}

function textIn(value: TemplateValue): string | undefined {
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** Words by which provider blocks name the account; a list of accounts counts where it is a list of one. */
function accountOf(provider: ProviderBlock): string | undefined {
  for (const word of ["account_id", "subscription_id", "allowed_account_ids"]) {
    const value = provider.argument(word);
    const account = textIn(Array.isArray(value) && value.length === 1 ? (value[0] as TemplateValue) : value);
    if (account !== undefined) return account;
  }
  return undefined;
}

/** The resource's own region outranks its provider's; `--region` stands for the environment, so only where no block says a region. */
function regionOf(
  settings: Values,
  provider: ProviderBlock,
  options: TemplateOptions,
): { readonly region: Known<string>; readonly regionEvidence: string } {
  const stated = [
    [settings["region"], "region"],
    [provider.argument("region"), provider.evidence],
  ] as const;
  for (const [value, regionEvidence] of stated) {
    if (value === undefined || value === null || value === "") continue;
    return { region: typeof value === "string" ? known(value) : unknown("unsupported"), regionEvidence };
  }
  if (options.region !== undefined) return { region: known(options.region), regionEvidence: "--region" };
  return { region: unknown("unsupported"), regionEvidence: provider.evidence };
}
