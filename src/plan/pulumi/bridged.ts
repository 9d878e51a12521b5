import type { TemplateValue } from "../settings.ts";
import { isValues, type Values } from "./values.ts";

/** Providers that are Terraform's in other words, and the prefix of their types there. */
const prefixes: ReadonlyMap<string, string> = new Map([
  ["aws", "aws"],
  ["alicloud", "alicloud"],
  ["archive", "archive"],
  ["azure", "azurerm"],
  ["cloudinit", "cloudinit"],
  ["huaweicloud", "huaweicloud"],
  ["null", "null"],
  ["random", "random"],
  ["tencentcloud", "tencentcloud"],
  ["time", "time"],
  ["tls", "tls"],
]);

/** Modules that Terraform's types do not name, or name otherwise: `aws:ec2/instance:Instance` is `aws_instance`. */
const modules: ReadonlyMap<string, string> = new Map([
  ["alicloud:clickhouse", "click_house"],
  ["alicloud:cfg", "config"],
  ["alicloud:ecs", ""],
  ["aws:cfg", "config"],
  ["aws:directoryservice", "directory_service"],
  ["aws:ec2", ""],
  ["aws:lb", ""],
  ["azure:appservice", ""],
  ["azure:compute", ""],
  ["azure:core", ""],
  ["azure:dataprotection", "data_protection"],
  ["azure:keyvault", "key_vault"],
  ["azure:loganalytics", "log_analytics"],
  ["azure:monitoring", "monitor"],
  ["azure:network", ""],
  ["azure:operationalinsights", "log_analytics"],
  ["azure:recoveryservices", "recovery_services"],
  ["azure:siterecovery", "site_recovery"],
]);

/**
 * Types whose names follow no rule, of those that hold, copy or move data (Pulumi registry: aws 7, alicloud 3, azure 6, read
 * 2026-11-22).
 */
const exceptions: ReadonlyMap<string, string> = new Map([
  ["alicloud:cen:FlowLog", "alicloud_cen_flowlog"],
  ["alicloud:cr:RegistryEnterpriseInstance", "alicloud_cr_ee_instance"],
  ["alicloud:cr:RegistryEnterpriseNamespace", "alicloud_cr_ee_namespace"],
  ["alicloud:cr:RegistryEnterpriseRepo", "alicloud_cr_ee_repo"],
  ["alicloud:cr:RegistryEnterpriseSyncRule", "alicloud_cr_ee_sync_rule"],
  ["alicloud:rds:Connection", "alicloud_db_connection"],
  ["alicloud:rds:Database", "alicloud_db_database"],
  ["alicloud:rds:Instance", "alicloud_db_instance"],
  ["alicloud:rds:ReadOnlyInstance", "alicloud_db_readonly_instance"],
  ["aws:alb:LoadBalancer", "aws_alb"],
  ["aws:cfg:Recorder", "aws_config_configuration_recorder"],
  ["aws:cloudtrail:Trail", "aws_cloudtrail"],
  ["aws:datasync:LocationS3", "aws_datasync_location_s3"],
  ["aws:datasync:S3Location", "aws_datasync_location_s3"],
  ["aws:directoryservice:ServiceRegion", "aws_directory_service_region"],
  ["aws:elb:LoadBalancer", "aws_elb"],
  ["aws:fsx:OpenZfsFileSystem", "aws_fsx_openzfs_file_system"],
  ["aws:lb:LoadBalancer", "aws_lb"],
  ["aws:opensearch:ServerlessCollection", "aws_opensearchserverless_collection"],
  ["aws:rds:ClusterSnapshot", "aws_db_cluster_snapshot"],
  ["aws:rds:EventSubscription", "aws_db_event_subscription"],
  ["aws:rds:Instance", "aws_db_instance"],
  ["aws:rds:InstanceAutomatedBackupsReplication", "aws_db_instance_automated_backups_replication"],
  ["aws:rds:OptionGroup", "aws_db_option_group"],
  ["aws:rds:ParameterGroup", "aws_db_parameter_group"],
  ["aws:rds:Proxy", "aws_db_proxy"],
  ["aws:rds:Snapshot", "aws_db_snapshot"],
  ["aws:rds:SnapshotCopy", "aws_db_snapshot_copy"],
  ["aws:rds:SubnetGroup", "aws_db_subnet_group"],
  ["aws:s3:BucketAclV2", "aws_s3_bucket_acl"],
  ["aws:s3:BucketLoggingV2", "aws_s3_bucket_logging"],
  ["aws:s3:BucketReplicationConfig", "aws_s3_bucket_replication_configuration"],
  ["aws:s3:BucketServerSideEncryptionConfigurationV2", "aws_s3_bucket_server_side_encryption_configuration"],
  ["aws:s3:BucketV2", "aws_s3_bucket"],
  ["aws:s3:BucketVersioningV2", "aws_s3_bucket_versioning"],
  ["aws:s3:BucketWebsiteConfigurationV2", "aws_s3_bucket_website_configuration"],
  ["aws:s3:Inventory", "aws_s3_bucket_inventory"],
  ["azure:containerservice:KubernetesCluster", "azurerm_kubernetes_cluster"],
  ["azure:containerservice:Registry", "azurerm_container_registry"],
  ["azure:eventhub:EventHub", "azurerm_eventhub"],
  ["azure:eventhub:EventHubNamespace", "azurerm_eventhub_namespace"],
  ["azure:operationalinsights:AnalyticsWorkspace", "azurerm_log_analytics_workspace"],
  ["azure:siterecovery:ReplicatedVM", "azurerm_site_recovery_replicated_vm"],
  ["huaweicloud:ecs:Instance", "huaweicloud_compute_instance"],
  ["tencentcloud:instances:Instance", "tencentcloud_instance"],
]);

/** Terraform's type for `aws:s3/bucket:Bucket`; `undefined` for a provider that is not Terraform's. */
export function bridgedKind(token: string): string | undefined {
  const [provider = "", path = "", name = ""] = token.split(":");
  const prefix = prefixes.get(provider);
  if (prefix === undefined || name === "") return undefined;
  const module = path.split("/")[0]?.toLowerCase() ?? "";
  const exception = exceptions.get(`${provider}:${module}:${name}`);
  if (exception !== undefined) return exception;
  const words = modules.get(`${provider}:${module}`) ?? module;
  const own = snakeCase(name);
  // `aws:s3/bucketPolicy:BucketPolicy` is `aws_s3_bucket_policy`, `azure:keyvault/keyVault:KeyVault` is `azurerm_key_vault`.
  const parts =
    words === "" || words === "index" || own === words || own.startsWith(`${words}_`) ? [own] : [words, own];
  return [prefix, ...parts].join("_");
}

/** `bucketV2` as `bucket_v2`, `kmsKeyId` as `kms_key_id`, `DBCluster` as `db_cluster`. */
function snakeCase(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1_$2")
    .toLowerCase();
}

/** Maps whose keys are the user's own. */
const keyed: ReadonlySet<string> = new Set([
  "tags",
  "tagsAll",
  "labels",
  "metadata",
  "variables",
  "parameters",
  "environment",
]);

/** Inputs under the names that Terraform gives them. A list of blocks goes by Terraform's name for one of them too. */
export function bridgedSettings(inputs: Values): Values {
  const entries = Object.entries(inputs).flatMap(([name, value]) => {
    const inner = keyed.has(name) ? value : renamed(value);
    return bridgedNames(name, value).map((own) => [own, inner] as const);
  });
  return Object.fromEntries(entries);
}

/** The names by which Terraform may know an input: `rules` is `rule`, where it is a list of blocks. */
export function bridgedNames(name: string, value: TemplateValue): readonly string[] {
  const own = snakeCase(name);
  if (!Array.isArray(value) || value.some((item: TemplateValue) => !isValues(item))) return [own];
  const one = own.endsWith("ies") ? `${own.slice(0, -3)}y` : own.endsWith("s") ? own.slice(0, -1) : own;
  return one === own ? [own] : [own, one];
}

function renamed(value: TemplateValue): TemplateValue {
  if (Array.isArray(value)) return value.map((item: TemplateValue) => renamed(item));
  return isValues(value) ? bridgedSettings(value) : value;
}
