/** Lists of databases of a whole subscription, by type in lower case. */
export const databaseLists: Readonly<Record<string, string>> = {
  "microsoft.cache/redis": "Redis_ListBySubscription",
  "microsoft.dbformysql/flexibleservers": "Servers_List",
  "microsoft.dbforpostgresql/flexibleservers": "Servers_ListBySubscription",
  "microsoft.documentdb/databaseaccounts": "DatabaseAccounts_List",
  "microsoft.kusto/clusters": "Clusters_List",
  "microsoft.sql/managedinstances": "ManagedInstances_List",
  "microsoft.sql/servers": "Servers_List",
  "microsoft.synapse/workspaces": "Workspaces_List",
};

/** Lists under one of their resources; `*` stands for a name. */
export const databaseChildLists: Readonly<Record<string, string>> = {
  "microsoft.cache/redis/firewallrules": "FirewallRules_List",
  "microsoft.cache/redis/linkedservers": "LinkedServer_List",
  "microsoft.dbformysql/flexibleservers/firewallrules": "FirewallRules_ListByServer",
  "microsoft.dbforpostgresql/flexibleservers/firewallrules": "FirewallRules_ListByServer",
  "microsoft.kusto/clusters/databases": "Databases_ListByCluster",
  "microsoft.kusto/clusters/databases/*/dataconnections": "DataConnections_ListByDatabase",
  "microsoft.sql/locations/instancefailovergroups": "InstanceFailoverGroups_ListByLocation",
  "microsoft.sql/locations/longtermretentionbackups": "LongTermRetentionBackups_ListByLocation",
  "microsoft.sql/managedinstances/databases": "ManagedDatabases_ListByInstance",
  "microsoft.sql/servers/auditingsettings": "ServerBlobAuditingPolicies_ListByServer",
  "microsoft.sql/servers/databases": "Databases_ListByServer",
  "microsoft.sql/servers/databases/*/geobackuppolicies": "GeoBackupPolicies_ListByDatabase",
  "microsoft.sql/servers/failovergroups": "FailoverGroups_ListByServer",
  "microsoft.sql/servers/firewallrules": "FirewallRules_ListByServer",
  "microsoft.sql/servers/replicationlinks": "ReplicationLinks_ListByServer",
  "microsoft.synapse/workspaces/firewallrules": "IpFirewallRules_ListByWorkspace",
  "microsoft.synapse/workspaces/sqlpools": "SqlPools_ListByWorkspace",
  "microsoft.synapse/workspaces/sqlpools/*/geobackuppolicies": "SqlPoolGeoBackupPolicies_List",
};

/** Operations whose API answers with all at once and knows no next link. */
export const unpagedLists: ReadonlySet<string> = new Set(["Clusters_List", "DataConnections_ListByDatabase"]);
