import type { ArmDisasterRecovery, EHNamespace, EventHubManagementClient, Eventhub } from "@azure/arm-eventhub";
import type { Caller, Link } from "../../../src/model/index.ts";
import { hostOf } from "../hosts.ts";
import { groupAndName, isArmId } from "../ids.ts";
import { keyHeldIn } from "../key-held-in.ts";
import { type Found, gapOf, itemsUnder, listed, noGroup, recordsOf } from "../list.ts";
import { onePerTarget } from "../one-per-target.ts";
import { recordOf } from "../record.ts";
import { normalLocation } from "../regions.ts";
import type { AzureResourceType, AzureSession } from "../session.ts";

/** Replication of data is told by late versions only. 21Vianet gets those months later and has no such replication before. */
const apiVersions = { AzureCloud: "2026-01-01", AzureChinaCloud: "2021-11-01" } as const;
const operation = "Namespaces_List";
const pairingsOperation = "DisasterRecoveryConfigs_List";
const hubsOperation = "EventHubs_ListByNamespace";

export const eventHubNamespace: AzureResourceType = {
  type: "azure/event-hub/namespace",
  armTypes: ["Microsoft.EventHub/namespaces"],
  title: { en: "Event Hubs namespace", zh: "事件中心命名空间" },
  role: "store",
  service: "event-hub",
  reach: "global",
  operations: [
    { operation, permission: "Microsoft.EventHub/namespaces/read" },
    {
      operation: pairingsOperation,
      permission: "Microsoft.EventHub/namespaces/disasterRecoveryConfigs/read",
      per: "resource",
    },
    { operation: hubsOperation, permission: "Microsoft.EventHub/namespaces/eventhubs/read", per: "resource" },
  ],
  links: ["replicates-to", "fails-over-to", "streams-to", "key-held-in"],
  unseen: {
    en: "Events, who consumes them, and where Stream Analytics, Data Explorer, Functions or consumers of the customer's own take them. In Azure operated by 21Vianet, replication of data to other regions.",
    zh: "事件本身、消费方，以及流分析、数据资源管理器、函数或自有消费程序将其带往何处；在世纪互联运营的 Azure 中，数据向其他地域的复制。",
  },
  async *collect(session, _region, caller) {
    const { EventHubManagementClient } = await import("@azure/arm-eventhub");
    const { account } = session.scope;
    const options = session.arm.clientOptions(apiVersions[session.cloud.partition]);
    const client = new EventHubManagementClient(session.credential, account, options);
    const listing = { type: eventHubNamespace.type, operation };
    const namespaces = listed(session, caller, listing, () => client.namespaces.list());
    yield* recordsOf(caller, namespaces, async (found) => {
      const { item } = found;
      const path = groupAndName(found.id);
      const host = hostOf(item.serviceBusEndpoint);
      const gapOn = (asked: string, detail: string) => ({
        ...gapOf(session, { type: eventHubNamespace.type, operation: asked }, "malformed", detail),
        resource: found.id,
      });
      const below = path === undefined ? nothing : await details(session, caller, client, found, path);
      const record = recordOf(eventHubNamespace, session, found, {
        location: primaryOf(item),
        aliases: host === undefined ? [] : [host],
        links: [...replicas(item), ...below.links, ...keys(item)],
        attributes: {
          sku: item.sku?.name,
          publicNetworkAccess: item.publicNetworkAccess,
          zoneRedundant: item.zoneRedundant,
          keySource: item.encryption?.keySource,
          localAuthDisabled: item.disableLocalAuth,
        },
      });
      if (below.unread !== null) return [record, gapOn(pairingsOperation, below.unread)];
      if (path !== undefined || isBasic(item)) return record;
      return [record, ...[pairingsOperation, hubsOperation].map((asked) => gapOn(asked, noGroup))];
    });
  },
};

/** Without capture and pairing. Source: learn.microsoft.com, "Compare Azure Event Hubs tiers", read 2026-11-22. */
function isBasic({ sku }: EHNamespace): boolean {
  return /^Basic$/i.test(sku?.name ?? "");
}

/** After a promotion the primary is where a replica was, while `location` stays. */
function primaryOf({ location, geoDataReplication }: EHNamespace): {
  readonly field: string;
  readonly value: string | undefined;
} {
  const primary = geoDataReplication?.locations?.find(({ roleType }) => roleType === "Primary")?.locationName;
  if (typeof primary !== "string" || normalLocation(primary) === normalLocation(location ?? "")) {
    return { field: "location", value: location };
  }
  return { field: "properties.geoDataReplication.locations[].locationName", value: primary };
}

function replicas(item: EHNamespace): readonly Link[] {
  const home = normalLocation(primaryOf(item).value ?? "");
  const field = "properties.geoDataReplication.locations[].locationName";
  return (item.geoDataReplication?.locations ?? []).flatMap(({ locationName: region }): readonly Link[] => {
    if (typeof region !== "string" || region === "" || normalLocation(region) === home) return [];
    const evidence = { source: operation, field, value: region };
    return [{ kind: "replicates-to", direction: "to", target: { place: { region } }, evidence }];
  });
}

function keys({ encryption }: EHNamespace): readonly Link[] {
  const field = "properties.encryption.keyVaultProperties[].keyVaultUri";
  const vaults = encryption?.keyVaultProperties ?? [];
  return onePerTarget(vaults.flatMap(({ keyVaultUri }) => keyHeldIn(operation, field, keyVaultUri)));
}

/** What the lists under a namespace say, and in words what one of them leaves open. */
interface Below {
  readonly links: readonly Link[];
  readonly unread: string | null;
}

const nothing: Below = { links: [], unread: null };

async function details(
  session: AzureSession,
  caller: Caller,
  client: EventHubManagementClient,
  found: Found<EHNamespace>,
  { group, name }: { readonly group: string; readonly name: string },
): Promise<Below> {
  if (isBasic(found.item)) return nothing;
  const [pairings, hubs] = await Promise.all([
    itemsUnder(session, caller, pairingsOperation, found.id, () => client.disasterRecoveryConfigs.list(group, name)),
    itemsUnder(session, caller, hubsOperation, found.id, () => client.eventHubs.listByNamespace(group, name)),
  ]);
  const suffix = hostOf(found.item.serviceBusEndpoint)?.slice(name.length);
  const standbys = pairings.items.map((pairing) => standby(pairing, suffix));
  return {
    links: [...standbys.flatMap((links) => links ?? []), ...captured(hubs.items)],
    unread: standbys.includes(null) ? "a pairing does not say which end it is" : null,
  };
}

/**
 * The namespace that takes over. Only entities and settings are copied to it before, events come after a failover
 * (learn.microsoft.com, "Azure Event Hubs geo-disaster recovery", read 2026-11-22): a standby and no replica. `null` where it is not told which
 * of the two this one is.
 */
function standby({ partnerNamespace, role }: ArmDisasterRecovery, suffix: string | undefined): readonly Link[] | null {
  if (typeof partnerNamespace !== "string" || partnerNamespace === "" || role === "PrimaryNotReplicating") return [];
  if (role !== "Primary" && role !== "Secondary") return null;
  const named = suffix === undefined ? partnerNamespace : `${partnerNamespace.toLowerCase()}${suffix}`;
  return [
    {
      kind: "fails-over-to",
      direction: role === "Secondary" ? "from" : "to",
      target: { id: isArmId(partnerNamespace) ? partnerNamespace : named },
      evidence: { source: pairingsOperation, field: "properties.partnerNamespace", value: partnerNamespace },
    },
  ];
}

/** Hubs that write to the same account are one flow. Data Lake Storage Gen1, the other destination, was shut down in 2024. */
function captured(hubs: readonly Eventhub[]): readonly Link[] {
  const field = "properties.captureDescription.destination.properties.storageAccountResourceId";
  const links = hubs.flatMap(({ captureDescription }): readonly Link[] => {
    const id = captureDescription?.destination?.storageAccountResourceId;
    if (captureDescription?.enabled !== true || typeof id !== "string" || !isArmId(id)) return [];
    const evidence = { source: hubsOperation, field, value: id };
    return [{ kind: "streams-to", direction: "to", target: { id }, evidence }];
  });
  return onePerTarget(links);
}
