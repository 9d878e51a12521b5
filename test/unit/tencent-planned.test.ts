import { describe, expect, test } from "vitest";
import { tencentTemplates } from "../../providers/tencent/planned/index.ts";
import { regionOfZone } from "../../providers/tencent/planned/reader.ts";
import { known, unknown } from "../../src/model/index.ts";
import { later } from "../../src/plan/settings.ts";
import { type GivenResource, linksOf, recordsOf } from "../support/planned-provider.ts";

function read(...given: readonly GivenResource[]) {
  return recordsOf(tencentTemplates, "ap-guangzhou", given);
}

const members: GivenResource = {
  address: "tencentcloud_cos_bucket.members",
  settings: { bucket: "members-125", tags: { 数据级别: "个人信息" } },
};

describe("a bucket", () => {
  test("lies in the region of its provider, under its own name, with its tags", () => {
    expect(read(members).at(members.address)).toMatchObject({
      type: "tencent/cos/bucket",
      role: "store",
      name: "members-125",
      place: known({ region: "ap-guangzhou" }),
      tags: known({ 数据级别: "个人信息" }),
      aliases: ["cos://members-125"],
      links: [],
    });
  });

  test("states replication by rules that are on, logs, acceleration and openness", () => {
    const { at } = read({
      address: members.address,
      settings: {
        bucket: "members-125",
        acl: "public-read",
        replica_rules: [
          { status: "Enabled", destination_bucket: "qcs::cos:ap-singapore::copy-125" },
          { status: "Disabled", destination_bucket: "qcs::cos:ap-tokyo::old-125" },
        ],
        log_enable: true,
        log_target_bucket: "logs-125",
        acceleration_enable: true,
      },
    });
    expect(linksOf(at(members.address))).toEqual([
      "reachable-from to ? for *",
      "replicates-to to cos://copy-125 in ap-singapore",
      "logs-to to cos://logs-125",
      "served-from to ?",
    ]);
  });

  test.each([
    ["everyone", { Principal: { qcs: ["qcs::cam::anyone:anyone"] }, Effect: "allow" }, ["reachable-from to ? for *"]],
    ["an account", { Principal: { qcs: ["qcs::cam::uin/1:uin/1"] }, Effect: "allow" }, []],
    ["everyone, to be refused", { Principal: { qcs: ["qcs::cam::anyone:anyone"] }, Effect: "deny" }, []],
  ])("its policy names %s", (_words, statement, links) => {
    const policy = JSON.stringify({ version: "2.0", Statement: [statement] });
    const part = { address: "tencentcloud_cos_bucket_policy.p", settings: { bucket: "members-125", policy } };
    expect(linksOf(read(members, part).at(members.address))).toEqual(links);
  });
});

test.each([
  ["ap-guangzhou-3", "ap-guangzhou"],
  ["ap-hongkong-2", "ap-hongkong"],
  ["na-siliconvalley-1", "na-siliconvalley"],
  ["ap-beijing", "ap-beijing"],
  ["moon-1", undefined],
])("zone %s lies in %s", (zone, region) => {
  expect(regionOfZone(zone)).toBe(region);
});

test("without a region of the provider block only a zone tells: Guangzhou is not taken for granted", () => {
  const { at } = read(
    {
      address: "tencentcloud_cbs_storage.d",
      region: null,
      settings: { availability_zone: "ap-hongkong-2", id: "disk-1" },
    },
    { address: "tencentcloud_cbs_snapshot.s", region: null, settings: { storage_id: "disk-1" } },
    { address: "tencentcloud_cos_bucket.b", region: null, settings: { bucket: "b-125" } },
  );
  expect(at("tencentcloud_cbs_storage.d").place).toEqual(known({ region: "ap-hongkong" }));
  expect(at("tencentcloud_cbs_snapshot.s").place).toEqual(known({ region: "ap-hongkong" }));
  expect(at("tencentcloud_cos_bucket.b").place).toEqual(unknown("unsupported"));
});

/** What one resource states, written by hand. */
const statements: readonly (readonly [string, GivenResource["settings"], type: string, links: readonly string[]])[] = [
  ["cbs_storage", { snapshot_id: "snap-1", encrypt: true }, "cbs/disk", ["copied-to from snap-1"]],
  ["cbs_snapshot", { storage_id: "disk-1" }, "cbs/snapshot", ["copied-to from disk-1"]],
  ["image", { instance_id: "ins-1" }, "cvm/image", ["copied-to from ins-1"]],
  ["instance", { allocate_public_ip: true }, "cvm/instance", []],
  ["scf_function", { cls_topic_id: "t-1", environment: { KEY: "not to be seen" } }, "scf/function", ["logs-to to t-1"]],
  [
    "mysql_readonly_instance",
    { master_instance_id: "cdb-1", master_region: "ap-shanghai" },
    "cdb/instance",
    ["replicates-to from cdb-1 in ap-shanghai"],
  ],
  [
    "mysql_readonly_instance",
    { master_instance_id: "cdb-1" },
    "cdb/instance",
    ["replicates-to from cdb-1 in ap-guangzhou"],
  ],
  [
    "mysql_dr_instance",
    { master_instance_id: "cdb-1", master_region: "ap-shanghai" },
    "cdb/instance",
    ["fails-over-to from cdb-1 in ap-shanghai"],
  ],
  [
    "postgresql_instance",
    { kms_key_id: "k-1", kms_region: "ap-singapore" },
    "postgres/instance",
    ["key-held-in to ? in ap-singapore"],
  ],
  ["postgresql_instance", { kms_key_id: "k-1", kms_region: "ap-guangzhou" }, "postgres/instance", []],
  [
    "mongodb_standby_instance",
    { father_instance_id: "cmgo-1", father_instance_region: "ap-beijing" },
    "mongodb/instance",
    ["replicates-to from cmgo-1 in ap-beijing"],
  ],
  [
    "mariadb_instance",
    { dcn_instance_id: "tdsql-1", dcn_region: "ap-beijing", zones: ["ap-guangzhou-3"] },
    "mariadb/instance",
    ["replicates-to from tdsql-1 in ap-beijing"],
  ],
  ["cynosdb_cluster", { available_zone: "ap-guangzhou-4" }, "cynosdb/cluster", []],
  ["cls_topic", { logset_id: "l-1", period: 180 }, "cls/topic", ["part-of from l-1"]],
  [
    "tcr_instance",
    { replications: [{ region_name: "ap-singapore" }, { region_id: 9 }] },
    "tcr/instance",
    ["replicates-to to ? in ap-singapore", "replicates-to to ?"],
  ],
  [
    "audit_track",
    { status: 1, storage: [{ storage_type: "cos", storage_name: "logs", storage_region: "ap-hongkong" }] },
    "cloudaudit/track",
    ["logs-to to cos://logs in ap-hongkong"],
  ],
  ["audit_track", { status: 0, storage: [{ storage_type: "cos", storage_name: "logs" }] }, "cloudaudit/track", []],
  ["dts_sync_job", { src_region: "ap-guangzhou", dst_region: "ap-tokyo" }, "dts/job", ["streams-to to ? in ap-tokyo"]],
  [
    "vpc_flow_log",
    { cloud_log_id: "t-1", cloud_log_region: "ap-hongkong" },
    "vpc/flow-log",
    ["logs-to to t-1 in ap-hongkong"],
  ],
  ["ssm_secret", { secret_name: "s", versions: "not to be seen" }, "ssm/secret", []],
];

test.each(statements)("%s with %o", (kind, settings, type, links) => {
  const address = `tencentcloud_${kind}.it`;
  const { at } = read({ address, ...(settings === undefined ? {} : { settings }) });
  expect(at(address).type).toBe(`tencent/${type}`);
  expect(linksOf(at(address))).toEqual(links);
  expect(JSON.stringify(at(address))).not.toMatch(/not to be seen/);
});

/** A part, and what its owner states with it. */
const parts: readonly (readonly [part: GivenResource, owner: GivenResource, links: readonly string[]])[] = [
  [
    {
      address: "tencentcloud_cvm_sync_image.p",
      settings: { image_id: "img-1", destination_regions: ["ap-guangzhou", "ap-tokyo"] },
    },
    { address: "tencentcloud_image.m", settings: { id: "img-1" } },
    ["copied-to to ? in ap-tokyo"],
  ],
  [
    { address: "tencentcloud_cvm_image_share_permission.p", settings: { image_id: "img-1", account_ids: ["1234"] } },
    { address: "tencentcloud_image.m", settings: { id: "img-1" } },
    ["shared-with to ? for 1234"],
  ],
  [
    {
      address: "tencentcloud_mysql_remote_backup_config.p",
      settings: { instance_id: "cdb-1", remote_backup_save: "on", remote_region: ["ap-hongkong"] },
    },
    { address: "tencentcloud_mysql_instance.d", settings: { id: "cdb-1" } },
    ["backs-up-to to ? in ap-hongkong"],
  ],
  [
    {
      address: "tencentcloud_mysql_remote_backup_config.p",
      settings: { instance_id: "cdb-1", remote_backup_save: "off", remote_region: ["ap-hongkong"] },
    },
    { address: "tencentcloud_mysql_instance.d", settings: { id: "cdb-1" } },
    [],
  ],
  [
    {
      address: "tencentcloud_cynosdb_backup_config.p",
      settings: {
        cluster_id: "c-1",
        logic_backup_config: [{ logic_cross_regions_enable: "ON", logic_cross_regions: ["ap-hongkong"] }],
        snapshot_secondary_backup_config: [{ auto_copy_vaults: [{ vault_region: "ap-tokyo" }] }],
      },
    },
    { address: "tencentcloud_cynosdb_cluster.c", settings: { id: "c-1" } },
    ["backs-up-to to ? in ap-hongkong", "backs-up-to to ? in ap-tokyo"],
  ],
  [
    { address: "tencentcloud_cls_cos_shipper.s", settings: { topic_id: "t-1", bucket: "logs-125" } },
    { address: "tencentcloud_cls_topic.t", settings: { id: "t-1" } },
    ["streams-to to cos://logs-125"],
  ],
  [
    {
      address: "tencentcloud_tcr_replication.r",
      settings: { source_registry_id: "tcr-1", destination_registry_id: "tcr-2" },
    },
    { address: "tencentcloud_tcr_instance.i", settings: { id: "tcr-1" } },
    ["replicates-to to tcr-2"],
  ],
  [
    {
      address: "tencentcloud_redis_replicate_attachment.r",
      settings: { master_instance_id: "crs-1", instance_ids: ["crs-2"] },
    },
    { address: "tencentcloud_redis_instance.i", settings: { id: "crs-1" } },
    ["replicates-to to crs-2"],
  ],
  [
    {
      address: "tencentcloud_dts_sync_config.c",
      settings: {
        job_id: "sync-1",
        src_info: [{ instance_id: "cdb-1", region: "ap-guangzhou", password: "not to be seen" }],
        dst_info: [{ instance_id: "cdb-2", region: "ap-tokyo" }],
      },
    },
    { address: "tencentcloud_dts_sync_job.j", settings: { id: "sync-1" } },
    ["streams-to from cdb-1 in ap-guangzhou", "streams-to to cdb-2 in ap-tokyo"],
  ],
];

test.each(parts)("$address is stated by its owner", (part, owner, links) => {
  const record = read(owner, part).at(owner.address);
  expect(linksOf(record)).toEqual(links);
  expect(JSON.stringify(record)).not.toMatch(/not to be seen/);
});

test("a snapshot's copy lies in the region that it is made for, which may not be known yet", () => {
  const copy = (destination_region: string | typeof later) =>
    read({
      address: "tencentcloud_cbs_copy_snapshot_cross_region.c",
      settings: { snapshot_id: "snap-1", destination_region },
    });
  const made = copy("ap-hongkong").at("tencentcloud_cbs_copy_snapshot_cross_region.c");
  expect(made).toMatchObject({ type: "tencent/cbs/snapshot", place: known({ region: "ap-hongkong" }) });
  expect(linksOf(made)).toEqual(["copied-to from snap-1"]);
  const open = copy(later);
  expect(open.at("tencentcloud_cbs_copy_snapshot_cross_region.c").place).toEqual(unknown("unsupported"));
  expect(open.gaps.map(({ detail }) => detail)).toEqual([
    "destination_region is known only when the change is applied",
  ]);
});

test("a topic keeps its logs for the days stated, 3640 of them for ever", () => {
  const days = (period: number) =>
    read({ address: "tencentcloud_cls_topic.t", settings: { period } }).at("tencentcloud_cls_topic.t").attributes;
  expect(days(180)).toEqual({ retentionDays: 180 });
  expect(days(3640)).toEqual({ retentionDays: "unlimited" });
});

test.each([
  ["tencentcloud_vpc", true],
  ["tencentcloud_cam_role", true],
  ["tencentcloud_dcx", true],
  ["tencentcloud_dcdb_new", false],
  ["tencentcloud_cos_bucket_object", false],
  ["tencentcloud_ccn_flow_log", false],
  ["tencentcloud_something_new", false],
])("%s holds no data: %s", (kind, answer) => {
  expect(tencentTemplates.catalogue.holdsNoData(kind)).toBe(answer);
});

test("no kind is both known and without data, and none is listed twice", () => {
  const { shapes, parts: settings, claims, holdsNoData } = tencentTemplates.catalogue;
  const kinds = [...shapes, ...settings].map(({ kind }) => kind);
  expect(kinds.filter((kind, index) => kinds.indexOf(kind) !== index)).toEqual([]);
  expect(kinds.filter((kind) => !claims(kind) || holdsNoData(kind))).toEqual([]);
});
