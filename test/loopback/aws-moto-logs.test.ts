import { execFileSync } from "node:child_process";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type AwsScan, scanAws } from "../support/aws-scan.ts";
import { type Moto, motoMissing, startMoto } from "../support/moto.ts";

const missing = motoMissing();
const account = "123456789012";

/** Furnishes a region with boto3, a client that shares no code with ours, and prints the ids that it then lists. */
const program = `
import sys, json, boto3
url, region, partition = sys.argv[1:4]
client = lambda name: boto3.client(name, region_name=region, endpoint_url=url)
arn = lambda service, rest: f"arn:{partition}:{service}:{region}:123456789012:{rest}"
logs, sqs, sns, kinesis, firehose, s3 = map(client, ["logs", "sqs", "sns", "kinesis", "firehose", "s3"])
for number in range(60): logs.create_log_group(logGroupName=f"many/{number:02}")
logs.create_log_group(logGroupName="/aws/rds/instance/crm/audit", tags={"data-class": "personal", "empty": ""})
logs.put_retention_policy(logGroupName="/aws/rds/instance/crm/audit", retentionInDays=30)
for name in ["clicks", "orders"]: kinesis.create_stream(StreamName=name, ShardCount=1)
kinesis.add_tags_to_stream(StreamName="clicks", Tags={"data-class": "personal"})
role = f"arn:{partition}:iam::123456789012:role/stream"
dead = sqs.create_queue(QueueName="dead")["QueueUrl"]
sqs.create_queue(QueueName="orders", tags={"data-class": "personal"}, Attributes={
  "RedrivePolicy": json.dumps({"deadLetterTargetArn": arn("sqs", "dead"), "maxReceiveCount": 3}),
  "Policy": json.dumps({"Version": "2012-10-17", "Statement": [{"Sid": "a", "Effect": "Allow", "Principal": {"AWS": "222233334444"}, "Action": "sqs:ReceiveMessage", "Resource": "*"}]})})
topic = sns.create_topic(Name="orders", Tags=[{"Key": "data-class", "Value": "personal"}])["TopicArn"]
sns.create_topic(Name="quiet")
sns.subscribe(TopicArn=topic, Protocol="sqs", Endpoint=arn("sqs", "orders"))
sns.subscribe(TopicArn=topic, Protocol="email", Endpoint="zhang.san@example.com")
s3.create_bucket(Bucket=f"stream-{region}", **({} if region == "us-east-1" else {"CreateBucketConfiguration": {"LocationConstraint": region}}))
firehose.create_delivery_stream(DeliveryStreamName="vendor", HttpEndpointDestinationConfiguration={
  "EndpointConfiguration": {"Url": "https://intake.example.net/v1?key=secret", "Name": "vendor"},
  "S3Configuration": {"RoleARN": role, "BucketARN": f"arn:{partition}:s3:::stream-{region}"}})
firehose.create_delivery_stream(DeliveryStreamName="archive", ExtendedS3DestinationConfiguration={
  "RoleARN": role, "BucketARN": f"arn:{partition}:s3:::stream-{region}"})
logs.put_subscription_filter(logGroupName="/aws/rds/instance/crm/audit", filterName="a", filterPattern="", destinationArn=arn("firehose", "deliverystream/archive"), roleArn=role)
ids = []
for page in logs.get_paginator("describe_log_groups").paginate():
  ids += [group["arn"].removesuffix(":*") for group in page["logGroups"]]
ids += [sqs.get_queue_attributes(QueueUrl=one, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"] for one in sqs.list_queues()["QueueUrls"]]
ids += [one["TopicArn"] for one in sns.list_topics()["Topics"]]
ids += [one["StreamARN"] for one in kinesis.list_streams()["StreamSummaries"]]
ids += [firehose.describe_delivery_stream(DeliveryStreamName=one)["DeliveryStreamDescription"]["DeliveryStreamARN"] for one in firehose.list_delivery_streams()["DeliveryStreamNames"]]
print(json.dumps(ids))
`;

function furnish(url: string, region: string, partition: string): readonly string[] {
  const keys = { AWS_ACCESS_KEY_ID: "test", AWS_SECRET_ACCESS_KEY: "test", AWS_EC2_METADATA_DISABLED: "true" };
  const output = execFileSync("python3", ["-c", program, url, region, partition], {
    encoding: "utf8",
    env: { ...process.env, ...keys },
  });
  return JSON.parse(output);
}

describe.skipIf(missing !== undefined)(
  `logs and streams of moto${missing === undefined ? "" : ` (skipped: ${missing})`}`,
  () => {
    let moto: Moto;
    beforeAll(async () => {
      moto = await startMoto();
    }, 120_000);
    afterAll(async () => moto?.close());

    test.each([
      { partition: "aws", region: "ap-east-1" },
      { partition: "aws-cn", region: "cn-north-1" },
    ])(
      "of $region: the ids that boto3 lists, their links and settings",
      async ({ partition, region }) => {
        const expected = furnish(moto.url, region, partition);
        expect(expected.length).toBeGreaterThan(60);
        const types = ["aws/logs/log-group", "aws/sqs/queue", "aws/sns/topic", "aws/kinesis/stream"];
        const scan = await scanAws(
          { provider: "aws", partition, regions: [region], endpoint: moto.url },
          { types: [...types, "aws/firehose/delivery-stream"] },
        );
        // moto answers what it does not know with a page; that is a gap and not an account without policies.
        expect(scan.gaps.map(({ operation, reason }) => `${operation} ${reason}`)).toEqual([
          "DescribeAccountPolicies malformed",
        ]);
        expect(scan.records.map(({ id }) => id).sort()).toEqual(expected.toSorted());
        expect(scan.records.every(({ place }) => place.known && place.value.region === region)).toBe(true);

        const arn = (service: string, rest: string) => `arn:${partition}:${service}:${region}:${account}:${rest}`;
        expect(of(scan, arn("logs", "log-group:/aws/rds/instance/crm/audit"))).toEqual({
          tags: { "data-class": "personal", empty: "" },
          attributes: expect.objectContaining({ retentionDays: 30, logKind: "network" }),
          links: [`streams-to ${arn("firehose", "deliverystream/archive")}`],
        });
        expect(of(scan, arn("logs", "log-group:many/07")).attributes).toMatchObject({
          retentionDays: "unlimited",
          logKind: "application",
        });
        expect(of(scan, arn("sqs", "orders"))).toMatchObject({
          tags: { "data-class": "personal" },
          links: [`streams-to ${arn("sqs", "dead")}`, "reachable-from 222233334444"],
        });
        expect(of(scan, arn("sns", "orders"))).toMatchObject({
          tags: { "data-class": "personal" },
          links: [`streams-to ${arn("sqs", "orders")}`, "streams-to email"],
        });
        expect(of(scan, arn("kinesis", "stream/clicks"))).toMatchObject({
          tags: { "data-class": "personal" },
          attributes: { encrypted: false, retentionHours: 24 },
        });
        expect(of(scan, arn("firehose", "deliverystream/vendor")).links).toEqual([
          "streams-to intake.example.net",
          `streams-to arn:${partition}:s3:::stream-${region}`,
        ]);
        expect(JSON.stringify(scan)).not.toMatch(/zhang\.san|secret/);
      },
      120_000,
    );
  },
);

function of({ records }: AwsScan, id: string) {
  const record = records.find((one) => one.id === id);
  return {
    tags: record?.tags.known === true ? record.tags.value : null,
    attributes: record?.attributes ?? {},
    links: (record?.links ?? []).map(({ kind, target }) => `${kind} ${target.id ?? target.party}`),
  };
}
