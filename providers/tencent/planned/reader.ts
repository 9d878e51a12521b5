import { known } from "../../../src/model/index.ts";
import { plannedReader, tagMap } from "../../planned-shape.ts";
import { regions } from "../regions.ts";

const ids = new Set(regions.map(({ id }) => id));

/** `ap-guangzhou` of `ap-guangzhou-3`; nothing where the table does not hold it. */
export function regionOfZone(zone: string): string | undefined {
  const region = zone.replace(/-\d+$/, "");
  return ids.has(region) ? region : undefined;
}

/**
 * The region is the provider block's; a zone tells more where it is stated. Where the block says none the provider takes
 * Guangzhou, unless an environment variable says another one: that is not known here.
 */
export const { shape, part } = plannedReader({
  placeOf({ settings, region }, path) {
    const zone = path === undefined ? undefined : settings.texts(path);
    const told = zone?.known === true ? zone.value.map(regionOfZone).find((one) => one !== undefined) : undefined;
    if (told !== undefined && path !== undefined) return { place: known({ region: told }), field: path };
    return region.known ? { place: known({ region: region.value }) } : undefined;
  },
  tagsOf: tagMap,
});
