import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { Document, type ReportResource } from "../../src/model/index.ts";
import { emptyFolder, jingnei } from "../support/command.ts";
import { fixtureDocument } from "../support/report-fixture.ts";

interface Setting {
  readonly provider: "alicloud" | "aws" | "azurerm";
  readonly region?: string;
  readonly type: string;
  readonly after: Readonly<Record<string, unknown>>;
}

/** A plan that makes one setting of something that it knows by a name only. */
function planOf({ provider, region, type, after }: Setting): string {
  const owner = provider === "alicloud" ? "aliyun" : "hashicorp";
  const provider_name = `registry.terraform.io/${owner}/${provider}`;
  const change = {
    actions: ["create"],
    before: null,
    after,
    after_unknown: { id: true },
    before_sensitive: false,
    after_sensitive: {},
  };
  const named = { address: `${type}.x`, mode: "managed", type, name: "x" };
  return JSON.stringify({
    format_version: "1.2",
    terraform_version: "1.11.4",
    planned_values: { root_module: {} },
    resource_changes: [{ ...named, provider_name, change }],
    configuration: {
      provider_config: {
        [provider]: {
          name: provider,
          full_name: provider_name,
          expressions: region === undefined ? {} : { region: { constant_value: region } },
        },
      },
      root_module: { resources: [{ ...named, provider_config_key: provider, expressions: {} }] },
    },
  });
}

function found(resource: Partial<ReportResource>): ReportResource {
  const [first] = fixtureDocument().resources;
  if (first === undefined) throw new Error("the fixture has no resource");
  return {
    ...first,
    role: "store",
    name: "crm",
    tags: {},
    attributes: {},
    dataClass: {
      class: "personal",
      classes: ["personal"],
      origin: "mainland",
      confidence: 0.95,
      evidence: [],
    },
    ...resource,
  };
}

/** What is not met of a change beside an estate of these resources, for a CIIO. */
async function unmet(setting: Setting, estate: readonly ReportResource[]): Promise<readonly string[]> {
  const cwd = emptyFolder();
  const document = { ...fixtureDocument(), resources: estate, edges: [], findings: [] };
  writeFileSync(join(cwd, "plan.json"), planOf(setting));
  writeFileSync(join(cwd, "estate.json"), JSON.stringify(document));
  writeFileSync(join(cwd, "jingnei.yaml"), "operator: { status: ciio }\n");
  await jingnei(["check", "plan.json", "--estate", "estate.json", "--format", "json"], { cwd });
  const { findings } = Document.parse(JSON.parse(readFileSync(join(cwd, "jingnei-report/report.json"), "utf8")));
  return findings
    .filter(({ verdict }) => verdict === "not-met")
    .map(({ policy, edge, place }) => `${policy} ${edge?.kind} ${place.region}`);
}

const mainland = { region: "cn-hangzhou", country: "CN", jurisdiction: "mainland" } as const;
const usEast = { region: "us-east-1", country: "US", jurisdiction: "foreign" } as const;

describe("what the last scan found is the one that a change means", () => {
  test("by the name of a bucket of Alibaba Cloud, whatever the account", async () => {
    const replication: Setting = {
      provider: "alicloud",
      region: "cn-hangzhou",
      type: "alicloud_oss_bucket_replication",
      after: { bucket: "crm", action: "ALL", destination: [{ bucket: "copy", location: "oss-cn-hongkong" }] },
    };
    const bucket = found({
      id: "acs:oss:cn-hangzhou:1234567890123456:crm",
      type: "alibaba/oss/bucket",
      provider: "alibaba",
      partition: "alibaba",
      place: mainland,
    });
    expect(await unmet(replication, [bucket])).toEqual(["CSL-39-EXPORT-PI replicates-to cn-hongkong"]);
  });

  test("by the id of a database of Alibaba Cloud", async () => {
    const backup: Setting = {
      provider: "alicloud",
      region: "cn-hangzhou",
      type: "alicloud_rds_instance_cross_backup_policy",
      after: { instance_id: "rm-bp1crm", cross_backup_region: "cn-hongkong" },
    };
    const database = found({
      id: "acs:rds:cn-hangzhou:1234567890123456:dbinstance/rm-bp1crm",
      type: "alibaba/rds/instance",
      provider: "alibaba",
      partition: "alibaba",
      place: mainland,
    });
    expect(await unmet(backup, [database])).toEqual(["CSL-39-BACKUP backs-up-to cn-hongkong"]);
  });

  const subscription: Setting = {
    provider: "aws",
    region: "us-east-1",
    type: "aws_cloudwatch_log_subscription_filter",
    after: {
      name: "out",
      log_group_name: "/crm/app",
      destination_arn: "arn:aws:kinesis:ap-east-1:111122223333:stream/out",
      filter_pattern: "",
    },
  };
  const logs = (account: string, rest: Partial<ReportResource> = {}) =>
    found({
      id: `arn:aws:logs:us-east-1:${account}:log-group:/crm/app`,
      type: "aws/logs/log-group",
      provider: "aws",
      partition: "aws",
      place: usEast,
      ...rest,
    });

  test("by a name of AWS that says no account", async () => {
    expect(await unmet(subscription, [logs("111122223333")])).toEqual(["CSL-39-EXPORT-PI streams-to ap-east-1"]);
  });

  test("but not where several accounts have one of that name", async () => {
    expect(await unmet(subscription, [logs("111122223333"), logs("444455556666")])).toEqual([]);
  });

  test("by an id of Azure in any case", async () => {
    const id = (group: string, name: string) =>
      `/subscriptions/0b1f/resourceGroups/${group}/providers/Microsoft.Storage/storageAccounts/${name}`;
    const azure = { type: "azure/storage/account", provider: "azure", partition: "AzureCloud" };
    const replication: Setting = {
      provider: "azurerm",
      type: "azurerm_storage_object_replication",
      after: {
        source_storage_account_id: id("CRM", "crmdata"),
        destination_storage_account_id: id("crm", "copy"),
        rules: [{ source_container_name: "a", destination_container_name: "b" }],
      },
    };
    const source = found({
      ...azure,
      id: id("crm", "crmdata"),
      place: { region: "eastus", country: "US", jurisdiction: "foreign" },
    });
    const copy = found({
      ...azure,
      id: id("crm", "copy"),
      name: "copy",
      place: { region: "eastasia", country: "HK", jurisdiction: "hong-kong" },
    });
    expect(await unmet(replication, [source, copy])).toEqual(["CSL-39-EXPORT-PI replicates-to eastasia"]);
  });
});
