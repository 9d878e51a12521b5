import type { CompiledPolicy } from "../../policies/index.ts";
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

function keyMaker(policies: readonly CompiledPolicy[]): (facts: EdgeFacts) => string {
  const named = new Set([...alwaysLookedAt, ...policies.flatMap((policy) => [...policy.facts])]);
  const paths = [...named].sort().flatMap((path): readonly (readonly [keyof EdgeFacts, string])[] => {
    const [group = "", name = ""] = path.split(".");
    return isEdgeGroup(group) ? [[group, name]] : [];
  });
  return (facts) => {
    let key = "";
    for (const [group, name] of paths) key += keyPart(facts[group][name]);
    return key;
  };
}

/** Every part ends where the next begins, whatever text is in it: tags and names are anybody's. */
function keyPart(value: unknown): string {
  if (value === undefined) return "?";
  if (value === true) return "+";
  if (value === false) return "-";
  const text = typeof value === "object" ? JSON.stringify(value) : String(value);
  return `${text.length}:${text}`;
}

function isEdgeGroup(name: string): name is keyof EdgeFacts {
  return name === "resource" || name === "edge" || name === "place" || name === "data";
}
