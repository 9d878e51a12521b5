import type { PlannedLink, PlannedPart, PlannedShape } from "../../../src/model/index.ts";
import {
  blocks,
  byScheme,
  type Here,
  isOff,
  link,
  linkAt,
  openToAll,
  ownedBy,
  targetAt,
  textAt,
} from "../../planned-here.ts";
import { opensToAll } from "../../planned-policy.ts";
import { part, shape } from "./reader.ts";

const type = "tencent/cos/bucket";
const bucket = byScheme("cos");

/** `qcs::cos:ap-guangzhou::members-1250000000` */
function namedBucket(value: string) {
  const [, region, name] = /^qcs::cos:([a-z0-9-]+)::(.+)$/.exec(value) ?? [];
  if (region === undefined || name === undefined) return bucket(value);
  return { ...bucket(name), place: { region } };
}

function replicas(here: Here): readonly PlannedLink[] {
  return blocks(here, "replica_rules")
    .filter((rule) => textAt(rule, "status") !== "Disabled")
    .map((rule) =>
      link(rule, "replicates-to", targetAt(rule, "destination_bucket", namedBucket), "destination_bucket"),
    );
}

function isEveryone(principal: string): boolean {
  return principal === "*" || principal.endsWith("anyone:anyone");
}

function publicPolicy(here: Here, path: string): readonly PlannedLink[] {
  const policy = textAt(here, path);
  return policy !== undefined && opensToAll(policy, isEveryone) ? [openToAll(here, path, "anyone")] : [];
}

export const cosShapes: readonly PlannedShape[] = [
  shape({
    kind: "tencentcloud_cos_bucket",
    type,
    role: "store",
    name: ["bucket"],
    id: "bucket",
    scheme: "cos",
    links: (here) => [
      ...(/^public-read/.test(textAt(here, "acl") ?? "") ? [openToAll(here, "acl", textAt(here, "acl") ?? "")] : []),
      ...replicas(here),
      ...(isOff(here, "log_enable", "off") ? [] : linkAt(here, "logs-to", "log_target_bucket", { towards: bucket })),
      // Access points in and outside the mainland serve an accelerated bucket: no place is told.
      ...(isOff(here, "acceleration_enable", "off")
        ? []
        : [link(here, "served-from", {}, "acceleration_enable", textAt(here, "acceleration_enable"))]),
    ],
    attributes: (here) => ({
      acl: textAt(here, "acl"),
      encrypted: textAt(here, "encryption_algorithm") === undefined ? undefined : true,
    }),
    decides: ["replica_rules"],
  }),
];

export const cosParts: readonly PlannedPart[] = [
  part({
    kind: "tencentcloud_cos_bucket_policy",
    type,
    of: ownedBy("bucket", bucket),
    links: (here) => publicPolicy(here, "policy"),
    decides: ["policy"],
  }),
];
