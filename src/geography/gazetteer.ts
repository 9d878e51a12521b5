import type { Known, Place, PlaceRef, RegionFact } from "../model/index.ts";
import { createRegionIndex, type RegionIndex } from "./region-index.ts";
import { resolvePlace } from "./resolve-place.ts";

/** One provider's region table, ready to be asked. */
export interface Gazetteer extends RegionIndex {
  /** Never throws; what the table does not hold is unknown, with the words as stated. */
  resolve(ref: Known<PlaceRef>): Place;
}

/** Made once per provider; looking up is then a map access. */
export function createGazetteer(regions: readonly RegionFact[]): Gazetteer {
  const index = createRegionIndex(regions);
  return { ...index, resolve: (ref) => resolvePlace(index, ref) };
}
