import type { Link } from "../../src/model/index.ts";
import { blobHostOf, isArmId } from "./ids.ts";

/** What disks and snapshots say of what they were made from. */
export interface CreationData {
  readonly createOption?: string | undefined;
  readonly sourceResourceId?: string | undefined;
  readonly storageAccountId?: string | undefined;
  readonly sourceUri?: string | undefined;
  readonly imageReference?: { readonly id?: string | undefined } | undefined;
  readonly galleryImageReference?: { readonly id?: string | undefined } | undefined;
  readonly elasticSanResourceId?: string | undefined;
}

/** The copies that led to this record. `sourceUri` may be a signed URL, so only its host is ever kept. */
export function copiedFrom(operation: string, data: CreationData | undefined): readonly Link[] {
  if (data === undefined) return [];
  const sources: Link[] = [];
  for (const field of ["sourceResourceId", "storageAccountId", "elasticSanResourceId"] as const) {
    const id = data[field];
    if (typeof id === "string" && id !== "") sources.push(from(operation, field, id, id));
  }
  const image = data.imageReference?.id;
  // The platform's own images (`…/Locations/…/Publishers/…`) hold nobody's data.
  if (typeof image === "string" && /\/providers\/Microsoft\.Compute\/(?:images|galleries)\//i.test(image)) {
    sources.push(from(operation, "imageReference.id", image, image));
  }
  // A gallery of one's own; shared and community galleries are named otherwise.
  const version = data.galleryImageReference?.id;
  if (typeof version === "string" && isArmId(version)) {
    sources.push(from(operation, "galleryImageReference.id", version, version));
  }
  if (typeof data.sourceUri === "string" && data.storageAccountId === undefined) {
    const host = blobHostOf(data.sourceUri);
    if (host !== undefined) sources.push(from(operation, "sourceUri", host, host));
  }
  return sources;
}

function from(operation: string, field: string, id: string, value: string): Link {
  return {
    kind: "copied-to",
    direction: "from",
    target: { id },
    evidence: { source: operation, field: `properties.creationData.${field}`, value },
  };
}
