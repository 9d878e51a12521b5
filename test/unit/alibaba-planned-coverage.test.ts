import { describe, expect, test } from "vitest";
import { alibabaTemplates } from "../../providers/alibaba/planned/index.ts";
import { known } from "../../src/model/index.ts";
import { type GivenResource, linksOf, recordsOf } from "../support/planned-provider.ts";

function read(...given: readonly GivenResource[]) {
  return recordsOf(alibabaTemplates, "cn-hangzhou", given);
}

type Settings = NonNullable<GivenResource["settings"]>;

/** What one resource states alone, written by hand: its kind, settings, type and links. */
const statements: readonly (readonly [kind: string, settings: Settings, type: string, links: readonly string[]])[] = [
  // Jobs of DTS. The region beside a database of one's own is the access point's, not the database's.
  [
    "ALIYUN::DTS::SynchronizationJob2",
    {
      DtsJobName: "out",
      SourceEndpoint: { InstanceType: "RDS", InstanceID: "rm-1", Region: "cn-hangzhou", Password: "not to be seen" },
      DestinationEndpoint: { InstanceType: "PolarDB", InstanceID: "pc-1", Region: "ap-southeast-1" },
    },
    "dts/job",
    ["streams-to from rds://rm-1 in cn-hangzhou", "streams-to to polardb://pc-1 in ap-southeast-1"],
  ],
  [
    "ALIYUN::DTS::MigrationJob2",
    {
      SourceEndpoint: { InstanceType: "MONGODB", InstanceID: "dds-1", Region: "cn-beijing" },
      DestinationEndpoint: { InstanceType: "OTHER", IP: "203.0.113.7", Region: "us-west-1" },
    },
    "dts/job",
    ["streams-to from dds://dds-1 in cn-beijing", "streams-to to ?"],
  ],
  [
    "ALIYUN::DTS::SynchronizationJob",
    {
      SourceRegion: "cn-hangzhou",
      DestRegion: "cn-hongkong",
      SourceEndpoint: { InstanceType: "Redis", InstanceId: "r-1" },
      DestinationEndpoint: { InstanceType: "Redis", InstanceId: "r-2" },
    },
    "dts/job",
    ["streams-to from kvstore://r-1 in cn-hangzhou", "streams-to to kvstore://r-2 in cn-hongkong"],
  ],
  [
    "ALIYUN::DTS::SubscriptionJob2",
    { SourceEndpoint: { InstanceType: "RDS", InstanceID: "rm-1", Region: "cn-hangzhou" } },
    "dts/job",
    ["streams-to from rds://rm-1 in cn-hangzhou"],
  ],
  // Backups.
  [
    "ALIYUN::HBR::ReplicationVault",
    { ReplicationSourceVaultId: "v-1", ReplicationSourceRegionId: "cn-beijing" },
    "hbr/vault",
    ["replicates-to from v-1 in cn-beijing"],
  ],
  [
    "ALIYUN::HBR::Policy",
    {
      Rules: [
        { RuleType: "BACKUP", VaultId: "v-1", ArchiveVaultId: "v-2" },
        { RuleType: "REPLICATION", ReplicationRegionId: "us-west-1" },
        { RuleType: "REPLICATION", ReplicationRegionId: "cn-hongkong", ReplicationVaultId: "v-3" },
      ],
    },
    "hbr/policy",
    ["backs-up-to to v-1", "backs-up-to to v-2", "backs-up-to to ? in us-west-1", "backs-up-to to v-3 in cn-hongkong"],
  ],
  ["ALIYUN::HBR::DbPlan", { SourceType: "MYSQL", VaultId: "v-1" }, "hbr/backup-plan", ["backs-up-to to v-1"]],
  [
    "alicloud_hbr_server_backup_plan",
    { instance_id: "i-1", detail: [{ do_copy: true, destination_region_id: "cn-hongkong" }] },
    "hbr/backup-plan",
    ["backs-up-to from i-1", "backs-up-to to ? in cn-hongkong"],
  ],
  [
    "alicloud_hbr_server_backup_plan",
    { instance_id: "i-1", detail: [{ do_copy: false, destination_region_id: "cn-hongkong" }] },
    "hbr/backup-plan",
    ["backs-up-to from i-1"],
  ],
  ["alicloud_hbr_server_backup_plan", { instance_id: "i-1", disabled: true }, "hbr/backup-plan", []],
  // Databases.
  [
    "ALIYUN::POLARDB::DBCluster",
    { GDNId: "gdn-1", CreationOption: "CloneFromRDS", SourceResourceId: "rm-1" },
    "polardb/cluster",
    ["replicates-to from gdn-1", "copied-to from rds://rm-1"],
  ],
  [
    "ALIYUN::POLARDB::DBCluster",
    { CreationOption: "CloneFromPolarDB", SourceResourceId: "pc-1" },
    "polardb/cluster",
    ["copied-to from polardb://pc-1"],
  ],
  [
    "ALIYUN::POLARDB::GlobalDatabaseNetwork",
    { DbClusterId: "pc-1" },
    "polardb/global-database-network",
    ["replicates-to from polardb://pc-1"],
  ],
  ["ALIYUN::RDS::DBInstanceClone", { DBInstanceId: "rm-1" }, "rds/instance", ["copied-to from rds://rm-1"]],
  [
    "alicloud_rds_upgrade_db_instance",
    { source_db_instance_id: "rm-1" },
    "rds/instance",
    ["copied-to from rds://rm-1"],
  ],
  ["ALIYUN::MONGODB::Instance", { SrcDBInstanceId: "dds-1" }, "dds/instance", ["copied-to from dds://dds-1"]],
  // Machines and disks.
  [
    "ALIYUN::ECS::SnapshotGroup",
    { DiskIds: ["d-1", "d-2"] },
    "ecs/snapshot",
    ["copied-to from d-1", "copied-to from d-2"],
  ],
  ["alicloud_ecs_snapshot_group", { instance_id: "i-1" }, "ecs/snapshot", ["copied-to from i-1"]],
  ["ALIYUN::ECS::AutoSnapshotPolicy", { DiskIds: ["d-1"] }, "ecs/auto-snapshot-policy", ["backs-up-to from d-1"]],
  ["alicloud_snapshot_policy", { name: "daily" }, "ecs/auto-snapshot-policy", []],
  ["alicloud_ecs_instance_set", { instance_name: "web" }, "ecs/instance", []],
  ["ALIYUN::ECS::InstanceClone", { SourceInstanceId: "i-1" }, "ecs/instance", []],
  [
    "alicloud_ebs_enterprise_snapshot_policy",
    { cross_region_copy_info: [{ enabled: true, regions: [{ region_id: "cn-hongkong", retain_days: 7 }] }] },
    "ebs/enterprise-snapshot-policy",
    ["backs-up-to to ? in cn-hongkong"],
  ],
  [
    "alicloud_ebs_enterprise_snapshot_policy",
    { cross_region_copy_info: [{ enabled: false, regions: [{ region_id: "cn-hongkong" }] }] },
    "ebs/enterprise-snapshot-policy",
    [],
  ],
  // Logs.
  ["ALIYUN::SLS::MetricStore", { ProjectName: "p", LogstoreName: "m" }, "log/logstore", ["part-of from log://p"]],
  ["ALIYUN::VPC::FlowLog", { ProjectName: "p", LogStoreName: "l" }, "vpc/flow-log", ["logs-to to log://p:l"]],
  ["alicloud_cen_flowlog", { project_name: "p", log_store_name: "l" }, "vpc/flow-log", ["logs-to to log://p:l"]],
  ["alicloud_cen_flowlog", { project_name: "p", log_store_name: "l", status: "Inactive" }, "vpc/flow-log", []],
  [
    "alicloud_config_delivery",
    { delivery_channel_target_arn: "acs:oss:cn-hongkong:12:records" },
    "config/delivery-channel",
    ["logs-to to oss://records in cn-hongkong"],
  ],
  [
    "ALIYUN::Config::DeliveryChannel",
    { DeliveryChannelTargetArn: "acs:log:cn-hongkong:12:project/p/logstore/l" },
    "config/delivery-channel",
    ["logs-to to log://p:l in cn-hongkong"],
  ],
  [
    "alicloud_config_delivery",
    { delivery_channel_target_arn: "acs:oss:cn-hongkong:12:records", status: 0 },
    "config/delivery-channel",
    [],
  ],
  // Queues, of which a template says where they are.
  ["alicloud_message_service_queue", { queue_name: "q" }, "mns/queue", []],
  ["ALIYUN::MNS::Queue", { QueueName: "q" }, "mns/queue", []],
  ["alicloud_rocketmq_instance", { instance_name: "q" }, "rocketmq/instance", []],
];

test.each(statements)("%s with %o", (kind, settings, type, links) => {
  const address = kind.includes("::") ? "It" : `${kind}.it`;
  const { at, gaps } = read({ address, settings, ...(kind.includes("::") ? { kind } : {}) });
  expect(at(address).type).toBe(`alibaba/${type}`);
  expect(linksOf(at(address))).toEqual(links);
  expect(JSON.stringify(at(address))).not.toMatch(/not to be seen/);
  expect(gaps).toEqual([]);
});

test.each([
  ["ALIYUN::OTS::Instance", "ots/instance"],
  ["ALIYUN::KAFKA::Instance", "alikafka/instance"],
  ["ALIYUN::GPDB::DBInstance", "gpdb/instance"],
])("%s is a store where the stack is", (kind, type) => {
  const record = read({ address: "It", kind, settings: { ZoneId: "cn-hangzhou-i" } }).at("It");
  expect(record).toMatchObject({ type: `alibaba/${type}`, role: "store", place: known({ region: "cn-hangzhou" }) });
});

test("a disk of a stack belongs to the machine that it is attached to", () => {
  const disk: GivenResource = { address: "D", kind: "ALIYUN::ECS::Disk", settings: { id: "d-1" } };
  const settings = { DiskId: "d-1", InstanceId: "i-1" };
  const { at } = read(disk, { address: "A", kind: "ALIYUN::ECS::DiskAttachment", settings });
  expect(linksOf(at("D"))).toEqual(["part-of from i-1"]);
});

test.each([
  ["ALIYUN::ECS::SecurityGroupIngress", true],
  ["ALIYUN::ECS::SSHKeyPair", true],
  ["ALIYUN::RAM::Role", true],
  ["ALIYUN::KAFKA::Topic", true],
  ["ALIYUN::ApiGateway::Api", true],
  ["ALIYUN::ApiGateway::LogConfig", false],
  ["ALIYUN::DBS::RestoreTask", false],
  ["ALIYUN::OSS::ObjectAcl", false],
  ["ALIYUN::REDIS::Whitelist", false],
  ["alicloud_api_gateway_api", true],
  ["alicloud_api_gateway_log_config", false],
  ["alicloud_ga_accelerator", true],
  ["alicloud_ga_access_log", false],
  ["alicloud_ots_table", true],
  ["alicloud_ots_tunnel", false],
  ["alicloud_rds_db_proxy_public", false],
  ["alicloud_actiontrail_global_events_storage_region", false],
  ["alicloud_sls_logtail_config", true],
  ["alicloud_sls_collection_policy", false],
])("%s holds no data: %s", (kind, answer) => {
  expect(alibabaTemplates.catalogue.holdsNoData(kind)).toBe(answer);
});

describe("a database that everyone may reach", () => {
  const list = { security_ips: ["0.0.0.0/0"] };

  test.each([
    ["alicloud_db_instance", "alicloud_db_connection", "instance_id"],
    ["alicloud_db_readonly_instance", "alicloud_db_connection", "instance_id"],
    ["alicloud_rds_clone_db_instance", "alicloud_db_connection", "instance_id"],
    ["alicloud_rds_ddr_instance", "alicloud_rds_db_instance_endpoint_address", "db_instance_id"],
    ["alicloud_rds_upgrade_db_instance", "alicloud_rds_db_instance_endpoint_address", "db_instance_id"],
  ])("%s with a list for all and %s", (kind, connection, owner) => {
    const opened = (settings: Settings, ...others: readonly GivenResource[]) =>
      linksOf(read({ address: `${kind}.d`, settings: { id: "rm-1", ...settings } }, ...others).at(`${kind}.d`));
    const endpoint = { address: `${connection}.c`, settings: { [owner]: "rm-1" } };
    expect(opened(list, endpoint)).toEqual(["reachable-from to ? for *"]);
    expect(opened(list)).toEqual([]);
    expect(opened({ security_ips: ["10.0.0.0/8"] }, endpoint)).toEqual([]);
    expect(opened({ ...list, whitelist_network_type: "VPC" }, endpoint)).toEqual([]);
  });

  test("a clone of ROS with a public address of its own", () => {
    const settings = { SecurityIPList: "10.0.0.1,0.0.0.0/0", AllocatePublicConnection: true };
    const kind = "ALIYUN::RDS::DBInstanceClone";
    expect(linksOf(read({ address: "D", kind, settings }).at("D"))).toEqual(["reachable-from to ? for *"]);
    const closed = { ...settings, AllocatePublicConnection: false };
    expect(linksOf(read({ address: "D", kind, settings: closed }).at("D"))).toEqual([]);
  });
});

test("a vault of databases lies in the region that it names", () => {
  const { at } = read({ address: "V", kind: "ALIYUN::HBR::DbVault", settings: { VaultRegionId: "cn-hongkong" } });
  expect(at("V")).toMatchObject({ type: "alibaba/hbr/vault", place: known({ region: "cn-hongkong" }) });
});

const logstore: GivenResource = {
  address: "alicloud_log_store.l",
  settings: { project_name: "p", logstore_name: "l" },
};
const rosLogstore: GivenResource = {
  address: "L",
  kind: "ALIYUN::SLS::Logstore",
  settings: { ProjectName: "p", LogstoreName: "l" },
};
const sink = {
  name: "far",
  project: "far",
  logstore: "far",
  endpoint: "https://cn-hongkong-intranet.log.aliyuncs.com",
};
const far = "streams-to to log://far:far in cn-hongkong";

/** A part, its owner, and what the owner states with it. */
const parts: readonly (readonly [part: GivenResource, owner: GivenResource, links: readonly string[]])[] = [
  [{ address: "alicloud_log_etl.e", settings: { project: "p", logstore: "l", etl_sinks: [sink] } }, logstore, [far]],
  [
    {
      address: "alicloud_log_etl.off",
      settings: { project: "p", logstore: "l", status: "STOPPED", etl_sinks: [sink] },
    },
    logstore,
    [],
  ],
  [
    { address: "alicloud_sls_etl.e", settings: { project: "p", configuration: [{ logstore: "l", sink: [sink] }] } },
    logstore,
    [far],
  ],
  [
    {
      address: "alicloud_sls_scheduled_sql.s",
      settings: {
        project: "p",
        scheduled_sql_configuration: [
          {
            source_logstore: "l",
            dest_project: "far",
            dest_logstore: "far",
            dest_endpoint: "cn-hongkong.log.aliyuncs.com",
          },
        ],
      },
    },
    logstore,
    [far],
  ],
  [
    {
      address: "alicloud_log_oss_shipper.s",
      settings: { project_name: "p", logstore_name: "l", oss_bucket: "logs" },
    },
    logstore,
    ["streams-to to oss://logs"],
  ],
  [
    {
      address: "E",
      kind: "ALIYUN::SLS::Etl",
      settings: {
        ProjectName: "p",
        Configuration: {
          Logstore: "l",
          Sinks: [{ Project: "far", Logstore: "far", Endpoint: "cn-hongkong.log.aliyuncs.com" }],
        },
      },
    },
    rosLogstore,
    [far],
  ],
  [
    {
      address: "E",
      kind: "ALIYUN::SLS::OssExport",
      settings: {
        ProjectName: "p",
        Configuration: {
          Logstore: "l",
          Sink: { Bucket: "logs", Endpoint: "http://oss-cn-hongkong-internal.aliyuncs.com" },
        },
      },
    },
    rosLogstore,
    ["streams-to to oss://logs in cn-hongkong"],
  ],
];

test.each(parts)("$address is stated by its Logstore", (part, owner, links) => {
  expect(linksOf(read(owner, part).at(owner.address))).toEqual(["part-of from log://p", ...links]);
});

/** The same for owners of other types. */
const others: typeof parts = [
  [
    {
      address: "R",
      kind: "ALIYUN::OSS::BucketReplication",
      settings: {
        BucketName: "members",
        ReplicationConfiguration: { Rule: { Destination: { Bucket: "copy", Location: "oss-ap-southeast-1" } } },
      },
    },
    { address: "B", kind: "ALIYUN::OSS::Bucket", settings: { BucketName: "members" } },
    ["replicates-to to oss://copy in ap-southeast-1"],
  ],
  [
    {
      address: "alicloud_oss_bucket_inventory.i",
      settings: {
        bucket: "members",
        is_enabled: true,
        destination: [{ oss_bucket_destination: [{ bucket: "acs:oss:::lists" }] }],
      },
    },
    { address: "alicloud_oss_bucket.b", settings: { bucket: "members" } },
    ["logs-to to oss://lists"],
  ],
  [
    {
      address: "R",
      kind: "ALIYUN::CR::RepoSyncRule",
      settings: { InstanceId: "cri-1", TargetInstanceId: "cri-2", TargetRegionId: "cn-hongkong", TargetUserId: "12" },
    },
    { address: "C", kind: "ALIYUN::CR::Instance", settings: { id: "cri-1" } },
    ["replicates-to to cr://cri-2 in cn-hongkong for 12"],
  ],
  [
    {
      address: "P",
      kind: "ALIYUN::EBS::DiskReplicaPair",
      settings: { DiskId: "d-1", DestinationDiskId: "d-2", DestinationRegionId: "cn-hongkong" },
    },
    { address: "D", kind: "ALIYUN::ECS::Disk", settings: { id: "d-1" } },
    ["replicates-to to d-2 in cn-hongkong"],
  ],
  [
    {
      address: "F",
      kind: "ALIYUN::NAS::DataFlow",
      settings: { FileSystemId: "cpfs-1", SourceStorage: "oss://members" },
    },
    { address: "N", kind: "ALIYUN::NAS::FileSystem", settings: { id: "cpfs-1" } },
    ["streams-to from oss://members in cn-hangzhou"],
  ],
  [
    {
      address: "S",
      kind: "ALIYUN::ECS::ImageSharePermission",
      settings: { ImageId: "m-1", Accounts: ["12"], IsPublic: true },
    },
    { address: "M", kind: "ALIYUN::ECS::CustomImage", settings: { id: "m-1" } },
    ["shared-with to ? for 12", "shared-with to ? for *"],
  ],
  [
    { address: "alicloud_image_export.e", settings: { image_id: "m-1", oss_bucket: "images" } },
    { address: "alicloud_image.m", settings: { id: "m-1" } },
    ["copied-to to oss://images"],
  ],
  [
    {
      address: "alicloud_ebs_enterprise_snapshot_policy_attachment.a",
      settings: { policy_id: "esp-1", disk_id: "d-1" },
    },
    { address: "alicloud_ebs_enterprise_snapshot_policy.p", settings: { id: "esp-1" } },
    ["backs-up-to from d-1"],
  ],
];

test.each(others)("$address is stated by its owner", (part, owner, links) => {
  expect(linksOf(read(owner, part).at(owner.address))).toEqual(links);
});

describe("a bucket of a stack template with a policy", () => {
  const open = { Version: "1", Statement: [{ Effect: "Allow", Principal: ["*"], Action: ["oss:GetObject"] }] };

  test.each([
    ["as a document", open],
    ["as text", JSON.stringify(open)],
  ])("%s is open to everyone", (_words, Policy) => {
    const { at } = read({ address: "B", kind: "ALIYUN::OSS::Bucket", settings: { BucketName: "members", Policy } });
    expect(linksOf(at("B"))).toEqual(["reachable-from to ? for *"]);
  });
});
