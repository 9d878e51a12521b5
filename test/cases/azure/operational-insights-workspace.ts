import { armItem, childKey } from "../../../providers/azure/loopback-items.ts";
import type { AzureHeld } from "../../support/case-clouds.ts";
import type { TypeCase } from "../../support/type-case.ts";

const workspace: TypeCase<AzureHeld> = {
  type: "azure/operational-insights/workspace",
  held: ({ account, region }) => {
    const home = { subscription: account, group: "logs", location: region };
    const item = (name: string, properties: object, tags?: Readonly<Record<string, string>>) =>
      armItem(home, "Microsoft.OperationalInsights/workspaces", `${name}-${region}`, {
        ...(tags === undefined ? {} : { tags }),
        properties: { customerId: "0", sku: { name: "PerGB2018" }, retentionInDays: 90, ...properties },
      });
    const audit = item(
      "audit",
      { retentionInDays: 180, replication: { enabled: true, location: "uksouth" } },
      { 部门: "支付", owner: "" },
    );
    const exportTo = (id: string, enable?: boolean) => ({
      name: "rule",
      properties: {
        tableNames: ["Syslog"],
        ...(enable === undefined ? {} : { enable }),
        destination: { resourceId: id },
      },
    });
    const providers = `/subscriptions/${account}/resourceGroups/lake/providers`;
    return {
      resources: {
        "Microsoft.OperationalInsights/workspaces": [
          audit,
          item("apps", { replication: { enabled: false, location: "uksouth" } }),
          item("dev", { retentionInDays: 30 }),
        ],
      },
      children: {
        [childKey(audit, "dataExports")]: [
          exportTo(`${providers}/Microsoft.Storage/storageAccounts/archive`, true),
          exportTo(`${providers}/Microsoft.EventHub/namespaces/siem`),
          exportTo(`${providers}/Microsoft.Storage/storageAccounts/stopped`, false),
        ],
      },
    };
  },
  finds: ({ partition, account, region }) => {
    const id = `/subscriptions/${account}/resourceGroups/logs/providers/Microsoft.OperationalInsights/workspaces`;
    const providers = `/subscriptions/${account}/resourceGroups/lake/providers`;
    return [
      {
        id: `${id}/audit-${region}`,
        name: `audit-${region}`,
        role: "store",
        tags: { 部门: "支付", owner: "" },
        attributes: { retentionDays: 180, sku: "PerGB2018" },
        links: [
          ...(partition === "AzureCloud" ? [{ kind: "replicates-to", region: "uksouth" } as const] : []),
          { kind: "streams-to", id: `${providers}/Microsoft.Storage/storageAccounts/archive` },
          { kind: "streams-to", id: `${providers}/Microsoft.EventHub/namespaces/siem` },
        ],
      },
      {
        id: `${id}/apps-${region}`,
        name: `apps-${region}`,
        role: "store",
        tags: {},
        attributes: { retentionDays: 90 },
        links: [],
      },
      {
        id: `${id}/dev-${region}`,
        name: `dev-${region}`,
        role: "store",
        tags: {},
        attributes: { retentionDays: 30 },
        links: [],
      },
    ];
  },
  lists: [{ operation: "Workspaces_List" }],
};

export default workspace;
