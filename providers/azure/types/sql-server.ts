import type { FailoverGroup, Server } from "@azure/arm-sql";
import type { Caller, Gap, Link, ResourceRecord } from "../../../src/model/index.ts";
import { groupAndName } from "../ids.ts";
import { keyHeldIn } from "../key-held-in.ts";
import { type Found, gapOf, itemsUnder, noGroup, recordsOf } from "../list.ts";
import { nameOf, recordOf } from "../record.ts";
import type { AzureResourceType, AzureSession } from "../session.ts";
import { type Sql, serversOperation, serversPermission, sqlHostOf, sqlOf, sqlServers } from "../sql.ts";

const groupsOperation = "FailoverGroups_ListByServer";

/** It works on databases and holds none itself, so it is no store: its databases are. */
export const sqlServer: AzureResourceType = {
  type: "azure/sql/server",
  armTypes: ["Microsoft.Sql/servers"],
  title: { en: "SQL server", zh: "SQL 服务器" },
  role: "compute",
  service: "sql",
  reach: "global",
  operations: [
    { operation: serversOperation, permission: serversPermission },
    { operation: groupsOperation, permission: "Microsoft.Sql/servers/failoverGroups/read", per: "resource" },
  ],
  links: ["fails-over-to", "key-held-in"],
  unseen: {
    en: "Audit logs that the server sends elsewhere, elastic jobs, and linked servers of SQL Server machines.",
    zh: "服务器向外投递的审核日志、弹性作业，以及 SQL Server 虚拟机上的链接服务器。",
  },
  async *collect(session, _region, caller) {
    const sql = await sqlOf(session);
    const servers = sqlServers(session, caller, sql, { type: sqlServer.type, readsTags: true });
    yield* recordsOf(caller, servers, (found) => describe(session, caller, sql, found));
  },
};

async function describe(
  session: AzureSession,
  caller: Caller,
  { client, pager }: Sql,
  found: Found<Server>,
): Promise<readonly (ResourceRecord | Gap)[]> {
  const { id, item } = found;
  const gaps: Gap[] = [];
  const gapOn = (detail: string): void => {
    gaps.push({
      ...gapOf(session, { type: sqlServer.type, operation: groupsOperation }, "malformed", detail),
      resource: id,
    });
  };
  const path = groupAndName(id);
  const groups =
    path === undefined
      ? { items: [] }
      : await itemsUnder(session, caller, groupsOperation, id, () =>
          pager(client.failoverGroups.listByServer(path.group, path.name)),
        );
  if (path === undefined) gapOn(noGroup);
  const failover = groups.items.map(failoverLinks);
  if (failover.includes(null)) gapOn("a failover group does not say which end it is");
  const record = recordOf(sqlServer, session, found, {
    aliases: [sqlHostOf(nameOf(found), session.cloud)],
    links: [
      ...failover.flatMap((links) => links ?? []),
      ...keyHeldIn(serversOperation, "properties.keyId", item.keyId),
    ],
    attributes: {
      version: item.version,
      state: item.state,
      publicNetworkAccess: item.publicNetworkAccess,
      restrictOutboundNetworkAccess: item.restrictOutboundNetworkAccess,
    },
  });
  return [record, ...gaps];
}

/** Data goes from the primary to the others. `null` where the group does not say which of them this server is. */
function failoverLinks({ replicationRole, partnerServers }: FailoverGroup): readonly Link[] | null {
  if (replicationRole !== "Primary" && replicationRole !== "Secondary") return null;
  const outward = replicationRole === "Primary";
  return (partnerServers ?? []).flatMap((partner) => {
    // One secondary gets nothing from another.
    if (typeof partner.id !== "string" || (!outward && partner.replicationRole === "Secondary")) return [];
    const place =
      typeof partner.location === "string" && partner.location !== "" ? { place: { region: partner.location } } : {};
    return [
      {
        kind: "fails-over-to",
        direction: outward ? "to" : "from",
        target: { id: partner.id, ...place },
        evidence: { source: groupsOperation, field: "properties.partnerServers[].id", value: partner.id },
      },
    ];
  });
}
