import {
  type AnyFacts,
  certainSubjectFacts,
  factGroupsOf,
  factTypes,
  type Subject,
  subjectFactTypes,
} from "../src/model/index.ts";

/** The groups of facts that a condition may name. `parameters` is open: its names come from parameters.yaml. */
export type FactGroup = keyof AnyFacts;

/** What a rule is asked about: an edge unless it has a subject. */
export type AskedOf = Subject | "edge";

const types: Readonly<Record<FactGroup, string | Readonly<Record<string, string>>>> = {
  ...factTypes,
  ...subjectFactTypes,
};

/** A group's facts with their CEL types; nothing for `parameters`, whose names are open. */
export function factsOfGroup(group: FactGroup): Readonly<Record<string, string>> | undefined {
  const facts = types[group];
  return typeof facts === "string" ? undefined : facts;
}

/** The CEL type of a fact; `dyn` for a parameter. */
export function typeOfFact(path: string): string {
  const [group = "", name = ""] = path.split(".");
  return (isFactGroup(group) ? factsOfGroup(group)?.[name] : undefined) ?? "dyn";
}

/** Paths that a rule asked about this may name, parameters left out. */
export function factPathsOf(askedOf: AskedOf): readonly string[] {
  return factGroupsOf[askedOf].flatMap((group) =>
    Object.keys(factsOfGroup(group) ?? {}).map((name) => `${group}.${name}`),
  );
}

/** Facts that every edge has. Whatever else a condition names can be unknown and belongs under `needs`. */
const alwaysThere: ReadonlySet<string> = new Set([
  ...certainSubjectFacts,
  "operator.ciio",
  "operator.stateOrgan",
  "operator.sectors",
  "operator.tierKnown",
  "operator.handledKnown",
  "resource.id",
  "resource.type",
  "resource.role",
  "resource.name",
  "resource.provider",
  "resource.partition",
  "resource.account",
  "resource.tagsRead",
  "resource.encryptionStated",
  "resource.holdsLogs",
  "resource.loggingOff",
  "resource.mlps",
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
  "data.understated",
  "data.kinds",
]);

export function canBeUnknown(path: string): boolean {
  return !path.startsWith("parameters.") && !alwaysThere.has(path);
}

export function isFactGroup(name: string): name is FactGroup {
  return Object.hasOwn(types, name);
}
