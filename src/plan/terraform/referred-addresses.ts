import { modulesOfAddress, type Step } from "./address.ts";
import type { Entry } from "./entry.ts";
import { isObject, member } from "./json-guards.ts";
import type { ModuleScope, ModuleScopes } from "./module-scope.ts";
import { type Mention, mentionsOf, referencesOf } from "./references.ts";

/** The key of the instance that the expression belongs to, and what its `for_each` is made of. */
export interface Own {
  readonly key: string;
  readonly forEach: readonly string[];
}

export type ReferredAddresses = (references: readonly string[], scope: ModuleScope, own: Own) => readonly string[];

/** Mentions that lead over more variables and outputs than this are not followed. */
const farthest = 100;
/** And not more than this many of them for one expression. */
const most = 10_000;
/** What may be any of more than this many resources says nothing: it is as unknown as what has no reference. */
const mostCandidates = 1000;

/**
 * Leads references to the resources of the change: directly, through the variables of the modules around and the outputs of the
 * modules within. Where a plan does not tell which instance is meant, all of them are given. Locals are not in a plan: they lead nowhere.
 */
export function createReferredAddresses(entries: Iterable<Entry>, scopes: ModuleScopes): ReferredAddresses {
  let known: ReturnType<typeof indexOf> | undefined;
  const mentioned = new WeakMap<readonly string[], readonly Mention[]>();

  /** Many instances share one expression. */
  function mentionsIn(references: readonly string[]): readonly Mention[] {
    const found = mentioned.get(references) ?? mentionsOf(references);
    mentioned.set(references, found);
    return found;
  }

  return (references, scope, own) => {
    known ??= indexOf(entries);
    const { addresses, instances, modules } = known;
    const found = new Set<string>();
    const followed = new Set<string>();
    let isAnything = false;

    function follow(of: readonly string[], at: ModuleScope, by: Own, hops: number): void {
      if (hops > farthest) return;
      for (const mention of mentionsIn(of)) {
        const name = `${at.address} ${by.key} ${mention.byOwnKey} ${mention.text}`;
        if (followed.has(name) || followed.size > most) continue;
        followed.add(name);
        followMention(mention, at, by, hops + 1);
      }
    }

    function followMention(mention: Mention, at: ModuleScope, by: Own, hops: number): void {
      const [first, second, third] = mention.steps;
      if (!first || !second) return;
      if (first.name === "each") {
        if (second.name === "value") followForEach(at, by, hops);
      } else if (first.name === "var") followVariable(second.name, at, hops);
      else if (first.name === "module") followOutputs(second, third?.name, mention.byOwnKey, at, by, hops);
      else if (first.name === "data") {
        if (third) add(`data.${second.name}.${third.name}`, third.key, mention.byOwnKey, at, by);
      } else add(`${first.name}.${second.name}`, second.key, mention.byOwnKey, at, by);
    }

    function add(base: string, key: string, byOwnKey: boolean, at: ModuleScope, by: Own): void {
      const address = at.prefix + base;
      const one = [key, byOwnKey ? by.key : ""].find((each) => each !== "" && addresses.has(address + each));
      if (one !== undefined) found.add(address + one);
      else if (key === "") addAll(instances.get(address) ?? []);
    }

    function addAll(all: readonly string[]): void {
      isAnything ||= found.size + all.length > mostCandidates;
      if (!isAnything) for (const instance of all) found.add(instance);
    }

    /** With `for_each` over a resource, the value is the instance of the same key; else it is one of what the map is made of. */
    function followForEach(at: ModuleScope, by: Own, hops: number): void {
      const mentions = mentionsIn(by.forEach);
      const single = mentions.length === 1 ? mentions[0] : undefined;
      const own = { key: by.key, forEach: [] };
      if (single) followMention({ ...single, byOwnKey: true }, at, own, hops);
      else follow(by.forEach, at, own, hops);
    }

    function followVariable(name: string, at: ModuleScope, hops: number): void {
      const call = at.calledBy;
      const given = referencesOf(member(call?.block?.["expressions"], name));
      if (call && given) follow(given, call.scope, ownOf(call.step.key, call.block), hops);
    }

    function followOutputs(
      call: Step,
      output: string | undefined,
      byOwnKey: boolean,
      at: ModuleScope,
      by: Own,
      hops: number,
    ): void {
      const address = `${at.prefix}module.${call.name}`;
      const keys = modules.get(address) ?? new Set<string>();
      const one = [call.key, byOwnKey ? by.key : ""].find((key) => key !== "" && keys.has(key));
      for (const key of one === undefined ? keys : [one]) {
        if (call.key !== "" && key !== call.key) continue;
        const child = scopes.child(at, { name: call.name, key });
        for (const expression of child.config?.outputs(output) ?? [])
          follow(referencesOf(expression) ?? [], child, { key: "", forEach: [] }, hops);
      }
    }

    follow(references, scope, own, 0);
    return isAnything ? [] : [...found];
  };
}

/** What instances of a resource or module block are told apart by. */
export function ownOf(key: string, block: unknown): Own {
  const forEach = member(block, "for_each_expression");
  return { key, forEach: isObject(forEach) ? (referencesOf(forEach) ?? []) : [] };
}

function indexOf(entries: Iterable<Entry>) {
  const addresses = new Set<string>();
  const instances = new Map<string, string[]>();
  const modules = new Map<string, Set<string>>();
  const seen = new Set<string>();
  for (const { address, key, module } of entries) {
    addresses.add(address);
    const resource = address.slice(0, address.length - key.length);
    const siblings = instances.get(resource);
    if (siblings) siblings.push(address);
    else instances.set(resource, [address]);
    if (seen.size !== seen.add(module).size) addModules(module, modules);
  }
  return { addresses, instances, modules };
}

/** Every module instance on the way to a resource, by the address it would have without its key. */
function addModules(module: string, modules: Map<string, Set<string>>): void {
  let prefix = "";
  for (const { name, key } of modulesOfAddress(module)) {
    const address = `${prefix}module.${name}`;
    const keys = modules.get(address) ?? new Set<string>();
    modules.set(address, keys.add(key));
    prefix = `${address}${key}.`;
  }
}
