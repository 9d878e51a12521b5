import type { AzureHeld } from "../../support/case-clouds.ts";
import type { TypeCase, Where } from "../../support/type-case.ts";

const under = ({ account, region }: Where, type: string) =>
  `/subscriptions/${account}/resourceGroups/rg-${region}/providers/${type}`;
const idOf = (where: Where, name: string) => `${under(where, "Microsoft.Kusto/clusters")}/${name}${where.region}`;

const typeCase: TypeCase<AzureHeld> = {
  type: "azure/kusto/cluster",
  held(where) {
    const { region } = where;
    const item = (name: string, properties: object, rest: object = {}) => ({
      id: idOf(where, name),
      name: `${name}${region}`,
      type: "Microsoft.Kusto/clusters",
      location: region,
      sku: { name: "Standard_E8ads_v5", tier: "Standard" },
      properties: { state: "Running", publicNetworkAccess: "Disabled", allowedIpRangeList: [], ...properties },
      ...rest,
    });
    const path = (on: string, list: string) => `${idOf(where, on)}/${list}`.toLowerCase();
    const database = (on: string, name: string, kind: string, properties: object) => ({
      id: `${idOf(where, on)}/databases/${name}`,
      name: `${on}${region}/${name}`,
      type: "Microsoft.Kusto/clusters/databases",
      location: region,
      kind,
      properties,
    });
    const connection = (name: string, kind: string, properties: object) => ({
      name,
      kind,
      location: region,
      properties,
    });
    const hub = `${under(where, "Microsoft.EventHub/namespaces")}/events/eventhubs/clicks`;
    return {
      resources: {
        "Microsoft.Kusto/clusters": [
          item("lead", { publicNetworkAccess: "Enabled" }, { tags: { "data-class": "个人信息", team: "" } }),
          item("follow", {
            publicNetworkAccess: "Enabled",
            allowedIpRangeList: ["198.51.100.0/24"],
            keyVaultProperties: { keyName: "cmk", keyVaultUri: "https://kv-adx.vault.azure.net/" },
          }),
          item("idle", { trustedExternalTenants: [{ value: "*" }] }),
        ],
      },
      children: {
        [path("lead", "databases")]: [
          database("lead", "web", "ReadWrite", { isFollowed: true }),
          database("lead", "things", "ReadWrite", {}),
        ],
        [path("lead", "databases/web/dataConnections")]: [
          connection("hub", "EventHub", { eventHubResourceId: hub, consumerGroup: "adx" }),
          connection("blobs", "EventGrid", {
            storageAccountResourceId: `${under(where, "Microsoft.Storage/storageAccounts")}/landing`,
            eventHubResourceId: hub,
          }),
        ],
        [path("lead", "databases/things/dataConnections")]: [
          connection("again", "EventHub", { eventHubResourceId: hub, consumerGroup: "adx2" }),
          connection("iot", "IotHub", { iotHubResourceId: `${under(where, "Microsoft.Devices/IotHubs")}/fleet` }),
          connection("cosmos", "CosmosDb", {
            cosmosDbAccountResourceId: `${under(where, "Microsoft.DocumentDB/databaseAccounts")}/members`,
          }),
        ],
        [path("follow", "databases")]: [
          database("follow", "web", "ReadOnlyFollowing", { leaderClusterResourceId: idOf(where, "lead") }),
        ],
      },
    };
  },
  finds(where) {
    const { region } = where;
    const fed = (type: string, name: string) =>
      ({ kind: "streams-to", direction: "from", id: `${under(where, type)}/${name}` }) as const;
    return [
      {
        id: idOf(where, "lead"),
        name: `lead${region}`,
        role: "store",
        tags: { "data-class": "个人信息", team: "" },
        attributes: { state: "Running", publicNetworkAccess: "Enabled" },
        links: [
          fed("Microsoft.EventHub/namespaces", "events"),
          fed("Microsoft.Storage/storageAccounts", "landing"),
          fed("Microsoft.Devices/IotHubs", "fleet"),
          fed("Microsoft.DocumentDB/databaseAccounts", "members"),
          { kind: "reachable-from", party: "*" },
        ],
      },
      {
        id: idOf(where, "follow"),
        name: `follow${region}`,
        role: "store",
        tags: {},
        links: [
          { kind: "replicates-to", direction: "from", id: idOf(where, "lead") },
          { kind: "key-held-in", id: "kv-adx.vault.azure.net" },
        ],
      },
      {
        id: idOf(where, "idle"),
        name: `idle${region}`,
        role: "store",
        tags: {},
        attributes: { trustsEveryTenant: true },
        links: [],
      },
    ];
  },
  lists: [{ operation: "Clusters_List", unpaged: true }],
};

export default typeCase;
