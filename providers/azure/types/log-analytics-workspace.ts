import type { DataExport, OperationalInsightsManagementClient, Workspace } from "@azure/arm-operationalinsights";
import type { Caller, Link } from "../../../src/model/index.ts";
import { groupAndName, isArmId } from "../ids.ts";
import { type Found, gapOf, itemsUnder, listed, recordsOf } from "../list.ts";
import { onePerTarget } from "../one-per-target.ts";
import { recordOf } from "../record.ts";
import { normalLocation } from "../regions.ts";
import type { AzureResourceType, AzureSession } from "../session.ts";

/** Replication is told by late versions only. 21Vianet gets versions months later, and has no such replication before. */
const apiVersions = { AzureCloud: "2025-07-01", AzureChinaCloud: "2022-10-01" } as const;
const exportsApiVersion = "2020-08-01";
const operation = "Workspaces_List";
const exportsOperation = "DataExports_ListByWorkspace";

export const logAnalyticsWorkspace: AzureResourceType = {
  type: "azure/operational-insights/workspace",
  armTypes: ["Microsoft.OperationalInsights/workspaces"],
  title: { en: "Log Analytics workspace", zh: "Log Analytics 工作区" },
  role: "store",
  service: "operational-insights",
  reach: "global",
  operations: [
    { operation, permission: "Microsoft.OperationalInsights/workspaces/read" },
    {
      operation: exportsOperation,
      permission: "Microsoft.OperationalInsights/workspaces/dataExports/read",
      per: "resource",
    },
  ],
  links: ["replicates-to", "streams-to"],
  unseen: {
    en: "What the logs say and which kind they are, tables that keep their own retention or an archive, queries across workspaces, export by Logic Apps or scripts. In Azure operated by 21Vianet, replication to another region.",
    zh: "日志内容及其类型、单独设置保留期或存档的表、跨工作区查询、通过逻辑应用或脚本进行的导出；在世纪互联运营的 Azure 中，向其他地域的复制。",
  },
  async *collect(session, _region, caller) {
    const { OperationalInsightsManagementClient } = await import("@azure/arm-operationalinsights");
    const client = (version: string) =>
      new OperationalInsightsManagementClient(
        session.credential,
        session.scope.account,
        session.arm.clientOptions(version),
      );
    const lists = client(apiVersions[session.cloud.partition]);
    const exporting = client(exportsApiVersion);
    const listing = { type: logAnalyticsWorkspace.type, operation };
    const workspaces = listed(session, caller, listing, () => lists.workspaces.list());
    yield* recordsOf(caller, workspaces, async (found) => {
      const { item } = found;
      const path = groupAndName(found.id);
      const record = recordOf(logAnalyticsWorkspace, session, found, {
        links: [
          ...replica(item),
          ...(path === undefined ? [] : await exported(session, caller, exporting, found, path)),
        ],
        attributes: {
          sku: item.sku?.name,
          // -1 on the tier that was sold as unlimited.
          retentionDays: item.retentionInDays === -1 ? "unlimited" : item.retentionInDays,
          publicNetworkAccessForIngestion: item.publicNetworkAccessForIngestion,
          publicNetworkAccessForQuery: item.publicNetworkAccessForQuery,
        },
      });
      if (path !== undefined) return record;
      const unread = gapOf(
        session,
        { ...listing, operation: exportsOperation },
        "malformed",
        "its id names no resource group",
      );
      return [record, { ...unread, resource: found.id }];
    });
  },
};

function replica({ location, replication }: Workspace): readonly Link[] {
  const region = replication?.location;
  if (replication?.enabled !== true || typeof region !== "string" || region === "") return [];
  if (normalLocation(region) === normalLocation(location ?? "")) return [];
  const evidence = { source: operation, field: "properties.replication.location", value: region };
  return [{ kind: "replicates-to", direction: "to", target: { place: { region } }, evidence }];
}

async function exported(
  session: AzureSession,
  caller: Caller,
  client: OperationalInsightsManagementClient,
  found: Found<Workspace>,
  { group, name }: { readonly group: string; readonly name: string },
): Promise<readonly Link[]> {
  const { items } = await itemsUnder<DataExport>(session, caller, exportsOperation, found.id, () =>
    client.dataExports.listByWorkspace(group, name),
  );
  const links = items.flatMap(({ enable, destination }): readonly Link[] => {
    const id = destination?.resourceId;
    if (enable === false || typeof id !== "string" || !isArmId(id)) return [];
    const evidence = { source: exportsOperation, field: "properties.destination.resourceId", value: id };
    return [{ kind: "streams-to", direction: "to", target: { id }, evidence }];
  });
  return onePerTarget(links);
}
