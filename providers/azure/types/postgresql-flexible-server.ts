import { classicPager } from "../classic-pager.ts";
import { describeFlexibleServer } from "../flexible-server.ts";
import { listed, recordsOf } from "../list.ts";
import type { AzureResourceType } from "../session.ts";

/** The key of backups in the paired region is told by late versions only. 21Vianet gets versions months later. */
const apiVersions = { AzureCloud: "2024-08-01", AzureChinaCloud: "2022-12-01" } as const;
const operation = "Servers_ListBySubscription";
const firewallOperation = "FirewallRules_ListByServer";

export const postgresqlFlexibleServer: AzureResourceType = {
  type: "azure/postgresql/flexible-server",
  armTypes: ["Microsoft.DBforPostgreSQL/flexibleServers"],
  title: { en: "Azure Database for PostgreSQL flexible server", zh: "Azure Database for PostgreSQL 灵活服务器" },
  role: "store",
  service: "postgresql",
  reach: "global",
  operations: [
    { operation, permission: "Microsoft.DBforPostgreSQL/flexibleServers/read" },
    {
      operation: firewallOperation,
      permission: "Microsoft.DBforPostgreSQL/flexibleServers/firewallRules/read",
      per: "resource",
    },
  ],
  links: ["backs-up-to", "replicates-to", "copied-to", "reachable-from", "key-held-in"],
  unseen: {
    en: "Databases and their names, logical replication and dumps to elsewhere, servers of the retired single-server service, and what a virtual network or private endpoint lets in. In Azure operated by 21Vianet, the key of geo-redundant backups.",
    zh: "数据库及其名称、逻辑复制以及导出到他处的转储、已停用的单一服务器，以及虚拟网络或专用终结点所允许的访问；在世纪互联运营的 Azure 中，异地冗余备份的密钥。",
  },
  async *collect(session, _region, caller) {
    const { getContinuationToken, PostgreSQLManagementFlexibleServerClient } = await import(
      "@azure/arm-postgresql-flexible"
    );
    const { account } = session.scope;
    const options = session.arm.clientOptions(apiVersions[session.cloud.partition]);
    const client = new PostgreSQLManagementFlexibleServerClient(session.credential, account, options);
    const listing = { type: postgresqlFlexibleServer.type, operation };
    const servers = listed(session, caller, listing, () =>
      classicPager(client.servers.listBySubscription(), getContinuationToken),
    );
    const means = {
      type: postgresqlFlexibleServer,
      listOperation: operation,
      firewallOperation,
      rules: (group: string, server: string) =>
        classicPager(client.firewallRules.listByServer(group, server), getContinuationToken),
    };
    yield* recordsOf(caller, servers, (found) => describeFlexibleServer(session, caller, means, found));
  },
};
