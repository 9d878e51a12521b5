import type { Caller } from "../../../src/model/index.ts";
import { gather, throwFailures } from "../gathered.ts";
import type { AwsSession } from "../session.ts";
import { logGroupOfArn } from "../targets.ts";
import { flowLogs, logGroupOf } from "./flow-logs.ts";
import { logKindByName } from "./log-names.ts";
import { trails } from "./trails.ts";

/** `network`: of the network, the system or a database; `application`: all others. */
export type LogKind = "network" | "application";

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

/** What a group states of its logs: their kind, or that they are logs of a kind that could not be found out. */
export function logAttributes(
  group: { readonly id: string; readonly name: string },
  writers: LogWriters,
): { readonly logKind: LogKind } | { readonly holdsLogs: true } | Readonly<Record<string, never>> {
  if (writers.network.has(group.id)) return { logKind: "network" };
  const told = logKindByName(group.name);
  return "holdsLogs" in told && writers.complete ? { logKind: "application" } : told;
}

function defined(id: string | undefined): readonly string[] {
  return id === undefined ? [] : [id];
}
