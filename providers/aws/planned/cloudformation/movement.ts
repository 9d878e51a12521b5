import { type PlannedLink, type PlannedShape, unknown } from "../../../../src/model/index.ts";
import { flow, flows, hostFlow, regionFlow } from "../flows.ts";
import { blocks, type Here, textAt } from "../here.ts";
import { isDisabled, takenByTags } from "../lifecycle.ts";
import { shape } from "../shape.ts";
import { byArn, byBucket } from "../targets.ts";
import { byDomain, byOrigin } from "../terraform/edge.ts";

const distribution = shape({
  kind: "AWS::CloudFront::Distribution",
  type: "aws/cloudfront/distribution",
  role: "flow",
  links: (here) => [
    ...blocks(here, "DistributionConfig.Origins").flatMap((origin) =>
      flow(origin, "served-from", "from", "DomainName", byOrigin),
    ),
    ...flow(here, "logs-to", "to", "DistributionConfig.Logging.Bucket", byDomain),
  ],
  decides: ["DistributionConfig.Origins"],
});

const selection = {
  types: "PolicyDetails.ResourceTypes",
  type: "PolicyDetails.ResourceType",
  tags: "PolicyDetails.TargetTags",
};

export const movementShapes: readonly PlannedShape[] = [
  {
    ...distribution,
    read: (resource) => ({
      ...distribution.read(resource),
      place: unknown("unsupported"),
      placeField: "edge locations",
    }),
  },
  shape({
    kind: "AWS::DataSync::Task",
    type: "aws/datasync/task",
    role: "flow",
    name: "Name",
    links: (here) => [
      ...flow(here, "streams-to", "from", "SourceLocationArn", byArn),
      ...flow(here, "streams-to", "to", "DestinationLocationArn", byArn),
    ],
  }),
  location("S3", "S3BucketArn"),
  location("EFS", "EfsFilesystemArn"),
  location("FSxLustre", "FsxFilesystemArn"),
  location("FSxOpenZFS", "FsxFilesystemArn"),
  location("FSxWindows", "FsxFilesystemArn"),
  ...["NFS", "SMB", "ObjectStorage", "AzureBlob", "HDFS"].map(elsewhere),
  shape({
    kind: "AWS::DMS::Endpoint",
    type: "aws/dms/endpoint",
    role: "flow",
    name: "EndpointIdentifier",
    links: endpointLinks,
    texts: { engine: "EngineName" },
  }),
  ...["AWS::DMS::ReplicationTask", "AWS::DMS::ReplicationConfig"].map((kind) =>
    shape({
      kind,
      type: kind === "AWS::DMS::ReplicationTask" ? "aws/dms/replication-task" : "aws/dms/replication-config",
      role: "flow",
      links: (here) => [
        ...flow(here, "streams-to", "from", "SourceEndpointArn", byArn),
        ...flow(here, "streams-to", "to", "TargetEndpointArn", byArn),
      ],
    }),
  ),
  shape({
    kind: "AWS::DLM::LifecyclePolicy",
    type: "aws/dlm/lifecycle-policy",
    role: "flow",
    takes: (here) => (isDisabled(here, "State") ? [] : takenByTags(here, selection)),
    links: (here) =>
      (isDisabled(here, "State") ? [] : blocks(here, "PolicyDetails.Schedules")).flatMap((schedule) => [
        ...blocks(schedule, "CrossRegionCopyRules").flatMap((rule) => [
          ...regionFlow(rule, "backs-up-to", "TargetRegion"),
          ...flow(rule, "backs-up-to", "to", "Target", (_, value) =>
            value === undefined || value.startsWith("arn:") ? {} : { place: { region: value } },
          ),
        ]),
        ...blocks(schedule, "ShareRules").flatMap((rule) =>
          flows(rule, "shared-with", "to", "TargetAccounts", (_, party) => (party === undefined ? {} : { party })),
        ),
      ]),
    decides: ["State", "PolicyDetails.Schedules", "PolicyDetails.ResourceTypes", "PolicyDetails.TargetTags"],
  }),
];

function location(name: string, path: string): PlannedShape {
  const towards = name === "S3" ? byBucket : byArn;
  return shape({
    kind: `AWS::DataSync::Location${name}`,
    type: "aws/datasync/location",
    role: "flow",
    links: (here) => [
      ...flow(here, "streams-to", "from", path, towards),
      ...flow(here, "streams-to", "to", path, towards),
    ],
  });
}

/** A server outside, which stands wherever its host name does not tell. */
function elsewhere(name: string): PlannedShape {
  const { read, ...rest } = shape({
    kind: `AWS::DataSync::Location${name}`,
    type: "aws/datasync/location",
    role: "flow",
  });
  return {
    ...rest,
    read: (resource) => ({ ...read(resource), place: unknown("unsupported"), placeField: "ServerHostname" }),
  };
}

function endpointLinks(here: Here): readonly PlannedLink[] {
  const direction = textAt(here, "EndpointType") === "source" ? "from" : "to";
  return [
    ...flow(here, "streams-to", direction, "S3Settings.BucketName", byBucket),
    ...flow(here, "streams-to", direction, "KinesisSettings.StreamArn", byArn),
    ...hostFlow(here, "streams-to", direction, "ElasticsearchSettings.EndpointUri"),
    ...hostFlow(here, "streams-to", direction, "ServerName"),
  ];
}
