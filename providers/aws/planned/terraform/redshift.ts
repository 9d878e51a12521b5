import type { PlannedLink, PlannedPart, PlannedShape } from "../../../../src/model/index.ts";
import { logExports } from "../databases.ts";
import { flow, flowIfStated, keyElsewhere, regionFlow } from "../flows.ts";
import { type Here, isOther, isStated, textAt } from "../here.ts";
import { publicAddress } from "../public-address.ts";
import { part, shape } from "../shape.ts";
import { arnTarget, byArn, byBucket, byName } from "../targets.ts";

const type = "aws/redshift/cluster";
const byCluster = byName("redshift", "cluster:");

export const redshiftShapes: readonly PlannedShape[] = [
  shape({
    kind: "aws_redshift_cluster",
    type,
    role: "store",
    name: "cluster_identifier",
    arn: ["redshift", "cluster:{}"],
    zone: "availability_zone",
    // Delivery streams name their destination so.
    aliases: (here) => [textAt(here, "endpoint")?.replace(/:\d+$/, "")].filter((name) => name !== undefined),
    links: (here) => [
      ...(isStated(here, "snapshot_copy.destination_region")
        ? regionFlow(here, "backs-up-to", "snapshot_copy.destination_region")
        : []),
      ...(isOther(here, "logging.enable", "true") ? [] : auditLogs(here, "logging.")),
      ...flow(here, "copied-to", "from", "snapshot_identifier", byArn),
      ...flow(here, "copied-to", "from", "snapshot_arn", byArn),
      ...publicAddress(here, "publicly_accessible"),
      ...keyElsewhere(here, "kms_key_id"),
    ],
    flags: { encrypted: "encrypted", publiclyAccessible: "publicly_accessible" },
    numbers: { backupRetentionDays: "automated_snapshot_retention_period" },
  }),
  shape({
    kind: "aws_redshift_cluster_snapshot",
    type: "aws/redshift/snapshot",
    role: "copy",
    name: "snapshot_identifier",
    id: "id",
    links: (here) => flow(here, "copied-to", "from", "cluster_identifier", byCluster),
  }),
  shape({
    kind: "aws_redshift_data_share_authorization",
    type: "aws/redshift/data-share",
    role: "flow",
    name: "data_share_arn",
    links: (here) => [
      ...flow(here, "part-of", "from", "data_share_arn", byProducer),
      ...flow(here, "shared-with", "to", "consumer_identifier", (at, value) => {
        if (value === undefined) return {};
        return value.startsWith("arn:") ? arnTarget(at, value) : { party: value };
      }),
    ],
  }),
];

export const redshiftParts: readonly PlannedPart[] = [
  part({
    kind: "aws_redshift_snapshot_copy",
    type,
    of: ["cluster_identifier", byCluster],
    links: (here) => regionFlow(here, "backs-up-to", "destination_region"),
  }),
  part({
    kind: "aws_redshift_logging",
    type,
    of: ["cluster_identifier", byCluster],
    links: (here) => auditLogs(here, ""),
  }),
];

/** To a bucket, or to log groups under names that Redshift gives. */
function auditLogs(here: Here, prefix: string): readonly PlannedLink[] {
  return [
    ...flowIfStated(here, "logs-to", "to", `${prefix}bucket_name`, byBucket),
    ...logExports(here, `${prefix}log_exports`, "/aws/redshift/cluster", textAt(here, "cluster_identifier")),
  ];
}

/** A data share names its producer by the namespace. */
function byProducer(here: Here, value: string | undefined) {
  const producer = value === undefined ? undefined : value.replace(":datashare:", ":namespace:").replace(/\/.*$/, "");
  return byArn(here, producer);
}
