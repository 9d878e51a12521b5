import type { PlannedPart, PlannedShape } from "../../../src/model/index.ts";
import { blocks, byId, isOff, isStated, linkAt, linkFrom, ownedBy, regionLinks, textAt } from "../../planned-here.ts";
import { part, shape } from "./reader.ts";

const rds = { type: "huawei/rds/instance", role: "store" } as const;
const taurus = { type: "huawei/gaussdbformysql/instance", role: "store" } as const;
const dws = { type: "huawei/dws/cluster", role: "store" } as const;
const dwsSnapshot = { type: "huawei/dws/snapshot", role: "copy" } as const;

/** Stores of which a template says no more than where they are. */
const plain: readonly (readonly [kind: string, type: string, zone?: string])[] = [
  ["css_cluster", "css/cluster", "availability_zone"],
  ["ddm_instance", "ddm/instance"],
  ["dis_stream", "dis/stream"],
  ["dcs_instance", "dcs/instance", "availability_zones"],
  ["dds_instance", "dds/instance", "availability_zone"],
  ["dms_kafka_instance", "kafka/instance", "availability_zones"],
  ["dms_rabbitmq_instance", "rabbitmq/instance", "availability_zones"],
  ["dms_rocketmq_instance", "rocketmq/instance", "availability_zones"],
  ["gaussdb_cassandra_instance", "gaussdbfornosql/instance", "availability_zone"],
  ["gaussdb_influx_instance", "gaussdbfornosql/instance", "availability_zone"],
  ["gaussdb_instance", "gaussdb/instance", "availability_zone"],
  ["gaussdb_mongo_instance", "gaussdbfornosql/instance", "availability_zone"],
  ["gaussdb_redis_instance", "gaussdbfornosql/instance", "availability_zone"],
  ["geminidb_instance", "gaussdbfornosql/instance", "availability_zone"],
  ["mapreduce_cluster", "mrs/cluster", "availability_zone"],
  ["mrs_cluster", "mrs/cluster", "available_zone_id"],
];

export const databaseShapes: readonly PlannedShape[] = [
  ...plain.map(([kind, type, zone]) =>
    shape({
      kind: `huaweicloud_${kind}`,
      type: `huawei/${type}`,
      role: "store",
      ...(zone === undefined ? {} : { zone }),
      attributes: (here) => ({ encrypted: isStated(here, "disk_encryption_id") || undefined }),
    }),
  ),
  shape({
    kind: "huaweicloud_rds_instance",
    ...rds,
    zone: "availability_zone",
    links: (here) => linkFrom(here, "copied-to", "restore.instance_id"),
    attributes: (here) => ({
      engine: textAt(here, "db.type"),
      engineVersion: textAt(here, "db.version"),
      encrypted: isStated(here, "volume.disk_encryption_id") || undefined,
    }),
  }),
  shape({
    kind: "huaweicloud_rds_read_replica_instance",
    ...rds,
    zone: "availability_zone",
    parent: ["primary_instance_id", byId],
    links: (here) => linkFrom(here, "replicates-to", "primary_instance_id", { region: here.region }),
  }),
  shape({
    kind: "huaweicloud_taurusdb_instance",
    ...taurus,
    zone: "master_availability_zone",
    links: (here) =>
      blocks(here, "cross_region_backup_policy")
        .filter(
          (policy) => !(isOff(policy, "open_auto_backup", "off") && isOff(policy, "open_incremental_backup", "off")),
        )
        .flatMap((policy) => regionLinks(policy, "backs-up-to", "destination_region")),
    decides: ["cross_region_backup_policy"],
  }),
  shape({
    kind: "huaweicloud_dws_cluster",
    ...dws,
    zone: "availability_zone",
    attributes: (here) => ({ encrypted: isStated(here, "kms_key_id") || undefined }),
  }),
  shape({
    kind: "huaweicloud_dws_snapshot",
    ...dwsSnapshot,
    parent: ["cluster_id", byId],
    links: (here) => linkFrom(here, "copied-to", "cluster_id"),
  }),
  shape({
    kind: "huaweicloud_dws_snapshot_copy",
    ...dwsSnapshot,
    links: (here) => linkFrom(here, "copied-to", "snapshot_id"),
  }),
];

export const databaseParts: readonly PlannedPart[] = [
  part({
    kind: "huaweicloud_rds_cross_region_backup_strategy",
    type: rds.type,
    of: ownedBy("instance_id"),
    links: (here) => regionLinks(here, "backs-up-to", "destination_region"),
    decides: ["destination_region"],
  }),
  // Each end names the other one, in its region: the primary its disaster recovery instance, and that its primary.
  part({
    kind: "huaweicloud_rds_primary_instance_dr_capability",
    type: rds.type,
    of: ownedBy("instance_id"),
    links: (here) => linkAt(here, "fails-over-to", "target_instance_id", { region: textAt(here, "target_region") }),
    decides: ["target_region"],
  }),
  part({
    kind: "huaweicloud_rds_dr_instance_dr_capability",
    type: rds.type,
    of: ownedBy("instance_id"),
    links: (here) => linkFrom(here, "fails-over-to", "target_instance_id", { region: textAt(here, "target_region") }),
    decides: ["target_region"],
  }),
  part({
    kind: "huaweicloud_dws_disaster_recovery_task",
    type: dws.type,
    of: ownedBy("primary_cluster_id"),
    links: (here) => linkAt(here, "fails-over-to", "standby_cluster_id"),
  }),
];
