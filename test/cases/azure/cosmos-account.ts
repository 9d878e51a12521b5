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

const everyone: FoundLink = { kind: "reachable-from", party: "*" };
const idOf = ({ account, region }: Where, name: string) =>
  `/subscriptions/${account}/resourceGroups/rg-${region}/providers/Microsoft.DocumentDB/databaseAccounts/${name}-${region}`;
const instance = "0f0e0d0c-1111-4222-8333-444455556666";

const typeCase: TypeCase<AzureHeld> = {
  type: "azure/cosmos/account",
  held(where) {
    const { account, region } = where;
    const item = (name: string, properties: object, rest: object = {}) => ({
      id: idOf(where, name),
      name: `${name}-${region}`,
      type: "Microsoft.DocumentDB/databaseAccounts",
      location: region,
      kind: "GlobalDocumentDB",
      properties: {
        publicNetworkAccess: "Disabled",
        isVirtualNetworkFilterEnabled: false,
        ipRules: [],
        enableMultipleWriteLocations: false,
        backupPolicy: { type: "Continuous", continuousModeProperties: { tier: "Continuous7Days" } },
        locations: [{ locationName: region, failoverPriority: 0 }],
        ...properties,
      },
      ...rest,
    });
    return {
      resources: {
        "Microsoft.DocumentDB/databaseAccounts": [
          item(
            "members",
            {
              instanceId: instance,
              publicNetworkAccess: "Enabled",
              enableMultipleWriteLocations: true,
              locations: [
                { locationName: "Japan East", failoverPriority: 1 },
                { locationName: region, failoverPriority: 0 },
                { locationName: "Japan West", failoverPriority: 2 },
              ],
              backupPolicy: {
                type: "Periodic",
                periodicModeProperties: { backupIntervalInMinutes: 240, backupStorageRedundancy: "Geo" },
              },
            },
            { tags: { "data-class": "个人信息", team: "" } },
          ),
          item("unset", {
            backupPolicy: { type: "Periodic", periodicModeProperties: { backupIntervalInMinutes: 240 } },
          }),
          item("local", {
            publicNetworkAccess: "Enabled",
            ipRules: [{ ipAddressOrRange: "0.0.0.0" }],
            backupPolicy: { type: "Periodic", periodicModeProperties: { backupStorageRedundancy: "Local" } },
            keyVaultKeyUri: "https://kv-cosmos.vault.azure.net/keys/cmk",
          }),
          item("restored", {
            publicNetworkAccess: "Enabled",
            isVirtualNetworkFilterEnabled: true,
            createMode: "Restore",
            restoreParameters: {
              restoreMode: "PointInTime",
              restoreSource: `/subscriptions/${account}/providers/Microsoft.DocumentDB/locations/${region}/restorableDatabaseAccounts/${instance}`,
            },
          }),
          // Its write region has moved since it was made.
          item("moved", {
            locations: [
              { locationName: "Japan East", failoverPriority: 0 },
              { locationName: region, failoverPriority: 1 },
            ],
          }),
        ],
      },
    };
  },
  finds(where) {
    const { region } = where;
    const plain = { role: "store", tags: {} } as const;
    return [
      {
        ...plain,
        id: idOf(where, "members"),
        name: `members-${region}`,
        tags: { "data-class": "个人信息", team: "" },
        attributes: { backupPolicy: "Periodic", multipleWriteLocations: true, publicNetworkAccess: "Enabled" },
        links: [
          { kind: "replicates-to", region: "Japan East" },
          { kind: "replicates-to", region: "Japan West" },
          backup(where),
          everyone,
        ],
      },
      { ...plain, id: idOf(where, "unset"), name: `unset-${region}`, links: [backup(where)] },
      {
        ...plain,
        id: idOf(where, "local"),
        name: `local-${region}`,
        links: [{ kind: "key-held-in", id: "kv-cosmos.vault.azure.net" }],
      },
      {
        ...plain,
        id: idOf(where, "restored"),
        name: `restored-${region}`,
        attributes: { backupPolicy: "Continuous" },
        links: [{ kind: "copied-to", direction: "from", id: `restorableDatabaseAccounts/${instance}` }],
      },
      {
        ...plain,
        id: idOf(where, "moved"),
        name: `moved-${region}`,
        region: "Japan East",
        links: [{ kind: "replicates-to", region }],
      },
    ];
  },
  lists: [{ operation: "DatabaseAccounts_List" }],
};

export default typeCase;
