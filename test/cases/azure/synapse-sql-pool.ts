import type { AzureHeld } from "../../support/case-clouds.ts";
import type { FoundLink, TypeCase, Where } from "../../support/type-case.ts";

const pairs: Readonly<Record<string, string>> = {
  eastasia: "southeastasia",
  westeurope: "northeurope",
  chinanorth3: "chinaeast3",
};

function backup({ region }: Where): FoundLink {
  const pair = pairs[region];
  return { kind: "backs-up-to", ...(pair === undefined ? {} : { region: pair }) };
}

const workspaceId = ({ account, region }: Where, workspace: string) =>
  `/subscriptions/${account}/resourceGroups/rg-${region}/providers/Microsoft.Synapse/workspaces/${workspace}-${region}`;
const idOf = (where: Where, workspace: string, name: string) => `${workspaceId(where, workspace)}/sqlPools/${name}`;

const typeCase: TypeCase<AzureHeld> = {
  type: "azure/synapse/sql-pool",
  held(where) {
    const { region } = where;
    const workspace = (name: string, publicNetworkAccess: string) => ({
      id: workspaceId(where, name),
      name: `${name}-${region}`,
      type: "Microsoft.Synapse/workspaces",
      location: region,
      properties: { publicNetworkAccess },
    });
    const pool = (on: string, name: string, properties: object, rest: object = {}) => ({
      id: idOf(where, on, name),
      name,
      type: "Microsoft.Synapse/workspaces/sqlPools",
      location: region,
      sku: { name: "DW100c" },
      properties: { status: "Online", ...properties },
      ...rest,
    });
    const path = (on: string, list: string) => `${workspaceId(where, on)}/${list}`.toLowerCase();
    const policy = (state: string) => [{ name: "Default", properties: { state, storageType: "Premium" } }];
    return {
      resources: {
        "Microsoft.Synapse/workspaces": [
          workspace("open", "Enabled"),
          workspace("closed", "Disabled"),
          workspace("bare", "Enabled"),
        ],
      },
      children: {
        [path("open", "sqlPools")]: [
          pool("open", "members", { storageAccountType: "GRS" }, { tags: { "data-class": "个人信息", team: "" } }),
          pool("open", "off", {}),
          pool("open", "local", {
            storageAccountType: "LRS",
            createMode: "Restore",
            sourceDatabaseId: idOf(where, "open", "members"),
          }),
        ],
        [path("open", "sqlPools/members/geoBackupPolicies")]: policy("Enabled"),
        [path("open", "sqlPools/off/geoBackupPolicies")]: policy("Disabled"),
        [path("open", "firewallRules")]: [
          { name: "allowAll", properties: { startIpAddress: "0.0.0.0", endIpAddress: "255.255.255.255" } },
        ],
        [path("closed", "sqlPools")]: [
          pool("closed", "recovered", {
            createMode: "Recovery",
            recoverableDatabaseId: `${workspaceId(where, "open")}/recoverableSqlPools/members`,
          }),
        ],
      },
    };
  },
  finds(where) {
    const everyone: FoundLink = { kind: "reachable-from", party: "*" };
    const partOf = (workspace: string): FoundLink => ({
      kind: "part-of",
      direction: "from",
      id: workspaceId(where, workspace),
    });
    const plain = { role: "store", tags: {} } as const;
    return [
      {
        ...plain,
        id: idOf(where, "open", "members"),
        name: `open-${where.region}/members`,
        tags: { "data-class": "个人信息", team: "" },
        attributes: { storageAccountType: "GRS", status: "Online", admitsAzureServices: false },
        links: [partOf("open"), backup(where), everyone],
      },
      { ...plain, id: idOf(where, "open", "off"), name: `open-${where.region}/off`, links: [partOf("open"), everyone] },
      {
        ...plain,
        id: idOf(where, "open", "local"),
        name: `open-${where.region}/local`,
        links: [partOf("open"), everyone, { kind: "copied-to", direction: "from", id: idOf(where, "open", "members") }],
      },
      {
        ...plain,
        id: idOf(where, "closed", "recovered"),
        name: `closed-${where.region}/recovered`,
        links: [
          partOf("closed"),
          backup(where),
          { kind: "copied-to", direction: "from", id: idOf(where, "open", "members") },
        ],
      },
    ];
  },
  lists: [{ operation: "Workspaces_List" }, { operation: "SqlPools_ListByWorkspace" }],
};

export default typeCase;
