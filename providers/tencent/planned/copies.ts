import type { PlannedLink, PlannedPart, PlannedShape } from "../../../src/model/index.ts";
import { blocks, byId, byScheme, type Here, link, linkAt, linkFrom, ownedBy, textAt } from "../../planned-here.ts";
import { part, shape } from "./reader.ts";

const bucket = byScheme("cos");
const topic = "tencent/cls/topic";
const dts = { type: "tencent/dts/job", role: "flow" } as const;

/** Copies that somebody makes: kind, type, setting that names the source. They lie with it. */
const copies = [
  ["cbs_disk_backup", "cbs/snapshot", "disk_id"],
  ["lighthouse_blueprint", "lighthouse/blueprint", "instance_id"],
  ["lighthouse_disk_backup", "lighthouse/snapshot", "disk_id"],
  ["lighthouse_snapshot", "lighthouse/snapshot", "instance_id"],
  ["mongodb_instance_backup", "mongodb/backup", "instance_id"],
  ["mysql_backup", "cdb/backup", "instance_id"],
  ["postgresql_base_backup", "postgres/backup", "db_instance_id"],
  ["sqlserver_general_backup", "sqlserver/backup", "instance_id"],
] as const;

/** An end of a migration. Users, passwords and temporary keys stand beside it and are never read. */
function end(here: Here, path: string, direction: PlannedLink["direction"]): readonly PlannedLink[] {
  return blocks(here, path).flatMap((info) => {
    const region = textAt(info, "region");
    const isOwn = /^(?:tencentcloud)?$/i.test(textAt(info, "supplier") ?? "");
    const place = region === undefined || !isOwn ? {} : { region };
    const named = blocks(info, "info").flatMap((one) => {
      const found = linkAt(one, "streams-to", "instance_id", place);
      return found.length > 0 ? found : [link(one, "streams-to", {}, "host", "an address")];
    });
    return named.map((one) => ({ ...one, direction }));
  });
}

/** Databases that write their logs to a topic, at times of another region: kind, owner's type and setting, topic, region. */
const logs = [
  ["mysql_cls_log_attachment", "cdb/instance", "instance_id", "log_topic", "cls_region"],
  ["redis_log_delivery", "redis/instance", "instance_id", "topic_id", "log_region"],
] as const;

/** Copies and what makes them (tencentcloud provider, 2026-08). */
export const copyShapes: readonly PlannedShape[] = [
  ...copies.map(([kind, type, source]) =>
    shape({
      kind: `tencentcloud_${kind}`,
      type: `tencent/${type}`,
      role: "copy",
      parent: [source, byId],
      links: (here) => linkFrom(here, "copied-to", source),
    }),
  ),
  shape({
    kind: "tencentcloud_dts_migrate_job",
    ...dts,
    links: (here) => [...end(here, "src_info", "from"), ...end(here, "dst_info", "to")],
  }),
  // What a SQL query makes of a topic, in the region where the query is declared.
  shape({
    kind: "tencentcloud_cls_scheduled_sql",
    type: "tencent/cls/scheduled-sql",
    role: "flow",
    links: (here) =>
      textAt(here, "enable_flag") === "2"
        ? []
        : [
            ...linkFrom(here, "streams-to", "src_topic_id", { region: textAt(here, "src_topic_region") }),
            ...blocks(here, "dst_resource").flatMap((one) =>
              linkAt(one, "streams-to", "topic_id", { region: textAt(one, "region") }),
            ),
          ],
  }),
  shape({
    kind: "tencentcloud_sqlserver_publish_subscribe",
    type: "tencent/sqlserver/publish-subscribe",
    role: "flow",
    name: ["publish_subscribe_name"],
    links: (here) => [
      ...linkFrom(here, "replicates-to", "publish_instance_id"),
      ...linkAt(here, "replicates-to", "subscribe_instance_id"),
    ],
  }),
  // Logs of a product's instance, at times from another region.
  shape({
    kind: "tencentcloud_cls_cloud_product_log_task_v2",
    type: "tencent/cls/cloud-product-log-task",
    role: "flow",
    links: (here) => {
      const region = textAt(here, "cls_region");
      const place = region === undefined ? {} : { place: { region } };
      const target = linkAt(here, "logs-to", "topic_id", { region });
      return [
        ...linkFrom(here, "logs-to", "instance_id"),
        ...(target.length > 0 ? target : [link(here, "logs-to", place, "cls_region", region)]),
      ];
    },
    decides: ["cls_region"],
  }),
];

export const copyParts: readonly PlannedPart[] = [
  ...logs.map(([kind, type, owner, to, region]) =>
    part({
      kind: `tencentcloud_${kind}`,
      type: `tencent/${type}`,
      of: ownedBy(owner),
      links: (here) => {
        const stated = textAt(here, region) ?? here.region;
        const named = linkAt(here, "logs-to", to, { region: stated });
        const place = stated === undefined ? {} : { place: { region: stated } };
        return named.length > 0 ? named : [link(here, "logs-to", place, region, stated)];
      },
      decides: [region],
      filledIn: [region],
    }),
  ),
  part({
    kind: "tencentcloud_cls_data_transform",
    type: topic,
    of: ownedBy("src_topic_id"),
    links: (here) =>
      textAt(here, "enable_flag") === "2"
        ? []
        : blocks(here, "dst_resources").flatMap((one) => linkAt(one, "streams-to", "topic_id")),
    decides: ["dst_resources"],
  }),
  // Whoever reads by the protocol of Kafka or in a data lake is not stated.
  part({
    kind: "tencentcloud_cls_kafka_consumer",
    type: topic,
    of: ownedBy("from_topic_id"),
    links: (here) => [link(here, "streams-to", {}, "from_topic_id", "consumers by the protocol of Kafka")],
  }),
  part({
    kind: "tencentcloud_cvm_export_images",
    type: "tencent/cvm/image",
    of: ownedBy("image_id"),
    links: (here) => linkAt(here, "copied-to", "bucket_name", { towards: bucket }),
  }),
  part({
    kind: "tencentcloud_cos_bucket_inventory",
    type: "tencent/cos/bucket",
    of: ownedBy("bucket", bucket),
    links: (here) =>
      textAt(here, "is_enabled") === "false"
        ? []
        : blocks(here, "destination").flatMap((one) => linkAt(one, "logs-to", "bucket", { towards: inventory })),
  }),
  part({
    kind: "tencentcloud_lighthouse_disk_attachment",
    type: "tencent/lighthouse/disk",
    of: ownedBy("disk_id"),
    links: (here) => linkFrom(here, "part-of", "instance_id"),
  }),
];

/** `qcs::cos:<region>::<bucket>` */
function inventory(value: string) {
  const [, region, name] = /^qcs::cos:([a-z0-9-]+)::(.+)$/.exec(value) ?? [];
  return region === undefined || name === undefined ? bucket(value) : { ...bucket(name), place: { region } };
}
