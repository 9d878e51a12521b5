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

  /** Nearly all expressions mention one resource, or one variable that does: led there without keeping account of the ways. */
  function directly(
    index: Index,
    references: readonly string[],
    scope: ModuleScope,
    own: Own,
  ): readonly string[] | undefined {
    let [of, at, by] = [references, scope, own];
    for (let hops = 0; hops <= farthest; hops += 1) {
      const mentions = mentionsIn(of);
      const [mention] = mentions;
      if (mentions.length !== 1 || mention === undefined) return undefined;
      const named = resourceOf(mention);
      if (named !== undefined) {
        const one = instanceOf(index, named, at, by);
        if (one !== undefined) return [one];
        const all = instancesOf(index, named, at);
        return all.length > mostCandidates ? [] : all;
      }
      const [first, second] = mention.steps;
      if (first?.name !== "var" || second === undefined) return undefined;
      const given = givenTo(second.name, at);
      if (given === undefined) return [];
      ({ of, at, by } = given);
    }
    return undefined;
  }

  return (references, scope, own) => {
    known ??= indexOf(entries);
    const index = known;
    const direct = directly(index, references, scope, own);
    if (direct !== undefined) return direct;
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
      const named = resourceOf(mention);
      if (named !== undefined) add(named, at, by);
      else if (first.name === "each") {
        if (second.name === "value") followForEach(at, by, hops);
      } else if (first.name === "var") followVariable(second.name, at, hops);
      else if (first.name === "module") followOutputs(second, third?.name, mention.byOwnKey, at, by, hops);
    }

    function add(named: Named, at: ModuleScope, by: Own): void {
      const one = instanceOf(index, named, at, by);
      if (one === undefined) addAll(instancesOf(index, named, at));
      else found.add(one);
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
      const given = givenTo(name, at);
      if (given !== undefined) follow(given.of, given.at, given.by, hops);
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
      const keys = index.modules.get(address) ?? new Set<string>();
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

/** A resource as an expression names it. */
interface Named {
  /** Address without module and key. */
  readonly base: string;
  readonly key: string;
  readonly byOwnKey: boolean;
}

/** `undefined` for a mention of anything else: a variable, a module's output, `each.value`. */
function resourceOf({ steps, byOwnKey }: Mention): Named | undefined {
  const [first, second, third] = steps;
  if (first === undefined || second === undefined || notResources.has(first.name)) return undefined;
  if (first.name !== "data") return { base: `${first.name}.${second.name}`, key: second.key, byOwnKey };
  return third === undefined ? undefined : { base: `data.${second.name}.${third.name}`, key: third.key, byOwnKey };
}

const notResources: ReadonlySet<string> = new Set(["each", "var", "module"]);

/** The instance that is meant, where the plan tells. */
function instanceOf(
  { addresses }: Index,
  { base, key, byOwnKey }: Named,
  at: ModuleScope,
  by: Own,
): string | undefined {
  for (const each of [key, byOwnKey ? by.key : ""]) {
    if (each === "") continue;
    const address = at.prefix + base + each;
    if (addresses.has(address)) return address;
  }
  return undefined;
}

/** All that may be meant where it does not; none where it names one that is not there. */
function instancesOf({ instances }: Index, { base, key }: Named, at: ModuleScope): readonly string[] {
  return key === "" ? (instances.get(at.prefix + base) ?? []) : [];
}

/** What the module's caller gives for a variable. */
function givenTo(
  variable: string,
  { calledBy }: ModuleScope,
): { readonly of: readonly string[]; readonly at: ModuleScope; readonly by: Own } | undefined {
  const of = referencesOf(member(calledBy?.block?.["expressions"], variable));
  if (calledBy === undefined || of === undefined) return undefined;
  return { of, at: calledBy.scope, by: ownOf(calledBy.step.key, calledBy.block) };
}

/** What instances of a resource or module block are told apart by. */
export function ownOf(key: string, block: unknown): Own {
  const forEach = member(block, "for_each_expression");
  return { key, forEach: isObject(forEach) ? (referencesOf(forEach) ?? []) : [] };
}

type Index = ReturnType<typeof indexOf>;

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
