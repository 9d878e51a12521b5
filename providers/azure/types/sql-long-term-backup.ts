import type { LongTermRetentionBackup, Server } from "@azure/arm-sql";
import type { Caller, Gap, Link, ResourceRecord } from "../../../src/model/index.ts";
import { geoBackup } from "../geo-backup.ts";
import { type Found, gapOf, listedUnder, recordsOf } from "../list.ts";
import { recordOf } from "../record.ts";
import { normalLocation } from "../regions.ts";
import type { AzureResourceType, AzureSession } from "../session.ts";
import { type Sql, serversOperation, serversPermission, sqlDatabaseAlias, sqlOf, sqlServers } from "../sql.ts";

const operation = "LongTermRetentionBackups_ListByLocation";

/** One record for all long-term backups of a database: single ones come and go with every week. */
export const sqlLongTermBackup: AzureResourceType = {
  type: "azure/sql/long-term-backup",
  armTypes: [],
  title: { en: "Long-term backups of a SQL database", zh: "SQL 数据库长期保留备份" },
  role: "copy",
  service: "sql",
  reach: "global",
  operations: [
    { operation: serversOperation, permission: serversPermission },
    { operation, permission: "Microsoft.Sql/locations/longTermRetentionBackups/read", per: "resource" },
  ],
  links: ["copied-to", "backs-up-to"],
  unseen: {
    en: "Backups left over in regions where no SQL server is any more, the redundancy of any but the newest backup of a database, and long-term backups of managed instances.",
    zh: "已无 SQL 服务器的地域中遗留的备份、各数据库除最新一份之外的备份冗余方式，以及托管实例的长期保留备份。",
  },
  async *collect(session, _region, caller) {
    const sql = await sqlOf(session);
    const servers = sqlServers(session, caller, sql, { type: sqlLongTermBackup.type, readsTags: false });
    yield* recordsOf(caller, firstOfEachRegion(servers), (server) => backupsBeside(session, caller, sql, server));
  },
};

async function* firstOfEachRegion(
  servers: AsyncIterable<Found<Server> | Gap>,
): AsyncGenerator<Found<Server> | Gap, void, undefined> {
  const seen = new Set<string>();
  for await (const found of servers) {
    const region = found.kind === "gap" ? undefined : regionOf(found);
    if (region === undefined) yield found;
    else if (!seen.has(region)) {
      seen.add(region);
      yield found;
    }
  }
}

function regionOf({ item }: Found<Server>): string | undefined {
  return typeof item.location === "string" ? normalLocation(item.location) : undefined;
}

async function backupsBeside(
  session: AzureSession,
  caller: Caller,
  { client, pager }: Sql,
  server: Found<Server>,
): Promise<readonly (ResourceRecord | Gap)[]> {
  const listing = { type: sqlLongTermBackup.type, operation, readsTags: false };
  const region = regionOf(server);
  if (region === undefined) {
    const detail = "it does not say where it is, so backups beside it could not be asked for";
    return [{ ...gapOf(session, listing, "malformed", detail), resource: server.id }];
  }
  const beside = `/subscriptions/${session.scope.account}/providers/Microsoft.Sql/locations/${region}`;
  // The newest is enough to know that there are some, and how they are kept.
  const newest = { onlyLatestPerDatabase: true, databaseState: "All" } as const;
  const backups = await listedUnder(session, caller, listing, beside, () =>
    pager(client.longTermRetentionBackups.listByLocation(region, newest)),
  );
  const gaps = backups.filter((found) => found.kind === "gap");
  const found = backups.filter((one) => one.kind === "found");
  // A database that was deleted and made again has two histories under one name.
  const byDatabase = Map.groupBy(found, ({ id }) => id.replace(/\/longTermRetentionBackups\/[^/]*$/i, ""));
  return [
    ...gaps,
    ...[...byDatabase].flatMap(([id, ofDatabase]) => describe(session, id, region, ofDatabase.sort(byId))),
  ];
}

function describe(
  session: AzureSession,
  id: string,
  region: string,
  backups: readonly Found<LongTermRetentionBackup>[],
): readonly (ResourceRecord | Gap)[] {
  const listing = { type: sqlLongTermBackup.type, operation };
  const kept = backups.map(({ item }) =>
    geoBackup({
      source: operation,
      field: "properties.backupStorageRedundancy",
      value: item.backupStorageRedundancy,
      location: region,
      unset: "SQL keeps geo-redundant backups unless set otherwise",
    }),
  );
  const [first] = backups;
  if (first === undefined) return [];
  // `…/longTermRetentionServers/<server>/longTermRetentionDatabases/<database>`
  const [server, , database] = id.split("/").slice(-3);
  const record = recordOf(
    sqlLongTermBackup,
    session,
    { ...first, id, item: {} },
    {
      name: `${server}/${database}`,
      location: { field: "id", value: region },
      links: [...copiedFrom(session, first.item), ...kept.flatMap(({ links }) => links).slice(0, 1)],
      attributes: { backupStorageRedundancy: first.item.backupStorageRedundancy },
    },
  );
  const unread = kept.find((one) => one.unread !== null)?.unread;
  return [record, ...(unread ? [{ ...gapOf(session, listing, "malformed", unread), resource: id }] : [])];
}

function copiedFrom(session: AzureSession, { serverName, databaseName }: LongTermRetentionBackup): readonly Link[] {
  if (typeof serverName !== "string" || typeof databaseName !== "string") return [];
  const evidence = { source: operation, field: "properties.databaseName", value: `${serverName}/${databaseName}` };
  const id = sqlDatabaseAlias(serverName, databaseName, session.cloud);
  return [{ kind: "copied-to", direction: "from", target: { id }, evidence }];
}

/** Pages come in any order. */
function byId(one: { readonly id: string }, other: { readonly id: string }): number {
  return one.id < other.id ? -1 : 1;
}
