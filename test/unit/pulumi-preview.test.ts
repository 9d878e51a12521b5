import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { PlannedResource } from "../../src/model/index.ts";
import { bridgedKind } from "../../src/plan/pulumi/bridged.ts";
import { pulumiFormat } from "../../src/plan/pulumi/format.ts";
import { nativeKind } from "../../src/plan/pulumi/native.ts";
import type { TemplateOptions } from "../../src/plan/template.ts";

const later = { known: false, why: "unsupported" };
const urn = (rest: string) => `urn:pulumi:prod::crm::${rest}`;
const crm = urn("acme:store:Store$aws:s3/bucket:Bucket::crm");

function preview(): unknown {
  return JSON.parse(readFileSync("test/fixtures/templates/pulumi/preview.json", "utf8"));
}

async function read(document: unknown, options: Partial<TemplateOptions> = {}) {
  const file = { path: "preview.json", text: "" };
  const { resources, gaps } = await pulumiFormat.read(document, file, { parameters: {}, ...options });
  const all = [...resources];
  return { all, gaps, at: (address: string) => found(all, address) };
}

function found(all: readonly PlannedResource[], address: string): PlannedResource {
  const one = all.find((resource) => resource.address === address);
  if (one === undefined) throw new Error(`no ${address} among ${all.map((resource) => resource.address).join(", ")}`);
  return one;
}

function stepOf(type: string, inputs: unknown, more: object = {}) {
  return { op: "create", urn: urn(`${type}::one`), newState: { custom: true, type, inputs, ...more } };
}

describe("a Pulumi preview", () => {
  test("gives every resource of a cloud its kind, change and place, and leaves out what goes", async () => {
    const { all } = await read(preview());
    const told = all.map(({ address, kind, change, region, regionEvidence }) =>
      [address.split("::")[3], kind, change, region.known ? region.value : "unknown", regionEvidence].join(" | "),
    );
    expect(told).toEqual([
      "crm | aws_s3_bucket | create | cn-north-1 | aws:region",
      "replica | aws_s3_bucket | create | ap-east-1 | provider hk",
      "crm | aws_s3_bucket_replication_configuration | create | cn-north-1 | aws:region",
      "main | aws_db_instance | replace | unknown | provider elsewhere",
      "logs | Microsoft.Storage/storageAccounts | update | eastasia | location",
      "ledger | Microsoft.Sql/servers/databases | create | chinaeast2 | location",
    ]);
  });

  test("reads inputs under Terraform's names, and leaves the user's own keys as they are", async () => {
    const { at } = await read(preview());
    const { settings } = at(crm);
    expect(settings.flag("force_destroy")).toEqual({ known: true, value: false });
    expect(settings.map("tags")).toEqual({ known: true, value: { dataClass: "personal" } });
    expect(settings.map("tags_all")).toEqual({ known: true, value: { dataClass: "personal", Name: "crm" } });
    const replication = at(urn("aws:s3/bucketReplicationConfig:BucketReplicationConfig::crm")).settings;
    expect(replication.text("rule[0].delete_marker_replication.status")).toEqual({ known: true, value: "Enabled" });
    expect(replication.text("rule[0].destination.bucket")).toEqual(later);
  });

  test("refers to resources by their URNs", async () => {
    const { at } = await read(preview());
    const replication = at(urn("aws:s3/bucketReplicationConfig:BucketReplicationConfig::crm")).settings;
    expect(replication.refs("bucket")).toEqual([crm]);
    expect(replication.refs("rule[0].destination.bucket")).toEqual([urn("aws:s3/bucket:Bucket::replica")]);
    const ledger = at(urn("azure-native:sql/v20230801:Database::ledger")).settings;
    expect(ledger.refs("properties.sourceDatabaseId")).toEqual([urn("azure-native:sql:Database::old")]);
    expect(ledger.refs("name")).toEqual([urn("azure-native:sql:Server::main")]);
  });

  test("knows no secret and nothing that only the update tells", async () => {
    const { all, at } = await read(preview());
    const main = at(urn("aws:rds/instance:Instance::main")).settings;
    expect(main.text("password")).toEqual(later);
    expect(main.text("username")).toEqual(later);
    expect(main.text("kms_key_id")).toEqual({ known: true, value: "key-1" });
    expect(main.text("identifier")).toEqual({ known: true, value: "main" });
    expect(at(urn("aws:s3/bucket:Bucket::replica")).settings.text("bucket")).toEqual(later);
    expect(JSON.stringify(all)).not.toContain("hunter2");
  });

  test("puts what Pulumi lays flat back into properties", async () => {
    const { at } = await read(preview());
    const { settings } = at(urn("azure-native:storage:StorageAccount::logs"));
    expect(settings.text("properties.publicNetworkAccess")).toEqual({ known: true, value: "Enabled" });
    expect(settings.text("sku.name")).toEqual({ known: true, value: "Standard_GRS" });
    expect(settings.text("name")).toEqual({ known: true, value: "logs1a2b" });
  });

  test("names the line of the program where the engine says it", async () => {
    const { at } = await read(preview());
    expect(at(crm)).toMatchObject({ file: "preview.json", declaredIn: { file: "src/store.ts", line: 12 } });
    expect(at(urn("aws:s3/bucket:Bucket::replica"))).not.toHaveProperty("declaredIn");
    const outside = stepOf("aws:s3/bucket:Bucket", {}, { sourcePosition: "project:///../../etc/passwd#1,1" });
    expect((await read({ steps: [outside] })).all[0]).not.toHaveProperty("declaredIn");
  });

  test("takes a region of the resource's own first, and --region only where nobody says one", async () => {
    const own = stepOf("aws:s3/bucket:Bucket", { region: "eu-west-3" });
    const bare = stepOf("aws:sqs/queue:Queue", {});
    const config = { "aws:region": "cn-north-1" };
    const regions = async (document: unknown, region?: string) =>
      (await read(document, region === undefined ? {} : { region })).all.map((one) => one.region);
    expect(await regions({ config, steps: [own, bare] }, "x")).toEqual([
      { known: true, value: "eu-west-3" },
      { known: true, value: "cn-north-1" },
    ]);
    expect(await regions({ steps: [bare] }, "x")).toEqual([{ known: true, value: "x" }]);
    expect(await regions({ steps: [bare] })).toEqual([later]);
    const elsewhere = stepOf("aws:sqs/queue:Queue", {}, { provider: urn("pulumi:providers:aws::hk::1") });
    expect(await regions({ steps: [elsewhere] }, "x")).toEqual([later]);
  });

  test("says which steps it cannot read, and takes an unknown operation for a change", async () => {
    const { all, gaps } = await read({
      steps: [{ ...stepOf("aws:s3/bucket:Bucket", {}), op: "teleport" }, { op: "create" }, null],
    });
    expect(all.map(({ change }) => change)).toEqual(["update"]);
    expect(gaps.map(({ detail }) => detail)).toEqual(["steps that this version cannot read: 3"]);
  });

  test("a preview without steps changes nothing", async () => {
    const document = { duration: 1, changeSummary: { same: 3 } };
    expect(pulumiFormat.recognises(document, { path: "p", text: "" })).toBe(true);
    expect((await read(document)).all).toEqual([]);
  });
});

describe("types in other words", () => {
  test.each([
    ["aws:s3/bucketV2:BucketV2", "aws_s3_bucket"],
    ["aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", "aws_s3_bucket_public_access_block"],
    ["aws:ec2/instance:Instance", "aws_instance"],
    ["aws:ec2/amiCopy:AmiCopy", "aws_ami_copy"],
    ["aws:ebs/snapshotCopy:SnapshotCopy", "aws_ebs_snapshot_copy"],
    ["aws:rds/cluster:Cluster", "aws_rds_cluster"],
    ["aws:dynamodb/globalTable:GlobalTable", "aws_dynamodb_global_table"],
    ["aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream", "aws_kinesis_firehose_delivery_stream"],
    ["aws:cloudwatch/logSubscriptionFilter:LogSubscriptionFilter", "aws_cloudwatch_log_subscription_filter"],
    ["aws:cfg/deliveryChannel:DeliveryChannel", "aws_config_delivery_channel"],
    ["alicloud:oss/bucketReplication:BucketReplication", "alicloud_oss_bucket_replication"],
    ["alicloud:ecs/ecsDisk:EcsDisk", "alicloud_ecs_disk"],
    ["alicloud:ecs/imageCopy:ImageCopy", "alicloud_image_copy"],
    [
      "alicloud:rds/rdsInstanceCrossBackupPolicy:RdsInstanceCrossBackupPolicy",
      "alicloud_rds_instance_cross_backup_policy",
    ],
    ["alicloud:adb/dBCluster:DBCluster", "alicloud_adb_db_cluster"],
    ["azure:storage/account:Account", "azurerm_storage_account"],
    ["azure:compute/managedDisk:ManagedDisk", "azurerm_managed_disk"],
    ["azure:keyvault/keyVault:KeyVault", "azurerm_key_vault"],
    ["azure:monitoring/diagnosticSetting:DiagnosticSetting", "azurerm_monitor_diagnostic_setting"],
    ["azure:recoveryservices/vault:Vault", "azurerm_recovery_services_vault"],
    ["azure:eventhub/eventHubNamespace:EventHubNamespace", "azurerm_eventhub_namespace"],
    ["tencentcloud:Cos/bucket:Bucket", "tencentcloud_cos_bucket"],
    ["huaweicloud:Obs/bucket:Bucket", "huaweicloud_obs_bucket"],
    ["random:index/randomId:RandomId", "random_random_id"],
    ["kubernetes:core/v1:Secret", undefined],
  ])("%s is %s", (token, kind) => {
    expect(bridgedKind(token)).toBe(kind);
  });

  test.each([
    ["alicloud:rds/connection:Connection", "alicloud_db_connection"],
    ["alicloud:cfg/delivery:Delivery", "alicloud_config_delivery"],
    ["alicloud:cen/flowLog:FlowLog", "alicloud_cen_flowlog"],
    ["aws:lb/loadBalancer:LoadBalancer", "aws_lb"],
    ["aws:alb/loadBalancer:LoadBalancer", "aws_alb"],
    ["aws:elb/loadBalancer:LoadBalancer", "aws_elb"],
    ["aws:cloudwatch/eventTarget:EventTarget", "aws_cloudwatch_event_target"],
    ["aws:directoryservice/serviceRegion:ServiceRegion", "aws_directory_service_region"],
    ["azure:appservice/linuxWebApp:LinuxWebApp", "azurerm_linux_web_app"],
    ["azure:mssql/firewallRule:FirewallRule", "azurerm_mssql_firewall_rule"],
    [
      "azure:postgresql/flexibleServerFirewallRule:FlexibleServerFirewallRule",
      "azurerm_postgresql_flexible_server_firewall_rule",
    ],
  ])("the type %s is Terraform's %s", (token, kind) => {
    expect(bridgedKind(token)).toBe(kind);
  });

  test("an open firewall of azure-native is seen", async () => {
    const server = { ...stepOf("azure-native:sql:Server", { serverName: "s", location: "chinaeast2" }) };
    const rule = {
      serverName: "s",
      firewallRuleName: "all",
      startIpAddress: "0.0.0.0",
      endIpAddress: "255.255.255.255",
    };
    const { all } = await read({ steps: [server, stepOf("azure-native:sql:FirewallRule", rule)] });
    expect(all.map(({ kind }) => kind)).toEqual(["Microsoft.Sql/servers", "Microsoft.Sql/servers/firewallRules"]);
    expect(all[1]?.settings.text("properties.endIpAddress")).toEqual({ known: true, value: "255.255.255.255" });
  });

  test("a type of Resource Manager that is not listed keeps its namespace", () => {
    expect(nativeKind("azure-native:network:VirtualNetwork")).toEqual({ kind: "Microsoft.network/virtualNetworks" });
    expect(nativeKind("aws:s3/bucket:Bucket")).toBeUndefined();
  });
});

describe("bad input", () => {
  test("a preview that failed is refused", async () => {
    const document = {
      steps: [stepOf("aws:s3/bucket:Bucket", {})],
      diagnostics: [{ severity: "error", message: "x" }],
    };
    await expect((async () => read(document))()).rejects.toMatchObject({
      code: "input",
      message: "preview.json: the preview ended with an error (diagnostics)",
    });
  });

  test("steps of another shape are refused", async () => {
    await expect((async () => read({ steps: {}, changeSummary: {} }))()).rejects.toThrow(
      /preview\.json: `steps` is not a list/,
    );
  });

  test("inputs 100,000 deep are not walked", async () => {
    const deep: unknown = JSON.parse(`${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`);
    const { all } = await read({ steps: [stepOf("aws:s3/bucket:Bucket", { bucket: "b", deep })] });
    expect(all[0]?.settings.text("bucket")).toEqual({ known: true, value: "b" });
    expect(all[0]?.settings.text(`deep${".a".repeat(150)}`)).toEqual(later);
  });

  test.each([[undefined], [null], [[]], [{}], [{ steps: [{}] }], [{ resources: [] }], ["text"]])(
    "%j is not taken for a preview",
    (document) => {
      expect(pulumiFormat.recognises(document, { path: "p", text: "" })).toBe(false);
    },
  );
});
