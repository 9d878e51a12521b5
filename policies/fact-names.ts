import { type Facts, factTypes } from "../src/model/index.ts";

/** The groups of facts that a condition may name. `parameters` is open: its names come from parameters.yaml. */
export type FactGroup = keyof Facts;

export const factPaths: readonly string[] = Object.entries(factTypes).flatMap(([group, facts]) =>
  typeof facts === "string" ? [] : Object.keys(facts).map((name) => `${group}.${name}`),
);

/** Facts that every edge has. Whatever else a condition names can be unknown and belongs under `needs`. */
const alwaysThere: ReadonlySet<string> = new Set([
  "operator.ciio",
  "operator.stateOrgan",
  "operator.sectors",
  "operator.tierKnown",
  "resource.id",
  "resource.type",
  "resource.role",
  "resource.name",
  "resource.provider",
  "resource.partition",
  "resource.account",
  "edge.kind",
  "edge.rests",
  "edge.everyone",
  "edge.granted",
  "edge.accessOnly",
  "edge.copies",
  "place.located",
  "data.classified",
  "data.originKnown",
  "data.originContradicted",
]);

export function canBeUnknown(path: string): boolean {
  return !path.startsWith("parameters.") && !alwaysThere.has(path);
}

export function isFactGroup(name: string): name is FactGroup {
  return name in factTypes;
}
