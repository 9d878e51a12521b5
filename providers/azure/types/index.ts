import type { AzureResourceType } from "../session.ts";
import { resourceCensus } from "./census.ts";
import { disk } from "./disk.ts";
import { image } from "./image.ts";
import { snapshot } from "./snapshot.ts";
import { sqlDatabase } from "./sql-database.ts";
import { sqlServer } from "./sql-server.ts";
import { storageAccount } from "./storage-account.ts";
import { virtualMachine } from "./virtual-machine.ts";

const read: readonly AzureResourceType[] = [
  disk,
  image,
  snapshot,
  sqlDatabase,
  sqlServer,
  storageAccount,
  virtualMachine,
];

/** Every type of this folder; the census counts what the others do not read. */
export const azureTypes: readonly AzureResourceType[] = [...read, resourceCensus(read)];
