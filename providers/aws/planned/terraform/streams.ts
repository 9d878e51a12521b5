import type { PlannedPart, PlannedShape } from "../../../../src/model/index.ts";
import { flow, flowIfStated, keyElsewhere } from "../flows.ts";
import { isOther, textAt } from "../here.ts";
import { policyReach, undecidedPolicy } from "../reach.ts";
import { part, shape } from "../shape.ts";
import { byArn, byEvents, byName, type Towards } from "../targets.ts";

const type = "aws/kinesis/stream";

export const readingRecords = ["kinesis:getrecords", "kinesis:subscribetoshard"];

export const streamShapes: readonly PlannedShape[] = [
  shape({
    kind: "aws_kinesis_stream",
    type,
    role: "store",
    name: "name",
    arn: ["kinesis", "stream/{}"],
    links: (here) => keyElsewhere(here, "kms_key_id"),
    attributes: (here) => {
      const encryption = textAt(here, "encryption_type");
      return encryption === undefined ? {} : { encrypted: encryption !== "NONE" };
    },
    // In hours: `retentionDays` is what rules of logs read.
    numbers: { retentionHours: "retention_period" },
  }),
  shape({
    kind: "aws_msk_replicator",
    type: "aws/kafka/replicator",
    role: "flow",
    name: "replicator_name",
    links: (here) => [
      ...flow(here, "replicates-to", "from", "replication_info_list.source_kafka_cluster_arn", byArn),
      ...flow(here, "replicates-to", "to", "replication_info_list.target_kafka_cluster_arn", byArn),
    ],
    decides: ["replication_info_list"],
  }),
  shape({
    kind: "aws_pipes_pipe",
    type: "aws/pipes/pipe",
    role: "flow",
    name: "name",
    links: (here) => [
      ...flow(here, "streams-to", "from", "source", byStreamArn),
      ...flow(here, "streams-to", "to", "target", byStreamArn),
    ],
  }),
  shape({
    kind: "aws_ssm_resource_data_sync",
    type: "aws/ssm/resource-data-sync",
    role: "flow",
    name: "name",
    links: (here) => {
      const region = textAt(here, "s3_destination.region");
      const place = region === undefined ? {} : { place: { region } };
      return flow(here, "streams-to", "to", "s3_destination.bucket_name", (at, value) => {
        const id = value === undefined || at.partition === undefined ? undefined : `arn:${at.partition}:s3:::${value}`;
        return { ...(id === undefined ? {} : { id }), ...place };
      });
    },
  }),
];

/** A pipe may also name a broker outside, of which nothing is kept. */
const byStreamArn: Towards = (here, value) => (value?.startsWith("arn:") === true ? byEvents(here, value) : {});

export const streamParts: readonly PlannedPart[] = [
  part({
    kind: "aws_kinesis_resource_policy",
    type,
    of: ["resource_arn", byEvents],
    links: (here) => policyReach(here, "policy", readingRecords),
    unknowns: (here) => undecidedPolicy(here, "policy"),
  }),
  part({
    kind: "aws_lambda_event_source_mapping",
    type: "aws/lambda/function",
    of: ["function_name", byFunction],
    links: (here) => {
      // A mapping that is switched off feeds nothing.
      if (isOther(here, "enabled", "true")) return [];
      return [
        ...flow(here, "streams-to", "from", "event_source_arn", byEvents),
        ...flow(here, "streams-to", "to", "destination_config.on_failure.destination_arn", byEvents),
      ];
    },
  }),
  part({
    kind: "aws_lambda_function_event_invoke_config",
    type: "aws/lambda/function",
    of: ["function_name", byFunction],
    links: (here) =>
      ["on_failure", "on_success"].flatMap((outcome) =>
        flowIfStated(here, "streams-to", "to", `destination_config.${outcome}.destination`, byEvents),
      ),
  }),
];

/** A function's name or ARN, with or without its version. */
function byFunction(...[here, value]: Parameters<Towards>) {
  return value?.startsWith("arn:") === true
    ? byEvents(here, value)
    : byName("lambda", "function:")(here, value?.split(":")[0]);
}
