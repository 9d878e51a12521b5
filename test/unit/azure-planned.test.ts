import { describe, expect, test } from "vitest";
import { azureTemplates } from "../../providers/azure/planned/index.ts";
import { known, type PlannedResource, unknown } from "../../src/model/index.ts";
import { createSettings, later, type TemplateValue } from "../../src/plan/settings.ts";

const { catalogue } = azureTemplates;
type Values = Readonly<Record<string, TemplateValue>>;

function resourceOf(
  kind: string,
  settings: TemplateValue,
  refs: Readonly<Record<string, string>> = {},
): PlannedResource {
  return {
    address: `${kind}.one`,
    kind,
    label: "one",
    change: "create",
    settings: createSettings(settings, (path) => {
      const found = refs[path.join(".")];
      return found === undefined ? [] : [found];
    }),
    region: unknown("unsupported"),
    regionEvidence: "provider azurerm",
    file: "plan.json",
  };
}

function read(kind: string, settings: TemplateValue, refs: Readonly<Record<string, string>> = {}, server?: string) {
  const shape = catalogue.shapes.find((one) => one.kind === kind);
  const part = catalogue.parts.find((one) => one.kind === kind);
  const resource = resourceOf(kind, settings, refs);
  const reading =
    shape?.read(resource, () => (server === undefined ? undefined : known({ region: server }))) ?? part?.read(resource);
  return (reading?.links ?? []).map(({ kind: edge, direction, target, evidence }) => {
    const end = target.address ?? target.id ?? target.place?.region ?? target.party ?? "?";
    return `${edge} ${direction} ${end} (${evidence.field})`;
  });
}

describe("Terraform", () => {
  test.each([
    ["GRS", ["replicates-to to southeastasia (account_replication_type)"]],
    ["RAGZRS", ["replicates-to to southeastasia (account_replication_type)"]],
    ["LRS", []],
    ["ZRS", []],
    [later, ["replicates-to to southeastasia (account_replication_type)"]],
  ] as const)("a storage account of %s", (account_replication_type, links) => {
    expect(read("azurerm_storage_account", { location: "East Asia", account_replication_type })).toEqual(links);
  });

  test("a database's backups go to the pair of its server's region unless set otherwise", () => {
    const settings: Values = { server_id: later };
    const refs = { server_id: "azurerm_mssql_server.s" };
    expect(read("azurerm_mssql_database", settings, refs, "westeurope")).toEqual([
      "backs-up-to to northeurope (storage_account_type)",
    ]);
    expect(read("azurerm_mssql_database", settings, refs)).toEqual(["backs-up-to to ? (storage_account_type)"]);
    expect(read("azurerm_mssql_database", { ...settings, storage_account_type: "Local" }, refs, "westeurope")).toEqual(
      [],
    );
  });

  test("a copy comes from its source once, a secondary is kept up to date with it", () => {
    const of = (create_mode: string) =>
      read("azurerm_mssql_database", {
        create_mode,
        creation_source_database_id: "/s/d",
        storage_account_type: "Local",
      });
    expect(of("Copy")).toEqual(["copied-to from /s/d (creation_source_database_id)"]);
    expect(of("Secondary")).toEqual(["replicates-to from /s/d (creation_source_database_id)"]);
    expect(of("Default")).toEqual(["copied-to from /s/d (creation_source_database_id)"]);
  });

  test("every location of an account but its own is a replica, and its backups go to the pair", () => {
    const geo_location: TemplateValue = [{ location: "East Asia" }, { location: "westus2" }, { location: later }];
    expect(read("azurerm_cosmosdb_account", { location: "eastasia", geo_location })).toEqual([
      "replicates-to to westus2 (geo_location[].location)",
      "replicates-to to ? (geo_location[].location)",
      "backs-up-to to southeastasia (backup.storage_redundancy)",
      "reachable-from to * (ip_range_filter)",
    ]);
    const [backup, ip_range_filter] = [[{ type: "Continuous" }], ["10.0.0.1"]];
    expect(
      read("azurerm_cosmosdb_account", { location: "eastasia", geo_location: [], backup, ip_range_filter }),
    ).toEqual([]);
  });

  test("a key vault is replicated to the pair, but for the regions that the vendor names", () => {
    expect(read("azurerm_key_vault", { location: "eastasia" })).toEqual(["replicates-to to southeastasia (location)"]);
    expect(read("azurerm_key_vault", { location: "brazilsouth" })).toEqual([]);
  });

  test("a vault for backups is geo-redundant unless set otherwise", () => {
    expect(read("azurerm_recovery_services_vault", { location: "eastasia" })).toHaveLength(1);
    expect(
      read("azurerm_recovery_services_vault", { location: "eastasia", storage_mode_type: "LocallyRedundant" }),
    ).toEqual([]);
  });

  test("a diagnostic setting takes logs from its target to each sink", () => {
    const settings: Values = { target_resource_id: later, log_analytics_workspace_id: later, storage_account_id: "/a" };
    const refs = {
      target_resource_id: "azurerm_key_vault.v",
      log_analytics_workspace_id: "azurerm_log_analytics_workspace.w",
    };
    expect(read("azurerm_monitor_diagnostic_setting", settings, refs)).toEqual([
      "logs-to from azurerm_key_vault.v (target_resource_id)",
      "logs-to to azurerm_log_analytics_workspace.w (log_analytics_workspace_id)",
      "logs-to to /a (storage_account_id)",
    ]);
  });

  test("parts state what they send out of what they belong to", () => {
    const ids = { source_storage_account_id: "/a", destination_storage_account_id: "/b" };
    expect(read("azurerm_storage_object_replication", ids)).toEqual([
      "replicates-to to /b (destination_storage_account_id)",
    ]);
    expect(read("azurerm_storage_container", { container_access_type: "blob" })).toEqual([
      "reachable-from to * (container_access_type)",
    ]);
    expect(read("azurerm_storage_container", { container_access_type: "private" })).toEqual([]);
  });

  test("the query of an address is not kept", () => {
    const source_uri = "https://vhds.blob.core.windows.net/c/d.vhd?sig=c2VjcmV0";
    const shape = catalogue.shapes.find(({ kind }) => kind === "azurerm_snapshot");
    const links = shape?.read(resourceOf("azurerm_snapshot", { location: "eastasia", source_uri })).links ?? [];
    expect(JSON.stringify(links)).not.toContain("c2VjcmV0");
  });
});

test("Resource Manager's own templates say the same", () => {
  expect(read("Microsoft.Storage/storageAccounts", { location: "eastasia", sku: { name: "Standard_GRS" } })).toEqual([
    "replicates-to to southeastasia (sku.name)",
  ]);
  expect(read("Microsoft.Sql/servers/databases", { location: "westeurope", properties: {} })).toEqual([
    "backs-up-to to northeurope (properties.requestedBackupStorageRedundancy)",
  ]);
  const properties = { backup: { geoRedundantBackup: "Enabled" } };
  expect(read("Microsoft.DBforMySQL/flexibleServers", { location: "eastasia", properties })).toEqual([
    "backs-up-to to southeastasia (properties.backup.geoRedundantBackup)",
  ]);
});

test("what may hold data and has no shape is not said to hold none", () => {
  expect(catalogue.claims("azurerm_search_service")).toBe(true);
  expect(catalogue.holdsNoData("azurerm_search_service")).toBe(false);
  expect(catalogue.holdsNoData("azurerm_subnet")).toBe(true);
  expect(catalogue.holdsNoData("Microsoft.Network/virtualNetworks")).toBe(true);
  expect(catalogue.partitionNamed?.("china")).toBe("AzureChinaCloud");
  expect(catalogue.partitionOf("China North 3")).toBe("AzureChinaCloud");
});
