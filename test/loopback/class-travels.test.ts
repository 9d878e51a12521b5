import { beforeAll, describe, expect, it } from "vitest";
import { armItem, childKey, storageItem } from "../../providers/azure/loopback-items.ts";
import type { Document } from "../../src/model/index.ts";
import { type AlibabaHeld, type AwsHeld, type AzureHeld, places, serveCases } from "../support/case-clouds.ts";
import { scanClouds } from "../support/spine-scan.ts";

/**
 * One tagged database in each cloud; of everything that was made of it nobody tagged anything. What is reached is written down
 * by hand, with the step that brought the class there.
 */
type Travelled = Readonly<Record<string, string>>;

async function scanOf(provider: "aws" | "alibaba" | "azure", held: readonly (readonly [string, unknown])[]) {
  const [home] = places[provider]?.home ?? [];
  if (home === undefined) throw new Error(`no place to serve ${provider} in`);
  const served = held.map(([region, one]) => ({ where: { ...home, region }, held: one }));
  const cloud = await serveCases[provider]?.(served, { pageSize: 1 });
  if (cloud === undefined) throw new Error(`no clouds of ${provider}`);
  try {
    return (await scanClouds(cloud, { only: [] })).document;
  } finally {
    await cloud.close();
  }
}

/** Resources that hold personal data by inheritance, with the first step of the way. */
function inherited({ resources }: Document): Travelled {
  const reached = resources.flatMap(({ id, dataClass }) => {
    const evidence = dataClass.evidence.find(({ kind }) => kind === "inherited");
    if (evidence === undefined) return [];
    expect(dataClass.classes, id).toEqual(["personal"]);
    return [[id, evidence.detail.replace("class personal: ", "")] as const];
  });
  return Object.fromEntries(reached);
}

describe("the class of a personal database reaches what was made of it", () => {
  const account = "444455556666";
  const rds = (region: string, rest: string) => `arn:aws:rds:${region}:${account}:${rest}`;
  let aws: Document;

  beforeAll(async () => {
    const home: AwsHeld = {
      services: {
        rds: {
          DBInstances: [
            {
              DBInstanceIdentifier: "crm",
              DBInstanceArn: rds("ap-east-1", "db:crm"),
              Engine: "mysql",
              EnabledCloudwatchLogsExports: ["general"],
              ReadReplicaDBInstanceIdentifiers: [rds("ap-southeast-1", "db:crm-replica")],
              $tags: { "data-class": "personal" },
            },
            { DBInstanceIdentifier: "shop", DBInstanceArn: rds("ap-east-1", "db:shop"), Engine: "mysql" },
          ],
          DBSnapshots: [
            {
              DBSnapshotIdentifier: "before",
              DBSnapshotArn: rds("ap-east-1", "snapshot:before"),
              DBInstanceIdentifier: "crm",
              SnapshotType: "manual",
            },
          ],
          ExportTasks: [
            {
              ExportTaskIdentifier: "to-lake",
              SourceArn: rds("ap-east-1", "snapshot:before"),
              S3Bucket: "lake",
              Status: "COMPLETE",
              PercentProgress: 100,
            },
          ],
        },
        logs: {
          logGroups: ["/aws/rds/instance/crm/general", "/app/other"].map((name) => ({
            logGroupName: name,
            logGroupArn: `arn:aws:logs:ap-east-1:${account}:log-group:${name}`,
            arn: `arn:aws:logs:ap-east-1:${account}:log-group:${name}:*`,
            logGroupClass: "STANDARD",
          })),
        },
      },
      buckets: [
        { name: "lake", region: "us-east-1" },
        { name: "other", region: "us-east-1" },
      ],
    };
    const afar: AwsHeld = {
      services: {
        rds: {
          DBInstances: [
            {
              DBInstanceIdentifier: "crm-replica",
              DBInstanceArn: rds("ap-southeast-1", "db:crm-replica"),
              Engine: "mysql",
              ReadReplicaSourceDBInstanceIdentifier: rds("ap-east-1", "db:crm"),
            },
          ],
          DBSnapshots: [
            {
              DBSnapshotIdentifier: "copy",
              DBSnapshotArn: rds("ap-southeast-1", "snapshot:copy"),
              DBInstanceIdentifier: "crm",
              SnapshotType: "manual",
              SourceRegion: "ap-east-1",
              SourceDBSnapshotIdentifier: rds("ap-east-1", "snapshot:before"),
            },
          ],
        },
      },
    };
    aws = await scanOf("aws", [
      ["ap-east-1", home],
      ["ap-southeast-1", afar],
    ]);
  });

  it("AWS: snapshot, its copy, replica, export bucket and log sink, and nothing else", () => {
    const crm = rds("ap-east-1", "db:crm");
    const before = rds("ap-east-1", "snapshot:before");
    expect(inherited(aws)).toEqual({
      [before]: `copied-to from ${crm}`,
      [rds("ap-southeast-1", "snapshot:copy")]: `copied-to from ${before}`,
      [rds("ap-southeast-1", "db:crm-replica")]: `replicates-to from ${crm}`,
      [rds("ap-east-1", "export-task:to-lake")]: `copied-to from ${before}`,
      "arn:aws:s3:::lake": `copied-to from ${rds("ap-east-1", "export-task:to-lake")}`,
      [`arn:aws:logs:ap-east-1:${account}:log-group:/aws/rds/instance/crm/general`]: `logs-to from ${crm}`,
    });
  });

  it("AWS: what nothing came to stays unclassified", () => {
    const unclassified = aws.resources.filter(({ dataClass }) => dataClass.class === "unclassified");
    expect(unclassified.map(({ name }) => name).sort()).toEqual(["/app/other", "other", "shop"]);
  });

  it("Alibaba Cloud: read-only instance and the database that a transfer job fills", async () => {
    const uid = "1234567890123456";
    const held: AlibabaHeld = {
      rdsInstances: [
        { DBInstanceId: "rm-1", DBInstanceType: "Primary", Engine: "MySQL", ReadOnlyDBInstanceIds: {} },
        { DBInstanceId: "rr-1", DBInstanceType: "Readonly", MasterInstanceId: "rm-1", ReadOnlyDBInstanceIds: {} },
        { DBInstanceId: "rm-9", DBInstanceType: "Primary", Engine: "MySQL", ReadOnlyDBInstanceIds: {} },
      ],
      rdsTags: [{ ResourceType: "INSTANCE", ResourceId: "rm-1", TagKey: "data-class", TagValue: "personal" }],
      dtsJobs: [
        {
          DtsJobId: "job1",
          JobType: "SYNC",
          SourceEndpoint: { InstanceType: "RDS", InstanceID: "rm-1", Region: "cn-hangzhou" },
          DestinationEndpoint: { InstanceType: "RDS", InstanceID: "rm-7", Region: "cn-hongkong" },
        },
      ],
    };
    const there: AlibabaHeld = {
      rdsInstances: [{ DBInstanceId: "rm-7", DBInstanceType: "Primary", Engine: "MySQL", ReadOnlyDBInstanceIds: {} }],
    };
    const document = await scanOf("alibaba", [
      ["cn-hangzhou", held],
      ["cn-hongkong", there],
    ]);
    const id = (region: string, name: string) => `acs:rds:${region}:${uid}:dbinstance/${name}`;
    const job = `acs:dts:cn-hangzhou:${uid}:job/job1`;
    expect(inherited(document)).toEqual({
      [id("cn-hangzhou", "rr-1")]: `replicates-to from ${id("cn-hangzhou", "rm-1")}`,
      [job]: `streams-to from ${id("cn-hangzhou", "rm-1")}`,
      [id("cn-hongkong", "rm-7")]: `streams-to from ${job}`,
    });
  });

  it("Azure: a copy of the database and the storage account that its diagnostic logs go to", async () => {
    const subscription = places["azure"]?.home[0]?.account ?? "";
    const home = { subscription, group: "data", location: "eastasia" };
    const server = armItem(home, "Microsoft.Sql/servers", "crm", {
      properties: { publicNetworkAccess: "Disabled", fullyQualifiedDomainName: "crm.database.windows.net" },
    });
    const database = (name: string, properties: object, rest: object = {}) => ({
      ...armItem(home, "Microsoft.Sql/servers/databases", name),
      id: `${server.id}/databases/${name}`,
      kind: "v12.0,user",
      properties: { status: "Online", currentBackupStorageRedundancy: "Local", ...properties },
      ...rest,
    });
    const members = database("members", {}, { tags: { "data-class": "personal" } });
    const copy = database("members-test", { createMode: "Copy", sourceDatabaseId: members.id });
    const archive = storageItem({ ...home, location: "westeurope" }, "auditarchive", "Standard_LRS");
    const setting = `${members.id}/providers/microsoft.insights/diagnosticSettings/audit`;
    const held: AzureHeld = {
      resources: {
        "Microsoft.Sql/servers": [server],
        // As the subscription's own list shows them too.
        "Microsoft.Sql/servers/databases": [members, copy],
        "Microsoft.Storage/storageAccounts": [archive],
      },
      children: {
        [childKey(server, "databases")]: [members, copy],
        [`${members.id}/providers/Microsoft.Insights/diagnosticSettings`.toLowerCase()]: [
          {
            id: setting,
            name: "audit",
            type: "Microsoft.Insights/diagnosticSettings",
            properties: { logs: [{ categoryGroup: "audit", enabled: true }], storageAccountId: archive.id },
          },
        ],
      },
    };
    expect(inherited(await scanOf("azure", [["eastasia", held]]))).toEqual({
      [copy.id]: `copied-to from ${members.id}`,
      [setting]: `logs-to from ${members.id}`,
      [archive.id]: `logs-to from ${setting}`,
    });
  });
});
