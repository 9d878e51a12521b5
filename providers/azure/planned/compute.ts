import type { PlannedShape } from "../../../src/model/index.ts";
import { type Here, linkAt, regionLink, shape } from "./read.ts";

const machine = { type: "azure/compute/virtual-machine", role: "compute" } as const;
const disk = { type: "azure/compute/disk", role: "store" } as const;
const snapshot = { type: "azure/compute/snapshot", role: "copy" } as const;
const image = { type: "azure/compute/image", role: "copy" } as const;
const version = { type: "azure/compute/gallery-image-version", role: "copy" } as const;

function madeFrom(...paths: readonly string[]) {
  return (here: Here) => paths.flatMap((path) => linkAt(here, "copied-to", path, "from"));
}

/** An image version is replicated to each region that it names, its own among them. */
function targetRegions(here: Here, list: string, name: string) {
  const regions = here.resource.settings.each(list);
  if (!regions.known) return [regionLink("replicates-to", list, undefined)];
  return regions.value.flatMap((region) => {
    const stated = region.text(name);
    const value = stated.known ? stated.value : undefined;
    return value !== undefined && value === here.location
      ? []
      : [regionLink("replicates-to", `${list}[].${name}`, value)];
  });
}

export const computeShapes: readonly PlannedShape[] = [
  ...["azurerm_virtual_machine", "azurerm_linux_virtual_machine", "azurerm_windows_virtual_machine"].map((kind) =>
    shape({ kind, ...machine }),
  ),
  shape({ kind: "Microsoft.Compute/virtualMachines", ...machine }),
  shape({
    kind: "azurerm_managed_disk",
    ...disk,
    links: madeFrom("source_resource_id", "source_uri", "storage_account_id"),
  }),
  shape({
    kind: "Microsoft.Compute/disks",
    ...disk,
    links: madeFrom("properties.creationData.sourceResourceId", "properties.creationData.storageAccountId"),
  }),
  shape({
    kind: "azurerm_snapshot",
    ...snapshot,
    links: madeFrom("source_resource_id", "source_uri", "storage_account_id"),
  }),
  shape({
    kind: "Microsoft.Compute/snapshots",
    ...snapshot,
    links: madeFrom("properties.creationData.sourceResourceId", "properties.creationData.storageAccountId"),
  }),
  shape({ kind: "azurerm_image", ...image, links: madeFrom("source_virtual_machine_id", "os_disk.managed_disk_id") }),
  shape({
    kind: "Microsoft.Compute/images",
    ...image,
    links: madeFrom("properties.sourceVirtualMachine.id", "properties.storageProfile.osDisk.managedDisk.id"),
  }),
  shape({
    kind: "azurerm_shared_image_version",
    ...version,
    links: (here) => [
      ...madeFrom("managed_image_id", "os_disk_snapshot_id", "blob_uri")(here),
      ...targetRegions(here, "target_region", "name"),
    ],
  }),
  shape({
    kind: "Microsoft.Compute/galleries/images/versions",
    ...version,
    links: (here) => [
      ...madeFrom("properties.storageProfile.source.id")(here),
      ...targetRegions(here, "properties.publishingProfile.targetRegions", "name"),
    ],
  }),
];
