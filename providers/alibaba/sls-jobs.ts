import { z } from "zod";
import type { Caller, Link, LinkTarget } from "../../src/model/index.ts";
import { unexpectedAnswer } from "./errors.ts";
import { ossRegionOf, ossTarget } from "./oss-target.ts";
import { askPages } from "./paging.ts";
import { placeRegion } from "./regions.ts";
import { optionalText } from "./rpc-fields.ts";
import type { AlibabaSession } from "./session.ts";
import { byOffset, projectId } from "./sls-lists.ts";

/** The jobs of a project that take logs out of its Logstores, by the name of the Logstore. */
export type JobLinks = (logstore: string) => readonly Link[];

interface JobFields {
  readonly name: string;
  readonly status?: string | undefined;
  readonly configuration: { readonly logstore: string };
}

/** A kind of job: its list, and what it says of the destinations. */
interface JobKind<Job extends JobFields> {
  readonly operation: string;
  readonly path: string;
  readonly item: z.ZodType<Job>;
  flows(session: AlibabaSession, job: Job): readonly Flow[];
}

interface Flow {
  readonly target: LinkTarget;
  readonly field: string;
  /** Where it goes, in a few words: names and hosts, never a key. */
  readonly value: string;
}

const job = { name: z.string().min(1), status: optionalText };

/** Ships to a bucket as long as it runs. */
const ossExports = kindOf({
  operation: "ListOSSExports",
  path: "ossexports",
  item: z.object({
    ...job,
    configuration: z.object({
      logstore: z.string().min(1),
      sink: z.object({ bucket: z.string().min(1), endpoint: optionalText }),
    }),
  }),
  flows(_session, { configuration: { sink } }) {
    const region = ossRegionOf(sink.endpoint);
    const value = `${sink.bucket} in ${region ?? "an unstated region"}`;
    return [{ target: ossTarget(sink.bucket, region), field: "sink.bucket", value }];
  },
});

const maxComputeExports = kindOf({
  operation: "ListMaxComputeExports",
  path: "maxcomputeexports",
  item: z.object({
    ...job,
    configuration: z.object({
      logstore: z.string().min(1),
      sink: z.object({ odpsProject: z.string().min(1), odpsEndpoint: optionalText, odpsRolearn: optionalText }),
    }),
  }),
  flows(session, { configuration: { sink } }) {
    const [, region] = /\/\/service\.([a-z0-9-]+)\.maxcompute\.aliyun/.exec(sink.odpsEndpoint ?? "") ?? [];
    const owner = accountOf(session, sink.odpsRolearn);
    const target: LinkTarget =
      region === undefined
        ? {}
        : {
            id: `acs:odps:${placeRegion(region)}:${owner}:projects/${sink.odpsProject}`,
            place: { region: placeRegion(region) },
          };
    const value = `${sink.odpsProject} in ${region ?? "an unstated region"}`;
    return [{ target, field: "sink.odpsProject", value }];
  },
});

/** Data transformation: writes what it makes of the logs to other Logstores, in any region and account. */
const transformations = kindOf({
  operation: "ListETLs",
  path: "etls",
  item: z.object({
    ...job,
    configuration: z.object({
      logstore: z.string().min(1),
      sinks: z.array(
        z.object({
          project: z.string().min(1),
          logstore: z.string().min(1),
          endpoint: optionalText,
          roleArn: optionalText,
        }),
      ),
    }),
  }),
  flows(session, { configuration: { sinks } }) {
    return sinks.map((sink) => {
      const [, region] =
        /^(?:https?:\/\/)?([a-z0-9-]+?)(?:-intranet|-share|-internal)?\.log\.aliyuncs\.com\/?$/.exec(
          sink.endpoint ?? "",
        ) ?? [];
      const value = `${sink.project}/${sink.logstore} in ${region ?? "an unstated region"}`;
      if (region === undefined) return { target: {}, field: "sinks[].endpoint", value };
      const owner = accountOf(session, sink.roleArn);
      const id = `acs:log:${placeRegion(region)}:${owner}:project/${sink.project}/logstore/${sink.logstore}`;
      return { target: { id, place: { region: placeRegion(region) } }, field: "sinks[].endpoint", value };
    });
  },
});

/** Operations that reading the jobs calls, for the declarations of a type. */
export const jobOperations = [ossExports, maxComputeExports, transformations].map(({ operation }) => ({
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
  const kinds = [ossExports, maxComputeExports, transformations];
  const lists = await Promise.all(kinds.map((kind) => kind.read(session, region, caller, project)));
  const links = lists.flat();
  return (logstore) => links.filter((one) => one.logstore === logstore).map((one) => one.link);
}

interface JobLink {
  readonly logstore: string;
  readonly link: Link;
}

function kindOf<Job extends JobFields>(kind: JobKind<Job>) {
  const { operation, path, item, flows } = kind;
  return {
    operation,
    async read(session: AlibabaSession, region: string, caller: Caller, project: string): Promise<readonly JobLink[]> {
      const id = projectId(session, region, project);
      const list = { region, project, path: [path], field: "results", idField: "name", item };
      const pages = await askPages(caller, operation, id, byOffset(session, list));
      for (const { error } of pages.flatMap(({ bad }) => bad)) {
        await caller.ask(operation, id, () => Promise.reject(unexpectedAnswer(error)));
      }
      const running = pages
        .flatMap(({ good }) => good)
        .filter(({ status }) => !/^(?:stop|disabled)/i.test(status ?? ""));
      return running.flatMap((one) =>
        flows(session, one).map(({ target, field, value }) => ({
          logstore: one.configuration.logstore,
          link: {
            kind: "streams-to" as const,
            direction: "to" as const,
            target,
            evidence: {
              source: `log:${operation}`,
              field: `results[].configuration.${field}`,
              value: `${one.name}: ${value}`,
            },
          },
        })),
      );
    },
  };
}

/** The account that a role belongs to is the one it writes to; a job without a role of its own stays in this account. */
function accountOf(session: AlibabaSession, roleArn: string | undefined): string {
  const [, uid] = /^acs:ram::(\d+):role\//.exec(roleArn ?? "") ?? [];
  return uid ?? session.scope.account;
}
