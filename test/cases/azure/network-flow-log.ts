import { armItem, childKey } from "../../../providers/azure/loopback-items.ts";
import type { AzureHeld } from "../../support/case-clouds.ts";
import type { TypeCase } from "../../support/type-case.ts";

const flowLog: TypeCase<AzureHeld> = {
  type: "azure/network/flow-log",
  held: ({ account, region }) => {
    const home = { subscription: account, group: "net", location: region };
    const providers = `/subscriptions/${account}/resourceGroups/net/providers`;
    const watcher = (name: string) =>
      armItem(home, "Microsoft.Network/networkWatchers", `${name}-${region}`, {
        properties: { runningOperationIds: [] },
      });
    const [here, second, empty] = [watcher("here"), watcher("second"), watcher("empty")];
    const log = (parent: string, name: string, properties: object, tags?: object) => ({
      id: `${parent}/flowLogs/${name}`,
      name,
      type: "Microsoft.Network/networkWatchers/flowLogs",
      location: region,
      ...(tags === undefined ? {} : { tags }),
      properties: { targetResourceId: `${providers}/Microsoft.Network/virtualNetworks/shop`, ...properties },
    });
    const analytics = (enabled: boolean, workspaceRegion?: string) => ({
      flowAnalyticsConfiguration: {
        networkWatcherFlowAnalyticsConfiguration: {
          enabled,
          workspaceResourceId: `${providers}/Microsoft.OperationalInsights/workspaces/siem`,
          ...(workspaceRegion === undefined ? {} : { workspaceRegion }),
        },
      },
    });
    const storageId = `${providers}/Microsoft.Storage/storageAccounts/flows`;
    return {
      resources: { "Microsoft.Network/networkWatchers": [here, second, empty] },
      children: {
        [childKey(here, "flowLogs")]: [
          log(
            here.id,
            "shop",
            { enabled: true, storageId, retentionPolicy: { enabled: true, days: 90 }, ...analytics(true, "uksouth") },
            { 部门: "支付", owner: "" },
          ),
          log(here.id, "forever", {
            enabled: true,
            storageId,
            retentionPolicy: { enabled: false, days: 0 },
            ...analytics(false),
          }),
        ],
        [childKey(second, "flowLogs")]: [log(second.id, "off", { enabled: false, storageId, ...analytics(true) })],
      },
    };
  },
  finds: ({ account, region }) => {
    const providers = `/subscriptions/${account}/resourceGroups/net/providers`;
    const watchers = `${providers}/Microsoft.Network/networkWatchers`;
    return [
      {
        id: `${watchers}/here-${region}/flowLogs/shop`,
        name: "shop",
        role: "flow",
        tags: { 部门: "支付", owner: "" },
        attributes: {
          logKind: "network",
          retentionDays: 90,
          watches: `${providers}/Microsoft.Network/virtualNetworks/shop`,
        },
        links: [
          { kind: "logs-to", id: `${providers}/Microsoft.Storage/storageAccounts/flows` },
          { kind: "logs-to", id: `${providers}/Microsoft.OperationalInsights/workspaces/siem`, region: "uksouth" },
        ],
      },
      {
        id: `${watchers}/here-${region}/flowLogs/forever`,
        name: "forever",
        role: "flow",
        tags: {},
        attributes: { retentionDays: "unlimited" },
        links: [{ kind: "logs-to", id: `${providers}/Microsoft.Storage/storageAccounts/flows` }],
      },
      {
        id: `${watchers}/second-${region}/flowLogs/off`,
        name: "off",
        role: "flow",
        tags: {},
        attributes: { logging: false },
        links: [],
      },
    ];
  },
  lists: [{ operation: "NetworkWatchers_ListAll" }, { operation: "FlowLogs_List" }],
};

export default flowLog;
