import { describe, expect, test } from "vitest";
import { alibabaTemplates } from "../../providers/alibaba/planned/index.ts";
import { regionOfZone } from "../../providers/alibaba/planned/reader.ts";
import { known, unknown } from "../../src/model/index.ts";
import { later } from "../../src/plan/settings.ts";
import { type GivenResource, linksOf, recordsOf } from "../support/planned-provider.ts";

function read(...given: readonly GivenResource[]) {
  return recordsOf(alibabaTemplates, "cn-hangzhou", given);
}

const members: GivenResource = {
  address: "alicloud_oss_bucket.members",
  settings: { bucket: "members", redundancy_type: "ZRS", tags: { 数据级别: "个人信息", empty: "" } },
};

describe("a bucket", () => {
  test("lies in the region of its provider, under its own name, with its tags", () => {
    const record = read(members).at(members.address);
    expect(record).toMatchObject({
      type: "alibaba/oss/bucket",
      role: "store",
      name: "members",
      place: known({ region: "cn-hangzhou" }),
      tags: known({ 数据级别: "个人信息", empty: "" }),
      aliases: ["oss://members"],
      attributes: { redundancy: "ZRS" },
      links: [],
    });
  });

  test("states replication, logs, acceleration and openness, from itself and from its parts", () => {
    const { at } = read(
      {
        address: "alicloud_oss_bucket.members",
        settings: {
          bucket: "members",
          acl: "public-read",
          logging: [{ target_bucket: "logs" }],
          transfer_acceleration: [{ enabled: true }],
        },
      },
      {
        address: "alicloud_oss_bucket_replication.away",
        settings: { bucket: "members", destination: [{ bucket: "copy", location: "oss-ap-southeast-1" }] },
      },
    );
    expect(linksOf(at(members.address))).toEqual([
      "reachable-from to ? for *",
      "logs-to to oss://logs",
      "served-from to ? in oss-accelerate",
      "replicates-to to oss://copy in ap-southeast-1",
    ]);
  });

  test("a reference to another bucket of the change stands for it", () => {
    const { at } = read(
      members,
      { address: "alicloud_oss_bucket.copy", settings: { bucket: "copy" } },
      {
        address: "alicloud_oss_bucket_replication.away",
        settings: { bucket: later, destination: [{ bucket: later, location: later }] },
        refs: { bucket: [members.address], "destination[0].bucket": ["alicloud_oss_bucket.copy"] },
      },
    );
    expect(linksOf(at(members.address))).toEqual(["replicates-to to alicloud_oss_bucket.copy"]);
  });

  test("a block on public access takes back what a policy opens, and leaves no word of itself", () => {
    const policy = JSON.stringify({ Statement: [{ Effect: "Allow", Principal: ["*"], Action: ["oss:GetObject"] }] });
    const open = { address: "alicloud_oss_bucket_policy.p", settings: { bucket: "members", policy } };
    const block = (on: boolean): GivenResource => ({
      address: "alicloud_oss_bucket_public_access_block.b",
      settings: { bucket: "members", block_public_access: on },
    });
    expect(linksOf(read(members, open, block(false)).at(members.address))).toEqual(["reachable-from to ? for *"]);
    const closed = read(members, open, block(true)).at(members.address);
    expect(linksOf(closed)).toEqual([]);
    expect(closed.attributes).toEqual({ redundancy: "ZRS" });
  });

  test.each([
    ["a condition", { Effect: "Allow", Principal: "*", Condition: { StringEquals: {} } }],
    ["somebody", { Effect: "Allow", Principal: ["1234567890123456"] }],
    ["a denial", { Effect: "Deny", Principal: "*" }],
  ])("a policy with %s opens to nobody in general", (_words, statement) => {
    const policy = JSON.stringify({ Statement: statement });
    const { at } = read(members, { address: "alicloud_oss_bucket_policy.p", settings: { bucket: "members", policy } });
    expect(linksOf(at(members.address))).toEqual([]);
  });

  test("of a stack template is the same", () => {
    const { at } = read({
      address: "Members",
      kind: "ALIYUN::OSS::Bucket",
      settings: {
        BucketName: "members",
        AccessControl: "public-read-write",
        LoggingConfiguration: { TargetBucket: "logs" },
        Tags: { "data-class": "personal" },
      },
    });
    expect(at("Members")).toMatchObject({ type: "alibaba/oss/bucket", tags: known({ "data-class": "personal" }) });
    expect(linksOf(at("Members"))).toEqual(["reachable-from to ? for *", "logs-to to oss://logs"]);
  });
});

describe("where things lie", () => {
  test.each([
    ["cn-hangzhou-i", "cn-hangzhou"],
    ["cn-hangzhou-MAZ6(h,i)", "cn-hangzhou"],
    ["ap-southeast-1a", "ap-southeast-1"],
    ["cn-hongkong-b", "cn-hongkong"],
    ["cn-shanghai-finance-1a", "cn-shanghai-finance-1"],
    ["oss-cn-hongkong", "cn-hongkong"],
    ["moon-1a", undefined],
  ])("zone %s lies in %s", (zone, region) => {
    expect(regionOfZone(zone)).toBe(region);
  });

  test.each(["alicloud_disk", "alicloud_ecs_disk"])("%s names its zone by the older word too", (kind) => {
    for (const field of ["zone_id", "availability_zone"]) {
      const address = `${kind}.d`;
      const { at } = read({ address, region: null, settings: { [field]: "cn-hongkong-b" } });
      expect(at(address)).toMatchObject({ place: known({ region: "cn-hongkong" }), placeEvidence: { field } });
    }
  });

  test("a zone tells the region where no provider block does, and what has none lies with its source", () => {
    const { at } = read(
      { address: "alicloud_ecs_disk.d", region: null, settings: { zone_id: "cn-hongkong-b", id: "d-1" } },
      { address: "alicloud_ecs_snapshot.s", region: null, settings: { disk_id: "d-1" } },
      { address: "alicloud_ecs_snapshot.lost", region: null, settings: { disk_id: "d-2" } },
    );
    expect(at("alicloud_ecs_disk.d").place).toEqual(known({ region: "cn-hongkong" }));
    expect(at("alicloud_ecs_snapshot.s").place).toEqual(known({ region: "cn-hongkong" }));
    expect(at("alicloud_ecs_snapshot.lost").place).toEqual(unknown("unsupported"));
  });
});

/** What one resource states, written by hand. */
const statements: readonly (readonly [string, GivenResource["settings"], type: string, links: readonly string[]])[] = [
  ["alicloud_ecs_disk", { snapshot_id: "s-1" }, "ecs/disk", ["copied-to from s-1"]],
  ["alicloud_ecs_snapshot", { disk_id: "d-1" }, "ecs/snapshot", ["copied-to from d-1"]],
  ["alicloud_image", { instance_id: "i-1" }, "ecs/image", ["copied-to from i-1"]],
  [
    "alicloud_image_copy",
    { source_image_id: "m-1", source_region_id: "cn-beijing" },
    "ecs/image",
    ["copied-to from m-1 in cn-beijing"],
  ],
  ["alicloud_instance", { internet_max_bandwidth_out: 5 }, "ecs/instance", []],
  [
    "alicloud_ecs_auto_snapshot_policy",
    { enable_cross_region_copy: true, target_copy_regions: ["cn-hongkong"] },
    "ecs/auto-snapshot-policy",
    ["backs-up-to to ? in cn-hongkong"],
  ],
  [
    "alicloud_ecs_auto_snapshot_policy",
    { enable_cross_region_copy: false, target_copy_regions: ["cn-hongkong"] },
    "ecs/auto-snapshot-policy",
    [],
  ],
  [
    "alicloud_db_readonly_instance",
    { master_db_instance_id: "rm-1" },
    "rds/instance",
    ["replicates-to from rds://rm-1 in cn-hangzhou"],
  ],
  [
    "alicloud_rds_ddr_instance",
    { source_db_instance_name: "rm-1", source_region: "cn-beijing" },
    "rds/instance",
    ["copied-to from rds://rm-1 in cn-beijing"],
  ],
  ["alicloud_polardb_cluster", { gdn_id: "gdn-1" }, "polardb/cluster", ["replicates-to from gdn-1"]],
  [
    "alicloud_polardb_global_database_network",
    { db_cluster_id: "pc-1" },
    "polardb/global-database-network",
    ["replicates-to from polardb://pc-1"],
  ],
  [
    "alicloud_redis_tair_instance",
    { global_instance_id: "gr-1" },
    "kvstore/instance",
    ["replicates-to to gr-1", "replicates-to from gr-1"],
  ],
  ["alicloud_mongodb_instance", { encrypted: true }, "dds/instance", []],
  [
    "alicloud_hbr_replication_vault",
    { replication_source_vault_id: "v-1", replication_source_region_id: "cn-beijing" },
    "hbr/vault",
    ["replicates-to from v-1 in cn-beijing"],
  ],
  [
    "alicloud_hbr_policy",
    {
      rules: [
        { rule_type: "BACKUP", vault_id: "v-1" },
        { rule_type: "REPLICATION", replication_region_id: "us-west-1" },
      ],
    },
    "hbr/policy",
    ["backs-up-to to v-1", "backs-up-to to ? in us-west-1"],
  ],
  [
    "alicloud_hbr_oss_backup_plan",
    { bucket: "members", vault_id: "v-1" },
    "hbr/backup-plan",
    ["backs-up-to from oss://members", "backs-up-to to v-1"],
  ],
  ["alicloud_hbr_oss_backup_plan", { bucket: "members", vault_id: "v-1", disabled: true }, "hbr/backup-plan", []],
  [
    "alicloud_dts_synchronization_job",
    {
      source_endpoint_instance_type: "RDS",
      source_endpoint_instance_id: "rm-1",
      source_endpoint_region: "cn-hangzhou",
      destination_endpoint_instance_type: "OTHER",
      destination_endpoint_ip: "203.0.113.7",
      destination_endpoint_region: "ap-southeast-1",
      destination_endpoint_password: "not to be seen",
    },
    "dts/job",
    ["streams-to from rds://rm-1 in cn-hangzhou", "streams-to to ?"],
  ],
  [
    "alicloud_actiontrail_trail",
    { trail_name: "audit", oss_bucket_name: "logs", sls_project_arn: "acs:log:cn-hongkong:1:project/p" },
    "actiontrail/trail",
    ["logs-to to oss://logs", "logs-to to acs:log:cn-hongkong:1:project/p/logstore/actiontrail_audit in cn-hongkong"],
  ],
  ["alicloud_actiontrail_trail", { status: "Disable", oss_bucket_name: "logs" }, "actiontrail/trail", []],
  [
    "alicloud_fcv3_function",
    { log_config: [{ project: "p", logstore: "l" }], environment_variables: { KEY: "not to be seen" } },
    "fc/function",
    ["logs-to to log://p:l in cn-hangzhou"],
  ],
  ["alicloud_vpc_flow_log", { project_name: "p", log_store_name: "l" }, "vpc/flow-log", ["logs-to to log://p:l"]],
  ["alicloud_vpc_flow_log", { project_name: "p", log_store_name: "l", status: "Inactive" }, "vpc/flow-log", []],
  ["alicloud_kms_secret", { secret_name: "s", secret_data: "not to be seen" }, "kms/secret", []],
];

test.each(statements)("%s with %o", (kind, settings, type, links) => {
  const { at } = read({ address: `${kind}.it`, ...(settings === undefined ? {} : { settings }) });
  expect(at(`${kind}.it`).type).toBe(`alibaba/${type}`);
  expect(linksOf(at(`${kind}.it`))).toEqual(links);
  expect(JSON.stringify(at(`${kind}.it`))).not.toMatch(/not to be seen/);
});

/** A part, and what its owner states with it. */
const parts: readonly (readonly [part: GivenResource, owner: GivenResource, links: readonly string[]])[] = [
  [
    { address: "alicloud_image_share_permission.p", settings: { image_id: "m-1", account_id: "1234" } },
    { address: "alicloud_image.m", settings: { id: "m-1" } },
    ["shared-with to ? for 1234"],
  ],
  [
    {
      address: "alicloud_rds_instance_cross_backup_policy.p",
      settings: { instance_id: "rm-1", cross_backup_region: "cn-hongkong" },
    },
    { address: "alicloud_db_instance.d", settings: { id: "rm-1" } },
    ["backs-up-to to ? in cn-hongkong"],
  ],
  [
    {
      address: "alicloud_polardb_backup_policy.p",
      settings: { db_cluster_id: "pc-1", data_level2_backup_another_region_region: "us-east-1" },
    },
    { address: "alicloud_polardb_cluster.c", settings: { id: "pc-1" } },
    ["backs-up-to to ? in us-east-1"],
  ],
  [
    {
      address: "alicloud_cr_ee_sync_rule.r",
      settings: { instance_id: "cri-1", target_instance_id: "cri-2", target_region_id: "ap-southeast-1" },
    },
    { address: "alicloud_cr_ee_instance.i", settings: { id: "cri-1" } },
    ["replicates-to to cr://cri-2 in ap-southeast-1"],
  ],
  [
    { address: "alicloud_nas_data_flow.f", settings: { file_system_id: "cpfs-1", source_storage: "oss://1:members" } },
    { address: "alicloud_nas_file_system.n", settings: { id: "cpfs-1" } },
    ["streams-to from oss://members in cn-hangzhou"],
  ],
  [
    {
      address: "alicloud_sls_oss_export_sink.e",
      settings: {
        project: "p",
        configuration: [
          { logstore: "l", sink: [{ bucket: "logs", endpoint: "https://oss-cn-hongkong-internal.aliyuncs.com" }] },
        ],
      },
    },
    { address: "alicloud_log_store.l", settings: { project_name: "p", logstore_name: "l", retention_period: 3650 } },
    ["part-of from log://p", "streams-to to oss://logs in cn-hongkong"],
  ],
  [
    {
      address: "alicloud_hbr_policy_binding.b",
      settings: { policy_id: "po-1", source_type: "OSS", data_source_id: "members" },
    },
    { address: "alicloud_hbr_policy.p", settings: { id: "po-1" } },
    ["backs-up-to from oss://members"],
  ],
  [
    {
      address: "alicloud_ebs_disk_replica_pair.r",
      settings: { disk_id: "d-1", destination_disk_id: "d-2", destination_region_id: "cn-hongkong" },
    },
    { address: "alicloud_ecs_disk.d", settings: { id: "d-1" } },
    ["replicates-to to d-2 in cn-hongkong"],
  ],
];

test.each(parts)("$address is stated by its owner", (part, owner, links) => {
  expect(linksOf(read(owner, part).at(owner.address))).toEqual(links);
});

test("a Logstore keeps its logs for the days stated, 3650 of them for ever", () => {
  const days = (retention_period: number) =>
    read({ address: "alicloud_log_store.l", settings: { retention_period } }).at("alicloud_log_store.l").attributes;
  expect(days(180)).toEqual({ retentionDays: 180 });
  expect(days(3650)).toEqual({ retentionDays: "unlimited" });
});

test("a list open to everyone counts only with a public endpoint", () => {
  const database = {
    address: "alicloud_db_instance.d",
    settings: { id: "rm-1", security_ips: ["10.0.0.0/8", "0.0.0.0/0"] },
  };
  const endpoint = { address: "alicloud_db_connection.c", settings: { instance_id: "rm-1" } };
  expect(linksOf(read(database).at(database.address))).toEqual([]);
  expect(linksOf(read(database, endpoint).at(database.address))).toEqual(["reachable-from to ? for *"]);
});

test("a stack template copies an image to the region that it names, with tags as a list", () => {
  const { at } = read({
    address: "Copy",
    kind: "ALIYUN::ECS::CopyImage",
    settings: { ImageId: "m-1", DestinationRegionId: "cn-hongkong", Tag: [{ Key: "a", Value: "b" }] },
  });
  expect(at("Copy")).toMatchObject({ place: known({ region: "cn-hongkong" }), tags: known({ a: "b" }) });
  expect(linksOf(at("Copy"))).toEqual(["copied-to from m-1"]);
});

test("what decides and is not known yet is named", () => {
  const { gaps, at } = read({
    address: "alicloud_image_copy.c",
    settings: { source_image_id: "m-1", source_region_id: later, tags: later },
  });
  expect(gaps.map(({ detail }) => detail)).toEqual(["source_region_id is known only when the change is applied"]);
  expect(at("alicloud_image_copy.c").tags).toEqual(unknown("unsupported"));
});

test.each([
  ["alicloud_vpc", true],
  ["alicloud_ram_role", true],
  ["alicloud_slb_listener", true],
  ["alicloud_oss_bucket_object", false],
  ["alicloud_oss_bucket_inventory", false],
  ["alicloud_cen_flowlog", false],
  ["alicloud_something_new", false],
  ["ALIYUN::ECS::VPC", true],
  ["ALIYUN::ECS::VPCX", false],
  ["ALIYUN::DATAHUB::Topic", false],
  ["aws_vpc", false],
])("%s holds no data: %s", (kind, answer) => {
  expect(alibabaTemplates.catalogue.holdsNoData(kind)).toBe(answer);
});

test("no kind is both known and without data, and none is listed twice", () => {
  const { shapes, parts: settings, claims, holdsNoData } = alibabaTemplates.catalogue;
  const kinds = [...shapes, ...settings].map(({ kind }) => kind);
  expect(kinds.filter((kind, index) => kinds.indexOf(kind) !== index)).toEqual([]);
  expect(kinds.filter((kind) => !claims(kind) || holdsNoData(kind))).toEqual([]);
});

test("a trail whose status the cloud fills in is on; a region that is not known yet is somewhere", () => {
  const trail = read({ address: "alicloud_actiontrail_trail.t", settings: { status: later, oss_bucket_name: "logs" } });
  expect(trail.gaps).toEqual([]);
  expect(linksOf(trail.at("alicloud_actiontrail_trail.t"))).toEqual(["logs-to to oss://logs"]);
  const database = { address: "alicloud_db_instance.d", settings: { id: "rm-1" } };
  const policy: GivenResource = {
    address: "alicloud_rds_instance_cross_backup_policy.p",
    settings: { instance_id: "rm-1", cross_backup_region: later },
  };
  expect(linksOf(read(database, policy).at(database.address))).toEqual(["backs-up-to to ?"]);
});

describe("an RDS instance of a ROS template that lets everyone in", () => {
  const instance = (kind: string): GivenResource => ({
    address: "Db",
    kind,
    settings: { DBInstanceDescription: "crm" },
  });
  const endpoint: GivenResource = {
    address: "Public",
    kind: "ALIYUN::RDS::Connection",
    settings: { DBInstanceId: later },
    refs: { DBInstanceId: ["Db"] },
  };
  const whitelist = (addresses: string): GivenResource => ({
    address: "Whitelist",
    kind: "ALIYUN::RDS::DBInstanceSecurityIps",
    settings: { DBInstanceId: later, DBInstanceIPArrayAttribute: addresses },
    refs: { DBInstanceId: ["Db"] },
  });

  test.each(["ALIYUN::RDS::DBInstance", "ALIYUN::RDS::PrepayDBInstance"])("%s, by settings of its own", (kind) => {
    const opened = (...others: readonly GivenResource[]) => linksOf(read(instance(kind), ...others).at("Db"));
    expect(opened(endpoint, whitelist("10.0.0.1,0.0.0.0/0"))).toEqual(["reachable-from to ? for *"]);
    expect(opened(endpoint, whitelist("10.0.0.1"))).toEqual([]);
    expect(opened(whitelist("0.0.0.0/0"))).toEqual([]);
  });
});
