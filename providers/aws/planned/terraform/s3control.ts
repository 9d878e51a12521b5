import { type PlannedShape, unknown } from "../../../../src/model/index.ts";
import { flow } from "../flows.ts";
import { blocks } from "../here.ts";
import { shape } from "../shape.ts";
import { byBucket } from "../targets.ts";

const access = shape({
  kind: "aws_s3control_multi_region_access_point",
  type: "aws/s3control/multi-region-access-point",
  role: "flow",
  name: "details.name",
  // What lies in any of its buckets is had through one address.
  links: (here) =>
    blocks(here, "details.region").flatMap((region) => flow(region, "served-from", "from", "bucket", byBucket)),
  decides: ["details.region"],
});

/** An address of several regions lies in none of them. */
export const s3ControlShapes: readonly PlannedShape[] = [
  {
    ...access,
    read: (resource) => ({ ...access.read(resource), place: unknown("unsupported"), placeField: "details.region" }),
  },
];
