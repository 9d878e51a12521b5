import type { PlannedLink, PlannedPart, PlannedShape } from "../../../../src/model/index.ts";
import { flow, hostFlow, keyElsewhere } from "../flows.ts";
import { blocks, type Here, isSet, textAt } from "../here.ts";
import { policyReach, undecidedPolicy } from "../reach.ts";
import { encryptedBy, part, shape } from "../shape.ts";
import { byArn, byBucket, byEvents } from "../targets.ts";
import { onePerEnd, warehouse } from "../terraform/firehose.ts";
import { byUrl, receiving } from "../terraform/queues.ts";
import { readingRecords } from "../terraform/streams.ts";
import { subscribing, subscription } from "../terraform/topics.ts";

const queue = "aws/sqs/queue";
const topic = "aws/sns/topic";
const search = ["AmazonopensearchserviceDestinationConfiguration", "ElasticsearchDestinationConfiguration"];
const hosts = {
  "HttpEndpointDestinationConfiguration.EndpointConfiguration": "Url",
  SplunkDestinationConfiguration: "HECEndpoint",
  SnowflakeDestinationConfiguration: "AccountUrl",
  AmazonOpenSearchServerlessDestinationConfiguration: "CollectionEndpoint",
};

/** Where records are delivered, or kept when they could not be. */
const buckets: readonly string[] = [
  "ExtendedS3DestinationConfiguration",
  "S3DestinationConfiguration",
  ...[
    "RedshiftDestinationConfiguration",
    ...search,
    "HttpEndpointDestinationConfiguration",
    "SplunkDestinationConfiguration",
    "SnowflakeDestinationConfiguration",
    "AmazonOpenSearchServerlessDestinationConfiguration",
    "IcebergDestinationConfiguration",
  ].map((destination) => `${destination}.S3Configuration`),
];

export const streamShapes: readonly PlannedShape[] = [
  shape({
    kind: "AWS::SQS::Queue",
    type: queue,
    role: "store",
    name: "QueueName",
    arn: ["sqs", "{}"],
    links: (here) => [
      ...flow(here, "streams-to", "to", "RedrivePolicy.deadLetterTargetArn", byArn),
      ...keyElsewhere(here, "KmsMasterKeyId"),
    ],
    attributes: (here) => {
      const managed = here.settings.flag("SqsManagedSseEnabled");
      if (isSet(here, "KmsMasterKeyId")) return { encrypted: true };
      return managed.known && managed.value !== undefined ? { encrypted: managed.value } : {};
    },
  }),
  shape({
    kind: "AWS::SNS::Topic",
    type: topic,
    role: "flow",
    name: "TopicName",
    arn: ["sns", "{}"],
    links: (here) => [
      ...blocks(here, "Subscription").flatMap((one) => subscription(one, "Endpoint", "Protocol")),
      ...keyElsewhere(here, "KmsMasterKeyId"),
    ],
    attributes: (here) => ({
      ...encryptedBy("KmsMasterKeyId")(here),
      ...(blocks(here, "ArchivePolicy").length > 0 ? { archives: true } : {}),
    }),
    decides: ["Subscription"],
  }),
  shape({
    kind: "AWS::Kinesis::Stream",
    type: "aws/kinesis/stream",
    role: "store",
    name: "Name",
    arn: ["kinesis", "stream/{}"],
    links: (here) => keyElsewhere(here, "StreamEncryption.KeyId"),
    attributes: (here) => (textAt(here, "StreamEncryption.EncryptionType") === undefined ? {} : { encrypted: true }),
    numbers: { retentionHours: "RetentionPeriodHours" },
  }),
  shape({
    kind: "AWS::KinesisFirehose::DeliveryStream",
    type: "aws/firehose/delivery-stream",
    role: "flow",
    name: "DeliveryStreamName",
    arn: ["firehose", "deliverystream/{}"],
    links: (here) => onePerEnd(deliveries(here)),
    attributes: (here) =>
      blocks(here, "DeliveryStreamEncryptionConfigurationInput").length > 0 ? { encrypted: true } : {},
  }),
];

function deliveries(here: Here): readonly PlannedLink[] {
  return [
    ...flow(here, "streams-to", "from", "KinesisStreamSourceConfiguration.KinesisStreamARN", byArn),
    ...flow(here, "streams-to", "from", "MSKSourceConfiguration.MSKClusterARN", byArn),
    ...buckets.flatMap((path) => flow(here, "streams-to", "to", `${path}.BucketARN`, byBucket)),
    ...(textAt(here, "ExtendedS3DestinationConfiguration.S3BackupMode") === "Enabled"
      ? flow(here, "streams-to", "to", "ExtendedS3DestinationConfiguration.S3BackupConfiguration.BucketARN", byBucket)
      : []),
    ...Object.entries(hosts).flatMap(([block, path]) => hostFlow(here, "streams-to", "to", `${block}.${path}`)),
    ...search.flatMap((block) => [
      ...flow(here, "streams-to", "to", `${block}.DomainARN`, byArn),
      ...hostFlow(here, "streams-to", "to", `${block}.ClusterEndpoint`),
    ]),
    ...flow(here, "streams-to", "to", "IcebergDestinationConfiguration.CatalogConfiguration.CatalogArn", byArn),
    ...warehouse(here, "RedshiftDestinationConfiguration.ClusterJDBCURL"),
  ];
}

export const streamParts: readonly PlannedPart[] = [
  part({
    kind: "AWS::SNS::Subscription",
    type: topic,
    of: ["TopicArn", byArn],
    links: (here) => subscription(here, "Endpoint", "Protocol"),
  }),
  part({
    kind: "AWS::SNS::TopicPolicy",
    type: topic,
    // One policy for several topics is stated of the first.
    of: ["Topics[0]", byArn],
    links: (here) => policyReach(here, "PolicyDocument", subscribing),
    unknowns: (here) => undecidedPolicy(here, "PolicyDocument"),
  }),
  part({
    kind: "AWS::SQS::QueuePolicy",
    type: queue,
    of: ["Queues[0]", byUrl],
    links: (here) => policyReach(here, "PolicyDocument", receiving),
    unknowns: (here) => undecidedPolicy(here, "PolicyDocument"),
  }),
  part({
    kind: "AWS::SQS::QueueInlinePolicy",
    type: queue,
    of: ["Queue", byUrl],
    links: (here) => policyReach(here, "PolicyDocument", receiving),
    unknowns: (here) => undecidedPolicy(here, "PolicyDocument"),
  }),
  part({
    kind: "AWS::Kinesis::ResourcePolicy",
    type: "aws/kinesis/stream",
    of: ["ResourceArn", byEvents],
    links: (here) => policyReach(here, "ResourcePolicy", readingRecords),
    unknowns: (here) => undecidedPolicy(here, "ResourcePolicy"),
  }),
];
