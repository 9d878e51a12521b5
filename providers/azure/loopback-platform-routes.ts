/** Lists of vaults, registries, galleries, logs and streams of a whole subscription, by type in lower case. */
export const platformLists: Readonly<Record<string, string>> = {
  "microsoft.compute/galleries": "Galleries_List",
  "microsoft.containerregistry/registries": "Registries_List",
  "microsoft.dataprotection/backupvaults": "BackupVaults_GetInSubscription",
  "microsoft.eventhub/namespaces": "Namespaces_List",
  "microsoft.keyvault/managedhsms": "ManagedHsms_ListBySubscription",
  "microsoft.keyvault/vaults": "Vaults_ListBySubscription",
  "microsoft.network/networkwatchers": "NetworkWatchers_ListAll",
  "microsoft.operationalinsights/workspaces": "Workspaces_List",
  "microsoft.recoveryservices/vaults": "Vaults_ListBySubscriptionId",
};

/** Lists under one of their resources; `*` stands for a name. */
export const platformChildLists: Readonly<Record<string, string>> = {
  "microsoft.compute/galleries/images": "GalleryImages_ListByGallery",
  "microsoft.compute/galleries/images/*/versions": "GalleryImageVersions_ListByGalleryImage",
  "microsoft.containerregistry/registries/replications": "Replications_List",
  "microsoft.dataprotection/backupvaults/backupinstances": "BackupInstances_List",
  "microsoft.dataprotection/backupvaults/backuppolicies": "BackupPolicies_List",
  "microsoft.eventhub/namespaces/disasterrecoveryconfigs": "DisasterRecoveryConfigs_List",
  "microsoft.eventhub/namespaces/eventhubs": "EventHubs_ListByNamespace",
  "microsoft.network/networkwatchers/flowlogs": "FlowLogs_List",
  "microsoft.operationalinsights/workspaces/dataexports": "DataExports_ListByWorkspace",
  "microsoft.recoveryservices/vaults/backuppolicies": "BackupPolicies_List",
  "microsoft.recoveryservices/vaults/backupprotecteditems": "BackupProtectedItems_List",
  "microsoft.recoveryservices/vaults/replicationprotecteditems": "ReplicationProtectedItems_List",
};

/** Single objects, by type and the path under it. */
export const platformObjects: Readonly<Record<string, string>> = {
  "microsoft.compute/galleries": "Galleries_Get",
};

/** Lists that any resource, or a subscription, has. */
export const platformExtensions: Readonly<Record<string, string>> = {
  "microsoft.insights/diagnosticsettings": "DiagnosticSettings_List",
};
