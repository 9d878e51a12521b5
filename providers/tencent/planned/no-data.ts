/**
 * Terraform types that hold no data: names, networks, rights, rules and settings. A name stands for the types that begin with it
 * and `_` as well. Read from the provider's list of types, 2026-08.
 */
const families: readonly string[] = [
  ...[
    "address_template",
    "address_template_group",
    "alb",
    "antiddos",
    "as",

    "cam",
    "cat",
    "cbs_snapshot_policy",
  ],
  ...[
    "cbs_storage_set",
    "ccn",
    "cfs_access_group",
    "cfs_access_rule",
    "cfs_auto_snapshot_policy",
    "cfw",
    "chdfs_access_group",
  ],
  ...[
    "ckafka_acl",
    "ckafka_topic",
    "ckafka_user",
    "clb",
    "cls_alarm",
    "cls_config",
    "cls_index",
    "cls_machine_group",
    "cvm_hpc_cluster",
  ],
  ...[
    "cvm_launch_template",
    "cvm_security_group_attachment",
    "cynosdb_account",
    "cynosdb_security_group",
    "dayu",
    "dc",
    "dcx",
  ],
  ...[
    "dnat",
    "dnspod",
    "eip",
    "eni",
    "gaap",
    "gwlb",
    "ha_vip",
    "key_pair",
    "kubernetes_addon",
    "lb",
    "mongodb_instance_account",
  ],
  ...[
    "monitor_alarm",
    "monitor_policy_group",
    "mysql_account",
    "mysql_backup_policy",
    "mysql_database",
    "mysql_param_template",
    "mysql_privilege",
  ],
  ...[
    "mysql_security_groups_attachment",
    "nat",
    "organization",
    "placement_group",
    "postgresql_account",
    "postgresql_database",
  ],
  ...[
    "postgresql_parameter_template",
    "private_dns",
    "project",
    "protocol_template",
    "redis_account",
    "redis_param",
    "route_entry",
  ],
  ...[
    "route_table",
    "security_group",
    "sqlserver_account",
    "sqlserver_db",
    "ssl_certificate",
    "subnet",
    "tag",
    "tcr_namespace",
  ],
  ...["tcr_repository", "tcr_token", "tcr_vpc_attachment", "vpc", "vpn", "waf"],
];

/** Types of those families that send logs somewhere. */
const sendsLogs = /flow_?log|logtank|_lts_/i;

export function plannedHoldsNoData(kind: string): boolean {
  if (!kind.startsWith("tencentcloud_") || sendsLogs.test(kind)) return false;
  const rest = kind.slice("tencentcloud_".length);
  return families.some((family) => rest === family || rest.startsWith(`${family}_`));
}
