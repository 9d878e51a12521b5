import type { FailoverGroup, Server, ServerBlobAuditingPolicy } from "@azure/arm-sql";
import type { Caller, Gap, Link, ResourceRecord } from "../../../src/model/index.ts";
import { hostOf } from "../hosts.ts";
import { groupAndName } from "../ids.ts";
import { keyHeldIn } from "../key-held-in.ts";
import { type Found, gapOf, itemsUnder, noGroup, recordsOf } from "../list.ts";
import { nameOf, recordOf } from "../record.ts";
import type { AzureResourceType, AzureSession } from "../session.ts";
import { type Sql, serversOperation, serversPermission, sqlHostOf, sqlOf, sqlServers } from "../sql.ts";

const groupsOperation = "FailoverGroups_ListByServer";
const auditOperation = "ServerBlobAuditingPolicies_ListByServer";

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
    { operation: auditOperation, permission: "Microsoft.Sql/servers/auditingSettings/read", per: "resource" },
  ],
  links: ["fails-over-to", "logs-to", "key-held-in"],
  unseen: {
    en: "Audit logs sent through Azure Monitor, which diagnostic settings tell; auditing set for one database; elastic jobs; and SQL Server on virtual machines.",
    zh: "经 Azure Monitor 投递的审核日志（由诊断设置列示）、针对单个数据库设置的审核、弹性作业，以及虚拟机上的 SQL Server。",
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
  const audits =
    path === undefined
      ? { items: [] }
      : await itemsUnder(session, caller, auditOperation, id, () =>
          pager(client.serverBlobAuditingPolicies.listByServer(path.group, path.name)),
        );
  if (path === undefined) gapOn(noGroup);
  const failover = groups.items.map(failoverLinks);
  if (failover.includes(null)) gapOn("a failover group does not say which end it is");
  const record = recordOf(sqlServer, session, found, {
    aliases: [sqlHostOf(nameOf(found), session.cloud)],
    links: [
      ...failover.flatMap((links) => links ?? []),
      ...audits.items.flatMap((audit) => auditLinks(session, audit)),
      ...keyHeldIn(serversOperation, "properties.keyId", item.keyId),
    ],
    attributes: {
      version: item.version,
      ...auditFacts(audits.items),
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
    if (typeof partner?.id !== "string" || (!outward && partner.replicationRole === "Secondary")) return [];
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

/** Audit logs that the server writes into a storage account, of whose address only the host is kept. */
function auditLinks(session: AzureSession, audit: ServerBlobAuditingPolicy): readonly Link[] {
  const host = storageOf(audit);
  if (host === undefined) return [];
  const owner =
    typeof audit.storageAccountSubscriptionId === "string"
      ? audit.storageAccountSubscriptionId.toLowerCase()
      : noSubscription;
  const elsewhere = owner !== noSubscription && owner !== session.scope.account.toLowerCase();
  return [
    {
      kind: "logs-to",
      direction: "to",
      target: { id: host, ...(elsewhere ? { party: owner } : {}) },
      evidence: { source: auditOperation, field: "properties.storageEndpoint", value: host },
    },
  ];
}

/** What an answer has in the place of a subscription where there is none. */
const noSubscription = "00000000-0000-0000-0000-000000000000";

/** Retention is that of files in a storage account; 0 keeps them for good. */
function auditFacts(audits: readonly ServerBlobAuditingPolicy[]): {
  logKind?: string;
  retentionDays?: number | string;
} {
  const [days] = audits.flatMap((audit) => (storageOf(audit) === undefined ? [] : [audit.retentionDays]));
  if (typeof days !== "number") return {};
  return { logKind: "network", retentionDays: days === 0 ? "unlimited" : days };
}

function storageOf({ state, storageEndpoint }: ServerBlobAuditingPolicy): string | undefined {
  return state === "Enabled" ? hostOf(storageEndpoint) : undefined;
}
