import type { Database, ReplicationLink, Server } from "@azure/arm-sql";
import type { Caller, Gap, Link, ResourceRecord } from "../../../src/model/index.ts";
import { geoBackup } from "../geo-backup.ts";
import { groupAndName } from "../ids.ts";
import { keyHeldIn } from "../key-held-in.ts";
import { type Found, gapOf, type ItemsUnder, itemsUnder, listedUnder, noGroup, recordsOf } from "../list.ts";
import { type AddressRange, admitsAzureServices, openToEveryone } from "../open-firewall.ts";
import { fullNameOf, nameOf, partOf, recordOf } from "../record.ts";
import type { AzureResourceType, AzureSession } from "../session.ts";
import {
  type Sql,
  serversOperation,
  serversPermission,
  sqlBackup,
  sqlDatabaseAlias,
  sqlOf,
  sqlServers,
} from "../sql.ts";
import { madeFrom } from "../sql-source.ts";

const listOperation = "Databases_ListByServer";
const linksOperation = "ReplicationLinks_ListByServer";
const firewallOperation = "FirewallRules_ListByServer";
const policyOperation = "GeoBackupPolicies_ListByDatabase";
/** The one version of this list in the SDK, in both clouds since it began. */
const policyVersion = "2014-04-01";

/** What one list per server tells of all its databases. */
interface OfServer {
  readonly server: Found<Server>;
  /** By database, in lower case. */
  readonly links: ReadonlyMap<string, readonly ReplicationLink[]>;
  readonly rules: readonly AddressRange[];
  readonly allRules: boolean;
}

/** `master`, which every server has, holds its sign-ins and settings and nobody's tables: it is left out. */
export const sqlDatabase: AzureResourceType = {
  type: "azure/sql/database",
  armTypes: ["Microsoft.Sql/servers/databases"],
  title: { en: "SQL database", zh: "SQL 数据库" },
  role: "store",
  service: "sql",
  reach: "global",
  operations: [
    { operation: serversOperation, permission: serversPermission },
    { operation: listOperation, permission: "Microsoft.Sql/servers/databases/read", per: "resource" },
    { operation: linksOperation, permission: "Microsoft.Sql/servers/replicationLinks/read", per: "resource" },
    { operation: firewallOperation, permission: "Microsoft.Sql/servers/firewallRules/read", per: "resource" },
    {
      operation: policyOperation,
      permission: "Microsoft.Sql/servers/databases/geoBackupPolicies/read",
      per: "resource",
    },
  ],
  links: ["replicates-to", "backs-up-to", "copied-to", "reachable-from", "key-held-in"],
  unseen: {
    en: "The system database master, exports to BACPAC files, Data Sync and change feeds, firewall rules inside a database, IPv6 rules, shared elastic queries, and who signs in. In Azure operated by 21Vianet, a key that is set for one database.",
    zh: "系统数据库 master、导出的 BACPAC 文件、数据同步和更改源、数据库级防火墙规则、IPv6 规则、弹性查询，以及实际登录者；在世纪互联运营的 Azure 中，为单个数据库设置的密钥。",
  },
  async *collect(session, _region, caller) {
    const sql = await sqlOf(session);
    const policies = await sqlOf(session, policyVersion);
    const servers = sqlServers(session, caller, sql, { type: sqlDatabase.type, readsTags: false });
    yield* recordsOf(caller, servers, (server) => databasesOf(session, caller, { sql, policies }, server));
  },
};

interface Clients {
  readonly sql: Sql;
  readonly policies: Sql;
}

async function databasesOf(
  session: AzureSession,
  caller: Caller,
  clients: Clients,
  server: Found<Server>,
): Promise<readonly (ResourceRecord | Gap)[]> {
  const { client, pager } = clients.sql;
  const listing = { type: sqlDatabase.type, operation: listOperation };
  const path = groupAndName(server.id);
  if (path === undefined) return [{ ...gapOf(session, listing, "malformed", noGroup), resource: server.id }];
  const { group, name } = path;
  const listed = await listedUnder(session, caller, listing, server.id, () =>
    pager(client.databases.listByServer(group, name)),
  );
  const databases = listed.filter((found) => found.kind === "gap" || nameOf(found).toLowerCase() !== "master");
  if (!databases.some(({ kind }) => kind === "found")) return databases.filter((found) => found.kind === "gap");
  const links = await itemsUnder(session, caller, linksOperation, server.id, () =>
    pager(client.replicationLinks.listByServer(group, name)),
  );
  const firewall = await firewallOf(session, caller, clients.sql, server, path);
  const ofServer: OfServer = {
    server,
    links: Map.groupBy(links.items, databaseIdOf),
    rules: firewall.items.map((rule) => ({ first: rule.startIpAddress, last: rule.endIpAddress })),
    allRules: firewall.complete,
  };
  const read: (ResourceRecord | Gap)[] = [];
  if (ofServer.links.has("")) {
    const gap = gapOf(session, { ...listing, operation: linksOperation }, "malformed", "a replication link has no id");
    read.push({ ...gap, resource: server.id });
  }
  for (const found of databases) {
    if (found.kind === "gap") read.push(found);
    else read.push(...(await describe(session, caller, clients, found, ofServer)));
  }
  return read;
}

/** The database that a link lies under, in lower case. */
function databaseIdOf({ id }: ReplicationLink): string {
  return typeof id === "string" ? id.replace(/\/replicationLinks\/[^/]*$/i, "").toLowerCase() : "";
}

/** A server that is closed to public networks answers to no rule. */
async function firewallOf(
  session: AzureSession,
  caller: Caller,
  { client, pager }: Sql,
  { id, item }: Found<Server>,
  { group, name }: NonNullable<ReturnType<typeof groupAndName>>,
): Promise<ItemsUnder<{ startIpAddress?: string; endIpAddress?: string }>> {
  if (item.publicNetworkAccess !== undefined && item.publicNetworkAccess !== "Enabled")
    return { items: [], complete: true };
  return itemsUnder(session, caller, firewallOperation, id, () =>
    pager(client.firewallRules.listByServer(group, name)),
  );
}

async function describe(
  session: AzureSession,
  caller: Caller,
  clients: Clients,
  found: Found<Database>,
  { server, links, rules, allRules }: OfServer,
): Promise<readonly (ResourceRecord | Gap)[]> {
  const { id, item } = found;
  const backup = await backupOf(session, caller, clients.policies, found);
  const own = links.get(id.toLowerCase()) ?? [];
  const replication = own.map((link) => replicationLink(session, link));
  const gapOn = (operation: string, detail: string): Gap => ({
    ...gapOf(session, { type: sqlDatabase.type, operation }, "malformed", detail),
    resource: id,
  });
  const record = recordOf(sqlDatabase, session, found, {
    name: fullNameOf(id),
    aliases: [sqlDatabaseAlias(nameOf(server), nameOf(found), session.cloud)],
    links: [
      partOf(listOperation, server.id),
      ...backup.links,
      ...replication.flatMap((link) => link ?? []),
      ...madeFrom(listOperation, item),
      ...openToEveryone(firewallOperation, rules),
      ...keyHeldIn(listOperation, "properties.encryptionProtector", item.encryptionProtector),
    ],
    attributes: {
      sku: item.sku?.name,
      kind: item.kind,
      status: item.status,
      backupStorageRedundancy: item.currentBackupStorageRedundancy ?? item.requestedBackupStorageRedundancy,
      secondaryType: item.secondaryType,
      zoneRedundant: item.zoneRedundant,
      publicNetworkAccess: server.item.publicNetworkAccess,
      admitsAzureServices: admitsAzureServices(rules) || (allRules ? false : undefined),
    },
  });
  return [
    record,
    ...(backup.unread === null ? [] : [gapOn(listOperation, backup.unread)]),
    ...(replication.includes(null) ? [gapOn(linksOperation, "a replication link does not say which end it is")] : []),
  ];
}

/** Data warehouses have a switch of their own beside the redundancy. */
async function backupOf(
  session: AzureSession,
  caller: Caller,
  { client, pager }: Sql,
  { id, item }: Found<Database>,
): Promise<ReturnType<typeof geoBackup>> {
  const backup = geoBackup({ ...sqlBackup(item), source: listOperation, location: item.location });
  if (backup.links.length === 0 || !/datawarehouse/i.test(item.kind ?? "")) return backup;
  const path = /\/resourceGroups\/([^/]+)\/.*\/servers\/([^/]+)\/databases\/([^/]+)$/i.exec(id);
  const [group, server, name] = [path?.[1], path?.[2], path?.[3]];
  if (group === undefined || server === undefined || name === undefined) return { links: [], unread: noGroup };
  const found = await itemsUnder(session, caller, policyOperation, id, () =>
    pager(client.geoBackupPolicies.listByDatabase(group, server, name)),
  );
  if (!found.complete || found.items.some(({ state }) => state === "Disabled")) return { links: [], unread: null };
  return backup;
}

/** Both databases list a link. `null` where it does not say which of them this one is. */
function replicationLink(session: AzureSession, link: ReplicationLink): readonly Link[] | null {
  const { partnerServer, partnerDatabase, partnerLocation } = link;
  const role: string | undefined = link.role;
  const outward = role === "Primary" || role === "Source";
  if (!outward && role !== "Secondary" && role !== "NonReadableSecondary" && role !== "Copy") return null;
  const named = typeof partnerServer === "string" && typeof partnerDatabase === "string";
  const value = named ? `${partnerServer}/${partnerDatabase}` : "partner not named";
  return [
    {
      // A database copy that still runs is a link too, and ends with the copy.
      kind: role === "Source" || role === "Copy" ? "copied-to" : "replicates-to",
      direction: outward ? "to" : "from",
      target: {
        ...(named ? { id: sqlDatabaseAlias(partnerServer, partnerDatabase, session.cloud) } : {}),
        ...(typeof partnerLocation === "string" && partnerLocation !== ""
          ? { place: { region: partnerLocation } }
          : {}),
      },
      evidence: { source: linksOperation, field: "properties.partnerDatabase", value },
    },
  ];
}
