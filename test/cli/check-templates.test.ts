import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { Document } from "../../src/model/index.ts";
import { emptyFolder, jingnei } from "../support/command.ts";

interface Checked {
  readonly code: number | null;
  readonly stderr: string;
  readonly document: Document | undefined;
}

/** A template of its own in an empty folder, checked for a CIIO. */
async function check(name: string, text: string, args: readonly string[] = []): Promise<Checked> {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, name), text);
  writeFileSync(join(cwd, "jingnei.yaml"), "operator: { status: ciio }\n");
  const { code, stderr } = await jingnei(["check", name, ...args, "--format", "json"], { cwd });
  const report = join(cwd, "jingnei-report/report.json");
  const document = existsSync(report) ? Document.parse(JSON.parse(readFileSync(report, "utf8"))) : undefined;
  return { code, stderr, document };
}

function edges({ document }: Checked): readonly string[] {
  return (document?.edges ?? [])
    .filter(({ kind }) => kind !== "stored-in")
    .map(({ from, kind, to, party, place }) => `${from} ${kind} ${to ?? party ?? ""} ${place.region ?? ""}`.trim());
}

function findings({ document }: Checked): readonly string[] {
  return (document?.findings ?? []).map(
    ({ policy, verdict, resource, edge, location }) =>
      `${policy} ${verdict} ${resource} ${edge?.kind} ${location?.line}`,
  );
}

const schema = "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#";

function arm(resources: readonly object[], more: object = {}): string {
  return JSON.stringify({ $schema: schema, contentVersion: "1.0.0.0", ...more, resources }, null, 1);
}

const server = (name: string, location: string) => ({ type: "Microsoft.Sql/servers", name, location, properties: {} });
const account = (name: string, location: string, more: object = {}) => ({
  type: "Microsoft.Storage/storageAccounts",
  name,
  location,
  sku: { name: "Standard_LRS" },
  properties: {},
  ...more,
});

describe("an ARM template", () => {
  test("whose failover group takes a classified database outside is not met on the database", async () => {
    const checked = await check(
      "main.json",
      arm([
        server("cn", "chinaeast2"),
        server("hk", "eastasia"),
        {
          type: "Microsoft.Sql/servers/databases",
          name: "cn/orders",
          location: "chinaeast2",
          tags: { "data-class": "personal" },
          properties: { requestedBackupStorageRedundancy: "Local" },
        },
        {
          type: "Microsoft.Sql/servers/failoverGroups",
          name: "cn/group",
          properties: {
            partnerServers: [{ id: "[resourceId('Microsoft.Sql/servers', 'hk')]" }],
            databases: ["[resourceId('Microsoft.Sql/servers/databases', 'cn', 'orders')]"],
          },
        },
      ]),
    );
    expect(edges(checked)).toEqual([
      "Microsoft.Sql/servers/cn fails-over-to Microsoft.Sql/servers/hk eastasia",
      "Microsoft.Sql/servers/databases/cn/orders fails-over-to Microsoft.Sql/servers/hk eastasia",
    ]);
    expect(findings(checked)).toContain(
      "CSL-39-EXPORT-PI not-met Microsoft.Sql/servers/databases/cn/orders fails-over-to 17",
    );
    expect(checked.document?.coverage.gaps).toEqual([]);
    expect(checked.code).toBe(1);
  });

  test("says which registry, cache and account a child replicates, by the child's name", async () => {
    const checked = await check(
      "main.json",
      arm([
        { type: "Microsoft.ContainerRegistry/registries", name: "acr", location: "chinaeast2" },
        { type: "Microsoft.ContainerRegistry/registries/replications", name: "acr/jp", location: "japaneast" },
        { type: "Microsoft.Cache/redis", name: "one", location: "chinaeast2", properties: {} },
        {
          type: "Microsoft.Cache/redis/linkedServers",
          name: "one/two",
          properties: { linkedRedisCacheId: "/two", linkedRedisCacheLocation: "eastasia", serverRole: "Secondary" },
        },
        account("cn", "chinaeast2"),
        account("hk", "eastasia"),
        {
          type: "Microsoft.Storage/storageAccounts/objectReplicationPolicies",
          name: "hk/default",
          properties: {
            sourceAccount: "[resourceId('Microsoft.Storage/storageAccounts', 'cn')]",
            destinationAccount: "hk",
          },
        },
      ]),
    );
    expect(edges(checked)).toEqual([
      "Microsoft.Cache/redis/one reachable-from *",
      "Microsoft.Cache/redis/one replicates-to /two eastasia",
      "Microsoft.ContainerRegistry/registries/acr replicates-to  japaneast",
      "Microsoft.Storage/storageAccounts/cn replicates-to Microsoft.Storage/storageAccounts/hk eastasia",
    ]);
  });

  test("that opens a container to everyone opens its account, whether its service is declared or not", async () => {
    const container = (name: string, publicAccess: string) => ({
      type: "Microsoft.Storage/storageAccounts/blobServices/containers",
      name,
      properties: { publicAccess },
    });
    const tags = { "data-class": "personal" };
    const checked = await check(
      "main.json",
      arm([
        account("a", "chinaeast2", { tags }),
        { type: "Microsoft.Storage/storageAccounts/blobServices", name: "a/default", properties: {} },
        container("a/default/open", "Blob"),
        account("b", "chinaeast2", { tags }),
        container("b/default/open", "Container"),
        account("c", "chinaeast2", { tags }),
        container("c/default/closed", "None"),
      ]),
    );
    expect(edges(checked)).toEqual([
      "Microsoft.Storage/storageAccounts/a reachable-from *",
      "Microsoft.Storage/storageAccounts/b reachable-from *",
    ]);
    expect(checked.document?.coverage.gaps).toEqual([]);
  });
});

test("an ARM template's firewall rule opens a flexible server where it lets in every address, and not otherwise", async () => {
  const flexible = "Microsoft.DBforPostgreSQL/flexibleServers";
  const tags = { "data-class": "personal" };
  const rule = (name: string, startIpAddress: string, endIpAddress: string) => ({
    type: `${flexible}/firewallRules`,
    name,
    properties: { startIpAddress, endIpAddress },
  });
  const checked = await check(
    "main.json",
    arm([
      { type: flexible, name: "open", location: "chinaeast2", tags, properties: {} },
      rule("open/all", "0.0.0.0", "255.255.255.255"),
      { type: flexible, name: "narrow", location: "chinaeast2", tags, properties: {} },
      rule("narrow/office", "203.0.113.1", "203.0.113.9"),
      rule("narrow/azure", "0.0.0.0", "0.0.0.0"),
    ]),
  );
  expect(edges(checked)).toEqual([`${flexible}/open reachable-from *`]);
  expect(checked.document?.coverage.gaps).toEqual([]);
});

test("a folder whose failover group takes a classified database outside is not met on the database", async () => {
  const checked = await check(
    "main.tf",
    `resource "azurerm_mssql_server" "cn" {
  location = "chinaeast2"
}
resource "azurerm_mssql_server" "hk" {
  location = "eastasia"
}
resource "azurerm_mssql_database" "orders" {
  server_id            = azurerm_mssql_server.cn.id
  storage_account_type = "Local"
  tags                 = { data-class = "personal" }
}
resource "azurerm_mssql_failover_group" "group" {
  server_id = azurerm_mssql_server.cn.id
  databases = [azurerm_mssql_database.orders.id]
  partner_server {
    id = azurerm_mssql_server.hk.id
  }
}
`,
  );
  expect(findings(checked)).toContain("CSL-39-EXPORT-PI not-met azurerm_mssql_database.orders fails-over-to 7");
});

test("a ROS template's snapshot policy copies the snapshots of its disks to the regions that it names", async () => {
  const template = `ROSTemplateFormatVersion: '2015-09-01'
Resources:
  Disk:
    Type: ALIYUN::ECS::Disk
    Properties: { ZoneId: cn-hangzhou-h, Tags: [{ Key: data-class, Value: personal }] }
  Policy:
    Type: ALIYUN::ECS::AutoSnapshotPolicy
    Properties:
      DiskIds: [{ Ref: Disk }]
      EnableCrossRegionCopy: true
      TargetCopyRegions: [ap-southeast-1]
`;
  const checked = await check("ros.yaml", template, ["--region", "cn-hangzhou"]);
  expect(edges(checked)).toEqual(["Disk backs-up-to Policy cn-hangzhou", "Policy backs-up-to  ap-southeast-1"]);
  expect(findings(checked)).toContain("CSL-39-BACKUP not-met Policy backs-up-to 6");
});

test.each([
  [
    "cf.yaml",
    "# made by hand\nAWSTemplateFormatVersion: 2031-01-01\nResources: { B: { Type: 'AWS::S3::Bucket' } }\n",
    2,
  ],
  ["ros.yaml", "ROSTemplateFormatVersion: '2031-01-01'\nResources: { B: { Type: 'ALIYUN::OSS::Bucket' } }\n", 1],
  ["arm.json", arm([], { languageVersion: "9.0" }), 4],
])("%s of a format version that is not known is refused with its line", async (name, text, line) => {
  const checked = await check(name, text);
  expect(checked.stderr).toContain(`${name}:${line}: `);
  expect(checked.code).toBe(2);
  expect(checked.document).toBeUndefined();
});

test("a SAM template's table and function are read as what they become", async () => {
  const template = `Transform: AWS::Serverless-2016-10-31
Resources:
  Table:
    Type: AWS::Serverless::SimpleTable
    Properties: { Tags: { data-class: personal, data-origin: mainland } }
  Function:
    Type: AWS::Serverless::Function
    Properties:
      Environment: { Variables: { KEY: canary-5d1f } }
      EventInvokeConfig:
        DestinationConfig: { OnFailure: { Type: SQS, Destination: "arn:aws:sqs:us-east-1:111122223333:failed" } }
`;
  const checked = await check("sam.yaml", template, ["--region", "ap-southeast-1"]);
  expect(findings(checked)).toContain("CSL-39-STORE not-met Table stored-in 3");
  expect(edges(checked)).toEqual(["Function streams-to arn:aws:sqs:us-east-1:111122223333:failed us-east-1"]);
  expect(checked.document?.coverage.gaps).toEqual([]);
  expect(JSON.stringify(checked)).not.toContain("canary-5d1f");
});

test("a parameter without its flag is refused before anything is read, and its value is said nowhere", async () => {
  const template = "Resources: { Q: { Type: 'AWS::SQS::Queue' } }\n";
  const checked = await check("cf.yaml", template, ["--parameters", "A=1", "Password=canary-77ab"]);
  expect(checked.stderr).toContain("Password=… is no plan");
  expect(checked.stderr).not.toContain("canary-77ab");
  expect(checked.code).toBe(2);
  expect(checked.document).toBeUndefined();
});
