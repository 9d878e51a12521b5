import type { AccountSession, Provider, ResourceType } from "../model/index.ts";
import type { Entered } from "./connect.ts";
import { regionDifferences } from "./region-differences.ts";
import type { CollectOutcome } from "./request.ts";
import type { Selection } from "./selection.ts";

export interface Collected {
  readonly entered: readonly Entered[];
  readonly types: ReadonlyMap<Provider, readonly ResourceType[]>;
  readonly selection: Selection;
  /** Regions outside a source's wish that account-wide lists were found to hold. */
  readonly leftOut: ReadonlyMap<AccountSession, ReadonlySet<string>>;
  readonly endpoints: ReadonlySet<string>;
  readonly interrupted: boolean;
}

export function outcomeOf({ entered, types, selection, leftOut, endpoints, interrupted }: Collected): CollectOutcome {
  const scopes = entered.map(({ session }) => session.scope);
  const notEnabled = entered.flatMap(({ session }) =>
    session.notEnabled
      .filter((region) => selection.regionExcludedBy(region) === null)
      .map((region) => ({ ...session.scope, region })),
  );
  return {
    scopes: sortedOnce(scopes),
    notEnabled: sortedOnce(notEnabled),
    excluded: sortedOnce([...excludedTypes(types, selection), ...excludedRegions(entered, selection, leftOut)]),
    endpoints: sortedOnce([...endpoints]),
    regionDifferences: sortedOnce(regionDifferences(entered)),
    interrupted,
  };
}

function excludedTypes(types: Collected["types"], selection: Selection): string[] {
  return [...types.values()].flat().flatMap(({ type }) => {
    const why = selection.typeExcludedBy(type);
    return why === null ? [] : [`${type} (${why})`];
  });
}

function excludedRegions(entered: readonly Entered[], selection: Selection, leftOut: Collected["leftOut"]): string[] {
  // What one source leaves out of an account, another may ask for.
  const asked = new Set(entered.flatMap(({ session }) => session.regions.map((region) => regionKey(session, region))));
  return entered.flatMap(({ session }) => {
    const { provider, account } = session.scope;
    const bySource = [...(session.excluded ?? []), ...(leftOut.get(session) ?? [])]
      .filter((region) => !asked.has(regionKey(session, region)))
      .map((region) => `${provider}:${region} (regions of ${account})`);
    const byGlob = session.regions.flatMap((region) => {
      const why = selection.regionExcludedBy(region);
      return why === null ? [] : [`${provider}:${region} (${why})`];
    });
    return [...bySource, ...byGlob];
  });
}

function regionKey({ scope }: AccountSession, region: string): string {
  return JSON.stringify([scope.provider, scope.partition, scope.account, region]);
}

/** Sorted by content, without repetition. Objects have to be built with their keys in the same order. */
function sortedOnce<T>(items: readonly T[]): T[] {
  const keyed = new Map(items.map((item) => [JSON.stringify(item), item]));
  return [...keyed].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item);
}
