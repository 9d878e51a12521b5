import type { Tags } from "../../src/model/index.ts";

interface AwsTag {
  readonly Key?: string | undefined;
  readonly Value?: string | undefined;
}

/** Tags as EC2 and S3 spell them. A tag without a value has the empty one. */
export function tagsOf(tags: readonly AwsTag[] | undefined): Tags {
  const named = (tags ?? []).flatMap((tag) => (tag.Key === undefined ? [] : [[tag.Key, tag.Value ?? ""] as const]));
  return Object.fromEntries(named);
}

/** The `Name` tag where there is one, else the id. */
export function nameOf(tags: Tags, id: string): string {
  const name = tags["Name"];
  return name === undefined || name === "" ? id : name;
}
