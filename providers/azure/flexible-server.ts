import type { Caller, Gap, Link, ResourceRecord } from "../../src/model/index.ts";
import type { Pager } from "./arm.ts";
import { geoBackup } from "./geo-backup.ts";
import { groupAndName } from "./ids.ts";
import { keyHeldIn } from "./key-held-in.ts";
import { type ArmResource, type Found, gapOf, itemsUnder, noGroup } from "./list.ts";
import { admitsAzureServices, openToEveryone } from "./open-firewall.ts";
import { recordOf } from "./record.ts";
import type { AzureResourceType, AzureSession } from "./session.ts";

/** What the lists of PostgreSQL and of MySQL flexible servers say in the same words. */
export interface FlexibleServer extends ArmResource {
  readonly sku?: { readonly name?: string } | undefined;
  readonly version?: string;
  readonly state?: string;
  readonly createMode?: string;
  readonly replicationRole?: string;
  readonly sourceServerResourceId?: string;
  readonly backup?: { readonly geoRedundantBackup?: string; readonly backupRetentionDays?: number };
  readonly network?: { readonly publicNetworkAccess?: string; readonly delegatedSubnetResourceId?: string };
  readonly highAvailability?: { readonly mode?: string };
  readonly dataEncryption?: { readonly primaryKeyURI?: string; readonly geoBackupKeyURI?: string };
}

interface Rule {
  readonly startIpAddress?: string;
  readonly endIpAddress?: string;
}

interface Means {
  readonly type: AzureResourceType;
  readonly listOperation: string;
  readonly firewallOperation: string;
  readonly rules: (group: string, server: string) => Pager<Rule>;
}

/** Its standby of high availability is in the same region and so no copy elsewhere. */
export async function describeFlexibleServer(
  session: AzureSession,
  caller: Caller,
  means: Means,
  found: Found<FlexibleServer>,
): Promise<readonly (ResourceRecord | Gap)[]> {
  const { type, listOperation, firewallOperation } = means;
  const { id, item } = found;
  const gaps: Gap[] = [];
  const gapOn = (operation: string, detail: string): void => {
    gaps.push({ ...gapOf(session, { type: type.type, operation }, "malformed", detail), resource: id });
  };
  const backup = geoBackup({
    source: listOperation,
    field: "properties.backup.geoRedundantBackup",
    value: item.backup?.geoRedundantBackup,
    location: item.location,
  });
  if (backup.unread !== null) gapOn(listOperation, backup.unread);
  const path = groupAndName(id);
  const mayBeOpen =
    item.network?.publicNetworkAccess !== "Disabled" && !isText(item.network?.delegatedSubnetResourceId);
  if (mayBeOpen && path === undefined) gapOn(firewallOperation, noGroup);
  const firewall =
    mayBeOpen && path !== undefined
      ? await itemsUnder(session, caller, firewallOperation, id, () => means.rules(path.group, path.name))
      : { items: [], complete: !mayBeOpen };
  const rules = firewall.items.map((rule) => ({ first: rule.startIpAddress, last: rule.endIpAddress }));
  const record = recordOf(type, session, found, {
    links: [
      ...backup.links,
      ...madeFrom(listOperation, item),
      ...openToEveryone(firewallOperation, rules),
      ...keyHeldIn(listOperation, "properties.dataEncryption.primaryKeyURI", item.dataEncryption?.primaryKeyURI),
      ...keyHeldIn(listOperation, "properties.dataEncryption.geoBackupKeyURI", item.dataEncryption?.geoBackupKeyURI),
    ],
    attributes: {
      sku: item.sku?.name,
      version: item.version,
      state: item.state,
      replicationRole: item.replicationRole,
      geoRedundantBackup: item.backup?.geoRedundantBackup,
      backupRetentionDays: item.backup?.backupRetentionDays,
      highAvailability: item.highAvailability?.mode,
      publicNetworkAccess: item.network?.publicNetworkAccess,
      admitsAzureServices: admitsAzureServices(rules) || (firewall.complete ? false : undefined),
    },
  });
  return [record, ...gaps];
}

/** A replica goes on getting what its source gets; a server that was restored from another, or let go by it, holds a copy. */
function madeFrom(
  source: string,
  { sourceServerResourceId: id, replicationRole, createMode }: FlexibleServer,
): readonly Link[] {
  if (!isText(id)) return [];
  const follows = /replica$/i.test(replicationRole ?? createMode ?? "");
  const evidence = { source, field: "properties.sourceServerResourceId", value: id };
  return [{ kind: follows ? "replicates-to" : "copied-to", direction: "from", target: { id }, evidence }];
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}
