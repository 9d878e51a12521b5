import { describe, expect, test } from "vitest";
import { huaweiTemplates } from "../../providers/huawei/planned/index.ts";
import { regionOfZone } from "../../providers/huawei/planned/reader.ts";
import { known, unknown } from "../../src/model/index.ts";
import { later } from "../../src/plan/settings.ts";
import { type GivenResource, linksOf, recordsOf } from "../support/planned-provider.ts";

function read(...given: readonly GivenResource[]) {
  return recordsOf(huaweiTemplates, "cn-north-4", given);
}

const members: GivenResource = {
  address: "huaweicloud_obs_bucket.members",
  settings: { bucket: "members", tags: { 数据级别: "个人信息" } },
};

describe("a bucket", () => {
  test("lies in the region of its provider, under its own name, with its tags", () => {
    expect(read(members).at(members.address)).toMatchObject({
      type: "huawei/obs/bucket",
      role: "store",
      name: "members",
      place: known({ region: "cn-north-4" }),
      tags: known({ 数据级别: "个人信息" }),
      aliases: ["obs://members"],
      links: [],
    });
  });

  test("its own region outranks the provider's", () => {
    const record = read({ address: members.address, settings: { bucket: "members", region: "ap-southeast-1" } }).at(
      members.address,
    );
    expect(record.place).toEqual(known({ region: "ap-southeast-1" }));
    expect(record.placeEvidence?.field).toBe("region");
    expect(record.scope.partition).toBe("huaweicloud-intl");
  });

  test("states logs and openness, from itself and from its parts", () => {
    const { at } = read(
      {
        address: members.address,
        settings: { bucket: "members", acl: "public-read", logging: [{ target_bucket: "logs" }] },
      },
      {
        address: "huaweicloud_obs_bucket_acl.a",
        settings: { bucket: "members", public_permission: [{ access_to_bucket: ["READ"] }] },
      },
    );
    expect(linksOf(at(members.address))).toEqual([
      "reachable-from to ? for *",
      "logs-to to obs://logs",
      "reachable-from to ? for *",
    ]);
  });

  test.each([
    ["no rules", [], ["replicates-to to obs://copy"]],
    ["a rule", [{ prefix: "a" }], ["replicates-to to obs://copy"]],
    ["a rule that is off", [{ enabled: false }], []],
    ["a rule that is off and one that is on", [{ enabled: false }, { enabled: true }], ["replicates-to to obs://copy"]],
  ])("replicates by %s", (_words, rule, links) => {
    const part = {
      address: "huaweicloud_obs_bucket_replication.r",
      settings: { bucket: "members", destination_bucket: "copy", rule },
    };
    expect(linksOf(read(members, part).at(members.address))).toEqual(links);
  });

  test("a replica that is part of the change lies where that lies", () => {
    const { at, gaps } = read(
      members,
      { address: "huaweicloud_obs_bucket.copy", settings: { bucket: "copy", region: "ap-southeast-3" } },
      {
        address: "huaweicloud_obs_bucket_replication.r",
        settings: { bucket: later, destination_bucket: later },
        refs: { bucket: [members.address], destination_bucket: ["huaweicloud_obs_bucket.copy"] },
      },
    );
    expect(linksOf(at(members.address))).toEqual(["replicates-to to huaweicloud_obs_bucket.copy"]);
    expect(gaps).toEqual([]);
    expect(at("huaweicloud_obs_bucket.copy").place).toEqual(known({ region: "ap-southeast-3" }));
  });

  test.each([
    ["everyone", { Effect: "Allow", Principal: { ID: "*" } }, ["reachable-from to ? for *"]],
    ["an account", { Effect: "Allow", Principal: { ID: ["domain/1:user/2"] } }, []],
  ])("its policy names %s", (_words, statement, links) => {
    const policy = JSON.stringify({ Statement: [statement] });
    const part = { address: "huaweicloud_obs_bucket_policy.p", settings: { bucket: "members", policy } };
    expect(linksOf(read(members, part).at(members.address))).toEqual(links);
  });
});

test.each([
  ["cn-north-4a", "cn-north-4"],
  ["ap-southeast-1b", "ap-southeast-1"],
  ["moon-1a", undefined],
])("zone %s lies in %s", (zone, region) => {
  expect(regionOfZone(zone)).toBe(region);
});

test("where no region is said a zone tells, and what has none lies with its source", () => {
  const { at } = read(
    {
      address: "huaweicloud_evs_volume.v",
      region: null,
      settings: { availability_zone: "ap-southeast-1a", id: "v-1" },
    },
    { address: "huaweicloud_evs_snapshot.s", region: null, settings: { volume_id: "v-1" } },
    { address: "huaweicloud_obs_bucket.b", region: null, settings: { bucket: "b" } },
  );
  expect(at("huaweicloud_evs_volume.v").place).toEqual(known({ region: "ap-southeast-1" }));
  expect(at("huaweicloud_evs_snapshot.s").place).toEqual(known({ region: "ap-southeast-1" }));
  expect(at("huaweicloud_obs_bucket.b").place).toEqual(unknown("unsupported"));
});

/** What one resource states, written by hand. */
const statements: readonly (readonly [string, GivenResource["settings"], type: string, links: readonly string[]])[] = [
  ["evs_volume", { snapshot_id: "s-1", server_id: "i-1" }, "evs/volume", ["copied-to from s-1", "part-of from i-1"]],
  ["evs_snapshot", { volume_id: "v-1" }, "evs/snapshot", ["copied-to from v-1"]],
  ["compute_instance", { eip_type: "5_bgp", admin_pass: "not to be seen" }, "ecs/server", []],
  ["images_image", { instance_id: "i-1" }, "ims/image", ["copied-to from i-1"]],
  ["fgs_function", { log_stream_id: "l-1", user_data: "not to be seen" }, "functiongraph/function", ["logs-to to l-1"]],
  ["rds_instance", { restore: [{ instance_id: "r-1" }] }, "rds/instance", ["copied-to from r-1"]],
  [
    "rds_read_replica_instance",
    { primary_instance_id: "r-1" },
    "rds/instance",
    ["replicates-to from r-1 in cn-north-4"],
  ],
  [
    "taurusdb_instance",
    {
      cross_region_backup_policy: [
        { open_auto_backup: true, open_incremental_backup: false, destination_region: "ap-southeast-1" },
      ],
    },
    "gaussdbformysql/instance",
    ["backs-up-to to ? in ap-southeast-1"],
  ],
  [
    "taurusdb_instance",
    {
      cross_region_backup_policy: [
        { open_auto_backup: false, open_incremental_backup: false, destination_region: "ap-southeast-1" },
      ],
    },
    "gaussdbformysql/instance",
    [],
  ],
  ["dcs_instance", { availability_zones: ["cn-north-4a"] }, "dcs/instance", []],
  ["gaussdb_instance", { disk_encryption_id: "k-1" }, "gaussdb/instance", []],
  ["dws_snapshot", { cluster_id: "d-1" }, "dws/snapshot", ["copied-to from d-1"]],
  [
    "cbr_vault",
    { resources: [{ server_id: "i-1" }], policy: [{ id: "p-1" }, { id: "p-2", destination_vault_id: "v-2" }] },
    "cbr/vault",
    ["backs-up-to from i-1", "replicates-to to v-2", "replicates-to to p-2"],
  ],
  ["cbr_policy", { destination_region: "ap-southeast-3" }, "cbr/policy", ["replicates-to to ? in ap-southeast-3"]],
  ["cbr_policy", { destination_region: "ap-southeast-3", enabled: false }, "cbr/policy", []],
  [
    "lts_transfer",
    {
      log_streams: [{ log_stream_id: "l-1" }],
      log_transfer_info: [{ log_transfer_status: "ENABLE", log_transfer_detail: [{ obs_bucket_name: "logs" }] }],
    },
    "lts/transfer",
    ["streams-to from l-1", "streams-to to obs://logs"],
  ],
  ["cts_tracker", { bucket_name: "logs" }, "cts/tracker", ["logs-to to obs://logs"]],
  ["cts_tracker", { bucket_name: "logs", enabled: false }, "cts/tracker", []],
  ["vpc_flow_log", { log_stream_id: "l-1" }, "vpc/flow-log", ["logs-to to l-1"]],
  ["vpc_flow_log", { log_stream_id: "l-1", enabled: false }, "vpc/flow-log", []],
  ["csms_secret", { secret_text: "not to be seen" }, "csms/secret", []],
];

test.each(statements)("%s with %o", (kind, settings, type, links) => {
  const address = `huaweicloud_${kind}.it`;
  const { at } = read({ address, ...(settings === undefined ? {} : { settings }) });
  expect(at(address).type).toBe(`huawei/${type}`);
  expect(linksOf(at(address))).toEqual(links);
  expect(JSON.stringify(at(address))).not.toMatch(/not to be seen/);
});

/** A part, and what its owner states with it. */
const parts: readonly (readonly [part: GivenResource, owner: GivenResource, links: readonly string[]])[] = [
  [
    {
      address: "huaweicloud_rds_cross_region_backup_strategy.p",
      settings: { instance_id: "r-1", destination_region: "ap-southeast-1" },
    },
    { address: "huaweicloud_rds_instance.d", settings: { id: "r-1" } },
    ["backs-up-to to ? in ap-southeast-1"],
  ],
  [
    {
      address: "huaweicloud_rds_primary_instance_dr_capability.p",
      settings: { instance_id: "r-1", target_instance_id: "r-2", target_region: "ap-southeast-1" },
    },
    { address: "huaweicloud_rds_instance.d", settings: { id: "r-1" } },
    ["fails-over-to to r-2 in ap-southeast-1"],
  ],
  [
    {
      address: "huaweicloud_rds_dr_instance_dr_capability.p",
      settings: { instance_id: "r-2", target_instance_id: "r-1", target_region: "cn-north-4" },
    },
    { address: "huaweicloud_rds_instance.d", settings: { id: "r-2" } },
    ["fails-over-to from r-1 in cn-north-4"],
  ],
  [
    { address: "huaweicloud_images_image_share.s", settings: { source_image_id: "m-1", target_project_ids: ["1234"] } },
    { address: "huaweicloud_images_image.m", settings: { id: "m-1" } },
    ["shared-with to ? for 1234"],
  ],
  [
    {
      address: "huaweicloud_swr_image_auto_sync.s",
      settings: { organization: "o", repository: "r", target_region: "ap-southeast-1" },
    },
    { address: "huaweicloud_swr_repository.r", settings: { organization: "o", name: "r" } },
    ["replicates-to to ? in ap-southeast-1"],
  ],
  [
    { address: "huaweicloud_sfs_turbo_obs_target.t", settings: { share_id: "s-1", obs: [{ bucket: "members" }] } },
    { address: "huaweicloud_sfs_turbo.s", settings: { id: "s-1" } },
    ["streams-to to obs://members"],
  ],
];

test.each(parts)("$address is stated by its owner", (part, owner, links) => {
  expect(linksOf(read(owner, part).at(owner.address))).toEqual(links);
});

test("a copied image lies in the target region, its source in the region beside it", () => {
  const copy = (target_region: string | undefined | typeof later, refs = {}) =>
    read({
      address: "huaweicloud_images_image_copy.c",
      region: "cn-south-1",
      settings: { source_image_id: "m-1", region: "cn-south-1", target_region },
      refs,
    });
  const away = copy("ap-southeast-1").at("huaweicloud_images_image_copy.c");
  expect(away.place).toEqual(known({ region: "ap-southeast-1" }));
  expect(linksOf(away)).toEqual(["copied-to from m-1 in cn-south-1"]);
  expect(copy(undefined).at("huaweicloud_images_image_copy.c").place).toEqual(known({ region: "cn-south-1" }));
  // The cloud fills the setting in where nobody states it.
  expect(copy(later).at("huaweicloud_images_image_copy.c").place).toEqual(known({ region: "cn-south-1" }));
  expect(copy(later).gaps).toEqual([]);
  const open = copy(later, { target_region: ["terraform_data.where"] });
  expect(open.at("huaweicloud_images_image_copy.c").place).toEqual(unknown("unsupported"));
  expect(open.gaps.map(({ detail }) => detail)).toEqual(["target_region is known only when the change is applied"]);
});

test("a replica of a key lies in its own region", () => {
  const record = read({
    address: "huaweicloud_kms_key_replicate.r",
    settings: { key_id: "k-1", region: "cn-north-4", replica_region: "ap-southeast-3" },
  }).at("huaweicloud_kms_key_replicate.r");
  expect(record).toMatchObject({ type: "huawei/kms/key", role: "flow", place: known({ region: "ap-southeast-3" }) });
  expect(linksOf(record)).toEqual(["replicates-to from k-1"]);
});

test("a stream keeps its logs for the days stated, or as its group does", () => {
  const days = (ttl_in_days: number) =>
    read({ address: "huaweicloud_lts_stream.s", settings: { ttl_in_days } }).at("huaweicloud_lts_stream.s").attributes;
  expect(days(180)).toEqual({ retentionDays: 180 });
  expect(days(-1)).toEqual({});
});

test.each([
  ["huaweicloud_vpc", true],
  ["huaweicloud_identity_role", true],
  ["huaweicloud_er_flow_log", false],
  ["huaweicloud_elb_logtank", false],
  ["huaweicloud_something_new", false],
  ["huaweicloud_obs_bucket_object", false],
  ["huaweicloud_cce_cluster", false],
])("%s holds no data: %s", (kind, answer) => {
  expect(huaweiTemplates.catalogue.holdsNoData(kind)).toBe(answer);
});

test("no kind is both known and without data, and none is listed twice", () => {
  const { shapes, parts: settings, claims, holdsNoData } = huaweiTemplates.catalogue;
  const kinds = [...shapes, ...settings].map(({ kind }) => kind);
  expect(kinds.filter((kind, index) => kinds.indexOf(kind) !== index)).toEqual([]);
  expect(kinds.filter((kind) => !claims(kind) || holdsNoData(kind))).toEqual([]);
});
