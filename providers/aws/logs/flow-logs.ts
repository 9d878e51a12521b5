import type { FlowLog } from "@aws-sdk/client-ec2";
import type { Caller, Scope } from "../../../src/model/index.ts";
import { required } from "../answer.ts";
import { arnOf } from "../arn.ts";
import { itemsOf } from "../pages.ts";
import type { AwsSession } from "../session.ts";
import { logGroupOfArn } from "../targets.ts";

/** The flow logs of a region. */
export async function* flowLogs(session: AwsSession, region: string, caller: Caller): AsyncGenerator<FlowLog> {
  const { DescribeFlowLogsCommand, EC2Client } = await import("@aws-sdk/client-ec2");
  const ec2 = session.client(EC2Client, region);
  yield* itemsOf(caller, "DescribeFlowLogs", async (token, signal) => {
    const answer = await ec2.send(new DescribeFlowLogsCommand({ MaxResults: 1000, NextToken: token }), {
      abortSignal: signal,
    });
    return { items: required(answer.FlowLogs, "FlowLogs"), next: answer.NextToken };
  });
}

/** Id of the log group a flow log is delivered to; older ones have only its name, and then it is the account's own. */
export function logGroupOf(log: FlowLog, scope: Scope, region: string): string | undefined {
  if (log.LogDestinationType !== undefined && log.LogDestinationType !== "cloud-watch-logs") return undefined;
  if (log.LogDestination) return logGroupOfArn(log.LogDestination);
  return log.LogGroupName ? arnOf(scope, "logs", region, `log-group:${log.LogGroupName}`) : undefined;
}
