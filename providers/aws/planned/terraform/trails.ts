import type { PlannedPart, PlannedShape } from "../../../../src/model/index.ts";
import { flow, keyElsewhere } from "../flows.ts";
import { blocks, type Here } from "../here.ts";
import { encryptedBy, part, shape } from "../shape.ts";
import { byArn, byBucket, byLogGroup } from "../targets.ts";

export const trailShapes: readonly PlannedShape[] = [
  shape({
    kind: "aws_cloudtrail",
    type: "aws/cloudtrail/trail",
    role: "flow",
    name: "name",
    arn: ["cloudtrail", "trail/{}"],
    // Also of a trail that is switched off: where its files lie, and where they go again as soon as it is on.
    links: (here) => [
      ...flow(here, "logs-to", "to", "s3_bucket_name", byBucket),
      ...flow(here, "logs-to", "to", "cloud_watch_logs_group_arn", byLogGroup),
    ],
    attributes: (here) => ({ logKind: "network", ...encryptedBy("kms_key_id")(here) }),
    flags: { logging: "enable_logging", multiRegion: "is_multi_region_trail", organization: "is_organization_trail" },
  }),
  shape({
    kind: "aws_cloudtrail_event_data_store",
    type: "aws/cloudtrail/event-data-store",
    role: "store",
    name: "name",
    links: (here) => keyElsewhere(here, "kms_key_id"),
    attributes: (here) => ({ logKind: eventKind(here), ...encryptedBy("kms_key_id")(here) }),
    flags: { multiRegion: "multi_region_enabled", organization: "organization_enabled" },
    numbers: { retentionDays: "retention_period" },
  }),
  shape({
    kind: "aws_config_delivery_channel",
    type: "aws/config/delivery-channel",
    role: "flow",
    name: "name",
    links: (here) => [
      ...flow(here, "logs-to", "to", "s3_bucket_name", byBucket),
      ...flow(here, "streams-to", "to", "sns_topic_arn", byArn),
    ],
  }),
];

export const trailParts: readonly PlannedPart[] = [
  part({
    // What a trail makes of the log group it is written to.
    kind: "aws_cloudtrail",
    type: "aws/logs/log-group",
    of: ["cloud_watch_logs_group_arn", byLogGroup],
    attributes: () => ({ logKind: "network" }),
  }),
];

/** What selects the account's own activity; configuration items and events of other sources are no network logs. */
const activity = new Set(["Management", "Data", "NetworkActivity", "Insight"]);

/** By the categories that are selected; without a selection those of management. */
function eventKind(here: Here): "network" | "application" {
  const fields = blocks(here, "advanced_event_selector").flatMap((selector) => blocks(selector, "field_selector"));
  const categories = fields.flatMap(({ settings }) => {
    const field = settings.text("field");
    const equals = settings.texts("equals");
    return field.known && field.value === "eventCategory" && equals.known ? equals.value : [];
  });
  return categories.length === 0 || categories.some((one) => activity.has(one)) ? "network" : "application";
}
