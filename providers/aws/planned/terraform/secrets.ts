import type { PlannedLink, PlannedShape } from "../../../../src/model/index.ts";
import { flow, regionFlow, statement } from "../flows.ts";
import { blocks, type Here, isOther, isSet, textAt } from "../here.ts";
import { type ShapeSpec, shape } from "../shape.ts";
import { byArn } from "../targets.ts";

const key: Omit<ShapeSpec, "kind"> = { type: "aws/kms/key", role: "flow", flags: { multiRegion: "multi_region" } };

export const secretShapes: readonly PlannedShape[] = [
  shape({
    kind: "aws_secretsmanager_secret",
    type: "aws/secretsmanager/secret",
    role: "store",
    name: "name",
    links: (here) => blocks(here, "replica").flatMap((replica) => toRegion(replica, "region")),
    // There is no secret that is not encrypted.
    attributes: () => ({ encrypted: true }),
    decidesIfWritten: ["replica"],
  }),
  shape({
    // Its value is never read.
    kind: "aws_ssm_parameter",
    type: "aws/ssm/parameter",
    role: "store",
    name: "name",
    attributes: (here) => (textAt(here, "type") === "SecureString" ? { encrypted: true } : {}),
    texts: { parameterType: "type", tier: "tier" },
  }),
  shape({ ...key, kind: "aws_kms_key", links: heldElsewhere }),
  shape({ ...key, kind: "aws_kms_external_key" }),
  ...["aws_kms_replica_key", "aws_kms_replica_external_key"].map((kind) =>
    shape({
      ...key,
      kind,
      links: (here) => flow(here, "replicates-to", "from", "primary_key_arn", byArn),
      attributes: () => ({ multiRegion: true }),
    }),
  ),
];

function toRegion(here: Here, path: string): readonly PlannedLink[] {
  return regionFlow(here, "replicates-to", path);
}

/** A key manager of somebody else's: KMS tells nothing of its place. A CloudHSM key store stands in the key's own region. */
function heldElsewhere(here: Here): readonly PlannedLink[] {
  if (!isSet(here, "xks_key_id") || isOther(here, "origin", "EXTERNAL_KEY_STORE")) return [];
  const stated = flow(here, "key-held-in", "to", "custom_key_store_id", (_, id) => (id === undefined ? {} : { id }));
  return stated.length > 0 ? stated : [statement(here, "key-held-in", {}, "xks_key_id", "EXTERNAL_KEY_STORE")];
}
