import type { FlowLog } from "@aws-sdk/client-ec2";
import type { Link, LinkTarget, ResourceRecord, ResourceType } from "../../../src/model/index.ts";
import { required } from "../answer.ts";
import { arnOf } from "../arn.ts";
import { flowLogs, logGroupOf } from "../logs/flow-logs.ts";
import { placedByAsking } from "../placement.ts";
import type { AwsSession } from "../session.ts";
import { nameOf, tagsOf } from "../tags.ts";
import { arnTarget, bucketOfArn } from "../targets.ts";

/** The record of a network's connections, and where it is delivered. What it watches (networks, interfaces) holds no data. */
export const ec2FlowLog: ResourceType<AwsSession> = {
  type: "aws/ec2/flow-log",
  title: { en: "VPC flow log", zh: "VPC 流日志" },
  role: "flow",
  service: "ec2",
  reach: "per-region",
  operations: [{ operation: "DescribeFlowLogs", permission: "ec2:DescribeFlowLogs" }],
  links: ["logs-to", "streams-to"],
  unseen: {
    en: "Networks without a flow log, and what readers of its destination copy on.",
    zh: "未开启流日志的网络以及目标端读取方的后续复制不可见。",
  },
  async *collect(session, region, caller) {
    const here = required(region ?? undefined, "a region");
    for await (const log of flowLogs(session, here, caller)) yield recordOf(session, here, log);
  },
};

function recordOf(session: AwsSession, region: string, log: FlowLog): ResourceRecord {
  const id = required(log.FlowLogId, "FlowLogId");
  const tags = tagsOf(log.Tags);
  return {
    kind: "record",
    id: arnOf(session.scope, "ec2", region, `vpc-flow-log/${id}`),
    type: ec2FlowLog.type,
    role: ec2FlowLog.role,
    scope: session.scope,
    name: nameOf(tags, id),
    ...placedByAsking("ec2:DescribeFlowLogs", region),
    tags: { known: true, value: tags },
    aliases: [id],
    links: destinations(session, region, log),
    attributes: {
      logKind: "network",
      ...(log.ResourceId === undefined ? {} : { watches: log.ResourceId }),
      ...(log.TrafficType === undefined ? {} : { traffic: log.TrafficType }),
      ...(log.FlowLogStatus === undefined ? {} : { state: log.FlowLogStatus }),
      ...(log.DeliverLogsStatus === undefined ? {} : { delivery: log.DeliverLogsStatus }),
    },
  };
}

/** A log group is named, ARNs are given for the rest; what goes through Firehose is a stream. */
function destinations(session: AwsSession, region: string, log: FlowLog): readonly Link[] {
  const group = logGroupOf(log, session.scope, region);
  if (group !== undefined) {
    const field = log.LogDestination ? "LogDestination" : "LogGroupName";
    return [link("logs-to", arnTarget(group, session.scope), field, group)];
  }
  const arn = log.LogDestination;
  if (arn === undefined || arn === "") return [];
  if (log.LogDestinationType === "kinesis-data-firehose") {
    return [link("streams-to", arnTarget(arn, session.scope), "LogDestination", arn)];
  }
  const bucket = bucketOfArn(arn);
  return [link("logs-to", { id: bucket }, "LogDestination", bucket)];
}

function link(kind: "logs-to" | "streams-to", target: LinkTarget, field: string, value: string): Link {
  return { kind, direction: "to", target, evidence: { source: "ec2:DescribeFlowLogs", field, value } };
}
