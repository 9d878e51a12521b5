import type { TemplateProvider } from "../../../src/model/index.ts";
import { regions } from "../regions.ts";
import { computeParts, computeShapes } from "./compute.ts";
import { copyParts, copyShapes } from "./copies.ts";
import { cosParts, cosShapes } from "./cos.ts";
import { databaseParts, databaseShapes } from "./databases.ts";
import { plannedHoldsNoData } from "./no-data.ts";
import { platformParts, platformShapes } from "./platform.ts";

const partitions = new Map(regions.map(({ id, partition }) => [id, partition]));

/** Tencent Cloud as Terraform spells it: `tencentcloud_*`. */
export const tencentTemplates: TemplateProvider = {
  id: "tencent",
  title: { en: "Tencent Cloud", zh: "腾讯云" },
  regions,
  caseInsensitiveIds: false,
  catalogue: {
    shapes: [...cosShapes, ...computeShapes, ...databaseShapes, ...platformShapes, ...copyShapes],
    parts: [...cosParts, ...computeParts, ...databaseParts, ...platformParts, ...copyParts],
    claims: (kind) => kind.startsWith("tencentcloud_"),
    holdsNoData: plannedHoldsNoData,
    partitionOf: (region) => (region === undefined ? undefined : partitions.get(region)),
  },
};
