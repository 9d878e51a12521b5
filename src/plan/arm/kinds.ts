/**
 * Types as Microsoft's template reference spells them (learn.microsoft.com/azure/templates, read 2026-11-22). Resource Manager does
 * not mind capitals, and templates are written accordingly; those who read settings do mind.
 */
const spelled: readonly string[] = [
  "Microsoft.ApiManagement/service",
  "Microsoft.AppConfiguration/configurationStores",
  "Microsoft.Authorization/roleAssignments",
  "Microsoft.Automation/automationAccounts",
  "Microsoft.Batch/batchAccounts",
  "Microsoft.Cache/redis/firewallRules",
  "Microsoft.Cache/redis/linkedServers",
  "Microsoft.Cache/redisEnterprise/databases",
  "Microsoft.Cdn/profiles/endpoints",
  "Microsoft.CognitiveServices/accounts",
  "Microsoft.Compute/disks",
  "Microsoft.Compute/galleries/images/versions",
  "Microsoft.Compute/images",
  "Microsoft.Compute/snapshots",
  "Microsoft.Compute/virtualMachineScaleSets",
  "Microsoft.Compute/virtualMachines/extensions",
  "Microsoft.ContainerRegistry/registries/replications",
  "Microsoft.ContainerService/managedClusters",
  "Microsoft.DBforMariaDB/servers/databases",
  "Microsoft.DBforMySQL/flexibleServers/databases",
  "Microsoft.DBforMySQL/flexibleServers/firewallRules",
  "Microsoft.DBforMySQL/servers/databases",
  "Microsoft.DBforPostgreSQL/flexibleServers/databases",
  "Microsoft.DBforPostgreSQL/flexibleServers/firewallRules",
  "Microsoft.DBforPostgreSQL/servers/databases",
  "Microsoft.DataFactory/factories",
  "Microsoft.DataProtection/backupVaults/backupInstances",
  "Microsoft.DataProtection/backupVaults/backupPolicies",
  "Microsoft.Databricks/workspaces",
  "Microsoft.Devices/IotHubs",
  "Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers",
  "Microsoft.DocumentDB/mongoClusters",
  "Microsoft.EventGrid/topics",
  "Microsoft.EventHub/namespaces/disasterRecoveryConfigs",
  "Microsoft.EventHub/namespaces/eventhubs/consumergroups",
  "Microsoft.Insights/actionGroups",
  "Microsoft.Insights/components",
  "Microsoft.Insights/diagnosticSettings",
  "Microsoft.KeyVault/managedHSMs",
  "Microsoft.KeyVault/vaults/keys",
  "Microsoft.KeyVault/vaults/secrets",
  "Microsoft.Kusto/clusters/attachedDatabaseConfigurations",
  "Microsoft.Kusto/clusters/databases/dataConnections",
  "Microsoft.Logic/workflows",
  "Microsoft.MachineLearningServices/workspaces",
  "Microsoft.ManagedIdentity/userAssignedIdentities",
  "Microsoft.NetApp/netAppAccounts/capacityPools/volumes",
  "Microsoft.Network/networkInterfaces",
  "Microsoft.Network/networkSecurityGroups",
  "Microsoft.Network/networkWatchers/flowLogs",
  "Microsoft.Network/privateEndpoints",
  "Microsoft.Network/publicIPAddresses",
  "Microsoft.Network/virtualNetworks/subnets",
  "Microsoft.OperationalInsights/workspaces/dataExports",
  "Microsoft.RecoveryServices/vaults/backupFabrics/protectionContainers/protectedItems",
  "Microsoft.RecoveryServices/vaults/backupPolicies",
  "Microsoft.RecoveryServices/vaults/backupstorageconfig",
  "Microsoft.RecoveryServices/vaults/replicationFabrics/replicationProtectionContainers/replicationProtectedItems",
  "Microsoft.Resources/deploymentScripts",
  "Microsoft.Resources/deployments",
  "Microsoft.Resources/resourceGroups",
  "Microsoft.Search/searchServices",
  "Microsoft.ServiceBus/namespaces/disasterRecoveryConfigs",
  "Microsoft.ServiceBus/namespaces/queues",
  "Microsoft.ServiceBus/namespaces/topics/subscriptions",
  "Microsoft.SignalRService/signalR",
  "Microsoft.Sql/managedInstances/databases",
  "Microsoft.Sql/instancePools",
  "Microsoft.Sql/locations/instanceFailoverGroups",
  "Microsoft.Sql/servers/administrators",
  "Microsoft.Sql/servers/auditingSettings",
  "Microsoft.Sql/servers/databases/backupLongTermRetentionPolicies",
  "Microsoft.Sql/servers/databases/backupShortTermRetentionPolicies",
  "Microsoft.Sql/servers/databases/geoBackupPolicies",
  "Microsoft.Sql/servers/elasticPools",
  "Microsoft.Sql/servers/failoverGroups",
  "Microsoft.Sql/servers/firewallRules",
  "Microsoft.Storage/storageAccounts/blobServices/containers",
  "Microsoft.Storage/storageAccounts/fileServices/shares",
  "Microsoft.Storage/storageAccounts/managementPolicies",
  "Microsoft.Storage/storageAccounts/objectReplicationPolicies",
  "Microsoft.Storage/storageAccounts/queueServices/queues",
  "Microsoft.Storage/storageAccounts/tableServices/tables",
  "Microsoft.StreamAnalytics/streamingjobs",
  "Microsoft.Synapse/workspaces/firewallRules",
  "Microsoft.Synapse/workspaces/sqlPools",
  "Microsoft.Web/serverfarms",
  "Microsoft.Web/sites/config",
  "Microsoft.Web/sites/slots",
  "microsoft.aadiam/diagnosticSettings",
];

/** The spelling of every type in the list, and of every type above one, by its lower case. */
const canonical: ReadonlyMap<string, string> = new Map(
  spelled.flatMap((type) => {
    const parts = type.split("/");
    return parts.slice(1).map((_, index) => {
      const upTo = parts.slice(0, index + 2).join("/");
      return [upTo.toLowerCase(), upTo] as const;
    });
  }),
);

/** A type as the reference spells it, as far as it is known; the rest as it is written. */
export function canonicalKind(written: string): string {
  const parts = written.replace(/^\/|\/$/g, "").split("/");
  for (let count = parts.length; count > 1; count -= 1) {
    const found = canonical.get(parts.slice(0, count).join("/").toLowerCase());
    if (found !== undefined) return [found, ...parts.slice(count)].join("/");
  }
  return parts.join("/");
}
