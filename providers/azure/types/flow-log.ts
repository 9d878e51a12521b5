import type { GenericResourceExpanded } from "@azure/arm-resources";
import { z } from "zod";
import type { Link } from "../../../src/model/index.ts";
import { genericLists } from "../generic-list.ts";
import { isArmId } from "../ids.ts";
import { gapOf, listed, listedUnder } from "../list.ts";
import { recordOf } from "../record.ts";
import type { AzureResourceType } from "../session.ts";

const apiVersion = "2023-04-01";
const watchersOperation = "NetworkWatchers_ListAll";
const operation = "FlowLogs_List";

/** Microsoft.Network 2023-04-01, read through the generic client. */
const FlowLog = z.object({
  enabled: z.boolean().nullish(),
  targetResourceId: z.string().nullish(),
  storageId: z.string().nullish(),
  retentionPolicy: z.object({ enabled: z.boolean().nullish(), days: z.number().nullish() }).nullish(),
  flowAnalyticsConfiguration: z
    .object({
      networkWatcherFlowAnalyticsConfiguration: z
        .object({
          enabled: z.boolean().nullish(),
          workspaceResourceId: z.string().nullish(),
          workspaceRegion: z.string().nullish(),
        })
        .nullish(),
    })
    .nullish(),
});
type FlowLog = z.infer<typeof FlowLog>;

export const flowLog: AzureResourceType = {
  type: "azure/network/flow-log",
  // All of Microsoft.Network is known to hold no data, so that the census does not look for it.
  armTypes: [],
  title: { en: "Network flow log", zh: "网络流日志" },
  role: "flow",
  service: "network",
  reach: "global",
  operations: [
    { operation: watchersOperation, permission: "Microsoft.Network/networkWatchers/read" },
    { operation, permission: "Microsoft.Network/networkWatchers/flowLogs/read", per: "resource" },
  ],
  links: ["logs-to"],
  unseen: {
    en: "Networks without a flow log, packet captures, and what readers of its destination copy on.",
    zh: "未开启流日志的网络、数据包捕获，以及目标端读取方的后续复制。",
  },
  async *collect(session, _region, caller) {
    const list = await genericLists(session, apiVersion);
    const listing = { type: flowLog.type, operation };
    const path = `/subscriptions/${session.scope.account}/providers/Microsoft.Network/networkWatchers`;
    const watcherListing = { ...listing, operation: watchersOperation, readsTags: false };
    const watchers = listed(session, caller, watcherListing, () => list(path));
    const read = caller.each(watchers, async (watcher) =>
      watcher.kind === "gap"
        ? [watcher]
        : await listedUnder<GenericResourceExpanded>(session, caller, listing, watcher.id, () =>
            list(`${watcher.id}/flowLogs`),
          ),
    );
    for await (const items of read) {
      for (const found of items) {
        if (found.kind === "gap") {
          yield found;
          continue;
        }
        const answer = FlowLog.safeParse(found.item.properties);
        const log: FlowLog = answer.success ? answer.data : {};
        yield recordOf(flowLog, session, found, {
          links: log.enabled === false ? [] : destinations(log),
          attributes: {
            logKind: "network",
            logging: log.enabled === false ? false : undefined,
            retentionDays: answer.success ? retention(log) : undefined,
            watches: log.targetResourceId ?? undefined,
          },
        });
        if (!answer.success) {
          const detail = "its settings have another shape than documented";
          yield { ...gapOf(session, listing, "malformed", detail), resource: found.id };
        }
      }
    }
  },
};

/** In the storage account; without a policy, or with 0 days, nothing is deleted. */
function retention({ storageId, retentionPolicy }: FlowLog): number | "unlimited" | undefined {
  if (typeof storageId !== "string") return undefined;
  const { enabled, days } = retentionPolicy ?? {};
  return enabled === true && typeof days === "number" && days > 0 ? days : "unlimited";
}

function destinations({ storageId, flowAnalyticsConfiguration }: FlowLog): readonly Link[] {
  const links: Link[] = [];
  if (typeof storageId === "string" && isArmId(storageId)) {
    const evidence = { source: operation, field: "properties.storageId", value: storageId };
    links.push({ kind: "logs-to", direction: "to", target: { id: storageId }, evidence });
  }
  const { enabled, workspaceResourceId, workspaceRegion } =
    flowAnalyticsConfiguration?.networkWatcherFlowAnalyticsConfiguration ?? {};
  if (enabled === true && typeof workspaceResourceId === "string" && isArmId(workspaceResourceId)) {
    const field = "properties.flowAnalyticsConfiguration.networkWatcherFlowAnalyticsConfiguration.workspaceResourceId";
    links.push({
      kind: "logs-to",
      direction: "to",
      target: {
        id: workspaceResourceId,
        ...(typeof workspaceRegion === "string" && workspaceRegion !== ""
          ? { place: { region: workspaceRegion } }
          : {}),
      },
      evidence: { source: operation, field, value: workspaceResourceId },
    });
  }
  return links;
}
