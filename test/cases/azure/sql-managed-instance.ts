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

const under = (subscription: string, region: string) =>
  `/subscriptions/${subscription}/resourceGroups/rg-${region}/providers/Microsoft.Sql`;
const idOf = ({ account, region }: Where, name: string) =>
  `${under(account, region)}/managedInstances/${name}-${region}`;
const theirs = `${under("99999999-1111-4222-8333-444455556666", "japaneast")}/managedInstances/theirs`;

/** Of one failover group this region is the primary, though it was not made as such; of the other it is the secondary. */
const typeCase: TypeCase<AzureHeld> = {
  type: "azure/sql/managed-instance",
  held(where) {
    const { account, region } = where;
    const item = (name: string, properties: object, rest: object = {}) => ({
      id: idOf(where, name),
      name: `${name}-${region}`,
      type: "Microsoft.Sql/managedInstances",
      location: region,
      sku: { name: "GP_Gen5" },
      properties: { state: "Ready", publicDataEndpointEnabled: false, ...properties },
      ...rest,
    });
    const group = (name: string, replicationRole: string, one: string, two: string, partner: string) => ({
      name,
      type: "Microsoft.Sql/locations/instanceFailoverGroups",
      properties: {
        replicationRole,
        partnerRegions: [
          { location: partner, replicationRole: replicationRole === "Primary" ? "Secondary" : "Primary" },
        ],
        managedInstancePairs: [{ primaryManagedInstanceId: one, partnerManagedInstanceId: two }],
      },
    });
    const groups = `${under(account, region)}/locations/${region}/instanceFailoverGroups`.toLowerCase();
    return {
      resources: {
        "Microsoft.Sql/managedInstances": [
          item(
            "core",
            {
              fullyQualifiedDomainName: `core-${region}.0123456789ab.database.windows.net`,
              currentBackupStorageRedundancy: "Geo",
              keyId: "https://kv-mi.vault.azure.net/keys/tde/0123456789abcdef",
            },
            { tags: { "data-class": "个人信息", team: "" } },
          ),
          item("branch", { currentBackupStorageRedundancy: "Zone", dnsZonePartner: theirs }),
          item("copy", { requestedBackupStorageRedundancy: "Local", sourceManagedInstanceId: idOf(where, "core") }),
          item("unset", {}),
        ],
      },
      children: {
        [groups]: [
          group("fog-core", "Primary", theirs, idOf(where, "core"), "Japan East"),
          group("fog-branch", "Secondary", theirs, idOf(where, "branch"), "Japan East"),
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
        id: idOf(where, "core"),
        name: `core-${region}`,
        tags: { "data-class": "个人信息", team: "" },
        attributes: { backupStorageRedundancy: "Geo", publicDataEndpoint: false },
        links: [
          backup(where),
          { kind: "fails-over-to", id: theirs, region: "Japan East" },
          { kind: "key-held-in", id: "kv-mi.vault.azure.net" },
        ],
      },
      {
        ...plain,
        id: idOf(where, "branch"),
        name: `branch-${region}`,
        attributes: { dnsZonePartner: theirs },
        links: [{ kind: "fails-over-to", direction: "from", id: theirs, region: "Japan East" }],
      },
      {
        ...plain,
        id: idOf(where, "copy"),
        name: `copy-${region}`,
        links: [{ kind: "copied-to", direction: "from", id: idOf(where, "core") }],
      },
      { ...plain, id: idOf(where, "unset"), name: `unset-${region}`, links: [backup(where)] },
    ];
  },
  lists: [{ operation: "ManagedInstances_List" }],
};

export default typeCase;
