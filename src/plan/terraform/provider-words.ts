import { type Known, known, unknown } from "../../model/index.ts";
import { wordsBesideCaller } from "../caller-words.ts";
import { isObject, type JsonObject, member, textMember } from "./json-guards.ts";
import type { ModuleScopes } from "./module-scope.ts";
import { type RootVariables, type Worth, worthOf } from "./variable-value.ts";

/** What the provider block says that applies to a resource. */
export interface ProviderWords {
  /** `undefined` where no block says a region: it then comes from the environment of whoever runs Terraform. */
  readonly region?: Known<string>;
  /** `provider aws.hk`; where its region is not shown in a plan, what that is made of. */
  readonly evidence: string;
  readonly partition?: string;
  readonly account?: string;
  /** The same for blocks that differ in nothing but where they work: they call the cloud as the same user. */
  readonly caller: string;
}

/** Words by which provider blocks name the cloud they are for. */
const partitionWords = ["environment"];
/** Words by which they name the account; a list of accounts counts where it is a list of one. */
const accountWords = ["account_id", "subscription_id", "allowed_account_ids"];

export type ProvidersOfPlan = (key: string) => ProviderWords;

/** Reads each provider block once. Keys are those of the plan: `aws`, `aws.hk`, `module.legacy:aws.own`. */
export function createProviderWords(configs: unknown, scopes: ModuleScopes, variables: RootVariables): ProvidersOfPlan {
  const seen = new Map<string, ProviderWords>();
  // Numbers, as what they stand for may hold credentials.
  const callers = new Map<string, string>();
  const callerOf = (words: string): string => {
    const caller = callers.get(words) ?? String(callers.size + 1);
    callers.set(words, caller);
    return caller;
  };

  function read(key: string): ProviderWords {
    const { config, module } = blockOf(configs, key);
    const name = key.slice(key.indexOf(":") + 1);
    const evidence = module === "" ? `provider ${name}` : `provider ${name} of ${module}`;
    const type = name.split(".")[0] ?? name;
    // Who runs Terraform, where no block says another one.
    if (!config) return { evidence, caller: callerOf(JSON.stringify([type, "", []])) };
    const expressions = member(config, "expressions");
    const at = textMember(config, "module_address") ?? module;
    const scope = scopes.at(at);
    const worth = (word: string): Worth => worthOf(member(expressions, word), scope, variables);
    const partition = partitionWords.map((word) => textWorth(worth(word))).find((text) => text !== undefined);
    const account = accountWords.map((word) => textWorth(worth(word))).find((text) => text !== undefined);
    const access = Object.entries(isObject(expressions) ? expressions : {}).filter(
      ([word]) => !wordsBesideCaller.has(word),
    );
    return {
      ...regionOf(worth("region"), evidence),
      // What a module's words refer to is of that module.
      caller: callerOf(JSON.stringify([type, access.length === 0 ? "" : at, access.sort()])),
      ...(partition !== undefined && { partition }),
      ...(account !== undefined && { account }),
    };
  }

  return (key) => {
    const found = seen.get(key) ?? read(key);
    seen.set(key, found);
    return found;
  };
}

function regionOf(worth: Worth, evidence: string): Pick<ProviderWords, "region" | "evidence"> {
  if (worth.kind === "unset") return { evidence };
  const text = textWorth(worth);
  if (text !== undefined) return { region: known(text), evidence };
  const madeOf = worth.kind === "unshown" ? worth.madeOf : "not a text";
  return { region: unknown("unsupported"), evidence: `${evidence}, region = ${madeOf}` };
}

function textWorth(worth: Worth): string | undefined {
  if (worth.kind !== "value") return undefined;
  const value: unknown = Array.isArray(worth.value) && worth.value.length === 1 ? worth.value[0] : worth.value;
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** A module that brings no provider of its own has its parent's; some versions still name it by its own key. */
function blockOf(configs: unknown, key: string): { readonly config?: JsonObject; readonly module: string } {
  const colon = key.indexOf(":");
  const module = colon < 0 ? "" : key.slice(0, colon);
  const name = key.slice(colon + 1);
  const exact = member(configs, key);
  if (isObject(exact)) return { config: exact, module };
  // An alias is handed on under names of the module's own choosing, so only the unnamed one can be looked for.
  if (name.includes(".")) return { module };
  for (let outer = module; outer !== ""; ) {
    outer = outer.slice(0, Math.max(outer.lastIndexOf(".module."), 0));
    const config = member(configs, outer === "" ? name : `${outer}:${name}`);
    if (isObject(config)) return { config, module: outer };
  }
  return { module };
}
