import type { Server, SqlManagementClient } from "@azure/arm-sql";
import type { Caller, Gap } from "../../src/model/index.ts";
import type { Pager } from "./arm.ts";
import { type ClassicList, classicPager } from "./classic-pager.ts";
import type { AzureCloudFacts } from "./clouds.ts";
import { type Found, listed } from "./list.ts";
import type { AzureSession } from "./session.ts";

/**
 * Stable, with backup redundancy and all replication links of a server in one list. Keys of single databases are told by the later
 * one only; 21Vianet gets versions months later.
 */
const sqlVersions = { AzureCloud: "2023-08-01", AzureChinaCloud: "2021-11-01" } as const;

export interface Sql {
  readonly client: SqlManagementClient;
  readonly pager: <Item>(list: ClassicList<Item>) => Pager<Item>;
}

export async function sqlOf(
  session: AzureSession,
  apiVersion: string = sqlVersions[session.cloud.partition],
): Promise<Sql> {
  const { getContinuationToken, SqlManagementClient } = await import("@azure/arm-sql");
  const { account } = session.scope;
  return {
    client: new SqlManagementClient(session.credential, account, session.arm.clientOptions(apiVersion)),
    pager: (list) => classicPager(list, getContinuationToken),
  };
}

export const serversOperation = "Servers_List";
export const serversPermission = "Microsoft.Sql/servers/read";

/** The servers of a subscription, for the type that makes records of them or of what lies on them. */
export function sqlServers(
  session: AzureSession,
  caller: Caller,
  { client, pager }: Sql,
  { type, readsTags }: { readonly type: string; readonly readsTags: boolean },
): AsyncGenerator<Found<Server> | Gap> {
  const listing = { type, operation: serversOperation, readsTags };
  return listed(session, caller, listing, () => pager(client.servers.list()));
}

/** Host of a server: unique in a cloud, and so what replication links, which tell names only, point at. */
export function sqlHostOf(server: string, cloud: AzureCloudFacts): string {
  return `${server.toLowerCase()}.${cloud.sqlSuffix}`;
}

export function sqlDatabaseAlias(server: string, database: string, cloud: AzureCloudFacts): string {
  return `${sqlHostOf(server, cloud)}/${database.toLowerCase()}`;
}

interface Backed {
  readonly currentBackupStorageRedundancy?: string;
  readonly requestedBackupStorageRedundancy?: string;
}

/** A redundancy that was asked for and is not there yet counts as well. */
export function sqlBackup({
  currentBackupStorageRedundancy: current,
  requestedBackupStorageRedundancy: requested,
}: Backed) {
  const growing = typeof requested === "string" && requested.startsWith("Geo");
  const asked = growing || current === undefined;
  return {
    field: `properties.${asked ? "requested" : "current"}BackupStorageRedundancy`,
    value: asked ? requested : current,
    unset: "SQL keeps geo-redundant backups unless set otherwise",
  };
}
