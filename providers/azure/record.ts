import { known, type Link, type ResourceRecord, unknown } from "../../src/model/index.ts";
import type { ArmResource, Found } from "./list.ts";
import type { AzureResourceType, AzureSession } from "./session.ts";
import { readTags } from "./tags.ts";

interface Placed extends ArmResource {
  readonly extendedLocation?: { readonly name?: string } | undefined;
}

type Details = Pick<ResourceRecord, "links"> &
  Partial<Pick<ResourceRecord, "aliases">> & {
    /** Only what was told is kept. */
    readonly attributes: Readonly<Record<string, string | number | boolean | undefined>>;
    /** As people know it, where the last word of its id says too little. */
    readonly name?: string | undefined;
    /** Where the data is now, and the field that says so, if that is not `location`. */
    readonly location?: { readonly field: string; readonly value: string | undefined };
  };

/** A record from what every list gives, and the details of its type. */
export function recordOf(
  type: Pick<AzureResourceType, "type" | "role">,
  session: AzureSession,
  found: Found<Placed>,
  details: Details,
): ResourceRecord {
  const { item } = found;
  return {
    kind: "record",
    id: found.id,
    type: type.type,
    role: type.role,
    scope: session.scope,
    name: details.name ?? nameOf(found),
    ...placed(
      found.operation,
      details.location ?? { field: "location", value: item.location },
      item.extendedLocation?.name,
    ),
    tags: readTags(item.tags).tags,
    aliases: details.aliases ?? [],
    links: details.links,
    attributes: Object.fromEntries(told(details.attributes)),
  };
}

/** Its name, which is also the last word of its id. */
export function nameOf({ id, item }: Found<ArmResource>): string {
  return typeof item.name === "string" ? item.name : id.slice(id.lastIndexOf("/") + 1);
}

/**
 * With the names of what it lies under, as templates spell it: `crmsql/crm`. There are many databases called `crm` and versions 1.0.0.
 * Nothing of an id that is not spelled in pairs of type and name.
 */
export function fullNameOf(id: string): string | undefined {
  const provided = id.split(/\/providers\//i).slice(1);
  const words = provided.map((path) => path.split("/"));
  if (words.length === 0 || words.some(({ length }) => length % 2 === 0)) return undefined;
  return words.flatMap((path) => path.filter((_, index) => index > 0 && index % 2 === 0)).join("/");
}

/** A child belongs to the resource it lies under, whose class it shares. */
export function partOf(source: string, parent: string): Link {
  return {
    kind: "part-of",
    direction: "from",
    target: { id: parent },
    evidence: { source, field: "id", value: parent },
  };
}

/** As stated: the region table resolves display names. An extended location can be anywhere, a customer's own site included. */
function placed(
  source: string,
  { field, value }: { readonly field: string; readonly value: unknown },
  extended: unknown,
): Required<Pick<ResourceRecord, "place" | "placeEvidence">> {
  if (typeof value !== "string" || value === "") {
    return { place: unknown("malformed"), placeEvidence: { source, field, value: "not stated" } };
  }
  if (typeof extended !== "string") {
    return { place: known({ region: value }), placeEvidence: { source, field, value } };
  }
  return {
    place: known({ region: value, zone: extended }),
    placeEvidence: { source, field: "extendedLocation.name", value: `${extended} in ${value}` },
  };
}

function* told(attributes: Details["attributes"]): Generator<[string, string | number | boolean]> {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") yield [name, value];
  }
}
