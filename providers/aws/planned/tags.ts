import { type Known, known, type Tags, valueIfKnown } from "../../../src/model/index.ts";
import type { Here } from "./here.ts";

/** Tags, and the path that is to be named where some of them are not known yet. */
export interface PlannedTags {
  readonly tags: Known<Tags>;
  readonly unknowns: readonly string[];
}

/**
 * Tags of Terraform: `tags_all` holds the provider's default tags too. A plan leaves it open where there is not a single tag,
 * and where a default tag is not known yet (provider 5.100.0); in the latter case the resource's own tags still say what they
 * say, as they outrank default tags of the same key.
 */
export function terraformTags({ settings }: Here): PlannedTags {
  const all = settings.map("tags_all");
  if (all.known && all.value !== undefined) return { tags: known(all.value), unknowns: [] };
  const own = settings.map("tags");
  if (!own.known) return { tags: own, unknowns: ["tags"] };
  const tags = own.value ?? {};
  return { tags: known(tags), unknowns: all.known || Object.keys(tags).length === 0 ? [] : ["tags_all"] };
}

/** Tags of CloudFormation: a list of keys and values, of some types a map. */
export function cloudFormationTags({ settings }: Here, path = "Tags"): PlannedTags {
  const items = settings.each(path);
  if (!items.known) return { tags: items, unknowns: [path] };
  const keys = items.value.map((item) => valueIfKnown(item.text("Key")));
  if (items.value.length > 0 && keys.every((key) => key === undefined)) {
    const map = settings.map(path);
    return map.known ? { tags: known(map.value ?? {}), unknowns: [] } : { tags: map, unknowns: [path] };
  }
  const tags: (readonly [string, string])[] = [];
  for (const [index, item] of items.value.entries()) {
    const key = keys[index];
    const value = item.text("Value");
    if (key === undefined || !value.known) return { tags: { known: false, why: "unsupported" }, unknowns: [path] };
    tags.push([key, value.value ?? ""]);
  }
  return { tags: known(Object.fromEntries(tags)), unknowns: [] };
}
