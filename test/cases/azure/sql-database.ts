import type { AzureHeld } from "../../support/case-clouds.ts";
import type { FoundLink, TypeCase, Where } from "../../support/type-case.ts";

const pairs: Readonly<Record<string, string>> = {
  eastasia: "southeastasia",
  westeurope: "northeurope",
  chinanorth3: "chinaeast3",
};
const suffix = ({ region }: Where) =>
  region.startsWith("china") ? "database.chinacloudapi.cn" : "database.windows.net";
const serverId = ({ account, region }: Where, server: string) =>
  `/subscriptions/${account}/resourceGroups/rg-${region}/providers/Microsoft.Sql/servers/${server}-${region}`;
const idOf = (where: Where, server: string, name: string) => `${serverId(where, server)}/databases/${name}`;

function backup({ region }: Where): FoundLink {
  const pair = pairs[region];
  return { kind: "backs-up-to", ...(pair === undefined ? {} : { region: pair }) };
}

/** One server that everyone can reach, by two rules that meet, and one that is closed. */
const typeCase: TypeCase<AzureHeld> = {
  type: "azure/sql/database",
  held(where) {
    const { region } = where;
    const server = (name: string, properties: object) => ({
      id: serverId(where, name),
      name: `${name}-${region}`,
      type: "Microsoft.Sql/servers",
      location: region,
      properties: { fullyQualifiedDomainName: `${name}-${region}.${suffix(where)}`, ...properties },
    });
    const database = (on: string, name: string, properties: object, rest: object = {}) => ({
      id: idOf(where, on, name),
      name,
      type: "Microsoft.Sql/servers/databases",
      location: region,
      kind: "v12.0,user",
      properties: { status: "Online", ...properties },
      ...rest,
    });
    const path = (on: string, list: string) => `${serverId(where, on)}/${list}`.toLowerCase();
    const link = (on: string, name: string, number: number, properties: object) => ({
      id: `${idOf(where, on, name)}/replicationLinks/00000000-0000-4000-8000-00000000000${number}`,
      name: `00000000-0000-4000-8000-00000000000${number}`,
      type: "Microsoft.Sql/servers/databases/replicationLinks",
      properties,
    });
    const rule = (on: string, name: string, startIpAddress: string, endIpAddress: string) => ({
      id: `${serverId(where, on)}/firewallRules/${name}`,
      name,
      properties: { startIpAddress, endIpAddress },
    });
    return {
      resources: {
        "Microsoft.Sql/servers": [
          server("open", { publicNetworkAccess: "Enabled" }),
          server("closed", { publicNetworkAccess: "Disabled" }),
          server("bare", { publicNetworkAccess: "Enabled" }),
        ],
      },
      children: {
        [path("open", "databases")]: [
          database("open", "master", { currentBackupStorageRedundancy: "Geo" }, { kind: "v12.0,system" }),
          database(
            "open",
            "crm",
            { currentBackupStorageRedundancy: "Geo" },
            { tags: { "data-class": "个人信息", team: "" } },
          ),
          database("open", "crm_copy", {
            currentBackupStorageRedundancy: "Local",
            createMode: "Copy",
            sourceDatabaseId: idOf(where, "open", "crm"),
          }),
          database("open", "wh", { currentBackupStorageRedundancy: "Geo" }, { kind: "v12.0,user,datawarehouse" }),
          database("open", "wh2", { currentBackupStorageRedundancy: "Geo" }, { kind: "v12.0,user,datawarehouse" }),
        ],
        [path("open", "databases/wh/geoBackupPolicies")]: [{ name: "Default", properties: { state: "Disabled" } }],
        [path("open", "databases/wh2/geoBackupPolicies")]: [{ name: "Default", properties: { state: "Enabled" } }],
        [path("open", "replicationLinks")]: [
          link("open", "crm", 1, {
            partnerServer: "dr-server",
            partnerDatabase: "crm",
            partnerLocation: "Japan East",
            role: "Primary",
            partnerRole: "Secondary",
          }),
          link("open", "crm", 2, {
            partnerServer: "copies",
            partnerDatabase: "crm_test",
            partnerLocation: "Japan West",
            role: "Source",
            partnerRole: "Copy",
          }),
        ],
        [path("open", "firewallRules")]: [
          rule("open", "AllowAllWindowsAzureIps", "0.0.0.0", "0.0.0.0"),
          rule("open", "upper", "128.0.0.0", "255.255.255.255"),
          rule("open", "lower", "0.0.0.0", "127.255.255.255"),
        ],
        [path("closed", "databases")]: [
          database("closed", "hr", {
            createMode: "Secondary",
            secondaryType: "Geo",
            encryptionProtector: "https://kv-hr.vault.azure.net/keys/hr/0123456789abcdef",
            sourceDatabaseId: idOf(where, "elsewhere", "hr"),
            currentBackupStorageRedundancy: "Zone",
            requestedBackupStorageRedundancy: "GeoZone",
          }),
          database("closed", "old", {}),
        ],
        [path("closed", "replicationLinks")]: [
          link("closed", "hr", 3, {
            partnerServer: "elsewhere",
            partnerDatabase: "HR",
            partnerLocation: "Japan East",
            role: "NonReadableSecondary",
            partnerRole: "Primary",
          }),
        ],
      },
    };
  },
  finds(where) {
    const { region } = where;
    const partOf = (server: string): FoundLink => ({ kind: "part-of", direction: "from", id: serverId(where, server) });
    const everyone: FoundLink = { kind: "reachable-from", party: "*" };
    const plain = { role: "store", tags: {} } as const;
    const open = { admitsAzureServices: true, publicNetworkAccess: "Enabled" };
    return [
      {
        ...plain,
        id: idOf(where, "open", "crm"),
        name: `open-${region}/crm`,
        tags: { "data-class": "个人信息", team: "" },
        attributes: { ...open, backupStorageRedundancy: "Geo" },
        links: [
          partOf("open"),
          backup(where),
          { kind: "replicates-to", id: `dr-server.${suffix(where)}/crm`, region: "Japan East" },
          { kind: "copied-to", id: `copies.${suffix(where)}/crm_test`, region: "Japan West" },
          everyone,
        ],
      },
      {
        ...plain,
        id: idOf(where, "open", "crm_copy"),
        name: `open-${region}/crm_copy`,
        attributes: { ...open, backupStorageRedundancy: "Local" },
        links: [partOf("open"), { kind: "copied-to", direction: "from", id: idOf(where, "open", "crm") }, everyone],
      },
      {
        ...plain,
        id: idOf(where, "open", "wh"),
        name: `open-${region}/wh`,
        attributes: open,
        links: [partOf("open"), everyone],
      },
      {
        ...plain,
        id: idOf(where, "open", "wh2"),
        name: `open-${region}/wh2`,
        attributes: open,
        links: [partOf("open"), backup(where), everyone],
      },
      {
        ...plain,
        id: idOf(where, "closed", "hr"),
        name: `closed-${region}/hr`,
        attributes: { admitsAzureServices: false, publicNetworkAccess: "Disabled", secondaryType: "Geo" },
        links: [
          partOf("closed"),
          backup(where),
          { kind: "replicates-to", direction: "from", id: idOf(where, "elsewhere", "hr") },
          { kind: "replicates-to", direction: "from", id: `elsewhere.${suffix(where)}/hr`, region: "Japan East" },
          ...(where.partition === "AzureCloud" ? [{ kind: "key-held-in", id: "kv-hr.vault.azure.net" } as const] : []),
        ],
      },
      {
        ...plain,
        id: idOf(where, "closed", "old"),
        name: `closed-${region}/old`,
        region,
        links: [partOf("closed"), backup(where)],
      },
    ];
  },
  lists: [{ operation: "Servers_List" }, { operation: "Databases_ListByServer" }],
};

export default typeCase;
