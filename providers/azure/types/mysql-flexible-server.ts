import { classicPager } from "../classic-pager.ts";
import { describeFlexibleServer } from "../flexible-server.ts";
import { listed, recordsOf } from "../list.ts";
import type { AzureResourceType } from "../session.ts";

/** The version that the SDK reads; it tells no key of the customer, which later ones do. */
const apiVersion = "2021-05-01";
const operation = "Servers_List";
const firewallOperation = "FirewallRules_ListByServer";

export const mysqlFlexibleServer: AzureResourceType = {
  type: "azure/mysql/flexible-server",
  armTypes: ["Microsoft.DBforMySQL/flexibleServers"],
  title: { en: "Azure Database for MySQL flexible server", zh: "Azure Database for MySQL 灵活服务器" },
  role: "store",
  service: "mysql",
  reach: "global",
  operations: [
    { operation, permission: "Microsoft.DBforMySQL/flexibleServers/read" },
    {
      operation: firewallOperation,
      permission: "Microsoft.DBforMySQL/flexibleServers/firewallRules/read",
      per: "resource",
    },
  ],
  links: ["backs-up-to", "replicates-to", "copied-to", "reachable-from"],
  unseen: {
    en: "Databases and their names, logical replication and dumps to elsewhere, servers of the retired single-server service, the customer's own keys, and what a virtual network or private endpoint lets in.",
    zh: "数据库及其名称、逻辑复制以及导出到他处的转储、已停用的单一服务器、客户管理的密钥，以及虚拟网络或专用终结点所允许的访问。",
  },
  async *collect(session, _region, caller) {
    const { getContinuationToken, MySQLManagementFlexibleServerClient } = await import("@azure/arm-mysql-flexible");
    const { account } = session.scope;
    const options = session.arm.clientOptions(apiVersion);
    const client = new MySQLManagementFlexibleServerClient(session.credential, account, options);
    const listing = { type: mysqlFlexibleServer.type, operation };
    const servers = listed(session, caller, listing, () => classicPager(client.servers.list(), getContinuationToken));
    const means = {
      type: mysqlFlexibleServer,
      listOperation: operation,
      firewallOperation,
      rules: (group: string, server: string) =>
        classicPager(client.firewallRules.listByServer(group, server), getContinuationToken),
    };
    yield* recordsOf(caller, servers, (found) => describeFlexibleServer(session, caller, means, found));
  },
};
