import { armItem, storageItem } from "../../../providers/azure/loopback-items.ts";
import type { AzureHeld } from "../../support/case-clouds.ts";
import type { TypeCase } from "../../support/type-case.ts";

const setting: TypeCase<AzureHeld> = {
  type: "azure/insights/diagnostic-setting",
  held: ({ account, region }) => {
    const home = { subscription: account, group: "logs", location: region };
    const providers = `/subscriptions/${account}/resourceGroups/logs/providers`;
    const on = (scope: string, name: string, properties: object) => ({
      id: `${scope}/providers/microsoft.insights/diagnosticSettings/${name}`,
      name,
      type: "Microsoft.Insights/diagnosticSettings",
      properties,
    });
    const key = (scope: string) => `${scope}/providers/Microsoft.Insights/diagnosticSettings`.toLowerCase();
    const vault = armItem(home, "Microsoft.KeyVault/vaults", `keys-${region}`);
    const files = storageItem(home, `files${region}`, "Premium_LRS", { kind: "FileStorage" });
    const lake = storageItem(home, `lake${region}`, "Standard_LRS");
    const network = armItem(home, "Microsoft.Network/virtualNetworks", `net-${region}`);
    const blobs = `${lake.id}/blobServices/default`;
    return {
      resources: {
        "Microsoft.KeyVault/vaults": [vault],
        "Microsoft.Storage/storageAccounts": [files, lake],
        "Microsoft.Network/virtualNetworks": [network],
      },
      children: {
        [key(vault.id)]: [
          on(vault.id, "audit", {
            logs: [
              { categoryGroup: "audit", enabled: true },
              { category: "AzurePolicyEvaluationDetails", enabled: false },
            ],
            workspaceId: `${providers}/Microsoft.OperationalInsights/workspaces/siem`,
            storageAccountId: `${providers}/Microsoft.Storage/storageAccounts/archive`,
          }),
          on(vault.id, "partner", {
            logs: [{ categoryGroup: "allLogs", enabled: true }],
            marketplacePartnerId: `${providers}/Microsoft.Datadog/monitors/watch`,
          }),
          on(vault.id, "metrics", {
            metrics: [{ category: "AllMetrics", enabled: true }],
            logs: [{ category: "AuditEvent", enabled: false }],
            workspaceId: `${providers}/Microsoft.OperationalInsights/workspaces/siem`,
          }),
        ],
        [key(blobs)]: [
          on(blobs, "reads", {
            logs: [
              { category: "StorageRead", enabled: true },
              { category: "StorageDelete", enabled: true },
            ],
            eventHubAuthorizationRuleId: `${providers}/Microsoft.EventHub/namespaces/siem/authorizationRules/Root`,
            eventHubName: "storage",
          }),
        ],
        [key(`/subscriptions/${account}`)]: [
          on(`/subscriptions/${account}`, `activity-${region}`, {
            logs: [{ category: "Administrative", enabled: true }],
            storageAccountId: `${providers}/Microsoft.Storage/storageAccounts/archive`,
          }),
        ],
      },
    };
  },
  finds: ({ account, region }) => {
    const providers = `/subscriptions/${account}/resourceGroups/logs/providers`;
    const settings = "providers/microsoft.insights/diagnosticSettings";
    const vault = `${providers}/Microsoft.KeyVault/vaults/keys-${region}`;
    const lake = `${providers}/Microsoft.Storage/storageAccounts/lake${region}`;
    return [
      {
        id: `${vault}/${settings}/audit`,
        name: `keys-${region}/audit`,
        role: "flow",
        tags: {},
        attributes: { logKind: "network", categories: "audit" },
        links: [
          { kind: "logs-to", direction: "from", id: vault },
          { kind: "logs-to", id: `${providers}/Microsoft.OperationalInsights/workspaces/siem` },
          { kind: "logs-to", id: `${providers}/Microsoft.Storage/storageAccounts/archive` },
        ],
      },
      {
        id: `${vault}/${settings}/partner`,
        name: `keys-${region}/partner`,
        role: "flow",
        tags: {},
        links: [
          { kind: "logs-to", direction: "from", id: vault },
          { kind: "logs-to", id: `${providers}/Microsoft.Datadog/monitors/watch` },
        ],
      },
      { id: `${vault}/${settings}/metrics`, name: `keys-${region}/metrics`, role: "flow", tags: {}, links: [] },
      {
        id: `${lake}/blobServices/default/${settings}/reads`,
        name: `lake${region}/default/reads`,
        role: "flow",
        tags: {},
        attributes: { categories: "StorageDelete, StorageRead" },
        links: [
          { kind: "logs-to", direction: "from", id: lake },
          { kind: "logs-to", id: `${providers}/Microsoft.EventHub/namespaces/siem` },
        ],
      },
      {
        id: `/subscriptions/${account}/${settings}/activity-${region}`,
        name: `activity-${region}`,
        role: "flow",
        tags: {},
        region: null,
        attributes: { logKind: "network", categories: "Administrative" },
        links: [{ kind: "logs-to", id: `${providers}/Microsoft.Storage/storageAccounts/archive` }],
      },
    ];
  },
  lists: [
    {
      operation: "Resources_List",
      loses: ({ account, region }) => {
        const providers = `/subscriptions/${account}/resourceGroups/logs/providers`;
        const settings = "providers/microsoft.insights/diagnosticSettings";
        return [
          ...["audit", "partner", "metrics"].map(
            (name) => `${providers}/Microsoft.KeyVault/vaults/keys-${region}/${settings}/${name}`,
          ),
          `${providers}/Microsoft.Storage/storageAccounts/lake${region}/blobServices/default/${settings}/reads`,
        ];
      },
    },
    { operation: "DiagnosticSettings_List" },
  ],
};

export default setting;
