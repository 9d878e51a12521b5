import type { TemplateProvider } from "../../../src/model/index.ts";
import { knownRegion, regions } from "../regions.ts";
import { backupParts, backupShapes } from "./backups.ts";
import { cacheShapes } from "./caches.ts";
import { copyParts, copyShapes } from "./copies.ts";
import { databaseParts, databaseShapes } from "./databases.ts";
import { deliveryParts, deliveryShapes } from "./deliveries.ts";
import { ecsParts, ecsShapes } from "./ecs.ts";
import { jobParts, jobShapes } from "./jobs.ts";
import { logParts, logShapes } from "./logs.ts";
import { namesOf } from "./names.ts";
import { plannedHoldsNoData } from "./no-data.ts";
import { ossParts, ossShapes } from "./oss.ts";
import { platformParts, platformShapes } from "./platform.ts";

/** Alibaba Cloud as templates spell it: Terraform's `alicloud_*` and the types of Resource Orchestration Service. */
export const alibabaTemplates: TemplateProvider = {
  id: "alibaba",
  title: { en: "Alibaba Cloud", zh: "阿里云" },
  regions,
  caseInsensitiveIds: false,
  catalogue: {
    shapes: [
      ...ossShapes,
      ...ecsShapes,
      ...databaseShapes,
      ...cacheShapes,
      ...copyShapes,
      ...logShapes,
      ...deliveryShapes,
      ...backupShapes,
      ...jobShapes,
      ...platformShapes,
    ],
    parts: [
      ...ossParts,
      ...ecsParts,
      ...databaseParts,
      ...copyParts,
      ...logParts,
      ...deliveryParts,
      ...backupParts,
      ...jobParts,
      ...platformParts,
    ],
    claims: (kind) => kind.startsWith("alicloud_") || kind.startsWith("ALIYUN::"),
    holdsNoData: plannedHoldsNoData,
    namesOf,
    partitionOf: (region) => (region === undefined || knownRegion(region) === undefined ? undefined : "alibaba"),
  },
};
