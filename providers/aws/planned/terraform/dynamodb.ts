import type { PlannedLink, PlannedPart, PlannedShape } from "../../../../src/model/index.ts";
import { flow, keyElsewhere, regionFlow, statement } from "../flows.ts";
import { blocks, type Here, textAt } from "../here.ts";
import { policyReach, undecidedPolicy } from "../reach.ts";
import { part, shape } from "../shape.ts";
import { byArn, byBucket, byName, ownArn } from "../targets.ts";

const type = "aws/dynamodb/table";
const byTable = byName("dynamodb", "table/");

/** Actions that give items away. */
export const readingItems = [
  "dynamodb:batchgetitem",
  "dynamodb:getitem",
  "dynamodb:partiqlselect",
  "dynamodb:query",
  "dynamodb:scan",
];

export const dynamodbShapes: readonly PlannedShape[] = [
  shape({
    kind: "aws_dynamodb_table",
    type,
    role: "store",
    name: "name",
    arn: ["dynamodb", "table/{}"],
    links: (here) => [
      ...replicas(here),
      ...flow(here, "copied-to", "from", "restore_source_name", byTable),
      ...flow(here, "copied-to", "from", "restore_source_table_arn", byArn),
      ...blocks(here, "import_table").flatMap((from) =>
        flow(from, "copied-to", "from", "s3_bucket_source.bucket", byBucket),
      ),
      ...keyElsewhere(here, "server_side_encryption.kms_key_arn"),
    ],
    attributes: (here) => {
      const { settings } = here;
      const encrypted = settings.flag("server_side_encryption.enabled");
      const streams = settings.flag("stream_enabled");
      return {
        ...(encrypted.known && encrypted.value === true ? { encrypted: true } : {}),
        ...(streams.known && streams.value === true ? { stream: textAt(here, "stream_view_type") ?? "enabled" } : {}),
      };
    },
    decides: ["replica"],
  }),
  shape({
    kind: "aws_dynamodb_table_replica",
    type,
    role: "store",
    // Both ends take writes and send them to each other.
    links: (here) => [
      ...flow(here, "replicates-to", "from", "global_table_arn", byArn),
      ...flow(here, "replicates-to", "to", "global_table_arn", byArn),
      ...keyElsewhere(here, "kms_key_arn"),
    ],
  }),
  shape({
    kind: "aws_dynamodb_table_export",
    type: "aws/dynamodb/export",
    role: "flow",
    links: (here) => {
      const owner = textAt(here, "s3_bucket_owner");
      const party = owner === undefined || owner === here.account ? {} : { party: owner };
      return [
        ...flow(here, "copied-to", "from", "table_arn", byArn),
        ...flow(here, "copied-to", "to", "s3_bucket", (at, value) => ({ ...byBucket(at, value), ...party })),
      ];
    },
  }),
];

export const dynamodbParts: readonly PlannedPart[] = [
  part({
    // Joins tables of one name in several regions, as it was done until 2019.
    kind: "aws_dynamodb_global_table",
    type,
    of: ["name", byTable],
    links: replicas,
    decides: ["replica"],
  }),
  part({
    kind: "aws_dynamodb_kinesis_streaming_destination",
    type,
    of: ["table_name", byTable],
    links: (here) => flow(here, "streams-to", "to", "stream_arn", byArn),
  }),
  part({
    kind: "aws_dynamodb_resource_policy",
    type,
    of: ["resource_arn", byArn],
    links: (here) => policyReach(here, "policy", readingItems),
    unknowns: (here) => undecidedPolicy(here, "policy"),
  }),
];

/** Every replica takes writes and sends them to every other; the table states what goes out from it. */
function replicas(here: Here): readonly PlannedLink[] {
  const name = textAt(here, "name");
  return blocks(here, "replica").flatMap((replica): readonly PlannedLink[] => {
    const region = textAt(replica, "region_name");
    if (region === undefined) return regionFlow(replica, "replicates-to", "region_name");
    if (here.region.known && region === here.region.value) return [];
    const id = name === undefined ? undefined : ownArn(here, "dynamodb", `table/${name}`, region);
    const target = { place: { region }, ...(id === undefined ? {} : { id }) };
    return [statement(replica, "replicates-to", target, "region_name", region)];
  });
}
