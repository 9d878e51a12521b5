import type { PlannedPart, PlannedShape } from "../../../../src/model/index.ts";
import { flow, keyElsewhere } from "../flows.ts";
import { textAt } from "../here.ts";
import { policyReach, undecidedPolicy } from "../reach.ts";
import { part, shape } from "../shape.ts";
import { byArn, byEvents, type Towards } from "../targets.ts";

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
];
