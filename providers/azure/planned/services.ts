import type { PlannedLink, PlannedPart, PlannedShape } from "../../../src/model/index.ts";
import { namespaceReplicas } from "./logs.ts";
import { byName, type Here, linkAt, part, shape } from "./read.ts";

const bus = { type: "azure/service-bus/namespace", role: "store" } as const;
const machines = { type: "azure/compute/virtual-machine-scale-set", role: "compute" } as const;
const site = { type: "azure/web/site", role: "compute" } as const;
const cluster = { type: "azure/container-service/managed-cluster", role: "compute" } as const;
const gallery = { type: "azure/compute/gallery", role: "flow" } as const;

/** Every one of them is code of the organisation; what it works on lies in stores of its own. */
const sites = ["linux_web_app", "windows_web_app", "linux_function_app", "windows_function_app"].flatMap((kind) => [
  `azurerm_${kind}`,
  `azurerm_${kind}_slot`,
]);

/** Of addresses, which are signed, nothing but the host is kept. */
const backup = "backup.storage_account_url";
const logs = ["logs.http_logs.azure_blob_storage.sas_url", "logs.application_logs.azure_blob_storage.sas_url"];

function siteLinks(here: Here): readonly PlannedLink[] {
  return [...linkAt(here, "backs-up-to", backup), ...logs.flatMap((path) => linkAt(here, "logs-to", path))];
}

const audits = [
  ["azurerm_mssql_server_extended_auditing_policy", "server_id", ["blob_storage_endpoint", "storage_endpoint"]],
  ["Microsoft.Sql/servers/auditingSettings", byName, ["properties.storageEndpoint"]],
] as const;

/** A gallery of the community is everyone's. */
function shared(here: Here, path: string): readonly PlannedLink[] {
  const permission = here.text(path);
  if (permission !== "Community") return [];
  const evidence = { field: path, value: permission };
  return [{ kind: "shared-with", direction: "to", target: { party: "*" }, evidence }];
}

/** Services that templates name and a scan counts only (azurerm provider and Resource Manager models, 2026-08). */
export const serviceShapes: readonly PlannedShape[] = [
  shape({ kind: "azurerm_servicebus_namespace", ...bus }),
  shape({ kind: "Microsoft.ServiceBus/namespaces", ...bus, links: namespaceReplicas }),
  ...["linux_virtual", "windows_virtual", "orchestrated_virtual", "virtual"].map((family) =>
    shape({ kind: `azurerm_${family}_machine_scale_set`, ...machines }),
  ),
  shape({ kind: "Microsoft.Compute/virtualMachineScaleSets", ...machines }),
  ...sites.map((kind) => shape({ kind, ...site, links: siteLinks })),
  shape({ kind: "azurerm_logic_app_standard", ...site }),
  ...["Microsoft.Web/sites", "Microsoft.Web/sites/slots"].map((kind) =>
    shape({ kind, ...site, ...(kind.endsWith("slots") ? { parent: byName } : {}) }),
  ),
  shape({ kind: "azurerm_kubernetes_cluster", ...cluster, links: agents }),
  shape({ kind: "Microsoft.ContainerService/managedClusters", ...cluster, links: addons }),
  shape({ kind: "azurerm_shared_image_gallery", ...gallery, links: (here) => shared(here, "sharing.permission") }),
  shape({
    kind: "Microsoft.Compute/galleries",
    ...gallery,
    links: (here) => shared(here, "properties.sharingProfile.permissions"),
  }),
];

function switchedOff(here: Here): boolean {
  return here.flag("enabled") === false || here.text("properties.state") === "Disabled";
}

/** What runs in a cluster writes to its workspace. */
function agents(here: Here): readonly PlannedLink[] {
  return linkAt(here, "logs-to", "oms_agent.log_analytics_workspace_id");
}

function addons(here: Here): readonly PlannedLink[] {
  return linkAt(here, "logs-to", "properties.addonProfiles.omsagent.config.logAnalyticsWorkspaceResourceID");
}

export const serviceParts: readonly PlannedPart[] = [
  // Entities and settings are copied before, messages come after a failover: a standby and no replica.
  part({
    kind: "azurerm_servicebus_namespace_disaster_recovery_config",
    type: bus.type,
    of: "primary_namespace_id",
    links: (here) => linkAt(here, "fails-over-to", "partner_namespace_id"),
  }),
  part({
    kind: "Microsoft.ServiceBus/namespaces/disasterRecoveryConfigs",
    type: bus.type,
    of: byName,
    links: (here) => linkAt(here, "fails-over-to", "properties.partnerNamespace"),
  }),
  // Of a site's many settings by name, those of backups and logs.
  part({
    kind: "Microsoft.Web/sites/config",
    type: site.type,
    of: byName,
    links: (here) => [
      ...linkAt(here, "backs-up-to", "properties.storageAccountUrl"),
      ...["properties.httpLogs", "properties.applicationLogs"].flatMap((path) =>
        linkAt(here, "logs-to", `${path}.azureBlobStorage.sasUrl`),
      ),
    ],
  }),
  // What was done with a server's databases, in an account that may lie anywhere.
  ...audits.map(([kind, of, path]) =>
    part({
      kind,
      type: "azure/sql/server",
      of,
      links: (here) => (switchedOff(here) ? [] : path.flatMap((one) => linkAt(here, "logs-to", one))),
    }),
  ),
];
