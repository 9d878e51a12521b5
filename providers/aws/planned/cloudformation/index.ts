import type { PlannedPart, PlannedShape } from "../../../../src/model/index.ts";
import { cacheParts, cacheShapes } from "./caches.ts";
import { computeParts, computeShapes } from "./compute.ts";
import { databaseParts, databaseShapes } from "./databases.ts";
import { logParts, logShapes } from "./logs.ts";
import { movementShapes } from "./movement.ts";
import { s3Parts, s3Shapes } from "./s3.ts";
import { securityParts, securityShapes } from "./security.ts";
import { storeParts, storeShapes } from "./stores.ts";
import { streamParts, streamShapes } from "./streams.ts";

/** Kinds of CloudFormation. */
export const cloudFormationShapes: readonly PlannedShape[] = [
  ...cacheShapes,
  ...computeShapes,
  ...databaseShapes,
  ...logShapes,
  ...movementShapes,
  ...s3Shapes,
  ...securityShapes,
  ...storeShapes,
  ...streamShapes,
];

export const cloudFormationParts: readonly PlannedPart[] = [
  ...cacheParts,
  ...computeParts,
  ...databaseParts,
  ...logParts,
  ...s3Parts,
  ...securityParts,
  ...storeParts,
  ...streamParts,
];
