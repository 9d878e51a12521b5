/**
 * Terraform types that hold no data: names, networks, rights, rules and settings. A name stands for the types that begin with it
 * and `_` as well. Read from the provider's list of types, 2026-08.
 */
const families: readonly string[] = [
  ...["aad", "aom_alarm", "as_bandwidth_policy", "as_configuration", "as_group", "as_lifecycle_hook", "as_policy"],
  ...["cc", "ces_alarmrule", "cfw", "compute_eip_associate", "compute_interface_attach", "compute_keypair"],
  ...["compute_servergroup", "csms_event", "dc", "dds_parameter_template", "dms_kafka_consumer_group"],
  ...["dms_kafka_permissions", "dms_kafka_topic", "dms_kafka_user", "dns", "elb", "enterprise_project", "er"],
  ...["fgs_trigger", "fgs_function_trigger", "ga", "identity", "kms_alias", "kms_grant", "kps_keypair", "lb"],
  ...["lts_host_group", "lts_keywords_alarm_rule", "lts_notification_template", "lts_search_criteria", "nat"],
  ...["networking", "organizations", "rds_instance_eip_associate", "rds_mysql_account", "rds_mysql_database"],
  ...["rds_parametergroup", "rds_pg_account", "rds_pg_database", "rds_pg_hba", "rds_pg_plugin"],
  ...["rds_sqlserver_account", "rds_sqlserver_database", "sfs_access_rule", "sfs_turbo_perm_rule"],
  ...["swr_image_retention_policy", "swr_organization", "tms", "vpc", "vpcep", "vpn", "waf"],
];

/** Types of those families that send logs somewhere. */
const sendsLogs = /flow_?log|logtank|_lts_/i;

export function plannedHoldsNoData(kind: string): boolean {
  if (!kind.startsWith("huaweicloud_") || sendsLogs.test(kind)) return false;
  const rest = kind.slice("huaweicloud_".length);
  return families.some((family) => rest === family || rest.startsWith(`${family}_`));
}
