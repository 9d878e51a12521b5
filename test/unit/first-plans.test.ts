import { describe, expect, test } from "vitest";
import { alibabaTemplates } from "../../providers/alibaba/planned/index.ts";
import { awsTemplates } from "../../providers/aws/planned/index.ts";
import { azureTemplates } from "../../providers/azure/planned/index.ts";
import { tencentTemplates } from "../../providers/tencent/planned/index.ts";
import type { CollectSink, Gap, ResourceRecord } from "../../src/model/index.ts";
import { recordTemplates } from "../../src/plan/records.ts";
import { readTerraform } from "../support/terraform-plans.ts";

/**
 * What is judged of a first plan with one resource: its links and gaps.
 * @param open - settings that are not known yet
 * @param written - those of them that somebody writes, as something that a plan does not show
 */
function judged(
  type: string,
  after: object,
  open: readonly string[],
  written: readonly string[],
  expression: object = { references: ["local.somewhere"] },
) {
  const address = `${type}.it`;
  const template = readTerraform({
    format_version: "1.2",
    resource_changes: [
      {
        address,
        mode: "managed",
        type,
        name: "it",
        change: {
          actions: ["create"],
          before: null,
          after,
          after_unknown: Object.fromEntries(open.map((name) => [name, true])),
        },
      },
    ],
    configuration: {
      root_module: {
        resources: [
          {
            address,
            mode: "managed",
            type,
            name: "it",
            expressions: Object.fromEntries(written.map((name) => [name, expression])),
          },
        ],
      },
    },
  });
  const records: ResourceRecord[] = [];
  const gaps: Gap[] = [];
  const ignored = (): void => undefined;
  const sink: CollectSink = {
    isDone: () => false,
    begin: ignored,
    asked: ignored,
    record: (_task, record) => records.push(record),
    gap: (gap) => gaps.push(gap),
    end: ignored,
  };
  const providers = [alibabaTemplates, awsTemplates, azureTemplates, tencentTemplates];
  recordTemplates([{ file: "plan.json", format: "terraform-plan", template }], providers, sink, { hasEstate: false });
  return [
    ...records.flatMap(({ links }) =>
      links.filter(({ evidence }) => open.includes(evidence.field.split(/[.[]/)[0] ?? "")),
    ),
    ...gaps,
  ];
}

/**
 * Optional settings that their providers fill in (`Optional` and `Computed` in hashicorp/aws 5.100.0, hashicorp/azurerm,
 * aliyun/alicloud and tencentcloudstack/tencentcloud, read 2026-11-22).
 */
const filledIn: readonly (readonly [type: string, after: object, setting: string])[] = [
  ["aws_secretsmanager_secret", { name: "s" }, "replica"],
  ["aws_keyspaces_keyspace", { name: "k" }, "replication_specification"],
  ["aws_sqs_queue", { name: "q" }, "policy"],
  ["azurerm_managed_disk", { name: "d", location: "chinaeast2" }, "source_uri"],
  ["azurerm_mssql_database", { name: "d", create_mode: "Copy" }, "creation_source_database_id"],
  ["alicloud_polardb_backup_policy", { db_cluster_id: "pc-1" }, "data_level2_backup_another_region_region"],
  ["alicloud_ebs_enterprise_snapshot_policy", { enterprise_snapshot_policy_name: "p" }, "cross_region_copy_info"],
  ["tencentcloud_redis_log_delivery", { instance_id: "crs-1", topic_id: "t" }, "log_region"],
];

describe("in a first plan", () => {
  test.each(filledIn)("%s %j: nothing is said of %s that nobody writes", (type, after, setting) => {
    expect(judged(type, after, [setting], [])).toEqual([]);
  });

  test.each(filledIn)("%s %j: %s is not passed over where somebody writes it", (type, after, setting) => {
    expect(judged(type, after, [setting], [setting])).not.toEqual([]);
  });

  test("an expression of constants that a plan does not show is one", () => {
    expect(judged("aws_sqs_queue", { name: "q" }, ["policy"], ["policy"], {})).not.toEqual([]);
  });
});
