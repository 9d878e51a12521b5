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
 * Whether a record of an account-wide list lies in a region that neither the globs nor the source's `regions` leave out, whether
 * or not the account's own list of regions holds it. One that nobody could locate stays, and one in a place of no single region:
 * leaving out needs a reason. `leftOut` is told the regions that the source did not name.
 */
export function wantedBy(
  selection: Selection,
  { provider, session }: Pick<Entered, "provider" | "session">,
  leftOut: (region: string) => void = () => undefined,
): (record: ResourceRecord) => boolean {
  const gazetteer = createGazetteer(provider.regions);
  const excluded = new Set(session.excluded);
  const wished = session.wished === undefined ? undefined : new Set(session.wished);
  return ({ place }) => {
    if (!place.known) return true;
    const fact = gazetteer.region(place.value.region);
    const region = fact?.id ?? place.value.region;
    if (selection.regionExcludedBy(region) !== null) return false;
    const isRegion = fact === undefined || fact.kind === "region";
    if (!excluded.has(region) && (wished === undefined || !isRegion || wished.has(region))) return true;
    leftOut(region);
    return false;
  };
}
