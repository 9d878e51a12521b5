import { listedKinds } from "../../listed-kinds.ts";

/**
 * Types of which it is known that they hold no data of the organisation, and move none: names, networks, rights, rules, settings,
 * machines without disks of their own, and kinds whose data lies in a resource that is a record of its own (a table in its
 * instance). A public endpoint, a whitelist, a subscription, a task that exports or restores is none of them. What is not listed
 * may hold data. Terraform: types of the registry, provider of 2026-08.
 */
const terraform = listedKinds(
  "alicloud_",
  `
  ack_* adb_account adb_backup_policy adb_db_cluster_lake_version adb_lake_account adb_resource_group alb_* alidns_*
  alikafka_consumer_group alikafka_sasl_* alikafka_scheduled_scaling_rule alikafka_topic amqp_binding amqp_exchange
  amqp_open_source_* amqp_queue amqp_static_account amqp_virtual_host api_gateway_* auto_provisioning_group bastionhost_host*
  bastionhost_user* bp_studio_* cas_certificate cddc_dedicated_* cen_* click_house_account
  click_house_enterprise_db_cluster_account click_house_enterprise_db_cluster_computing_group cloud_connect_network*
  cloud_firewall_* cloud_monitor_service_agent_config cloud_monitor_service_basic_public cloud_monitor_service_group_*
  cloud_monitor_service_metric_alarm_rule cloud_monitor_service_monitoring_agent_process cloud_phone_key_pair cloud_phone_policy
  cloud_sso_* cms_* common_bandwidth_package* config_* cr_artifact_lifecycle_rule cr_chain cr_chart_* cr_ee_namespace cr_ee_repo
  cr_endpoint_acl_policy cr_namespace cr_repo cr_scan_rule cr_storage_domain_routing_rule cr_vpc_endpoint_linked_vpc cs_*

  data_works_di_alarm_rule data_works_dw_resource_group data_works_folder data_works_network data_works_project_member
  db_account* db_backup_policy db_database db_read_write_splitting_connection dbfs_instance_attachment dbfs_service_linked_role
  dcdn_waf_* ddos_* ddosbgp_* ddoscoo_* dfs_access_* dfs_mount_point dfs_vsc_mount_point direct_mail_tag
  dms_enterprise_authority_template dms_enterprise_proxy_access dms_enterprise_user dns dns_* dts_consumer_channel dts_instance
  dts_job_monitor_rule dts_migration_instance dts_synchronization_instance eais_* ebs_dedicated_block_storage_cluster
  ebs_disk_replica_group ecd_ad_connector_* ecd_bundle ecd_command ecd_custom_property ecd_network_package ecd_policy_group
  ecd_ram_directory ecd_simple_office_site ecd_user ecp_key_pair ecs_activation ecs_capacity_reservation ecs_command
  ecs_dedicated_host* ecs_deployment_set ecs_disk_default_kms_key ecs_disk_encryption_by_default ecs_elasticity_assurance
  ecs_hpc_cluster ecs_image_component ecs_invocation ecs_key_pair* ecs_launch_template* ecs_network_interface*
  ecs_prefix_list ecs_ram_role_attachment ecs_storage_capacity_unit edas_* eflo_er eflo_subnet eflo_vpd* eflo_vsc
  ehpc_job_template ehpc_queue eip eip_* eipanycast_* ens_disk_instance_attachment ens_eip* ens_instance_security_group_attachment
  ens_key_pair ens_load_balancer ens_nat_gateway ens_network* ens_security_group ens_vswitch esa_cache_rule esa_certificate
  esa_client_* esa_compression_rule esa_custom_* esa_http* esa_list esa_load_balancer esa_network_optimization
  esa_origin_ca_certificate esa_origin_client_certificate esa_origin_protection esa_origin_rule esa_rate_plan_instance
  esa_redirect_rule esa_rewrite_url_rule esa_scheduled_* esa_site_origin_client_certificate esa_url_observation esa_version
  esa_waf_* esa_waiting_room* ess_* event_bridge_connection event_bridge_event_bus event_bridge_service_linked_role
  express_connect_*

  fc_alias fc_custom_domain fc_layer_version fc_service fc_trigger fcv3_alias fcv3_concurrency_config fcv3_custom_domain
  fcv3_function_version fcv3_layer_version fcv3_provision_config fcv3_trigger fcv3_vpc_binding fnf_schedule forward_entry ga_*
  governance_* gpdb_account gpdb_database gpdb_db_instance_plan gpdb_db_resource_group gwlb_* havip havip_* hbr_cross_account
  hbr_ecs_backup_client hbr_hana_backup_client ims_oidc_provider iot_device_group key_pair key_pair_attachment kms_alias
  kms_application_access_point kms_ciphertext kms_client_key kms_instance kms_key_version kms_network_rule kms_policy
  kms_value_added_service kvstore_account kvstore_backup_policy launch_template log_alert* log_dashboard log_machine_group
  log_store_index logtail_attachment logtail_config max_compute_quota* max_compute_role* max_compute_tenant_role_user_attachment
  max_compute_tunnel_quota_timer message_service_endpoint message_service_endpoint_acl message_service_service mongodb_account
  mongodb_node mongodb_private_srv_network_address mongodb_replica_set_role mongodb_sharding_network_private_address msc_sub_*
  mse_engine_namespace nas_access_* nas_auto_snapshot_policy nas_fileset nas_lifecycle_policy nas_mount_target nas_protocol_*
  nas_recycle_bin nas_smb_acl_attachment nat_gateway nat_ip* network_acl* network_interface* nlb_* ons_group ons_topic oos_*
  oss_account_public_access_block oss_bucket_access_monitor oss_bucket_archive_direct_read oss_bucket_cname_token oss_bucket_cors
  oss_bucket_https_config oss_bucket_meta_query oss_bucket_object_worm_configuration oss_bucket_overwrite_config
  oss_bucket_referer oss_bucket_request_payment oss_bucket_response_header oss_bucket_server_side_encryption oss_bucket_style
  oss_bucket_user_defined_log_fields oss_bucket_versioning oss_bucket_worm ots_instance_attachment ots_search_index
  ots_secondary_index ots_table

  pai_workspace_member polar_db_extension polardb_account* polardb_cluster_endpoint polardb_database polardb_endpoint*
  polardb_parameter_group polardb_primary_endpoint polardb_zonal_account polardb_zonal_endpoint privatelink_* pvtz_* quotas_*
  ram_* rds_account rds_custom_deployment_set rds_custom_disk_attachment rds_db_instance_endpoint rds_db_node rds_parameter_group
  rds_service_linked_role rds_whitelist_template reserved_instance resource_manager_* rocketmq_account rocketmq_acl
  rocketmq_consumer_group rocketmq_topic ros_* route_* router_interface* sae_application_scaling_rule sae_config_map
  sae_grey_tag_route sae_ingress sae_load_balancer_* sae_namespace sag_* schedulerx_* security_center_* security_group
  security_group_* service_catalog_portfolio service_catalog_principal_portfolio_association service_catalog_product
  service_catalog_product_* service_mesh_extension_provider service_mesh_user_permission
  simple_application_server_firewall_rule slb slb_* sls_alert sls_index sls_logtail_config sls_machine_group snat_entry ssl_*
  tag_* threat_detection_anti_brute_force_rule threat_detection_asset_* threat_detection_baseline_strategy
  threat_detection_check_config threat_detection_client_* threat_detection_cycle_task threat_detection_honey*
  threat_detection_malicious_file_whitelist_config threat_detection_service_linked_role threat_detection_vul_whitelist
  threat_detection_web_lock_config vpc vpc_* vpn_* vswitch vswitch_* waf_* wafv3_*
`,
);

/** Types of Resource Orchestration Service that hold no data (its reference of resource types, read 2026-11-22). */
const ros = listedKinds(
  "ALIYUN::",
  `
  ACM::* ADB::Account ALB::* AMQP::Binding AMQP::Exchange AMQP::Queue AMQP::VirtualHost ARMS::Alert* ARMS::ApplyAlertRuleTemplate
  ASM::* ApiGateway::* BSS::* BastionHost::Host CAS::* CDDC::* CEN::* CLOUDFW::* CMS::* CR::InstanceEndpointAclPolicy
  CR::InstanceVpcEndpointLinkedVpc CR::Namespace CR::Repository CR::UserInfo CS::* CloudPhone::KeyPair CloudSSO::*
  Config::AggregateCompliancePack Config::Aggregator Config::CompliancePack Config::Rule DDoS::* DDoSPro::* DFS::AccessGroup
  DFS::AccessRule DFS::MountPoint DMS::User DNS::* DRDS::Account DRDS::DrdsDB DTS::ConsumerGroup DTS::Instance
  DTS::MigrationInstance DTS::SubscriptionInstance DTS::SynchronizationInstance DirectMail::Ipfilter EAIS::* EBS::DiskReplicaGroup
  EBS::DiskReplicaPairAddition ECD::Bundle ECD::NetworkPackage* ECD::SimpleOfficeSite ECS::Activation ECS::Assign*
  ECS::AutoProvisioningGroup ECS::CapacityReservation ECS::Command ECS::DedicatedHost* ECS::DeploymentSet ECS::EIP
  ECS::EIPAssociation ECS::ElasticityAssurance ECS::ForwardEntry ECS::HpcCluster ECS::ImageComponent ECS::Invocation ECS::Ipv6*
  ECS::JoinSecurityGroup ECS::KeyPair* ECS::LaunchTemplate* ECS::NatGateway ECS::NetworkInterface* ECS::PrefixList
  ECS::RamRoleAttachment ECS::Route ECS::RouteTable* ECS::RunCommand ECS::SNatEntry ECS::SSHKeyPair* ECS::SecurityGroup* ECS::VPC
  ECS::VSwitch EDAS::* EHPC::AutoScaleConfig EHPC::Users ENS::DiskInstanceAttachment ENS::InstanceSecurityGroupAttachment
  ENS::KeyPair ENS::Network* ENS::SecurityGroup ENS::VSwitch ESS::* EdsUser::User FC3::Trigger FC::Alias FC::CustomDomain
  FC::FunctionInvoker FC::Layer FC::ProvisionConfig FC::Service FC::Trigger FC::Version FNF::Schedule Flink::Namespace GA::*
  GPDB::Account GraphDatabase::Account HBR::BackupClients HBR::DbAgent IOT::DeviceGroup IOT::ProductTopic KAFKA::Acl
  KAFKA::ConsumerGroup KAFKA::SaslUser KAFKA::Topic KMS::Alias KMS::Instance KMS::NetworkRule KMS::Policy MSE::EngineNamespace
  NAS::AccessGroup NAS::AccessRule NAS::Fileset NAS::MountTarget NAS::Protocol* NLB::* OOS::* OTS::SearchIndex OTS::Table
  OTS::VpcBinder POLARDB::Account* POLARDB::DBClusterEndpoint POLARDB::DBNodes POLARDB::Database POLARDB::ParameterGroup PVTZ::*
  PolarDBX::Account PolarDBX::Database PrivateLink::* RAM::* RDS::ADInfo RDS::Account RDS::AccountPrivilege
  RDS::DBInstanceParameterGroup RDS::Database RDS::PostgresExtensions REDIS::Account ROCKETMQ5::ConsumerGroup ROCKETMQ5::Topic
  ROCKETMQ::Group ROCKETMQ::Topic ROS::* ResourceManager::* SAE::ConfigMap SAE::Ingress SAE::Namespace SAE::SlbBinding SAG::*
  SLB::* SLS::Alert SLS::ApplyConfigToMachineGroup SLS::Dashboard SLS::Index SLS::LogtailConfig SLS::MachineGroup
  SLS::Savedsearch TAG::* ThreatDetection::AntiBruteForceRule VPC::* WAF::* WAF3::*
`,
);

/** Types of those families that send logs or records somewhere. */
const sendsLogs = /flow_?log|access_?log|gateway_log_config$|::LogConfig$|config_(?:aggregate_)?delivery/i;

export function plannedHoldsNoData(kind: string): boolean {
  return !sendsLogs.test(kind) && (terraform(kind) || ros(kind));
}
