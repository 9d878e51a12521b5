import type { ManagedHsm } from "@azure/arm-keyvault";
import type { Link } from "../../../src/model/index.ts";
import { hostOf } from "../hosts.ts";
import { listed, recordsOf } from "../list.ts";
import { recordOf } from "../record.ts";
import { normalLocation } from "../regions.ts";
import type { AzureResourceType } from "../session.ts";

const apiVersion = "2023-07-01";
const operation = "ManagedHsms_ListBySubscription";

/** It guards data with its keys and holds none, unlike a vault, which holds secrets. */
export const managedHsm: AzureResourceType = {
  type: "azure/keyvault/managed-hsm",
  armTypes: ["Microsoft.KeyVault/managedHSMs"],
  title: { en: "Managed HSM", zh: "托管 HSM" },
  role: "flow",
  service: "keyvault",
  reach: "global",
  operations: [{ operation, permission: "Microsoft.KeyVault/managedHSMs/read" }],
  links: ["replicates-to"],
  unseen: {
    en: "The keys in a pool, its security domain, and backups that were written to a storage account. Pools that were deleted and can still be recovered.",
    zh: "池中的密钥、安全域，以及写入存储账户的备份；已删除但仍可恢复的池。",
  },
  async *collect(session, _region, caller) {
    const { KeyVaultManagementClient } = await import("@azure/arm-keyvault");
    const { account } = session.scope;
    const client = new KeyVaultManagementClient(session.credential, account, session.arm.clientOptions(apiVersion));
    const listing = { type: managedHsm.type, operation };
    const pools = listed(session, caller, listing, () => client.managedHsms.listBySubscription());
    yield* recordsOf(caller, pools, (found) => {
      const { properties, sku } = found.item;
      const host = hostOf(properties?.hsmUri);
      return recordOf(managedHsm, session, found, {
        aliases: host === undefined ? [] : [host],
        links: replicas(found.item),
        attributes: {
          sku: sku?.name,
          publicNetworkAccess: properties?.publicNetworkAccess,
          networkDefaultAction: properties?.networkAcls?.defaultAction,
          purgeProtection: properties?.enablePurgeProtection,
        },
      });
    });
  },
};

/** Extended regions of a pool; its first one stands among them. */
function replicas({ location, properties }: ManagedHsm): readonly Link[] {
  const home = normalLocation(location ?? "");
  const regions = new Set(
    (properties?.regions ?? []).flatMap(({ name, isPrimary, provisioningState }) =>
      typeof name !== "string" || name === "" || isPrimary === true || provisioningState === "Deleting" ? [] : [name],
    ),
  );
  return [...regions]
    .filter((region) => normalLocation(region) !== home)
    .map((region) => ({
      kind: "replicates-to",
      direction: "to",
      target: { place: { region } },
      evidence: { source: operation, field: "properties.regions[].name", value: region },
    }));
}
