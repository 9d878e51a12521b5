/**
 * Resource Manager types that hold no data of the organisation: rules, addresses, identities, plans and settings. Lower case;
 * a trailing `/*` covers all that lies under it. What is not listed here may hold data, and the census says so.
 */
const types: readonly string[] = [
  // Networks and names: they carry data but keep none. Flow logs are written elsewhere.
  "microsoft.network/*",
  "microsoft.cdn/cdnwebapplicationfirewallpolicies",
  "microsoft.relay/*",
  "microsoft.servicenetworking/*",
  "microsoft.synapse/privatelinkhubs",
  // Who may do what.
  "microsoft.aadiam/*",
  "microsoft.authorization/*",
  "microsoft.managedidentity/*",
  "microsoft.managedservices/*",
  "microsoft.policyinsights/*",
  "microsoft.blueprint/*",
  "microsoft.management/*",
  // Parts of machines that keep their data on disks.
  "microsoft.compute/availabilitysets",
  "microsoft.compute/capacityreservationgroups",
  "microsoft.compute/capacityreservationgroups/capacityreservations",
  "microsoft.compute/diskaccesses",
  "microsoft.compute/diskencryptionsets",
  "microsoft.compute/hostgroups",
  "microsoft.compute/hostgroups/hosts",
  "microsoft.compute/proximityplacementgroups",
  "microsoft.compute/sshpublickeys",
  "microsoft.compute/virtualmachines/extensions",
  "microsoft.compute/virtualmachines/runcommands",
  "microsoft.compute/virtualmachinescalesets/extensions",
  "microsoft.devtestlab/schedules",
  "microsoft.maintenance/*",
  "microsoft.hybridcompute/machines/extensions",
  "microsoft.sqlvirtualmachine/sqlvirtualmachines",
  // Machines of Spark pools: what they work on lies in storage accounts.
  "microsoft.synapse/workspaces/bigdatapools",
  // Shares of a server's machine, and what runs on it: their databases are resources of their own.
  "microsoft.sql/servers/elasticpools",
  "microsoft.sql/servers/jobagents",
  "microsoft.sql/instancepools",
  "microsoft.sql/virtualclusters",
  // Parts and settings of vaults, registries, streams and logs that are read.
  "microsoft.containerregistry/registries/agentpools",
  "microsoft.containerregistry/registries/tasks",
  "microsoft.containerregistry/registries/webhooks",
  "microsoft.dataprotection/resourceguards",
  "microsoft.eventhub/clusters",
  "microsoft.operationalinsights/querypacks",
  "microsoft.recoveryservices/replicationeligibilityresults",
  // Plans and settings of services whose data lies in other types.
  "microsoft.web/serverfarms",
  "microsoft.web/certificates",
  "microsoft.web/connections",
  "microsoft.web/hostingenvironments",
  "microsoft.certificateregistration/certificateorders",
  "microsoft.app/managedenvironments",
  "microsoft.insights/actiongroups",
  "microsoft.insights/activitylogalerts",
  "microsoft.insights/autoscalesettings",
  "microsoft.insights/datacollectionendpoints",
  "microsoft.insights/datacollectionrules",
  "microsoft.insights/metricalerts",
  "microsoft.insights/scheduledqueryrules",
  "microsoft.insights/webtests",
  "microsoft.insights/workbooks",
  "microsoft.alertsmanagement/*",
  "microsoft.operationsmanagement/solutions",
  "microsoft.portal/dashboards",
  "microsoft.saas/*",
  "microsoft.security/*",
  "microsoft.costmanagement/*",
  "microsoft.billing/*",
  "microsoft.consumption/*",
  "microsoft.advisor/*",
  "microsoft.resourcehealth/*",
  "microsoft.resources/deployments",
  "microsoft.resources/templatespecs",
  "microsoft.resources/templatespecs/versions",
  "microsoft.features/*",
  "microsoft.extendedlocation/*",
];

const exact: ReadonlySet<string> = new Set(types.filter((type) => !type.endsWith("/*")));
const families: ReadonlySet<string> = new Set(
  types.filter((type) => type.endsWith("/*")).map((type) => type.slice(0, -2)),
);

/** @param type in lower case. */
export function holdsNoData(type: string): boolean {
  const family = type.slice(0, Math.max(0, type.indexOf("/")));
  return exact.has(type) || families.has(family);
}
