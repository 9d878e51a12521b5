import { describe, expect, test } from "vitest";
import { azureTemplates } from "../../providers/azure/planned/index.ts";
import { type GivenResource, linksOf, recordsOf } from "../support/planned-provider.ts";

const read = (...given: readonly GivenResource[]) =>
  recordsOf(
    azureTemplates,
    "",
    given.map((one) => ({ ...one, region: null })),
  );

const location = "chinaeast2";

describe("Service Bus", () => {
  test("a namespace is a store, and states its standby", () => {
    const { at } = read(
      { address: "azurerm_servicebus_namespace.n", settings: { id: "/subscriptions/s/n", location } },
      {
        address: "azurerm_servicebus_namespace_disaster_recovery_config.d",
        settings: { primary_namespace_id: "/subscriptions/s/n", partner_namespace_id: "/subscriptions/s/hk" },
      },
    );
    expect(at("azurerm_servicebus_namespace.n")).toMatchObject({ type: "azure/service-bus/namespace", role: "store" });
    expect(linksOf(at("azurerm_servicebus_namespace.n"))).toEqual(["fails-over-to to /subscriptions/s/hk"]);
  });

  test("of Resource Manager replicates its messages to the regions that it names", () => {
    const locations = [
      { locationName: location, roleType: "Primary" },
      { locationName: "eastasia", roleType: "Secondary" },
    ];
    const settings = { location, properties: { geoDataReplication: { locations } } };
    const { at } = read({ address: "n", kind: "Microsoft.ServiceBus/namespaces", settings });
    expect(linksOf(at("n"))).toEqual(["replicates-to to ? in eastasia"]);
  });
});

describe("sites", () => {
  const url = "https://backups.blob.core.windows.net/c?sig=not-to-be-seen";

  test("of what a site sends to an account nothing but the host is kept", () => {
    const { at } = read({
      address: "azurerm_linux_web_app.w",
      settings: {
        location,
        backup: [{ storage_account_url: url }],
        logs: [{ http_logs: [{ azure_blob_storage: [{ sas_url: url }] }] }],
      },
    });
    const record = at("azurerm_linux_web_app.w");
    expect(record).toMatchObject({ type: "azure/web/site", role: "compute" });
    expect(linksOf(record)).toEqual([
      "backs-up-to to backups.blob.core.windows.net",
      "logs-to to backups.blob.core.windows.net",
    ]);
    expect(JSON.stringify(record)).not.toContain("not-to-be-seen");
  });

  test("one without these blocks sends nothing", () => {
    const address = "azurerm_windows_function_app.f";
    expect(linksOf(read({ address, settings: { location, backup: [], logs: [] } }).at(address))).toEqual([]);
  });

  test("of Resource Manager states its backups by its settings", () => {
    const { at } = read(
      { address: "site", kind: "Microsoft.Web/sites", settings: { name: "w", location } },
      {
        address: "backup",
        kind: "Microsoft.Web/sites/config",
        settings: { name: "w/backup", properties: { storageAccountUrl: url } },
        refs: { name: ["site"] },
      },
      {
        address: "app",
        kind: "Microsoft.Web/sites/config",
        settings: { name: "w/appsettings", properties: { PASSWORD: "not-to-be-seen" } },
        refs: { name: ["site"] },
      },
    );
    expect(linksOf(at("site"))).toEqual(["backs-up-to to backups.blob.core.windows.net"]);
    expect(JSON.stringify(at("site"))).not.toContain("not-to-be-seen");
  });
});

test.each([
  ["azurerm_linux_virtual_machine_scale_set", "compute/virtual-machine-scale-set"],
  ["azurerm_kubernetes_cluster", "container-service/managed-cluster"],
])("%s computes", (kind, type) => {
  const { at, gaps } = read({ address: `${kind}.it`, settings: { location } });
  expect(at(`${kind}.it`)).toMatchObject({ type: `azure/${type}`, role: "compute", links: [] });
  expect(gaps).toEqual([]);
});

test("a gallery of the community is shared with everyone, one of a tenant is not", () => {
  const links = (permission: string) =>
    linksOf(
      read({ address: "azurerm_shared_image_gallery.g", settings: { location, sharing: [{ permission }] } }).at(
        "azurerm_shared_image_gallery.g",
      ),
    );
  expect(links("Community")).toEqual(["shared-with to ? for *"]);
  expect(links("Groups")).toEqual([]);
});

test.each([
  [{ blob_storage_endpoint: "https://audit.blob.core.windows.net/" }, ["logs-to to audit.blob.core.windows.net"]],
  [{ storage_endpoint: "https://audit.blob.core.windows.net/" }, ["logs-to to audit.blob.core.windows.net"]],
  [{ blob_storage_endpoint: "https://audit.blob.core.windows.net/", enabled: false }, []],
  [{ log_monitoring_enabled: true }, []],
])("an auditing policy of %j", (settings, links) => {
  const server = { address: "azurerm_mssql_server.s", settings: { id: "/subscriptions/s/sql", location } };
  const address = "azurerm_mssql_server_extended_auditing_policy.a";
  const { at } = read(server, { address, settings: { server_id: "/subscriptions/s/sql", ...settings } });
  expect(linksOf(at(server.address))).toEqual(links);
});

test.each([
  ["LocallyRedundant", []],
  ["ZoneRedundant", []],
  ["GeoRedundant", ["backs-up-to to ? in chinanorth2"]],
])("a vault whose setting beside it says %s", (storageModelType, links) => {
  const vault = { address: "v", kind: "Microsoft.RecoveryServices/vaults", settings: { name: "v", location } };
  const { at } = read(vault, {
    address: "c",
    kind: "Microsoft.RecoveryServices/vaults/backupstorageconfig",
    settings: { name: "v/vaultstorageconfig", properties: { storageModelType } },
    refs: { name: ["v"] },
  });
  expect(linksOf(at("v"))).toEqual(links);
  expect(at("v").attributes).toEqual({});
});

test.each([
  ["azurerm_key_vault_secret", true],
  ["azurerm_network_security_group", true],
  ["azurerm_network_interface_security_group_association", true],
  ["azurerm_dns_a_record", true],
  ["azurerm_role_assignment", true],
  ["azurerm_storage_queue", true],
  ["azurerm_storage_account_static_website", false],
  ["azurerm_managed_disk_sas_token", false],
  ["azurerm_network_watcher_flow_log", false],
  ["azurerm_network_packet_capture", false],
  ["azurerm_kusto_eventhub_data_connection", false],
  ["azurerm_api_management_api", true],
  ["azurerm_api_management_logger", false],
  ["azurerm_api_management_api_diagnostic", false],
  ["azurerm_something_new", false],
  ["Microsoft.Network/virtualNetworks", true],
  ["Microsoft.Network/networkWatchers/flowLogs", false],
  ["Microsoft.KeyVault/vaults/secrets", true],
  ["Microsoft.Storage/storageAccounts/fileServices/shares", true],
  ["Microsoft.Storage/storageAccounts/blobServices/containers", false],
  ["Microsoft.Insights/dataCollectionRules", false],
  ["Microsoft.Something/new", false],
])("%s holds no data: %s", (kind, answer) => {
  expect(azureTemplates.catalogue.holdsNoData(kind)).toBe(answer);
});
