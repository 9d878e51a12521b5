import { below, china, idOf, item, storage } from "./parts.ts";

/** The company's part in Azure operated by 21Vianet: chinanorth3 and chinaeast2. */
const id = (typeAndName: string) => idOf(china, typeAndName);

const server = (name: string, location: string) =>
  item(china, "Microsoft.Sql/servers", name, location, { properties: { publicNetworkAccess: "Disabled" } });
const database = (path: string, location: string, redundancy: string) =>
  item(china, "Microsoft.Sql/servers/databases", path, location, {
    kind: "v12.0,user",
    properties: { currentBackupStorageRedundancy: redundancy },
  });
const north = [database("cnsql/crm", "chinanorth3", "Geo")];
const east = [database("cnsqleast/crm", "chinaeast2", "Local")];
const link = (self: string, role: string, partnerServer: string, partnerLocation: string) => ({
  id: id(`Microsoft.Sql/servers/${self}/databases/crm/replicationLinks/1`),
  name: "1",
  properties: { role, partnerServer, partnerDatabase: "crm", partnerLocation, linkType: "GEO" },
});
const policy = {
  name: "policy",
  properties: {
    policyId: "policy",
    sourceAccount: id("Microsoft.Storage/storageAccounts/cnstore"),
    destinationAccount: id("Microsoft.Storage/storageAccounts/cneast"),
  },
};
const namespace = (name: string, location: string) =>
  item(china, "Microsoft.EventHub/namespaces", name, location, {
    sku: { name: "Standard", tier: "Standard" },
    properties: { serviceBusEndpoint: `https://${name}.servicebus.chinacloudapi.cn:443/` },
  });
const activity = `/subscriptions/${china.subscription}/providers/microsoft.insights/diagnosticSettings`;

export const chinaEstate = {
  items: [
    storage(china, "cnstore", "chinanorth3", "Standard_GRS", {
      secondaryLocation: "chinaeast3",
      encryption: {
        keySource: "Microsoft.Keyvault",
        keyvaultproperties: { keyvaulturi: "https://cnkeys.vault.azure.cn/", keyname: "files" },
      },
    }),
    storage(china, "cneast", "chinaeast2", "Standard_LRS"),
    server("cnsql", "chinanorth3"),
    server("cnsqleast", "chinaeast2"),
    ...north,
    ...east,
    item(china, "Microsoft.KeyVault/vaults", "cnkeys", "chinanorth3", {
      properties: { vaultUri: "https://cnkeys.vault.azure.cn/", sku: { family: "A", name: "standard" } },
    }),
    item(china, "Microsoft.RecoveryServices/vaults", "cnrsv", "chinaeast2", { properties: {} }),
    item(china, "Microsoft.DocumentDB/databaseAccounts", "cncosmos", "China North 3", {
      properties: {
        locations: [
          { locationName: "China North 3", failoverPriority: 0 },
          { locationName: "China East 2", failoverPriority: 1 },
        ],
        backupPolicy: { type: "Periodic", periodicModeProperties: { backupStorageRedundancy: "Local" } },
        publicNetworkAccess: "Disabled",
        ipRules: [],
      },
    }),
    item(china, "Microsoft.DBforPostgreSQL/flexibleServers", "cnpg", "China North 3", {
      properties: {
        backup: { backupRetentionDays: 7, geoRedundantBackup: "Enabled" },
        network: { publicNetworkAccess: "Disabled" },
      },
    }),
    item(china, "Microsoft.ContainerRegistry/registries", "cnacr", "chinanorth3", {
      sku: { name: "Premium", tier: "Premium" },
      properties: { loginServer: "cnacr.azurecr.cn", anonymousPullEnabled: false },
    }),
    namespace("cnevh", "chinanorth3"),
    namespace("cnevheast", "chinaeast2"),
  ],
  below: {
    ...below(china, "Microsoft.Storage/storageAccounts/cnstore", "objectReplicationPolicies", [policy]),
    ...below(china, "Microsoft.Storage/storageAccounts/cneast", "objectReplicationPolicies", [policy]),
    ...below(china, "Microsoft.Sql/servers/cnsql", "databases", north),
    ...below(china, "Microsoft.Sql/servers/cnsqleast", "databases", east),
    ...below(china, "Microsoft.Sql/servers/cnsql", "replicationLinks", [
      link("cnsql", "Primary", "cnsqleast", "China East 2"),
    ]),
    ...below(china, "Microsoft.Sql/servers/cnsqleast", "replicationLinks", [
      link("cnsqleast", "Secondary", "cnsql", "China North 3"),
    ]),
    ...below(
      china,
      "Microsoft.ContainerRegistry/registries/cnacr",
      "replications",
      ["chinanorth3", "chinaeast2"].map((location) =>
        item(china, "Microsoft.ContainerRegistry/registries/replications", `cnacr/${location}`, location, {}),
      ),
    ),
    ...below(china, "Microsoft.EventHub/namespaces/cnevh", "disasterRecoveryConfigs", [
      { name: "crm", properties: { partnerNamespace: id("Microsoft.EventHub/namespaces/cnevheast"), role: "Primary" } },
    ]),
    [activity.toLowerCase()]: [
      {
        id: `${activity}/activity`,
        name: "activity",
        properties: {
          storageAccountId: id("Microsoft.Storage/storageAccounts/cneast"),
          logs: [{ category: "Administrative", enabled: true }],
        },
      },
    ],
  },
};
