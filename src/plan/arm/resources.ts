import { evaluate } from "./evaluate.ts";
import { providerPath } from "./ids.ts";
import { isJsonList, isJsonObject, type JsonObject } from "./json.ts";
import { canonicalKind } from "./kinds.ts";
import { type Instance, isDeployment, type Level } from "./level.ts";
import { segmentsOf } from "./segments.ts";
import { type ArmObject, type ArmValue, isObject, isUnknown, shown, unknownValue } from "./values.ts";
import type { Work } from "./work.ts";

/** A resource that a deployment makes, worked out. */
export interface Deployed {
  readonly kind: string;
  /** With the names of what it is part of: `server/database`. */
  readonly name: ArmValue;
  /** The resource object, worked out. */
  readonly value: ArmObject;
  readonly json: JsonObject;
  /** `/providers/Microsoft.Sql/servers/s`, with what it extends before it: its id from the resource group on. */
  readonly path: string;
  /** Whether a condition decides on it that only the deployment can work out. */
  readonly isConditional: boolean;
  readonly isExisting: boolean;
  /** Where the template says it. */
  readonly subscription: ArmValue;
  readonly symbols: readonly string[];
  readonly level: Level;
}

export interface Walk {
  readonly deployed: Deployed[];
  /** Deployments whose template is not in the file. */
  readonly linked: { readonly address: string; readonly kind: string }[];
}

/** Works out every resource of a template and of the templates within it. */
export function walkLevel(level: Level, work: Work, walk: Walk): void {
  for (const instance of level.instances()) visit(instance, undefined, level, work, walk);
}

function visit(instance: Instance, parent: Deployed | undefined, level: Level, work: Work, walk: Walk): void {
  const { json, context } = instance;
  work.at(json);
  const condition = json["condition"] === undefined ? true : evaluate(json["condition"], context);
  const isLeftOut = condition === false || (typeof condition === "string" && condition.toLowerCase() === "false");
  // What a false condition leaves out leaves its children in: each has a condition of its own.
  const made = deployedOf(instance, parent, level, work, condition !== true);
  const isNested = isDeployment(instance);
  if (!isLeftOut && isNested) visitInner(instance, made, level, work, walk);
  if (!isLeftOut && !isNested) walk.deployed.push(made);
  const { resources } = json;
  if (!isJsonList(resources)) return;
  for (const child of resources) {
    if (!isJsonObject(child)) work.fail("an item of `resources` is no resource");
    visit({ json: child, context, symbols: [] }, made, level, work, walk);
  }
}

function visitInner(instance: Instance, made: Deployed, level: Level, work: Work, walk: Walk): void {
  const inner = level.inner(instance);
  if (inner === undefined) {
    walk.linked.push({ address: `${made.kind}/${shown(made.name)}`, kind: made.kind });
    return;
  }
  if (inner.path.length > 20) work.fail("templates within each other more than 20 deep");
  walkLevel(inner, work, walk);
}

function deployedOf(
  { json, context, symbols }: Instance,
  parent: Deployed | undefined,
  level: Level,
  work: Work,
  isConditional: boolean,
): Deployed {
  const { resources: _children, condition: _condition, copy, ...rest } = json;
  const own = isDeployment({ json }) ? withoutTemplate(rest) : rest;
  const evaluated = evaluate(isJsonList(copy) ? { ...own, copy } : own, context);
  const value = isObject(evaluated) ? evaluated : {};
  const { type } = value;
  if (typeof type !== "string" || type === "") work.fail("a resource whose type is not known");
  const name = value["name"] ?? unknownValue("{name}");
  const identity = identityOf(type, name, value["scope"], parent);
  return {
    ...identity,
    value: {
      ...value,
      ...(identity.scope === undefined ? {} : { scope: identity.scope }),
      type: identity.kind,
      name: identity.name,
    },
    json,
    isConditional,
    isExisting: json["existing"] === true,
    subscription: value["subscriptionId"] ?? level.where.subscription,
    symbols,
    level,
  };
}

function withoutTemplate({ properties: _inner, ...json }: JsonObject): JsonObject {
  return json;
}

interface Identity {
  readonly kind: string;
  readonly name: ArmValue;
  readonly path: string;
  readonly scope?: ArmValue;
}

function identityOf(type: string, name: ArmValue, scope: ArmValue | undefined, parent: Deployed | undefined): Identity {
  if (parent !== undefined && !type.toLowerCase().startsWith(`${parent.kind.toLowerCase()}/`)) {
    // The full type written within another resource is an extension of it.
    if (type.includes(".") && !/^\/?providers\//i.test(type)) {
      return extensionOf(type, segmentsOf(name), parent.path);
    }
    const fullName = joinNames([...segmentsOf(parent.name), ...segmentsOf(name)]);
    return identityOf(`${parent.kind}/${type.replace(/^\//, "")}`, fullName, scope, undefined);
  }
  const extended = /^(.+?)\/providers\/(.+)$/i.exec(type);
  if (extended !== null) {
    const [, base = "", types = ""] = extended;
    const names = segmentsOf(name);
    const count = base.split("/").length - 1;
    const path = shown(providerPath(canonicalKind(base), names.slice(0, count)) ?? "");
    if (types.includes(".")) return extensionOf(types, names.slice(count), path);
    return extensionOf(`${shown(names[count] ?? "")}/${types}`, names.slice(count + 1), path);
  }
  const target = scope === undefined || scope === null ? undefined : scopePath(scope);
  if (target !== undefined)
    return { ...extensionOf(type, segmentsOf(name), target), ...(scope === undefined ? {} : { scope }) };
  const kind = canonicalKind(type);
  const names = segmentsOf(name);
  const path = providerPath(kind, names);
  return {
    kind,
    name,
    path: path === undefined ? `/providers/${kind}/${shown(name)}` : shown(path),
  };
}

function extensionOf(type: string, names: readonly ArmValue[], scope: string): Identity {
  const kind = canonicalKind(type);
  const own = providerPath(kind, names);
  const name = joinNames(names);
  return {
    kind,
    name,
    path: `${scope}${own === undefined ? `/providers/${kind}/${shown(name)}` : shown(own)}`,
    scope: scope.includes("{") ? unknownValue(scope) : scope,
  };
}

/** What a `scope` extends: an id, or `Microsoft.Storage/storageAccounts/name`. */
function scopePath(scope: ArmValue): string | undefined {
  const text = shown(scope);
  const id = text.indexOf("/providers/");
  if (id !== -1) return text.slice(id);
  const segments = segmentsOf(scope).map(shown);
  const [namespace = "", ...rest] = segments;
  if (!/^[A-Za-z0-9]+(?:\.[A-Za-z0-9]+)+$/.test(namespace) || rest.length < 2 || rest.length % 2 !== 0)
    return undefined;
  const half = rest.length / 2;
  return shown(providerPath(canonicalKind([namespace, ...rest.slice(0, half)].join("/")), rest.slice(half)) ?? "");
}

function joinNames(names: readonly ArmValue[]): ArmValue {
  const [only] = names;
  if (names.length === 1 && only !== undefined) return only;
  const text = names.map(shown).join("/");
  return names.some(isUnknown) ? unknownValue(text, names) : text;
}
