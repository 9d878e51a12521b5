import type { AzureHeld } from "../../support/case-clouds.ts";
import type { TypeCase, Where } from "../../support/type-case.ts";

const idOf = ({ account, region }: Where, name: string) =>
  `/subscriptions/${account}/resourceGroups/rg-${region}/providers/Microsoft.Sql/servers/${name}-${region}`;
const elsewhere =
  "/subscriptions/99999999-1111-4222-8333-444455556666/resourceGroups/rg-dr/providers/Microsoft.Sql/servers";

/** A primary with a secondary in a subscription that nobody reads, one of its secondaries, and a server in no group. */
const typeCase: TypeCase<AzureHeld> = {
  type: "azure/sql/server",
  held(where) {
    const { region } = where;
    const server = (name: string, properties: object, rest: object = {}) => ({
      id: idOf(where, name),
      name: `${name}-${region}`,
      type: "Microsoft.Sql/servers",
      location: region,
      properties: { version: "12.0", state: "Ready", publicNetworkAccess: "Disabled", ...properties },
      ...rest,
    });
    const path = (on: string, list = "failoverGroups") => `${idOf(where, on)}/${list}`.toLowerCase();
    const audit = (properties: object) => [{ name: "Default", properties }];
    const group = (on: string, name: string, properties: object) => ({
      id: `${idOf(where, on)}/failoverGroups/${name}`,
      name,
      type: "Microsoft.Sql/servers/failoverGroups",
      location: region,
      properties: { readWriteEndpoint: { failoverPolicy: "Manual" }, databases: [], ...properties },
    });
    return {
      resources: {
        "Microsoft.Sql/servers": [
          server(
            "main",
            { keyId: "https://kv-sql.vault.azure.net/keys/tde/0123456789abcdef" },
            { tags: { "data-class": "个人信息", team: "" } },
          ),
          server("spare", {}),
          server("alone", { publicNetworkAccess: "Enabled" }),
        ],
      },
      children: {
        [path("main", "auditingSettings")]: audit({
          state: "Enabled",
          storageEndpoint: "https://AuditLogs.blob.core.windows.net/?sig=c2VjcmV0",
          storageAccountSubscriptionId: "99999999-1111-4222-8333-444455556666",
          retentionDays: 90,
        }),
        [path("spare", "auditingSettings")]: audit({
          state: "Enabled",
          storageEndpoint: "https://own.blob.core.windows.net/",
          storageAccountSubscriptionId: where.account,
          retentionDays: 0,
        }),
        [path("alone", "auditingSettings")]: audit({
          state: "Disabled",
          storageEndpoint: "https://former.blob.core.windows.net/",
          storageAccountSubscriptionId: "00000000-0000-0000-0000-000000000000",
          retentionDays: 30,
        }),
        [path("main")]: [
          group("main", "fog-crm", {
            replicationRole: "Primary",
            partnerServers: [{ id: `${elsewhere}/dr-${region}`, location: "Japan East", replicationRole: "Secondary" }],
          }),
          group("main", "fog-hr", {
            replicationRole: "Primary",
            partnerServers: [{ id: idOf(where, "spare"), location: region, replicationRole: "Secondary" }],
          }),
        ],
        [path("spare")]: [
          group("spare", "fog-hr", {
            replicationRole: "Secondary",
            partnerServers: [
              { id: idOf(where, "main"), location: region, replicationRole: "Primary" },
              { id: `${elsewhere}/third-${region}`, location: "Japan West", replicationRole: "Secondary" },
            ],
          }),
        ],
      },
    };
  },
  finds(where) {
    const { region } = where;
    return [
      {
        id: idOf(where, "main"),
        name: `main-${region}`,
        role: "compute",
        tags: { "data-class": "个人信息", team: "" },
        attributes: { publicNetworkAccess: "Disabled", logKind: "network", retentionDays: 90 },
        links: [
          { kind: "fails-over-to", id: `${elsewhere}/dr-${region}`, region: "Japan East" },
          { kind: "fails-over-to", id: idOf(where, "spare"), region },
          {
            kind: "logs-to",
            id: "auditlogs.blob.core.windows.net",
            party: "99999999-1111-4222-8333-444455556666",
          },
          { kind: "key-held-in", id: "kv-sql.vault.azure.net" },
        ],
      },
      {
        id: idOf(where, "spare"),
        name: `spare-${region}`,
        role: "compute",
        tags: {},
        attributes: { logKind: "network", retentionDays: "unlimited" },
        links: [
          { kind: "fails-over-to", direction: "from", id: idOf(where, "main"), region },
          { kind: "logs-to", id: "own.blob.core.windows.net" },
        ],
      },
      {
        id: idOf(where, "alone"),
        name: `alone-${region}`,
        role: "compute",
        tags: {},
        attributes: { publicNetworkAccess: "Enabled" },
        links: [],
      },
    ];
  },
  lists: [{ operation: "Servers_List" }],
};

export default typeCase;
