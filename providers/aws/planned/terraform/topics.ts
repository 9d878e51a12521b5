import type { PlannedLink, PlannedPart, PlannedShape } from "../../../../src/model/index.ts";
import { flow, hostFlow, keyElsewhere, statement } from "../flows.ts";
import { type Here, textAt } from "../here.ts";
import { policyReach, undecidedPolicy } from "../reach.ts";
import { encryptedBy, part, shape } from "../shape.ts";
import { byArn, byEvents } from "../targets.ts";

const type = "aws/sns/topic";

export const subscribing = ["sns:subscribe"];

export const topicShapes: readonly PlannedShape[] = [
  shape({
    kind: "aws_sns_topic",
    type,
    role: "flow",
    name: "name",
    arn: ["sns", "{}"],
    links: (here) => [...policyReach(here, "policy", subscribing), ...keyElsewhere(here, "kms_master_key_id")],
    attributes: (here) => ({
      ...encryptedBy("kms_master_key_id")(here),
      // It keeps what it hands on, to be replayed.
      ...(isArchive(textAt(here, "archive_policy")) ? { archives: true } : {}),
    }),
    unknowns: (here) => undecidedPolicy(here, "policy"),
  }),
];

export const topicParts: readonly PlannedPart[] = [
  part({
    kind: "aws_sns_topic_subscription",
    type,
    of: ["topic_arn", byArn],
    links: (here) => subscription(here, "endpoint", "protocol"),
  }),
  part({
    kind: "aws_sns_topic_policy",
    type,
    of: ["arn", byArn],
    links: (here) => policyReach(here, "policy", subscribing),
    unknowns: (here) => undecidedPolicy(here, "policy"),
  }),
];

/** Of a web address only the host is kept; a mailbox, a phone or a device is somebody's own and only its kind is told. */
export function subscription(here: Here, endpoint: string, protocolPath: string): readonly PlannedLink[] {
  const protocol = textAt(here, protocolPath);
  if (protocol === "http" || protocol === "https") return hostFlow(here, "streams-to", "to", endpoint);
  if (protocol === undefined || ["sqs", "lambda", "firehose"].includes(protocol)) {
    return flow(here, "streams-to", "to", endpoint, (at, value) =>
      value?.startsWith("arn:") === true ? byEvents(at, value) : {},
    ).map((link) =>
      protocol === undefined ? { ...link, evidence: { ...link.evidence, value: "an endpoint" } } : link,
    );
  }
  const party = protocol === "email-json" ? "email" : protocol;
  return [statement(here, "streams-to", { party }, protocolPath, party)];
}

function isArchive(policy: string | undefined): boolean {
  return policy !== undefined && policy !== "{}";
}
