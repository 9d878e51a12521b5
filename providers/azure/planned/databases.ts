import type { PlannedLink, PlannedPart, PlannedShape } from "../../../src/model/index.ts";
import { openToEveryone } from "../open-firewall.ts";
import { byName, type Here, linkAt, openToAll, pairLink, part, redundancy, regionLink, shape } from "./read.ts";

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
    }),
    shape({
      kind: `Microsoft.${namespace}/flexibleServers`,
      ...both,
      links: (here) => [
        ...redundancy(here, "backs-up-to", "properties.backup.geoRedundantBackup"),
        ...sourceOf(here, "properties.createMode", "properties.sourceServerResourceId"),
      ],
    }),
  ];
}

export const databaseShapes: readonly PlannedShape[] = [
  shape({ kind: "azurerm_mssql_server", ...sqlServer }),
  shape({ kind: "Microsoft.Sql/servers", ...sqlServer }),
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
    ],
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
    ],
  }),
  ...flexible("postgresql"),
  ...flexible("mysql"),
  shape({ kind: "azurerm_redis_cache", ...redis }),
  shape({ kind: "Microsoft.Cache/redis", ...redis }),
  shape({ kind: "azurerm_kusto_cluster", type: "azure/kusto/cluster", role: "store" }),
  shape({ kind: "Microsoft.Kusto/clusters", type: "azure/kusto/cluster", role: "store" }),
  shape({ kind: "azurerm_synapse_workspace", type: "azure/synapse/workspace", role: "compute" }),
  shape({ kind: "Microsoft.Synapse/workspaces", type: "azure/synapse/workspace", role: "compute" }),
];

/** One link for each server of the list; one without a place where the list is not known yet. */
function partners(here: Here, list: string): readonly PlannedLink[] {
  const all = here.resource.settings.each(list);
  if (!all.known) return [regionLink("fails-over-to", list, undefined)];
  return all.value.flatMap((_, index) => linkAt(here, "fails-over-to", `${list}[${index}].id`));
}

/** A rule that by itself lets in every address, in Terraform's spelling and in Resource Manager's. */
function firewall(service: "postgresql" | "mysql"): readonly PlannedPart[] {
  const namespace = service === "postgresql" ? "DBforPostgreSQL" : "DBforMySQL";
  const type = `azure/${service}/flexible-server`;
  const links = (first: string, last: string) => (here: Here) => {
    const [from, to] = [here.text(first), here.text(last)];
    const isOpen = openToEveryone("", [{ first: from, last: to }]).length > 0;
    return isOpen ? [openToAll(first, `${from} to ${to}`)] : [];
  };
  return [
    part({
      kind: `azurerm_${service}_flexible_server_firewall_rule`,
      type,
      of: service === "postgresql" ? "server_id" : "server_name",
      links: links("start_ip_address", "end_ip_address"),
    }),
    part({
      kind: `Microsoft.${namespace}/flexibleServers/firewallRules`,
      type,
      of: byName,
      links: links("properties.startIpAddress", "properties.endIpAddress"),
    }),
  ];
}

export const databaseParts: readonly PlannedPart[] = [
  ...firewall("postgresql"),
  ...firewall("mysql"),
  part({
    kind: "azurerm_mssql_failover_group",
    type: sqlServer.type,
    of: "server_id",
    with: "databases",
    links: (here) => linkAt(here, "fails-over-to", "partner_server[0].id"),
  }),
  part({
    kind: "Microsoft.Sql/servers/failoverGroups",
    type: sqlServer.type,
    of: byName,
    with: "properties.databases",
    links: (here) => partners(here, "properties.partnerServers"),
  }),
  part({
    kind: "Microsoft.Sql/locations/instanceFailoverGroups",
    type: "azure/sql/managed-instance",
    of: "properties.managedInstancePairs[0].primaryManagedInstanceId",
    links: (here) => linkAt(here, "fails-over-to", "properties.managedInstancePairs[0].partnerManagedInstanceId"),
  }),
  part({
    kind: "azurerm_mssql_managed_instance_failover_group",
    type: "azure/sql/managed-instance",
    of: "managed_instance_id",
    links: (here) => linkAt(here, "fails-over-to", "partner_managed_instance_id"),
  }),
  part({
    kind: "azurerm_redis_linked_server",
    type: redis.type,
    of: "target_redis_cache_name",
    links: (here) => {
      const outward = here.text("server_role")?.toLowerCase() !== "primary";
      return linkAt(here, "replicates-to", "linked_redis_cache_id", outward ? "to" : "from");
    },
  }),
  part({
    kind: "Microsoft.Cache/redis/linkedServers",
    type: redis.type,
    of: byName,
    links: (here) => {
      const outward = here.text("properties.serverRole")?.toLowerCase() !== "primary";
      const region = here.text("properties.linkedRedisCacheLocation");
      return linkAt(here, "replicates-to", "properties.linkedRedisCacheId", outward ? "to" : "from").map((link) => ({
        ...link,
        target: { ...link.target, ...(region === undefined ? {} : { place: { region } }) },
      }));
    },
  }),
];
