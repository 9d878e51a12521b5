import { expect, test } from "vitest";
import { huaweiTemplates } from "../../providers/huawei/planned/index.ts";
import { type GivenResource, linksOf, recordsOf } from "../support/planned-provider.ts";

function read(...given: readonly GivenResource[]) {
  return recordsOf(huaweiTemplates, "cn-north-4", given);
}

type Settings = NonNullable<GivenResource["settings"]>;

/** What one resource states alone, written by hand. */
const statements: readonly (readonly [kind: string, settings: Settings, type: string, links: readonly string[]])[] = [
  ["rds_backup", { instance_id: "rds-1", name: "b" }, "rds/backup", ["copied-to from rds-1"]],
  ["dds_backup", { instance_id: "dds-1" }, "dds/backup", ["copied-to from dds-1"]],
  ["css_snapshot", { cluster_id: "css-1" }, "css/snapshot", ["copied-to from css-1"]],
  ["evs_snapshot_group", { volume_ids: ["v-1", "v-2"] }, "evs/snapshot", ["copied-to from v-1", "copied-to from v-2"]],
  ["ims_cbr_whole_image", { backup_id: "b-1" }, "ims/image", ["copied-to from b-1"]],
  ["ims_obs_data_image", { image_url: "images:disk.qcow2" }, "ims/image", ["copied-to from obs://images"]],
  [
    "cbr_replicate_backup",
    { backup_id: "b-1", replicate: [{ destination_vault_id: "v-2", destination_region: "ap-southeast-1" }] },
    "cbr/backup",
    ["copied-to from b-1", "replicates-to to v-2 in ap-southeast-1"],
  ],
  [
    "cbr_organization_policy",
    { policy_enabled: true, policy_operation_definition: [{ destination_region: "ap-southeast-1" }] },
    "cbr/policy",
    ["replicates-to to ? in ap-southeast-1"],
  ],
  [
    "cbr_organization_policy",
    { policy_enabled: false, policy_operation_definition: [{ destination_region: "ap-southeast-1" }] },
    "cbr/policy",
    [],
  ],
  [
    "drs_job",
    {
      type: "sync",
      source_db: [{ instance_id: "rds-1", region: "cn-north-4", user: "u", password: "not to be seen" }],
      destination_db: [{ ip: "203.0.113.7", user: "u", password: "not to be seen" }],
    },
    "drs/job",
    ["streams-to from rds-1 in cn-north-4", "streams-to to ?"],
  ],
  [
    "oms_migration_task",
    {
      source_object: [
        { data_source: "HuaweiCloud", region: "cn-north-4", bucket: "members", secret_key: "not to be seen" },
      ],
      destination_object: [{ region: "ap-southeast-1", bucket: "copy" }],
    },
    "oms/task",
    ["streams-to from obs://members in cn-north-4", "streams-to to obs://copy in ap-southeast-1"],
  ],
  [
    "oms_migration_sync_task",
    { src_bucket: "members", src_region: "cn-hangzhou", dst_bucket: "copy", src_sk: "not to be seen" },
    "oms/task",
    ["streams-to from oss://members", "streams-to to obs://copy in cn-north-4"],
  ],
];

test.each(statements)("%s with %o", (kind, settings, type, links) => {
  const address = `huaweicloud_${kind}.it`;
  const { at, gaps } = read({ address, settings });
  expect(at(address).type).toBe(`huawei/${type}`);
  expect(linksOf(at(address))).toEqual(links);
  expect(JSON.stringify(at(address))).not.toMatch(/not to be seen/);
  expect(gaps).toEqual([]);
});

/** A part, its owner, and what the owner states with it. */
const parts: readonly (readonly [part: GivenResource, owner: GivenResource, links: readonly string[]])[] = [
  [
    {
      address: "huaweicloud_cbr_checkpoint_copy.c",
      settings: { vault_id: "v-1", destination_vault_id: "v-2", destination_region: "ap-southeast-1" },
    },
    { address: "huaweicloud_cbr_vault.v", settings: { id: "v-1" } },
    ["replicates-to to v-2 in ap-southeast-1"],
  ],
  [
    { address: "huaweicloud_ims_image_export.e", settings: { image_id: "m-1", bucket_url: "images:disk.zvhd2" } },
    { address: "huaweicloud_images_image.m", settings: { id: "m-1" } },
    ["copied-to to obs://images"],
  ],
  [
    { address: "huaweicloud_css_snapshot_setting.s", settings: { cluster_id: "css-1", bucket: "snapshots" } },
    { address: "huaweicloud_css_cluster.c", settings: { id: "css-1" } },
    ["backs-up-to to obs://snapshots"],
  ],
  [
    { address: "huaweicloud_rds_lts_config.l", settings: { instance_id: "rds-1", lts_stream_id: "s-1" } },
    { address: "huaweicloud_rds_instance.r", settings: { id: "rds-1" } },
    ["logs-to to s-1"],
  ],
  [
    {
      address: "huaweicloud_swr_repository_sharing.s",
      settings: { organization: "o", repository: "r", sharing_account: "partner" },
    },
    { address: "huaweicloud_swr_repository.r", settings: { organization: "o", name: "r" } },
    ["shared-with to ? for partner"],
  ],
  [
    {
      address: "huaweicloud_swr_enterprise_replication_policy.p",
      settings: { instance_id: "swr-1", enabled: true, dest_registry: [{ id: 7 }] },
    },
    { address: "huaweicloud_swr_enterprise_instance.i", settings: { id: "swr-1" } },
    ["replicates-to to ?"],
  ],
];

test.each(parts)("$address is stated by its owner", (part, owner, links) => {
  expect(linksOf(read(owner, part).at(owner.address))).toEqual(links);
});

test.each([
  ["vpc_subnet", true],
  ["networking_secgroup_rule", true],
  ["identity_role", true],
  ["dns_recordset", true],
  ["cce_node_pool", true],
  ["lts_host_group", true],
  ["rds_instance_restart", true],
  ["antiddos_lts_config", false],
  ["dms_kafka_instance_public_access_switch", false],
  ["rds_instance_eip_associate", false],
  ["obs_bucket_object_acl", false],
  ["swr_image_permissions", false],
  ["cce_cluster", false],
  ["something_new", false],
])("huaweicloud_%s holds no data: %s", (kind, answer) => {
  expect(huaweiTemplates.catalogue.holdsNoData(`huaweicloud_${kind}`)).toBe(answer);
});
