import { didYouMean, JingneiError, matchesGlob } from "../model/index.ts";

/** What `--only` and `--skip` leave of the types and regions. */
export interface Selection {
  /** The globs that leave this type out, or `null` where it stays in. */
  typeExcludedBy(type: string): string | null;
  regionExcludedBy(region: string): string | null;
}

/**
 * A glob speaks of whatever it matches: types (`aws/s3/*`) or regions (`cn-*`). `only` narrows each of the two by the globs
 * that speak of it, so that `--only aws/s3/*` leaves every region in.
 * @throws JingneiError (usage) where a glob of `only` matches nothing: an empty scan must not look like a clean one.
 */
export function createSelection(
  only: readonly string[],
  skip: readonly string[],
  known: { readonly types: readonly string[]; readonly regions: readonly string[] },
): Selection {
  const onlyTypes = only.filter((glob) => known.types.some((type) => matchesGlob(glob, type)));
  const onlyRegions = only.filter((glob) => known.regions.some((region) => matchesGlob(glob, region)));
  for (const glob of only) {
    if (onlyTypes.includes(glob) || onlyRegions.includes(glob)) continue;
    const hint = didYouMean(glob, [...known.types, ...known.regions]);
    throw new JingneiError(
      "usage",
      `--only ${glob} matches no resource type and no region of the configured sources.${hint}`,
      "Give a type such as provider/service/thing or a region id; * stands for any characters.",
    );
  }
  return {
    typeExcludedBy: (type) => excludedBy(type, onlyTypes, skip),
    regionExcludedBy: (region) => excludedBy(region, onlyRegions, skip),
  };
}

function excludedBy(name: string, only: readonly string[], skip: readonly string[]): string | null {
  const skipped = skip.find((glob) => matchesGlob(glob, name));
  if (skipped !== undefined) return `--skip ${skipped}`;
  if (only.length === 0 || only.some((glob) => matchesGlob(glob, name))) return null;
  return `--only ${only.join(",")}`;
}

/** Globs of `skip` that leave nothing out: most likely a typo, but harmless. */
export function idleSkips(skip: readonly string[], names: readonly string[]): readonly string[] {
  return skip.filter((glob) => !names.some((name) => matchesGlob(glob, name)));
}
