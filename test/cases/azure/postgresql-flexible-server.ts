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

const idOf = ({ account, region }: Where, name: string) =>
  `/subscriptions/${account}/resourceGroups/rg-${region}/providers/Microsoft.DBforPostgreSQL/flexibleServers/${name}-${region}`;

const typeCase: TypeCase<AzureHeld> = {
  type: "azure/postgresql/flexible-server",
  held(where) {
    const { region } = where;
    const item = (name: string, properties: object, rest: object = {}) => ({
      id: idOf(where, name),
      name: `${name}-${region}`,
      type: "Microsoft.DBforPostgreSQL/flexibleServers",
      location: region,
      sku: { name: "Standard_D2ds_v4", tier: "GeneralPurpose" },
      properties: {
        state: "Ready",
        replicationRole: "None",
        backup: { backupRetentionDays: 7, geoRedundantBackup: "Disabled" },
        highAvailability: { mode: "ZoneRedundant", standbyAvailabilityZone: "2" },
        network: { publicNetworkAccess: "Disabled" },
        ...properties,
      },
      ...rest,
    });
    const rules = (on: string) => `${idOf(where, on)}/firewallRules`.toLowerCase();
    const rule = (name: string, startIpAddress: string, endIpAddress: string) => ({
      name,
      properties: { startIpAddress, endIpAddress },
    });
    return {
      resources: {
        "Microsoft.DBforPostgreSQL/flexibleServers": [
          item(
            "main",
            {
              replicationRole: "Primary",
              backup: { backupRetentionDays: 35, geoRedundantBackup: "Enabled" },
              network: { publicNetworkAccess: "Enabled" },
              dataEncryption: {
                primaryKeyURI: "https://kv-db.vault.azure.net/keys/cmk/0123456789abcdef",
                geoBackupKeyURI: "https://kv-geo.vault.azure.net/keys/cmk/0123456789abcdef",
                type: "AzureKeyVault",
              },
            },
            { tags: { "data-class": "个人信息", team: "" } },
          ),
          item("replica", {
            replicationRole: "GeoAsyncReplica",
            sourceServerResourceId: idOf(where, "main"),
            network: { publicNetworkAccess: "Enabled" },
          }),
          item("restored", { createMode: "GeoRestore", sourceServerResourceId: idOf(where, "main") }),
          item("inside", {
            network: { publicNetworkAccess: "Enabled", delegatedSubnetResourceId: "/subscriptions/x/subnets/y" },
          }),
        ],
      },
      children: {
        [rules("main")]: [rule("all", "0.0.0.0", "255.255.255.255"), rule("office", "198.51.100.7", "198.51.100.7")],
        [rules("replica")]: [rule("azure", "0.0.0.0", "0.0.0.0"), rule("half", "0.0.0.0", "127.255.255.255")],
        [rules("inside")]: [rule("left-over", "0.0.0.0", "255.255.255.255")],
      },
    };
  },
  finds(where) {
    const { region } = where;
    const plain = { role: "store", tags: {} } as const;
    return [
      {
        ...plain,
        id: idOf(where, "main"),
        name: `main-${region}`,
        tags: { "data-class": "个人信息", team: "" },
        attributes: { geoRedundantBackup: "Enabled", backupRetentionDays: 35, highAvailability: "ZoneRedundant" },
        links: [
          backup(where),
          { kind: "reachable-from", party: "*" },
          { kind: "key-held-in", id: "kv-db.vault.azure.net" },
          ...(where.partition === "AzureCloud" ? [{ kind: "key-held-in", id: "kv-geo.vault.azure.net" } as const] : []),
        ],
      },
      {
        ...plain,
        id: idOf(where, "replica"),
        name: `replica-${region}`,
        attributes: { replicationRole: "GeoAsyncReplica", admitsAzureServices: true },
        links: [{ kind: "replicates-to", direction: "from", id: idOf(where, "main") }],
      },
      {
        ...plain,
        id: idOf(where, "restored"),
        name: `restored-${region}`,
        attributes: { admitsAzureServices: false },
        links: [{ kind: "copied-to", direction: "from", id: idOf(where, "main") }],
      },
      { ...plain, id: idOf(where, "inside"), name: `inside-${region}`, links: [] },
    ];
  },
  lists: [{ operation: "Servers_ListBySubscription" }],
};

export default typeCase;
