import type { PlannedLink, PlannedPart, PlannedShape } from "../../../../src/model/index.ts";
import { flow, flowIfStated, flows, keyElsewhere } from "../flows.ts";
import { blocks, type Here, isOther, textAt } from "../here.ts";
import { encryptedBy, part, shape } from "../shape.ts";
import { byBucket, byLogGroup, byName } from "../targets.ts";

const byGroup = byName("elasticache", "replicationgroup:");

export const elasticacheShapes: readonly PlannedShape[] = [
  shape({
    kind: "aws_elasticache_cluster",
    type: "aws/elasticache/cluster",
    role: "store",
    name: "cluster_id",
    arn: ["elasticache", "cluster:{}"],
    zone: "availability_zone",
    outpost: "preferred_outpost_arn",
    links: (here) => [
      ...flowIfStated(here, "part-of", "from", "replication_group_id", byGroup),
      ...restored(here),
      ...logDeliveries(here),
    ],
    numbers: { backupRetentionDays: "snapshot_retention_limit" },
    texts: { engine: "engine" },
  }),
  shape({
    kind: "aws_elasticache_replication_group",
    type: "aws/elasticache/replication-group",
    role: "store",
    name: "replication_group_id",
    arn: ["elasticache", "replicationgroup:{}"],
    links: (here) => [
      // The primary is named by the global datastore; a group that names one is a secondary of it.
      ...flowIfStated(here, "replicates-to", "from", "global_replication_group_id", (_, id) =>
        id === undefined ? {} : { id },
      ),
      ...restored(here),
      ...logDeliveries(here),
      ...keyElsewhere(here, "kms_key_id"),
    ],
    flags: { encrypted: "at_rest_encryption_enabled" },
    numbers: { backupRetentionDays: "snapshot_retention_limit" },
    texts: { engine: "engine" },
  }),
  shape({
    kind: "aws_elasticache_serverless_cache",
    type: "aws/elasticache/serverless-cache",
    role: "store",
    name: "name",
    arn: ["elasticache", "serverlesscache:{}"],
    links: (here) => [
      ...flows(
        here,
        "copied-to",
        "from",
        "snapshot_arns_to_restore",
        byName("elasticache", "serverlesscachesnapshot:"),
      ),
      ...keyElsewhere(here, "kms_key_id"),
    ],
    attributes: encryptedBy("kms_key_id"),
    numbers: { backupRetentionDays: "snapshot_retention_limit" },
    texts: { engine: "engine" },
  }),
];

export const elasticacheParts: readonly PlannedPart[] = [
  part({
    // Holds nothing: what refers to it means its primary.
    kind: "aws_elasticache_global_replication_group",
    type: "aws/elasticache/replication-group",
    of: ["primary_replication_group_id", byGroup],
  }),
];

/** From a snapshot, or from snapshot files in a bucket. */
function restored(here: Here): readonly PlannedLink[] {
  return [
    ...flow(here, "copied-to", "from", "snapshot_name", byName("elasticache", "snapshot:")),
    ...flows(here, "copied-to", "from", "snapshot_arns", byBucket),
  ];
}

/** To a log group or a delivery stream of the own account and region, by name. */
function logDeliveries(here: Here): readonly PlannedLink[] {
  return blocks(here, "log_delivery_configuration").flatMap((delivery) => {
    if (!isOther(delivery, "destination_type", "cloudwatch-logs")) {
      return flow(delivery, "logs-to", "to", "destination", byLogGroup);
    }
    const stream = textAt(delivery, "destination_type") === "kinesis-firehose";
    return flow(delivery, "logs-to", "to", "destination", stream ? byName("firehose", "deliverystream/") : () => ({}));
  });
}
