import type { AzureResourceType } from "../session.ts";
import { resourceCensus } from "./census.ts";
import { containerRegistry } from "./container-registry.ts";
import { diagnosticSetting } from "./diagnostic-setting.ts";
import { disk } from "./disk.ts";
import { eventHubNamespace } from "./event-hub-namespace.ts";
import { galleryImageVersion } from "./gallery-image-version.ts";
import { image } from "./image.ts";
import { keyVault } from "./key-vault.ts";
import { logAnalyticsWorkspace } from "./log-analytics-workspace.ts";
import { managedHsm } from "./managed-hsm.ts";
import { recoveryServicesVault } from "./recovery-services-vault.ts";
import { snapshot } from "./snapshot.ts";
import { sqlDatabase } from "./sql-database.ts";
import { sqlServer } from "./sql-server.ts";
import { storageAccount } from "./storage-account.ts";
import { virtualMachine } from "./virtual-machine.ts";

const read: readonly AzureResourceType[] = [
  containerRegistry,
  diagnosticSetting,
  disk,
  eventHubNamespace,
  galleryImageVersion,
  image,
  keyVault,
  logAnalyticsWorkspace,
  managedHsm,
  recoveryServicesVault,
  snapshot,
  sqlDatabase,
  sqlServer,
  storageAccount,
  virtualMachine,
];

/** Every type of this folder; the census counts what the others do not read. */
export const azureTypes: readonly AzureResourceType[] = [...read, resourceCensus(read)];
