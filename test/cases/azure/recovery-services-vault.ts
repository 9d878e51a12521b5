import { armItem, childKey } from "../../../providers/azure/loopback-items.ts";
import type { AzureHeld } from "../../support/case-clouds.ts";
import type { FoundLink, TypeCase } from "../../support/type-case.ts";

/** Where geo-redundant vaults keep their second copy; written by hand from the vendor's list of pairs. */
const pairs: Readonly<Record<string, string>> = {
  eastasia: "southeastasia",
  westeurope: "northeurope",
  chinanorth3: "chinaeast3",
};

const vault: TypeCase<AzureHeld> = {
  type: "azure/recovery-services/vault",
  held: ({ account, region }) => {
    const home = { subscription: account, group: "backup", location: region };
    const group = `/subscriptions/${account}/resourceGroups/web/providers`;
    const item = (name: string, properties: object, tags?: Readonly<Record<string, string>>) =>
      armItem(home, "Microsoft.RecoveryServices/vaults", `${name}-${region}`, {
        sku: { name: "RS0", tier: "Standard" },
        ...(tags === undefined ? {} : { tags }),
        properties: { provisioningState: "Succeeded", publicNetworkAccess: "Enabled", ...properties },
      });
    const geo = item(
      "geo",
      {
        redundancySettings: { standardTierStorageRedundancy: "GeoRedundant", crossRegionRestore: "Enabled" },
        encryption: { keyVaultProperties: { keyUri: "https://pay.vault.azure.net/keys/backup/0123" } },
      },
      { 部门: "支付", owner: "" },
    );
    const protectedItem = (properties: object) => ({ name: "item", properties });
    return {
      resources: {
        "Microsoft.RecoveryServices/vaults": [
          geo,
          item("unset", {}),
          item("local", {
            redundancySettings: { standardTierStorageRedundancy: "LocallyRedundant", crossRegionRestore: "Disabled" },
            securitySettings: { softDeleteSettings: { softDeleteState: "AlwaysON" } },
          }),
        ],
      },
      children: {
        [childKey(geo, "backupPolicies")]: [
          {
            id: `${geo.id}/backupPolicies/shares-VAULTED`,
            properties: {
              backupManagementType: "AzureStorage",
              vaultRetentionPolicy: {
                snapshotRetentionInDays: 5,
                vaultRetention: { retentionPolicyType: "LongTermRetentionPolicy" },
              },
            },
          },
          {
            id: `${geo.id}/backupPolicies/shares`,
            properties: {
              backupManagementType: "AzureStorage",
              retentionPolicy: { retentionPolicyType: "LongTermRetentionPolicy" },
            },
          },
          { id: `${geo.id}/backupPolicies/machines`, properties: { backupManagementType: "AzureIaasVM" } },
        ],
        [childKey(geo, "backupProtectedItems")]: [
          protectedItem({
            protectedItemType: "Microsoft.Compute/virtualMachines",
            backupManagementType: "AzureIaasVM",
            sourceResourceId: `${group}/Microsoft.Compute/virtualMachines/api`,
            virtualMachineId: `${group}/Microsoft.Compute/virtualMachines/api`,
          }),
          protectedItem({
            protectedItemType: "AzureFileShareProtectedItem",
            backupManagementType: "AzureStorage",
            sourceResourceId: `${group}/Microsoft.Storage/storageAccounts/files`,
            policyId: `${geo.id}/backupPolicies/shares-vaulted`,
          }),
          // Snapshots of a share stay in its account.
          protectedItem({
            protectedItemType: "AzureFileShareProtectedItem",
            backupManagementType: "AzureStorage",
            sourceResourceId: `${group}/Microsoft.Storage/storageAccounts/scans`,
            policyId: `${geo.id}/backupPolicies/shares`,
          }),
          // Two databases of one machine.
          protectedItem({
            protectedItemType: "AzureVmWorkloadSQLDatabase",
            sourceResourceId: `${group}/Microsoft.Compute/virtualMachines/sql`,
          }),
          protectedItem({
            protectedItemType: "AzureVmWorkloadSQLDatabase",
            sourceResourceId: `${group}/Microsoft.Compute/virtualMachines/SQL`,
          }),
          // A server on a site of one's own.
          protectedItem({ protectedItemType: "MabFileFolderProtectedItem", computerName: "office-nas" }),
        ],
      },
    };
  },
  finds: ({ account, region }) => {
    const id = `/subscriptions/${account}/resourceGroups/backup/providers/Microsoft.RecoveryServices/vaults`;
    const group = `/subscriptions/${account}/resourceGroups/web/providers`;
    const pair = pairs[region];
    const toPair: FoundLink = { kind: "backs-up-to", ...(pair === undefined ? {} : { region: pair }) };
    return [
      {
        id: `${id}/geo-${region}`,
        name: `geo-${region}`,
        role: "copy",
        tags: { 部门: "支付", owner: "" },
        attributes: { redundancy: "GeoRedundant", crossRegionRestore: "Enabled" },
        links: [
          toPair,
          { kind: "backs-up-to", direction: "from", id: `${group}/Microsoft.Compute/virtualMachines/api` },
          { kind: "backs-up-to", direction: "from", id: `${group}/Microsoft.Storage/storageAccounts/files` },
          { kind: "backs-up-to", direction: "from", id: `${group}/Microsoft.Compute/virtualMachines/SQL` },
          { kind: "key-held-in", id: "pay.vault.azure.net" },
        ],
      },
      { id: `${id}/unset-${region}`, name: `unset-${region}`, role: "copy", tags: {}, links: [toPair] },
      {
        id: `${id}/local-${region}`,
        name: `local-${region}`,
        role: "copy",
        tags: {},
        attributes: { redundancy: "LocallyRedundant", softDelete: "AlwaysON" },
        links: [],
      },
    ];
  },
  lists: [{ operation: "Vaults_ListBySubscriptionId" }],
};

export default vault;
