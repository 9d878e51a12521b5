import type { PlannedPart, PlannedShape } from "../../../src/model/index.ts";
import { blocks, byScheme, link, linkAt, ownedBy, targetAt, textAt } from "../../planned-here.ts";
import { placeRegion } from "../regions.ts";
import { part, shape } from "./reader.ts";

const registry = { type: "alibaba/cr/instance", role: "store", scheme: "cr" } as const;
const key = { type: "alibaba/kms/key", role: "flow" } as const;
const secret = { type: "alibaba/kms/secret", role: "store" } as const;
const code = { type: "alibaba/fc/function", role: "compute" } as const;
const byRegistry = byScheme("cr");

/** Stores of which a template says no more than where they are. */
const plain: readonly (readonly [kind: string, type: string, name: string, zone?: string])[] = [
  ["alicloud_adb_db_cluster", "alibaba/adb/cluster", "description", "zone_id"],
  ["alicloud_amqp_instance", "alibaba/amqp/instance", "instance_name"],
  ["alicloud_alikafka_instance", "alibaba/alikafka/instance", "name", "zone_id"],
  ["alicloud_click_house_db_cluster", "alibaba/clickhouse/cluster", "db_cluster_description", "zone_id"],
  ["alicloud_drds_polardbx_instance", "alibaba/polardbx/instance", "description", "primary_zone"],
  ["alicloud_elasticsearch_instance", "alibaba/elasticsearch/instance", "description"],
  ["alicloud_gpdb_instance", "alibaba/gpdb/instance", "description", "zone_id"],
  ["alicloud_hbase_instance", "alibaba/hbase/instance", "name", "zone_id"],
  ["alicloud_lindorm_instance", "alibaba/hitsdb/instance", "instance_name", "zone_id"],
  ["alicloud_maxcompute_project", "alibaba/odps/project", "project_name"],
  ["alicloud_message_service_queue", "alibaba/mns/queue", "queue_name"],
  ["alicloud_mns_queue", "alibaba/mns/queue", "name"],
  ["alicloud_ons_instance", "alibaba/ons/instance", "instance_name"],
  ["alicloud_ots_instance", "alibaba/ots/instance", "name"],
  ["alicloud_rocketmq_instance", "alibaba/rocketmq/instance", "instance_name"],
  ["ALIYUN::ADB::DBCluster", "alibaba/adb/cluster", "DBClusterDescription", "ZoneId"],
  ["ALIYUN::AMQP::Instance", "alibaba/amqp/instance", "InstanceName"],
  ["ALIYUN::ClickHouse::DBCluster", "alibaba/clickhouse/cluster", "DBClusterDescription", "ZoneId"],
  ["ALIYUN::ElasticSearch::Instance", "alibaba/elasticsearch/instance", "Description", "ZoneId"],
  ["ALIYUN::GPDB::DBInstance", "alibaba/gpdb/instance", "DBInstanceDescription", "ZoneId"],
  ["ALIYUN::GPDB::ElasticDBInstance", "alibaba/gpdb/instance", "DBInstanceDescription", "ZoneId"],
  ["ALIYUN::HBase::Cluster", "alibaba/hbase/instance", "ClusterName", "ZoneId"],
  ["ALIYUN::KAFKA::Instance", "alibaba/alikafka/instance", "Name"],
  ["ALIYUN::Lindorm::Instance", "alibaba/hitsdb/instance", "InstanceName", "ZoneId"],
  ["ALIYUN::Lindorm::MultiZoneInstance", "alibaba/hitsdb/instance", "InstanceName", "PrimaryZoneId"],
  ["ALIYUN::MNS::Queue", "alibaba/mns/queue", "QueueName"],
  ["ALIYUN::MaxCompute::Project", "alibaba/odps/project", "Name"],
  ["ALIYUN::OTS::Instance", "alibaba/ots/instance", "InstanceName"],
  ["ALIYUN::PolarDBX::DBInstance", "alibaba/polardbx/instance", "DBInstanceDescription", "PrimaryZone"],
  ["ALIYUN::ROCKETMQ5::Instance", "alibaba/rocketmq/instance", "InstanceName"],
  ["ALIYUN::ROCKETMQ::Instance", "alibaba/ons/instance", "InstanceName"],
];

export const platformShapes: readonly PlannedShape[] = [
  shape({
    kind: "alicloud_cr_ee_instance",
    ...registry,
    name: ["instance_name"],
    attributes: (here) => ({ specification: textAt(here, "instance_type") }),
  }),
  shape({
    kind: "ALIYUN::CR::Instance",
    ...registry,
    name: ["InstanceName"],
    attributes: (here) => ({ specification: textAt(here, "InstanceType") }),
  }),
  shape({
    kind: "alicloud_kms_key",
    ...key,
    name: ["description"],
    attributes: (here) => ({
      origin: textAt(here, "origin"),
      spec: textAt(here, "key_spec"),
      usage: textAt(here, "key_usage"),
      protection: textAt(here, "protection_level"),
    }),
  }),
  shape({
    kind: "ALIYUN::KMS::Key",
    ...key,
    name: ["Description"],
    attributes: (here) => ({ spec: textAt(here, "KeySpec"), usage: textAt(here, "KeyUsage") }),
  }),
  // Of a secret no value is read.
  shape({
    kind: "alicloud_kms_secret",
    ...secret,
    name: ["secret_name"],
    attributes: (here) => ({ kind: textAt(here, "secret_type") }),
  }),
  shape({
    kind: "ALIYUN::KMS::Secret",
    ...secret,
    name: ["SecretName"],
    attributes: (here) => ({ kind: textAt(here, "SecretType") }),
  }),
  // Of a function neither code nor environment is read.
  shape({
    kind: "alicloud_fcv3_function",
    ...code,
    name: ["function_name"],
    links: (here) =>
      blocks(here, "log_config").flatMap((config) => {
        const [project, logstore] = [textAt(config, "project"), textAt(config, "logstore")];
        const named = targetAt(config, "logstore");
        const { address } = named.address === undefined ? targetAt(config, "project") : named;
        const id = project === undefined ? undefined : `log://${[project, logstore].filter(Boolean).join(":")}`;
        if (address === undefined && id === undefined) return [];
        // A function writes its logs to a project of its own region (Function Compute user guide, "Configure logging").
        const place = here.region === undefined ? {} : { place: { region: here.region } };
        const target = { ...(address === undefined ? {} : { address }), ...(id === undefined ? {} : { id }), ...place };
        return [link(config, "logs-to", target, "project")];
      }),
    attributes: (here) => ({ runtime: textAt(here, "runtime") }),
  }),
  ...["alicloud_fc_function", "alicloud_fcv2_function"].map((kind) =>
    shape({
      kind,
      ...code,
      name: ["name", "function_name"],
      attributes: (here) => ({ runtime: textAt(here, "runtime") }),
    }),
  ),
  ...["ALIYUN::FC::Function", "ALIYUN::FC3::Function"].map((kind) =>
    shape({
      kind,
      ...code,
      name: ["FunctionName"],
      attributes: (here) => ({ runtime: textAt(here, "Runtime") }),
    }),
  ),
  ...plain.map(([kind, type, name, zone]) =>
    shape({ kind, type, role: "store", name: [name], ...(zone === undefined ? {} : { zone }) }),
  ),
];

export const platformParts: readonly PlannedPart[] = [
  part({
    kind: "alicloud_cr_ee_sync_rule",
    type: registry.type,
    of: ownedBy("instance_id", byRegistry),
    links: (here) => {
      const region = textAt(here, "target_region_id");
      const placed = region === undefined ? {} : { region: placeRegion(region) };
      const party = textAt(here, "target_user_id");
      return linkAt(here, "replicates-to", "target_instance_id", { towards: byRegistry, ...placed }).map((one) =>
        party === undefined ? one : { ...one, target: { ...one.target, party } },
      );
    },
    decides: ["target_region_id"],
  }),
];
