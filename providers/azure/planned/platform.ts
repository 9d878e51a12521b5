import type { PlannedLink, PlannedPart, PlannedShape, PlannedStatements } from "../../../src/model/index.ts";
import { anonymousPull, armSwitch, terraformSwitch } from "./exposure.ts";
import { byName, type Here, linkAt, pairLink, part, redundancy, regionLink, shape } from "./read.ts";

const vault = { type: "azure/keyvault/vault", role: "store" } as const;
const recovery = { type: "azure/recovery-services/vault", role: "copy" } as const;
const backup = { type: "azure/data-protection/backup-vault", role: "copy" } as const;
const registry = { type: "azure/container-registry/registry", role: "store" } as const;
const workspace = { type: "azure/operational-insights/workspace", role: "store" } as const;
const setting = { type: "azure/insights/diagnostic-setting", role: "flow" } as const;

const keyVaultRule = "a vault's content is replicated to the paired region";
/** The vendor's exceptions ("Azure Key Vault availability and redundancy", learn.microsoft.com, read 2026-11-22). */
const withoutReplica: readonly string[] = ["brazilsouth", "westus3"];

function vaultReplica(here: Here): readonly PlannedLink[] {
  const location = here.location?.toLowerCase().replaceAll(" ", "");
  if (location !== undefined && withoutReplica.includes(location)) return [];
  return [pairLink(here, "replicates-to", "location", `provider default: ${keyVaultRule}`)];
}

function georeplications(here: Here): readonly PlannedLink[] {
  const all = here.resource.settings.each("georeplications");
  if (!all.known) return [regionLink("replicates-to", "georeplications", undefined)];
  return all.value.map((one) => {
    const stated = one.text("location");
    return regionLink("replicates-to", "georeplications[].location", stated.known ? stated.value : undefined);
  });
}

function diagnostics(source: string, sinks: readonly string[]) {
  return (here: Here): readonly PlannedLink[] => [
    ...linkAt(here, "logs-to", source, "from"),
    ...sinks.flatMap((path) => linkAt(here, "logs-to", path)),
  ];
}

function isInPlace(here: Here): boolean {
  const stated = here.text("properties.storageModelType") ?? here.text("properties.storageType");
  return stated !== undefined && /^(?:Locally|Zone)Redundant$/i.test(stated);
}

/** A setting beside the vault outranks the vendor's rule. */
function weighVault({ links, attributes }: PlannedStatements): PlannedStatements {
  const { storedInPlace, ...rest } = attributes;
  const isDefault = ({ evidence }: PlannedLink) => evidence.value.startsWith("provider default");
  return { links: storedInPlace === true ? links.filter((link) => !isDefault(link)) : links, attributes: rest };
}

export const platformShapes: readonly PlannedShape[] = [
  shape({ kind: "azurerm_key_vault", ...vault, links: vaultReplica }),
  shape({ kind: "Microsoft.KeyVault/vaults", ...vault, links: vaultReplica }),
  shape({
    kind: "azurerm_recovery_services_vault",
    ...recovery,
    links: (here) =>
      redundancy(here, "backs-up-to", "storage_mode_type", "vaults are geo-redundant unless set otherwise"),
  }),
  shape({
    kind: "Microsoft.RecoveryServices/vaults",
    ...recovery,
    links: (here) =>
      redundancy(
        here,
        "backs-up-to",
        "properties.redundancySettings.standardTierStorageRedundancy",
        "vaults are geo-redundant unless set otherwise",
      ),
    weigh: weighVault,
  }),
  shape({
    kind: "azurerm_data_protection_backup_vault",
    ...backup,
    links: (here) => redundancy(here, "backs-up-to", "redundancy"),
  }),
  shape({
    kind: "Microsoft.DataProtection/backupVaults",
    ...backup,
    links: (here) => redundancy(here, "backs-up-to", "properties.storageSettings[0].type"),
  }),
  shape({
    kind: "azurerm_container_registry",
    ...registry,
    links: (here) => [
      ...georeplications(here),
      ...anonymousPull(here, "anonymous_pull_enabled", terraformSwitch, "network_rule_set.default_action"),
    ],
  }),
  shape({
    kind: "Microsoft.ContainerRegistry/registries",
    ...registry,
    links: (here) =>
      anonymousPull(here, "properties.anonymousPullEnabled", armSwitch, "properties.networkRuleSet.defaultAction"),
  }),
  shape({
    kind: "azurerm_log_analytics_workspace",
    ...workspace,
    attributes: (here) => ({ retentionDays: retention(here, "retention_in_days") }),
  }),
  shape({
    kind: "Microsoft.OperationalInsights/workspaces",
    ...workspace,
    links: workspaceReplica,
    attributes: (here) => ({ retentionDays: retention(here, "properties.retentionInDays") }),
  }),
  shape({
    kind: "azurerm_monitor_diagnostic_setting",
    ...setting,
    parent: "target_resource_id",
    links: diagnostics("target_resource_id", [
      "log_analytics_workspace_id",
      "storage_account_id",
      "eventhub_authorization_rule_id",
      "partner_solution_id",
    ]),
  }),
  shape({
    kind: "Microsoft.Insights/diagnosticSettings",
    ...setting,
    parent: "scope",
    links: diagnostics("scope", [
      "properties.workspaceId",
      "properties.storageAccountId",
      "properties.eventHubAuthorizationRuleId",
      "properties.marketplacePartnerId",
    ]),
  }),
];

/** A second copy of the workspace in a region of its choice. */
function workspaceReplica(here: Here): readonly PlannedLink[] {
  const on = here.resource.settings.flag("properties.replication.enabled");
  if (on.known && on.value !== true) return [];
  return [regionLink("replicates-to", "properties.replication.location", here.text("properties.replication.location"))];
}

function retention(here: Here, path: string): number | string | undefined {
  const days = here.resource.settings.number(path);
  if (!days.known || days.value === undefined) return undefined;
  return days.value < 0 ? "unlimited" : days.value;
}

export const platformParts: readonly PlannedPart[] = [
  // How a vault stores, in templates of older versions.
  part({
    kind: "Microsoft.RecoveryServices/vaults/backupstorageconfig",
    type: recovery.type,
    of: byName,
    links: () => [],
    attributes: (here) => ({ storedInPlace: isInPlace(here) }),
    decides: ["properties.storageModelType"],
  }),
  part({
    kind: "Microsoft.ContainerRegistry/registries/replications",
    type: registry.type,
    of: byName,
    links: (here) => (here.location === undefined ? [] : [regionLink("replicates-to", "location", here.location)]),
  }),
];
