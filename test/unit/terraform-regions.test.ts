import { describe, expect, it } from "vitest";
import { inShort, readTerraform, resourceAt, resourcesOf } from "../support/terraform-plans.ts";

function shortly(source: string | object, region?: string): Record<string, string> {
  const resources = resourcesOf(source, region === undefined ? {} : { region });
  return Object.fromEntries([...resources].map(([address, resource]) => [address, inShort(resource)]));
}

type Expressions = Record<string, unknown>;

/** A queue in `module.outer.module.inner`, whose provider takes its region from a variable there. */
function nested(parts: {
  readonly innerRegion?: Expressions;
  readonly inner?: Expressions;
  readonly outer?: Expressions;
  readonly root?: Expressions;
  readonly variables?: Record<string, { value: unknown }>;
  readonly defaults?: Record<string, object>;
  readonly innerDefaults?: Record<string, object>;
}): object {
  const region = parts.innerRegion ?? { references: ["var.region"] };
  return {
    format_version: "1.2",
    variables: parts.variables ?? {},
    resource_changes: [
      {
        address: "module.outer.module.inner.aws_sqs_queue.q",
        module_address: "module.outer.module.inner",
        mode: "managed",
        type: "aws_sqs_queue",
        name: "q",
        change: { actions: ["create"], before: null, after: { name: "q" }, after_unknown: {} },
      },
    ],
    configuration: {
      provider_config: {
        "module.outer.module.inner:aws": {
          name: "aws",
          module_address: "module.outer.module.inner",
          expressions: { region },
        },
      },
      root_module: {
        variables: parts.defaults ?? {},
        module_calls: {
          outer: {
            expressions: parts.outer ?? {},
            module: {
              variables: { region: {} },
              module_calls: {
                inner: {
                  expressions: parts.inner ?? {},
                  module: {
                    variables: parts.innerDefaults ?? {},
                    resources: [
                      {
                        address: "aws_sqs_queue.q",
                        provider_config_key: "module.outer.module.inner:aws",
                        expressions: {},
                      },
                    ],
                  },
                },
              },
            },
          },
        },
      },
    },
  };
}

function regionOf(plan: object, region?: string): string {
  return inShort(resourceAt(plan, "module.outer.module.inner.aws_sqs_queue.q", region === undefined ? {} : { region }));
}

const handed = { region: { references: ["var.region"] } };
const inner = "provider aws of module.outer.module.inner";

describe("the region of a provider block", () => {
  it("is followed through the variables of modules up to the value of the plan", () => {
    const plan = nested({
      inner: handed,
      outer: { region: { references: ["var.regions.hk", "var.regions"] } },
      variables: { regions: { value: { hk: "ap-east-1" } } },
    });
    expect(regionOf(plan)).toBe(`create ap-east-1 (${inner})`);
  });

  it("is followed into what a variable holds on every way up", () => {
    const plan = nested({
      innerRegion: { references: ["var.settings.region", "var.settings"] },
      inner: { settings: { references: ["var.clouds[0].hk", "var.clouds[0]", "var.clouds"] } },
      outer: { clouds: { constant_value: [{ hk: { region: "ap-east-1" } }] } },
    });
    expect(regionOf(plan)).toBe(`create ap-east-1 (${inner})`);
  });

  it("may be a constant on the way, or a default", () => {
    expect(regionOf(nested({ inner: handed, outer: { region: { constant_value: "eu-west-1" } } }))).toBe(
      `create eu-west-1 (${inner})`,
    );
    expect(regionOf(nested({ innerDefaults: { region: { default: "cn-north-1" } } }))).toBe(
      `create cn-north-1 (${inner})`,
    );
    expect(
      regionOf(
        nested({
          inner: handed,
          outer: { region: { references: ["var.far"] } },
          defaults: { far: { default: "ap-east-1" } },
        }),
      ),
    ).toBe(`create ap-east-1 (${inner})`);
  });

  it.each([
    ["local.region", ["local.region"]],
    ["each.value", ["each.value"]],
    ["data.aws_region.here.name", ["data.aws_region.here.name", "data.aws_region.here"]],
    ["var.area", ["var.area", "var.number"]],
    ["var.missing", ["var.missing"]],
    ["var.secret", ["var.secret"]],
    ["an expression", []],
  ])("is unknown, also with --region, where it is made of %s", (madeOf, references) => {
    const plan = nested({
      inner: handed,
      outer: { region: { references } },
      variables: { area: { value: "ap-east" }, number: { value: "1" }, secret: { value: "ap-east-1" } },
      defaults: { secret: { sensitive: true }, missing: {} },
    });
    expect(regionOf(plan, "cn-north-1")).toBe(`create ? (${inner}, region = ${madeOf})`);
  });

  it("is left to --region where the block or the variable is empty", () => {
    expect(regionOf(nested({ innerRegion: { constant_value: null } }), "cn-north-1")).toBe(
      "create cn-north-1 (--region)",
    );
    expect(regionOf(nested({ innerDefaults: { region: { default: null } } }), "cn-north-1")).toBe(
      "create cn-north-1 (--region)",
    );
    expect(regionOf(nested({ innerRegion: { constant_value: null } }))).toBe(`create ? (${inner})`);
  });

  it("is the parent's where a module brings no provider of its own", () => {
    const plan = nested({}) as { configuration: { provider_config: object } };
    plan.configuration.provider_config = { aws: { expressions: { region: { constant_value: "cn-north-1" } } } };
    expect(regionOf(plan)).toBe("create cn-north-1 (provider aws)");
  });

  it("is unknown where a module's alias is not among the provider blocks, though the root has one of that name", () => {
    const text = JSON.stringify(nested({})).replaceAll("inner:aws", "inner:aws.far");
    const plan = JSON.parse(text);
    plan.configuration.provider_config = { "aws.far": { expressions: { region: { constant_value: "cn-north-1" } } } };
    expect(regionOf(plan)).toBe("create ? (provider aws.far of module.outer.module.inner)");
  });

  it("is never guessed where the plan has no configuration, and the report is told", () => {
    const plan = { ...nested({}), configuration: undefined };
    expect(regionOf(plan)).toBe("create ? (no provider block)");
    expect(regionOf(plan, "cn-north-1")).toBe("create cn-north-1 (--region)");
    const bucket = { address: "aws_s3_bucket.b", mode: "managed", type: "aws_s3_bucket", name: "b" };
    const change = { actions: ["create"], before: null, after: {}, after_unknown: { region: true } };
    const bare = { format_version: "1.2", resource_changes: [{ ...bucket, change }] };
    expect(inShort(resourceAt(bare, "aws_s3_bucket.b", { region: "cn-north-1" }))).toBe("create ? (region)");
    expect(readTerraform(plan).gaps).toEqual([
      { address: null, kind: "terraform-plan", detail: expect.stringContaining("no configuration") },
    ]);
  });
});

describe("plans of providers, written by hand after real ones", () => {
  it("AWS 6: the resource's own region outranks the provider's; one that is not known yet is unknown", () => {
    expect(shortly("by-hand/aws6.json", "us-east-1")).toEqual({
      "aws_s3_bucket.plain": "create cn-north-1 (region)",
      "aws_s3_bucket.stated": "create ap-east-1 (region)",
      "aws_s3_bucket.by_variable": "create eu-west-1 (region)",
      "aws_s3_bucket.later": "create ? (region)",
      "aws_iam_role.global": "create cn-north-1 (provider aws)",
    });
    expect(resourceAt("by-hand/aws6.json", "aws_s3_bucket.plain").account).toBe("111122223333");
  });

  it("Azure: cloud and subscription of the provider block; the location is the resource's", () => {
    const mainland = resourceAt("by-hand/azurerm.json", "azurerm_storage_account.mainland");
    const outside = resourceAt("by-hand/azurerm.json", "azurerm_storage_account.outside");

    expect(mainland).toMatchObject({ partition: "china", account: "00000000-0000-0000-0000-000000000001" });
    expect(mainland.region.known).toBe(false);
    expect(mainland.settings.text("location")).toEqual({ known: true, value: "chinanorth3" });
    expect(mainland.settings.text("primary_access_key").known).toBe(false);
    expect(outside).not.toHaveProperty("partition");
    expect(outside).not.toHaveProperty("account");
    const { settings } = resourceAt("by-hand/azurerm.json", "azurerm_storage_object_replication.out");
    expect(settings.refs("source_storage_account_id")).toEqual(["azurerm_storage_account.mainland"]);
    expect(settings.refs("destination_storage_account_id")).toEqual(["azurerm_storage_account.outside"]);
  });

  it("Alibaba Cloud: region and account of the provider block, through a module that is handed another one", () => {
    expect(shortly("by-hand/alicloud.json")).toEqual({
      "alicloud_oss_bucket.crm": "create cn-hangzhou (provider alicloud)",
      "module.remote.alicloud_oss_bucket.copy": "create cn-hongkong (provider alicloud.hongkong)",
      "alicloud_oss_bucket_replication.out": "create cn-hangzhou (provider alicloud)",
      "alicloud_db_instance.crm": "create cn-hangzhou (provider alicloud)",
    });
    expect(resourceAt("by-hand/alicloud.json", "alicloud_oss_bucket.crm").account).toBe("1234567890123456");
    const { settings } = resourceAt("by-hand/alicloud.json", "alicloud_oss_bucket_replication.out");
    expect(settings.refs("destination.bucket")).toEqual(["module.remote.alicloud_oss_bucket.copy"]);
    expect(settings.text("destination.location")).toEqual({ known: true, value: "oss-cn-hongkong" });
  });

  it("Tencent Cloud and Huawei Cloud: parts of a variable, and the resource's own region", () => {
    expect(shortly("by-hand/tencent-huawei.json")).toEqual({
      "tencentcloud_cos_bucket.near": "create ap-guangzhou (provider tencentcloud)",
      "tencentcloud_cos_bucket.far": "create ap-hongkong (provider tencentcloud.far)",
      "huaweicloud_obs_bucket.near": "create cn-north-4 (region)",
      "huaweicloud_obs_bucket.far": "create ap-southeast-1 (region)",
      "huaweicloud_rds_instance.unset": "create cn-north-4 (provider huaweicloud)",
    });
  });
});
