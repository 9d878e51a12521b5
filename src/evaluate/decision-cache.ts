import type { CompiledPolicy } from "../../policies/index.ts";
import { factTypes } from "../model/index.ts";
import type { EdgeFacts } from "./edge-facts.ts";

/** Distinct combinations kept at least and, twice that, at most. */
const generationSize = 65_536;

/** Facts that `decide` looks at by itself, besides those that conditions name. */
const alwaysLookedAt: readonly string[] = ["resource.role", "resource.mainland", "edge.rests", "place.located"];

/**
 * Keeps the answer to each distinct combination of the facts that any loaded policy names, so that conditions are worked
 * out once per combination and not once per edge. Bounded: the older half goes when the younger is full.
 */
export function createDecisionCache<T>(
  policies: readonly CompiledPolicy[],
  work: (facts: EdgeFacts) => T,
): (facts: EdgeFacts) => T {
  const keyOf = keyMaker(policies);
  let young = new Map<string, T>();
  let old = new Map<string, T>();
  return (facts) => {
    const key = keyOf(facts);
    let answer = young.get(key);
    if (answer !== undefined) return answer;
    answer = old.get(key) ?? work(facts);
    if (young.size >= generationSize) {
      old = young;
      young = new Map();
    }
    young.set(key, answer);
    return answer;
  };
}

type Path = readonly [keyof EdgeFacts, string];

/** Yes, no and unknown are three digits; so many of them fit into one integer that a double holds exactly. */
const digitsPerNumber = 30;

/**
 * Most facts are yes, no or unknown: they go into a few numbers, which are quicker to put together and to look up than one
 * character each.
 */
function keyMaker(policies: readonly CompiledPolicy[]): (facts: EdgeFacts) => string {
  const named = new Set([...alwaysLookedAt, ...policies.flatMap((policy) => [...policy.facts])]);
  const paths = [...named].sort().flatMap((path): readonly Path[] => {
    const [group = "", name = ""] = path.split(".");
    return isEdgeGroup(group) ? [[group, name]] : [];
  });
  const yesOrNo = paths.filter(isYesOrNo);
  const numbers: Path[][] = [];
  for (let at = 0; at < yesOrNo.length; at += digitsPerNumber) numbers.push(yesOrNo.slice(at, at + digitsPerNumber));
  const texts = paths.filter((path) => !isYesOrNo(path));
  return (facts) => {
    let key = "";
    for (const digits of numbers) {
      let number = 0;
      for (const [group, name] of digits) {
        const value = facts[group][name];
        number = number * 3 + (value === undefined ? 0 : value === true ? 1 : 2);
      }
      key += `${number},`;
    }
    for (const [group, name] of texts) key += keyPart(facts[group][name]);
    return key;
  };
}

function isYesOrNo([group, name]: Path): boolean {
  const types: Readonly<Record<string, string>> = factTypes[group];
  return types[name] === "bool";
}

/** Every part ends where the next begins, whatever text is in it: tags and names are anybody's. */
function keyPart(value: unknown): string {
  if (value === undefined) return "?";
  if (Array.isArray(value) && value.length === 0) return "0";
  const text = typeof value === "object" ? JSON.stringify(value) : String(value);
  return `${text.length}:${text}`;
}

function isEdgeGroup(name: string): name is keyof EdgeFacts {
  return name === "resource" || name === "edge" || name === "place" || name === "data";
}
