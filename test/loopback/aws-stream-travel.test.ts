import { expect, test } from "vitest";
import { serveAws } from "../../providers/aws/loopback.ts";
import { testKeys } from "../support/aws-scan.ts";
import { scanClouds } from "../support/spine-scan.ts";

const account = "111122223333";
const region = "cn-north-1";
const arn = (service: string, rest: string) => `arn:aws-cn:${service}:${region}:${account}:${rest}`;
const personal = { "data-class": "personal" };
const group = (logGroupName: string, rest: object) => ({
  logGroupName,
  logGroupArn: arn("logs", `log-group:${logGroupName}`),
  logGroupClass: "STANDARD",
  retentionInDays: 400,
  ...rest,
});

/** Only the first of each chain is tagged. */
const services = {
  kinesis: {
    streams: [
      { StreamName: "clicks", StreamARN: arn("kinesis", "stream/clicks"), StreamStatus: "ACTIVE", $tags: personal },
    ],
  },
  firehose: {
    deliveryStreams: [
      {
        DeliveryStreamName: "load",
        DeliveryStreamARN: arn("firehose", "deliverystream/load"),
        DeliveryStreamStatus: "ACTIVE",
        DeliveryStreamType: "KinesisStreamAsSource",
        Source: { KinesisStreamSourceDescription: { KinesisStreamARN: arn("kinesis", "stream/clicks") } },
        Destinations: [
          {
            DestinationId: "1",
            RedshiftDestinationDescription: {
              ClusterJDBCURL: `jdbc:redshift://shop.c0ffee.${region}.redshift.amazonaws.com.cn:5439/shop`,
            },
          },
        ],
      },
      {
        DeliveryStreamName: "out",
        DeliveryStreamARN: arn("firehose", "deliverystream/out"),
        DeliveryStreamStatus: "ACTIVE",
        DeliveryStreamType: "KinesisStreamAsSource",
        Source: { KinesisStreamSourceDescription: { KinesisStreamARN: arn("kinesis", "stream/clicks") } },
        Destinations: [
          {
            DestinationId: "1",
            HttpEndpointDestinationDescription: {
              EndpointConfiguration: { Url: "https://intake.example.net/hush4711" },
              S3DestinationDescription: { BucketARN: "arn:aws-cn:s3:::lake" },
            },
          },
        ],
      },
    ],
  },
  redshift: {
    Clusters: [
      {
        ClusterIdentifier: "warehouse",
        Endpoint: { Address: `shop.c0ffee.${region}.redshift.amazonaws.com.cn`, Port: 5439 },
      },
    ],
  },
  sns: {
    topics: [{ TopicArn: arn("sns", "orders"), $attributes: { SubscriptionsConfirmed: "3" }, $tags: personal }],
    subscriptions: [
      ["sqs", arn("sqs", "orders")],
      ["email", "zhang.san@example.com"],
      ["https", "https://abc.execute-api.us-east-1.amazonaws.com/in"],
    ].map(([Protocol, Endpoint]) => ({
      SubscriptionArn: `${arn("sns", "orders")}:${Protocol}`,
      Owner: account,
      Protocol,
      Endpoint,
      TopicArn: arn("sns", "orders"),
    })),
  },
  sqs: {
    queues: [
      {
        QueueUrl: `https://sqs.${region}.amazonaws.com.cn/${account}/orders`,
        QueueArn: arn("sqs", "orders"),
        RedrivePolicy: JSON.stringify({ deadLetterTargetArn: arn("sqs", "dead") }),
      },
      { QueueUrl: `https://sqs.${region}.amazonaws.com.cn/${account}/dead`, QueueArn: arn("sqs", "dead") },
    ],
  },
  logs: {
    logGroups: [
      group("crm", {
        $tags: personal,
        $filters: [{ filterName: "a", destinationArn: arn("logs", "destination:central") }],
      }),
    ],
    destinations: [
      {
        destinationName: "central",
        arn: arn("logs", "destination:central"),
        targetArn: arn("kinesis", "stream/lines"),
      },
    ],
    exportTasks: [{ taskId: "1", logGroupName: "crm", destination: "exports", status: { code: "COMPLETED" } }],
  },
};

test("class travels down every chain, through what only moves data, and leaves findings where a chain leaves the mainland", async () => {
  const cloud = await serveAws({
    accounts: [
      {
        id: account,
        partition: "aws-cn",
        regions: [{ id: region }, { id: "cn-northwest-1" }],
        buckets: [
          { name: "lake", region: "cn-northwest-1" },
          { name: "exports", region },
        ],
        services: { [region]: services },
      },
    ],
  });
  try {
    const { document } = await scanClouds(
      { sources: [{ provider: "aws", partition: "aws-cn", endpoint: cloud.url }], environment: testKeys },
      {
        only: [
          "aws/s3/*",
          "aws/logs/*",
          "aws/sqs/*",
          "aws/sns/*",
          "aws/kinesis/*",
          "aws/firehose/*",
          "aws/redshift/cluster",
        ],
      },
    );
    expect(document.coverage.gaps).toEqual([]);
    const inherited = document.resources
      .filter(({ dataClass }) => dataClass.evidence.some(({ kind }) => kind === "inherited"))
      .map(({ id, dataClass }) => `${id} ${dataClass.class}`);
    expect(inherited.sort()).toEqual(
      [
        arn("firehose", "deliverystream/load"),
        arn("firehose", "deliverystream/out"),
        arn("logs", "destination:central"),
        arn("redshift", "cluster:warehouse"),
        "arn:aws-cn:s3:::exports",
        "arn:aws-cn:s3:::lake",
        arn("sqs", "dead"),
        arn("sqs", "orders"),
      ].map((id) => `${id} personal`),
    );
    const leaving = document.findings
      .filter(({ edge }) => edge?.kind === "streams-to")
      .map(({ policy, verdict, edge }) => `${policy} ${verdict} ${edge?.party}`);
    expect(leaving.sort()).toEqual([
      "CSL-39-EXPORT-PI not-met abc.execute-api.us-east-1.amazonaws.com",
      "LOC-UNKNOWN review email",
      "LOC-UNKNOWN review intake.example.net",
    ]);
    expect(JSON.stringify(document)).not.toMatch(/zhang\.san|hush4711/);
  } finally {
    await cloud.close();
  }
});
