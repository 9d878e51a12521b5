import { type PlannedLink, type PlannedShape, unknown } from "../../../../src/model/index.ts";
import { flow, flows, hostFlow, regionFlow, statement } from "../flows.ts";
import { blocks, type Here, textAt } from "../here.ts";
import { isDisabled, takenByTags } from "../lifecycle.ts";
import { shape } from "../shape.ts";
import { byArn, byBucket, byRegion, type Towards } from "../targets.ts";

const selection = {
  types: "policy_details.resource_types",
  type: "policy_details.resource_type",
  tags: "policy_details.target_tags",
};

export const movementShapes: readonly PlannedShape[] = [
  shape({
    kind: "aws_datasync_task",
    type: "aws/datasync/task",
    role: "flow",
    name: "name",
    links: (here) => [
      ...flow(here, "streams-to", "from", "source_location_arn", byArn),
      ...flow(here, "streams-to", "to", "destination_location_arn", byArn),
    ],
  }),
  location("s3", "s3_bucket_arn", byBucket),
  location("efs", "efs_file_system_arn", byArn),
  location("fsx_lustre_file_system", "fsx_filesystem_arn", byArn),
  location("fsx_openzfs_file_system", "fsx_filesystem_arn", byArn),
  location("fsx_windows_file_system", "fsx_filesystem_arn", byArn),
  location("fsx_ontap_file_system", "storage_virtual_machine_arn", byArn),
  ...["nfs", "smb", "object_storage", "azure_blob", "hdfs"].map(elsewhere),
  shape({
    kind: "aws_dms_endpoint",
    type: "aws/dms/endpoint",
    role: "flow",
    name: "endpoint_id",
    links: endpointLinks,
    texts: { engine: "engine_name" },
  }),
  shape({
    kind: "aws_dms_s3_endpoint",
    type: "aws/dms/endpoint",
    role: "flow",
    name: "endpoint_id",
    links: (here) => flow(here, "streams-to", directionOf(here), "bucket_name", byBucket),
  }),
  ...["aws_dms_replication_task", "aws_dms_replication_config"].map((kind) =>
    shape({
      kind,
      type: kind === "aws_dms_replication_task" ? "aws/dms/replication-task" : "aws/dms/replication-config",
      role: "flow",
      name: kind === "aws_dms_replication_task" ? "replication_task_id" : "replication_config_identifier",
      links: (here) => [
        ...flow(here, "streams-to", "from", "source_endpoint_arn", byArn),
        ...flow(here, "streams-to", "to", "target_endpoint_arn", byArn),
      ],
    }),
  ),
  shape({
    kind: "aws_dlm_lifecycle_policy",
    type: "aws/dlm/lifecycle-policy",
    role: "flow",
    takes: (here) => (isDisabled(here, "state") ? [] : takenByTags(here, selection)),
    links: (here) =>
      isDisabled(here, "state")
        ? []
        : [
            ...blocks(here, "policy_details.schedule").flatMap((schedule) => [
              ...blocks(schedule, "cross_region_copy_rule").flatMap((rule) => copy(rule)),
              ...blocks(schedule, "share_rule").flatMap((rule) =>
                flows(rule, "shared-with", "to", "target_accounts", (_, party) =>
                  party === undefined ? {} : { party },
                ),
              ),
            ]),
            ...blocks(here, "policy_details.action").flatMap((action) =>
              blocks(action, "cross_region_copy").flatMap(copy),
            ),
          ],
    decides: [
      "state",
      "policy_details",
      "policy_details.schedule",
      "policy_details.action",
      "policy_details.resource_types",
      "policy_details.target_tags",
    ],
  }),
];

/** A region, or the ARN of an Outpost. */
function copy(rule: Here): readonly PlannedLink[] {
  const towards: Towards = (here, value) => (value?.startsWith("arn:") === true ? {} : byRegion(here, value));
  return regionFlow(rule, "backs-up-to", "target", towards);
}

/** Source of one task and destination of another: the task says which, so a location states both. */
function location(name: string, path: string, towards: Towards): PlannedShape {
  return shape({
    kind: `aws_datasync_location_${name}`,
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
    kind: `aws_datasync_location_${name}`,
    type: "aws/datasync/location",
    role: "flow",
  });
  return {
    ...rest,
    read: (resource) => ({ ...read(resource), place: unknown("unsupported"), placeField: "server_hostname" }),
  };
}

function directionOf(here: Here): PlannedLink["direction"] {
  return textAt(here, "endpoint_type") === "source" ? "from" : "to";
}

/** A bucket, a stream, or a server that goes by its host. */
function endpointLinks(here: Here): readonly PlannedLink[] {
  const direction = directionOf(here);
  const stores = [
    ...flow(here, "streams-to", direction, "s3_settings.bucket_name", byBucket),
    ...flow(here, "streams-to", direction, "kinesis_settings.stream_arn", byArn),
    ...hostFlow(here, "streams-to", direction, "elasticsearch_settings.endpoint_uri"),
    ...hostFlow(here, "streams-to", direction, "redis_settings.server_name"),
    ...hostFlow(here, "streams-to", direction, "kafka_settings.broker"),
    ...hostFlow(here, "streams-to", direction, "server_name"),
  ];
  if (stores.length > 0 || direction === "from") return stores;
  // The secret that names the server is not read.
  return [statement(here, "streams-to", {}, "secrets_manager_arn", "a server that the endpoint does not name")];
}
