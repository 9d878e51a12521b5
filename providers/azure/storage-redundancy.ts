import type { Link } from "../../src/model/index.ts";
import { pairOf } from "./regions.ts";

/** What an account's list entry says of where else its data is written. */
export interface Redundancy {
  readonly links: readonly Link[];
  /** In words, why it is not known whether there is a second region; `null` where it is. */
  readonly unread: string | null;
}

interface Stated {
  /** List the entry stood in. */
  readonly source: string;
  /** `sku.name` and `properties.secondaryLocation`, of whatever shape they came in. */
  readonly sku: unknown;
  readonly secondaryLocation: unknown;
  /** Where the primary is. */
  readonly location: string | undefined;
}

/** Redundancy of every SKU that there is: `Standard_RAGRS`, `PremiumV2_ZRS` (storage REST reference, SkuName, read 2026-11-22). */
const inOneRegion = /_[LZ]RS$/i;
const inTwoRegions = /_(?:RA)?GZ?RS$/i;
/** A name that is new, but says that it is one of these. */
const soundsLikeTwo = /GZ?RS/i;

/**
 * The second region that is told outranks all; without it GRS, RAGRS, GZRS and RAGZRS write to the pair of the region table,
 * else to a place that is unknown. A name that says neither one region nor two is not taken for one.
 */
export function redundancyOf({ source, sku, secondaryLocation, location }: Stated): Redundancy {
  const name = typeof sku === "string" ? sku : "";
  if (typeof secondaryLocation === "string" && secondaryLocation !== "") {
    const evidence = { source, field: "properties.secondaryLocation", value: `${name} ${secondaryLocation}`.trim() };
    return linkTo(secondaryLocation, evidence);
  }
  if (name === "") return { links: [], unread: "its redundancy is not stated" };
  if (inOneRegion.test(name)) return { links: [], unread: null };
  if (!soundsLikeTwo.test(name))
    return { links: [], unread: "its redundancy is of a kind that this version does not know" };
  const pair = inTwoRegions.test(name) && location !== undefined ? pairOf(location) : undefined;
  const value = pair === undefined ? name : `${name}, paired with ${pair}`;
  return linkTo(pair, { source, field: "sku.name", value });
}

function linkTo(region: string | undefined, evidence: Link["evidence"]): Redundancy {
  const target = region === undefined ? {} : { place: { region } };
  return { links: [{ kind: "replicates-to", direction: "to", target, evidence }], unread: null };
}
