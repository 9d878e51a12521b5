import { type PlannedSelection, type Tags, valueIfKnown } from "../../../src/model/index.ts";
import { type Here, isOther, textAt } from "./here.ts";
import { cloudFormationTags } from "./tags.ts";

/** What a lifecycle policy makes snapshots of, by its own words (DLM API reference, PolicyDetails, read 2026-11-22). */
const taken: Readonly<Record<string, string>> = { VOLUME: "aws/ec2/volume", INSTANCE: "aws/ec2/instance" };

interface Words {
  readonly types: string;
  readonly type: string;
  readonly tags: string;
}

/** Volumes and instances that the policy finds by their tags when it runs; it needs one of them. */
export function takenByTags(here: Here, { types, type, tags }: Words): readonly PlannedSelection[] {
  const stated = valueIfKnown(here.settings.texts(types)) ?? [];
  // A default policy names one type, and takes all of it that has no tag against it.
  const named = stated.length > 0 ? stated : [textAt(here, type) ?? ""];
  const kinds = named.flatMap((word) => taken[word] ?? []);
  const wanted = tagsAt(here, tags);
  if (kinds.length === 0 || Object.keys(wanted).length === 0) return [];
  return [{ types: kinds, tags: wanted, kind: "backs-up-to", field: tags }];
}

function tagsAt(here: Here, path: string): Tags {
  const map = valueIfKnown(here.settings.map(path));
  if (map !== undefined) return map;
  const { tags } = cloudFormationTags(here, path);
  return tags.known ? tags.value : {};
}

/** A policy that is switched off makes no snapshot, and copies none. */
export function isDisabled(here: Here, path: string): boolean {
  return isOther(here, path, "ENABLED");
}
