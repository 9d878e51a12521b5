import type { TemplateProvider } from "../../../src/model/index.ts";
import { regions } from "../regions.ts";
import { computeParts, computeShapes } from "./compute.ts";
import { copyParts, copyShapes } from "./copies.ts";
import { databaseParts, databaseShapes } from "./databases.ts";
import { plannedHoldsNoData } from "./no-data.ts";
import { obsParts, obsShapes } from "./obs.ts";
import { platformParts, platformShapes } from "./platform.ts";

const partitions = new Map(regions.map(({ id, partition }) => [id, partition]));

/** Huawei Cloud as Terraform spells it: `huaweicloud_*`. */
export const huaweiTemplates: TemplateProvider = {
  id: "huawei",
  title: { en: "Huawei Cloud", zh: "华为云" },
  regions,
  caseInsensitiveIds: false,
  catalogue: {
    shapes: [...obsShapes, ...computeShapes, ...databaseShapes, ...platformShapes, ...copyShapes],
    parts: [...obsParts, ...computeParts, ...databaseParts, ...platformParts, ...copyParts],
    claims: (kind) => kind.startsWith("huaweicloud_"),
    holdsNoData: plannedHoldsNoData,
    partitionOf: (region) => (region === undefined ? undefined : partitions.get(region)),
  },
};
