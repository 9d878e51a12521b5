import { describe, expect, test } from "vitest";
import { azureTemplates } from "../../providers/azure/planned/index.ts";
import { later, type TemplateValue } from "../../src/plan/settings.ts";
import { type GivenResource, linksOf, recordsOf } from "../support/planned-provider.ts";

const region = "chinanorth3";
const change = (...given: readonly GivenResource[]) => recordsOf(azureTemplates, region, given);
const opened = (given: readonly GivenResource[], address: string) =>
  linksOf(change(...given).at(address)).filter((link) => link.startsWith("reachable-from"));

const everyone = ["reachable-from to ? for *"];
const wide = { start_ip_address: "0.0.0.0", end_ip_address: "255.255.255.255" };
const armWide = { properties: { startIpAddress: "0.0.0.0", endIpAddress: "255.255.255.255" } };

describe("a firewall of a server that lets everyone in opens its databases", () => {
  const server: GivenResource = { address: "azurerm_mssql_server.s" };
  const database: GivenResource = {
    address: "azurerm_mssql_database.d",
    settings: { server_id: later, storage_account_type: "Local" },
    refs: { server_id: [server.address] },
  };
  const rule: GivenResource = {
    address: "azurerm_mssql_firewall_rule.r",
    settings: { server_id: later, ...wide },
    refs: { server_id: [server.address] },
  };

  test("in Terraform", () => {
    expect(opened([server, database, rule], database.address)).toEqual(everyone);
    expect(opened([server, database, rule], server.address)).toEqual([]);
  });

  test("a few addresses, and Azure's own services, are not everyone", () => {
    const few = (start: string, end: string): GivenResource => ({
      ...rule,
      settings: { server_id: later, start_ip_address: start, end_ip_address: end },
    });
    expect(opened([server, database, few("1.2.3.4", "1.2.3.255")], database.address)).toEqual([]);
    expect(opened([server, database, few("0.0.0.0", "0.0.0.0")], database.address)).toEqual([]);
  });

  test("a server that is closed to public networks answers to no rule", () => {
    const closed: GivenResource = { ...server, settings: { public_network_access_enabled: false } };
    expect(opened([closed, database, rule], database.address)).toEqual([]);
  });

  test("a new rule over a database that stays as it is stands for itself", () => {
    const given = [{ ...server, change: "none" }, { ...database, change: "none" }, rule] as const;
    const { links } = change(...given).at(rule.address);
    expect(links.map(({ kind, direction, target }) => [kind, direction, target.id ?? target.party])).toEqual([
      ["part-of", "from", database.address],
      ["reachable-from", "to", "*"],
    ]);
  });

  test("a rule of a server that is not in the change stands for itself", () => {
    const alone: GivenResource = { address: rule.address, settings: { server_id: "/servers/s", ...wide } };
    expect(linksOf(change(alone).at(rule.address))).toEqual(["part-of from /servers/s", "reachable-from to ? for *"]);
  });

  test("addresses that are not known yet are said to be so", () => {
    const unsaid: GivenResource = { ...rule, settings: { server_id: later, start_ip_address: later } };
    expect(change(server, database, unsaid).gaps.map(({ detail }) => detail)).toContain(
      "start_ip_address is known only when the change is applied",
    );
  });

  test("in Resource Manager's words", () => {
    const arm: readonly GivenResource[] = [
      { address: "s", kind: "Microsoft.Sql/servers", settings: { name: "s", location: region } },
      {
        address: "s/d",
        kind: "Microsoft.Sql/servers/databases",
        settings: { name: "s/d", location: region },
        refs: { name: ["s"] },
      },
      {
        address: "s/r",
        kind: "Microsoft.Sql/servers/firewallRules",
        settings: { name: "s/r", ...armWide },
        refs: { name: ["s"] },
      },
    ];
    expect(opened(arm, "s/d")).toEqual(everyone);
  });
});

describe("what is open unless something closes it, as a scan finds it", () => {
  const shut = { public_network_access_enabled: false };
  const armShut = { properties: { publicNetworkAccess: "Disabled" } };
  test.each<readonly [kind: string, settings: Readonly<Record<string, TemplateValue>>, open: boolean]>([
    ["azurerm_redis_cache", {}, true],
    ["azurerm_redis_cache", shut, false],
    ["azurerm_redis_cache", { subnet_id: "/subnets/x" }, false],
    ["Microsoft.Cache/redis", {}, true],
    ["Microsoft.Cache/redis", armShut, false],
    ["azurerm_cosmosdb_account", {}, true],
    ["azurerm_cosmosdb_account", { ip_range_filter: ["10.0.0.1"] }, false],
    ["azurerm_cosmosdb_account", { ip_range_filter: "0.0.0.0/0" }, true],
    ["azurerm_cosmosdb_account", { is_virtual_network_filter_enabled: true }, false],
    ["azurerm_cosmosdb_account", shut, false],
    ["Microsoft.DocumentDB/databaseAccounts", { properties: { ipRules: [{ ipAddressOrRange: "1.2.3.4" }] } }, false],
    ["Microsoft.DocumentDB/databaseAccounts", { properties: { ipRules: [] } }, true],
    ["azurerm_kusto_cluster", {}, true],
    ["azurerm_kusto_cluster", { allowed_ip_ranges: ["10.0.0.0/8"] }, false],
    ["Microsoft.Kusto/clusters", armShut, false],
    ["azurerm_container_registry", {}, false],
    ["azurerm_container_registry", { anonymous_pull_enabled: true }, true],
    [
      "azurerm_container_registry",
      { anonymous_pull_enabled: true, network_rule_set: [{ default_action: "Deny" }] },
      false,
    ],
    ["Microsoft.ContainerRegistry/registries", { properties: { anonymousPullEnabled: true } }, true],
  ])("%s %j: %s", (kind, settings, open) => {
    const given = { address: "one", kind, settings: { location: region, ...settings } };
    expect(opened([given], "one")).toEqual(open ? everyone : []);
  });

  test("a cache with a rule lets in whom the rule lets in", () => {
    const cache: GivenResource = { address: "azurerm_redis_cache.c" };
    const rule = (start_ip: string, end_ip: string): GivenResource => ({
      address: "azurerm_redis_firewall_rule.r",
      settings: { redis_cache_name: later, start_ip, end_ip },
      refs: { redis_cache_name: [cache.address] },
    });
    expect(opened([cache, rule("1.2.3.4", "1.2.3.4")], cache.address)).toEqual([]);
    expect(opened([cache, rule("0.0.0.0", "255.255.255.255")], cache.address)).toEqual(everyone);
  });

  test("a public container opens its account, unless the account forbids it", () => {
    const account = (settings: { readonly [name: string]: TemplateValue } = {}): GivenResource => ({
      address: "azurerm_storage_account.a",
      settings,
    });
    const container: GivenResource = {
      address: "azurerm_storage_container.c",
      settings: { storage_account_id: later, container_access_type: "blob" },
      refs: { storage_account_id: ["azurerm_storage_account.a"] },
    };
    expect(opened([account(), container], "azurerm_storage_account.a")).toEqual(everyone);
    for (const settings of [
      { allow_nested_items_to_be_public: false },
      shut,
      { network_rules: [{ default_action: "Deny" }] },
    ])
      expect(opened([account(settings), container], "azurerm_storage_account.a")).toEqual([]);
  });

  test("a flexible server in a virtual network answers to no rule", () => {
    const server = (settings: { readonly [name: string]: TemplateValue }): GivenResource => ({
      address: "azurerm_postgresql_flexible_server.p",
      settings,
    });
    const rule: GivenResource = {
      address: "azurerm_postgresql_flexible_server_firewall_rule.r",
      settings: { server_id: later, ...wide },
      refs: { server_id: ["azurerm_postgresql_flexible_server.p"] },
    };
    expect(opened([server({}), rule], "azurerm_postgresql_flexible_server.p")).toEqual(everyone);
    expect(
      opened([server({ delegated_subnet_id: "/subnets/x" }), rule], "azurerm_postgresql_flexible_server.p"),
    ).toEqual([]);
  });
});
