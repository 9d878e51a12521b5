import type { PlannedLink, PlannedPart, PlannedShape } from "../../../../src/model/index.ts";
import { logExports, sharedAccounts } from "../databases.ts";
import { flow, keyElsewhere } from "../flows.ts";
import { blocks, type Here, isStated, textAt } from "../here.ts";
import { part, type ShapeSpec, shape } from "../shape.ts";
import { byArn, byBucket, byName, type Towards } from "../targets.ts";

const byCluster = byName("rds", "cluster:");
const bySnapshot = byName("rds", "cluster-snapshot:");

/** A cluster of another region, which a setting beside it may name. */
const bySource: Towards = (here, value) => {
  const region = textAt(here, "source_region");
  return { ...byCluster(here, value), ...(region === undefined ? {} : { place: { region } }) };
};

const cluster: Omit<ShapeSpec, "kind"> = {
  type: "aws/rds/cluster",
  role: "store",
  name: "cluster_identifier",
  arn: ["rds", "cluster:{}"],
  aliases: asWriter,
  flags: { encrypted: "storage_encrypted" },
  numbers: { backupRetentionDays: "backup_retention_period" },
  texts: { engine: "engine" },
};

export const clusterShapes: readonly PlannedShape[] = [
  shape({
    ...cluster,
    kind: "aws_rds_cluster",
    links: (here) => [
      ...common(here, "kms_key_id"),
      ...flow(here, "replicates-to", "from", "replication_source_identifier", bySource),
      ...blocks(here, "s3_import").flatMap((from) => flow(from, "copied-to", "from", "bucket_name", byBucket)),
      ...logExports(here, "enabled_cloudwatch_logs_exports", "/aws/rds/cluster", textAt(here, "cluster_identifier")),
    ],
  }),
  shape({
    ...cluster,
    kind: "aws_docdb_cluster",
    links: (here) => [
      ...common(here, "kms_key_id"),
      ...logExports(here, "enabled_cloudwatch_logs_exports", "/aws/docdb", textAt(here, "cluster_identifier")),
    ],
  }),
  shape({
    ...cluster,
    kind: "aws_neptune_cluster",
    links: (here) => [
      ...common(here, "kms_key_arn"),
      ...flow(here, "replicates-to", "from", "replication_source_identifier", byCluster),
      ...logExports(here, "enable_cloudwatch_logs_exports", "/aws/neptune", textAt(here, "cluster_identifier")),
    ],
  }),
  ...["aws_db_cluster_snapshot", "aws_docdb_cluster_snapshot", "aws_neptune_cluster_snapshot"].map((kind) =>
    shape({
      kind,
      type: "aws/rds/cluster-snapshot",
      role: "copy",
      name: "db_cluster_snapshot_identifier",
      arn: ["rds", "cluster-snapshot:{}"],
      links: (here) => [
        ...flow(here, "copied-to", "from", "db_cluster_identifier", byCluster),
        ...sharedAccounts(here, "shared_accounts"),
      ],
    }),
  ),
  shape({
    kind: "aws_rds_cluster_snapshot_copy",
    type: "aws/rds/cluster-snapshot",
    role: "copy",
    name: "target_db_cluster_snapshot_identifier",
    region: "destination_region",
    links: (here) => [
      ...flow(here, "copied-to", "from", "source_db_cluster_snapshot_identifier", bySnapshot),
      ...sharedAccounts(here, "shared_accounts"),
    ],
  }),
];

/**
 * A global cluster holds nothing: what refers to it means the cluster that writes to it, be it the one it was made from or the
 * one that joins it as its writer.
 */
export const clusterParts: readonly PlannedPart[] = [
  "aws_rds_global_cluster",
  "aws_docdb_global_cluster",
  "aws_neptune_global_cluster",
].map((kind) => part({ kind, type: "aws/rds/cluster", of: ["source_db_cluster_identifier", byArn] }));

function common(here: Here, key: string): readonly PlannedLink[] {
  return [
    ...membership(here),
    ...flow(here, "copied-to", "from", "snapshot_identifier", bySnapshot),
    ...blocks(here, "restore_to_point_in_time").flatMap((restored) =>
      flow(restored, "copied-to", "from", "source_cluster_identifier", byCluster),
    ),
    ...keyElsewhere(here, key),
  ];
}

/**
 * Only the writer of a global cluster is given a user and a password: its readers get everything from it, and RDS refuses them
 * ("Creating an Amazon Aurora global database", read 2026-11-22). Of a cluster that is there already both tell its user, so that
 * it may be either.
 */
function role(here: Here): "writer" | "reader" | "either" {
  const { change } = here.resource;
  const manages = here.settings.flag("manage_master_user_password");
  const isMade = change === "create" || change === "replace";
  if (manages.known && manages.value === true) return "writer";
  if (isMade && textAt(here, "master_username") !== undefined) return "writer";
  const restores = isStated(here, "snapshot_identifier") || blocks(here, "restore_to_point_in_time").length > 0;
  return restores || isStated(here, "master_username") ? "either" : "reader";
}

/** Names under which the readers of a global cluster mean this one. */
function asWriter(here: Here): readonly string[] {
  if (!isStated(here, "global_cluster_identifier") || role(here) === "reader") return [];
  const addresses = here.settings.refs("global_cluster_identifier");
  return [...addresses, ...globalAlias(here, textAt(here, "global_cluster_identifier"))];
}

/** What is not known to be the writer receives from it. */
function membership(here: Here): readonly PlannedLink[] {
  return role(here) === "writer" ? [] : flow(here, "replicates-to", "from", "global_cluster_identifier", byGlobal);
}

function byGlobal(here: Here, value: string | undefined) {
  const [id] = globalAlias(here, value);
  return id === undefined ? {} : { id };
}

function globalAlias({ partition, account }: Here, name: string | undefined): readonly string[] {
  return partition === undefined || name === undefined
    ? []
    : [`arn:${partition}:rds::${account ?? ""}:global-cluster:${name}`];
}
