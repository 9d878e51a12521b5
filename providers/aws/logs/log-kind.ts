import type { Caller } from "../../../src/model/index.ts";
import { gather, throwFailures } from "../gathered.ts";
import type { AwsSession } from "../session.ts";
import { logGroupOfArn } from "../targets.ts";
import { flowLogs, logGroupOf } from "./flow-logs.ts";
import { trails } from "./trails.ts";

/** `network`: of the network, the system or a database; `application`: all others. */
export type LogKind = "network" | "application";

/**
 * Names that AWS services give to the log groups they write themselves: databases, the control plane of EKS, DNS queries,
 * the web firewall (which takes no other name), directories, trails made in the console, and what services deliver as vended
 * logs. Read in the CloudWatch Logs, RDS, EKS, Route 53, WAF and CloudTrail user guides, 2026-11-22.
 */
const networkNames: readonly RegExp[] = [
  /^\/aws\/(?:rds|docdb|neptune|redshift|route53|directoryservice|cloudtrail)\//,
  /^\/aws\/eks\/[^/]+\/cluster$/,
  /^aws-waf-logs-/,
  /^aws-cloudtrail-logs-/,
  /^CloudTrail\//,
  /^\/aws\/vendedlogs\/(?!(?:states|pipes|bedrock)\/)/,
];

/** What is known of who writes into a region's log groups. */
export interface LogWriters {
  /** Ids of groups that flow logs and trails are delivered to. */
  readonly network: ReadonlySet<string>;
  /** Whether all flow logs and trails could be read: only then is any other group no network log. */
  readonly complete: boolean;
  /** @throws what could not be read, to be called once the records are out. */
  end(): void;
}

/** Asks once per region: a group of flow logs or of a trail has whatever name somebody gave it. */
export async function readLogWriters(session: AwsSession, region: string, caller: Caller): Promise<LogWriters> {
  const flows = await gather(flowLogs(session, region, caller));
  const audits = await gather(trails(session, region, caller));
  return {
    network: new Set([
      ...flows.items.flatMap((log) => defined(logGroupOf(log, session.scope, region))),
      ...audits.items.flatMap(({ CloudWatchLogsLogGroupArn: group }) => (group ? [logGroupOfArn(group)] : [])),
    ]),
    complete: flows.failure === undefined && audits.failure === undefined,
    end: () => throwFailures(flows, audits),
  };
}

/** Figures that AWS's own agents write as log lines: metrics, and no logs that a duty speaks of. */
const metricNames: readonly RegExp[] = [
  /^RDSOSMetrics$/,
  /^\/aws\/lambda-insights$/,
  /^\/aws\/(?:ecs\/)?containerinsights\/.+\/(?:performance|prometheus)$/,
];

/** What a group states of its logs: their kind, or that they are logs of a kind that could not be found out. */
export function logAttributes(
  group: { readonly id: string; readonly name: string },
  writers: LogWriters,
): { readonly logKind: LogKind } | { readonly holdsLogs: true } | Readonly<Record<string, never>> {
  if (writers.network.has(group.id) || networkNames.some((pattern) => pattern.test(group.name))) {
    return { logKind: "network" };
  }
  if (metricNames.some((pattern) => pattern.test(group.name))) return {};
  return writers.complete ? { logKind: "application" } : { holdsLogs: true };
}

function defined(id: string | undefined): readonly string[] {
  return id === undefined ? [] : [id];
}
