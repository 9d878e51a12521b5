import { describe, expect, it } from "vitest";
import { awsTemplates } from "../../providers/aws/planned/index.ts";
import { types } from "../../providers/aws/types/index.ts";
import { templateProviders } from "../../providers/templates.ts";

const { shapes, parts, claims, holdsNoData, partitionOf } = awsTemplates.catalogue;

/** Made by AWS itself, by what another type states, or by a call that Terraform has no resource for. */
const withoutTerraform: Readonly<Record<string, string>> = {
  "aws/backup/recovery-point": "made when a plan runs",
  "aws/dynamodb/backup": "made by a call; a plan of AWS Backup is aws/backup/plan",
  "aws/elasticache/serverless-cache-snapshot": "made by the service or a call",
  "aws/elasticache/snapshot": "made by the service or a call",
  "aws/rds/cluster-automated-backup": "kept by the service after a cluster is gone",
};

/** Types that only templates have: what stands between two records, or that a live scan does not list yet. */
const onlyPlanned = [
  "aws/cloudfront/distribution",
  "aws/config/delivery-channel",
  "aws/datasync/location",
  "aws/datasync/task",
  "aws/dlm/lifecycle-policy",
  "aws/dms/endpoint",
  "aws/dms/replication-config",
  "aws/dms/replication-task",
  "aws/ecr/registry",
  "aws/elasticloadbalancing/load-balancer",
  "aws/kafka/replicator",
  "aws/logs/account-policy",
  "aws/pipes/pipe",
  "aws/route53/query-log",
  "aws/route53resolver/query-log-config",
  "aws/s3control/multi-region-access-point",
  "aws/ssm/resource-data-sync",
  "aws/vpclattice/access-log-subscription",
  "aws/wafv2/logging-configuration",
];

describe("the AWS catalogue of templates", () => {
  const terraform = shapes.filter(({ kind }) => kind.startsWith("aws_"));

  it.each(types.map(({ type }) => type))("has a Terraform shape of %s, or a reason why not", (type) => {
    const has = terraform.some((shape) => shape.type === type);
    expect(has, type).toBe(!(type in withoutTerraform));
  });

  it("states the role of the live type", () => {
    const roles = new Map(types.map(({ type, role }) => [type, role]));
    for (const { kind, type, role } of shapes) {
      expect(roles.get(type) ?? role, kind).toBe(role);
    }
  });

  it("has no type but the live ones and those listed here", () => {
    const live = new Set(types.map(({ type }) => type));
    const others = [...new Set(shapes.map(({ type }) => type))].filter((type) => !live.has(type));
    expect(others.sort()).toEqual(onlyPlanned);
  });

  it("has one shape and one part of a kind, and every part belongs to a type with a shape", () => {
    for (const list of [shapes, parts]) {
      const kinds = list.map(({ kind }) => kind);
      expect(kinds.filter((kind, index) => kinds.indexOf(kind) !== index)).toEqual([]);
    }
    const shaped = new Set(shapes.map(({ type }) => type));
    expect(parts.filter(({ type }) => !shaped.has(type)).map(({ kind }) => kind)).toEqual([]);
  });

  it("claims its own kinds and no others", () => {
    expect(["aws_s3_bucket", "AWS::S3::Bucket"].map(claims)).toEqual([true, true]);
    const others = [
      "awscc_s3_bucket",
      "azurerm_x",
      "ALIYUN::OSS::Bucket",
      "Custom::AWS",
      "alicloud_oss_bucket",
      "xaws_",
    ];
    expect(others.filter(claims)).toEqual([]);
  });

  it.each([
    "aws_iam_role",
    "aws_vpc",
    "aws_vpc_endpoint",
    "aws_subnet",
    "aws_route53_record",
    "aws_autoscaling_group",
    "aws_caller_identity",
    "aws_s3_bucket_lifecycle_configuration",
    "aws_lb_listener",
    "AWS::IAM::Role",
    "AWS::EC2::VPC",
    "AWS::EC2::SecurityGroupIngress",
  ])("knows that %s holds no data", (kind) => {
    expect(holdsNoData(kind)).toBe(true);
  });

  it.each([
    "aws_memorydb_cluster",
    "aws_timestreamwrite_table",
    "aws_keyspaces_table",
    "aws_athena_workgroup",
    "aws_glue_catalog_table",
    "aws_lightsail_database",
    "aws_mq_broker",
    "aws_neptunegraph_graph",
    "aws_s3_directory_bucket",
    "aws_something_new",
    "aws_vpclattice_something_new",
    "AWS::Timestream::Table",
    "AWS::EC2::SomethingNew",
    "AWS::Something::New",
  ])("does not say of %s that it holds none", (kind) => {
    expect(holdsNoData(kind)).toBe(false);
  });

  it("says of nothing that it reads that it holds no data", () => {
    expect([...shapes, ...parts].map(({ kind }) => kind).filter(holdsNoData)).toEqual([]);
  });

  it("tells the partition by the table of regions and guesses none", () => {
    expect(["cn-north-1", "ap-east-1", "us-gov-west-1", "cn-north-9", undefined].map(partitionOf)).toEqual([
      "aws-cn",
      "aws",
      "aws-us-gov",
      undefined,
      undefined,
    ]);
  });

  it("is registered", async () => {
    expect(await templateProviders["aws"]?.()).toBe(awsTemplates);
  });
});
