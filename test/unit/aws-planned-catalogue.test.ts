import { describe, expect, it } from "vitest";
import { awsTemplates } from "../../providers/aws/planned/index.ts";
import { types } from "../../providers/aws/types/index.ts";
import { templateProviders } from "../../providers/templates.ts";

const { shapes, claims, holdsNoData, partitionOf } = awsTemplates.catalogue;

/** Types that only templates have: what stands between two records, or that a live scan does not list yet. */
const onlyPlanned = [
  "aws/cassandra/keyspace",
  "aws/cassandra/table",
  "aws/cloudfront/distribution",
  "aws/codecommit/repository",
  "aws/cognito-idp/user-pool",
  "aws/config/delivery-channel",
  "aws/datasync/location",
  "aws/datasync/task",
  "aws/dax/cluster",
  "aws/dlm/lifecycle-policy",
  "aws/dms/endpoint",
  "aws/dms/replication-config",
  "aws/dms/replication-task",
  "aws/ds/directory",
  "aws/ecr/registry",
  "aws/eks/cluster",
  "aws/elasticloadbalancing/load-balancer",
  "aws/elasticmapreduce/cluster",
  "aws/events/rule",
  "aws/glacier/vault",
  "aws/imagebuilder/distribution-configuration",
  "aws/kafka/cluster",
  "aws/kafka/replicator",
  "aws/kendra/index",
  "aws/lightsail/bucket",
  "aws/lightsail/database",
  "aws/lightsail/disk",
  "aws/lightsail/instance",
  "aws/logs/account-policy",
  "aws/memorydb/cluster",
  "aws/memorydb/snapshot",
  "aws/mq/broker",
  "aws/neptune-graph/graph",
  "aws/opensearch-serverless/collection",
  "aws/pipes/pipe",
  "aws/qldb/ledger",
  "aws/redshift-serverless/namespace",
  "aws/route53/query-log",
  "aws/route53resolver/query-log-config",
  "aws/s3control/multi-region-access-point",
  "aws/s3express/directory-bucket",
  "aws/s3tables/table-bucket",
  "aws/ssm/resource-data-sync",
  "aws/timestream/table",
  "aws/vpclattice/access-log-subscription",
  "aws/wafv2/logging-configuration",
  "aws/workspaces/workspace",
];

describe("the AWS catalogue of templates", () => {
  it("has no type but the live ones and those listed here", () => {
    const live = new Set(types.map(({ type }) => type));
    const others = [...new Set(shapes.map(({ type }) => type))].filter((type) => !live.has(type));
    expect(others.sort()).toEqual(onlyPlanned);
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
