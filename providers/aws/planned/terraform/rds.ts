import type { PlannedLink, PlannedPart, PlannedShape } from "../../../../src/model/index.ts";
import { logExports, sharedAccounts } from "../databases.ts";
import { flow, flowIfStated, keyElsewhere, statement } from "../flows.ts";
import { blocks, type Here, isSet, textAt } from "../here.ts";
import { publicAddress } from "../public-address.ts";
import { part, type ShapeSpec, shape } from "../shape.ts";
import { byArn, byBucket, byName, ownPlace } from "../targets.ts";

const byInstance = byName("rds", "db:");
const bySnapshot = byName("rds", "snapshot:");

const instance: Omit<ShapeSpec, "kind"> = {
  type: "aws/rds/instance",
  role: "store",
  name: "identifier",
  arn: ["rds", "db:{}"],
  zone: "availability_zone",
  flags: { encrypted: "storage_encrypted", publiclyAccessible: "publicly_accessible" },
  numbers: { backupRetentionDays: "backup_retention_period" },
  texts: { engine: "engine" },
};

export const rdsShapes: readonly PlannedShape[] = [
  shape({
    ...instance,
    kind: "aws_db_instance",
    links: (here) => [
      ...flow(here, "replicates-to", "from", "replicate_source_db", byInstance),
      ...flowIfStated(here, "copied-to", "from", "snapshot_identifier", bySnapshot),
      ...blocks(here, "restore_to_point_in_time").flatMap((restored) => [
        ...flow(restored, "copied-to", "from", "source_db_instance_identifier", byInstance),
        ...flow(restored, "copied-to", "from", "source_db_instance_automated_backups_arn", byArn),
      ]),
      ...blocks(here, "s3_import").flatMap((from) => flow(from, "copied-to", "from", "bucket_name", byBucket)),
      ...logExports(here, "enabled_cloudwatch_logs_exports", "/aws/rds/instance", textAt(here, "identifier")),
      ...onOutpost(here),
      ...publicAddress(here, "publicly_accessible"),
      ...keyElsewhere(here, "kms_key_id"),
    ],
  }),
  ...["aws_rds_cluster_instance", "aws_docdb_cluster_instance", "aws_neptune_cluster_instance"].map((kind) =>
    shape({
      ...instance,
      kind,
      // What the cluster holds, its instances hold.
      links: (here) => [
        ...flow(here, "part-of", "from", "cluster_identifier", byName("rds", "cluster:")),
        ...publicAddress(here, "publicly_accessible"),
      ],
    }),
  ),
  shape({
    kind: "aws_db_instance_automated_backups_replication",
    type: "aws/rds/automated-backup",
    role: "copy",
    // Made in the region that the backups are replicated to.
    links: (here) => [
      ...flow(here, "backs-up-to", "from", "source_db_instance_arn", byArn),
      ...keyElsewhere(here, "kms_key_id"),
    ],
    numbers: { backupRetentionDays: "retention_period" },
  }),
  shape({
    kind: "aws_db_snapshot",
    type: "aws/rds/snapshot",
    role: "copy",
    name: "db_snapshot_identifier",
    arn: ["rds", "snapshot:{}"],
    links: (here) => [
      ...flow(here, "copied-to", "from", "db_instance_identifier", byInstance),
      ...sharedAccounts(here, "shared_accounts"),
    ],
  }),
  shape({
    kind: "aws_db_snapshot_copy",
    type: "aws/rds/snapshot",
    role: "copy",
    name: "target_db_snapshot_identifier",
    region: "destination_region",
    links: (here) => [
      ...flow(here, "copied-to", "from", "source_db_snapshot_identifier", bySnapshot),
      ...sharedAccounts(here, "shared_accounts"),
    ],
  }),
  shape({
    kind: "aws_rds_export_task",
    type: "aws/rds/export-task",
    role: "flow",
    name: "export_task_identifier",
    links: (here) => [
      ...flow(here, "copied-to", "from", "source_arn", byArn),
      ...flow(here, "copied-to", "to", "s3_bucket_name", byBucket),
      ...keyElsewhere(here, "kms_key_id"),
    ],
  }),
  shape({
    kind: "aws_rds_integration",
    type: "aws/rds/integration",
    role: "flow",
    name: "integration_name",
    links: (here) => [
      ...flow(here, "replicates-to", "from", "source_arn", byArn),
      ...flow(here, "replicates-to", "to", "target_arn", byArn),
    ],
  }),
];

export const rdsParts: readonly PlannedPart[] = [
  part({
    kind: "aws_rds_cluster_activity_stream",
    type: "aws/rds/cluster",
    of: ["resource_arn", byArn],
    // Into a stream of the same region, whose name RDS makes.
    links: (here) => {
      const place = ownPlace(here);
      return [statement(here, "streams-to", place, "mode", textAt(here, "mode") ?? "activity stream")];
    },
  }),
];

/** Backups of an instance on an Outpost that the region keeps. */
function onOutpost(here: Here): readonly PlannedLink[] {
  const target = textAt(here, "backup_target");
  if (target !== "region" || !isSet(here, "customer_owned_ip_enabled") || !here.region.known) return [];
  return here.settings.flag("customer_owned_ip_enabled").known && textAt(here, "customer_owned_ip_enabled") === "true"
    ? [statement(here, "backs-up-to", { place: { region: here.region.value } }, "backup_target", target)]
    : [];
}
