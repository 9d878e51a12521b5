import { holdsNoData } from "../holds-no-data.ts";

/** Families of Terraform types that hold no data: names, networks, rights, rules and plans. */
const families: readonly string[] = [
  "azurerm_application_gateway",
  "azurerm_application_security_group",
  "azurerm_availability_set",
  "azurerm_bastion_host",
  "azurerm_client_config",
  "azurerm_dns_",
  "azurerm_federated_identity_credential",
  "azurerm_firewall",
  "azurerm_key_vault_access_policy",
  "azurerm_lb",
  "azurerm_local_network_gateway",
  "azurerm_maintenance_",
  "azurerm_management_",
  "azurerm_monitor_action_group",
  "azurerm_monitor_activity_log_alert",
  "azurerm_monitor_autoscale_setting",
  "azurerm_monitor_metric_alert",
  "azurerm_mssql_virtual_network_rule",
  "azurerm_nat_gateway",
  "azurerm_network_",
  "azurerm_policy_",
  "azurerm_postgresql_flexible_server_configuration",
  "azurerm_private_",
  "azurerm_proximity_placement_group",
  "azurerm_public_ip",
  "azurerm_resource_group",
  "azurerm_resource_policy_",
  "azurerm_role_",
  "azurerm_route",
  "azurerm_service_plan",
  "azurerm_ssh_public_key",
  "azurerm_subnet",
  "azurerm_subscription",
  "azurerm_traffic_manager_",
  "azurerm_user_assigned_identity",
  "azurerm_virtual_machine_extension",
  "azurerm_virtual_network",
  "azurerm_web_application_firewall_policy",
];

/** Of Resource Manager, what is listed by its parts only: groups, and the services of an account, whose containers are read. */
const parents: ReadonlySet<string> = new Set([
  "microsoft.resources/resourcegroups",
  "microsoft.storage/storageaccounts/blobservices",
]);

export function plannedHoldsNoData(kind: string): boolean {
  const lower = kind.toLowerCase();
  return families.some((family) => lower.startsWith(family)) || parents.has(lower) || holdsNoData(lower);
}
