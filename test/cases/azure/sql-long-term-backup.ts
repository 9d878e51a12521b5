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

const suffix = ({ region }: Where) =>
  region.startsWith("china") ? "database.chinacloudapi.cn" : "database.windows.net";
const beside = ({ account, region }: Where) => `/subscriptions/${account}/providers/Microsoft.Sql/locations/${region}`;
const idOf = (where: Where, server: string, database: string) =>
  `${beside(where)}/longTermRetentionServers/${server}/longTermRetentionDatabases/${database}`;

/** Two servers in one region share one list, which also knows what was deleted. */
const typeCase: TypeCase<AzureHeld> = {
  type: "azure/sql/long-term-backup",
  held(where) {
    const { account, region } = where;
    const server = (name: string) => ({
      id: `/subscriptions/${account}/resourceGroups/rg/providers/Microsoft.Sql/servers/${name}-${region}`,
      name: `${name}-${region}`,
      type: "Microsoft.Sql/servers",
      location: region,
      properties: {},
    });
    const kept = (name: string, databaseName: string, stamp: string, properties: object) => ({
      id: `${idOf(where, name, databaseName)}/longTermRetentionBackups/55555555-6666-7777-8888-999999999999;${stamp};Hot`,
      name: `55555555-6666-7777-8888-999999999999;${stamp};Hot`,
      type: "Microsoft.Sql/locations/longTermRetentionServers/longTermRetentionDatabases/longTermRetentionBackups",
      properties: { serverName: name, databaseName, backupTime: "2026-11-15T08:00:00Z", ...properties },
    });
    return {
      resources: { "Microsoft.Sql/servers": [server("crm"), server("hr")] },
      children: {
        [`${beside(where)}/longTermRetentionBackups`.toLowerCase()]: [
          kept("crm", "members", "131637960820000000", { backupStorageRedundancy: "Geo" }),
          kept("crm", "members", "131000000000000000", {
            backupStorageRedundancy: "Geo",
            databaseDeletionTime: "2024-01-01T00:00:00Z",
          }),
          kept("hr", "people", "131637960820000000", { backupStorageRedundancy: "Local" }),
          kept("gone", "archive", "131637960820000000", {}),
        ],
      },
    };
  },
  finds(where) {
    const plain = { role: "copy", tags: {} } as const;
    const from = (server: string, database: string): FoundLink => ({
      kind: "copied-to",
      direction: "from",
      id: `${server}.${suffix(where)}/${database}`,
    });
    return [
      {
        ...plain,
        id: idOf(where, "crm", "members"),
        name: "crm/members",
        attributes: { backupStorageRedundancy: "Geo" },
        links: [from("crm", "members"), backup(where)],
      },
      { ...plain, id: idOf(where, "hr", "people"), name: "hr/people", links: [from("hr", "people")] },
      {
        ...plain,
        id: idOf(where, "gone", "archive"),
        name: "gone/archive",
        links: [from("gone", "archive"), backup(where)],
      },
    ];
  },
  lists: [{ operation: "Servers_List" }, { operation: "LongTermRetentionBackups_ListByLocation" }],
};

export default typeCase;
