import type { Values } from "./values.ts";

/** Resource Manager's types, and the input that names each (Pulumi registry: azure-native 3, read 2026-11-22). */
const kinds: ReadonlyMap<string, readonly [kind: string, nameInput: string]> = new Map([
  ["aadiam:DiagnosticSetting", ["microsoft.aadiam/diagnosticSettings", "name"]],
  ["cache:FirewallRule", ["Microsoft.Cache/redis/firewallRules", "ruleName"]],
  ["cache:Redis", ["Microsoft.Cache/redis", "name"]],
  ["cache:RedisLinkedServer", ["Microsoft.Cache/redis/linkedServers", "linkedServerName"]],
  ["compute:Disk", ["Microsoft.Compute/disks", "diskName"]],
  ["compute:Gallery", ["Microsoft.Compute/galleries", "galleryName"]],
  ["compute:GalleryImageVersion", ["Microsoft.Compute/galleries/images/versions", "galleryImageVersionName"]],
  ["compute:Image", ["Microsoft.Compute/images", "imageName"]],
  ["compute:Snapshot", ["Microsoft.Compute/snapshots", "snapshotName"]],
  ["compute:VirtualMachine", ["Microsoft.Compute/virtualMachines", "vmName"]],
  ["compute:VirtualMachineScaleSet", ["Microsoft.Compute/virtualMachineScaleSets", "vmScaleSetName"]],
  ["containerregistry:Registry", ["Microsoft.ContainerRegistry/registries", "registryName"]],
  ["containerregistry:Replication", ["Microsoft.ContainerRegistry/registries/replications", "replicationName"]],
  ["containerservice:ManagedCluster", ["Microsoft.ContainerService/managedClusters", "resourceName"]],
  ["cosmosdb:DatabaseAccount", ["Microsoft.DocumentDB/databaseAccounts", "accountName"]],
  ["dataprotection:BackupVault", ["Microsoft.DataProtection/backupVaults", "vaultName"]],
  ["dbformysql:FirewallRule", ["Microsoft.DBforMySQL/flexibleServers/firewallRules", "firewallRuleName"]],
  ["dbformysql:Server", ["Microsoft.DBforMySQL/flexibleServers", "serverName"]],
  ["dbforpostgresql:FirewallRule", ["Microsoft.DBforPostgreSQL/flexibleServers/firewallRules", "firewallRuleName"]],
  ["dbforpostgresql:Server", ["Microsoft.DBforPostgreSQL/flexibleServers", "serverName"]],
  ["documentdb:DatabaseAccount", ["Microsoft.DocumentDB/databaseAccounts", "accountName"]],
  ["eventhub:DisasterRecoveryConfig", ["Microsoft.EventHub/namespaces/disasterRecoveryConfigs", "alias"]],
  ["eventhub:EventHub", ["Microsoft.EventHub/namespaces/eventhubs", "eventHubName"]],
  ["eventhub:Namespace", ["Microsoft.EventHub/namespaces", "namespaceName"]],
  ["insights:DiagnosticSetting", ["Microsoft.Insights/diagnosticSettings", "name"]],
  ["keyvault:ManagedHsm", ["Microsoft.KeyVault/managedHSMs", "name"]],
  ["keyvault:Vault", ["Microsoft.KeyVault/vaults", "vaultName"]],
  ["kusto:Cluster", ["Microsoft.Kusto/clusters", "clusterName"]],
  ["kusto:ReadWriteDatabase", ["Microsoft.Kusto/clusters/databases", "databaseName"]],
  ["monitor:DiagnosticSetting", ["Microsoft.Insights/diagnosticSettings", "name"]],
  ["network:FlowLog", ["Microsoft.Network/networkWatchers/flowLogs", "flowLogName"]],
  ["operationalinsights:DataExport", ["Microsoft.OperationalInsights/workspaces/dataExports", "dataExportName"]],
  ["operationalinsights:Workspace", ["Microsoft.OperationalInsights/workspaces", "workspaceName"]],
  [
    "recoveryservices:BackupResourceStorageConfigNonCRR",
    ["Microsoft.RecoveryServices/vaults/backupstorageconfig", "vaultName"],
  ],
  [
    "recoveryservices:ProtectedItem",
    ["Microsoft.RecoveryServices/vaults/backupFabrics/protectionContainers/protectedItems", "protectedItemName"],
  ],
  ["recoveryservices:ReplicationFabric", ["Microsoft.RecoveryServices/vaults/replicationFabrics", "fabricName"]],
  [
    "recoveryservices:ReplicationProtectedItem",
    [
      "Microsoft.RecoveryServices/vaults/replicationFabrics/replicationProtectionContainers/replicationProtectedItems",
      "replicatedProtectedItemName",
    ],
  ],
  ["recoveryservices:Vault", ["Microsoft.RecoveryServices/vaults", "vaultName"]],
  ["redis:FirewallRule", ["Microsoft.Cache/redis/firewallRules", "ruleName"]],
  ["redis:LinkedServer", ["Microsoft.Cache/redis/linkedServers", "linkedServerName"]],
  ["redis:Redis", ["Microsoft.Cache/redis", "name"]],
  ["servicebus:DisasterRecoveryConfig", ["Microsoft.ServiceBus/namespaces/disasterRecoveryConfigs", "alias"]],
  ["servicebus:Namespace", ["Microsoft.ServiceBus/namespaces", "namespaceName"]],
  ["sql:Database", ["Microsoft.Sql/servers/databases", "databaseName"]],
  ["sql:FailoverGroup", ["Microsoft.Sql/servers/failoverGroups", "failoverGroupName"]],
  ["sql:FirewallRule", ["Microsoft.Sql/servers/firewallRules", "firewallRuleName"]],
  ["sql:InstanceFailoverGroup", ["Microsoft.Sql/locations/instanceFailoverGroups", "failoverGroupName"]],
  ["sql:ManagedDatabase", ["Microsoft.Sql/managedInstances/databases", "databaseName"]],
  ["sql:ManagedInstance", ["Microsoft.Sql/managedInstances", "managedInstanceName"]],
  ["sql:Server", ["Microsoft.Sql/servers", "serverName"]],
  ["sql:ServerBlobAuditingPolicy", ["Microsoft.Sql/servers/auditingSettings", "blobAuditingPolicyName"]],
  ["storage:BlobContainer", ["Microsoft.Storage/storageAccounts/blobServices/containers", "containerName"]],
  ["storage:BlobServiceProperties", ["Microsoft.Storage/storageAccounts/blobServices", "blobServicesName"]],
  ["storage:FileShare", ["Microsoft.Storage/storageAccounts/fileServices/shares", "shareName"]],
  [
    "storage:ObjectReplicationPolicy",
    ["Microsoft.Storage/storageAccounts/objectReplicationPolicies", "objectReplicationPolicyId"],
  ],
  ["storage:StorageAccount", ["Microsoft.Storage/storageAccounts", "accountName"]],
  ["synapse:IpFirewallRule", ["Microsoft.Synapse/workspaces/firewallRules", "ruleName"]],
  ["synapse:SqlPool", ["Microsoft.Synapse/workspaces/sqlPools", "sqlPoolName"]],
  ["synapse:Workspace", ["Microsoft.Synapse/workspaces", "workspaceName"]],
  ["web:WebApp", ["Microsoft.Web/sites", "name"]],
  ["web:WebAppBackupConfiguration", ["Microsoft.Web/sites/config", "name"]],
  ["web:WebAppDiagnosticLogsConfiguration", ["Microsoft.Web/sites/config", "name"]],
  ["web:WebAppSlot", ["Microsoft.Web/sites/slots", "slot"]],
]);

/** Inputs that stand beside `properties` in Resource Manager; all others stand in it. */
const beside: ReadonlySet<string> = new Set([
  "extendedLocation",
  "identity",
  "kind",
  "location",
  "managedBy",
  "plan",
  "sku",
  "tags",
  "zones",
]);

export interface Native {
  readonly kind: string;
  /** The input that names the resource; `undefined` for a type that is not in the list. */
  readonly nameInput?: string;
}

/** Resource Manager's type for `azure-native:storage:StorageAccount` and `azure-native:storage/v20230101:StorageAccount`. */
export function nativeKind(token: string): Native | undefined {
  const [provider = "", path = "", name = ""] = token.split(":");
  if (provider !== "azure-native" || name === "") return undefined;
  const module = path.split("/")[0] ?? "";
  const known = kinds.get(`${module}:${name}`);
  if (known !== undefined) return { kind: known[0], nameInput: known[1] };
  // A guess at the spelling, so that whole namespaces that hold no data are known by it.
  const plural = `${name.charAt(0).toLowerCase()}${name.slice(1)}${name.endsWith("s") ? "es" : "s"}`;
  return { kind: `Microsoft.${module}/${plural}` };
}

/** Types of Resource Manager whose names Pulumi's differ from, and which are known here. */
export function nativeKinds(): readonly string[] {
  return [...kinds.values()].map(([kind]) => kind);
}

/** Inputs as Resource Manager has them: flat ones put back into `properties`, and still where Pulumi has them. */
export function nativeSettings(inputs: Values, nameInput: string | undefined): Values {
  const { properties, ...rest } = inputs;
  const inner = Object.entries(rest).filter(([name]) => !beside.has(name));
  const given = typeof properties === "object" && properties !== null && !Array.isArray(properties) ? properties : {};
  const name = nameInput === undefined ? undefined : inputs[nameInput];
  return {
    ...rest,
    ...(name === undefined ? {} : { name }),
    properties: { ...Object.fromEntries(inner), ...given },
  };
}
