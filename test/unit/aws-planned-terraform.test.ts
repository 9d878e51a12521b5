import { describe, expect, it } from "vitest";
import { later } from "../../src/plan/settings.ts";
import { linksOf, partLinksOf, placeOf, read, readPart, type Written } from "../support/aws-planned.ts";

const beijing = "cn-north-1";
const ningxia = "cn-northwest-1";
const account = "111122223333";

/** [what it shows, what is written, links by hand] */
type Row = readonly [title: string, written: Written, links: readonly string[]];

const shapes: readonly Row[] = [
  [
    "a table's copies in a region that is made of another resource go somewhere, and not to that one",
    {
      kind: "aws_dynamodb_table",
      values: { name: "t", replica: [{ region_name: later }] },
      refs: { "replica.region_name": "aws_s3_bucket.hk" },
    },
    ["replicates-to > ?"],
  ],
  [
    "so do a secret's",
    {
      kind: "aws_secretsmanager_secret",
      values: { replica: [{ region: later }] },
      refs: { "replica.region": "terraform_data.x" },
    },
    ["replicates-to > ?"],
  ],
  [
    "a disk goes back to its snapshot",
    { kind: "aws_ebs_volume", values: { availability_zone: "cn-north-1a", snapshot_id: "snap-1" } },
    ["copied-to < snap-1"],
  ],
  [
    "a disk whose snapshot the provider fills in has none",
    { kind: "aws_ebs_volume", values: { snapshot_id: later } },
    [],
  ],
  [
    "a snapshot to its disk",
    { kind: "aws_ebs_snapshot", values: { volume_id: later }, refs: { volume_id: "aws_ebs_volume.v" } },
    ["copied-to < aws_ebs_volume.v"],
  ],
  [
    "a copied snapshot to the other region",
    { kind: "aws_ebs_snapshot_copy", values: { source_snapshot_id: "snap-1", source_region: "ap-east-1" } },
    ["copied-to < snap-1@ap-east-1"],
  ],
  [
    "a copied image to the other region",
    { kind: "aws_ami_copy", values: { source_ami_id: "ami-1", source_ami_region: "ap-east-1" } },
    ["copied-to < ami-1@ap-east-1"],
  ],
  [
    "an image to its machine",
    { kind: "aws_ami_from_instance", values: { source_instance_id: "i-1" }, region: beijing, account },
    ["copied-to < arn:aws-cn:ec2:cn-north-1:111122223333:instance/i-1@cn-north-1"],
  ],
  [
    "an image to its snapshots",
    { kind: "aws_ami", values: { ebs_block_device: [{ snapshot_id: "snap-1" }, { snapshot_id: null }] } },
    ["copied-to < snap-1"],
  ],
  [
    "a flow log to a bucket",
    { kind: "aws_flow_log", values: { log_destination_type: "s3", log_destination: "arn:aws-cn:s3:::logs/vpc" } },
    ["logs-to > arn:aws-cn:s3:::logs"],
  ],
  [
    "a flow log to a delivery stream",
    {
      kind: "aws_flow_log",
      values: {
        log_destination_type: "kinesis-data-firehose",
        log_destination: "arn:aws:firehose:us-east-1:1:deliverystream/x",
      },
    },
    ["streams-to > arn:aws:firehose:us-east-1:1:deliverystream/x@us-east-1"],
  ],
  [
    "a flow log to a log group",
    {
      kind: "aws_flow_log",
      values: { log_destination: later },
      refs: { log_destination: "aws_cloudwatch_log_group.g" },
    },
    ["logs-to > aws_cloudwatch_log_group.g"],
  ],
  [
    "a read replica from its source",
    {
      kind: "aws_db_instance",
      values: { replicate_source_db: "arn:aws-cn:rds:cn-north-1:111122223333:db:crm" },
      region: ningxia,
      account,
    },
    ["replicates-to < arn:aws-cn:rds:cn-north-1:111122223333:db:crm@cn-north-1"],
  ],
  [
    "a read replica from a source of the same region, by name",
    { kind: "aws_db_instance", values: { replicate_source_db: "crm" }, region: beijing, account },
    ["replicates-to < arn:aws-cn:rds:cn-north-1:111122223333:db:crm@cn-north-1"],
  ],
  [
    "a database to the log groups of its exports, and to its key elsewhere",
    {
      kind: "aws_db_instance",
      values: {
        identifier: "crm",
        enabled_cloudwatch_logs_exports: ["audit"],
        kms_key_id: "arn:aws-cn:kms:cn-northwest-1:111122223333:key/k",
      },
      region: beijing,
    },
    [
      "logs-to > arn:aws-cn:logs:cn-north-1::log-group:/aws/rds/instance/crm/audit@cn-north-1",
      "key-held-in > arn:aws-cn:kms:cn-northwest-1:111122223333:key/k@cn-northwest-1",
    ],
  ],
  [
    "replicated backups from their instance",
    {
      kind: "aws_db_instance_automated_backups_replication",
      values: { source_db_instance_arn: later },
      refs: { source_db_instance_arn: "aws_db_instance.crm" },
    },
    ["backs-up-to < aws_db_instance.crm"],
  ],
  [
    "a database snapshot to its instance and to those it is shared with",
    {
      kind: "aws_db_snapshot",
      values: { db_instance_identifier: "crm", shared_accounts: ["all", account] },
      region: beijing,
      account,
    },
    ["copied-to < arn:aws-cn:rds:cn-north-1:111122223333:db:crm@cn-north-1", "shared-with > !*"],
  ],
  [
    "an export from its source to a bucket",
    {
      kind: "aws_rds_export_task",
      values: { source_arn: later, s3_bucket_name: "out" },
      refs: { source_arn: "aws_db_snapshot.s" },
      region: beijing,
    },
    ["copied-to < aws_db_snapshot.s", "copied-to > arn:aws-cn:s3:::out"],
  ],
  [
    "an integration from a database to a warehouse",
    {
      kind: "aws_rds_integration",
      values: {
        source_arn: "arn:aws:rds:us-east-1:1:cluster:a",
        target_arn: "arn:aws:redshift:us-east-1:1:namespace:b",
      },
    },
    [
      "replicates-to < arn:aws:rds:us-east-1:1:cluster:a@us-east-1",
      "replicates-to > arn:aws:redshift:us-east-1:1:namespace:b@us-east-1",
    ],
  ],
  [
    "a reader of a global cluster receives",
    {
      kind: "aws_docdb_cluster",
      values: { master_username: later, global_cluster_identifier: later },
      refs: { global_cluster_identifier: "aws_docdb_global_cluster.g" },
    },
    ["replicates-to < aws_docdb_global_cluster.g"],
  ],
  [
    "a member of a cluster belongs to it",
    { kind: "aws_neptune_cluster_instance", values: { cluster_identifier: "graph" }, region: beijing },
    ["part-of < arn:aws-cn:rds:cn-north-1::cluster:graph@cn-north-1"],
  ],
  [
    "a table to its replicas, but not to its own region",
    {
      kind: "aws_dynamodb_table",
      values: { name: "t", replica: [{ region_name: beijing }, { region_name: ningxia }, { region_name: later }] },
      region: beijing,
    },
    ["replicates-to > arn:aws-cn:dynamodb:cn-northwest-1::table/t@cn-northwest-1", "replicates-to > ?"],
  ],
  [
    "a replica both ways, since both take writes",
    {
      kind: "aws_dynamodb_table_replica",
      values: { global_table_arn: later },
      refs: { global_table_arn: "aws_dynamodb_table.t" },
    },
    ["replicates-to < aws_dynamodb_table.t", "replicates-to > aws_dynamodb_table.t"],
  ],
  [
    "an export of a table to another account's bucket",
    {
      kind: "aws_dynamodb_table_export",
      values: { table_arn: "arn:aws:dynamodb:us-east-1:1:table/t", s3_bucket: "b", s3_bucket_owner: "999988887777" },
      region: "us-east-1",
      account,
    },
    ["copied-to < arn:aws:dynamodb:us-east-1:1:table/t@us-east-1", "copied-to > arn:aws:s3:::b!999988887777"],
  ],
  [
    "a Lustre file system with its bucket",
    {
      kind: "aws_fsx_lustre_file_system",
      values: { import_path: "s3://in/a", export_path: "s3://in/b" },
      region: beijing,
    },
    ["copied-to < arn:aws-cn:s3:::in", "copied-to > arn:aws-cn:s3:::in"],
  ],
  [
    "a warehouse to the region of its snapshots",
    {
      kind: "aws_redshift_cluster",
      values: { snapshot_copy: [{ destination_region: ningxia }], logging: [{ enable: false, bucket_name: "x" }] },
      region: beijing,
    },
    ["backs-up-to > @cn-northwest-1"],
  ],
  [
    "a data share with its consumer",
    {
      kind: "aws_redshift_data_share_authorization",
      values: { data_share_arn: "arn:aws:redshift:us-east-1:1:datashare:ns/s", consumer_identifier: "999988887777" },
    },
    ["part-of < arn:aws:redshift:us-east-1:1:namespace:ns@us-east-1", "shared-with > !999988887777"],
  ],
  [
    "a secondary of a global datastore",
    {
      kind: "aws_elasticache_replication_group",
      values: { global_replication_group_id: later },
      refs: { global_replication_group_id: "aws_elasticache_global_replication_group.g" },
    },
    ["replicates-to < aws_elasticache_global_replication_group.g"],
  ],
  [
    "a group that is in no global datastore",
    { kind: "aws_elasticache_replication_group", values: { global_replication_group_id: later } },
    [],
  ],
  [
    "a search domain to the logs that are switched on",
    {
      kind: "aws_opensearch_domain",
      values: {
        log_publishing_options: [
          { cloudwatch_log_group_arn: "arn:aws:logs:us-east-1:1:log-group:a:*", enabled: true },
          { cloudwatch_log_group_arn: "arn:aws:logs:us-east-1:1:log-group:b", enabled: false },
        ],
      },
    },
    ["logs-to > arn:aws:logs:us-east-1:1:log-group:a@us-east-1"],
  ],
  [
    "a destination of logs to a stream of any region",
    { kind: "aws_cloudwatch_log_destination", values: { target_arn: "arn:aws:kinesis:eu-west-1:1:stream/s" } },
    ["streams-to > arn:aws:kinesis:eu-west-1:1:stream/s@eu-west-1"],
  ],
  [
    "a trail to bucket and log group, also when it is off",
    {
      kind: "aws_cloudtrail",
      values: {
        enable_logging: false,
        s3_bucket_name: "audit",
        cloud_watch_logs_group_arn: "arn:aws-cn:logs:cn-north-1:1:log-group:t:*",
      },
      region: beijing,
    },
    ["logs-to > arn:aws-cn:s3:::audit", "logs-to > arn:aws-cn:logs:cn-north-1:1:log-group:t@cn-north-1"],
  ],
  [
    "a queue to its dead letters, and to whom its policy lets receive",
    {
      kind: "aws_sqs_queue",
      values: {
        redrive_policy: '{"deadLetterTargetArn":"arn:aws:sqs:us-east-1:1:dlq"}',
        policy: '{"Statement":{"Effect":"Allow","Principal":"*","Action":"sqs:*"}}',
      },
    },
    ["streams-to > arn:aws:sqs:us-east-1:1:dlq@us-east-1", "reachable-from > !*"],
  ],
  [
    "a stream of deliveries by host, without what stands behind it",
    {
      kind: "aws_kinesis_firehose_delivery_stream",
      values: {
        http_endpoint_configuration: [
          {
            url: "https://u:p@intake.example.com/v1?token=x",
            s3_configuration: [{ bucket_arn: "arn:aws:s3:::failed" }],
          },
        ],
        extended_s3_configuration: [
          {
            bucket_arn: "arn:aws:s3:::all",
            s3_backup_mode: "Disabled",
            s3_backup_configuration: [{ bucket_arn: "arn:aws:s3:::no" }],
          },
        ],
        redshift_configuration: [
          { cluster_jdbcurl: "jdbc:redshift://wh.abc.us-east-1.redshift.amazonaws.com:5439/db?user=x" },
        ],
      },
    },
    [
      "streams-to > arn:aws:s3:::all",
      "streams-to > arn:aws:s3:::failed",
      "streams-to > !intake.example.com",
      "streams-to > wh.abc.us-east-1.redshift.amazonaws.com@us-east-1",
    ],
  ],
  [
    "a plan to its vault and to the vault of its copies",
    {
      kind: "aws_backup_plan",
      values: {
        rule: [
          {
            target_vault_name: "v",
            copy_action: [{ destination_vault_arn: "arn:aws:backup:ap-east-1:1:backup-vault:w" }],
          },
        ],
      },
      region: "us-east-1",
    },
    [
      "backs-up-to > arn:aws:backup:us-east-1::backup-vault:v@us-east-1",
      "backs-up-to > arn:aws:backup:ap-east-1:1:backup-vault:w@ap-east-1",
    ],
  ],
  [
    "a secret to its replicas",
    { kind: "aws_secretsmanager_secret", values: { replica: [{ region: ningxia }] } },
    ["replicates-to > @cn-northwest-1"],
  ],
  [
    "a replica key from its primary",
    { kind: "aws_kms_replica_key", values: { primary_key_arn: "arn:aws:kms:us-east-1:1:key/mrk-1" } },
    ["replicates-to < arn:aws:kms:us-east-1:1:key/mrk-1@us-east-1"],
  ],
  [
    "a key that somebody else keeps",
    { kind: "aws_kms_key", values: { xks_key_id: "k", custom_key_store_id: "cks-1" } },
    ["key-held-in > cks-1"],
  ],
  [
    "a registry to other regions and registries",
    {
      kind: "aws_ecr_replication_configuration",
      values: {
        replication_configuration: [
          {
            rule: [
              {
                destination: [
                  { region: ningxia, registry_id: account },
                  { region: beijing, registry_id: account },
                  { region: beijing, registry_id: "999988887777" },
                ],
              },
            ],
          },
        ],
      },
      region: beijing,
      account,
    },
    ["replicates-to > @cn-northwest-1", "replicates-to > @cn-north-1!999988887777"],
  ],
  [
    "a function to its own log group and its dead letters",
    {
      kind: "aws_lambda_function",
      values: { function_name: "f", dead_letter_config: [{ target_arn: "arn:aws:sns:us-east-1:1:t" }] },
      region: "us-east-1",
    },
    [
      "logs-to > arn:aws:logs:us-east-1::log-group:/aws/lambda/f@us-east-1",
      "streams-to > arn:aws:sns:us-east-1:1:t@us-east-1",
    ],
  ],
  [
    "a lifecycle policy to other regions and accounts",
    {
      kind: "aws_dlm_lifecycle_policy",
      values: {
        policy_details: [
          {
            schedule: [
              {
                cross_region_copy_rule: [{ target: "ap-east-1" }],
                share_rule: [{ target_accounts: ["999988887777"] }],
              },
            ],
          },
        ],
      },
    },
    ["backs-up-to > @ap-east-1", "shared-with > !999988887777"],
  ],
  [
    "a transfer from one location to another",
    {
      kind: "aws_datasync_task",
      values: { source_location_arn: later, destination_location_arn: later },
      refs: { source_location_arn: "aws_datasync_location_s3.a" },
    },
    ["streams-to < aws_datasync_location_s3.a", "streams-to > ?"],
  ],
  [
    "a migration's target server by its host",
    { kind: "aws_dms_endpoint", values: { endpoint_type: "target", server_name: "db.example.com" } },
    ["streams-to > !db.example.com"],
  ],
  [
    "a migration's target that names no server",
    {
      kind: "aws_dms_endpoint",
      values: { endpoint_type: "target", secrets_manager_arn: "arn:aws:secretsmanager:us-east-1:1:secret:s" },
    },
    ["streams-to > ?"],
  ],
  [
    "a distribution from its bucket",
    {
      kind: "aws_cloudfront_distribution",
      values: { origin: [{ domain_name: "site.s3.us-east-1.amazonaws.com" }] },
      region: "us-east-1",
    },
    ["served-from < arn:aws:s3:::site"],
  ],
  [
    "a snapshot that is shared with nobody knows whom yet",
    { kind: "aws_db_snapshot", values: { shared_accounts: later } },
    ["shared-with > ?"],
  ],
  [
    "a store with a key of its own region",
    { kind: "aws_efs_file_system", values: { kms_key_id: "arn:aws-cn:kms:cn-north-1:1:key/k" }, region: beijing },
    [],
  ],
  [
    "a store with a key of another account",
    {
      kind: "aws_efs_file_system",
      values: { kms_key_id: "arn:aws-cn:kms:cn-north-1:999988887777:key/k" },
      region: beijing,
      account,
    },
    ["key-held-in > arn:aws-cn:kms:cn-north-1:999988887777:key/k@cn-north-1!999988887777"],
  ],
];

describe("links of Terraform resources", () => {
  it.each(shapes)("%s", (_title, written, links) => {
    expect(linksOf(written)).toEqual(links);
  });
});

const parts: readonly Row[] = [
  [
    "a rule of replication to its bucket",
    {
      kind: "aws_s3_bucket_replication_configuration",
      values: { rule: [{ status: "Enabled", destination: [{ bucket: later }] }] },
      refs: { "rule.destination.bucket": "aws_s3_bucket.copy" },
    },
    ["replicates-to > aws_s3_bucket.copy"],
  ],
  [
    "a rule whose bucket is not known yet and refers to nothing",
    {
      kind: "aws_s3_bucket_replication_configuration",
      values: { rule: [{ status: "Enabled", destination: [{ bucket: later }] }] },
    },
    ["replicates-to > ?"],
  ],
  [
    "rules that are switched on, and one of which it is not known",
    {
      kind: "aws_s3_bucket_replication_configuration",
      values: {
        rule: [
          { status: "Disabled", destination: [{ bucket: "arn:aws:s3:::off" }] },
          { status: later, destination: [{ bucket: "arn:aws:s3:::perhaps", account: "999988887777" }] },
        ],
      },
    },
    ["replicates-to > arn:aws:s3:::perhaps!999988887777"],
  ],
  [
    "access logs of a bucket",
    { kind: "aws_s3_bucket_logging", values: { target_bucket: "logs" }, region: beijing },
    ["logs-to > arn:aws-cn:s3:::logs"],
  ],
  [
    "acceleration through edge locations",
    { kind: "aws_s3_bucket_accelerate_configuration", values: { status: "Enabled" } },
    ["served-from > ?"],
  ],
  [
    "acceleration that is suspended",
    { kind: "aws_s3_bucket_accelerate_configuration", values: { status: "Suspended" } },
    [],
  ],
  [
    "an account that may use a snapshot",
    { kind: "aws_snapshot_create_volume_permission", values: { account_id: "999988887777" } },
    ["shared-with > !999988887777"],
  ],
  [
    "everyone who may use an image",
    { kind: "aws_ami_launch_permission", values: { group: "all" } },
    ["shared-with > !*"],
  ],
  [
    "a file system in another region",
    {
      kind: "aws_efs_replication_configuration",
      values: { destination: [{ region: ningxia, file_system_id: later }] },
    },
    ["replicates-to > @cn-northwest-1"],
  ],
  [
    "a file system that is there already",
    {
      kind: "aws_efs_replication_configuration",
      values: { destination: [{ region: later, file_system_id: later }] },
      refs: { "destination.file_system_id": "aws_efs_file_system.b" },
    },
    ["replicates-to > aws_efs_file_system.b"],
  ],
  [
    "a warehouse's copies of snapshots",
    { kind: "aws_redshift_snapshot_copy", values: { destination_region: ningxia } },
    ["backs-up-to > @cn-northwest-1"],
  ],
  [
    "a table's stream",
    {
      kind: "aws_dynamodb_kinesis_streaming_destination",
      values: { stream_arn: "arn:aws:kinesis:us-east-1:1:stream/s" },
    },
    ["streams-to > arn:aws:kinesis:us-east-1:1:stream/s@us-east-1"],
  ],
  [
    "a global table of 2017",
    {
      kind: "aws_dynamodb_global_table",
      values: { name: "t", replica: [{ region_name: "us-east-1" }, { region_name: "ap-east-1" }] },
      region: "us-east-1",
    },
    ["replicates-to > arn:aws:dynamodb:ap-east-1::table/t@ap-east-1"],
  ],
  [
    "a subscription of logs",
    {
      kind: "aws_cloudwatch_log_subscription_filter",
      values: { destination_arn: "arn:aws:lambda:us-east-1:1:function:f:live" },
    },
    ["streams-to > arn:aws:lambda:us-east-1:1:function:f@us-east-1"],
  ],
  [
    "a subscription by host",
    {
      kind: "aws_sns_topic_subscription",
      values: { protocol: "https", endpoint: "https://hooks.example.com/T0/secret" },
    },
    ["streams-to > !hooks.example.com"],
  ],
  [
    "a subscription of a mailbox",
    { kind: "aws_sns_topic_subscription", values: { protocol: "email-json", endpoint: "who@example.com" } },
    ["streams-to > !email"],
  ],
  [
    "resources that a plan names, without wildcards",
    {
      kind: "aws_backup_selection",
      values: { resources: ["arn:aws:rds:us-east-1:1:db:crm", "arn:aws:ec2:*:*:volume/*"] },
    },
    ["backs-up-to < arn:aws:rds:us-east-1:1:db:crm@us-east-1"],
  ],
  [
    "copies out of the vault that a plan fills",
    {
      kind: "aws_backup_plan",
      values: { rule: [{ target_vault_name: "v", copy_action: [{ destination_vault_arn: later }] }] },
      refs: { "rule.copy_action.destination_vault_arn": "aws_backup_vault.w" },
    },
    ["backs-up-to > aws_backup_vault.w"],
  ],
  [
    "what feeds a function",
    {
      kind: "aws_lambda_event_source_mapping",
      values: { event_source_arn: "arn:aws:dynamodb:us-east-1:1:table/t/stream/2026" },
    },
    ["streams-to < arn:aws:dynamodb:us-east-1:1:table/t@us-east-1"],
  ],
  [
    "what does not feed it any more",
    {
      kind: "aws_lambda_event_source_mapping",
      values: { enabled: false, event_source_arn: "arn:aws:sqs:us-east-1:1:q" },
    },
    [],
  ],
];

describe("links of Terraform resources that are settings of others", () => {
  it.each(parts)("%s", (_title, written, links) => {
    expect(partLinksOf(written)).toEqual(links);
  });

  it("belong to what they refer to, with its name where that is known", () => {
    const { of } = readPart({
      kind: "aws_s3_bucket_policy",
      values: { bucket: "crm" },
      refs: { bucket: "aws_s3_bucket.crm" },
      region: beijing,
    });
    expect(of).toEqual({ address: "aws_s3_bucket.crm", id: "arn:aws-cn:s3:::crm" });
  });
});

describe("place of Terraform resources", () => {
  it.each([
    ["the provider's region", { kind: "aws_sqs_queue", region: beijing }, beijing],
    [
      "the resource's own region before it",
      { kind: "aws_sqs_queue", values: { region: "ap-east-1" }, region: beijing },
      "ap-east-1",
    ],
    ["an own region that is not known yet", { kind: "aws_sqs_queue", values: { region: later }, region: beijing }, "?"],
    ["a bucket's answer of version 5", { kind: "aws_s3_bucket", values: { region: later }, region: beijing }, beijing],
    [
      "a bucket's word of version 6",
      { kind: "aws_s3_bucket", values: { region: later, bucket_region: later }, region: beijing },
      "?",
    ],
    ["no region at all", { kind: "aws_sqs_queue" }, "?"],
    ["a zone's region", { kind: "aws_ebs_volume", values: { availability_zone: "ap-east-1b" } }, "ap-east-1"],
    [
      "a Local Zone",
      { kind: "aws_ebs_volume", values: { availability_zone: "ap-northeast-1-tpe-1a" } },
      "ap-northeast-1-tpe-1a in ap-northeast-1",
    ],
    [
      "a zone nobody knows",
      { kind: "aws_ebs_volume", values: { availability_zone: "xx-north-9a" }, region: beijing },
      "xx-north-9a in cn-north-1",
    ],
    [
      "an Outpost",
      { kind: "aws_ebs_volume", values: { outpost_arn: "arn:aws:outposts:us-east-1:1:outpost/op-1" }, region: beijing },
      "?",
    ],
    [
      "a copy's destination",
      { kind: "aws_db_snapshot_copy", values: { destination_region: "ap-east-1" }, region: beijing },
      "ap-east-1",
    ],
    [
      "a copy's destination that is not known yet",
      { kind: "aws_db_snapshot_copy", values: { destination_region: later }, region: beijing },
      "?",
    ],
    ["an address of several regions", { kind: "aws_s3control_multi_region_access_point", region: "us-east-1" }, "?"],
  ] satisfies readonly (readonly [string, Written, string])[])("%s", (_title, written, place) => {
    expect(placeOf(read(written))).toBe(place);
  });
});

type Values = NonNullable<Written["values"]>;

const tagRows: readonly (readonly [string, Values, Readonly<Record<string, string>> | undefined, readonly string[]])[] =
  [
    ["with those of the provider", { tags_all: { a: "1", team: "x" }, tags: { a: "1" } }, { a: "1", team: "x" }, []],
    ["none, where a plan leaves them open", { tags_all: later, tags: null }, {}, []],
    ["the own ones, where a default is not known yet", { tags_all: later, tags: { a: "1" } }, { a: "1" }, ["tags_all"]],
    ["of a kind without default tags", { tags: { a: "1" } }, { a: "1" }, []],
    ["not known", { tags_all: later, tags: { a: later } }, undefined, ["tags"]],
  ];

describe("tags of Terraform resources", () => {
  it.each(tagRows)("%s", (_title, values, expected, unknowns) => {
    const reading = read({ kind: "aws_sqs_queue", values, region: beijing });
    expect(reading.tags.known ? reading.tags.value : undefined).toEqual(expected);
    expect(reading.unknowns).toEqual(unknowns);
  });
});

const attributeRows: readonly (readonly [string, Values, Readonly<Record<string, string | number | boolean>>])[] = [
  ["aws_cloudwatch_log_group", { name: "app", retention_in_days: 30 }, { retentionDays: 30, holdsLogs: true }],
  ["aws_cloudwatch_log_group", { name: "app", retention_in_days: 0 }, { retentionDays: "unlimited", holdsLogs: true }],
  [
    "aws_cloudwatch_log_group",
    { name: "/aws/rds/instance/x/audit" },
    { retentionDays: "unlimited", logKind: "network" },
  ],
  ["aws_cloudwatch_log_group", { name: "app", retention_in_days: later }, { holdsLogs: true }],
  ["aws_cloudtrail_event_data_store", { retention_period: 365 }, { retentionDays: 365, logKind: "network" }],
  ["aws_cloudtrail", { enable_logging: false }, { logging: false, logKind: "network" }],
  ["aws_sqs_queue", { kms_master_key_id: "alias/x" }, { encrypted: true }],
  ["aws_sqs_queue", { sqs_managed_sse_enabled: false }, { encrypted: false }],
  [
    "aws_rds_cluster",
    { storage_encrypted: true, engine: "aurora", backup_retention_period: 7 },
    { encrypted: true, engine: "aurora", backupRetentionDays: 7 },
  ],
  ["aws_ssm_parameter", { type: "SecureString", value: "hidden" }, { parameterType: "SecureString", encrypted: true }],
];

describe("other facts of Terraform resources", () => {
  it("gives others the ARN that can be made of what is known", () => {
    const aliases = (kind: string, values: Written["values"], where: Partial<Written> = {}) =>
      read({ kind, values: values ?? {}, ...where }).aliases;
    expect(aliases("aws_s3_bucket", { bucket: "crm" }, { region: beijing })).toEqual(["arn:aws-cn:s3:::crm"]);
    expect(aliases("aws_s3_bucket", { bucket: "crm" }, { region: "ap-east-1" })).toEqual(["arn:aws:s3:::crm"]);
    expect(aliases("aws_s3_bucket", { bucket: "crm" })).toEqual([]);
    expect(aliases("aws_s3_bucket", { bucket: later }, { region: beijing })).toEqual([]);
    expect(aliases("aws_sqs_queue", { name: "$&" }, { region: beijing, account })).toEqual([
      "arn:aws-cn:sqs:cn-north-1:111122223333:$&",
    ]);
    expect(aliases("aws_kms_key", { arn: "arn:aws:kms:us-east-1:1:key/k" })).toEqual(["arn:aws:kms:us-east-1:1:key/k"]);
    expect(aliases("aws_ebs_snapshot", { id: "snap-1" }, { region: beijing })).toEqual([
      "snap-1",
      "arn:aws-cn:ec2:cn-north-1::snapshot/snap-1",
    ]);
  });

  it.each(attributeRows)("%s %j", (kind, values, attributes) => {
    expect(read({ kind, values, region: beijing }).attributes).toEqual(attributes);
  });

  it("names what decides and is not known yet", () => {
    const unknowns = (kind: string, values: Written["values"], refs: Written["refs"] = {}) =>
      read({ kind, values: values ?? {}, refs, region: beijing }).unknowns;
    expect(unknowns("aws_dynamodb_table", { replica: later })).toEqual(["replica"]);
    expect(unknowns("aws_backup_plan", { rule: later })).toEqual(["rule"]);
    expect(unknowns("aws_secretsmanager_secret", { replica: later }, { replica: "aws_iam_role.r" })).toEqual([
      "replica",
    ]);
    expect(unknowns("aws_sqs_queue", { policy: later })).toEqual([]);
    expect(unknowns("aws_sqs_queue", { policy: later }, { policy: "data.aws_iam_policy_document.p" })).toEqual([
      "policy",
    ]);
    expect(unknowns("aws_sqs_queue", { policy: "{" })).toEqual(["policy"]);
    const part = readPart({ kind: "aws_s3_bucket_replication_configuration", values: { rule: later } });
    expect(part.unknowns).toEqual(["rule"]);
  });

  // As a first plan holds them where nobody writes them (provider 5.100.0).
  it.each<[kind: string, values: NonNullable<Written["values"]>]>([
    ["aws_secretsmanager_secret", { replica: later }],
    ["aws_keyspaces_keyspace", { replication_specification: later }],
  ])("%s: says nothing of what the provider fills in", (kind, values) => {
    const { unknowns, links } = read({ kind, values, region: beijing });
    expect({ unknowns, links }).toEqual({ unknowns: [], links: [] });
  });

  it("says nothing of the grants that come with an ACL's name", () => {
    const values: Written["values"] = { bucket: later, acl: "private", access_control_policy: later };
    const refs = { "access_control_policy.grant": "data.aws_canonical_user_id.c" };
    expect(readPart({ kind: "aws_s3_bucket_acl", values }).unknowns).toEqual([]);
    expect(readPart({ kind: "aws_s3_bucket_acl", values, refs }).unknowns).toEqual(["access_control_policy.grant"]);
  });

  it("keeps addresses, secrets and values out of what it says", () => {
    const text = JSON.stringify([
      read({
        kind: "aws_lambda_function",
        values: { function_name: "f", environment: [{ variables: { KEY: "hidden" } }] },
      }),
      read({ kind: "aws_ssm_parameter", values: { name: "/p", value: "hidden", insecure_value: "hidden" } }),
      read({ kind: "aws_db_instance", values: { password: "hidden", username: "hidden" } }),
      read({
        kind: "aws_dms_endpoint",
        values: { endpoint_type: "target", server_name: "x.example.com", password: "hidden" },
      }),
      readPart({
        kind: "aws_sns_topic_subscription",
        values: { protocol: "https", endpoint: "https://hidden:hidden@x.example.com/hidden" },
      }),
      readPart({ kind: "aws_sns_topic_subscription", values: { protocol: "sms", endpoint: "+86hidden" } }),
    ]);
    expect(text).not.toContain("hidden");
  });
});
