import type { Vault } from "@azure/arm-recoveryservices";
import type { Link } from "../../../src/model/index.ts";
import { groupAndName } from "../ids.ts";
import { keyHeldIn } from "../key-held-in.ts";
import { gapOf, listed, recordsOf } from "../list.ts";
import { pairLink } from "../pair.ts";
import { backupLists, itemsOperation, policiesOperation, protectedIn } from "../protected-items.ts";
import { recordOf } from "../record.ts";
import type { AzureResourceType } from "../session.ts";

const apiVersion = "2023-04-01";
const operation = "Vaults_ListBySubscriptionId";
const redundancyField = "properties.redundancySettings.standardTierStorageRedundancy";

export const recoveryServicesVault: AzureResourceType = {
  type: "azure/recovery-services/vault",
  armTypes: ["Microsoft.RecoveryServices/vaults"],
  title: { en: "Recovery Services vault", zh: "恢复服务保管库" },
  role: "copy",
  service: "recovery-services",
  reach: "global",
  operations: [
    { operation, permission: "Microsoft.RecoveryServices/Vaults/read" },
    {
      operation: itemsOperation,
      permission: "Microsoft.RecoveryServices/Vaults/backupProtectedItems/read",
      per: "resource",
    },
    {
      operation: policiesOperation,
      permission: "Microsoft.RecoveryServices/Vaults/backupPolicies/read",
      per: "resource",
    },
  ],
  links: ["backs-up-to", "key-held-in"],
  unseen: {
    en: "Recovery points and how long they are kept, servers outside Azure that are backed up here, and restores into another region. File shares whose backup was stopped and that have no policy any more.",
    zh: "恢复点及其保留时间、备份到此处的 Azure 之外的服务器、还原到其他地域的操作；已停止备份且不再有策略的文件共享。",
  },
  async *collect(session, _region, caller) {
    const { RecoveryServicesClient } = await import("@azure/arm-recoveryservices");
    const { account } = session.scope;
    const client = new RecoveryServicesClient(session.credential, account, session.arm.clientOptions(apiVersion));
    const listing = { type: recoveryServicesVault.type, operation };
    const lists = await backupLists(session);
    const vaults = listed(session, caller, listing, () => client.vaults.listBySubscriptionId());
    yield* recordsOf(caller, vaults, async (found) => {
      const { item } = found;
      const redundancy = redundancyOf(item);
      const path = groupAndName(found.id);
      const record = recordOf(recoveryServicesVault, session, found, {
        links: [
          ...(path === undefined ? [] : await protectedIn(session, caller, lists, found.id, path)),
          ...redundancy.links,
          ...keyHeldIn(
            operation,
            "properties.encryption.keyVaultProperties.keyUri",
            item.properties?.encryption?.keyVaultProperties?.keyUri,
          ),
        ],
        attributes: {
          redundancy: item.properties?.redundancySettings?.standardTierStorageRedundancy,
          crossRegionRestore: item.properties?.redundancySettings?.crossRegionRestore,
          publicNetworkAccess: item.properties?.publicNetworkAccess,
          softDelete: item.properties?.securitySettings?.softDeleteSettings?.softDeleteState,
          immutability: item.properties?.securitySettings?.immutabilitySettings?.state,
        },
      });
      const unread = (asked: string, detail: string) => ({
        ...gapOf(session, { ...listing, operation: asked }, "malformed", detail),
        resource: found.id,
      });
      return [
        record,
        ...(redundancy.unread === null ? [] : [unread(operation, redundancy.unread)]),
        ...(path === undefined ? [unread(itemsOperation, "its id names no resource group")] : []),
      ];
    });
  },
};

/** Source of the default: learn.microsoft.com and docs.azure.cn, "Create a Recovery Services vault" (set storage redundancy), read 2026-11-22. */
function redundancyOf({ location, properties }: Vault): { links: readonly Link[]; unread: string | null } {
  const stated = properties?.redundancySettings?.standardTierStorageRedundancy;
  const paired = (rule: string) =>
    pairLink({ kind: "backs-up-to", location, source: operation, field: redundancyField, rule });
  if (stated === undefined || stated === null || stated === "") {
    return { links: [paired("provider default: a vault is GeoRedundant unless set otherwise")], unread: null };
  }
  switch (stated.toLowerCase()) {
    case "georedundant":
      return { links: [paired(stated)], unread: null };
    case "locallyredundant":
    case "zoneredundant":
      return { links: [], unread: null };
    default:
      return { links: [], unread: "its redundancy is of a kind that this version does not know" };
  }
}
