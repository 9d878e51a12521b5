import {
  certainConfidence,
  copyingKinds,
  type EdgeInQuestion,
  type EdgeKind,
  type Facts,
  highestClass,
  type Place,
} from "../model/index.ts";

/** Capability only: data can be read at the other end, it was not seen to go there. */
const accessKinds: readonly EdgeKind[] = ["shared-with", "reachable-from", "served-from"];
/** Along these no data goes anywhere: it rests, or only its key lies elsewhere. */
const stillKinds: readonly EdgeKind[] = ["stored-in", "key-held-in"];

export type EdgeFacts = Pick<Facts, "resource" | "edge" | "place" | "data">;

/** What is known of an edge, as the conditions name it; what is unknown is absent. */
export function factsOfEdge({ resource, edge, data }: EdgeInQuestion): EdgeFacts {
  const everyone = edge.party === "*";
  const accessOnly = accessKinds.includes(edge.kind);
  const here: Record<string, unknown> = {
    id: resource.id,
    type: resource.type,
    role: resource.role,
    name: resource.name,
    provider: resource.provider,
    partition: resource.partition,
    account: resource.account,
  };
  if (isLocated(resource.place)) {
    here["jurisdiction"] = resource.place.jurisdiction;
    here["mainland"] = resource.place.jurisdiction === "mainland";
  }
  if (resource.scope !== "unknown") here["inScope"] = resource.scope === "in";
  if (resource.tags !== null) here["tags"] = resource.tags;
  here["tagsRead"] = resource.tags !== null;
  here["mlps"] = BigInt(data.mlps ?? 0);
  Object.assign(here, statedFacts(resource.attributes ?? {}));

  const way: Record<string, unknown> = {
    kind: edge.kind,
    // Nothing rests in what only moves data.
    rests: edge.kind === "stored-in" && resource.role !== "flow",
    everyone,
    granted: accessOnly && edge.party !== null,
    accessOnly,
    copies: copyingKinds.includes(edge.kind),
  };
  const leaves = stillKinds.includes(edge.kind) ? false : goesElsewhere(resource.place, edge.place);
  if (leaves !== undefined) way["leaves"] = leaves;

  const there: Record<string, unknown> = { located: isLocated(edge.place) };
  if (isLocated(edge.place)) there["jurisdiction"] = edge.place.jurisdiction;
  if (edge.place.country !== null) there["country"] = edge.place.country;
  if (edge.place.region !== null) there["region"] = edge.place.region;
  if (everyone) there["outside"] = true;
  else if (isLocated(edge.place)) there["outside"] = edge.place.jurisdiction !== "mainland";

  return { resource: here, edge: way, place: there, data: dataFacts(data) };
}

/** Stands for a retention without end, so that it can be compared like any other. */
const foreverDays = 36_500;

/** What a type states of its settings. `retentionDays` may be the word `unlimited`; `logging: false` is a log that is off. */
function statedFacts(attributes: NonNullable<EdgeInQuestion["resource"]["attributes"]>): Record<string, unknown> {
  const { encrypted, holdsLogs, logKind, logging, retentionDays } = attributes;
  const stated: Record<string, unknown> = {
    encryptionStated: typeof encrypted === "boolean",
    holdsLogs: holdsLogs === true || typeof logKind === "string",
    loggingOff: logging === false,
  };
  if (typeof encrypted === "boolean") stated["encrypted"] = encrypted;
  if (typeof logKind === "string") stated["logKind"] = logKind;
  const days = retentionDays === "unlimited" ? foreverDays : retentionDays;
  if (typeof days === "number" && Number.isInteger(days)) stated["retentionDays"] = BigInt(days);
  return stated;
}

function dataFacts(data: EdgeInQuestion["data"]): Readonly<Record<string, unknown>> {
  const classes = data.classes.map((held) => held.class).filter((held) => held !== "unclassified");
  const facts: Record<string, unknown> = {
    classified: classes.length > 0,
    originKnown: data.origin !== "unknown",
    originContradicted: data.originContradicted,
    understated: data.classUnderstated === true,
    kinds: data.kinds ?? [],
  };
  if (data.secondMainlandRegion === true) facts["secondMainlandRegion"] = true;
  if (data.origin !== "unknown") facts["origin"] = data.origin;
  if (data.mainlandCopy !== "unknown") facts["mainlandCopy"] = data.mainlandCopy === "yes";
  if (classes.length === 0) return facts;
  facts["class"] = highestClass(classes);
  facts["classes"] = classes;
  facts["stateSecret"] = classes.includes("state-secret");
  facts["core"] = classes.includes("core");
  facts["important"] = classes.includes("important");
  facts["suspectedImportant"] = classes.includes("suspected-important");
  facts["sensitive"] = classes.includes("sensitive-personal");
  facts["personal"] = classes.includes("personal") || classes.includes("sensitive-personal");
  facts["certain"] = data.classes.every(({ confidence }) => confidence >= certainConfidence);
  return facts;
}

function isLocated(place: Place): boolean {
  return place.jurisdiction !== "unknown";
}

/** To another country or region in the sense of ISO 3166; between two clouds' regions of one country nothing leaves. */
function goesElsewhere(from: Place, to: Place): boolean | undefined {
  if (!isLocated(from) || !isLocated(to)) return undefined;
  if (from.jurisdiction !== to.jurisdiction) return true;
  return from.country !== null && to.country !== null && from.country !== to.country;
}
