import type { TemplateProvider } from "../../../src/model/index.ts";
import { azureRegions, normalLocation } from "../regions.ts";
import { computeShapes } from "./compute.ts";
import { databaseParts } from "./database-parts.ts";
import { databaseShapes } from "./databases.ts";
import { logParts, logShapes } from "./logs.ts";
import { managedShapes } from "./managed.ts";
import { plannedHoldsNoData } from "./no-data.ts";
import { platformParts, platformShapes } from "./platform.ts";
import { recoveryParts, recoveryShapes } from "./recovery.ts";
import { serviceParts, serviceShapes } from "./services.ts";
import { storageParts, storageShapes } from "./storage.ts";

const partitions = new Map(azureRegions.map(({ id, partition }) => [id, partition]));

/** `environment` of Terraform's provider. */
const environments: ReadonlyMap<string, string> = new Map([
  ["public", "AzureCloud"],
  ["china", "AzureChinaCloud"],
]);

/** Azure as templates spell it: Terraform's `azurerm_*` and Resource Manager's own types. */
export const azureTemplates: TemplateProvider = {
  id: "azure",
  title: { en: "Microsoft Azure", zh: "微软 Azure（含世纪互联运营的 Azure）" },
  regions: azureRegions,
  caseInsensitiveIds: false,
  catalogue: {
    shapes: [
      ...storageShapes,
      ...computeShapes,
      ...databaseShapes,
      ...managedShapes,
      ...platformShapes,
      ...logShapes,
      ...recoveryShapes,
      ...serviceShapes,
    ],
    parts: [...storageParts, ...databaseParts, ...platformParts, ...logParts, ...recoveryParts, ...serviceParts],
    claims: (kind) => kind.startsWith("azurerm_") || /^microsoft\.\w+\//i.test(kind),
    holdsNoData: plannedHoldsNoData,
    // Addresses differ in case as programs do; ids of Resource Manager do not.
    keyOf: (id) => (/^\/subscriptions\//i.test(id) ? id.toLowerCase() : id),
    partitionNamed: (words) => environments.get(words.toLowerCase()),
    partitionOf: (region) => (region === undefined ? undefined : partitions.get(normalLocation(region))),
  },
};
