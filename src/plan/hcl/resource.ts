import { type Known, known, type PlannedResource, unknown } from "../../model/index.ts";
import { allWritten, createSettings, later, type TemplateValue } from "../settings.ts";
import type { TemplateOptions } from "../template.ts";
import { refsAt, valueOfBody, type Within } from "./blocks.ts";
import type { Bound } from "./definitions.ts";
import { addressOf } from "./lines.ts";
import type { Module } from "./module.ts";
import type { Names } from "./names.ts";
import { type ProviderBlock, providerOf } from "./providers.ts";
import type { Block, Expression, Placed } from "./syntax.ts";
import { isMap, type Values } from "./values.ts";

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
  const bound = forEach === undefined ? new Map<string, Bound>() : new Map([["each", eachOf(forEach, module, names)]]);
  const within: Within = { body: block.body, module, names, bound };
  const settings = withAllTags(valueOfBody(within), provider);
  const partition = textIn(provider.argument("environment"));
  const account = accountOf(provider);
  return {
    address: module.prefix + local,
    kind,
    label,
    change: block.type === "data" || !isJudged ? "none" : "create",
    settings: createSettings(
      settings,
      (path) => [...new Set(refsAt(within, path[0] === "tags_all" ? ["tags", ...path.slice(1)] : path))],
      allWritten,
    ),
    ...regionOf(settings, provider, options),
    ...(partition === undefined ? {} : { partition }),
    ...(account === undefined ? {} : { account }),
    caller: provider.caller,
    file: file.replaceAll("\\", "/"),
    line: block.line,
  };
}

/** One resource stands for all that `for_each` makes: what differs is not known, but what they are made of is. */
function eachOf(forEach: Expression, module: Module, names: Names): Bound {
  return { value: later, refs: () => names.refsOf({ expression: forEach, module }) };
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

/** `tags_all` is what a plan says: the provider's default tags under the resource's own. */
function withAllTags(settings: Values, { defaultTags }: ProviderBlock): Values {
  if (defaultTags === undefined || defaultTags === null || settings["tags_all"] !== undefined) return settings;
  const { tags } = settings;
  const all =
    isMap(defaultTags) && (isMap(tags) || tags === undefined || tags === null) ? { ...defaultTags, ...tags } : later;
  return { ...settings, tags_all: all };
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
