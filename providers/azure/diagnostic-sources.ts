/**
 * Resource Manager types whose logs a diagnostic setting sends, as far as they hold data or see who reaches it; lower case. The vendor's
 * list is longer (learn.microsoft.com, "Supported categories for Azure Monitor resource logs", read 2026-11-22).
 */
const whole: ReadonlySet<string> = new Set([
  "microsoft.apimanagement/service",
  "microsoft.batch/batchaccounts",
  "microsoft.cache/redis",
  "microsoft.cdn/profiles",
  "microsoft.cognitiveservices/accounts",
  "microsoft.containerregistry/registries",
  "microsoft.containerservice/managedclusters",
  "microsoft.databricks/workspaces",
  "microsoft.datafactory/factories",
  "microsoft.dataprotection/backupvaults",
  "microsoft.dbformysql/flexibleservers",
  "microsoft.dbforpostgresql/flexibleservers",
  "microsoft.devices/iothubs",
  "microsoft.documentdb/databaseaccounts",
  "microsoft.eventgrid/domains",
  "microsoft.eventgrid/topics",
  "microsoft.eventhub/namespaces",
  "microsoft.insights/components",
  "microsoft.keyvault/managedhsms",
  "microsoft.keyvault/vaults",
  "microsoft.kusto/clusters",
  "microsoft.logic/workflows",
  "microsoft.machinelearningservices/workspaces",
  "microsoft.network/applicationgateways",
  "microsoft.network/azurefirewalls",
  "microsoft.network/bastionhosts",
  "microsoft.network/frontdoors",
  "microsoft.network/networksecuritygroups",
  "microsoft.network/publicipaddresses",
  "microsoft.network/virtualnetworkgateways",
  "microsoft.operationalinsights/workspaces",
  "microsoft.recoveryservices/vaults",
  "microsoft.search/searchservices",
  "microsoft.servicebus/namespaces",
  "microsoft.signalrservice/signalr",
  "microsoft.sql/managedinstances",
  "microsoft.sql/managedinstances/databases",
  "microsoft.sql/servers/databases",
  "microsoft.streamanalytics/streamingjobs",
  "microsoft.synapse/workspaces",
  "microsoft.synapse/workspaces/sqlpools",
  "microsoft.web/sites",
]);

/** Storage accounts log service by service; an account kept for one of them has no other. */
const storageServices: Readonly<Record<string, readonly string[]>> = {
  blobstorage: ["blobServices"],
  blockblobstorage: ["blobServices"],
  filestorage: ["fileServices"],
};

/** Scopes to ask for settings, each the resource or a service under it; none where the type has no logs of interest. */
export function diagnosticScopes(id: string, type: unknown, kind: unknown): readonly string[] {
  if (typeof type !== "string") return [];
  const known = type.toLowerCase();
  if (whole.has(known)) return [id];
  if (known !== "microsoft.storage/storageaccounts") return [];
  const services = storageServices[typeof kind === "string" ? kind.toLowerCase() : ""] ?? [
    "blobServices",
    "fileServices",
  ];
  return services.map((service) => `${id}/${service}/default`);
}
