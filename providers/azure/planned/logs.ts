import type { PlannedLink, PlannedPart, PlannedShape } from "../../../src/model/index.ts";
import { byName, type Here, linkAt, part, regionLink, shape } from "./read.ts";

const flowLog = { type: "azure/network/flow-log", role: "flow" } as const;
const directory = { type: "azure/insights/diagnostic-setting", role: "flow" } as const;
const workspace = "azure/operational-insights/workspace";
const namespace = { type: "azure/event-hub/namespace", role: "store" } as const;

/** Off only where that is known. */
function isOff({ resource }: Here, path: string, unset: "on" | "off"): boolean {
  const flag = resource.settings.flag(path);
  return flag.known && (flag.value === undefined ? unset === "off" : !flag.value);
}

/** Traffic analytics copies the flows on to a workspace, which may lie in another region. */
function flows(here: Here, enabled: string, account: string, analytics: string, names: AnalyticsNames) {
  if (isOff(here, enabled, "on")) return [];
  const isAnalysed = !isOff(here, `${analytics}.enabled`, "off");
  const region = here.text(`${analytics}.${names.region}`);
  const place = region === undefined ? {} : { place: { region } };
  const analysed = isAnalysed ? linkAt(here, "logs-to", `${analytics}.${names.workspace}`) : [];
  return [
    ...linkAt(here, "logs-to", account),
    ...analysed.map((link) => ({ ...link, target: { ...link.target, ...place } })),
  ];
}

interface AnalyticsNames {
  readonly workspace: string;
  readonly region: string;
}

/** Without a policy, or with 0 days, nothing is deleted. */
function kept(here: Here, policy: string): number | string | undefined {
  const days = here.resource.settings.number(`${policy}.days`);
  if (isOff(here, `${policy}.enabled`, "off")) return "unlimited";
  return days.known && days.value !== undefined ? (days.value > 0 ? days.value : "unlimited") : undefined;
}

function logging(here: Here, path: string) {
  return isOff(here, path, "on") ? { logging: false } : {};
}

const sinks = ["log_analytics_workspace_id", "storage_account_id", "eventhub_authorization_rule_id"];
const armSinks = ["workspaceId", "storageAccountId", "eventHubAuthorizationRuleId"];
const armAnalytics = "properties.flowAnalyticsConfiguration.networkWatcherFlowAnalyticsConfiguration";

/** Each of the other regions of a namespace has all of its events, or messages. */
export function namespaceReplicas(here: Here): readonly PlannedLink[] {
  const list = "properties.geoDataReplication.locations";
  const all = here.resource.settings.each(list);
  if (!all.known) return [regionLink("replicates-to", list, undefined)];
  return all.value.flatMap((one) => {
    const [name, role] = [one.text("locationName"), one.text("roleType")];
    if (role.known && role.value === "Primary") return [];
    return [regionLink("replicates-to", `${list}[].locationName`, name.known ? name.value : undefined)];
  });
}

/** Logs and streams (azurerm provider and Resource Manager models, 2026-08). */
export const logShapes: readonly PlannedShape[] = [
  shape({
    kind: "azurerm_network_watcher_flow_log",
    ...flowLog,
    links: (here) =>
      flows(here, "enabled", "storage_account_id", "traffic_analytics", {
        workspace: "workspace_resource_id",
        region: "workspace_region",
      }),
    attributes: (here) => ({
      logKind: "network",
      ...logging(here, "enabled"),
      retentionDays: kept(here, "retention_policy"),
    }),
    decides: ["enabled"],
  }),
  shape({
    kind: "Microsoft.Network/networkWatchers/flowLogs",
    ...flowLog,
    links: (here) =>
      flows(here, "properties.enabled", "properties.storageId", armAnalytics, {
        workspace: "workspaceResourceId",
        region: "workspaceRegion",
      }),
    attributes: (here) => ({
      logKind: "network",
      ...logging(here, "properties.enabled"),
      retentionDays: kept(here, "properties.retentionPolicy"),
    }),
    decides: ["properties.enabled"],
  }),
  // Sign-ins and changes of the directory, which has no region.
  shape({
    kind: "azurerm_monitor_aad_diagnostic_setting",
    ...directory,
    links: (here) => sinks.flatMap((path) => linkAt(here, "logs-to", path)),
    attributes: () => ({ logKind: "network" }),
  }),
  shape({
    kind: "microsoft.aadiam/diagnosticSettings",
    ...directory,
    links: (here) => armSinks.flatMap((path) => linkAt(here, "logs-to", `properties.${path}`)),
    attributes: () => ({ logKind: "network" }),
  }),
  shape({ kind: "azurerm_eventhub_namespace", ...namespace }),
  shape({ kind: "Microsoft.EventHub/namespaces", ...namespace, links: namespaceReplicas }),
];

export const logParts: readonly PlannedPart[] = [
  part({
    kind: "azurerm_log_analytics_data_export_rule",
    type: workspace,
    of: "workspace_resource_id",
    links: (here) => (isOff(here, "enabled", "off") ? [] : linkAt(here, "streams-to", "destination_resource_id")),
    decides: ["enabled"],
  }),
  part({
    kind: "Microsoft.OperationalInsights/workspaces/dataExports",
    type: workspace,
    of: byName,
    links: (here) =>
      isOff(here, "properties.enable", "on") ? [] : linkAt(here, "streams-to", "properties.destination.resourceId"),
    decides: ["properties.enable"],
  }),
  part({
    kind: "azurerm_eventhub",
    type: namespace.type,
    of: "namespace_id",
    links: (here) =>
      isOff(here, "capture_description.enabled", "off")
        ? []
        : linkAt(here, "streams-to", "capture_description.destination.storage_account_id"),
  }),
  part({
    kind: "Microsoft.EventHub/namespaces/eventhubs",
    type: namespace.type,
    of: byName,
    links: (here) =>
      isOff(here, "properties.captureDescription.enabled", "off")
        ? []
        : linkAt(here, "streams-to", "properties.captureDescription.destination.properties.storageAccountResourceId"),
  }),
  // Entities and settings are copied before, events come after a failover: a standby and no replica.
  part({
    kind: "azurerm_eventhub_namespace_disaster_recovery_config",
    type: namespace.type,
    of: "namespace_name",
    links: (here) => linkAt(here, "fails-over-to", "partner_namespace_id"),
  }),
  part({
    kind: "Microsoft.EventHub/namespaces/disasterRecoveryConfigs",
    type: namespace.type,
    of: byName,
    links: (here) => linkAt(here, "fails-over-to", "properties.partnerNamespace"),
  }),
];
