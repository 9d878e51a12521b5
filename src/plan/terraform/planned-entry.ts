import { type Known, known, type PlannedResource, unknown } from "../../model/index.ts";
import { createSettings, later, type RefsAt, type TemplateValue, type WrittenAt } from "../settings.ts";
import type { TemplateOptions } from "../template.ts";
import type { BehindPlan } from "./behind-plan.ts";
import type { Entry } from "./entry.ts";
import type { ReferencesAt } from "./expression-references.ts";
import { isObject, member, textMember } from "./json-guards.ts";
import type { ModuleScopes } from "./module-scope.ts";
import { overlay } from "./overlay.ts";
import type { ProvidersOfPlan, ProviderWords } from "./provider-words.ts";
import { type Own, ownOf, type ReferredAddresses } from "./referred-addresses.ts";

/** What a document says around its resources. */
export interface Surroundings {
  /** Path of the file. */
  readonly file: string;
  readonly options: TemplateOptions;
  readonly scopes: ModuleScopes;
  readonly providers: ProvidersOfPlan;
  readonly referencesAt: ReferencesAt;
  readonly referred: ReferredAddresses;
  /** What the configuration behind it says besides, where its folder is given. */
  readonly behind?: BehindPlan;
}

const noBlock: ProviderWords = { evidence: "no provider block", caller: "" };

/** Hands an entry on. Its values are looked at when a shape asks for them. */
export function plannedEntry(entry: Entry, around: Surroundings): PlannedResource {
  const scope = around.scopes.at(entry.module);
  const config = scope.config?.resource(entry.base);
  const expressions = member(config, "expressions");
  const values = overlay(entry.values, entry.masks);
  const key = textMember(config, "provider_config_key") ?? entry.provider;
  const words: ProviderWords = key === undefined ? noBlock : around.providers(key);
  const { region, evidence } = regionOf(values, config, words, around.options);
  let own: Own | undefined;
  const refsAt: RefsAt = (path) => {
    const leaves = around.referencesAt(expressions, path, values);
    if (leaves.length === 0) return [];
    const instance = own ?? ownOf(entry.key, config);
    own = instance;
    const found = leaves.flatMap((references) => around.referred(references, scope, instance));
    return found.length > 1 ? [...new Set(found)] : found;
  };
  // An expression of constants alone, such as a secret's, is shown as nothing: it is written all the same.
  const writtenAt: WrittenAt = (path) =>
    path.length === 1
      ? member(expressions, String(path[0])) !== undefined
      : around.referencesAt(expressions, path, values).length > 0;
  const behind = around.behind?.(entry, {
    values,
    refsAt,
    writtenAt,
    leavesAt: (path) => around.referencesAt(expressions, path, values),
  });

  return {
    address: entry.address,
    kind: entry.kind,
    label: entry.label,
    change: entry.change,
    settings: createSettings(behind?.values ?? values, behind?.refsAt ?? refsAt, behind?.writtenAt ?? writtenAt),
    region,
    regionEvidence: evidence,
    ...(words.partition !== undefined && { partition: words.partition }),
    ...(words.account !== undefined && { account: words.account }),
    caller: words.caller,
    file: around.file,
  };
}

interface StatedRegion {
  readonly region: Known<string>;
  readonly evidence: string;
}

/**
 * A region of the resource's own outranks its provider's: the argument that somebody wrote, else what the provider filled in (AWS
 * provider 6) or the cloud told of what is there already. An argument that is not known yet leaves the region unknown; one that
 * nobody wrote is left to the provider block. `--region` stands for the environment, so only where no block says a region.
 */
function regionOf(
  values: TemplateValue,
  config: unknown,
  words: ProviderWords,
  options: TemplateOptions,
): StatedRegion {
  const own = isValues(values) ? values["region"] : undefined;
  if (typeof own === "string" && own !== "") return { region: known(own), evidence: "region" };
  if (own === later && mayBeWritten(config)) {
    return { region: unknown("unsupported"), evidence: "region" };
  }
  if (words.region) return { region: words.region, evidence: words.evidence };
  if (options.region !== undefined) return { region: known(options.region), evidence: "--region" };
  return { region: unknown("unsupported"), evidence: words.evidence };
}

/** Without the configuration nobody knows who fills it in. */
function mayBeWritten(config: unknown): boolean {
  if (!isObject(config)) return true;
  const expression = member(member(config, "expressions"), "region");
  return isObject(expression) && member(expression, "constant_value") !== null;
}

function isValues(value: TemplateValue): value is { readonly [name: string]: TemplateValue } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
