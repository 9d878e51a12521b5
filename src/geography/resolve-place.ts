import type { Known, Place, PlaceRef, RegionFact } from "../model/index.ts";
import { jurisdictionOf } from "./jurisdiction.ts";
import type { RegionIndex } from "./region-index.ts";

/** The place of a record or link. Never throws; what the table does not hold is unknown, with the words as stated. */
export function resolvePlace(index: RegionIndex, ref: Known<PlaceRef>): Place {
  if (!ref.known) return unlocated(null);
  const { region: words, zone } = ref.value;
  const region = index.region(words);
  if (zone === undefined || zone === "") return region === undefined ? unlocated(words) : placeOf(region);
  const listed = listedZone(index, zone);
  // A zone in its region's own country is shown as the region, which is what approvals and globs name.
  if (listed !== undefined) return placeOf(region?.country === listed.country ? region : listed);
  if (!isOrdinaryZone(zone, words, region)) return unlocated(zone);
  return region === undefined ? unlocated(words) : placeOf(region);
}

function placeOf(fact: RegionFact): Place {
  return { region: fact.id, country: fact.country, jurisdiction: jurisdictionOf(fact.country) };
}

function unlocated(words: string | null): Place {
  return { region: words, country: null, jurisdiction: "unknown" };
}

/** Under its own name, or under that of its zone group (`…-tpe-1` for `…-tpe-1a`). */
function listedZone(index: RegionIndex, zone: string): RegionFact | undefined {
  const exact = index.region(zone);
  if (exact !== undefined) return exact;
  const group = index.region(zone.replace(/(?<=\d)[a-z]$/i, ""));
  return group?.kind === "zone" ? group : undefined;
}

/**
 * Whether an unlisted zone is one of its region's own data centres: the region's name and a letter, or a bare number. Any
 * other name can be a local, edge or on-premises zone in another country, so that its region says nothing about it.
 */
function isOrdinaryZone(zone: string, words: string, region: RegionFact | undefined): boolean {
  if (/^\d{1,2}$/.test(zone)) return true;
  const lower = zone.toLowerCase();
  return [words, region?.id].some((id) => {
    if (id === undefined || !lower.startsWith(id.toLowerCase())) return false;
    return /^-?[a-z]$/.test(lower.slice(id.length));
  });
}
