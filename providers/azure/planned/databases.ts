import type { PlannedLink, PlannedShape } from "../../../src/model/index.ts";
import { armSwitch, closedTo, closing, rangesAt, terraformSwitch, unlessRanges, weighExposure } from "./exposure.ts";
import { byName, type Here, linkAt, pairLink, redundancy, regionLink, shape } from "./read.ts";

const sqlServer = { type: "azure/sql/server", role: "compute" } as const;
const sqlDatabase = { type: "azure/sql/database", role: "store" } as const;
const cosmos = { type: "azure/cosmos/account", role: "store" } as const;
const redis = { type: "azure/redis/cache", role: "store" } as const;

const sqlRule = "backups of SQL databases are geo-redundant unless set otherwise";
const cosmosRule = "periodic backups are geo-redundant unless set otherwise";

/** A secondary is kept up to date with its source; a copy was made of it once. */
function sourceOf(here: Here, mode: string, source: string): readonly PlannedLink[] {
  const created = here.text(mode);
  if (created === undefined && here.resource.settings.text(mode).known) return [];
  const isReplica = /^(?:Secondary|OnlineSecondary|Replica|GeoReplica)$/i.test(created ?? "");
  return linkAt(here, isReplica ? "replicates-to" : "copied-to", source, "from");
}

/** Every location but the own one holds the whole account. */
function locations(here: Here, list: string, name: string): readonly PlannedLink[] {
  const all = here.resource.settings.each(list);
  if (!all.known) return [regionLink("replicates-to", list, undefined)];
  return all.value.flatMap((one) => {
    const stated = one.text(name);
    const value = stated.known ? stated.value : undefined;
    return value !== undefined && same(value, here.location)
      ? []
      : [regionLink("replicates-to", `${list}[].${name}`, value)];
  });
}

function same(a: string, b: string | undefined): boolean {
  const plain = (text: string): string => text.toLowerCase().replaceAll(" ", "");
  return b !== undefined && plain(a) === plain(b);
}

function flexible(service: "postgresql" | "mysql"): readonly PlannedShape[] {
  const both = { type: `azure/${service}/flexible-server`, role: "store" } as const;
  const namespace = service === "postgresql" ? "DBforPostgreSQL" : "DBforMySQL";
  const backup = "geo_redundant_backup_enabled";
  return [
    shape({
      kind: `azurerm_${service}_flexible_server`,
      ...both,
      links: (here) => [
        ...(here.resource.settings.flag(backup).known
          ? here.flag(backup) === true
            ? [pairLink(here, "backs-up-to", backup, "true")]
            : []
          : [pairLink(here, "backs-up-to", backup, "known when applied")]),
        ...sourceOf(here, "create_mode", "source_server_id"),
      ],
      attributes: (here) =>
        closing(
          closedTo(here, terraformSwitch, "delegated_subnet_id") || here.text("public_network_access") === "Disabled",
        ),
      weigh: weighExposure,
    }),
    shape({
      kind: `Microsoft.${namespace}/flexibleServers`,
      ...both,
      links: (here) => [
        ...redundancy(here, "backs-up-to", "properties.backup.geoRedundantBackup"),
        ...sourceOf(here, "properties.createMode", "properties.sourceServerResourceId"),
      ],
      attributes: (here) =>
        closing(
          closedTo(here, "properties.network.publicNetworkAccess", "properties.network.delegatedSubnetResourceId"),
        ),
      weigh: weighExposure,
    }),
  ];
}

const closed = {
  terraform: (here: Here) => closing(closedTo(here, terraformSwitch)),
  arm: (here: Here) => closing(closedTo(here, armSwitch)),
} as const;

const pool = { type: "azure/synapse/sql-pool", role: "store" } as const;
const poolRule = "dedicated SQL pools have a daily geo-redundant backup unless set otherwise";

export const databaseShapes: readonly PlannedShape[] = [
  shape({ kind: "azurerm_mssql_server", ...sqlServer, attributes: closed.terraform, weigh: weighExposure }),
  shape({ kind: "Microsoft.Sql/servers", ...sqlServer, attributes: closed.arm, weigh: weighExposure }),
  shape({
    kind: "azurerm_mssql_database",
    ...sqlDatabase,
    parent: "server_id",
    links: (here) => [
      ...redundancy(here, "backs-up-to", "storage_account_type", sqlRule),
      ...sourceOf(here, "create_mode", "creation_source_database_id"),
    ],
  }),
  shape({
    kind: "Microsoft.Sql/servers/databases",
    ...sqlDatabase,
    parent: byName,
    links: (here) => [
      ...redundancy(here, "backs-up-to", "properties.requestedBackupStorageRedundancy", sqlRule),
      ...sourceOf(here, "properties.createMode", "properties.sourceDatabaseId"),
    ],
  }),
  ...["azurerm_mssql_managed_instance", "Microsoft.Sql/managedInstances"].map((kind) =>
    shape({
      kind,
      type: "azure/sql/managed-instance",
      role: "store",
      links: (here) =>
        redundancy(
          here,
          "backs-up-to",
          kind.startsWith("azurerm") ? "storage_account_type" : "properties.requestedBackupStorageRedundancy",
          "backups of managed instances are geo-redundant unless set otherwise",
        ),
    }),
  ),
  shape({
    kind: "azurerm_cosmosdb_account",
    ...cosmos,
    links: (here) => [
      ...locations(here, "geo_location", "location"),
      ...(here.text("backup.type") === "Continuous"
        ? []
        : redundancy(here, "backs-up-to", "backup.storage_redundancy", cosmosRule)),
      ...(here.flag("is_virtual_network_filter_enabled") === true && rangesAt(here, "ip_range_filter")?.length === 0
        ? []
        : unlessRanges("ip_range_filter", rangesAt(here, "ip_range_filter"))),
    ],
    attributes: closed.terraform,
    weigh: weighExposure,
  }),
  shape({
    kind: "Microsoft.DocumentDB/databaseAccounts",
    ...cosmos,
    links: (here) => [
      ...locations(here, "properties.locations", "locationName"),
      ...(here.text("properties.backupPolicy.type") === "Continuous"
        ? []
        : redundancy(
            here,
            "backs-up-to",
            "properties.backupPolicy.periodicModeProperties.backupStorageRedundancy",
            cosmosRule,
          )),
      ...(here.flag("properties.isVirtualNetworkFilterEnabled") === true && ipRules(here)?.length === 0
        ? []
        : unlessRanges("properties.ipRules", ipRules(here))),
    ],
    attributes: closed.arm,
    weigh: weighExposure,
  }),
  ...flexible("postgresql"),
  ...flexible("mysql"),
  // Without a rule every network is let in, as a scan finds it.
  shape({
    kind: "azurerm_redis_cache",
    ...redis,
    links: () => unlessRanges(terraformSwitch, []),
    attributes: (here) => closing(closedTo(here, terraformSwitch, "subnet_id")),
    weigh: weighExposure,
  }),
  shape({
    kind: "Microsoft.Cache/redis",
    ...redis,
    links: () => unlessRanges(armSwitch, []),
    attributes: (here) => closing(closedTo(here, armSwitch, "properties.subnetId")),
    weigh: weighExposure,
  }),
  shape({
    kind: "azurerm_kusto_cluster",
    type: "azure/kusto/cluster",
    role: "store",
    links: (here) => unlessRanges("allowed_ip_ranges", rangesAt(here, "allowed_ip_ranges")),
    attributes: (here) => closing(closedTo(here, terraformSwitch, "virtual_network_configuration.subnet_id")),
    weigh: weighExposure,
  }),
  shape({
    kind: "Microsoft.Kusto/clusters",
    type: "azure/kusto/cluster",
    role: "store",
    links: (here) => unlessRanges("properties.allowedIpRangeList", rangesAt(here, "properties.allowedIpRangeList")),
    attributes: (here) => closing(closedTo(here, armSwitch, "properties.virtualNetworkConfiguration.subnetId")),
    weigh: weighExposure,
  }),
  shape({
    kind: "azurerm_synapse_workspace",
    type: "azure/synapse/workspace",
    role: "compute",
    attributes: closed.terraform,
    weigh: weighExposure,
  }),
  shape({
    kind: "Microsoft.Synapse/workspaces",
    type: "azure/synapse/workspace",
    role: "compute",
    attributes: closed.arm,
    weigh: weighExposure,
  }),
  shape({
    kind: "azurerm_synapse_sql_pool",
    ...pool,
    parent: "synapse_workspace_id",
    links: (here) => [
      ...(here.flag("geo_backup_policy_enabled") === false
        ? []
        : redundancy(here, "backs-up-to", "storage_account_type", poolRule)),
      ...["recovery_database_id", "restore.source_database_id"].flatMap((path) =>
        linkAt(here, "copied-to", path, "from"),
      ),
    ],
  }),
  shape({
    kind: "Microsoft.Synapse/workspaces/sqlPools",
    ...pool,
    parent: byName,
    links: (here) => [
      ...redundancy(here, "backs-up-to", "properties.storageAccountType", poolRule),
      ...["properties.sourceDatabaseId", "properties.recoverableDatabaseId"].flatMap((path) =>
        linkAt(here, "copied-to", path, "from"),
      ),
    ],
  }),
];

function ipRules(here: Here): readonly string[] | undefined {
  const rules = here.resource.settings.each("properties.ipRules");
  if (!rules.known) return undefined;
  const texts = rules.value.map((rule) => rule.text("ipAddressOrRange"));
  // A rule that is not known yet lets in somebody, and is no word for everyone.
  return texts.map((text) => (text.known ? (text.value ?? "") : ""));
}
