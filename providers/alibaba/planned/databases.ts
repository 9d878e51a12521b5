import type { PlannedPart, PlannedShape, PlannedStatements } from "../../../src/model/index.ts";
import {
  byScheme,
  flagAt,
  type Here,
  isStated,
  linkFrom,
  numberAt,
  openToAll,
  ownedBy,
  regionLinks,
  textAt,
} from "../../planned-here.ts";
import { placeRegion } from "../regions.ts";
import { part, shape } from "./reader.ts";

const rds = { type: "alibaba/rds/instance", role: "store", scheme: "rds" } as const;
const polardb = { type: "alibaba/polardb/cluster", role: "store", scheme: "polardb" } as const;
const network = "alibaba/polardb/global-database-network";
const byRds = byScheme("rds");
const byPolardb = byScheme("polardb");

/** Whoever reaches a public endpoint; without one the list opens nothing to the internet. */
export function openList(here: Here, path: string) {
  const list = here.settings.texts(path);
  const entries = list.known ? list.value.flatMap((text) => text.split(",")) : [];
  const open = entries.find((entry) => /^(?:0\.0\.0\.0(?:\/0)?|::\/0)$/.test(entry.trim()));
  return open === undefined ? [] : [openToAll(here, path, open.trim())];
}

/** In the enhanced mode a list of type VPC does not apply to the public address (RDS, IP address whitelists, 2024-06). */
function openDatabase(here: Here) {
  return textAt(here, "whitelist_network_type") === "VPC" ? [] : openList(here, "security_ips");
}

/** With a whitelist that lets everyone in, a public endpoint opens a database to the internet. */
export function weighDatabase({ links, attributes }: PlannedStatements): PlannedStatements {
  const isPublic = attributes["publicEndpoint"] === true;
  return { links: isPublic ? links : links.filter(({ kind }) => kind !== "reachable-from"), attributes };
}

const engine = (here: Here) => ({
  engine: textAt(here, "engine"),
  engineVersion: textAt(here, "engine_version"),
  category: textAt(here, "category"),
  storageType: textAt(here, "db_instance_storage_type"),
});

export const databaseShapes: readonly PlannedShape[] = [
  shape({
    kind: "alicloud_db_instance",
    ...rds,
    name: ["instance_name"],
    zone: "zone_id",
    links: openDatabase,
    attributes: engine,
    weigh: weighDatabase,
  }),
  ...["ALIYUN::RDS::DBInstance", "ALIYUN::RDS::PrepayDBInstance"].map((kind) =>
    shape({
      kind,
      ...rds,
      name: ["DBInstanceDescription"],
      zone: "ZoneId",
      links: (here) => openList(here, "SecurityIPList"),
      attributes: (here) => ({
        engine: textAt(here, "Engine"),
        engineVersion: textAt(here, "EngineVersion"),
        publicEndpoint: flagAt(here, "AllocatePublicConnection"),
      }),
      weigh: weighDatabase,
    }),
  ),
  shape({
    kind: "alicloud_db_readonly_instance",
    ...rds,
    name: ["instance_name"],
    zone: "zone_id",
    parent: ["master_db_instance_id", byRds],
    links: (here) => [
      // Read-only instances lie in the region of their primary (RDS, read-only instances, 2024-06).
      ...linkFrom(here, "replicates-to", "master_db_instance_id", { towards: byRds, region: here.region }),
      ...openDatabase(here),
    ],
    attributes: engine,
    weigh: weighDatabase,
  }),
  shape({
    kind: "ALIYUN::RDS::ReadOnlyDBInstance",
    ...rds,
    name: ["DBInstanceDescription"],
    zone: "ZoneId",
    links: (here) => linkFrom(here, "replicates-to", "DBInstanceId", { towards: byRds, region: here.region }),
  }),
  ...["alicloud_rds_clone_db_instance", "alicloud_rds_upgrade_db_instance"].map((kind) =>
    shape({
      kind,
      ...rds,
      name: ["db_instance_description"],
      zone: "zone_id",
      links: (here) => [
        ...linkFrom(here, "copied-to", "source_db_instance_id", { towards: byRds }),
        ...openDatabase(here),
      ],
      weigh: weighDatabase,
    }),
  ),
  shape({
    kind: "alicloud_rds_ddr_instance",
    ...rds,
    name: ["instance_name"],
    zone: "zone_id",
    // Made from backups that were copied across regions (RDS, CreateDdrInstance, 2026-08).
    links: (here) => {
      const region = textAt(here, "source_region");
      const placed = region === undefined ? {} : { region: placeRegion(region) };
      return [
        ...linkFrom(here, "copied-to", "source_db_instance_name", { towards: byRds, ...placed }),
        ...openDatabase(here),
      ];
    },
    weigh: weighDatabase,
    attributes: engine,
    decides: ["source_region"],
  }),
  shape({
    kind: "alicloud_polardb_cluster",
    ...polardb,
    name: ["description"],
    zone: "zone_id",
    links: (here) => {
      const copied = linkFrom(here, "copied-to", "source_resource_id", {
        towards: /rds$/i.test(textAt(here, "creation_option") ?? "") ? byRds : byPolardb,
      });
      return [...copied, ...linkFrom(here, "replicates-to", "gdn_id")];
    },
    attributes: (here) => ({ engine: textAt(here, "db_type"), engineVersion: textAt(here, "db_version") }),
  }),
  shape({
    kind: "ALIYUN::POLARDB::DBCluster",
    ...polardb,
    name: ["DBClusterDescription"],
    zone: "ZoneId",
    links: (here) => [
      ...linkFrom(here, "replicates-to", "GDNId"),
      ...linkFrom(here, "copied-to", "SourceResourceId", {
        towards: /rds$/i.test(textAt(here, "CreationOption") ?? "") ? byRds : byPolardb,
      }),
    ],
    attributes: (here) => ({ engine: textAt(here, "DBType"), engineVersion: textAt(here, "DBVersion") }),
  }),
  // Data goes from the primary cluster through the network to each cluster that joins it.
  shape({
    kind: "alicloud_polardb_global_database_network",
    type: network,
    role: "flow",
    name: ["description"],
    parent: ["db_cluster_id", byPolardb],
    links: (here) => linkFrom(here, "replicates-to", "db_cluster_id", { towards: byPolardb }),
  }),
  shape({
    kind: "ALIYUN::POLARDB::GlobalDatabaseNetwork",
    type: network,
    role: "flow",
    name: ["GdnDescription"],
    parent: ["DbClusterId", byPolardb],
    links: (here) => linkFrom(here, "replicates-to", "DbClusterId", { towards: byPolardb }),
  }),
];

function enabled(word: string | undefined): boolean | undefined {
  return word === undefined ? undefined : word === "Enable";
}

export const databaseParts: readonly PlannedPart[] = [
  part({
    kind: "alicloud_db_connection",
    type: rds.type,
    of: ownedBy("instance_id", byRds),
    attributes: () => ({ publicEndpoint: true }),
  }),
  // The public address of one of its endpoints.
  part({
    kind: "alicloud_rds_db_instance_endpoint_address",
    type: rds.type,
    of: ownedBy("db_instance_id", byRds),
    attributes: () => ({ publicEndpoint: true }),
  }),
  part({
    kind: "ALIYUN::RDS::Connection",
    type: rds.type,
    of: ownedBy("DBInstanceId", byRds),
    attributes: () => ({ publicEndpoint: true }),
  }),
  part({
    kind: "ALIYUN::RDS::DBInstanceSecurityIps",
    type: rds.type,
    of: ownedBy("DBInstanceId", byRds),
    links: (here) => openList(here, "DBInstanceIPArrayAttribute"),
    decides: ["DBInstanceIPArrayAttribute"],
  }),
  part({
    kind: "alicloud_rds_instance_cross_backup_policy",
    type: rds.type,
    of: ownedBy("instance_id", byRds),
    links: (here) => regionLinks(here, "backs-up-to", "cross_backup_region", placeRegion),
    attributes: (here) => ({
      crossRegionBackupRetentionDays: numberAt(here, "retention"),
      crossRegionLogBackup: enabled(textAt(here, "log_backup_enabled")),
    }),
    decides: ["cross_backup_region"],
  }),
  part({
    kind: "alicloud_polardb_backup_policy",
    type: polardb.type,
    of: ownedBy("db_cluster_id", byPolardb),
    links: (here) =>
      ["data_level2_backup_another_region_region", "log_backup_another_region_region"].flatMap((path) =>
        isStated(here, path) ? regionLinks(here, "backs-up-to", path, placeRegion) : [],
      ),
  }),
];
