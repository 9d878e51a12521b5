import { type Known, known, type PlaceRef, unknown } from "../../../src/model/index.ts";
import { regionFact } from "../regions.ts";
import { type Here, isSet, textAt } from "./here.ts";

/** Settings that place a resource more closely than its region. */
export interface Placing {
  /** Path of a region that outranks the one that applies: where a copy goes. */
  readonly region?: string;
  /** Path of an availability zone. */
  readonly zone?: string;
  /** Path of an Outpost's ARN: it stands at the customer's own address. */
  readonly outpost?: string;
}

interface Placed {
  readonly place: Known<PlaceRef>;
  readonly placeField?: string;
}

export function placeOf(here: Here, { region: regionPath, zone: zonePath, outpost }: Placing): Placed {
  if (regionPath !== undefined && isSet(here, regionPath)) {
    const there = textAt(here, regionPath);
    return { place: there === undefined ? unknown("unsupported") : known({ region: there }), placeField: regionPath };
  }
  // A provider fills in an Outpost that nobody states, so that only what is told counts.
  if (outpost !== undefined && isSet(here, outpost) && here.settings.text(outpost).known) {
    return { place: unknown("unsupported"), placeField: outpost };
  }
  const zone = zonePath === undefined ? undefined : textAt(here, zonePath);
  const region = regionOfZone(zone) ?? (here.region.known ? here.region.value : undefined);
  if (region === undefined) return { place: here.region.known ? unknown("unsupported") : here.region };
  if (zone === undefined || zonePath === undefined) return placeOfRegion(here, region);
  return { place: known(isOrdinary(region, zone) ? { region } : { region, zone }), placeField: zonePath };
}

function placeOfRegion({ regionField }: Here, region: string): Placed {
  return { place: known({ region }), ...(regionField === undefined ? {} : { placeField: regionField }) };
}

/** `us-east-1a` is of `us-east-1`; a Local Zone is looked up. */
function regionOfZone(zone: string | undefined): string | undefined {
  if (zone === undefined) return undefined;
  const ordinary = zone.replace(/[a-z]$/, "");
  if (regionFact(ordinary)?.kind === "region") return ordinary;
  return regionFact(zone)?.parent;
}

function isOrdinary(region: string, zone: string): boolean {
  return zone === region || (zone.startsWith(region) && /^[a-z]$/.test(zone.slice(region.length)));
}
