import type { PlannedLink, PlannedPart, PlannedShape } from "../../../src/model/index.ts";
import {
  blocks,
  byId,
  flagAt,
  type Here,
  isStated,
  link,
  linkFrom,
  ownedBy,
  regionLinks,
  textAt,
} from "../../planned-here.ts";
import { part, shape } from "./reader.ts";

const mysql = { type: "tencent/cdb/instance", role: "store" } as const;
const postgres = { type: "tencent/postgres/instance", role: "store" } as const;
const sqlserver = { type: "tencent/sqlserver/instance", role: "store" } as const;
const mongodb = { type: "tencent/mongodb/instance", role: "store" } as const;
const cynosdb = { type: "tencent/cynosdb/cluster", role: "store" } as const;

/** A replica names its source, and the source's region where that is another one. */
function replicaOf(here: Here, source: string, region?: string): readonly PlannedLink[] {
  const stated = region === undefined ? here.region : textAt(here, region);
  return linkFrom(here, "replicates-to", source, { region: stated });
}

/** A key of another region; one of the own region is none. */
function keyElsewhere(here: Here, key: string, region: string): readonly PlannedLink[] {
  const place = textAt(here, region);
  if (place === undefined || place === here.region || !isStated(here, key)) return [];
  return [link(here, "key-held-in", { place: { region: place } }, region)];
}

export const databaseShapes: readonly PlannedShape[] = [
  shape({ kind: "tencentcloud_mysql_instance", ...mysql, name: ["instance_name"], zone: "availability_zone" }),
  shape({
    kind: "tencentcloud_mysql_readonly_instance",
    ...mysql,
    name: ["instance_name"],
    zone: "zone",
    parent: ["master_instance_id", byId],
    links: (here) =>
      replicaOf(here, "master_instance_id", isStated(here, "master_region") ? "master_region" : undefined),
  }),
  shape({
    kind: "tencentcloud_mysql_dr_instance",
    ...mysql,
    name: ["instance_name"],
    zone: "availability_zone",
    links: (here) => linkFrom(here, "fails-over-to", "master_instance_id", { region: textAt(here, "master_region") }),
    decides: ["master_region"],
  }),
  shape({
    kind: "tencentcloud_postgresql_instance",
    ...postgres,
    zone: "availability_zone",
    links: (here) => keyElsewhere(here, "kms_key_id", "kms_region"),
    attributes: (here) => ({ publicEndpoint: flagAt(here, "public_access_switch") }),
  }),
  ...["tencentcloud_postgresql_readonly_instance", "tencentcloud_postgresql_readonly_instance_v2"].map((kind) =>
    shape({
      kind,
      ...postgres,
      zone: "zone",
      parent: ["master_db_instance_id", byId],
      links: (here) => replicaOf(here, "master_db_instance_id"),
    }),
  ),
  shape({
    kind: "tencentcloud_postgresql_clone_db_instance",
    ...postgres,
    links: (here) => linkFrom(here, "copied-to", "db_instance_id"),
  }),
  ...["tencentcloud_sqlserver_instance", "tencentcloud_sqlserver_basic_instance"].map((kind) =>
    shape({ kind, ...sqlserver, zone: "availability_zone" }),
  ),
  shape({ kind: "tencentcloud_sqlserver_general_cloud_instance", ...sqlserver, zone: "zone" }),
  shape({
    kind: "tencentcloud_sqlserver_general_cloud_ro_instance",
    ...sqlserver,
    zone: "zone",
    parent: ["instance_id", byId],
    links: (here) => replicaOf(here, "instance_id"),
  }),
  shape({
    kind: "tencentcloud_sqlserver_readonly_instance",
    ...sqlserver,
    zone: "availability_zone",
    parent: ["master_instance_id", byId],
    links: (here) => replicaOf(here, "master_instance_id"),
  }),
  ...["tencentcloud_mongodb_instance", "tencentcloud_mongodb_sharding_instance"].map((kind) =>
    shape({
      kind,
      ...mongodb,
      name: ["instance_name"],
      zone: "available_zone",
      links: (here) => keyElsewhere(here, "key_id", "kms_region"),
    }),
  ),
  ...["tencentcloud_mongodb_standby_instance", "tencentcloud_mongodb_readonly_instance"].map((kind) =>
    shape({
      kind,
      ...mongodb,
      name: ["instance_name"],
      zone: "available_zone",
      links: (here) => replicaOf(here, "father_instance_id", "father_instance_region"),
      decides: ["father_instance_region"],
    }),
  ),
  shape({
    kind: "tencentcloud_mariadb_hour_db_instance",
    type: "tencent/mariadb/instance",
    role: "store",
    name: ["instance_name"],
    zone: "zones",
  }),
  shape({
    kind: "tencentcloud_mariadb_instance",
    type: "tencent/mariadb/instance",
    role: "store",
    name: ["instance_name"],
    zone: "zones",
    links: (here) => replicaOf(here, "dcn_instance_id", "dcn_region"),
  }),
  shape({
    kind: "tencentcloud_dcdb_hourdb_instance",
    type: "tencent/dcdb/instance",
    role: "store",
    name: ["instance_name"],
    zone: "zones",
    links: (here) => replicaOf(here, "dcn_instance_id", "dcn_region"),
  }),
  ...["tencentcloud_cynosdb_cluster", "tencentcloud_cynosdb_cluster_v2"].map((kind) =>
    shape({ kind, ...cynosdb, name: ["cluster_name"], zone: "available_zone" }),
  ),
  shape({
    kind: "tencentcloud_redis_instance",
    type: "tencent/redis/instance",
    role: "store",
    zone: "availability_zone",
  }),
];

export const databaseParts: readonly PlannedPart[] = [
  part({
    kind: "tencentcloud_mysql_remote_backup_config",
    type: mysql.type,
    of: ownedBy("instance_id"),
    links: (here) =>
      textAt(here, "remote_backup_save") === "off" ? [] : regionLinks(here, "backs-up-to", "remote_region"),
    decides: ["remote_backup_save", "remote_region"],
  }),
  part({
    kind: "tencentcloud_cynosdb_backup_config",
    type: cynosdb.type,
    of: ownedBy("cluster_id"),
    links: (here) => [
      ...blocks(here, "logic_backup_config").flatMap((config) =>
        textAt(config, "logic_cross_regions_enable") === "ON"
          ? regionLinks(config, "backs-up-to", "logic_cross_regions")
          : [],
      ),
      ...blocks(here, "snapshot_secondary_backup_config").flatMap((config) =>
        blocks(config, "auto_copy_vaults").flatMap((vault) => regionLinks(vault, "backs-up-to", "vault_region")),
      ),
    ],
  }),
  part({
    kind: "tencentcloud_redis_replicate_attachment",
    type: "tencent/redis/instance",
    of: ownedBy("master_instance_id"),
    links: (here) => {
      const members = here.settings.texts("instance_ids");
      const ids = members.known ? members.value : [];
      const refs = here.settings.refs("instance_ids");
      return [
        ...(ids.length > 0 ? [] : refs.map((address) => link(here, "replicates-to", { address }, "instance_ids"))),
        ...ids.map((id) => link(here, "replicates-to", { id }, "instance_ids", id)),
      ];
    },
  }),
];
