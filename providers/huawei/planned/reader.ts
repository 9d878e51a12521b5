import { known } from "../../../src/model/index.ts";
import { plannedReader, tagMap } from "../../planned-shape.ts";
import { regions } from "../regions.ts";

const ids = new Set(regions.map(({ id }) => id));

/** `cn-north-4` of `cn-north-4a`; nothing where the table does not hold it. */
export function regionOfZone(zone: string): string | undefined {
  const region = zone.replace(/[a-z]$/, "");
  return ids.has(region) ? region : undefined;
}

/** Every type may state a `region`, which outranks the provider block's; where neither does, a zone tells. */
export const { shape, part } = plannedReader({
  placeOf({ settings, region }, path) {
    const own = settings.text("region");
    if (own.known && own.value) return { place: known({ region: own.value }), field: "region" };
    if (region.known) return { place: known({ region: region.value }) };
    const zone = path === undefined ? undefined : settings.texts(path);
    const told = zone?.known === true ? zone.value.map(regionOfZone).find((one) => one !== undefined) : undefined;
    return told === undefined || path === undefined ? undefined : { place: known({ region: told }), field: path };
  },
  tagsOf: tagMap,
});
