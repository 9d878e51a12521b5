import type { Evidence, Link, LinkTarget, Scope } from "../../../src/model/index.ts";
import { neighbour } from "../neighbours.ts";
import { arnTarget } from "../targets.ts";

/** Whose answer a link comes from. */
export interface Asked {
  readonly scope: Scope;
  readonly region: string;
  /** `rds:DescribeDBInstances` */
  readonly source: string;
}

/** RDS names what lies in the own region by its name and what lies elsewhere by its ARN. */
export function databaseTarget({ scope, region }: Asked, kind: "db" | "cluster", name: string): LinkTarget {
  return name.startsWith("arn:") ? arnTarget(name, scope) : neighbour(scope, region, "rds", `${kind}:${name}`);
}

/** A link for each database that a field names. */
export function replicas(
  asked: Asked,
  direction: Link["direction"],
  kind: "db" | "cluster",
  field: string,
  names: readonly string[],
): readonly Link[] {
  return names.flatMap((value) => {
    if (value === "") return [];
    const evidence: Evidence = { source: asked.source, field, value };
    return [{ kind: "replicates-to", direction, target: databaseTarget(asked, kind, value), evidence }];
  });
}

/** Log exports: one log group for each log, under a name that RDS gives. */
export function logExports(asked: Asked, prefix: string, logs: readonly string[] | undefined): readonly Link[] {
  return (logs ?? []).map((log, index) => ({
    kind: "logs-to",
    direction: "to",
    target: neighbour(asked.scope, asked.region, "logs", `log-group:${prefix}/${log}`),
    evidence: { source: asked.source, field: `EnabledCloudwatchLogsExports[${index}]`, value: log },
  }));
}

/** An activity stream: every statement with its parameters, into a Kinesis stream of the same region. */
export function activityStream(
  asked: Asked,
  stream: {
    readonly ActivityStreamStatus?: string | undefined;
    readonly ActivityStreamKinesisStreamName?: string | undefined;
  },
): readonly Link[] {
  const { ActivityStreamStatus: status, ActivityStreamKinesisStreamName: name } = stream;
  if (name === undefined || name === "" || (status !== "started" && status !== "starting")) return [];
  return [
    {
      kind: "streams-to",
      direction: "to",
      target: neighbour(asked.scope, asked.region, "kinesis", `stream/${name}`),
      evidence: { source: asked.source, field: "ActivityStreamKinesisStreamName", value: name },
    },
  ];
}
