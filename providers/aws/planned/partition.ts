import { regionFact } from "../regions.ts";

/** Partition of a region or zone, by the table; a region that is not in it tells none. */
export function partitionOf(region: string | undefined): string | undefined {
  return region === undefined ? undefined : regionFact(region)?.partition;
}
