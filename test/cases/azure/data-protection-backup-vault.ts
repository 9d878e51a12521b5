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
  type: "azure/data-protection/backup-vault",
  held: ({ account, region }) => {
    const home = { subscription: account, group: "backup", location: region };
    const web = `/subscriptions/${account}/resourceGroups/web/providers`;
    const item = (name: string, type: string, rest: object, tags?: Readonly<Record<string, string>>) =>
      armItem(home, "Microsoft.DataProtection/backupVaults", `${name}-${region}`, {
        ...(tags === undefined ? {} : { tags }),
        properties: { storageSettings: [{ datastoreType: "VaultStore", type }], ...rest },
      });
    const geo = item(
      "geo",
      "GeoRedundant",
      {
        featureSettings: { crossRegionRestoreSettings: { state: "Enabled" } },
        securitySettings: {
          softDeleteSettings: { state: "On" },
          immutabilitySettings: { state: "Disabled" },
          encryptionSettings: { keyVaultProperties: { keyUri: "https://pay.vault.azure.net/keys/backup/0123" } },
        },
      },
      { 部门: "支付", owner: "" },
    );
    const policy = (name: string, ...stores: readonly string[]) => ({
      id: `${geo.id}/backupPolicies/${name}`,
      name,
      properties: {
        datasourceTypes: ["any"],
        policyRules: [
          { objectType: "AzureBackupRule", dataStore: { dataStoreType: stores[0], objectType: "DataStoreInfoBase" } },
          {
            objectType: "AzureRetentionRule",
            lifecycles: [
              {
                sourceDataStore: { dataStoreType: stores[0] },
                targetDataStoreCopySettings: stores.slice(1).map((dataStoreType) => ({ dataStore: { dataStoreType } })),
              },
            ],
          },
        ],
      },
    });
    const instance = (name: string, resourceID: string, policyName: string) => ({
      id: `${geo.id}/backupInstances/${name}`,
      name,
      properties: {
        dataSourceInfo: { resourceID, datasourceType: "any", resourceLocation: region },
        policyInfo: { policyId: `${geo.id}/backuppolicies/${policyName}` },
      },
    });
    return {
      resources: {
        "Microsoft.DataProtection/backupVaults": [
          geo,
          item("told", "GeoRedundant", { replicatedRegions: [region, "uksouth"] }),
          item("local", "LocallyRedundant", {}),
        ],
      },
      children: {
        [childKey(geo, "backupPolicies")]: [
          policy("vaulted", "VaultStore"),
          policy("tiered", "OperationalStore", "VaultStore"),
          policy("snapshots", "OperationalStore"),
        ],
        [childKey(geo, "backupInstances")]: [
          instance("blobs", `${web}/Microsoft.Storage/storageAccounts/photos`, "vaulted"),
          instance("cluster", `${web}/Microsoft.ContainerService/managedClusters/api`, "tiered"),
          // Stays beside its source.
          instance("disk", `${web}/Microsoft.Compute/disks/data`, "snapshots"),
          // Its policy was deleted, its data was not.
          instance("old", `${web}/Microsoft.DBforPostgreSQL/flexibleServers/old`, "gone"),
        ],
      },
    };
  },
  finds: ({ partition, account, region }) => {
    const id = `/subscriptions/${account}/resourceGroups/backup/providers/Microsoft.DataProtection/backupVaults`;
    const web = `/subscriptions/${account}/resourceGroups/web/providers`;
    const pair = pairs[region];
    const toPair: FoundLink = { kind: "backs-up-to", ...(pair === undefined ? {} : { region: pair }) };
    return [
      {
        id: `${id}/geo-${region}`,
        name: `geo-${region}`,
        role: "copy",
        tags: { 部门: "支付", owner: "" },
        attributes: {
          redundancy: "GeoRedundant",
          crossRegionRestore: "Enabled",
          softDelete: "On",
          immutability: "Disabled",
        },
        links: [
          toPair,
          { kind: "backs-up-to", direction: "from", id: `${web}/Microsoft.Storage/storageAccounts/photos` },
          { kind: "backs-up-to", direction: "from", id: `${web}/Microsoft.ContainerService/managedClusters/api` },
          { kind: "backs-up-to", direction: "from", id: `${web}/Microsoft.DBforPostgreSQL/flexibleServers/old` },
          ...(partition === "AzureCloud" ? [{ kind: "key-held-in", id: "pay.vault.azure.net" } as const] : []),
        ],
      },
      {
        id: `${id}/told-${region}`,
        name: `told-${region}`,
        role: "copy",
        tags: {},
        links: [{ kind: "backs-up-to", region: "uksouth" }],
      },
      {
        id: `${id}/local-${region}`,
        name: `local-${region}`,
        role: "copy",
        tags: {},
        attributes: { redundancy: "LocallyRedundant" },
        links: [],
      },
    ];
  },
  lists: [{ operation: "BackupVaults_GetInSubscription" }],
};

export default vault;
