import { textsIn } from "./evaluate.ts";
import { symbolOf } from "./level.ts";
import type { Deployed } from "./resources.ts";
import { ancestorsOf } from "./segments.ts";
import { type ArmValue, isList, isObject, isUnknown, shown } from "./values.ts";

/** A resource under its address. */
export interface Addressed {
  readonly address: string;
  readonly deployed: Deployed;
}

/** Addresses of the resources of a template that the value at a path of one of them is made of. */
export type References = (of: Deployed, path: readonly (string | number)[]) => readonly string[];

/** Settings that name resources by less than an id. */
const naming: ReadonlySet<string | number> = new Set(["dependsOn", "scope"]);

export function createReferences(all: readonly Addressed[]): References {
  const bySymbol = new Map<string, string[]>();
  const byPath = new Map<string, string>();
  for (const { address, deployed } of all) {
    for (const symbol of deployed.symbols) bySymbol.set(symbol, [...(bySymbol.get(symbol) ?? []), address]);
    const path = deployed.path.toLowerCase();
    if (!byPath.has(path)) byPath.set(path, address);
  }

  function referred(value: ArmValue, of: Deployed, isNaming: boolean): readonly string[] {
    const text = shown(value);
    const symbols = isUnknown(value) ? value.symbols : isNaming ? [symbolOf(of.level.id, text)] : [];
    const named = isNaming ? byPath.get(shortPath(text).toLowerCase()) : undefined;
    return [
      ...symbols.flatMap((symbol) => bySymbol.get(symbol) ?? []),
      ...(named === undefined ? [] : [named]),
      ...pathsIn(text.toLowerCase(), byPath),
    ];
  }

  return (of, path) => {
    // A resource that is part of another one says so by its name.
    if (path.length === 1 && path[0] === "name") {
      const parent = ancestorsOf(of.path).find((path) => byPath.has(path.toLowerCase()));
      return parent === undefined ? [] : [byPath.get(parent.toLowerCase()) ?? parent];
    }
    const isNaming = naming.has(path[0] ?? "");
    return [...new Set(textsIn(valueAt(of.value, path)).flatMap((text) => referred(text, of, isNaming)))];
  };
}

function valueAt(root: ArmValue, path: readonly (string | number)[]): ArmValue {
  let value: ArmValue = root;
  for (const step of path) {
    if (isUnknown(value)) return value;
    const next: ArmValue | undefined =
      isList(value) && typeof step === "number"
        ? value[step]
        : isObject(value) && Object.hasOwn(value, step)
          ? value[step]
          : undefined;
    // One block alone counts as a list of one.
    if (next === undefined && step === 0) continue;
    if (next === undefined) return null;
    value = next;
  }
  return value;
}

/** `Microsoft.Storage/storageAccounts/name` as the end of an id. */
function shortPath(text: string): string {
  const [namespace = "", ...rest] = text.split("/");
  const half = rest.length / 2;
  const parts = rest.slice(0, half).map((type, index) => `/${type}/${rest[half + index] ?? ""}`);
  return `/providers/${namespace}${parts.join("")}`;
}

/** The most specific resources whose ids a text holds. */
function pathsIn(text: string, byPath: ReadonlyMap<string, string>): readonly string[] {
  const found: string[] = [];
  for (let at = text.indexOf("/providers/"); at !== -1; at = text.indexOf("/providers/", at + 1)) {
    const end = endsOfParts(text, at).findLast((offset) => byPath.has(text.slice(at, offset)));
    if (end === undefined) continue;
    found.push(byPath.get(text.slice(at, end)) ?? "");
    // What extends the resource has an id that goes on from here.
    at = end - 1;
  }
  return found;
}

/** Where the parts of an id end that begins at an offset. Within an expression that is not known nothing ends it. */
function endsOfParts(text: string, start: number): readonly number[] {
  const ends: number[] = [];
  let depth = 0;
  let at = start + 1;
  for (; at < text.length; at += 1) {
    const character = text[at] ?? "";
    if (character === "{") depth += 1;
    if (character === "}") depth -= 1;
    if (depth < 0 || (depth === 0 && /[\s'",)\]]/.test(character))) break;
    if (depth === 0 && character === "/") ends.push(at);
  }
  return [...ends, at];
}
