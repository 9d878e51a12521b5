import type { PlannedLink, PlannedPart, PlannedShape } from "../../../src/model/index.ts";
import {
  blocks,
  byId,
  byScheme,
  eachFrom,
  type Here,
  isOff,
  link,
  linkAt,
  linkFrom,
  ownedBy,
  regionLinks,
  textAt,
} from "../../planned-here.ts";
import { part, shape } from "./reader.ts";

const bucket = byScheme("obs");
const image = { type: "huawei/ims/image", role: "copy" } as const;
const drs = { type: "huawei/drs/job", role: "flow" } as const;
const oms = { type: "huawei/oms/task", role: "flow" } as const;
const vault = "huawei/cbr/vault";
const backup = { type: "huawei/cbr/backup", role: "copy" } as const;
const rds = "huawei/rds/instance";

/** Backups that somebody makes of a database, and the type of their copies. They lie with it. */
const backups = [
  ["dcs_backup", "dcs/backup"],
  ["dds_backup", "dds/backup"],
  ["gaussdb_backup", "gaussdb/backup"],
  ["geminidb_backup", "gaussdbfornosql/backup"],
  ["rds_backup", "rds/backup"],
  ["taurusdb_backup", "gaussdbformysql/backup"],
] as const;

const fileImages = ["obs_data", "obs_iso", "obs_system", "quickimport_data", "quickimport_system"];

/** Of the address of a file in a bucket, `bucket:file`, nothing but the bucket is kept. */
function fileBucket(value: string) {
  const [, name] = /^(?:https?:\/\/)?([a-z0-9][a-z0-9.-]*)[:/]/.exec(value) ?? [];
  return name === undefined ? {} : bucket(name);
}

/** The field that names a bucket, without the file behind it. */
function ofFile(here: Here, path: string): readonly PlannedLink[] {
  const value = textAt(here, path);
  if (value === undefined) return [];
  const target = fileBucket(value);
  return [{ ...link(here, "copied-to", target, path, target.id ?? "a file of a bucket"), direction: "from" }];
}

/** An end of a job; users and passwords stand beside it and are never read. An address alone lies where nobody tells. */
function end(here: Here, path: string, direction: PlannedLink["direction"]): readonly PlannedLink[] {
  return blocks(here, path).map((database) => {
    const region = textAt(database, "region");
    const place = region === undefined ? {} : { region };
    const [named] = linkAt(database, "streams-to", "instance_id", place);
    return { ...(named ?? link(database, "streams-to", {}, "ip", "an address")), direction };
  });
}

/**
 * A bucket that a migration reads. Of another cloud's the region is that cloud's own word; unless stated it is one of Alibaba
 * Cloud's (provider documentation of the tasks, 2026-08).
 */
function readFrom(here: Here, path: string, cloud: string | undefined, regionPath: string): readonly PlannedLink[] {
  if (cloud !== undefined && /^huawei/i.test(cloud)) {
    return linkFrom(here, "streams-to", path, { towards: bucket, region: textAt(here, regionPath) });
  }
  const towards = cloud === undefined || cloud === "Aliyun" ? byScheme("oss") : byId;
  return linkFrom(here, "streams-to", path, { towards });
}

/** Copies and jobs that make them (huaweicloud provider, 2026-08). */
export const copyShapes: readonly PlannedShape[] = [
  ...backups.map(([kind, type]) =>
    shape({
      kind: `huaweicloud_${kind}`,
      type: `huawei/${type}`,
      role: "copy",
      parent: ["instance_id", byId],
      links: (here) => linkFrom(here, "copied-to", "instance_id"),
    }),
  ),
  shape({
    kind: "huaweicloud_css_snapshot",
    type: "huawei/css/snapshot",
    role: "copy",
    parent: ["cluster_id", byId],
    links: (here) => linkFrom(here, "copied-to", "cluster_id"),
  }),
  shape({
    kind: "huaweicloud_evs_snapshot_group",
    type: "huawei/evs/snapshot",
    role: "copy",
    links: (here) => [...linkFrom(here, "copied-to", "server_id"), ...eachFrom(here, "copied-to", "volume_ids")],
  }),
  shape({
    kind: "huaweicloud_ims_cbr_whole_image",
    ...image,
    links: (here) => linkFrom(here, "copied-to", "backup_id"),
  }),
  ...fileImages.map((kind) =>
    shape({ kind: `huaweicloud_ims_${kind}_image`, ...image, links: (here) => ofFile(here, "image_url") }),
  ),
  // A backup of one vault, copied to a vault of another region.
  shape({
    kind: "huaweicloud_cbr_replicate_backup",
    ...backup,
    links: (here) => [
      ...linkFrom(here, "copied-to", "backup_id"),
      ...blocks(here, "replicate").flatMap((one) =>
        linkAt(one, "replicates-to", "destination_vault_id", { region: textAt(one, "destination_region") }),
      ),
    ],
    decides: ["replicate.destination_region"],
  }),
  ...["huaweicloud_drs_job", "huaweicloud_drs_job_v5"].map((kind) =>
    shape({
      kind,
      ...drs,
      links: (here) => [...end(here, "source_db", "from"), ...end(here, "destination_db", "to")],
      attributes: (here) => ({ kind: textAt(here, "type") }),
    }),
  ),
  shape({
    kind: "huaweicloud_oms_migration_task",
    ...oms,
    links: (here) => [
      ...blocks(here, "source_object").flatMap((one) => readFrom(one, "bucket", textAt(one, "data_source"), "region")),
      ...blocks(here, "destination_object").flatMap((one) =>
        linkAt(one, "streams-to", "bucket", { towards: bucket, region: textAt(one, "region") ?? here.region }),
      ),
    ],
  }),
  shape({
    kind: "huaweicloud_oms_migration_sync_task",
    ...oms,
    links: (here) => [
      ...readFrom(here, "src_bucket", textAt(here, "src_cloud_type"), "src_region"),
      ...linkAt(here, "streams-to", "dst_bucket", { towards: bucket, region: here.region }),
    ],
  }),
  // A policy of the vaults of an organization.
  shape({
    kind: "huaweicloud_cbr_organization_policy",
    type: "huawei/cbr/policy",
    role: "flow",
    links: (here) =>
      isOff(here, "policy_enabled", "on")
        ? []
        : regionLinks(here, "replicates-to", "policy_operation_definition.destination_region"),
    decides: ["policy_operation_definition"],
  }),
];

export const copyParts: readonly PlannedPart[] = [
  part({
    kind: "huaweicloud_cbr_checkpoint_copy",
    type: vault,
    of: ownedBy("vault_id"),
    links: (here) =>
      linkAt(here, "replicates-to", "destination_vault_id", { region: textAt(here, "destination_region") }),
    decides: ["destination_region"],
  }),
  part({
    kind: "huaweicloud_cbr_backup_share",
    type: backup.type,
    of: ownedBy("backup_id"),
    links: (here) =>
      blocks(here, "members").map((member) => {
        const party = textAt(member, "dest_project_id");
        return link(member, "shared-with", party === undefined ? {} : { party }, "dest_project_id", party);
      }),
  }),
  part({
    kind: "huaweicloud_ims_image_export",
    type: image.type,
    of: ownedBy("image_id"),
    links: (here) => ofFile(here, "bucket_url").map((one): PlannedLink => ({ ...one, direction: "to" })),
  }),
  part({
    kind: "huaweicloud_css_snapshot_setting",
    type: "huawei/css/cluster",
    of: ownedBy("cluster_id"),
    links: (here) => linkAt(here, "backs-up-to", "bucket", { towards: bucket }),
  }),
  part({
    kind: "huaweicloud_rds_lts_config",
    type: rds,
    of: ownedBy("instance_id"),
    links: (here) => linkAt(here, "logs-to", "lts_stream_id"),
  }),
  part({
    kind: "huaweicloud_swr_repository_sharing",
    type: "huawei/swr/repository",
    of: (here) => {
      const names = [textAt(here, "organization"), textAt(here, "repository")];
      const [address] = here.settings.refs("repository");
      const id = names.every((name) => name !== undefined) ? { id: `swr://${names.join("/")}` } : {};
      return { ...(address === undefined ? {} : { address }), ...id };
    },
    links: (here) => {
      const party = textAt(here, "sharing_account");
      return [link(here, "shared-with", party === undefined ? {} : { party }, "sharing_account", party)];
    },
  }),
  // The other registry is named by number; where it lies nobody tells here.
  part({
    kind: "huaweicloud_swr_enterprise_replication_policy",
    type: "huawei/swr/instance",
    of: ownedBy("instance_id"),
    links: (here) =>
      isOff(here, "enabled", "off")
        ? []
        : blocks(here, "dest_registry").map((one) => link(one, "replicates-to", {}, "id")),
  }),
  part({
    kind: "huaweicloud_taurusdb_htap_starrocks_replication",
    type: "huawei/gaussdbformysql/instance",
    of: ownedBy("source_instance_id"),
    links: (here) => linkAt(here, "replicates-to", "instance_id", { region: here.region }),
  }),
];
