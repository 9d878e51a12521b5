import { type PlannedLink, type PlannedPart, type PlannedShape, unknown } from "../../../../src/model/index.ts";
import { enabledBlocks, flow, statement } from "../flows.ts";
import { blocks, type Here, isOther, textAt } from "../here.ts";
import { policyReach, undecidedPolicy } from "../reach.ts";
import { cannedAcl, readingActions, weighBucket } from "../s3-reach.ts";
import { part, shape } from "../shape.ts";
import { byBucket, ownPlace } from "../targets.ts";

const type = "aws/s3/bucket";

const access = shape({
  kind: "AWS::S3::MultiRegionAccessPoint",
  type: "aws/s3control/multi-region-access-point",
  role: "flow",
  name: "Name",
  links: (here) => blocks(here, "Regions").flatMap((region) => flow(region, "served-from", "from", "Bucket", byBucket)),
  decides: ["Regions"],
});

export const s3Shapes: readonly PlannedShape[] = [
  shape({
    kind: "AWS::S3::Bucket",
    type,
    role: "store",
    name: "BucketName",
    aliases: (here) => [textAt(here, "BucketName")].flatMap((name) => byBucket(here, name).id ?? []),
    links: (here) => [
      ...replication(here),
      ...logs(here),
      ...cannedAcl(here, "AccessControl"),
      ...website(here),
      ...(textAt(here, "AccelerateConfiguration.AccelerationStatus") === "Enabled"
        ? [statement(here, "served-from", {}, "AccelerateConfiguration.AccelerationStatus", "Enabled")]
        : []),
      ...blocks(here, "InventoryConfigurations").flatMap((list) =>
        flow(list, "streams-to", "to", "Destination.BucketArn", byBucket),
      ),
    ],
    flags: {
      restrictPublicBuckets: "PublicAccessBlockConfiguration.RestrictPublicBuckets",
      ignorePublicAcls: "PublicAccessBlockConfiguration.IgnorePublicAcls",
    },
    attributes: (here) => ({
      ...(blocks(here, "BucketEncryption").length > 0 ? { encrypted: true } : {}),
      ...(textAt(here, "WebsiteConfiguration.IndexDocument") === undefined ? {} : { website: true }),
    }),
    decides: ["ReplicationConfiguration.Rules", "LoggingConfiguration"],
    weigh: weighBucket,
  }),
  {
    ...access,
    read: (resource) => ({ ...access.read(resource), place: unknown("unsupported"), placeField: "Regions" }),
  },
];

export const s3Parts: readonly PlannedPart[] = [
  part({
    kind: "AWS::S3::BucketPolicy",
    type,
    of: ["Bucket", byBucket],
    links: (here) => policyReach(here, "PolicyDocument", readingActions),
    unknowns: (here) => undecidedPolicy(here, "PolicyDocument"),
  }),
];

function replication(here: Here): readonly PlannedLink[] {
  return enabledBlocks(here, "ReplicationConfiguration.Rules", "Status", "Enabled").flatMap((rule) => {
    const party = textAt(rule, "Destination.Account");
    return flow(rule, "replicates-to", "to", "Destination.Bucket", byBucket).map((link) => ({
      ...link,
      target: { ...link.target, ...(party === undefined || party === here.account ? {} : { party }) },
    }));
  });
}

/** Without a destination the bucket keeps its own logs. */
function logs(here: Here): readonly PlannedLink[] {
  return flow(here, "logs-to", "to", "LoggingConfiguration.DestinationBucketName", byBucket);
}

function website(here: Here): readonly PlannedLink[] {
  const path = "WebsiteConfiguration.IndexDocument";
  if (!isOther(here, path)) return [];
  return [statement(here, "served-from", ownPlace(here), path, "website endpoint")];
}
