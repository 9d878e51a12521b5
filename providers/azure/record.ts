import { type Known, known, type ResourceRecord, type Tags, unknown } from "../../src/model/index.ts";
import type { ArmResource, Found } from "./list.ts";
import type { AzureResourceType, AzureSession } from "./session.ts";

interface Placed extends ArmResource {
  readonly extendedLocation?: { readonly name?: string } | undefined;
}

type Details = Pick<ResourceRecord, "links"> &
  Partial<Pick<ResourceRecord, "aliases">> & {
    /** Only what was told is kept. */
    readonly attributes: Readonly<Record<string, string | number | boolean | undefined>>;
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
    name: typeof item.name === "string" ? item.name : found.id.slice(found.id.lastIndexOf("/") + 1),
    ...placed(
      found.operation,
      details.location ?? { field: "location", value: item.location },
      item.extendedLocation?.name,
    ),
    tags: tagsOf(item.tags),
    aliases: details.aliases ?? [],
    links: details.links,
    attributes: Object.fromEntries(told(details.attributes)),
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

/** No `tags` in the answer means that none are set. */
function tagsOf(tags: unknown): Known<Tags> {
  if (tags === undefined || tags === null) return known({});
  if (typeof tags !== "object" || Array.isArray(tags)) return unknown("malformed");
  const entries = Object.entries(tags).filter((entry): entry is [string, string] => typeof entry[1] === "string");
  return entries.length === Object.keys(tags).length ? known(Object.fromEntries(entries)) : unknown("malformed");
}

function* told(attributes: Details["attributes"]): Generator<[string, string | number | boolean]> {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") yield [name, value];
  }
}
