import { describe, expect, test } from "vitest";
import { azureTemplates } from "../../providers/azure/planned/index.ts";
import { known, unknown } from "../../src/model/index.ts";
import { canonicalKind } from "../../src/plan/arm/kinds.ts";
import { later } from "../../src/plan/settings.ts";
import { type GivenResource, linksOf, recordsOf } from "../support/planned-provider.ts";

const vm = "azurerm_linux_virtual_machine.crm";

function read(...given: readonly Omit<GivenResource, "region">[]) {
  return recordsOf(
    azureTemplates,
    "",
    given.map((one) => ({ ...one, region: null })),
  );
}

describe("Site Recovery", () => {
  test("a replica lies where its target fabric does, and is fed by its machine", () => {
    const { at, gaps } = read(
      { address: vm, settings: { name: "crm", location: "chinaeast2" } },
      { address: "azurerm_site_recovery_fabric.to", settings: { name: "to", location: "East Asia" } },
      { address: "azurerm_site_recovery_protection_container.to", settings: { recovery_fabric_name: "to" } },
      {
        address: "azurerm_site_recovery_replicated_vm.crm",
        settings: { name: "crm", source_vm_id: later, target_recovery_fabric_id: later },
        refs: { source_vm_id: [vm], target_recovery_fabric_id: ["azurerm_site_recovery_fabric.to"] },
      },
    );
    const replica = at("azurerm_site_recovery_replicated_vm.crm");
    expect(replica).toMatchObject({
      type: "azure/recovery-services/replication-protected-item",
      role: "copy",
      place: known({ region: "East Asia" }),
    });
    expect(replica.placeEvidence?.field).toBe("target_recovery_fabric_id");
    expect(linksOf(replica)).toEqual([`fails-over-to from ${vm}`]);
    expect(gaps).toEqual([]);
  });

  test("of Resource Manager likewise, through the container of the fabric", () => {
    const fabrics = "Microsoft.RecoveryServices/vaults/replicationFabrics";
    const containers = `${fabrics}/replicationProtectionContainers`;
    const { at } = read(
      {
        address: "fabric",
        kind: fabrics,
        settings: { name: "v/to", properties: { customDetails: { instanceType: "Azure", location: "eastasia" } } },
      },
      { address: "container", kind: containers, settings: { name: "v/to/c" }, refs: { name: ["fabric"] } },
      {
        address: "item",
        kind: `${containers}/replicationProtectedItems`,
        settings: {
          name: "v/from/c/crm",
          properties: {
            providerSpecificDetails: {
              instanceType: "A2A",
              fabricObjectId: "/subscriptions/s/vm",
              recoveryContainerId: later,
            },
          },
        },
        refs: { "properties.providerSpecificDetails.recoveryContainerId": ["container"] },
      },
    );
    expect(at("item").place).toEqual(known({ region: "eastasia" }));
    expect(linksOf(at("item"))).toEqual(["fails-over-to from /subscriptions/s/vm"]);
  });

  test("a replica whose fabric is not of the change lies nowhere that is known", () => {
    const { at } = read({
      address: "azurerm_site_recovery_replicated_vm.crm",
      settings: { source_vm_id: "/subscriptions/s/vm", target_recovery_fabric_id: "/subscriptions/s/fabric" },
    });
    expect(at("azurerm_site_recovery_replicated_vm.crm").place).toEqual(unknown("unsupported"));
  });
});

describe("Azure Backup", () => {
  const vault = "azurerm_recovery_services_vault.v";
  const settings = { name: "v", location: "chinaeast2", storage_mode_type: "LocallyRedundant" };

  test("what is protected is backed up into its vault", () => {
    const { at } = read(
      { address: vault, settings },
      { address: vm, settings: { location: "chinaeast2" } },
      {
        address: "azurerm_backup_protected_vm.crm",
        settings: { recovery_vault_name: "v", source_vm_id: later },
        refs: { recovery_vault_name: [vault], source_vm_id: [vm] },
      },
    );
    expect(linksOf(at(vault))).toEqual([`backs-up-to from ${vm}`]);
  });

  test.each([
    ["Microsoft.Compute/virtualMachines", ["backs-up-to from /subscriptions/s/vm"]],
    ["AzureFileShareProtectedItem", []],
  ])("an item of Resource Manager of type %s", (protectedItemType, links) => {
    const kind = "Microsoft.RecoveryServices/vaults/backupFabrics/protectionContainers/protectedItems";
    const { at } = read(
      {
        address: "vault",
        kind: "Microsoft.RecoveryServices/vaults",
        settings: {
          location: "chinaeast2",
          properties: { redundancySettings: { standardTierStorageRedundancy: "LocallyRedundant" } },
        },
      },
      {
        address: "item",
        kind,
        settings: { name: "vault/f/c/i", properties: { protectedItemType, sourceResourceId: "/subscriptions/s/vm" } },
        refs: { name: ["vault"] },
      },
    );
    expect(linksOf(at("vault"))).toEqual(links);
  });

  test("a flexible server is backed up into a vault of Data Protection", () => {
    const { at } = read(
      {
        address: "azurerm_data_protection_backup_vault.v",
        settings: { location: "chinaeast2", redundancy: "LocallyRedundant" },
      },
      {
        address: "azurerm_data_protection_backup_instance_mysql_flexible_server.i",
        settings: { vault_id: later, server_id: "/subscriptions/s/mysql" },
        refs: { vault_id: ["azurerm_data_protection_backup_vault.v"] },
      },
    );
    expect(linksOf(at("azurerm_data_protection_backup_vault.v"))).toEqual(["backs-up-to from /subscriptions/s/mysql"]);
  });
});

describe("logs and streams", () => {
  const analytics = { enabled: true, workspace_resource_id: "/subscriptions/s/w", workspace_region: "eastasia" };

  test.each([
    [{ enabled: true }, ["logs-to to /subscriptions/s/a"], { logKind: "network", retentionDays: 90 }],
    [
      { enabled: true, traffic_analytics: [analytics] },
      ["logs-to to /subscriptions/s/a", "logs-to to /subscriptions/s/w in eastasia"],
      { logKind: "network", retentionDays: 90 },
    ],
    [
      { enabled: true, traffic_analytics: [{ ...analytics, enabled: false }] },
      ["logs-to to /subscriptions/s/a"],
      { logKind: "network", retentionDays: 90 },
    ],
    [{ enabled: false, traffic_analytics: [analytics] }, [], { logKind: "network", logging: false, retentionDays: 90 }],
    [
      { enabled: true, retention_policy: [{ enabled: false, days: 90 }] },
      ["logs-to to /subscriptions/s/a"],
      { logKind: "network", retentionDays: "unlimited" },
    ],
  ])("a flow log of %j", (own, links, attributes) => {
    const settings = {
      location: "chinaeast2",
      storage_account_id: "/subscriptions/s/a",
      retention_policy: [{ enabled: true, days: 90 }],
      ...own,
    };
    const record = read({ address: "azurerm_network_watcher_flow_log.f", settings }).at(
      "azurerm_network_watcher_flow_log.f",
    );
    expect(record).toMatchObject({ type: "azure/network/flow-log", role: "flow" });
    expect(linksOf(record)).toEqual(links);
    expect(record.attributes).toEqual(attributes);
  });

  test("a flow log of Resource Manager", () => {
    const { at } = read({
      address: "log",
      kind: canonicalKind("microsoft.network/networkwatchers/flowlogs"),
      settings: {
        location: "chinaeast2",
        properties: {
          enabled: true,
          storageId: "/subscriptions/s/a",
          flowAnalyticsConfiguration: {
            networkWatcherFlowAnalyticsConfiguration: {
              enabled: true,
              workspaceResourceId: "/subscriptions/s/w",
              workspaceRegion: "eastasia",
            },
          },
        },
      },
    });
    expect(linksOf(at("log"))).toEqual(["logs-to to /subscriptions/s/a", "logs-to to /subscriptions/s/w in eastasia"]);
  });

  test("what a workspace, a namespace and a hub send on", () => {
    const { at } = read(
      {
        address: "workspace",
        kind: "Microsoft.OperationalInsights/workspaces",
        settings: { location: "chinaeast2", properties: { replication: { enabled: true, location: "chinanorth3" } } },
      },
      {
        address: "export",
        kind: "Microsoft.OperationalInsights/workspaces/dataExports",
        settings: { name: "w/e", properties: { destination: { resourceId: "/subscriptions/s/a" } } },
        refs: { name: ["workspace"] },
      },
      {
        address: "namespace",
        kind: "Microsoft.EventHub/namespaces",
        settings: {
          location: "chinaeast2",
          properties: {
            geoDataReplication: {
              locations: [
                { locationName: "chinaeast2", roleType: "Primary" },
                { locationName: "eastasia", roleType: "Secondary" },
              ],
            },
          },
        },
      },
      {
        address: "hub",
        kind: "Microsoft.EventHub/namespaces/eventhubs",
        settings: {
          name: "n/h",
          properties: {
            captureDescription: {
              enabled: true,
              destination: { properties: { storageAccountResourceId: "/subscriptions/s/b" } },
            },
          },
        },
        refs: { name: ["namespace"] },
      },
      {
        address: "standby",
        kind: "Microsoft.EventHub/namespaces/disasterRecoveryConfigs",
        settings: { name: "n/d", properties: { partnerNamespace: "/subscriptions/s/n2" } },
        refs: { name: ["namespace"] },
      },
    );
    expect(linksOf(at("workspace"))).toEqual(["replicates-to to ? in chinanorth3", "streams-to to /subscriptions/s/a"]);
    expect(linksOf(at("namespace"))).toEqual([
      "replicates-to to ? in eastasia",
      "streams-to to /subscriptions/s/b",
      "fails-over-to to /subscriptions/s/n2",
    ]);
  });

  test("Terraform's hubs capture and its rules export only where they are switched on", () => {
    const hub = (enabled: boolean) => ({
      address: "azurerm_eventhub.h",
      settings: {
        namespace_id: "/subscriptions/s/n",
        capture_description: [{ enabled, destination: [{ storage_account_id: "/subscriptions/s/b" }] }],
      },
    });
    const namespace = {
      address: "azurerm_eventhub_namespace.n",
      settings: { id: "/subscriptions/s/n", location: "chinaeast2" },
    };
    const rule = (settings: GivenResource["settings"]) => ({
      address: "azurerm_log_analytics_data_export_rule.r",
      settings: {
        workspace_resource_id: "/subscriptions/s/w",
        destination_resource_id: "/subscriptions/s/b",
        ...settings,
      },
    });
    const workspace = {
      address: "azurerm_log_analytics_workspace.w",
      settings: { id: "/subscriptions/s/w", location: "chinaeast2" },
    };
    expect(linksOf(read(namespace, hub(true)).at(namespace.address))).toEqual(["streams-to to /subscriptions/s/b"]);
    expect(linksOf(read(namespace, hub(false)).at(namespace.address))).toEqual([]);
    expect(linksOf(read(workspace, rule({ enabled: true })).at(workspace.address))).toEqual([
      "streams-to to /subscriptions/s/b",
    ]);
    expect(linksOf(read(workspace, rule({})).at(workspace.address))).toEqual([]);
  });

  test("the directory's logs", () => {
    const { at } = read({
      address: "azurerm_monitor_aad_diagnostic_setting.d",
      settings: { log_analytics_workspace_id: "/subscriptions/s/w" },
    });
    expect(linksOf(at("azurerm_monitor_aad_diagnostic_setting.d"))).toEqual(["logs-to to /subscriptions/s/w"]);
  });
});

describe("managed databases, pools and keys", () => {
  test("a managed database lies with its instance and comes from its source", () => {
    const { at } = read(
      { address: "azurerm_mssql_managed_instance.m", settings: { location: "East Asia", storage_account_type: "LRS" } },
      {
        address: "azurerm_mssql_managed_database.d",
        settings: { managed_instance_id: later, point_in_time_restore: [{ source_database_id: "/subscriptions/s/d" }] },
        refs: { managed_instance_id: ["azurerm_mssql_managed_instance.m"] },
      },
    );
    const record = at("azurerm_mssql_managed_database.d");
    expect(record.place).toEqual(known({ region: "East Asia" }));
    expect(linksOf(record)).toEqual(["copied-to from /subscriptions/s/d"]);
  });

  test("of a restore from files nothing but the host is kept", () => {
    const storageContainerUri = "https://backups.blob.core.chinacloudapi.cn/c?sig=secret";
    const { at } = read({
      address: "d",
      kind: "Microsoft.Sql/managedInstances/databases",
      settings: { location: "chinaeast2", properties: { createMode: "RestoreExternalBackup", storageContainerUri } },
    });
    expect(JSON.stringify(at("d"))).not.toContain("sig=");
    expect(linksOf(at("d"))).toEqual(["copied-to from backups.blob.core.chinacloudapi.cn"]);
  });

  test("a pool of Synapse comes from what it restores", () => {
    const { at } = read({
      address: "azurerm_synapse_sql_pool.p",
      settings: { geo_backup_policy_enabled: false, recovery_database_id: "/subscriptions/s/p" },
    });
    expect(linksOf(at("azurerm_synapse_sql_pool.p"))).toEqual(["copied-to from /subscriptions/s/p"]);
  });

  test("a pool of hardware for keys is in every region that it names", () => {
    const { at } = read({
      address: "hsm",
      kind: canonicalKind("microsoft.keyvault/managedhsms"),
      settings: {
        location: "uksouth",
        properties: { regions: [{ name: "uksouth", isPrimary: true }, { name: "eastasia" }] },
      },
    });
    expect(at("hsm")).toMatchObject({ type: "azure/keyvault/managed-hsm", role: "flow" });
    expect(linksOf(at("hsm"))).toEqual(["replicates-to to ? in eastasia"]);
  });
});
