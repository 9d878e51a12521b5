import { createGazetteer } from "../geography/index.ts";
import { type Coverage, evidenceLine, type Gap } from "../model/index.ts";
import type { Entered } from "./connect.ts";

type RegionDifference = Coverage["regionDifferences"][number];

/** How the live region lists and the tables differ: as the provider found it, and as the table says. */
export function regionDifferences(entered: readonly Entered[]): RegionDifference[] {
  return entered.flatMap(({ provider, session }) => {
    const { provider: id, partition } = session.scope;
    const unlisted = unlistedRegions({ provider, session }).map((region) => ({
      region,
      difference: "not-in-table" as const,
    }));
    return [...session.regionDifferences, ...unlisted].map((found) => ({ provider: id, partition, ...found }));
  });
}

/** Enabled regions that the provider's table lacks. They are collected all the same; their place is unknown. */
export function unlistedRegions({ provider, session }: Entered): readonly string[] {
  const gazetteer = createGazetteer(provider.regions);
  return session.regions.filter((region) => gazetteer.region(region) === undefined);
}

export function unlistedRegionGap({ session }: Entered, region: string): Gap {
  return {
    kind: "gap",
    scope: session.scope,
    type: "regions",
    region,
    operation: "regions",
    reason: "unlisted-region",
    detail: evidenceLine("unlistedRegion", {}),
    resource: null,
  };
}
