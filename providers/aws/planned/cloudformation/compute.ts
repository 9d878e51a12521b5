import type { PlannedLink, PlannedPart, PlannedShape } from "../../../../src/model/index.ts";
import { flow, targetAt } from "../flows.ts";
import { lambdaLogs, toFunction } from "../functions.ts";
import { type Here, hereOf, isOther, textAt } from "../here.ts";
import { part, shape } from "../shape.ts";
import { byArn, byBucket, byEvents, byLogGroup, byName } from "../targets.ts";

export const computeShapes: readonly PlannedShape[] = [
  shape({
    kind: "AWS::EC2::Instance",
    type: "aws/ec2/instance",
    role: "compute",
    zone: "AvailabilityZone",
    texts: { instanceType: "InstanceType" },
  }),
  shape({
    kind: "AWS::EC2::Volume",
    type: "aws/ec2/volume",
    role: "store",
    zone: "AvailabilityZone",
    outpost: "OutpostArn",
    links: (here) => [
      ...flow(here, "copied-to", "from", "SnapshotId", byArn),
      ...flow(here, "copied-to", "from", "SourceVolumeId", byName("ec2", "volume/")),
    ],
    flags: { encrypted: "Encrypted" },
    texts: { volumeType: "VolumeType" },
    numbers: { sizeGiB: "Size" },
  }),
  shape({
    kind: "AWS::EC2::FlowLog",
    type: "aws/ec2/flow-log",
    role: "flow",
    links: flowLogLinks,
    attributes: () => ({ logKind: "network" }),
    texts: { watches: "ResourceId", traffic: "TrafficType" },
  }),
  shape({
    kind: "AWS::Lambda::Function",
    type: "aws/lambda/function",
    role: "compute",
    name: "FunctionName",
    arn: ["lambda", "function:{}"],
    // Of its environment nothing is read.
    links: (here) => [
      ...lambdaLogs(here, "LoggingConfig.LogGroup", "FunctionName"),
      ...flow(here, "streams-to", "to", "DeadLetterConfig.TargetArn", byEvents),
    ],
    texts: { runtime: "Runtime", packageType: "PackageType" },
  }),
  shape({
    kind: "AWS::Serverless::Function",
    type: "aws/lambda/function",
    role: "compute",
    name: "FunctionName",
    arn: ["lambda", "function:{}"],
    links: (here) => [
      ...lambdaLogs(here, "LoggingConfig.LogGroup", "FunctionName"),
      ...[
        "DeadLetterQueue.TargetArn",
        "EventInvokeConfig.DestinationConfig.OnFailure.Destination",
        "EventInvokeConfig.DestinationConfig.OnSuccess.Destination",
      ].flatMap((path) => flow(here, "streams-to", "to", path, byEvents)),
    ],
    texts: { runtime: "Runtime", packageType: "PackageType" },
  }),
];

export const computeParts: readonly PlannedPart[] = [
  part({
    kind: "AWS::EC2::VolumeAttachment",
    type: "aws/ec2/volume",
    of: ["VolumeId", byArn],
    links: (here) => flow(here, "part-of", "from", "InstanceId", byName("ec2", "instance/")),
  }),
  {
    // What flow logs make of the log group they are written to.
    kind: "AWS::EC2::FlowLog",
    type: "aws/logs/log-group",
    read(resource) {
      const here = hereOf(resource);
      const paths = toLogGroup(here) ? ["LogDestination", "LogGroupName"] : [];
      const [of = {}] = paths
        .map((path) => targetAt(here, path, byLogGroup))
        .filter(({ address, id }) => address ?? id);
      return { of, links: [], attributes: { logKind: "network" } };
    },
  },
  part({
    kind: "AWS::Lambda::EventSourceMapping",
    type: "aws/lambda/function",
    of: ["FunctionName", toFunction],
    links: (here) => {
      if (isOther(here, "Enabled", "true", "True")) return [];
      return [
        ...flow(here, "streams-to", "from", "EventSourceArn", byEvents),
        ...flow(here, "streams-to", "to", "DestinationConfig.OnFailure.Destination", byEvents),
      ];
    },
  }),
  part({
    kind: "AWS::Lambda::EventInvokeConfig",
    type: "aws/lambda/function",
    of: ["FunctionName", toFunction],
    links: (here) =>
      ["OnFailure", "OnSuccess"].flatMap((outcome) =>
        flow(here, "streams-to", "to", `DestinationConfig.${outcome}.Destination`, byEvents),
      ),
  }),
];

function toLogGroup(here: Here): boolean {
  return !isOther(here, "LogDestinationType", "cloud-watch-logs");
}

function flowLogLinks(here: Here): readonly PlannedLink[] {
  if (toLogGroup(here)) {
    return ["LogDestination", "LogGroupName"]
      .flatMap((path) => flow(here, "logs-to", "to", path, byLogGroup))
      .slice(0, 1);
  }
  return textAt(here, "LogDestinationType") === "kinesis-data-firehose"
    ? flow(here, "streams-to", "to", "LogDestination", byArn)
    : flow(here, "logs-to", "to", "LogDestination", byBucket);
}
