import type { AzureHeld } from "../../support/case-clouds.ts";
import type { TypeCase, Where } from "../../support/type-case.ts";

const under = ({ account, region }: Where, type: string) =>
  `/subscriptions/${account}/resourceGroups/rg-${region}/providers/${type}`;
const idOf = (where: Where, name: string) => `${under(where, "Microsoft.Synapse/workspaces")}/${name}-${where.region}`;
const suffix = ({ region }: Where) => (region.startsWith("china") ? "core.chinacloudapi.cn" : "core.windows.net");

const typeCase: TypeCase<AzureHeld> = {
  type: "azure/synapse/workspace",
  held(where) {
    const { region } = where;
    const item = (name: string, properties: object, rest: object = {}) => ({
      id: idOf(where, name),
      name: `${name}-${region}`,
      type: "Microsoft.Synapse/workspaces",
      location: region,
      properties: { publicNetworkAccess: "Enabled", ...properties },
      ...rest,
    });
    return {
      resources: {
        "Microsoft.Synapse/workspaces": [
          item(
            "sales",
            {
              defaultDataLakeStorage: { accountUrl: `https://SalesLake.dfs.${suffix(where)}/`, filesystem: "synapse" },
              encryption: {
                cmk: { status: "Consistent", key: { name: "d", keyVaultUrl: "https://kv-syn.vault.azure.net/keys/d" } },
              },
            },
            { tags: { "data-class": "个人信息", team: "" } },
          ),
          item("named", {
            publicNetworkAccess: "Disabled",
            defaultDataLakeStorage: {
              accountUrl: `https://lake.dfs.${suffix(where)}`,
              resourceId: `${under(where, "Microsoft.Storage/storageAccounts")}/lake`,
            },
          }),
          item("bare", { defaultDataLakeStorage: null, encryption: null }),
        ],
      },
    };
  },
  finds(where) {
    const { region } = where;
    const plain = { role: "compute", tags: {} } as const;
    return [
      {
        ...plain,
        id: idOf(where, "sales"),
        name: `sales-${region}`,
        tags: { "data-class": "个人信息", team: "" },
        attributes: { publicNetworkAccess: "Enabled" },
        links: [
          { kind: "streams-to", id: `saleslake.blob.${suffix(where)}` },
          { kind: "key-held-in", id: "kv-syn.vault.azure.net" },
        ],
      },
      {
        ...plain,
        id: idOf(where, "named"),
        name: `named-${region}`,
        links: [{ kind: "streams-to", id: `${under(where, "Microsoft.Storage/storageAccounts")}/lake` }],
      },
      { ...plain, id: idOf(where, "bare"), name: `bare-${region}`, links: [] },
    ];
  },
  lists: [{ operation: "Workspaces_List" }],
};

export default typeCase;
