import { createGazetteer } from "../geography/index.ts";
import type { Provider, ResourceRecord, ResourceType, RunListener } from "../model/index.ts";
import type { Entered } from "./connect.ts";
import type { CollectRequest } from "./request.ts";
import { createSelection, idleSkips, type Selection } from "./selection.ts";

/** Reads the globs against what this run could see: the types of its providers, the regions of tables and accounts. */
export function selectionOfRun(
  request: Pick<CollectRequest, "only" | "skip">,
  entered: readonly Entered[],
  types: ReadonlyMap<Provider, readonly ResourceType[]>,
  tell: RunListener,
): Selection {
  const known = {
    types: [...types.values()].flat().map(({ type }) => type),
    regions: [
      ...[...types.keys()].flatMap(({ regions }) => regions.map(({ id }) => id)),
      ...entered.flatMap(({ session }) => [...session.regions, ...session.notEnabled]),
    ],
  };
  for (const glob of idleSkips(request.skip, [...known.types, ...known.regions])) {
    tell({ kind: "notice", message: `--skip ${glob} matches no resource type and no region` });
  }
  return createSelection(request.only, request.skip, known);
}

/**
 * Whether a record of an account-wide list lies in a region that neither the globs nor the source's `regions` leave out. One
 * that nobody could locate stays: leaving out needs a reason.
 */
export function wantedBy(selection: Selection, { provider, session }: Entered): (record: ResourceRecord) => boolean {
  const gazetteer = createGazetteer(provider.regions);
  const excluded = new Set(session.excluded);
  return ({ place }) => {
    if (!place.known) return true;
    const region = gazetteer.region(place.value.region)?.id ?? place.value.region;
    return !excluded.has(region) && selection.regionExcludedBy(region) === null;
  };
}
