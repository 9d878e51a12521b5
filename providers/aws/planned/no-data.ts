/**
 * Kinds of which it is known that they hold no data of the organisation, and move none: identities and permissions, networks,
 * names, certificates, rules, alarms, deployments, answers of data sources; and kinds whose data lies in a resource that is a
 * record of its own. A `*` at the end stands for any rest. What is not listed may hold data.
 * Terraform: provider 5.100.0 and 6, resources and data sources; CloudFormation: resource type reference. Read 2026-11-22.
 */
const terraform = `
  accessanalyzer_* account_* acm_* acmpca_* arn billing_* budgets_* caller_identity canonical_user_id ce_* cloudhsm_*
  computeoptimizer_* controltower_* costoptimizationhub_* cur_* default_tags elb_service_account iam_* identitystore_group*
  ip_ranges kms_alias kms_ciphertext kms_custom_key_store kms_grant kms_key_policy licensemanager_* organizations_* partition
  pricing_* ram_* region regions resourceexplorer2_* resourcegroups_* rolesanywhere_* service service_principal servicecatalog_*
  servicecatalogappregistry_* servicequotas_* ssoadmin_*

  alb_* app_cookie_stickiness_policy availability_zone availability_zones customer_gateway default_network_acl
  default_route_table default_security_group default_subnet default_vpc default_vpc_dhcp_options dx_* ec2_availability_zone_group
  ec2_capacity_* ec2_carrier_gateway ec2_client_vpn_* ec2_default_credit_specification ec2_host ec2_image_block_public_access ec2_instance_* ec2_local_gateway*
  ec2_managed_prefix_list* ec2_network_insights_* ec2_serial_console_access ec2_subnet_cidr_reservation ec2_tag
  ec2_transit_gateway* egress_only_internet_gateway eip eip_* eips elb_attachment globalaccelerator_* internet_gateway
  internet_gateway_attachment internetmonitor_* lb_* load_balancer_* main_route_table_association nat_gateway nat_gateways
  network_acl* network_interface* networkfirewall_firewall networkfirewall_firewall_policy networkfirewall_resource_policy
  networkfirewall_rule_group networkfirewall_tls_inspection_configuration networkmanager_* networkmonitor_* placement_group
  prefix_list proxy_protocol_policy route route_table route_table_association route_tables route53_cidr_*
  route53_delegation_set route53_health_check route53_hosted_zone_dnssec route53_key_signing_key route53_record*
  route53_resolver_config route53_resolver_dnssec_config route53_resolver_endpoint route53_resolver_firewall_*
  route53_resolver_query_log_config_association route53_resolver_rule* route53_traffic_policy* route53_vpc_association_authorization
  route53_zone* route53domains_* route53profiles_* route53recovery* security_group security_group_* security_groups
  service_discovery_* shield_* subnet subnets verifiedaccess_endpoint verifiedaccess_group verifiedaccess_instance
  verifiedaccess_instance_trust_provider_attachment verifiedaccess_trust_provider vpc vpc_* vpclattice_auth_policy
  vpclattice_listener* vpclattice_resource_* vpclattice_service* vpclattice_target_group* vpcs vpn_* waf_* wafregional_*
  wafv2_api_key wafv2_ip_set wafv2_regex_pattern_set wafv2_rule_group wafv2_web_acl wafv2_web_acl_association

  api_gateway_* apigatewayv2_* appautoscaling_* appmesh_* autoscaling_* autoscalingplans_* batch_* codedeploy_*
  codeconnections_* codestarconnections_* codestarnotifications_* chatbot_* cloudformation_stack* cloudformation_type
  ebs_default_kms_key ebs_encryption_by_default ebs_fast_snapshot_restore ebs_snapshot_block_public_access ebs_snapshot_ids
  ebs_volumes ami_ids ecs_* eks_access_* eks_addon* eks_fargate_profile eks_identity_provider_config eks_node_group*
  eks_pod_identity_association fis_* imagebuilder_component imagebuilder_container_recipe
  imagebuilder_image_recipe imagebuilder_infrastructure_configuration imagebuilder_lifecycle_policy key_pair lambda_alias
  lambda_code_signing_config lambda_function_recursion_config lambda_layer_version* lambda_permission
  lambda_provisioned_concurrency_config lambda_runtime_management_config launch_configuration launch_template scheduler_schedule_group
  signer_* spot_datafeed_subscription ssm_activation ssm_default_patch_baseline ssm_maintenance_window* ssm_patch_*
  ssm_service_setting ssm_parameters_by_path xray_*

  codebuild_fleet codebuild_resource_policy codebuild_source_credential codebuild_webhook codepipeline_custom_action_type
  codepipeline_webhook cognito_identity_pool_* cognito_managed_user_pool_client cognito_resource_server cognito_risk_configuration
  cognito_user_pool_client* cognito_user_pool_domain cognito_user_pool_ui_customization ec2_traffic_mirror_filter*
  elastic_beanstalk_application elastic_beanstalk_configuration_template emr_block_public_access_configuration
  emr_managed_scaling_policy emr_security_configuration glue_data_catalog_encryption_settings glue_resource_policy
  glue_security_configuration iot_authorizer iot_ca_certificate iot_certificate iot_policy* iot_role_alias sagemaker_code_repository
  schemas_registry_policy sfn_alias transfer_access transfer_certificate transfer_ssh_key transfer_tag workspaces_ip_group
  applicationinsights_* cloudwatch_composite_alarm cloudwatch_contributor_* cloudwatch_dashboard cloudwatch_event_bus
  cloudwatch_event_bus_policy cloudwatch_event_permission cloudwatch_log_anomaly_detector
  cloudwatch_log_data_protection_policy cloudwatch_log_destination_policy cloudwatch_log_index_policy cloudwatch_log_metric_filter
  cloudwatch_log_resource_policy cloudwatch_log_stream cloudwatch_metric_alarm cloudwatch_query_definition
  cloudtrail_organization_delegated_admin_account config_aggregate_authorization config_config_rule
  config_configuration_recorder* config_conformance_pack config_organization_* config_remediation_configuration
  config_retention_configuration devopsguru_* guardduty_filter guardduty_ipset guardduty_member* guardduty_organization_*
  guardduty_threatintelset inspector2_* inspector_* resiliencehub_* securityhub_action_target securityhub_automation_rule
  securityhub_configuration_policy* securityhub_insight securityhub_member securityhub_organization_*
  securityhub_product_subscription securityhub_standards_* fms_* rum_metrics_destination synthetics_group*

  backup_framework backup_global_settings backup_region_settings backup_report_plan backup_restore_testing_* backup_vault_lock_configuration
  backup_vault_notifications backup_vault_policy cloudfront_cache_policy cloudfront_continuous_deployment_policy
  cloudfront_field_level_* cloudfront_function cloudfront_key_group cloudfront_monitoring_subscription cloudfront_origin_*
  cloudfront_public_key cloudfront_response_headers_policy cloudfront_vpc_origin datasync_agent db_event_subscription
  db_instance_role_association db_option_group db_parameter_group db_proxy* db_subnet_group dax_parameter_group dax_subnet_group
  dms_certificate dms_event_subscription dms_replication_instance dms_replication_subnet_group docdb_cluster_parameter_group
  docdb_event_subscription docdb_subnet_group dynamodb_contributor_insights dynamodb_table_item dynamodb_tag ecr_account_setting
  ecr_authorization_token ecr_lifecycle_policy* ecr_pull_through_cache_rule ecr_registry_* ecr_repository_creation_template
  efs_access_point* efs_backup_policy efs_file_system_policy efs_mount_target elasticache_parameter_group
  elasticache_reserved_cache_node elasticache_subnet_group elasticache_user* elasticsearch_domain_saml_options
  elasticsearch_vpc_endpoint
  glacier_vault_lock kinesis_stream_consumer lakeformation_* memorydb_acl memorydb_parameter_group memorydb_subnet_group
  memorydb_user mq_configuration msk_cluster_policy msk_configuration msk_scram_secret_association
  msk_single_scram_secret_association msk_vpc_connection mskconnect_worker_configuration neptune_cluster_endpoint
  neptune_cluster_parameter_group neptune_event_subscription neptune_parameter_group neptune_subnet_group
  opensearch_authorize_vpc_endpoint_access opensearch_domain_saml_options opensearch_inbound_connection_accepter
  opensearch_package_association opensearch_vpc_endpoint opensearchserverless_access_policy
  opensearchserverless_lifecycle_policy opensearchserverless_security_* opensearchserverless_vpc_endpoint rbin_rule
  rds_certificate rds_cluster_endpoint rds_cluster_parameter_group rds_cluster_role_association rds_engine_version
  rds_instance_state rds_orderable_db_instance rds_reserved_instance redshift_authentication_profile redshift_cluster_iam_roles
  redshift_endpoint_* redshift_event_subscription redshift_hsm_* redshift_parameter_group redshift_resource_policy
  redshift_scheduled_action redshift_snapshot_copy_grant redshift_snapshot_schedule* redshift_subnet_group redshift_usage_limit
  redshiftserverless_custom_domain_association redshiftserverless_endpoint_access redshiftserverless_usage_limit
  s3_account_public_access_block s3_bucket_cors_configuration s3_bucket_intelligent_tiering_configuration
  s3_bucket_lifecycle_configuration s3_bucket_metric s3_bucket_notification s3_bucket_object s3_bucket_object_lock_configuration
  s3_bucket_objects s3_bucket_request_payment_configuration s3_object s3_objects
  s3outposts_endpoint secretsmanager_random_password secretsmanager_secret_policy secretsmanager_secret_rotation secretsmanager_secret_version
  ses_domain_* ses_email_identity ses_identity_* ses_receipt_filter ses_receipt_rule_set sns_sms_preferences
  sns_topic_data_protection_policy sqs_queue_redrive_allow_policy
`;

const cloudFormation = `
  AWS::AccessAnalyzer::* AWS::ACMPCA::* AWS::ApiGateway::* AWS::ApiGatewayV2::* AWS::ApplicationAutoScaling::*
  AWS::ApplicationInsights::* AWS::AppMesh::* AWS::AutoScaling::* AWS::AutoScalingPlans::* AWS::Backup::Framework
  AWS::Backup::ReportPlan AWS::Batch::* AWS::Budgets::* AWS::CE::* AWS::CertificateManager::* AWS::Chatbot::* AWS::CloudFormation::CustomResource
  AWS::Cognito::IdentityPoolRoleAttachment AWS::Cognito::UserPoolClient AWS::Cognito::UserPoolDomain AWS::Cognito::UserPoolGroup
  AWS::Cognito::UserPoolResourceServer AWS::Events::Connection AWS::Events::EventBus AWS::IoT::Policy
  AWS::IoT::PolicyPrincipalAttachment AWS::IoT::ThingPrincipalAttachment AWS::CloudFormation::HookDefaultVersion AWS::CloudFormation::Macro AWS::CloudFormation::ModuleDefaultVersion
  AWS::CloudFormation::WaitCondition AWS::CloudFormation::WaitConditionHandle AWS::CloudFront::CachePolicy
  AWS::CloudFront::CloudFrontOriginAccessIdentity AWS::CloudFront::Function AWS::CloudFront::KeyGroup
  AWS::CloudFront::OriginAccessControl AWS::CloudFront::OriginRequestPolicy AWS::CloudFront::PublicKey
  AWS::CloudFront::ResponseHeadersPolicy AWS::CloudWatch::Alarm AWS::CloudWatch::AnomalyDetector AWS::CloudWatch::CompositeAlarm
  AWS::CloudWatch::Dashboard AWS::CloudWatch::InsightRule AWS::CodeDeploy::* AWS::CodeStarConnections::* AWS::Config::ConfigRule
  AWS::Config::ConfigurationRecorder AWS::Config::ConformancePack AWS::Config::RemediationConfiguration AWS::CDK::Metadata
  AWS::DataSync::Agent AWS::DAX::ParameterGroup AWS::DAX::SubnetGroup AWS::DMS::Certificate AWS::DMS::EventSubscription
  AWS::DMS::ReplicationInstance AWS::DMS::ReplicationSubnetGroup AWS::DocDB::DBClusterParameterGroup AWS::DocDB::DBSubnetGroup
  AWS::EC2::CapacityReservation* AWS::EC2::CarrierGateway AWS::EC2::ClientVpn* AWS::EC2::CustomerGateway AWS::EC2::DHCPOptions AWS::EC2::EIP* AWS::EC2::EgressOnlyInternetGateway AWS::EC2::Gateway* AWS::EC2::Host AWS::EC2::IPAM* AWS::EC2::InstanceConnectEndpoint AWS::EC2::InternetGateway AWS::EC2::KeyPair
  AWS::EC2::LaunchTemplate AWS::EC2::LocalGateway* AWS::EC2::NatGateway AWS::EC2::NetworkAcl* AWS::EC2::NetworkI* AWS::EC2::NetworkPerformance* AWS::EC2::PlacementGroup AWS::EC2::PrefixList AWS::EC2::Route* AWS::EC2::SecurityGroup*
  AWS::EC2::Subnet* AWS::EC2::TransitGateway* AWS::EC2::VPC* AWS::EC2::VPN* AWS::EC2::VerifiedAccess*
  AWS::ECR::PullThroughCacheRule AWS::ECR::RegistryPolicy AWS::ECR::RepositoryCreationTemplate AWS::ECS::* AWS::EFS::AccessPoint
  AWS::EFS::MountTarget AWS::EKS::AccessEntry AWS::EKS::Addon AWS::EKS::FargateProfile AWS::EKS::Nodegroup
  AWS::EKS::PodIdentityAssociation AWS::ElastiCache::ParameterGroup AWS::ElastiCache::SecurityGroup*
  AWS::ElastiCache::SubnetGroup AWS::ElastiCache::User* AWS::ElasticLoadBalancingV2::Listener*
  AWS::ElasticLoadBalancingV2::TargetGroup AWS::ElasticLoadBalancingV2::TrustStore* AWS::Events::EventBusPolicy AWS::FIS::*
  AWS::FSx::Snapshot AWS::FSx::StorageVirtualMachine AWS::FSx::Volume AWS::GlobalAccelerator::* AWS::IAM::*
  AWS::Kinesis::StreamConsumer AWS::KMS::Alias AWS::LakeFormation::* AWS::Lambda::Alias AWS::Lambda::CodeSigningConfig
  AWS::Lambda::LayerVersion* AWS::Lambda::Permission AWS::Lambda::Version AWS::LicenseManager::* AWS::Logs::LogAnomalyDetector
  AWS::Logs::LogStream AWS::Logs::MetricFilter AWS::Logs::QueryDefinition AWS::Logs::ResourcePolicy AWS::MemoryDB::ACL
  AWS::MemoryDB::ParameterGroup AWS::MemoryDB::SubnetGroup AWS::MemoryDB::User AWS::MSK::ClusterPolicy AWS::MSK::Configuration
  AWS::Neptune::DBClusterParameterGroup AWS::Neptune::DBParameterGroup AWS::Neptune::DBSubnetGroup AWS::NetworkFirewall::Firewall
  AWS::NetworkFirewall::FirewallPolicy AWS::NetworkFirewall::RuleGroup AWS::NetworkManager::*
  AWS::OpenSearchServerless::AccessPolicy AWS::OpenSearchServerless::Security* AWS::OpenSearchServerless::VpcEndpoint
  AWS::Organizations::* AWS::RAM::* AWS::RDS::DBClusterParameterGroup AWS::RDS::DBParameterGroup AWS::RDS::DBProxy*
  AWS::RDS::DBSecurityGroup* AWS::RDS::DBSubnetGroup AWS::RDS::EventSubscription AWS::RDS::OptionGroup
  AWS::Redshift::ClusterParameterGroup AWS::Redshift::ClusterSecurityGroup* AWS::Redshift::ClusterSubnetGroup
  AWS::Redshift::Endpoint* AWS::Redshift::EventSubscription AWS::Redshift::ScheduledAction AWS::ResourceExplorer2::*
  AWS::ResourceGroups::* AWS::RolesAnywhere::* AWS::Route53::* AWS::Route53Profiles::* AWS::Route53RecoveryControl::*
  AWS::Route53RecoveryReadiness::* AWS::Route53Resolver::Firewall* AWS::Route53Resolver::ResolverConfig
  AWS::Route53Resolver::ResolverDNSSECConfig AWS::Route53Resolver::ResolverEndpoint
  AWS::Route53Resolver::ResolverQueryLoggingConfigAssociation AWS::Route53Resolver::ResolverRule* AWS::Scheduler::ScheduleGroup
  AWS::SecretsManager::ResourcePolicy AWS::SecretsManager::RotationSchedule AWS::SecretsManager::SecretTargetAttachment
  AWS::ServiceCatalog::* AWS::ServiceCatalogAppRegistry::* AWS::ServiceDiscovery::* AWS::Shield::* AWS::Signer::*
  AWS::SNS::TopicInlinePolicy AWS::SSM::Association AWS::SSM::MaintenanceWindow* AWS::SSM::PatchBaseline AWS::SSO::* AWS::VpcLattice::Auth*
  AWS::VpcLattice::Listener AWS::VpcLattice::Rule AWS::VpcLattice::Service* AWS::VpcLattice::TargetGroup AWS::WAF::*
  AWS::WAFRegional::* AWS::WAFv2::IPSet AWS::WAFv2::RegexPatternSet AWS::WAFv2::RuleGroup AWS::WAFv2::WebACL
  AWS::WAFv2::WebACLAssociation AWS::XRay::*
`;

const kinds = [...words(terraform).map((word) => `aws_${word}`), ...words(cloudFormation)];
const exact: ReadonlySet<string> = new Set(kinds.filter((kind) => !kind.endsWith("*")));
const prefixes = kinds.filter((kind) => kind.endsWith("*")).map((kind) => kind.slice(0, -1));

export function holdsNoData(kind: string): boolean {
  return exact.has(kind) || prefixes.some((prefix) => kind.startsWith(prefix));
}

function words(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== "");
}
