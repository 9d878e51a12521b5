import { below, idOf, item, world } from "./parts.ts";

/** Keys, vaults, registries, logs and streams. Shapes: the vendor's REST reference, read 2026-11-22. */
const id = (typeAndName: string) => idOf(world, typeAndName);
const providers = `/subscriptions/${world.subscription}/resourceGroups/crm/providers`;
const insights = "providers/microsoft.insights/diagnosticSettings";
const auditlogs = id("Microsoft.Storage/storageAccounts/auditlogs");
const laweu = id("Microsoft.OperationalInsights/workspaces/laweu");

/** A diagnostic setting under the path that it is set on. */
function setting(scope: string, name: string, properties: object): Record<string, readonly unknown[]> {
  return {
    [`${scope}/${insights}`.toLowerCase()]: [
      { id: `${scope}/${insights}/${name}`, name, type: "Microsoft.Insights/diagnosticSettings", properties },
    ],
  };
}

const namespace = (name: string, location: string, tier: string, properties: object = {}) =>
  item(world, "Microsoft.EventHub/namespaces", name, location, {
    sku: { name: tier, tier, capacity: 1 },
    properties: { serviceBusEndpoint: `https://${name}.servicebus.windows.net:443/`, status: "Active", ...properties },
  });
const pairing = (self: string, other: string, role: string) => ({
  id: id(`Microsoft.EventHub/namespaces/${self}/disasterRecoveryConfigs/crm`),
  name: "crm",
  properties: { partnerNamespace: id(`Microsoft.EventHub/namespaces/${other}`), role, provisioningState: "Succeeded" },
});
const dataExport = (name: string, destination: object) => ({
  id: `${id("Microsoft.OperationalInsights/workspaces/lawhk")}/dataExports/${name}`,
  name,
  properties: { tableNames: ["SigninLogs"], enable: true, destination },
});

export const platform = {
  items: [
    item(world, "Microsoft.KeyVault/vaults", "crmkeys", "eastasia", {
      properties: { vaultUri: "https://crmkeys.vault.azure.net/", sku: { family: "A", name: "standard" } },
    }),
    item(world, "Microsoft.KeyVault/managedHSMs", "crmhsm", "eastasia", {
      sku: { family: "B", name: "Standard_B1" },
      properties: {
        hsmUri: "https://crmhsm.managedhsm.azure.net",
        regions: [
          { name: "eastasia", provisioningState: "Succeeded", isPrimary: true },
          { name: "uksouth", provisioningState: "Succeeded", isPrimary: false },
        ],
      },
    }),
    item(world, "Microsoft.RecoveryServices/vaults", "rsvhk", "eastasia", {
      properties: { provisioningState: "Succeeded" },
    }),
    item(world, "Microsoft.RecoveryServices/vaults", "rsveu", "westeurope", {
      properties: {
        redundancySettings: { standardTierStorageRedundancy: "LocallyRedundant", crossRegionRestore: "Disabled" },
        encryption: { keyVaultProperties: { keyUri: "https://crmkeys.vault.azure.net/keys/rsv/1" } },
      },
    }),
    item(world, "Microsoft.DataProtection/backupVaults", "bvhk", "eastasia", {
      properties: { storageSettings: [{ datastoreType: "VaultStore", type: "GeoRedundant" }] },
    }),
    item(world, "Microsoft.ContainerRegistry/registries", "crmacr", "eastasia", {
      sku: { name: "Premium", tier: "Premium" },
      properties: {
        loginServer: "crmacr.azurecr.io",
        anonymousPullEnabled: true,
        publicNetworkAccess: "Enabled",
        networkRuleSet: { defaultAction: "Allow", ipRules: [] },
        encryption: {
          status: "enabled",
          keyVaultProperties: { keyIdentifier: "https://crmkeys.vault.azure.net/keys/acr" },
        },
      },
    }),
    item(world, "Microsoft.OperationalInsights/workspaces", "lawhk", "eastasia", {
      properties: {
        sku: { name: "PerGB2018" },
        retentionInDays: 30,
        replication: { enabled: true, location: "southeastasia", provisioningState: "Succeeded" },
      },
    }),
    item(world, "Microsoft.OperationalInsights/workspaces", "laweu", "westeurope", {
      properties: { sku: { name: "PerGB2018" }, retentionInDays: 30, replication: { enabled: false } },
    }),
    namespace("evhhk", "eastasia", "Premium", {
      geoDataReplication: {
        maxReplicationLagDurationInSeconds: 300,
        locations: [
          { locationName: "eastasia", roleType: "Primary" },
          { locationName: "southeastasia", roleType: "Secondary" },
        ],
      },
      encryption: {
        keySource: "Microsoft.KeyVault",
        keyVaultProperties: [{ keyName: "evh", keyVaultUri: "https://crmkeys.vault.azure.net" }],
      },
    }),
    namespace("evhst", "eastasia", "Standard"),
    namespace("evheu", "westeurope", "Standard"),
    item(world, "Microsoft.Network/networkWatchers", "nw", "eastasia", { properties: {} }),
  ],
  below: {
    ...below(world, "Microsoft.RecoveryServices/vaults/rsvhk", "backupProtectedItems", [
      {
        id: id("Microsoft.RecoveryServices/vaults/rsvhk/backupFabrics/Azure/protectionContainers/c/protectedItems/vm"),
        name: "vm",
        properties: {
          protectedItemType: "Microsoft.Compute/virtualMachines",
          sourceResourceId: id("Microsoft.Compute/virtualMachines/crmvm"),
          virtualMachineId: id("Microsoft.Compute/virtualMachines/crmvm"),
          policyId: id("Microsoft.RecoveryServices/vaults/rsvhk/backupPolicies/daily"),
          protectionState: "Protected",
        },
      },
      {
        id: id(
          "Microsoft.RecoveryServices/vaults/rsvhk/backupFabrics/Azure/protectionContainers/s/protectedItems/share",
        ),
        name: "share",
        properties: {
          protectedItemType: "AzureFileShareProtectedItem",
          sourceResourceId: id("Microsoft.Storage/storageAccounts/crmhk"),
          policyId: id("Microsoft.RecoveryServices/vaults/rsvhk/backupPolicies/shares"),
          protectionState: "Protected",
        },
      },
    ]),
    ...below(world, "Microsoft.RecoveryServices/vaults/rsvhk", "backupPolicies", [
      {
        id: id("Microsoft.RecoveryServices/vaults/rsvhk/backupPolicies/shares"),
        name: "shares",
        properties: {
          backupManagementType: "AzureStorage",
          workLoadType: "AzureFileShare",
          vaultRetentionPolicy: {
            snapshotRetentionInDays: 5,
            vaultRetention: { retentionPolicyType: "LongTermRetentionPolicy" },
          },
        },
      },
    ]),
    ...below(world, "Microsoft.RecoveryServices/vaults/rsveu", "replicationProtectedItems", [
      {
        id: id(
          "Microsoft.RecoveryServices/vaults/rsveu/replicationFabrics/f/replicationProtectionContainers/c/replicationProtectedItems/crmvm",
        ),
        name: "crmvm",
        properties: {
          friendlyName: "crmvm",
          protectionState: "Protected",
          activeLocation: "Primary",
          providerSpecificDetails: {
            instanceType: "A2A",
            fabricObjectId: id("Microsoft.Compute/virtualMachines/crmvm"),
            primaryFabricLocation: "eastasia",
            recoveryFabricLocation: "westeurope",
          },
        },
      },
    ]),
    ...below(world, "Microsoft.DataProtection/backupVaults/bvhk", "backupInstances", [
      {
        id: id("Microsoft.DataProtection/backupVaults/bvhk/backupInstances/blobs"),
        name: "blobs",
        properties: {
          objectType: "BackupInstance",
          dataSourceInfo: {
            objectType: "Datasource",
            datasourceType: "Microsoft.Storage/storageAccounts/blobServices",
            resourceID: id("Microsoft.Storage/storageAccounts/crmlocal"),
          },
          policyInfo: { policyId: id("Microsoft.DataProtection/backupVaults/bvhk/backupPolicies/vaulted") },
        },
      },
      {
        id: id("Microsoft.DataProtection/backupVaults/bvhk/backupInstances/disk"),
        name: "disk",
        properties: {
          objectType: "BackupInstance",
          dataSourceInfo: {
            objectType: "Datasource",
            datasourceType: "Microsoft.Compute/disks",
            resourceID: id("Microsoft.Compute/disks/crmdisk"),
          },
          policyInfo: { policyId: id("Microsoft.DataProtection/backupVaults/bvhk/backupPolicies/operational") },
        },
      },
    ]),
    ...below(world, "Microsoft.DataProtection/backupVaults/bvhk", "backupPolicies", [
      {
        id: id("Microsoft.DataProtection/backupVaults/bvhk/backupPolicies/vaulted"),
        name: "vaulted",
        properties: {
          objectType: "BackupPolicy",
          policyRules: [
            {
              objectType: "AzureBackupRule",
              name: "BackupWeekly",
              dataStore: { dataStoreType: "VaultStore", objectType: "DataStoreInfoBase" },
            },
          ],
        },
      },
      {
        id: id("Microsoft.DataProtection/backupVaults/bvhk/backupPolicies/operational"),
        name: "operational",
        properties: {
          objectType: "BackupPolicy",
          policyRules: [
            {
              objectType: "AzureBackupRule",
              name: "BackupHourly",
              dataStore: { dataStoreType: "OperationalStore", objectType: "DataStoreInfoBase" },
            },
          ],
        },
      },
    ]),
    ...below(
      world,
      "Microsoft.ContainerRegistry/registries/crmacr",
      "replications",
      ["eastasia", "westeurope"].map((location) =>
        item(world, "Microsoft.ContainerRegistry/registries/replications", `crmacr/${location}`, location, {
          properties: { provisioningState: "Succeeded", regionEndpointEnabled: true },
        }),
      ),
    ),
    ...below(world, "Microsoft.OperationalInsights/workspaces/lawhk", "dataExports", [
      dataExport("files", { resourceId: auditlogs }),
      dataExport("stream", {
        resourceId: id("Microsoft.EventHub/namespaces/evheu"),
        type: "EventHub",
        metaData: { eventHubName: "signins" },
      }),
    ]),
    ...below(world, "Microsoft.EventHub/namespaces/evhst", "disasterRecoveryConfigs", [
      pairing("evhst", "evheu", "Primary"),
    ]),
    ...below(world, "Microsoft.EventHub/namespaces/evheu", "disasterRecoveryConfigs", [
      pairing("evheu", "evhst", "Secondary"),
    ]),
    ...below(world, "Microsoft.EventHub/namespaces/evhst", "eventhubs", [
      {
        id: id("Microsoft.EventHub/namespaces/evhst/eventhubs/clicks"),
        name: "clicks",
        properties: {
          captureDescription: {
            enabled: true,
            encoding: "Avro",
            destination: {
              name: "EventHubArchive.AzureBlockBlob",
              properties: {
                storageAccountResourceId: id("Microsoft.Storage/storageAccounts/lake"),
                blobContainer: "raw",
              },
            },
          },
        },
      },
    ]),
    ...below(world, "Microsoft.Network/networkWatchers/nw", "flowLogs", [
      item(world, "Microsoft.Network/networkWatchers/flowLogs", "nw/fl", "eastasia", {
        properties: {
          targetResourceId: id("Microsoft.Network/virtualNetworks/net"),
          storageId: auditlogs,
          enabled: true,
          retentionPolicy: { days: 0, enabled: false },
          flowAnalyticsConfiguration: {
            networkWatcherFlowAnalyticsConfiguration: {
              enabled: true,
              workspaceId: "00000000-0000-4000-8000-000000000000",
              workspaceRegion: "westeurope",
              workspaceResourceId: laweu,
            },
          },
        },
      }),
    ]),
    ...setting(id("Microsoft.Sql/servers/crmsql/databases/crm"), "audit", {
      storageAccountId: auditlogs,
      workspaceId: laweu,
      logs: [{ category: "SQLSecurityAuditEvents", enabled: true, retentionPolicy: { enabled: false, days: 0 } }],
      metrics: [],
    }),
    ...setting(id("Microsoft.KeyVault/vaults/crmkeys"), "partner", {
      marketplacePartnerId: `${providers}/Microsoft.Datadog/monitors/watch`,
      logs: [{ categoryGroup: "allLogs", enabled: true }],
    }),
    ...setting(`${id("Microsoft.Storage/storageAccounts/crmhk")}/blobServices/default`, "reads", {
      eventHubAuthorizationRuleId: id(
        "Microsoft.EventHub/namespaces/evheu/authorizationrules/RootManageSharedAccessKey",
      ),
      eventHubName: "reads",
      logs: [{ category: "StorageRead", enabled: true }],
    }),
    ...setting(`/subscriptions/${world.subscription}`, "activity", {
      workspaceId: laweu,
      logs: [{ category: "Administrative", enabled: true }],
    }),
  },
};
