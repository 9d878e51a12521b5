import { describe, expect, test } from "vitest";
import { awsTemplates } from "../../providers/aws/planned/index.ts";
import { known } from "../../src/model/index.ts";
import { type GivenResource, linksOf, recordsOf } from "../support/planned-provider.ts";

function read(...given: readonly GivenResource[]) {
  return recordsOf(awsTemplates, "cn-north-1", given);
}

type Settings = NonNullable<GivenResource["settings"]>;

/** What one resource states alone, written by hand. */
const statements: readonly (readonly [
  kind: string,
  settings: Settings,
  type: string,
  role: string,
  links: readonly string[],
])[] = [
  ["aws_cognito_user_pool", { name: "members" }, "cognito-idp/user-pool", "store", []],
  ["AWS::Cognito::UserPool", { UserPoolName: "members" }, "cognito-idp/user-pool", "store", []],
  ["aws_memorydb_cluster", { name: "c" }, "memorydb/cluster", "store", []],
  ["aws_eks_cluster", { name: "c" }, "eks/cluster", "compute", []],
  [
    "aws_emr_cluster",
    { log_uri: "s3://logs/emr/" },
    "elasticmapreduce/cluster",
    "store",
    ["logs-to to arn:aws-cn:s3:::logs"],
  ],
  [
    "aws_keyspaces_keyspace",
    { name: "k", replication_specification: [{ region_list: ["cn-north-1", "ap-east-1"] }] },
    "cassandra/keyspace",
    "store",
    ["replicates-to to ? in ap-east-1"],
  ],
  [
    "AWS::Cassandra::Keyspace",
    { ReplicationSpecification: { RegionList: ["cn-north-1", "ap-east-1"] } },
    "cassandra/keyspace",
    "store",
    ["replicates-to to ? in ap-east-1"],
  ],
  [
    "aws_mq_broker",
    { data_replication_primary_broker_arn: "arn:aws:mq:us-east-1:111122223333:broker:b:1" },
    "mq/broker",
    "store",
    ["replicates-to from arn:aws:mq:us-east-1:111122223333:broker:b:1 in us-east-1"],
  ],
  [
    "aws_imagebuilder_distribution_configuration",
    { distribution: [{ region: "cn-north-1" }, { region: "ap-east-1" }] },
    "imagebuilder/distribution-configuration",
    "flow",
    ["copied-to to ? in ap-east-1"],
  ],
  [
    "AWS::Events::Rule",
    { Targets: [{ Arn: "arn:aws:events:ap-east-1:111122223333:event-bus/default", Id: "hk" }] },
    "events/rule",
    "flow",
    ["streams-to to arn:aws:events:ap-east-1:111122223333:event-bus/default in ap-east-1"],
  ],
  [
    "AWS::Events::Rule",
    { State: "DISABLED", Targets: [{ Arn: "arn:aws:events:ap-east-1:111122223333:event-bus/default" }] },
    "events/rule",
    "flow",
    [],
  ],
  [
    "AWS::ElasticLoadBalancingV2::LoadBalancer",
    {
      LoadBalancerAttributes: [
        { Key: "access_logs.s3.enabled", Value: "true" },
        { Key: "access_logs.s3.bucket", Value: "logs" },
      ],
    },
    "elasticloadbalancing/load-balancer",
    "flow",
    ["logs-to to arn:aws-cn:s3:::logs"],
  ],
  [
    "AWS::ElasticLoadBalancingV2::LoadBalancer",
    { LoadBalancerAttributes: [{ Key: "access_logs.s3.bucket", Value: "logs" }] },
    "elasticloadbalancing/load-balancer",
    "flow",
    [],
  ],
  [
    "AWS::ElasticLoadBalancing::LoadBalancer",
    { AccessLoggingPolicy: { Enabled: true, S3BucketName: "logs" } },
    "elasticloadbalancing/load-balancer",
    "flow",
    ["logs-to to arn:aws-cn:s3:::logs"],
  ],
];

test.each(statements)("%s with %o", (kind, settings, type, role, links) => {
  const isTerraform = kind.startsWith("aws_");
  const address = isTerraform ? `${kind}.it` : "It";
  const { at, gaps } = read({ address, settings, ...(isTerraform ? {} : { kind }) });
  expect(at(address)).toMatchObject({ type: `aws/${type}`, role, place: known({ region: "cn-north-1" }) });
  expect(linksOf(at(address))).toEqual(links);
  expect(gaps).toEqual([]);
});

describe("settings that are resources of their own", () => {
  test("a target of a rule is stated by the rule", () => {
    const rule: GivenResource = { address: "aws_cloudwatch_event_rule.r", settings: { name: "orders" } };
    const arn = "arn:aws:events:ap-east-1:111122223333:event-bus/default";
    const { at } = read(rule, { address: "aws_cloudwatch_event_target.t", settings: { rule: "orders", arn } });
    expect(linksOf(at(rule.address))).toEqual([`streams-to to ${arn} in ap-east-1`]);
  });

  test("a directory is replicated to the region that is added", () => {
    const directory: GivenResource = {
      address: "aws_directory_service_directory.d",
      settings: { id: "d-1", name: "corp" },
    };
    const settings = { directory_id: "d-1", region_name: "ap-east-1" };
    const refs = { directory_id: [directory.address] };
    const { at } = read(directory, { address: "aws_directory_service_region.r", settings, refs });
    expect(linksOf(at(directory.address))).toEqual(["replicates-to to ? in ap-east-1"]);
  });
});

test.each([
  ["aws_cloudwatch_event_bus", true],
  ["aws_cloudwatch_event_rule", false],
  ["AWS::Events::EventBus", true],
  ["AWS::Cognito::UserPoolClient", true],
  ["AWS::Cognito::IdentityPool", false],
  ["AWS::Events::Archive", false],
  ["AWS::Events::Endpoint", false],
])("%s holds no data: %s", (kind, answer) => {
  expect(awsTemplates.catalogue.holdsNoData(kind)).toBe(answer);
});
