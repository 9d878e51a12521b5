import type { AzureResourceType } from "../session.ts";
import { backupVault } from "./backup-vault.ts";
import { resourceCensus } from "./census.ts";
import { containerRegistry } from "./container-registry.ts";
import { cosmosAccount } from "./cosmos-account.ts";
import { diagnosticSetting } from "./diagnostic-setting.ts";
import { disk } from "./disk.ts";
import { eventHubNamespace } from "./event-hub-namespace.ts";
import { flowLog } from "./flow-log.ts";
import { galleryImageVersion } from "./gallery-image-version.ts";
import { image } from "./image.ts";
import { keyVault } from "./key-vault.ts";
import { kustoCluster } from "./kusto-cluster.ts";
import { logAnalyticsWorkspace } from "./log-analytics-workspace.ts";
import { managedHsm } from "./managed-hsm.ts";
import { mysqlFlexibleServer } from "./mysql-flexible-server.ts";
import { postgresqlFlexibleServer } from "./postgresql-flexible-server.ts";
import { recoveryServicesVault } from "./recovery-services-vault.ts";
import { redisCache } from "./redis-cache.ts";
import { replicationProtectedItem } from "./replication-protected-item.ts";
import { snapshot } from "./snapshot.ts";
import { sqlDatabase } from "./sql-database.ts";
import { sqlLongTermBackup } from "./sql-long-term-backup.ts";
import { sqlManagedDatabase } from "./sql-managed-database.ts";
import { sqlManagedInstance } from "./sql-managed-instance.ts";
import { sqlServer } from "./sql-server.ts";
import { storageAccount } from "./storage-account.ts";
import { synapseSqlPool } from "./synapse-sql-pool.ts";
import { synapseWorkspace } from "./synapse-workspace.ts";
import { virtualMachine } from "./virtual-machine.ts";

const read: readonly AzureResourceType[] = [
  backupVault,
  containerRegistry,
  cosmosAccount,
  diagnosticSetting,
  disk,
  eventHubNamespace,
  flowLog,
  galleryImageVersion,
  image,
  keyVault,
  kustoCluster,
  logAnalyticsWorkspace,
  managedHsm,
  mysqlFlexibleServer,
  postgresqlFlexibleServer,
  recoveryServicesVault,
  redisCache,
  replicationProtectedItem,
  snapshot,
  sqlDatabase,
  sqlLongTermBackup,
  sqlManagedDatabase,
  sqlManagedInstance,
  sqlServer,
  storageAccount,
  synapseSqlPool,
  synapseWorkspace,
  virtualMachine,
];

/** Every type of this folder; the census counts what the others do not read. */
export const azureTypes: readonly AzureResourceType[] = [...read, resourceCensus(read)];
