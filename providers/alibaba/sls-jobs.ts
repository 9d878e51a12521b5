import { z } from "zod";
import type { Caller, Link } from "../../src/model/index.ts";
import { reportBad } from "./bad-rows.ts";
import { askPages } from "./paging.ts";
import { optionalText } from "./rpc-fields.ts";
import type { AlibabaSession } from "./session.ts";
import { byOffset, projectId } from "./sls-lists.ts";
import { bucketSink, logstoreSink, maxComputeSink, type Sink } from "./sls-sinks.ts";

/** The jobs of a project that take logs out of its Logstores, by the name of the Logstore. */
export type JobLinks = (logstore: string) => readonly Link[];

/** What a job says of the way the logs take. */
interface Way {
  readonly name: string;
  readonly status: string | undefined;
  readonly logstore: string;
  /** Field of the configuration that names the destination. */
  readonly field: string;
  sinks(session: AlibabaSession): readonly Sink[];
}

/** A kind of job: its list, and how an item of it is read. Keys and scripts that some hold are not read. */
interface JobKind {
  readonly operation: string;
  readonly path: string;
  readonly way: z.ZodType<Way>;
}

const name = z.string().min(1);

function jobOf<Configuration extends z.ZodType>(configuration: Configuration) {
  return z.object({ name, status: optionalText, configuration });
}

const intoBucket = jobOf(
  z.object({ logstore: name, sink: z.object({ bucket: name, endpoint: optionalText }) }),
).transform(({ configuration: { logstore, sink }, ...job }): Way => {
  return { ...job, logstore, field: "sink.bucket", sinks: () => [bucketSink(sink.bucket, sink.endpoint)] };
});

const intoMaxCompute = jobOf(
  z.object({
    logstore: name,
    sink: z.object({ odpsProject: name, odpsEndpoint: optionalText, odpsRolearn: optionalText }),
  }),
).transform(({ configuration: { logstore, sink }, ...job }): Way => {
  const { odpsProject: project, odpsEndpoint: endpoint, odpsRolearn: role } = sink;
  const sinks = (session: AlibabaSession) => [maxComputeSink(session, { project, endpoint, role })];
  return { ...job, logstore, field: "sink.odpsProject", sinks };
});

const transformation = jobOf(
  z.object({
    logstore: name,
    sinks: z.array(z.object({ project: name, logstore: name, endpoint: optionalText, roleArn: optionalText })),
  }),
).transform(({ configuration: { logstore, sinks: to }, ...job }): Way => {
  const sinks = (session: AlibabaSession) => to.map((sink) => logstoreSink(session, { ...sink, role: sink.roleArn }));
  return { ...job, logstore, field: "sinks[].endpoint", sinks };
});

const scheduledQuery = jobOf(
  z.object({
    sourceLogstore: name,
    destProject: name,
    destLogstore: name,
    destEndpoint: optionalText,
    destRoleArn: optionalText,
  }),
).transform(({ configuration: to, ...job }): Way => {
  const { destProject: project, destLogstore: logstore, destEndpoint: endpoint, destRoleArn: role } = to;
  const sinks = (session: AlibabaSession) => [logstoreSink(session, { project, logstore, endpoint, role })];
  return { ...job, logstore: to.sourceLogstore, field: "destEndpoint", sinks };
});

const kinds: readonly JobKind[] = [
  { operation: "ListOSSExports", path: "ossexports", way: intoBucket },
  { operation: "ListOSSHDFSExports", path: "osshdfsexports", way: intoBucket },
  { operation: "ListMaxComputeExports", path: "maxcomputeexports", way: intoMaxCompute },
  { operation: "ListETLs", path: "etls", way: transformation },
  { operation: "ListScheduledSQLs", path: "scheduledsqls", way: scheduledQuery },
];

/** Operations that reading the jobs calls, for the declarations of a type. */
export const jobOperations = kinds.map(({ operation }) => ({
  operation,
  permission: `log:${operation}`,
  per: "resource" as const,
}));

/** Reads every job of a project. A list that stays away is a gap, and the other lists are kept. */
export async function jobsOf(
  session: AlibabaSession,
  region: string,
  caller: Caller,
  project: string,
): Promise<JobLinks> {
  const lists = await Promise.all(kinds.map((kind) => readKind(session, region, caller, project, kind)));
  const links = Map.groupBy(lists.flat(), ({ logstore }) => logstore);
  return (logstore) => (links.get(logstore) ?? []).map(({ link }) => link);
}

/** The references of these lists name no most, only 10 as what they give when not asked for more (SLS API reference, 2026-08). */
const mostJobs = 100;

interface JobLink {
  readonly logstore: string;
  readonly link: Link;
}

async function readKind(
  session: AlibabaSession,
  region: string,
  caller: Caller,
  project: string,
  { operation, path, way }: JobKind,
): Promise<readonly JobLink[]> {
  const id = projectId(session, region, project);
  const list = { region, project, path: [path], field: "results", idField: "name", item: way, size: mostJobs };
  const pages = await askPages(caller, operation, id, byOffset(session, list));
  for (const { bad } of pages) await reportBad(caller, operation, bad, () => id);
  const running = pages.flatMap(({ good }) => good).filter(({ status }) => !/^(?:stop|disabled)/i.test(status ?? ""));
  return running.flatMap((job) =>
    job.sinks(session).map(({ target, value }) => ({
      logstore: job.logstore,
      link: {
        kind: "streams-to",
        direction: "to",
        target,
        evidence: {
          source: `log:${operation}`,
          field: `results[].configuration.${job.field}`,
          value: `${job.name}: ${value}`,
        },
      },
    })),
  );
}
