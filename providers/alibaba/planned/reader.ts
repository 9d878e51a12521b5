import { type Known, known, type PlannedResource, type Tags, unknown } from "../../../src/model/index.ts";
import { plannedReader, tagMap } from "../../planned-shape.ts";
import { knownRegion, placeRegion } from "../regions.ts";

/** `cn-hangzhou` of `cn-hangzhou-i` and `cn-hangzhou-MAZ6(h,i)`, `ap-southeast-1` of `ap-southeast-1a`. */
export function regionOfZone(zone: string): string | undefined {
  const [, region] = /^(.+?)-?(?:[a-z]|maz\d+(?:\([a-z,]*\))?)$/i.exec(zone) ?? [];
  return knownRegion(zone) ?? (region === undefined ? undefined : knownRegion(region));
}

/** ROS writes tags as a list of `Key` and `Value`, and for some types as a map. */
function tagsOf(resource: PlannedResource, path: string): Known<Tags> {
  if (!resource.kind.startsWith("ALIYUN::")) return tagMap(resource, path);
  const field = path === "tags" ? "Tags" : path;
  const map = tagMap(resource, field);
  if (map.known) return map;
  const items = resource.settings.each(field);
  if (!items.known) return items;
  const tags: [string, string][] = [];
  for (const item of items.value) {
    const key = item.text("Key");
    const value = item.text("Value");
    if (!key.known || !value.known || key.value === undefined) return unknown("unsupported");
    tags.push([key.value, value.value ?? ""]);
  }
  return known(Object.fromEntries(tags));
}

/** As Terraform's types spelled `zone_id` until 1.119 to 1.122; they take both (provider source, 2026-08). */
const olderZone = "availability_zone";

/** Most types have no region of their own: that of the provider block or the stack applies; a zone tells more where it is stated. */
export const { shape, part } = plannedReader({
  placeOf({ settings, region }, path) {
    for (const field of path === undefined ? [] : [path, olderZone]) {
      const zone = settings.text(field);
      const told = zone.known && zone.value !== undefined ? regionOfZone(zone.value) : undefined;
      if (told !== undefined) return { place: known({ region: told }), field };
    }
    return region.known ? { place: known({ region: placeRegion(region.value) }) } : undefined;
  },
  tagsOf,
});
