import type { Gallery, GalleryDiskImageSource, GalleryImageVersion } from "@azure/arm-compute";
import type { Link } from "../../src/model/index.ts";
import { hostOf } from "./hosts.ts";
import { isArmId } from "./ids.ts";
import { normalLocation } from "./regions.ts";

/** What a version was made from, and the regions that it is replicated to. */
export function copiesOf(
  source: string,
  { location, publishingProfile, storageProfile }: GalleryImageVersion,
): readonly Link[] {
  const links: Link[] = [];
  const home = normalLocation(location ?? "");
  for (const { name } of publishingProfile?.targetRegions ?? []) {
    if (typeof name !== "string" || name === "" || normalLocation(name) === home) continue;
    replicate("targetRegions[].name", { region: name }, name);
  }
  for (const { name, extendedLocation } of publishingProfile?.targetExtendedLocations ?? []) {
    const zone = extendedLocation?.name;
    if (typeof name !== "string" || typeof zone !== "string") continue;
    replicate("targetExtendedLocations[].extendedLocation.name", { region: name, zone }, `${zone} in ${name}`);
  }
  const { source: whole, osDiskImage, dataDiskImages } = storageProfile ?? {};
  madeFrom("source.id", whole?.id);
  madeFrom("source.virtualMachineId", whole?.virtualMachineId);
  for (const [field, disk] of [
    ["osDiskImage", osDiskImage] as const,
    ...(dataDiskImages ?? []).map((disk) => ["dataDiskImages[]", disk] as const),
  ]) {
    if (disk?.source !== undefined) diskSource(`${field}.source`, disk.source);
  }
  return links;

  function replicate(field: string, place: { region: string; zone?: string }, value: string): void {
    const evidence = { source, field: `properties.publishingProfile.${field}`, value };
    links.push({ kind: "replicates-to", direction: "to", target: { place }, evidence });
  }

  /** A blob's address may be signed: only its host is kept, and not even that where the account is told. */
  function diskSource(field: string, { id, storageAccountId, uri }: GalleryDiskImageSource): void {
    madeFrom(`${field}.id`, id);
    madeFrom(`${field}.storageAccountId`, storageAccountId);
    const host = hostOf(uri);
    if (storageAccountId === undefined && host !== undefined) add(`${field}.uri`, host);
  }

  /** A community image has no id of this kind: it is somebody else's, for everyone. */
  function madeFrom(field: string, id: unknown): void {
    if (typeof id === "string" && isArmId(id)) add(field, id);
  }

  function add(field: string, id: string): void {
    const evidence = { source, field: `properties.storageProfile.${field}`, value: id };
    links.push({ kind: "copied-to", direction: "from", target: { id }, evidence });
  }
}

/** Whom a gallery is shared with: each subscription and tenant by its id, or everyone. */
export function sharesOf(source: string, { sharingProfile }: Gallery): readonly Link[] {
  const share = (field: string, party: string, value: string): Link => ({
    kind: "shared-with",
    direction: "to",
    target: { party },
    evidence: { source, field: `properties.sharingProfile.${field}`, value },
  });
  if (
    sharingProfile?.permissions === "Community" &&
    sharingProfile.communityGalleryInfo?.communityGalleryEnabled !== false
  ) {
    return [share("permissions", "*", "Community")];
  }
  if (sharingProfile?.permissions !== "Groups") return [];
  const ids: readonly unknown[] = (sharingProfile.groups ?? []).flatMap((group) => group?.ids ?? []);
  const parties = new Set(ids.filter((id) => typeof id === "string"));
  return [...parties].map((party) => share("groups[].ids", party.toLowerCase(), party));
}
