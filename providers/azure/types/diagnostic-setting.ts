import type { DiagnosticSettingsResource, MonitorClient } from "@azure/arm-monitor";
import type { Caller, Gap, Link, ResourceRecord } from "../../../src/model/index.ts";
import { diagnosticScopes } from "../diagnostic-sources.ts";
import { isArmId } from "../ids.ts";
import { gapOf, listed } from "../list.ts";
import { fullNameOf, recordOf } from "../record.ts";
import type { AzureResourceType, AzureSession } from "../session.ts";

const resourcesApiVersion = "2021-04-01";
/** The only version that there is, in both clouds. */
const apiVersion = "2021-05-01-preview";
const resourcesOperation = "Resources_List";
const operation = "DiagnosticSettings_List";

export const diagnosticSetting: AzureResourceType = {
  type: "azure/insights/diagnostic-setting",
  armTypes: ["Microsoft.Insights/diagnosticSettings"],
  title: { en: "Diagnostic setting", zh: "诊断设置" },
  role: "flow",
  service: "insights",
  reach: "global",
  operations: [
    { operation: resourcesOperation, permission: "Microsoft.Resources/subscriptions/resources/read" },
    { operation, permission: "Microsoft.Insights/diagnosticSettings/read", per: "resource" },
  ],
  links: ["logs-to"],
  unseen: {
    en: "Settings of the directory (Microsoft Entra ID) and of management groups, of queue and table services, and of types that hold no data; logs that agents and data collection rules take from machines.",
    zh: "目录（Microsoft Entra ID）和管理组的诊断设置，队列与表服务以及不承载数据的资源类型的诊断设置；由代理和数据收集规则从虚拟机采集的日志。",
  },
  async *collect(session, _region, caller) {
    const [{ ResourceManagementClient }, { MonitorClient }] = await Promise.all([
      import("@azure/arm-resources"),
      import("@azure/arm-monitor"),
    ]);
    const { account } = session.scope;
    const resources = new ResourceManagementClient(
      session.credential,
      account,
      session.arm.clientOptions(resourcesApiVersion),
    );
    const client = new MonitorClient(session.credential, account, session.arm.clientOptions(apiVersion));
    yield* await settingsOf(session, caller, client, { scope: `/subscriptions/${account}` });
    const listing = { type: diagnosticSetting.type, operation: resourcesOperation, readsTags: false };
    const found = listed(session, caller, listing, () => resources.resources.list());
    const asked = caller.each(found, async (one): Promise<readonly (ResourceRecord | Gap)[]> => {
      // The census says of the same list what cannot be read of it.
      if (one.kind === "gap") return [one];
      const scopes = diagnosticScopes(one.id, one.item.type, one.item.kind);
      const source = { id: one.id, location: one.item.location };
      const lists = scopes.map((scope) => settingsOf(session, caller, client, { scope, source }));
      return (await Promise.all(lists)).flat();
    });
    for await (const items of asked) yield* items;
  },
};

interface Asked {
  /** What the settings are set on. */
  readonly scope: string;
  /** The resource whose logs they send; left out for a subscription's activity log. */
  readonly source?: { readonly id: string; readonly location: string | undefined };
}

/** Answers that mean that a resource has no logs: a kind or a tier without them. */
const withoutLogs = ["ResourceTypeNotSupported", "FeatureNotSupportedForAccount"];

async function settingsOf(
  session: AzureSession,
  caller: Caller,
  client: MonitorClient,
  { scope, source }: Asked,
): Promise<readonly (ResourceRecord | Gap)[]> {
  const answer = await caller.ask(
    operation,
    scope,
    (signal) => session.arm.all(client.diagnosticSettings.list(scope.slice(1)), signal),
    withoutLogs,
  );
  if (!answer.known) return [];
  return (answer.value ?? []).map((item) => {
    if (typeof item?.id !== "string" || !isArmId(item.id)) {
      const detail = "an item of the list has no resource id";
      return { ...gapOf(session, { type: diagnosticSetting.type, operation }, "malformed", detail), resource: scope };
    }
    const categories = sent(item);
    return recordOf(
      diagnosticSetting,
      session,
      // A setting has no location of its own; that of its resource stands in the list of resources.
      { kind: "found", id: item.id, operation: resourcesOperation, item: { id: item.id, name: item.name } },
      {
        name: fullNameOf(item.id),
        location: { field: "location", value: source?.location },
        links: categories.length === 0 ? [] : flows(item, categories, source?.id),
        attributes: {
          logKind: logKindOf(categories, source === undefined),
          categories: categories.length === 0 ? undefined : shown(categories),
        },
      },
    );
  });
}

/** Categories and groups that are switched on. Metrics are numbers and no logs. */
function sent({ logs }: DiagnosticSettingsResource): readonly string[] {
  return (logs ?? []).flatMap(({ category, categoryGroup, enabled }) => {
    const name = categoryGroup ?? category;
    return enabled === true && typeof name === "string" ? [name] : [];
  });
}

/** Who did what on Azure itself, and audits of a resource, count as logs of operation; what else is sent may be of any kind. */
function logKindOf(categories: readonly string[], activity: boolean): "network" | undefined {
  if (categories.length === 0) return undefined;
  return activity || categories.every((name) => /audit|firewall|loadbalancer|accesslog/i.test(name))
    ? "network"
    : undefined;
}

/** Some services have dozens. */
function shown(categories: readonly string[]): string {
  const text = [...categories].sort().join(", ");
  return text.length <= 200 ? text : `${text.slice(0, 199)}…`;
}

function flows(
  item: DiagnosticSettingsResource,
  categories: readonly string[],
  from: string | undefined,
): readonly Link[] {
  const links: Link[] = [];
  if (from !== undefined) {
    const evidence = { source: operation, field: "properties.logs[].category", value: shown(categories) };
    links.push({ kind: "logs-to", direction: "from", target: { id: from }, evidence });
  }
  for (const [field, id] of [
    ["workspaceId", item.workspaceId],
    ["storageAccountId", item.storageAccountId],
    ["eventHubAuthorizationRuleId", namespaceOf(item.eventHubAuthorizationRuleId)],
    ["serviceBusRuleId", namespaceOf(item.serviceBusRuleId)],
    // A service of another company, sold on the vendor's market place.
    ["marketplacePartnerId", item.marketplacePartnerId],
  ] as const) {
    if (typeof id !== "string" || !isArmId(id)) continue;
    const evidence = { source: operation, field: `properties.${field}`, value: id };
    links.push({ kind: "logs-to", direction: "to", target: { id }, evidence });
  }
  return links;
}

/** A rule lies under the namespace whose hubs it opens. */
function namespaceOf(rule: unknown): string | undefined {
  return typeof rule === "string" ? rule.replace(/\/authorizationRules\/[^/]*$/i, "") : undefined;
}
