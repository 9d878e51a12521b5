import type { PlannedLink, PlannedPart, PlannedShape } from "../../../src/model/index.ts";
import { armSwitch, closedAccount, closing, terraformSwitch, weighExposure } from "./exposure.ts";
import { accountAt, byName, type Here, linkAt, openToAll, pairLink, part, shape } from "./read.ts";

const type = "azure/storage/account";
const inOneRegion = /(?:^|_)[LZ]RS$/i;

/** Account SKUs: `GRS` of Terraform, `Standard_GRS` of Resource Manager. */
function replicas(here: Here, path: string): readonly PlannedLink[] {
  const sku = here.resource.settings.text(path);
  if (sku.known && (sku.value === undefined || inOneRegion.test(sku.value))) return [];
  return [pairLink(here, "replicates-to", path, sku.known ? (sku.value ?? "") : "known when applied")];
}

function publicContainer(here: Here, path: string): readonly PlannedLink[] {
  const access = here.text(path)?.toLowerCase();
  return access === "blob" || access === "container" ? [openToAll(path, access)] : [];
}

export const storageShapes: readonly PlannedShape[] = [
  shape({
    kind: "azurerm_storage_account",
    type,
    role: "store",
    links: (here) => replicas(here, "account_replication_type"),
    attributes: (here) => ({
      sku: here.text("account_replication_type"),
      publicNetworkAccess: here.flag(terraformSwitch),
      ...closing(
        closedAccount(here, "allow_nested_items_to_be_public", terraformSwitch, "network_rules.default_action"),
      ),
    }),
    weigh: weighExposure,
  }),
  shape({
    kind: "Microsoft.Storage/storageAccounts",
    type,
    role: "store",
    links: (here) => replicas(here, "sku.name"),
    attributes: (here) => ({
      sku: here.text("sku.name"),
      publicNetworkAccess: here.text(armSwitch),
      ...closing(
        closedAccount(here, "properties.allowBlobPublicAccess", armSwitch, "properties.networkAcls.defaultAction"),
      ),
    }),
    weigh: weighExposure,
  }),
];

export const storageParts: readonly PlannedPart[] = [
  part({
    kind: "azurerm_storage_object_replication",
    type,
    of: "source_storage_account_id",
    links: (here) => linkAt(here, "replicates-to", "destination_storage_account_id"),
  }),
  part({
    kind: "Microsoft.Storage/storageAccounts/objectReplicationPolicies",
    type,
    of: (here) => accountAt(here, "properties.sourceAccount"),
    links: (here) =>
      linkAt(here, "replicates-to", "properties.destinationAccount").map((link) => ({
        ...link,
        target: accountAt(here, "properties.destinationAccount"),
      })),
  }),
  // Between an account and its containers; it opens nothing itself.
  part({ kind: "Microsoft.Storage/storageAccounts/blobServices", type, of: byName, links: () => [] }),
  part({
    kind: "Microsoft.Storage/storageAccounts/blobServices/containers",
    type,
    of: byName,
    links: (here) => publicContainer(here, "properties.publicAccess"),
  }),
  part({
    kind: "azurerm_storage_container",
    type,
    of: "storage_account_id",
    links: (here) => publicContainer(here, "container_access_type"),
  }),
];
