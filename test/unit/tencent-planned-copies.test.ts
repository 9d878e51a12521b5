import { expect, test } from "vitest";
import { tencentTemplates } from "../../providers/tencent/planned/index.ts";
import { type GivenResource, linksOf, recordsOf } from "../support/planned-provider.ts";

function read(...given: readonly GivenResource[]) {
  return recordsOf(tencentTemplates, "ap-guangzhou", given);
}

type Settings = NonNullable<GivenResource["settings"]>;

/** What one resource states alone, written by hand. */
const statements: readonly (readonly [kind: string, settings: Settings, type: string, links: readonly string[]])[] = [
  ["mysql_backup", { instance_id: "cdb-1" }, "cdb/backup", ["copied-to from cdb-1"]],
  ["lighthouse_snapshot", { instance_id: "lh-1" }, "lighthouse/snapshot", ["copied-to from lh-1"]],
  ["postgresql_base_backup", { db_instance_id: "pg-1" }, "postgres/backup", ["copied-to from pg-1"]],
  [
    "postgresql_readonly_instance_v2",
    { master_db_instance_id: "pg-1" },
    "postgres/instance",
    ["replicates-to from pg-1 in ap-guangzhou"],
  ],
  [
    "dts_migrate_job",
    {
      src_info: [{ region: "ap-guangzhou", info: [{ instance_id: "cdb-1", password: "not to be seen" }] }],
      dst_info: [{ region: "ap-singapore", info: [{ instance_id: "cdb-2", password: "not to be seen" }] }],
    },
    "dts/job",
    ["streams-to from cdb-1 in ap-guangzhou", "streams-to to cdb-2 in ap-singapore"],
  ],
  [
    "dts_migrate_job",
    {
      src_info: [{ region: "ap-guangzhou", info: [{ instance_id: "cdb-1" }] }],
      dst_info: [{ region: "ap-guangzhou", supplier: "aws", info: [{ host: "203.0.113.7" }] }],
    },
    "dts/job",
    ["streams-to from cdb-1 in ap-guangzhou", "streams-to to ?"],
  ],
  [
    "cls_scheduled_sql",
    {
      enable_flag: 1,
      src_topic_id: "t-1",
      src_topic_region: "ap-guangzhou",
      dst_resource: [{ topic_id: "t-2", region: "ap-hongkong" }],
    },
    "cls/scheduled-sql",
    ["streams-to from t-1 in ap-guangzhou", "streams-to to t-2 in ap-hongkong"],
  ],
  [
    "cls_cloud_product_log_task_v2",
    { instance_id: "cdb-1", cls_region: "ap-hongkong", topic_name: "new" },
    "cls/cloud-product-log-task",
    ["logs-to from cdb-1", "logs-to to ? in ap-hongkong"],
  ],
  [
    "sqlserver_publish_subscribe",
    { publish_instance_id: "ms-1", subscribe_instance_id: "ms-2" },
    "sqlserver/publish-subscribe",
    ["replicates-to from ms-1", "replicates-to to ms-2"],
  ],
  ["trocket_rocketmq_instance", { name: "q" }, "trocket/instance", []],
  ["instance_set", { instance_name: "web" }, "cvm/instance", []],
];

test.each(statements)("%s with %o", (kind, settings, type, links) => {
  const address = `tencentcloud_${kind}.it`;
  const { at, gaps } = read({ address, settings });
  expect(at(address).type).toBe(`tencent/${type}`);
  expect(linksOf(at(address))).toEqual(links);
  expect(JSON.stringify(at(address))).not.toMatch(/not to be seen/);
  expect(gaps).toEqual([]);
});

/** A part, its owner, and what the owner states with it. */
const parts: readonly (readonly [part: GivenResource, owner: GivenResource, links: readonly string[]])[] = [
  [
    {
      address: "tencentcloud_mysql_cls_log_attachment.l",
      settings: { instance_id: "cdb-1", log_topic: "t-1", cls_region: "ap-hongkong" },
    },
    { address: "tencentcloud_mysql_instance.m", settings: { id: "cdb-1" } },
    ["logs-to to t-1 in ap-hongkong"],
  ],
  [
    { address: "tencentcloud_redis_log_delivery.l", settings: { instance_id: "crs-1", topic_name: "new" } },
    { address: "tencentcloud_redis_instance.r", settings: { id: "crs-1" } },
    ["logs-to to ? in ap-guangzhou"],
  ],
  [
    {
      address: "tencentcloud_cls_data_transform.d",
      settings: { src_topic_id: "t-1", dst_resources: [{ topic_id: "t-2" }] },
    },
    { address: "tencentcloud_cls_topic.t", settings: { id: "t-1" } },
    ["streams-to to t-2"],
  ],
  [
    { address: "tencentcloud_cls_kafka_consumer.k", settings: { from_topic_id: "t-1" } },
    { address: "tencentcloud_cls_topic.t", settings: { id: "t-1" } },
    ["streams-to to ?"],
  ],
  [
    { address: "tencentcloud_cvm_export_images.e", settings: { image_id: "img-1", bucket_name: "images-125" } },
    { address: "tencentcloud_image.m", settings: { id: "img-1" } },
    ["copied-to to cos://images-125"],
  ],
  [
    {
      address: "tencentcloud_cos_bucket_inventory.i",
      settings: {
        bucket: "members-125",
        is_enabled: "true",
        destination: [{ bucket: "qcs::cos:ap-hongkong::lists-125" }],
      },
    },
    { address: "tencentcloud_cos_bucket.b", settings: { bucket: "members-125" } },
    ["logs-to to cos://lists-125 in ap-hongkong"],
  ],
];

test.each(parts)("$address is stated by its owner", (part, owner, links) => {
  expect(linksOf(read(owner, part).at(owner.address))).toEqual(links);
});

test.each([
  ["vpc", true],
  ["security_group_rule", true],
  ["cam_role", true],
  ["private_dns_record", true],
  ["kubernetes_node_pool", true],
  ["cls_index", true],
  ["ssm_secret_version", true],
  ["mysql_restart_db_instances_operation", true],
  ["clb_cls_log_attachment", false],
  ["cls_export", false],
  ["eb_event_target", false],
  ["teo_prefetch_task_operation", false],
  ["mysql_backup_download_restriction", false],
  ["something_new", false],
])("tencentcloud_%s holds no data: %s", (kind, answer) => {
  expect(tencentTemplates.catalogue.holdsNoData(`tencentcloud_${kind}`)).toBe(answer);
});
