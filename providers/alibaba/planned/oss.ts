import type { PlannedLink, PlannedPart, PlannedShape, PlannedStatements } from "../../../src/model/index.ts";
import {
  blocks,
  byScheme,
  flagAt,
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
import { placeRegion } from "../regions.ts";
import { part, shape } from "./reader.ts";

const type = "alibaba/oss/bucket";
const bucket = byScheme("oss");
const ofBucket = ownedBy("bucket", bucket);

function publicAcl(here: Here, path: string): readonly PlannedLink[] {
  const acl = textAt(here, path);
  return acl === "public-read" || acl === "public-read-write" ? [openToAll(here, path, acl)] : [];
}

/** Access points in and outside the mainland serve an accelerated bucket. */
function acceleration(here: Here, path: string): readonly PlannedLink[] {
  if (isOff(here, path, "off")) return [];
  const value = flagAt(here, path) === true ? "true" : "known when applied";
  return [link(here, "served-from", { place: { region: "oss-accelerate" } }, path, value)];
}

function publicPolicy(here: Here, path: string): readonly PlannedLink[] {
  const policy = textAt(here, path);
  return policy !== undefined && opensToAll(policy, (principal) => principal === "*")
    ? [openToAll(here, path, "Principal *")]
    : [];
}

/** A policy as stack templates write it: an object, or its text. */
function publicDocument(here: Here, path: string): readonly PlannedLink[] {
  const isOpen = blocks(here, `${path}.Statement`).some((statement) => {
    const principals = statement.settings.texts("Principal");
    const conditions = statement.settings.each("Condition");
    return (
      /^allow$/i.test(textAt(statement, "Effect") ?? "") &&
      principals.known &&
      principals.value.includes("*") &&
      conditions.known &&
      conditions.value.length === 0
    );
  });
  return isOpen ? [openToAll(here, path, "Principal *")] : publicPolicy(here, path);
}

/** A block on public access takes back what an ACL or a policy opens. */
function weigh({ links, attributes }: PlannedStatements): PlannedStatements {
  const { publicAccessBlocked, ...rest } = attributes;
  const left = publicAccessBlocked === true ? links.filter(({ kind }) => kind !== "reachable-from") : links;
  return { links: left, attributes: rest };
}

export const ossShapes: readonly PlannedShape[] = [
  shape({
    kind: "alicloud_oss_bucket",
    type,
    role: "store",
    name: ["bucket"],
    id: "bucket",
    scheme: "oss",
    zone: "location",
    links: (here) => [
      ...publicAcl(here, "acl"),
      ...publicPolicy(here, "policy"),
      ...linkAt(here, "logs-to", "logging.target_bucket", { towards: bucket }),
      ...blocks(here, "transfer_acceleration").flatMap((block) => acceleration(block, "enabled")),
    ],
    attributes: (here) => ({
      storageClass: textAt(here, "storage_class"),
      redundancy: textAt(here, "redundancy_type"),
      acl: textAt(here, "acl"),
    }),
    weigh,
  }),
  shape({
    kind: "ALIYUN::OSS::Bucket",
    type,
    role: "store",
    name: ["BucketName"],
    id: "BucketName",
    scheme: "oss",
    links: (here) => [
      ...publicAcl(here, "AccessControl"),
      ...publicDocument(here, "Policy"),
      ...linkAt(here, "logs-to", "LoggingConfiguration.TargetBucket", { towards: bucket }),
    ],
    attributes: (here) => ({
      storageClass: textAt(here, "StorageClass"),
      redundancy: textAt(here, "RedundancyType"),
      acl: textAt(here, "AccessControl"),
    }),
  }),
];

export const ossParts: readonly PlannedPart[] = [
  part({
    kind: "alicloud_oss_bucket_replication",
    type,
    of: ofBucket,
    links: (here) =>
      blocks(here, "destination").map((destination) => {
        const region = textAt(destination, "location");
        const named = targetAt(destination, "bucket", bucket);
        const target = region === undefined ? named : { ...named, place: { region: placeRegion(region) } };
        const value = `${textAt(destination, "bucket") ?? "a bucket"} in ${region ?? "a region known when applied"}`;
        return link(destination, "replicates-to", target, "location", value);
      }),
    decides: ["destination"],
  }),
  part({
    kind: "alicloud_oss_bucket_logging",
    type,
    of: ofBucket,
    links: (here) => linkAt(here, "logs-to", "target_bucket", { towards: bucket }),
  }),
  part({
    kind: "alicloud_oss_bucket_acl",
    type,
    of: ofBucket,
    links: (here) => publicAcl(here, "acl"),
    attributes: (here) => ({ acl: textAt(here, "acl") }),
    decides: ["acl"],
  }),
  part({
    kind: "alicloud_oss_bucket_policy",
    type,
    of: ofBucket,
    links: (here) => publicPolicy(here, "policy"),
    decides: ["policy"],
  }),
  part({
    kind: "alicloud_oss_bucket_transfer_acceleration",
    type,
    of: ofBucket,
    links: (here) => acceleration(here, "enabled"),
  }),
  part({
    kind: "alicloud_oss_bucket_public_access_block",
    type,
    of: ofBucket,
    attributes: (here) => ({ publicAccessBlocked: flagAt(here, "block_public_access") }),
    lets: (here) =>
      flagAt(here, "block_public_access") === true
        ? []
        : [link(here, "reachable-from", {}, "block_public_access", "not switched on")],
  }),
];
