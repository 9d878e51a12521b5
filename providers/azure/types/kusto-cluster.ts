import type { Cluster, DatabaseUnion, DataConnectionUnion, KustoManagementClient } from "@azure/arm-kusto";
import type { Caller, Gap, Link, ResourceRecord } from "../../../src/model/index.ts";
import type { Pager } from "../arm.ts";
import { type ClassicList, classicPager } from "../classic-pager.ts";
import { groupAndName } from "../ids.ts";
import { keyHeldIn } from "../key-held-in.ts";
import { type Found, gapOf, itemsUnder, listed, noGroup, recordsOf } from "../list.ts";
import { recordOf } from "../record.ts";
import type { AzureResourceType, AzureSession } from "../session.ts";

const apiVersion = "2022-12-29";
const operation = "Clusters_List";
const databasesOperation = "Databases_ListByCluster";
const connectionsOperation = "DataConnections_ListByDatabase";

/** Its databases have neither tags nor regions of their own, so the cluster is what holds the data. */
export const kustoCluster: AzureResourceType = {
  type: "azure/kusto/cluster",
  armTypes: [
    "Microsoft.Kusto/clusters",
    "Microsoft.Kusto/clusters/databases",
    "Microsoft.Kusto/clusters/databases/dataConnections",
    "Microsoft.Kusto/clusters/attachedDatabaseConfigurations",
  ],
  title: { en: "Data Explorer cluster", zh: "数据资源管理器群集" },
  role: "store",
  service: "kusto",
  reach: "global",
  operations: [
    { operation, permission: "Microsoft.Kusto/Clusters/read" },
    { operation: databasesOperation, permission: "Microsoft.Kusto/Clusters/Databases/read", per: "resource" },
    {
      operation: connectionsOperation,
      permission: "Microsoft.Kusto/Clusters/Databases/DataConnections/read",
      per: "resource",
    },
  ],
  links: ["replicates-to", "streams-to", "reachable-from", "key-held-in"],
  unseen: {
    en: "Continuous export, external tables and queries across clusters, clusters of other tenants that follow a database, and what an IP range, virtual network or private endpoint lets in.",
    zh: "连续导出、外部表与跨群集查询、其他租户中关注本群集数据库的群集，以及 IP 范围、虚拟网络或专用终结点所允许的访问。",
  },
  async *collect(session, _region, caller) {
    const { getContinuationToken, KustoManagementClient } = await import("@azure/arm-kusto");
    const { account } = session.scope;
    const client = new KustoManagementClient(session.credential, account, session.arm.clientOptions(apiVersion));
    const kusto: Kusto = { client, pager: (list) => classicPager(list, getContinuationToken) };
    const listing = { type: kustoCluster.type, operation };
    const clusters = listed(session, caller, listing, () => kusto.pager(client.clusters.list()));
    yield* recordsOf(caller, clusters, (found) => describe(session, caller, kusto, found));
  },
};

interface Kusto {
  readonly client: KustoManagementClient;
  readonly pager: <Item>(list: ClassicList<Item>) => Pager<Item>;
}

async function describe(
  session: AzureSession,
  caller: Caller,
  { client, pager }: Kusto,
  found: Found<Cluster>,
): Promise<readonly (ResourceRecord | Gap)[]> {
  const { id, item } = found;
  const path = groupAndName(id);
  const links: Link[] = [];
  if (path !== undefined) {
    const { group, name } = path;
    const databases = await itemsUnder(session, caller, databasesOperation, id, () =>
      pager(client.databases.listByCluster(group, name)),
    );
    for (const database of databases.items) {
      links.push(...followed(database));
      // Spelled `cluster/database`. What follows another cluster takes in nothing else.
      const own =
        typeof database.name === "string" ? database.name.slice(database.name.lastIndexOf("/") + 1) : undefined;
      if (own === undefined || own === "" || database.kind === "ReadOnlyFollowing") continue;
      const connections = await itemsUnder(session, caller, connectionsOperation, `${id}/databases/${own}`, () =>
        pager(client.dataConnections.listByDatabase(group, name, own)),
      );
      links.push(...connections.items.flatMap(fed));
    }
  }
  const record = recordOf(kustoCluster, session, found, {
    aliases: [],
    links: [
      ...distinct(links),
      ...exposure(item),
      ...keyHeldIn(operation, "properties.keyVaultProperties.keyVaultUri", item.keyVaultProperties?.keyVaultUri),
    ],
    attributes: {
      sku: item.sku?.name,
      state: item.state,
      publicNetworkAccess: item.publicNetworkAccess,
      restrictOutboundNetworkAccess: item.restrictOutboundNetworkAccess,
      diskEncryption: item.enableDiskEncryption,
      trustsEveryTenant: item.trustedExternalTenants?.some((tenant) => tenant?.value === "*"),
    },
  });
  const gap = gapOf(session, { type: kustoCluster.type, operation: databasesOperation }, "malformed", noGroup);
  return [record, ...(path === undefined ? [{ ...gap, resource: id }] : [])];
}

/** A follower keeps what it reads of its leader's database on its own machines. */
function followed(database: DatabaseUnion): readonly Link[] {
  if (database.kind !== "ReadOnlyFollowing" || !("leaderClusterResourceId" in database)) return [];
  const id = database.leaderClusterResourceId;
  if (typeof id !== "string" || id === "") return [];
  const evidence = { source: databasesOperation, field: "properties.leaderClusterResourceId", value: id };
  return [{ kind: "replicates-to", direction: "from", target: { id }, evidence }];
}

/** Where a connection takes its data from. An event hub is named by the namespace that it lies in. */
function fed(connection: DataConnectionUnion): readonly Link[] {
  const [field, id] = sourceOf(connection);
  if (typeof id !== "string" || id === "") return [];
  const evidence = { source: connectionsOperation, field: `properties.${field}`, value: id };
  return [{ kind: "streams-to", direction: "from", target: { id: id.replace(/\/eventhubs\/[^/]+$/i, "") }, evidence }];
}

function sourceOf(connection: DataConnectionUnion): readonly [field: string, id: unknown] {
  if ("cosmosDbAccountResourceId" in connection) {
    return ["cosmosDbAccountResourceId", connection.cosmosDbAccountResourceId];
  }
  if ("iotHubResourceId" in connection) return ["iotHubResourceId", connection.iotHubResourceId];
  // The blobs of the account are what is taken; its event hub only says that there are new ones.
  if ("storageAccountResourceId" in connection)
    return ["storageAccountResourceId", connection.storageAccountResourceId];
  if ("eventHubResourceId" in connection) return ["eventHubResourceId", connection.eventHubResourceId];
  return ["kind", undefined];
}

/** Several databases of a cluster may have the same source: said once, and the same one in whatever order they are listed. */
function distinct(links: readonly Link[]): readonly Link[] {
  const sorted = [...links].sort((one, other) => (one.evidence.value < other.evidence.value ? 1 : -1));
  return [...new Map(sorted.map((link) => [`${link.kind} ${link.target.id?.toLowerCase()}`, link])).values()];
}

/**
 * Open where nothing that could close it does; in a virtual network its own rules decide. The client takes public access for enabled
 * where the answer is silent, as the API does.
 */
function exposure(item: Cluster): readonly Link[] {
  const { publicNetworkAccess, allowedIpRangeList: ranges, virtualNetworkConfiguration } = item;
  if (publicNetworkAccess !== "Enabled" || virtualNetworkConfiguration !== undefined) return [];
  const all =
    ranges === undefined || ranges.length === 0
      ? "no range, every network"
      : ranges.find((range) => range === "0.0.0.0/0");
  if (all === undefined) return [];
  const evidence = { source: operation, field: "properties.allowedIpRangeList", value: all };
  return [{ kind: "reachable-from", direction: "to", target: { party: "*" }, evidence }];
}
