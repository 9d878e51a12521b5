import { describe, expect, it } from "vitest";
import { later } from "../../src/plan/settings.ts";
import { linksOf, partLinksOf, placeOf, read, readPart, type Written } from "../support/aws-planned.ts";

const beijing = "cn-north-1";
type Row = readonly [title: string, written: Written, links: readonly string[]];

const shapes: readonly Row[] = [
  [
    "a bucket to its replica and its logs",
    {
      kind: "AWS::S3::Bucket",
      values: {
        ReplicationConfiguration: {
          Rules: [
            { Status: "Enabled", Destination: { Bucket: later } },
            { Status: "Disabled", Destination: { Bucket: "arn:aws:s3:::off" } },
          ],
        },
        LoggingConfiguration: { DestinationBucketName: "logs" },
      },
      refs: { "ReplicationConfiguration.Rules.Destination.Bucket": "Copy" },
      region: beijing,
    },
    ["replicates-to > Copy", "logs-to > arn:aws-cn:s3:::logs"],
  ],
  ["a disk from its snapshot", { kind: "AWS::EC2::Volume", values: { SnapshotId: "snap-1" } }, ["copied-to < snap-1"]],
  [
    "a flow log to a bucket",
    { kind: "AWS::EC2::FlowLog", values: { LogDestinationType: "s3", LogDestination: "arn:aws:s3:::logs/vpc" } },
    ["logs-to > arn:aws:s3:::logs"],
  ],
  [
    "a flow log to a log group by name",
    { kind: "AWS::EC2::FlowLog", values: { LogGroupName: "vpc" }, region: beijing },
    ["logs-to > arn:aws-cn:logs:cn-north-1::log-group:vpc@cn-north-1"],
  ],
  [
    "a read replica of another region, and backups to one",
    {
      kind: "AWS::RDS::DBInstance",
      values: {
        SourceDBInstanceIdentifier: "arn:aws:rds:us-east-1:1:db:crm",
        SourceRegion: "us-east-1",
        AutomaticBackupReplicationRegion: "ap-east-1",
      },
      region: "us-west-2",
    },
    ["replicates-to < arn:aws:rds:us-east-1:1:db:crm@us-east-1", "backs-up-to > @ap-east-1"],
  ],
  [
    "a reader of a global cluster",
    {
      kind: "AWS::RDS::DBCluster",
      values: { GlobalClusterIdentifier: later },
      refs: { GlobalClusterIdentifier: "Global" },
    },
    ["replicates-to < Global"],
  ],
  [
    "a global table to its other regions",
    {
      kind: "AWS::DynamoDB::GlobalTable",
      values: { TableName: "t", Replicas: [{ Region: "us-east-1" }, { Region: "ap-east-1" }] },
      region: "us-east-1",
    },
    ["replicates-to > arn:aws:dynamodb:ap-east-1::table/t@ap-east-1"],
  ],
  [
    "a global table of which no region is known",
    { kind: "AWS::DynamoDB::GlobalTable", values: { Replicas: [{ Region: later }] }, region: "us-east-1" },
    ["replicates-to > ?"],
  ],
  [
    "a file system to another region",
    {
      kind: "AWS::EFS::FileSystem",
      values: { ReplicationConfiguration: { ReplicationDestinations: [{ Region: "ap-east-1" }] } },
    },
    ["replicates-to > @ap-east-1"],
  ],
  [
    "a search domain to its logs and to everyone",
    {
      kind: "AWS::OpenSearchService::Domain",
      values: {
        AccessPolicies: { Statement: [{ Effect: "Allow", Principal: { AWS: "*" }, Action: "es:*" }] },
        LogPublishingOptions: { INDEX_SLOW_LOGS: { CloudWatchLogsLogGroupArn: later } },
      },
      refs: { "LogPublishingOptions.INDEX_SLOW_LOGS.CloudWatchLogsLogGroupArn": "Logs" },
    },
    ["reachable-from > !*", "logs-to > Logs"],
  ],
  [
    "a trail to its bucket",
    { kind: "AWS::CloudTrail::Trail", values: { S3BucketName: later }, refs: { S3BucketName: "Audit" } },
    ["logs-to > Audit"],
  ],
  [
    "a topic to its subscribers",
    {
      kind: "AWS::SNS::Topic",
      values: {
        Subscription: [
          { Protocol: "https", Endpoint: "https://x.example.com/hidden" },
          { Protocol: "email", Endpoint: "hidden@example.com" },
        ],
      },
    },
    ["streams-to > !x.example.com", "streams-to > !email"],
  ],
  [
    "a queue to its dead letters",
    {
      kind: "AWS::SQS::Queue",
      values: { RedrivePolicy: { deadLetterTargetArn: later } },
      refs: { "RedrivePolicy.deadLetterTargetArn": "Dead" },
    },
    ["streams-to > Dead"],
  ],
  [
    "a delivery stream",
    {
      kind: "AWS::KinesisFirehose::DeliveryStream",
      values: {
        KinesisStreamSourceConfiguration: { KinesisStreamARN: "arn:aws:kinesis:us-east-1:1:stream/s" },
        ExtendedS3DestinationConfiguration: { BucketARN: "arn:aws:s3:::all" },
        SplunkDestinationConfiguration: { HECEndpoint: "https://hec.example.com:8088/hidden" },
      },
    },
    [
      "streams-to < arn:aws:kinesis:us-east-1:1:stream/s@us-east-1",
      "streams-to > arn:aws:s3:::all",
      "streams-to > !hec.example.com",
    ],
  ],
  [
    "a secret's replicas",
    { kind: "AWS::SecretsManager::Secret", values: { ReplicaRegions: [{ Region: "ap-east-1" }] } },
    ["replicates-to > @ap-east-1"],
  ],
  [
    "a replica key",
    { kind: "AWS::KMS::ReplicaKey", values: { PrimaryKeyArn: "arn:aws:kms:us-east-1:1:key/mrk-1" } },
    ["replicates-to < arn:aws:kms:us-east-1:1:key/mrk-1@us-east-1"],
  ],
  [
    "a registry's replication",
    {
      kind: "AWS::ECR::ReplicationConfiguration",
      values: { ReplicationConfiguration: { Rules: [{ Destinations: [{ Region: "ap-east-1", RegistryId: "1" }] }] } },
    },
    ["replicates-to > @ap-east-1"],
  ],
  [
    "a backup plan's copies",
    {
      kind: "AWS::Backup::BackupPlan",
      values: {
        BackupPlan: {
          BackupPlanRule: [
            {
              TargetBackupVault: "v",
              CopyActions: [{ DestinationBackupVaultArn: "arn:aws:backup:ap-east-1:1:backup-vault:w" }],
            },
          ],
        },
      },
      region: "us-east-1",
    },
    [
      "backs-up-to > arn:aws:backup:us-east-1::backup-vault:v@us-east-1",
      "backs-up-to > arn:aws:backup:ap-east-1:1:backup-vault:w@ap-east-1",
    ],
  ],
  [
    "a lifecycle policy's copies",
    {
      kind: "AWS::DLM::LifecyclePolicy",
      values: { PolicyDetails: { Schedules: [{ CrossRegionCopyRules: [{ Target: "ap-east-1" }] }] } },
    },
    ["backs-up-to > @ap-east-1"],
  ],
  [
    "a function's log group",
    { kind: "AWS::Lambda::Function", values: { FunctionName: "f" }, region: "us-east-1" },
    ["logs-to > arn:aws:logs:us-east-1::log-group:/aws/lambda/f@us-east-1"],
  ],
];

const parts: readonly Row[] = [
  [
    "secondaries of a global datastore",
    {
      kind: "AWS::ElastiCache::GlobalReplicationGroup",
      values: {
        Members: [
          { ReplicationGroupId: later, ReplicationGroupRegion: "us-east-1", Role: "PRIMARY" },
          { ReplicationGroupId: "b", ReplicationGroupRegion: "ap-east-1", Role: "SECONDARY" },
        ],
      },
      refs: { "Members.ReplicationGroupId": "Group" },
      region: "us-east-1",
    },
    ["replicates-to > Group@ap-east-1"],
  ],
  [
    "a policy that lets everyone and another account read",
    {
      kind: "AWS::S3::BucketPolicy",
      values: {
        PolicyDocument: {
          Statement: [
            { Effect: "Allow", Principal: "*", Action: ["s3:GetObject"] },
            { Effect: "Allow", Principal: { AWS: ["arn:aws:iam::999988887777:root"] }, Action: "s3:*" },
            { Effect: "Allow", Principal: { AWS: "arn:aws:iam::555566667777:root" }, Action: "s3:ListBucket" },
            { Effect: "Deny", Principal: "*", Action: "s3:*" },
          ],
        },
      },
    },
    ["reachable-from > !*", "reachable-from > !999988887777"],
  ],
  [
    "a policy for an organisation only",
    {
      kind: "AWS::S3::BucketPolicy",
      values: {
        PolicyDocument: {
          Statement: [
            {
              Effect: "Allow",
              Principal: "*",
              Action: "s3:GetObject",
              Condition: { StringEquals: { "aws:PrincipalOrgID": "o-abc123" } },
            },
          ],
        },
      },
    },
    ["reachable-from > !o-abc123"],
  ],
  [
    "what feeds a function",
    { kind: "AWS::Lambda::EventSourceMapping", values: { EventSourceArn: later }, refs: { EventSourceArn: "Orders" } },
    ["streams-to < Orders"],
  ],
  [
    "a subscription of logs",
    { kind: "AWS::Logs::SubscriptionFilter", values: { DestinationArn: "arn:aws:kinesis:us-east-1:1:stream/s" } },
    ["streams-to > arn:aws:kinesis:us-east-1:1:stream/s@us-east-1"],
  ],
];

describe("links of CloudFormation resources", () => {
  it.each(shapes)("%s", (_title, written, links) => {
    expect(linksOf(written)).toEqual(links);
  });

  it.each(parts)("%s, as a setting of another resource", (_title, written, links) => {
    expect(partLinksOf(written)).toEqual(links);
  });

  it("keep addresses out of what they say", () => {
    const written = shapes.map(([, one]) => read(one).links.map(({ evidence, target }) => [evidence, target]));
    expect(JSON.stringify(written)).not.toContain("hidden");
  });
});

type Values = NonNullable<Written["values"]>;

const tagRows: readonly (readonly [string, Values, Readonly<Record<string, string>> | undefined])[] = [
  [
    "a list",
    {
      Tags: [
        { Key: "a", Value: "1" },
        { Key: "b", Value: "" },
      ],
    },
    { a: "1", b: "" },
  ],
  ["a map", { Tags: { a: "1" } }, { a: "1" }],
  ["none", {}, {}],
  ["a value that is not known yet", { Tags: [{ Key: "a", Value: later }] }, undefined],
  ["a list that is not known yet", { Tags: later }, undefined],
  [
    "a key that is no key of ours",
    { Tags: [{ Key: "__proto__", Value: "x" }] },
    Object.fromEntries([["__proto__", "x"]]),
  ],
];

describe("other facts of CloudFormation resources", () => {
  it.each(tagRows)("reads tags: %s", (_title, values, expected) => {
    const { tags, unknowns } = read({ kind: "AWS::SSM::Parameter", values });
    expect(tags.known ? tags.value : undefined).toEqual(expected);
    expect(unknowns).toEqual(expected === undefined ? ["Tags"] : []);
  });

  it("reads the tags of kinds that call them otherwise", () => {
    const tagsOf = (kind: string, values: Written["values"]) => {
      const { tags } = read({ kind, values: values ?? {} });
      return tags.known ? tags.value : undefined;
    };
    expect(tagsOf("AWS::EFS::FileSystem", { FileSystemTags: [{ Key: "a", Value: "1" }] })).toEqual({ a: "1" });
    expect(tagsOf("AWS::Backup::BackupVault", { BackupVaultTags: { a: "1" } })).toEqual({ a: "1" });
    expect(tagsOf("AWS::DynamoDB::GlobalTable", { Replicas: [{ Tags: [{ Key: "a", Value: "1" }] }] })).toEqual({
      a: "1",
    });
  });

  it("takes the tags of a global table from the stack's own region", () => {
    const Replicas = [
      { Region: "ap-east-1", Tags: [{ Key: "a", Value: "far" }] },
      { Region: "us-east-1", Tags: [{ Key: "a", Value: "near" }] },
    ];
    const { tags } = read({ kind: "AWS::DynamoDB::GlobalTable", values: { Replicas }, region: "us-east-1" });
    expect(tags).toEqual({ known: true, value: { a: "near" } });
  });

  it("places resources by stack, zone and Outpost", () => {
    expect(placeOf(read({ kind: "AWS::SQS::Queue", region: beijing }))).toBe(beijing);
    expect(placeOf(read({ kind: "AWS::SQS::Queue", values: { region: "ap-east-1" }, region: beijing }))).toBe(beijing);
    expect(placeOf(read({ kind: "AWS::EC2::Volume", values: { AvailabilityZone: "ap-east-1a" } }))).toBe("ap-east-1");
    expect(placeOf(read({ kind: "AWS::EC2::Volume", values: { OutpostArn: "arn:x" }, region: beijing }))).toBe("?");
  });

  it("says of a policy whose principal is not known yet that it decides", () => {
    const { links, unknowns } = readPart({
      kind: "AWS::S3::BucketPolicy",
      values: {
        PolicyDocument: { Statement: [{ Effect: "Allow", Principal: { AWS: later }, Action: "s3:GetObject" }] },
      },
    });
    expect([links, unknowns]).toEqual([[], ["PolicyDocument"]]);
  });
});
