import { type PlannedLink, type PlannedPart, type PlannedShape, valueIfKnown } from "../../../../src/model/index.ts";
import { enabledBlocks, flow, flowIfStated, statement } from "../flows.ts";
import { blocks, type Here, isOther, isSet, textAt } from "../here.ts";
import { policyReach, undecidedPolicy } from "../reach.ts";
import { cannedAcl, everyoneGroups, readingActions, readingGrants, weighBucket } from "../s3-reach.ts";
import { part, shape } from "../shape.ts";
import { byBucket, ownPlace } from "../targets.ts";

const type = "aws/s3/bucket";
const of = ["bucket", byBucket] as const;

export const s3Shapes: readonly PlannedShape[] = [
  shape({
    kind: "aws_s3_bucket",
    type,
    role: "store",
    name: "bucket",
    aliases: (here) => [textAt(here, "bucket")].flatMap((name) => byBucket(here, name).id ?? []),
    // Blocks of provider versions before 4, which later ones fill in from the settings that are resources of their own.
    links: (here) => [
      ...replication(here, "replication_configuration.rules", "destination.account_id"),
      ...flowIfStated(here, "logs-to", "to", "logging.target_bucket", byBucket),
      ...policyReach(here, "policy", readingActions),
      ...cannedAcl(here, "acl"),
      ...grants(here, "grant", "uri", "id", "permissions"),
      ...website(here, "website", "index_document"),
    ],
    unknowns: (here) => undecidedPolicy(here, "policy"),
    weigh: weighBucket,
  }),
];

export const s3Parts: readonly PlannedPart[] = [
  part({
    kind: "aws_s3_bucket_replication_configuration",
    type,
    of,
    links: (here) => replication(here, "rule", "destination.account"),
    decides: ["rule"],
  }),
  part({
    kind: "aws_s3_bucket_logging",
    type,
    of,
    links: (here) => flow(here, "logs-to", "to", "target_bucket", byBucket),
  }),
  part({
    kind: "aws_s3_bucket_policy",
    type,
    of,
    links: (here) => policyReach(here, "policy", readingActions),
    unknowns: (here) => undecidedPolicy(here, "policy"),
  }),
  part({
    kind: "aws_s3_bucket_acl",
    type,
    of,
    links: (here) => [
      ...cannedAcl(here, "acl"),
      ...blocks(here, "access_control_policy.grant").flatMap((grant) => grantee(grant, "grantee.uri", "grantee.id")),
    ],
    decidesIfWritten: ["access_control_policy.grant"],
  }),
  part({
    kind: "aws_s3_bucket_public_access_block",
    type,
    of,
    flags: { restrictPublicBuckets: "restrict_public_buckets", ignorePublicAcls: "ignore_public_acls" },
    lets: (here) =>
      ["restrict_public_buckets", "ignore_public_acls"]
        .filter((path) => valueIfKnown(here.settings.flag(path)) !== true)
        .slice(0, 1)
        .map((path) => statement(here, "reachable-from", {}, path, "not switched on")),
  }),
  part({
    kind: "aws_s3_bucket_website_configuration",
    type,
    of,
    links: (here) => website(here, "", "index_document.suffix"),
    attributes: (here) => (isSet(here, "index_document.suffix") ? { website: true } : {}),
  }),
  part({
    kind: "aws_s3_bucket_accelerate_configuration",
    type,
    of,
    // Uploads and downloads then run through edge locations, wherever in the world the nearest one stands.
    links: (here) =>
      isOther(here, "status", "Enabled") ? [] : [statement(here, "served-from", {}, "status", "Enabled")],
  }),
  part({
    kind: "aws_s3_bucket_inventory",
    type,
    of,
    links: (here) => flow(here, "streams-to", "to", "destination.bucket.bucket_arn", byBucket),
  }),
  part({
    kind: "aws_s3_bucket_server_side_encryption_configuration",
    type,
    of,
    attributes: () => ({ encrypted: true }),
  }),
  // They say nothing of data, and others refer to the bucket through them.
  ...["aws_s3_bucket_versioning", "aws_s3_bucket_ownership_controls"].map((kind) => part({ kind, type, of })),
];

/** A rule that is switched off carries nothing. */
function replication(here: Here, path: string, account: string): readonly PlannedLink[] {
  return enabledBlocks(here, path, "status", "Enabled").flatMap((rule) => {
    const party = textAt(rule, account);
    return flow(rule, "replicates-to", "to", "destination.bucket", byBucket).map((link) => ({
      ...link,
      target: { ...link.target, ...(party === undefined || party === here.account ? {} : { party }) },
    }));
  });
}

/** The provider tells the grants that S3 tells, the owner's own to itself among them: it is the one full control that is always there. */
function grants(here: Here, path: string, uri: string, id: string, permissions: string): readonly PlannedLink[] {
  const all = blocks(here, path);
  const full = all.filter((grant) => {
    const given = grant.settings.texts(permissions);
    return given.known && given.value.includes("FULL_CONTROL") && textAt(grant, uri) === undefined;
  });
  const owner = full.length === 1 ? full[0] : undefined;
  return all.flatMap((grant) => {
    const given = grant.settings.texts(permissions);
    const isSilent = given.known && !given.value.some((one) => readingGrants.has(one));
    return isSilent || grant === owner ? [] : grantee(grant, uri, id);
  });
}

/** Everyone by a group's address, or another owner by the canonical id. */
function grantee(grant: Here, uri: string, id: string): readonly PlannedLink[] {
  if (isOther(grant, "permission", ...readingGrants)) return [];
  const group = textAt(grant, uri);
  if (group !== undefined && everyoneGroups.has(group)) {
    return [statement(grant, "reachable-from", { party: "*" }, uri, group)];
  }
  const owner = textAt(grant, id);
  return owner === undefined ? [] : [statement(grant, "reachable-from", { party: owner }, id, owner)];
}

/** From the bucket's own region; counts only where everyone may read the bucket, which is weighed at the end. */
function website(here: Here, block: string, path: string): readonly PlannedLink[] {
  const field = block === "" ? path : `${block}.${path}`;
  const stated = textAt(here, field);
  if (stated === undefined) return [];
  const place = ownPlace(here);
  return [statement(here, "served-from", place, field, "website endpoint")];
}
