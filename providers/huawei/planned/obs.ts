import type { PlannedLink, PlannedPart, PlannedShape } from "../../../src/model/index.ts";
import { blocks, byScheme, flagAt, type Here, isOff, linkAt, openToAll, ownedBy, textAt } from "../../planned-here.ts";
import { opensToAll } from "../../planned-policy.ts";
import { part, shape } from "./reader.ts";

const type = "huawei/obs/bucket";
const bucket = byScheme("obs");

function publicAcl(here: Here): readonly PlannedLink[] {
  const acl = textAt(here, "acl");
  return acl?.startsWith("public-read") ? [openToAll(here, "acl", acl)] : [];
}

function publicPolicy(here: Here): readonly PlannedLink[] {
  const policy = textAt(here, "policy");
  return policy !== undefined && opensToAll(policy, (principal) => principal === "*")
    ? [openToAll(here, "policy", "Principal *")]
    : [];
}

/** Without rules everything is replicated; a rule that is off replicates nothing. */
function replicas(here: Here): readonly PlannedLink[] {
  const rules = blocks(here, "rule");
  const isAllOff = rules.length > 0 && rules.every((rule) => isOff(rule, "enabled", "on"));
  return isAllOff ? [] : linkAt(here, "replicates-to", "destination_bucket", { towards: bucket });
}

export const obsShapes: readonly PlannedShape[] = [
  shape({
    kind: "huaweicloud_obs_bucket",
    type,
    role: "store",
    name: ["bucket"],
    id: "bucket",
    scheme: "obs",
    links: (here) => [
      ...publicAcl(here),
      ...publicPolicy(here),
      ...linkAt(here, "logs-to", "logging.target_bucket", { towards: bucket }),
    ],
    attributes: (here) => ({
      storageClass: textAt(here, "storage_class"),
      acl: textAt(here, "acl"),
      encrypted: flagAt(here, "encryption"),
    }),
  }),
];

export const obsParts: readonly PlannedPart[] = [
  part({
    kind: "huaweicloud_obs_bucket_replication",
    type,
    of: ownedBy("bucket", bucket),
    links: replicas,
  }),
  part({
    kind: "huaweicloud_obs_bucket_policy",
    type,
    of: ownedBy("bucket", bucket),
    links: publicPolicy,
    decides: ["policy"],
  }),
  part({
    kind: "huaweicloud_obs_bucket_acl",
    type,
    of: ownedBy("bucket", bucket),
    links: (here) =>
      blocks(here, "public_permission")
        .filter((permission) => textAt(permission, "access_to_bucket[0]") !== undefined)
        .map((permission) => openToAll(permission, "access_to_bucket", "public")),
  }),
];
