/**
 * Terraform types that hold no data: names, networks, rights, rules, settings and jobs that send nothing by themselves. What ends
 * with `_` stands for every type that begins so. Read from the registry's list of types, provider version of 2026-08.
 */
const terraform: readonly string[] = [
  ...["ack_", "alb_", "alidns_", "alikafka_sasl_", "amqp_binding", "amqp_exchange"],
  ...["auto_provisioning_group", "bp_studio_", "cas_certificate", "cen_", "cloud_firewall_", "cloud_sso_", "cms_"],
  ...["common_bandwidth_package", "config_", "cr_ee_namespace", "cr_ee_repo", "cr_endpoint_acl_policy", "cr_namespace"],
  ...["cr_repo", "cr_vpc_endpoint_linked_vpc", "cs_", "db_account", "db_backup_policy", "db_database", "ddosbgp_"],
  ...["ddoscoo_", "dns_", "dts_migration_instance", "dts_synchronization_instance", "dts_job_monitor_rule"],
  ...["ecs_activation", "ecs_capacity_reservation", "ecs_dedicated_host", "ecs_deployment_set", "ecs_key_pair"],
  ...["ecs_disk_default_kms_key", "ecs_disk_encryption_by_default", "ecs_hpc_cluster", "ecs_launch_template"],
  ...["ecs_network_interface", "ecs_prefix_list", "ecs_ram_role_attachment", "eip", "ess_", "express_connect_"],
  ...["fc_alias", "fc_custom_domain", "fc_service", "fc_trigger", "fcv3_alias", "fcv3_concurrency_config"],
  ...["fcv3_custom_domain", "fcv3_provision_config", "fcv3_trigger", "fcv3_vpc_binding", "forward_entry"],
  ...["havip", "hbr_ecs_backup_client", "key_pair", "kms_alias", "kms_network_rule", "kms_policy", "kvstore_account"],
  ...["kvstore_backup_policy", "launch_template", "log_alert", "log_dashboard", "log_machine_group", "log_store_index"],
  ...["mongodb_account", "nas_access_", "nas_auto_snapshot_policy", "nas_fileset", "nas_lifecycle_policy"],
  ...[
    "nas_mount_target",
    "nas_recycle_bin",
    "nas_smb_acl_attachment",
    "nat_gateway",
    "network_acl",
    "network_interface",
  ],
  ...["nlb_", "ons_group", "oos_", "oss_account_public_access_block", "oss_bucket_access_monitor"],
  ...["oss_bucket_cors", "oss_bucket_https_config", "oss_bucket_referer", "oss_bucket_request_payment"],
  ...["oss_bucket_server_side_encryption", "oss_bucket_versioning", "oss_bucket_worm", "polardb_account"],
  ...["polardb_database", "polardb_endpoint", "polardb_parameter_group", "privatelink_", "pvtz_", "quotas_", "ram_"],
  ...["rds_account", "rds_parameter_group", "rds_service_linked_role", "rds_whitelist_template", "resource_manager_"],
  ...["ros_", "route_", "router_interface", "security_group", "slb", "sls_alert", "sls_index", "sls_logtail_config"],
  ...["sls_machine_group", "snat_entry", "ssl_", "tag_", "vpc", "vpn_", "vswitch", "waf_", "wafv3_"],
];

/** Types of Resource Orchestration Service that hold no data, read likewise. */
const ros: readonly string[] = [
  ...["ACM::", "ALB::", "ASM::", "CAS::", "CEN::", "CLOUDFW::", "CMS::", "CR::Namespace", "CR::Repository", "CS::"],
  ...["DNS::", "ECS::DedicatedHost", "ECS::DeploymentSet", "ECS::DiskAttachment"],
  ...["ECS::EIP", "ECS::Ipv6", "ECS::KeyPair", "ECS::LaunchTemplate", "ECS::NatGateway", "ECS::NetworkInterface"],
  ...["ECS::PrefixList", "ECS::Route", "ECS::SNatEntry", "ECS::SecurityGroup", "ECS::VPC", "ECS::VSwitch", "ESS::"],
  ...["FC::Alias", "FC::CustomDomain", "FC::Service", "FC::Trigger", "KMS::Alias", "NAS::AccessGroup"],
  ...["NAS::AccessRule", "NAS::MountTarget", "NLB::", "OOS::", "PVTZ::", "PrivateLink::", "RAM::", "RDS::Account"],
  ...["RDS::Database", "ROS::", "ResourceManager::", "SLB::", "SLS::Alert", "SLS::Index", "SLS::LogtailConfig"],
  ...["SLS::MachineGroup", "TAG::", "VPC::", "WAF::", "WAF3::"],
];

/** Types of those families that send logs somewhere. */
const sendsLogs = /flow_?log/i;

export function plannedHoldsNoData(kind: string): boolean {
  if (sendsLogs.test(kind)) return false;
  return isAmong(kind, "alicloud_", "_", terraform) || isAmong(kind, "ALIYUN::", "::", ros);
}

/** A type is listed itself, or with what belongs to it: `eip` and `eip_association`. */
function isAmong(kind: string, provider: string, separator: string, list: readonly string[]): boolean {
  if (!kind.startsWith(provider)) return false;
  const rest = kind.slice(provider.length);
  return list.some((one) =>
    one.endsWith(separator) ? rest.startsWith(one) : rest === one || rest.startsWith(`${one}${separator}`),
  );
}
