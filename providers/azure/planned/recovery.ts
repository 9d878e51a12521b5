import type { PlannedLink, PlannedPart, PlannedShape } from "../../../src/model/index.ts";
import { byName, type Here, linkAt, part, shape } from "./read.ts";

const item = { type: "azure/recovery-services/replication-protected-item", role: "copy" } as const;
/** The end of a replication in one region; only templates name it by itself. */
const fabric = { type: "azure/recovery-services/replication-fabric", role: "flow" } as const;
const vault = "azure/recovery-services/vault";
const backupVault = "azure/data-protection/backup-vault";

/** Of files it is the policy that says whether they leave their account, which the item does not show. */
function backedUp(here: Here): readonly PlannedLink[] {
  const isFiles = here.text("properties.protectedItemType")?.toLowerCase() === "azurefileshareprotecteditem";
  return isFiles ? [] : linkAt(here, "backs-up-to", "properties.sourceResourceId", "from");
}

/** Instances whose backups are always taken into the vault, and the setting that names what they are of. */
const vaulted = [
  ["azurerm_data_protection_backup_instance_mysql_flexible_server", "server_id"],
  ["azurerm_data_protection_backup_instance_postgresql_flexible_server", "server_id"],
] as const;

/** Site Recovery and Azure Backup (azurerm provider and Resource Manager models, 2026-08). A replica lies where its target fabric does. */
export const recoveryShapes: readonly PlannedShape[] = [
  shape({ kind: "azurerm_site_recovery_fabric", ...fabric }),
  shape({
    kind: "Microsoft.RecoveryServices/vaults/replicationFabrics",
    ...fabric,
    location: "properties.customDetails.location",
  }),
  shape({
    kind: "azurerm_site_recovery_replicated_vm",
    ...item,
    parent: "target_recovery_fabric_id",
    links: (here) => linkAt(here, "fails-over-to", "source_vm_id", "from"),
  }),
  shape({
    kind: "Microsoft.RecoveryServices/vaults/replicationFabrics/replicationProtectionContainers/replicationProtectedItems",
    ...item,
    parent: "properties.providerSpecificDetails.recoveryContainerId",
    links: (here) => linkAt(here, "fails-over-to", "properties.providerSpecificDetails.fabricObjectId", "from"),
    attributes: (here) => ({ replication: here.text("properties.providerSpecificDetails.instanceType") }),
  }),
];

export const recoveryParts: readonly PlannedPart[] = [
  // Between a fabric and its items.
  part({
    kind: "azurerm_site_recovery_protection_container",
    type: fabric.type,
    of: "recovery_fabric_name",
    links: () => [],
  }),
  part({
    kind: "Microsoft.RecoveryServices/vaults/replicationFabrics/replicationProtectionContainers",
    type: fabric.type,
    of: byName,
    links: () => [],
  }),
  part({
    kind: "azurerm_backup_protected_vm",
    type: vault,
    of: "recovery_vault_name",
    links: (here) => linkAt(here, "backs-up-to", "source_vm_id", "from"),
  }),
  part({
    kind: "Microsoft.RecoveryServices/vaults/backupFabrics/protectionContainers/protectedItems",
    type: vault,
    of: byName,
    links: backedUp,
  }),
  ...vaulted.map(([kind, source]) =>
    part({ kind, type: backupVault, of: "vault_id", links: (here) => linkAt(here, "backs-up-to", source, "from") }),
  ),
];
