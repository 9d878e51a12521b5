import {
  type PlannedLink,
  type PlannedPart,
  type PlannedShape,
  type PlannedStatements,
  valueIfKnown,
} from "../../../../src/model/index.ts";
import { logKindByName } from "../../logs/log-names.ts";
import { flow, flowIfStated, keyElsewhere, statement } from "../flows.ts";
import { type Here, isOther, textAt } from "../here.ts";
import { encryptedBy, part, shape } from "../shape.ts";
import { byArn, byEvents, byLogGroup, byName } from "../targets.ts";

const type = "aws/logs/log-group";

export const logShapes: readonly PlannedShape[] = [
  shape({
    kind: "aws_cloudwatch_log_group",
    type,
    role: "store",
    name: "name",
    arn: ["logs", "log-group:{}"],
    links: (here) => keyElsewhere(here, "kms_key_id"),
    attributes: (here) => ({
      ...retention(here, "retention_in_days", "log_group_class"),
      ...logKindByName(textAt(here, "name") ?? ""),
      ...encryptedBy("kms_key_id")(here),
    }),
    texts: { logGroupClass: "log_group_class" },
    weigh: weighLogGroup,
  }),
  shape({
    kind: "aws_cloudwatch_log_destination",
    type: "aws/logs/destination",
    role: "flow",
    name: "name",
    arn: ["logs", "destination:{}"],
    links: (here) => flow(here, "streams-to", "to", "target_arn", byArn),
  }),
  shape({
    // Streams every log group of the region that its criteria do not leave out.
    kind: "aws_cloudwatch_log_account_policy",
    type: "aws/logs/account-policy",
    role: "flow",
    name: "policy_name",
    links: (here) => accountSubscription(here, "policy_document", "policy_type"),
  }),
];

export const logParts: readonly PlannedPart[] = [
  part({
    kind: "aws_cloudwatch_log_subscription_filter",
    type,
    of: ["log_group_name", byLogGroup],
    links: (here) => flow(here, "streams-to", "to", "destination_arn", byEvents),
  }),
];

/** Zero and nothing both keep logs for ever; a group that delivers keeps them for a day. */
export function retention(
  here: Here,
  path: string,
  groupClass: string,
): { readonly retentionDays?: number | "unlimited" } {
  const days = here.settings.number(path);
  if (!days.known) return {};
  if (days.value !== undefined && days.value > 0) return { retentionDays: days.value };
  return { retentionDays: textAt(here, groupClass) === "DELIVERY" ? 1 : "unlimited" };
}

/** A flow log of the change that writes here tells the kind, whatever the name. */
export function weighLogGroup({ links, attributes }: PlannedStatements): PlannedStatements {
  const { holdsLogs, ...others } = attributes;
  return { links, attributes: "logKind" in others || holdsLogs === undefined ? others : attributes };
}

/** Other account policies (data protection, field indexes) stream nothing. */
export function accountSubscription(here: Here, path: string, policyType: string): readonly PlannedLink[] {
  if (isOther(here, policyType, "SUBSCRIPTION_FILTER_POLICY")) return [];
  const text = valueIfKnown(here.settings.text(path));
  const arn = text === undefined ? undefined : /"DestinationArn"\s*:\s*"(arn:[^"]+)"/.exec(text)?.[1];
  if (arn !== undefined) return [statement(here, "streams-to", byArn(here, arn), path, arn)];
  return text === undefined ? flowIfStated(here, "streams-to", "to", path, byName("logs", "")) : [];
}
