import { below, everyone, idOf, item, rule, world } from "./parts.ts";

/** Databases of every kind. Shapes: the vendor's REST reference, read 2026-11-22. */
const id = (typeAndName: string) => idOf(world, typeAndName);
const key = (name: string) => `https://crmkeys.vault.azure.net/keys/${name}/0123456789abcdef`;
const sql = (path: string) => id(`Microsoft.Sql/${path}`);

function server(name: string, location: string, properties: object = {}) {
  return item(world, "Microsoft.Sql/servers", name, location, {
    properties: {
      version: "12.0",
      state: "Ready",
      fullyQualifiedDomainName: `${name}.database.windows.net`,
      publicNetworkAccess: "Enabled",
      ...properties,
    },
  });
}

function database(path: string, location: string, properties: object, kind = "v12.0,user,vcore") {
  return item(world, "Microsoft.Sql/servers/databases", path, location, {
    kind,
    sku: { name: "GP_Gen5", tier: "GeneralPurpose" },
    properties: { status: "Online", ...properties },
  });
}

function link(path: string, properties: object) {
  return { id: sql(`${path}/replicationLinks/1`), name: "1", properties: { linkType: "GEO", ...properties } };
}

function group(path: string, replicationRole: string, partner: string, location: string, partnerRole: string) {
  return {
    id: sql(`${path}/failoverGroups/crm`),
    name: "crm",
    properties: {
      replicationRole,
      partnerServers: [{ id: sql(`servers/${partner}`), location, replicationRole: partnerRole }],
      databases: [],
    },
  };
}

function instanceGroup(replicationRole: string, partnerRegion: string, partnerRole: string) {
  return {
    id: sql("locations/x/instanceFailoverGroups/mi"),
    name: "mi",
    properties: {
      replicationRole,
      partnerRegions: [{ location: partnerRegion, replicationRole: partnerRole }],
      managedInstancePairs: [
        {
          primaryManagedInstanceId: sql("managedInstances/mihk"),
          partnerManagedInstanceId: sql("managedInstances/mieu"),
        },
      ],
    },
  };
}

const instance = (name: string, location: string, properties: object) =>
  item(world, "Microsoft.Sql/managedInstances", name, location, {
    properties: { fullyQualifiedDomainName: `${name}.1a2b.database.windows.net`, state: "Ready", ...properties },
  });

const cosmos = (name: string, location: string, properties: object) =>
  item(world, "Microsoft.DocumentDB/databaseAccounts", name, location, {
    kind: "GlobalDocumentDB",
    properties: { databaseAccountOfferType: "Standard", isVirtualNetworkFilterEnabled: false, ...properties },
  });

const flexible = (service: string, name: string, location: string, properties: object) =>
  item(world, `Microsoft.DBfor${service}/flexibleServers`, name, location, {
    sku: { name: "Standard_D2ds_v4", tier: "GeneralPurpose" },
    properties: { network: { publicNetworkAccess: "Disabled" }, ...properties },
  });

const redis = (name: string, location: string, properties: object) =>
  item(world, "Microsoft.Cache/Redis", name, location, {
    properties: { hostName: `${name}.redis.cache.windows.net`, publicNetworkAccess: "Disabled", ...properties },
  });
const linkedServer = (self: string, other: string, location: string, serverRole: string) => ({
  id: id(`Microsoft.Cache/Redis/${self}/linkedServers/${other}`),
  name: other,
  properties: {
    linkedRedisCacheId: id(`Microsoft.Cache/Redis/${other}`),
    linkedRedisCacheLocation: location,
    serverRole,
    provisioningState: "Succeeded",
  },
});

const crmDatabases = [
  database("crmsql/master", "eastasia", {}, "v12.0,system"),
  database("crmsql/crm", "eastasia", {
    currentBackupStorageRedundancy: "Geo",
    requestedBackupStorageRedundancy: "Geo",
  }),
  database("crmsql/bare", "eastasia", {}),
  database("crmsql/local", "eastasia", { currentBackupStorageRedundancy: "Local" }),
  database("crmsql/dw", "eastasia", { currentBackupStorageRedundancy: "Geo" }, "v12.0,user,datawarehouse"),
];
const crmEuropeDatabases = [
  database("crmsqleu/crm", "westeurope", { currentBackupStorageRedundancy: "Geo", secondaryType: "Geo" }),
  database("crmsqleu/restored", "westeurope", {
    createMode: "Copy",
    sourceDatabaseId: sql("servers/crmsql/databases/crm"),
    currentBackupStorageRedundancy: "Local",
  }),
];

export const databases = {
  items: [
    server("crmsql", "eastasia", { keyId: key("tde") }),
    server("crmsqleu", "westeurope"),
    ...crmDatabases,
    ...crmEuropeDatabases,
    instance("mihk", "eastasia", { currentBackupStorageRedundancy: "Geo", keyId: key("mi") }),
    instance("mieu", "westeurope", { currentBackupStorageRedundancy: "Zone" }),
    cosmos("crmcosmos", "East Asia", {
      instanceId: "7C0F0000-0000-4000-8000-000000000001",
      locations: [
        { id: "crmcosmos-eastasia", locationName: "East Asia", failoverPriority: 0 },
        { id: "crmcosmos-uksouth", locationName: "UK South", failoverPriority: 1 },
      ],
      backupPolicy: {
        type: "Periodic",
        periodicModeProperties: { backupIntervalInMinutes: 240, backupStorageRedundancy: "Geo" },
      },
      publicNetworkAccess: "Enabled",
      ipRules: [{ ipAddressOrRange: "203.0.113.0/24" }],
      keyVaultKeyUri: "https://crmkeys.vault.azure.net/keys/cosmos",
    }),
    cosmos("cosmosbare", "West Europe", {
      locations: [{ id: "cosmosbare-westeurope", locationName: "West Europe", failoverPriority: 0 }],
      backupPolicy: { type: "Periodic", periodicModeProperties: { backupIntervalInMinutes: 240 } },
      publicNetworkAccess: "Enabled",
      ipRules: [],
    }),
    cosmos("cosmoscopy", "UK South", {
      locations: [{ id: "cosmoscopy-uksouth", locationName: "UK South", failoverPriority: 0 }],
      backupPolicy: { type: "Continuous", continuousModeProperties: { tier: "Continuous7Days" } },
      publicNetworkAccess: "Disabled",
      ipRules: [],
      createMode: "Restore",
      restoreParameters: {
        restoreMode: "PointInTime",
        restoreSource: `/subscriptions/${world.subscription}/providers/Microsoft.DocumentDB/locations/eastasia/restorableDatabaseAccounts/7c0f0000-0000-4000-8000-000000000001`,
      },
    }),
    flexible("PostgreSQL", "pghk", "East Asia", {
      backup: { backupRetentionDays: 7, geoRedundantBackup: "Enabled" },
      network: { publicNetworkAccess: "Enabled" },
      replicationRole: "Primary",
      dataEncryption: {
        type: "AzureKeyVault",
        primaryKeyURI: key("pg"),
        geoBackupKeyURI: "https://geokeys.vault.azure.net/keys/pg/1",
      },
    }),
    flexible("PostgreSQL", "pgeu", "West Europe", {
      backup: { backupRetentionDays: 7, geoRedundantBackup: "Disabled" },
      replicationRole: "AsyncReplica",
      sourceServerResourceId: id("Microsoft.DBforPostgreSQL/flexibleServers/pghk"),
    }),
    flexible("MySQL", "myhk", "East Asia", {
      backup: { backupRetentionDays: 7, geoRedundantBackup: "Enabled" },
      replicationRole: "Source",
    }),
    flexible("MySQL", "myuk", "UK South", {
      backup: { backupRetentionDays: 7, geoRedundantBackup: "Disabled" },
      replicationRole: "Replica",
      sourceServerResourceId: id("Microsoft.DBforMySQL/flexibleServers/myhk"),
    }),
    flexible("MySQL", "mycopy", "West Europe", {
      backup: { backupRetentionDays: 7, geoRedundantBackup: "Disabled" },
      createMode: "GeoRestore",
      replicationRole: "None",
      sourceServerResourceId: id("Microsoft.DBforMySQL/flexibleServers/myhk"),
    }),
    redis("redishk", "East Asia", {
      linkedServers: [{ id: id("Microsoft.Cache/Redis/redishk/linkedServers/rediseu") }],
    }),
    redis("rediseu", "West Europe", {
      linkedServers: [{ id: id("Microsoft.Cache/Redis/rediseu/linkedServers/redishk") }],
    }),
    redis("redisopen", "Southeast Asia", { publicNetworkAccess: "Enabled", linkedServers: [] }),
    item(world, "Microsoft.Synapse/workspaces", "syn", "eastasia", {
      properties: {
        defaultDataLakeStorage: { accountUrl: "https://lake.dfs.core.windows.net", filesystem: "crm" },
        publicNetworkAccess: "Enabled",
        encryption: {
          doubleEncryptionEnabled: true,
          cmk: {
            status: "Consistent",
            key: { name: "default", keyVaultUrl: "https://crmkeys.vault.azure.net/keys/syn" },
          },
        },
      },
    }),
    item(world, "Microsoft.Kusto/clusters", "adxhk", "East Asia", {
      sku: { name: "Standard_E2ads_v5", tier: "Standard", capacity: 2 },
      properties: {
        state: "Running",
        publicNetworkAccess: "Disabled",
        keyVaultProperties: { keyName: "adx", keyVersion: "", keyVaultUri: "https://crmkeys.vault.azure.net/" },
      },
    }),
    item(world, "Microsoft.Kusto/clusters", "adxeu", "West Europe", {
      sku: { name: "Standard_E2ads_v5", tier: "Standard", capacity: 2 },
      properties: { state: "Running", publicNetworkAccess: "Enabled", allowedIpRangeList: [] },
    }),
  ],
  below: {
    ...below(world, "Microsoft.Sql/servers/crmsql", "databases", crmDatabases),
    ...below(world, "Microsoft.Sql/servers/crmsqleu", "databases", crmEuropeDatabases),
    ...below(world, "Microsoft.Sql/servers/crmsql", "replicationLinks", [
      link("servers/crmsql/databases/crm", {
        role: "Primary",
        partnerRole: "Secondary",
        partnerServer: "crmsqleu",
        partnerDatabase: "crm",
        partnerLocation: "West Europe",
      }),
      link("servers/crmsql/databases/crm", {
        role: "Primary",
        partnerRole: "Secondary",
        partnerServer: "partnersql",
        partnerDatabase: "crm",
        partnerLocation: "UK South",
      }),
    ]),
    ...below(world, "Microsoft.Sql/servers/crmsqleu", "replicationLinks", [
      link("servers/crmsqleu/databases/crm", {
        role: "Secondary",
        partnerRole: "Primary",
        partnerServer: "crmsql",
        partnerDatabase: "crm",
        partnerLocation: "East Asia",
      }),
    ]),
    ...below(world, "Microsoft.Sql/servers/crmsql", "failoverGroups", [
      group("servers/crmsql", "Primary", "crmsqleu", "West Europe", "Secondary"),
    ]),
    ...below(world, "Microsoft.Sql/servers/crmsqleu", "failoverGroups", [
      group("servers/crmsqleu", "Secondary", "crmsql", "East Asia", "Primary"),
    ]),
    // Lets in Azure's services, and nobody else.
    ...below(world, "Microsoft.Sql/servers/crmsql", "firewallRules", [rule("0.0.0.0", "0.0.0.0")]),
    ...below(world, "Microsoft.Sql/servers/crmsqleu", "firewallRules", [everyone]),
    ...below(world, "Microsoft.Sql/servers/crmsql", "auditingSettings", [
      {
        id: sql("servers/crmsql/auditingSettings/Default"),
        name: "Default",
        properties: {
          state: "Enabled",
          storageEndpoint: "https://auditlogs.blob.core.windows.net",
          retentionDays: 90,
          storageAccountSubscriptionId: world.subscription,
          isAzureMonitorTargetEnabled: false,
        },
      },
    ]),
    ...below(world, "Microsoft.Sql/servers/crmsqleu", "auditingSettings", [
      { id: sql("servers/crmsqleu/auditingSettings/Default"), name: "Default", properties: { state: "Disabled" } },
    ]),
    ...below(world, "Microsoft.Sql/servers/crmsql", "databases/dw/geoBackupPolicies", [
      {
        id: sql("servers/crmsql/databases/dw/geoBackupPolicies/Default"),
        name: "Default",
        properties: { state: "Enabled" },
      },
    ]),
    [`/subscriptions/${world.subscription}/providers/microsoft.sql/locations/eastasia/longtermretentionbackups`]: [
      {
        id: `/subscriptions/${world.subscription}/providers/Microsoft.Sql/locations/eastasia/longTermRetentionServers/crmsql/longTermRetentionDatabases/crm/longTermRetentionBackups/5;131637960820000000`,
        name: "5;131637960820000000",
        type: "Microsoft.Sql/locations/longTermRetentionServers/longTermRetentionDatabases/longTermRetentionBackups",
        properties: {
          serverName: "crmsql",
          databaseName: "crm",
          backupTime: "2026-11-01T00:00:00Z",
          backupStorageRedundancy: "Geo",
        },
      },
    ],
    ...below(world, "Microsoft.Sql/managedInstances/mihk", "databases", [
      item(world, "Microsoft.Sql/managedInstances/databases", "mihk/crm", "eastasia", {
        properties: { status: "Online" },
      }),
    ]),
    ...below(world, "Microsoft.Sql/managedInstances/mieu", "databases", [
      item(world, "Microsoft.Sql/managedInstances/databases", "mieu/test", "westeurope", {
        properties: {
          status: "Online",
          createMode: "PointInTimeRestore",
          sourceDatabaseId: sql("managedInstances/mihk/databases/crm"),
        },
      }),
    ]),
    ...below(world, "Microsoft.Sql/locations/eastasia", "instanceFailoverGroups", [
      instanceGroup("Primary", "West Europe", "Secondary"),
    ]),
    ...below(world, "Microsoft.Sql/locations/westeurope", "instanceFailoverGroups", [
      instanceGroup("Secondary", "East Asia", "Primary"),
    ]),
    ...below(world, "Microsoft.DBforPostgreSQL/flexibleServers/pghk", "firewallRules", [everyone]),
    ...below(world, "Microsoft.Cache/Redis/redishk", "linkedServers", [
      linkedServer("redishk", "rediseu", "West Europe", "Secondary"),
    ]),
    ...below(world, "Microsoft.Cache/Redis/rediseu", "linkedServers", [
      linkedServer("rediseu", "redishk", "East Asia", "Primary"),
    ]),
    ...below(world, "Microsoft.Synapse/workspaces/syn", "firewallRules", [everyone]),
    ...below(world, "Microsoft.Synapse/workspaces/syn", "sqlPools", [
      item(world, "Microsoft.Synapse/workspaces/sqlPools", "syn/dw", "eastasia", {
        sku: { name: "DW100c" },
        properties: { status: "Online", storageAccountType: "GRS" },
      }),
      item(world, "Microsoft.Synapse/workspaces/sqlPools", "syn/bare", "eastasia", {
        properties: { status: "Paused" },
      }),
    ]),
    ...below(world, "Microsoft.Kusto/clusters/adxhk", "databases", [
      {
        id: id("Microsoft.Kusto/clusters/adxhk/databases/crm"),
        name: "adxhk/crm",
        kind: "ReadWrite",
        location: "East Asia",
        properties: {},
      },
    ]),
    ...below(world, "Microsoft.Kusto/clusters/adxhk", "databases/crm/dataConnections", [
      {
        id: id("Microsoft.Kusto/clusters/adxhk/databases/crm/dataConnections/clicks"),
        name: "adxhk/crm/clicks",
        kind: "EventHub",
        location: "East Asia",
        properties: {
          eventHubResourceId: id("Microsoft.EventHub/namespaces/evhhk/eventhubs/clicks"),
          consumerGroup: "$Default",
          dataFormat: "JSON",
        },
      },
    ]),
    ...below(world, "Microsoft.Kusto/clusters/adxeu", "databases", [
      {
        id: id("Microsoft.Kusto/clusters/adxeu/databases/crm"),
        name: "adxeu/crm",
        kind: "ReadOnlyFollowing",
        location: "West Europe",
        properties: {
          leaderClusterResourceId: id("Microsoft.Kusto/clusters/adxhk"),
          attachedDatabaseConfigurationName: "follow",
          principalsModificationKind: "Union",
        },
      },
    ]),
  },
};
