import type { ManagedDatabase } from "@azure/arm-sql";
import type { Gap, Link } from "../../../src/model/index.ts";
import { hostOf } from "../hosts.ts";
import { groupAndName } from "../ids.ts";
import { gapOf, listed, listedUnder, noGroup, recordsOf } from "../list.ts";
import { fullNameOf, partOf, recordOf } from "../record.ts";
import type { AzureResourceType } from "../session.ts";
import { sqlOf } from "../sql.ts";
import { madeFrom } from "../sql-source.ts";

const instancesOperation = "ManagedInstances_List";
const operation = "ManagedDatabases_ListByInstance";

/** Backups and failover are set for the whole instance, whose record states them. */
export const sqlManagedDatabase: AzureResourceType = {
  type: "azure/sql/managed-database",
  armTypes: ["Microsoft.Sql/managedInstances/databases"],
  title: { en: "SQL managed database", zh: "SQL 托管数据库" },
  role: "store",
  service: "sql",
  reach: "global",
  operations: [
    { operation: instancesOperation, permission: "Microsoft.Sql/managedInstances/read" },
    { operation, permission: "Microsoft.Sql/managedInstances/databases/read", per: "resource" },
  ],
  links: ["copied-to"],
  unseen: {
    en: "Backups and failover of the database, which the instance states for all of its databases; long-term backups; and backups that users write elsewhere.",
    zh: "数据库自身的备份与故障转移（由所在实例统一列示）、长期保留备份，以及用户写到他处的备份。",
  },
  async *collect(session, _region, caller) {
    const { client, pager } = await sqlOf(session);
    const { type } = sqlManagedDatabase;
    const listing = { type, operation: instancesOperation, readsTags: false };
    const instances = listed(session, caller, listing, () => pager(client.managedInstances.list()));
    yield* recordsOf(caller, instances, async ({ id }) => {
      const path = groupAndName(id);
      const own = { type, operation };
      const gap: Gap = { ...gapOf(session, own, "malformed", noGroup), resource: id };
      if (path === undefined) return [gap];
      const databases = await listedUnder(session, caller, own, id, () =>
        pager(client.managedDatabases.listByInstance(path.group, path.name)),
      );
      return databases.map((found) =>
        found.kind === "gap"
          ? found
          : recordOf(sqlManagedDatabase, session, found, {
              name: fullNameOf(found.id),
              links: [partOf(operation, id), ...madeFrom(operation, found.item), ...otherSources(found.item)],
              attributes: { status: found.item.status, createMode: found.item.createMode },
            }),
      );
    });
  },
};

/** A source in another subscription, and backup files, of whose address only the host is kept. */
function otherSources({
  crossSubscriptionSourceDatabaseId: id,
  storageContainerUri,
}: ManagedDatabase): readonly Link[] {
  const host = hostOf(storageContainerUri);
  const stated: readonly (readonly [string, string | undefined])[] = [
    ["properties.crossSubscriptionSourceDatabaseId", id],
    ["properties.storageContainerUri", host],
  ];
  return stated.flatMap(([field, source]) =>
    typeof source === "string" && source !== ""
      ? [
          {
            kind: "copied-to",
            direction: "from",
            target: { id: source },
            evidence: { source: operation, field, value: source },
          } as const,
        ]
      : [],
  );
}
