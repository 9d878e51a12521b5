import type { PlannedLink, PlannedPart, PlannedShape } from "../../../../src/model/index.ts";
import { flowIfStated, targetAt } from "../flows.ts";
import { type Here, hereOf, isOther, textAt } from "../here.ts";
import { shape } from "../shape.ts";
import { byArn, byBucket, byLogGroup } from "../targets.ts";

const kind = "aws_flow_log";
const destination = "log_destination";

export const flowLogShapes: readonly PlannedShape[] = [
  shape({
    kind,
    type: "aws/ec2/flow-log",
    role: "flow",
    id: "id",
    links,
    attributes: (here) => {
      const watches = ["vpc_id", "subnet_id", "eni_id", "transit_gateway_id", "transit_gateway_attachment_id"];
      const watched = watches.map((path) => textAt(here, path)).find((id) => id !== undefined);
      return { logKind: "network", ...(watched === undefined ? {} : { watches: watched }) };
    },
    texts: { traffic: "traffic_type" },
  }),
];

/** A log group is the destination where the kind of destination is not stated. */
function toLogGroup(here: Here): boolean {
  return !isOther(here, "log_destination_type", "cloud-watch-logs");
}

function links(here: Here): readonly PlannedLink[] {
  if (toLogGroup(here)) {
    const told = flowIfStated(here, "logs-to", "to", destination, byLogGroup);
    return told.length > 0 ? told : flowIfStated(here, "logs-to", "to", "log_group_name", byLogGroup);
  }
  return textAt(here, "log_destination_type") === "kinesis-data-firehose"
    ? flowIfStated(here, "streams-to", "to", destination, byArn)
    : flowIfStated(here, "logs-to", "to", destination, byBucket);
}

/** What flow logs make of the log group they are written to. */
export const flowLogParts: readonly PlannedPart[] = [
  {
    kind,
    type: "aws/logs/log-group",
    read(resource) {
      const here = hereOf(resource);
      const of = toLogGroup(here) ? targetAt(here, destination, byLogGroup) : {};
      return { of, links: [], attributes: { logKind: "network" } };
    },
  },
];
