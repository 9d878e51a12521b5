import type { Vault } from "@azure/arm-keyvault";
import type { Link } from "../../../src/model/index.ts";
import { hostOf } from "../hosts.ts";
import { listed, recordsOf } from "../list.ts";
import { pairLink } from "../pair.ts";
import { recordOf } from "../record.ts";
import { normalLocation, pairOf } from "../regions.ts";
import type { AzureResourceType } from "../session.ts";

const apiVersion = "2023-02-01";
const operation = "Vaults_ListBySubscription";

export const keyVault: AzureResourceType = {
  type: "azure/keyvault/vault",
  armTypes: ["Microsoft.KeyVault/vaults"],
  title: { en: "Key vault", zh: "密钥保管库" },
  role: "store",
  service: "keyvault",
  reach: "global",
  operations: [{ operation, permission: "Microsoft.KeyVault/vaults/read" }],
  links: ["replicates-to"],
  unseen: {
    en: "What is in a vault: keys, secrets and certificates, their backups and where those were restored. Vaults that were deleted and can still be recovered. Who may read it, and what an IP rule or private endpoint lets in.",
    zh: "保管库中的内容（密钥、机密、证书）及其备份和还原去向；已删除但仍可恢复的保管库；谁可以读取，以及 IP 规则或专用终结点所允许的访问。",
  },
  async *collect(session, _region, caller) {
    const { KeyVaultManagementClient } = await import("@azure/arm-keyvault");
    const { account } = session.scope;
    const client = new KeyVaultManagementClient(session.credential, account, session.arm.clientOptions(apiVersion));
    const listing = { type: keyVault.type, operation };
    const vaults = listed(session, caller, listing, () => client.vaults.listBySubscription());
    yield* recordsOf(caller, vaults, (found) => {
      const { location, properties } = found.item;
      const host = hostOf(properties?.vaultUri);
      return recordOf(keyVault, session, found, {
        aliases: host === undefined ? [] : [host],
        links: replicas(location),
        attributes: {
          sku: properties?.sku?.name,
          publicNetworkAccess: properties?.publicNetworkAccess,
          networkDefaultAction: properties?.networkAcls?.defaultAction,
          softDelete: properties?.enableSoftDelete,
          purgeProtection: properties?.enablePurgeProtection,
        },
      });
    });
  },
};

/**
 * Regions whose vaults stay in them although they have a pair. Source: learn.microsoft.com and docs.azure.cn, "Azure Key Vault
 * availability and redundancy", read 2026-11-22: a vault's content is copied to the pair in the same geography.
 */
const keptInRegion: readonly string[] = ["brazilsouth", "westus3"];

/** Nobody can switch this off, and no call tells of it. */
function replicas(location: Vault["location"]): readonly Link[] {
  if (typeof location !== "string" || pairOf(location) === undefined) return [];
  if (keptInRegion.includes(normalLocation(location))) return [];
  const rule = "provider default: a vault is copied to the pair of its region";
  return [pairLink({ kind: "replicates-to", location, source: operation, field: "location", rule })];
}
