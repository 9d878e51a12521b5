import type { InstanceFailoverGroup, ManagedInstance } from "@azure/arm-sql";
import type { Caller, Gap, Link, ResourceRecord } from "../../../src/model/index.ts";
import { geoBackup } from "../geo-backup.ts";
import { groupAndName } from "../ids.ts";
import { keyHeldIn } from "../key-held-in.ts";
import { type Found, gapOf, type ItemsUnder, itemsUnder, listed, noGroup, recordsOf } from "../list.ts";
import { recordOf } from "../record.ts";
import { normalLocation } from "../regions.ts";
import type { AzureResourceType, AzureSession } from "../session.ts";
import { type Sql, sqlBackup, sqlOf } from "../sql.ts";

const operation = "ManagedInstances_List";
const groupsOperation = "InstanceFailoverGroups_ListByLocation";

export const sqlManagedInstance: AzureResourceType = {
  type: "azure/sql/managed-instance",
  armTypes: ["Microsoft.Sql/managedInstances"],
  title: { en: "SQL managed instance", zh: "SQL 托管实例" },
  role: "store",
  service: "sql",
  reach: "global",
  operations: [
    { operation, permission: "Microsoft.Sql/managedInstances/read" },
    { operation: groupsOperation, permission: "Microsoft.Sql/locations/instanceFailoverGroups/read", per: "resource" },
  ],
  links: ["backs-up-to", "fails-over-to", "copied-to", "key-held-in"],
  unseen: {
    en: "Transactional replication, links to SQL Server machines, linked servers, backups that users write to storage accounts, and who the network rules of a public endpoint let in.",
    zh: "事务复制、与 SQL Server 虚拟机的链接、链接服务器、用户写入存储账户的备份，以及公共终结点的网络规则所允许的访问。",
  },
  async *collect(session, _region, caller) {
    const sql = await sqlOf(session);
    const listing = { type: sqlManagedInstance.type, operation };
    const instances = listed(session, caller, listing, () => sql.pager(sql.client.managedInstances.list()));
    const groups = failoverGroups(session, caller, sql);
    yield* recordsOf(caller, instances, async (found) => describe(session, found, await groups(found)));
  },
};

type Groups = ItemsUnder<InstanceFailoverGroup>;

/** Failover groups are listed by resource group and region: instances that share both share one list. */
function failoverGroups(session: AzureSession, caller: Caller, { client, pager }: Sql) {
  const known = new Map<string, Promise<Groups>>();
  return async ({ id, item }: Found<ManagedInstance>): Promise<Groups | null> => {
    const path = groupAndName(id);
    if (path === undefined || typeof item.location !== "string") return null;
    const group = path.group.toLowerCase();
    const region = normalLocation(item.location);
    const key = `/subscriptions/${session.scope.account}/resourceGroups/${group}/providers/Microsoft.Sql/locations/${region}`;
    const groups =
      known.get(key) ??
      itemsUnder(session, caller, groupsOperation, key, () =>
        pager(client.instanceFailoverGroups.listByLocation(group, region)),
      );
    known.set(key, groups);
    return groups;
  };
}

function describe(
  session: AzureSession,
  found: Found<ManagedInstance>,
  groups: Groups | null,
): readonly (ResourceRecord | Gap)[] {
  const { id, item } = found;
  const gapOn = (of: string, detail: string): Gap => ({
    ...gapOf(session, { type: sqlManagedInstance.type, operation: of }, "malformed", detail),
    resource: id,
  });
  const backup = geoBackup({ ...sqlBackup(item), source: operation, location: item.location });
  const failover = (groups?.items ?? []).map((group) => failoverLinks(id, group));
  const source = item.sourceManagedInstanceId;
  const record = recordOf(sqlManagedInstance, session, found, {
    aliases: typeof item.fullyQualifiedDomainName === "string" ? [item.fullyQualifiedDomainName.toLowerCase()] : [],
    links: [
      ...backup.links,
      ...failover.flatMap((links) => links ?? []),
      ...(typeof source === "string" && source !== "" ? [restoredFrom(source)] : []),
      ...keyHeldIn(operation, "properties.keyId", item.keyId),
    ],
    attributes: {
      sku: item.sku?.name,
      state: item.state,
      backupStorageRedundancy: item.currentBackupStorageRedundancy ?? item.requestedBackupStorageRedundancy,
      zoneRedundant: item.zoneRedundant,
      // It shares the DNS zone of this instance, which is what a failover group between them takes. No data goes that way yet.
      dnsZonePartner: item.dnsZonePartner,
      publicDataEndpoint: item.publicDataEndpointEnabled,
    },
  });
  return [
    record,
    ...(backup.unread === null ? [] : [gapOn(operation, backup.unread)]),
    ...(groups === null ? [gapOn(groupsOperation, noGroup)] : []),
    ...(failover.includes(null) ? [gapOn(groupsOperation, "a failover group does not say which end it is")] : []),
  ];
}

/**
 * The role is that of the region asked: which end of a pair was made as the primary says nothing after a failover. `null` where
 * it is not told.
 */
function failoverLinks(id: string, group: InstanceFailoverGroup): readonly Link[] | null {
  const { replicationRole, managedInstancePairs, partnerRegions } = group;
  const others = (managedInstancePairs ?? []).flatMap((pair) => {
    const { primaryManagedInstanceId: one, partnerManagedInstanceId: two } = pair ?? {};
    const isSelf = (end: string | undefined) => end?.toLowerCase() === id.toLowerCase();
    const other = isSelf(one) ? two : isSelf(two) ? one : undefined;
    return typeof other === "string" && other !== "" ? [other] : [];
  });
  if (others.length === 0) return [];
  if (replicationRole !== "Primary" && replicationRole !== "Secondary") return null;
  const regions = (partnerRegions ?? []).flatMap((partner) => partner?.location ?? []);
  const [region] = regions.length === 1 ? regions : [];
  return others.map((other) => ({
    kind: "fails-over-to",
    direction: replicationRole === "Primary" ? "to" : "from",
    target: { id: other, ...(region === undefined ? {} : { place: { region } }) },
    evidence: { source: groupsOperation, field: "properties.managedInstancePairs[]", value: other },
  }));
}

function restoredFrom(id: string): Link {
  const evidence = { source: operation, field: "properties.sourceManagedInstanceId", value: id };
  return { kind: "copied-to", direction: "from", target: { id }, evidence };
}
