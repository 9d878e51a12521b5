import type { PlannedPart, PlannedShape } from "../../../../src/model/index.ts";
import { logKindByName } from "../../logs/log-names.ts";
import { flow, keyElsewhere } from "../flows.ts";
import { textAt } from "../here.ts";
import { encryptedBy, part, shape } from "../shape.ts";
import { byArn, byBucket, byEvents, byLogGroup } from "../targets.ts";
import { accountSubscription, retention, weighLogGroup } from "../terraform/logs.ts";

const type = "aws/logs/log-group";

export const logShapes: readonly PlannedShape[] = [
  shape({
    kind: "AWS::Logs::LogGroup",
    type,
    role: "store",
    name: "LogGroupName",
    arn: ["logs", "log-group:{}"],
    links: (here) => keyElsewhere(here, "KmsKeyId"),
    attributes: (here) => ({
      ...retention(here, "RetentionInDays", "LogGroupClass"),
      ...logKindByName(textAt(here, "LogGroupName") ?? ""),
      ...encryptedBy("KmsKeyId")(here),
    }),
    texts: { logGroupClass: "LogGroupClass" },
    weigh: weighLogGroup,
  }),
  shape({
    kind: "AWS::Logs::Destination",
    type: "aws/logs/destination",
    role: "flow",
    name: "DestinationName",
    arn: ["logs", "destination:{}"],
    links: (here) => flow(here, "streams-to", "to", "TargetArn", byArn),
  }),
  shape({
    kind: "AWS::Logs::AccountPolicy",
    type: "aws/logs/account-policy",
    role: "flow",
    name: "PolicyName",
    links: (here) => accountSubscription(here, "PolicyDocument", "PolicyType"),
  }),
  shape({
    kind: "AWS::CloudTrail::Trail",
    type: "aws/cloudtrail/trail",
    role: "flow",
    name: "TrailName",
    arn: ["cloudtrail", "trail/{}"],
    links: (here) => [
      ...flow(here, "logs-to", "to", "S3BucketName", byBucket),
      ...flow(here, "logs-to", "to", "CloudWatchLogsLogGroupArn", byLogGroup),
    ],
    attributes: (here) => ({ logKind: "network", ...encryptedBy("KMSKeyId")(here) }),
    flags: { logging: "IsLogging", multiRegion: "IsMultiRegionTrail", organization: "IsOrganizationTrail" },
  }),
  shape({
    kind: "AWS::CloudTrail::EventDataStore",
    type: "aws/cloudtrail/event-data-store",
    role: "store",
    name: "Name",
    links: (here) => keyElsewhere(here, "KmsKeyId"),
    attributes: (here) => ({ logKind: "network", ...encryptedBy("KmsKeyId")(here) }),
    flags: { multiRegion: "MultiRegionEnabled", organization: "OrganizationEnabled" },
    numbers: { retentionDays: "RetentionPeriod" },
  }),
  shape({
    kind: "AWS::Config::DeliveryChannel",
    type: "aws/config/delivery-channel",
    role: "flow",
    name: "Name",
    links: (here) => [
      ...flow(here, "logs-to", "to", "S3BucketName", byBucket),
      ...flow(here, "streams-to", "to", "SnsTopicARN", byArn),
    ],
  }),
];

export const logParts: readonly PlannedPart[] = [
  part({
    kind: "AWS::Logs::SubscriptionFilter",
    type,
    of: ["LogGroupName", byLogGroup],
    links: (here) => flow(here, "streams-to", "to", "DestinationArn", byEvents),
  }),
  part({
    kind: "AWS::CloudTrail::Trail",
    type,
    of: ["CloudWatchLogsLogGroupArn", byLogGroup],
    attributes: () => ({ logKind: "network" }),
  }),
];
