import type { GenericResourceExpanded } from "@azure/arm-resources";
import type { Caller, Gap, ResourceRecord } from "../../../src/model/index.ts";
import type { Pager } from "../arm.ts";
import { geoBackup } from "../geo-backup.ts";
import { type Found, gapOf, itemsUnder, listedUnder, recordsOf } from "../list.ts";
import { type AddressRange, admitsAzureServices, openToEveryone } from "../open-firewall.ts";
import { fullNameOf, partOf, recordOf } from "../record.ts";
import type { AzureResourceType, AzureSession } from "../session.ts";
import { madeFrom } from "../sql-source.ts";
import {
  PolicyProperties,
  PoolProperties,
  RuleProperties,
  synapseLists,
  WorkspaceProperties,
  workspacesOf,
  workspacesOperation,
  workspacesPermission,
} from "../synapse.ts";

const listOperation = "SqlPools_ListByWorkspace";
const firewallOperation = "IpFirewallRules_ListByWorkspace";
const policyOperation = "SqlPoolGeoBackupPolicies_List";

export const synapseSqlPool: AzureResourceType = {
  type: "azure/synapse/sql-pool",
  armTypes: ["Microsoft.Synapse/workspaces/sqlPools"],
  title: { en: "Synapse dedicated SQL pool", zh: "Synapse 专用 SQL 池" },
  role: "store",
  service: "synapse",
  reach: "global",
  operations: [
    { operation: workspacesOperation, permission: workspacesPermission },
    { operation: listOperation, permission: "Microsoft.Synapse/workspaces/sqlPools/read", per: "resource" },
    { operation: firewallOperation, permission: "Microsoft.Synapse/workspaces/firewallRules/read", per: "resource" },
    {
      operation: policyOperation,
      permission: "Microsoft.Synapse/workspaces/sqlPools/geoBackupPolicies/read",
      per: "resource",
    },
  ],
  links: ["backs-up-to", "copied-to", "reachable-from"],
  unseen: {
    en: "Tables, external tables, exports with CETAS or COPY, restore points, and who signs in.",
    zh: "表、外部表、以 CETAS 或 COPY 进行的导出、还原点，以及实际登录者。",
  },
  async *collect(session, _region, caller) {
    const lists = await synapseLists(session);
    const workspaces = workspacesOf(session, caller, lists, { type: synapseSqlPool.type, readsTags: false });
    yield* recordsOf(caller, workspaces, (workspace) => poolsOf(session, caller, lists, workspace));
  },
};

type Lists = (path: string) => Pager<GenericResourceExpanded>;

async function poolsOf(
  session: AzureSession,
  caller: Caller,
  lists: Lists,
  workspace: Found<GenericResourceExpanded>,
): Promise<readonly (ResourceRecord | Gap)[]> {
  const { id } = workspace;
  const listing = { type: synapseSqlPool.type, operation: listOperation };
  const pools = await listedUnder(session, caller, listing, id, () => lists(`${id}/sqlPools`));
  if (!pools.some(({ kind }) => kind === "found")) return pools.filter((found) => found.kind === "gap");
  const access = WorkspaceProperties.safeParse(workspace.item.properties).data?.publicNetworkAccess ?? undefined;
  const firewall =
    access === "Disabled"
      ? { items: [], complete: true }
      : await itemsUnder(session, caller, firewallOperation, id, () => lists(`${id}/firewallRules`));
  const rules = firewall.items.map(({ properties }): AddressRange => {
    const rule = RuleProperties.safeParse(properties).data;
    return { first: rule?.startIpAddress, last: rule?.endIpAddress };
  });
  const read: (ResourceRecord | Gap)[] = [];
  for (const found of pools) {
    if (found.kind === "gap") read.push(found);
    else {
      const pool = PoolProperties.safeParse(found.item.properties);
      const gapOn = (detail: string): Gap => ({ ...gapOf(session, listing, "malformed", detail), resource: found.id });
      const backup = pool.success
        ? await backupOf(caller, session, lists, found, pool.data.storageAccountType)
        : { links: [], unread: "its properties cannot be read" };
      if (backup.unread !== null) read.push(gapOn(backup.unread));
      read.push(
        recordOf(synapseSqlPool, session, found, {
          name: fullNameOf(found.id),
          links: [
            partOf(listOperation, id),
            ...backup.links,
            ...madeFrom(listOperation, pool.data ?? {}),
            ...openToEveryone(firewallOperation, rules),
          ],
          attributes: {
            sku: found.item.sku?.name,
            status: pool.data?.status ?? undefined,
            storageAccountType: pool.data?.storageAccountType ?? undefined,
            publicNetworkAccess: access,
            admitsAzureServices: admitsAzureServices(rules) || (firewall.complete ? false : undefined),
          },
        }),
      );
    }
  }
  return read;
}

/** A pool has a daily geo-redundant backup unless its redundancy or a policy of its own says otherwise. */
async function backupOf(
  caller: Caller,
  session: AzureSession,
  lists: Lists,
  { id, item }: Found<GenericResourceExpanded>,
  redundancy: string | null | undefined,
): Promise<ReturnType<typeof geoBackup>> {
  const backup = geoBackup({
    source: listOperation,
    field: "properties.storageAccountType",
    value: redundancy,
    location: item.location,
    unset: "dedicated SQL pools have a daily geo-redundant backup unless it is switched off",
  });
  if (backup.links.length === 0) return backup;
  const policies = await itemsUnder(session, caller, policyOperation, id, () => lists(`${id}/geoBackupPolicies`));
  const off = policies.items.some(
    ({ properties }) => PolicyProperties.safeParse(properties).data?.state === "Disabled",
  );
  return off || !policies.complete ? { links: [], unread: null } : backup;
}
