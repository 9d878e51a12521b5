import type { PlannedLink, PlannedPart, PlannedShape } from "../../../src/model/index.ts";
import {
  blocks,
  byId,
  byScheme,
  type Here,
  link,
  linkAt,
  linkFrom,
  numberAt,
  ownedBy,
  regionLinks,
  targetAt,
  textAt,
} from "../../planned-here.ts";
import { part, shape } from "./reader.ts";

const topic = { type: "tencent/cls/topic", role: "store" } as const;
const registry = { type: "tencent/tcr/instance", role: "store" } as const;
const bucket = byScheme("cos");

/** Stores of which a template says no more than where they are. */
const plain: readonly (readonly [kind: string, type: string, name: string, zone?: string])[] = [
  ["cdwdoris_instance", "cdwdoris/instance", "instance_name", "zone"],
  ["cdwpg_instance", "cdwpg/instance", "instance_name", "zone"],
  ["cfs_file_system", "cfs/file-system", "name", "availability_zone"],
  ["chdfs_file_system", "chdfs/file-system", "file_system_name"],
  ["ckafka_instance", "ckafka/instance", "instance_name"],
  ["clickhouse_instance", "cdwch/instance", "instance_name", "zone"],
  ["elasticsearch_instance", "es/instance", "instance_name", "availability_zone"],
  ["tcaplus_cluster", "tcaplusdb/cluster", "cluster_name"],
  ["emr_cluster", "emr/cluster", "instance_name"],
  ["emr_cluster_v2", "emr/cluster", "instance_name"],
  ["tdmq_instance", "tdmq/cluster", "cluster_name"],
  ["tdmq_professional_cluster", "tdmq/cluster", "cluster_name"],
  ["tdmq_rabbitmq_vip_instance", "tdmq/rabbitmq-instance", "cluster_name"],
  ["tdmq_rocketmq_cluster", "tdmq/rocketmq-cluster", "cluster_name"],
  ["tdmq_rocketmq_vip_instance", "tdmq/rocketmq-cluster", "name"],
  ["trocket_rocketmq_instance", "trocket/instance", "name"],
  ["vdb_instance", "vdb/instance", "instance_name"],
];

/** 3640 stands for "kept for ever" (provider documentation of the topic, 2026-08). */
function retention(days: number | undefined): number | string | undefined {
  return days === 3640 ? "unlimited" : days;
}

export const platformShapes: readonly PlannedShape[] = [
  ...plain.map(([kind, type, name, zone]) =>
    shape({
      kind: `tencentcloud_${kind}`,
      type: `tencent/${type}`,
      role: "store",
      name: [name],
      ...(zone === undefined ? {} : { zone }),
    }),
  ),
  shape({
    kind: "tencentcloud_cfs_snapshot",
    type: "tencent/cfs/snapshot",
    role: "copy",
    name: ["snapshot_name"],
    parent: ["file_system_id", byId],
    links: (here) => linkFrom(here, "copied-to", "file_system_id"),
  }),
  shape({ kind: "tencentcloud_cls_logset", type: "tencent/cls/logset", role: "compute", name: ["logset_name"] }),
  shape({
    kind: "tencentcloud_cls_topic",
    ...topic,
    name: ["topic_name"],
    parent: ["logset_id", byId],
    links: (here) => linkFrom(here, "part-of", "logset_id"),
    attributes: (here) => ({ retentionDays: retention(numberAt(here, "period")) }),
  }),
  shape({
    kind: "tencentcloud_tcr_instance",
    ...registry,
    // Regions of the registry itself go by number, and at times by name as well.
    links: (here) =>
      blocks(here, "replications").map((one) => {
        const name = textAt(one, "region_name");
        return link(
          one,
          "replicates-to",
          name === undefined ? {} : { place: { region: name } },
          "region_name",
          name ?? "a region by its number",
        );
      }),
    decides: ["replications"],
  }),
  shape({
    kind: "tencentcloud_kms_key",
    type: "tencent/kms/key",
    role: "flow",
    name: ["alias"],
    attributes: (here) => ({ usage: textAt(here, "key_usage") }),
  }),
  shape({ kind: "tencentcloud_kms_external_key", type: "tencent/kms/key", role: "flow", name: ["alias"] }),
  // Of a secret no value is read.
  shape({ kind: "tencentcloud_ssm_secret", type: "tencent/ssm/secret", role: "store", name: ["secret_name"] }),
  shape({
    kind: "tencentcloud_audit_track",
    type: "tencent/cloudaudit/track",
    role: "flow",
    links: (here) =>
      textAt(here, "status") === "0"
        ? []
        : blocks(here, "storage").map((storage) => {
            const region = textAt(storage, "storage_region");
            const named = targetAt(storage, "storage_name", textAt(storage, "storage_type") === "cos" ? bucket : byId);
            return link(
              storage,
              "logs-to",
              region === undefined ? named : { ...named, place: { region } },
              "storage_region",
              region,
            );
          }),
    attributes: (here) => ({ logKind: "network", logging: onOf(textAt(here, "status")) }),
    decides: ["status", "storage"],
  }),
  // Where its logs go to is the own region unless another one is stated.
  shape({
    kind: "tencentcloud_vpc_flow_log",
    type: "tencent/vpc/flow-log",
    role: "flow",
    name: ["flow_log_name"],
    links: (here) => [
      ...linkAt(here, "logs-to", "cloud_log_id", { region: textAt(here, "cloud_log_region") }),
      ...blocks(here, "flow_log_storage").flatMap((storage) => linkAt(storage, "logs-to", "storage_id")),
    ],
    attributes: () => ({ logKind: "network" }),
  }),
  shape({
    kind: "tencentcloud_dts_sync_job",
    type: "tencent/dts/job",
    role: "flow",
    name: ["job_name"],
    links: (here) => [
      ...regionLinks(here, "streams-to", "src_region").map((one) => ({ ...one, direction: "from" as const })),
      ...regionLinks(here, "streams-to", "dst_region"),
    ],
    decides: ["dst_region"],
  }),
];

function onOf(status: string | undefined): boolean | undefined {
  return status === undefined ? undefined : status !== "0";
}

export const platformParts: readonly PlannedPart[] = [
  part({
    kind: "tencentcloud_cls_cos_shipper",
    type: topic.type,
    of: ownedBy("topic_id"),
    links: (here) => linkAt(here, "streams-to", "bucket", { towards: bucket }),
  }),
  // The other instance's region goes by number here, so that only the instance itself tells it.
  part({
    kind: "tencentcloud_tcr_replication",
    type: registry.type,
    of: ownedBy("source_registry_id"),
    links: (here) => linkAt(here, "replicates-to", "destination_registry_id"),
  }),
  part({
    kind: "tencentcloud_dts_sync_config",
    type: "tencent/dts/job",
    of: ownedBy("job_id"),
    links: (here) => [...end(here, "src_info", "from"), ...end(here, "dst_info", "to")],
  }),
];

/** An end of a synchronization. Accounts and passwords stand beside it and are never read. */
function end(here: Here, path: string, direction: PlannedLink["direction"]): readonly PlannedLink[] {
  return blocks(here, path).flatMap((info) => {
    const region = textAt(info, "region");
    return linkAt(info, "streams-to", "instance_id", { region }).map((one) => ({ ...one, direction }));
  });
}
