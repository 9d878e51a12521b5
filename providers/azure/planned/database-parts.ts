import type { PlannedLink, PlannedPart } from "../../../src/model/index.ts";
import { armRange, firewall, terraformRange } from "./exposure.ts";
import { byName, type Here, linkAt, part, regionLink } from "./read.ts";

const server = "azure/sql/server";
const database = "azure/sql/database";
const pool = "azure/synapse/sql-pool";
const redis = "azure/redis/cache";

/** One link for each server of the list; one without a place where the list is not known yet. */
function partners(here: Here, list: string): readonly PlannedLink[] {
  const all = here.resource.settings.each(list);
  if (!all.known) return [regionLink("fails-over-to", list, undefined)];
  return all.value.flatMap((_, index) => linkAt(here, "fails-over-to", `${list}[${index}].id`));
}

/** The rules of a store's own firewall, in Terraform's spelling and in Resource Manager's. */
function firewalls(service: "postgresql" | "mysql"): readonly PlannedPart[] {
  const namespace = service === "postgresql" ? "DBforPostgreSQL" : "DBforMySQL";
  const type = `azure/${service}/flexible-server`;
  return [
    part({
      kind: `azurerm_${service}_flexible_server_firewall_rule`,
      type,
      of: service === "postgresql" ? "server_id" : "server_name",
      ...firewall(terraformRange),
    }),
    part({ kind: `Microsoft.${namespace}/flexibleServers/firewallRules`, type, of: byName, ...firewall(armRange) }),
  ];
}

export const databaseParts: readonly PlannedPart[] = [
  ...firewalls("postgresql"),
  ...firewalls("mysql"),
  part({
    kind: "azurerm_redis_firewall_rule",
    type: redis,
    of: "redis_cache_name",
    ...firewall(["start_ip", "end_ip"]),
  }),
  part({
    kind: "Microsoft.Cache/redis/firewallRules",
    type: redis,
    of: byName,
    ...firewall(["properties.startIP", "properties.endIP"]),
  }),
  // The rules of a server let in to what lies on it.
  ...[
    { kind: "azurerm_mssql_firewall_rule", type: database, of: "server_id", ...firewall(terraformRange) },
    { kind: "Microsoft.Sql/servers/firewallRules", type: database, of: byName, ...firewall(armRange) },
    { kind: "azurerm_synapse_firewall_rule", type: pool, of: "synapse_workspace_id", ...firewall(terraformRange) },
    { kind: "Microsoft.Synapse/workspaces/firewallRules", type: pool, of: byName, ...firewall(armRange) },
  ].map((spec) => part({ ...spec, isOfContents: true })),
  part({
    kind: "azurerm_mssql_failover_group",
    type: server,
    of: "server_id",
    with: "databases",
    links: (here) => linkAt(here, "fails-over-to", "partner_server[0].id"),
  }),
  part({
    kind: "Microsoft.Sql/servers/failoverGroups",
    type: server,
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
    type: redis,
    of: "target_redis_cache_name",
    links: (here) => {
      const outward = here.text("server_role")?.toLowerCase() !== "primary";
      return linkAt(here, "replicates-to", "linked_redis_cache_id", outward ? "to" : "from");
    },
  }),
  part({
    kind: "Microsoft.Cache/redis/linkedServers",
    type: redis,
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
