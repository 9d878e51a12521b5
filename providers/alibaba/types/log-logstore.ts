import { z } from "zod";
import {
  type Caller,
  type Known,
  known,
  type Link,
  type ResourceRecord,
  type ResourceType,
  type Tags,
} from "../../../src/model/index.ts";
import { gapsOf, reportBad } from "../bad-rows.ts";
import { askPages } from "../paging.ts";
import { placeRegion } from "../regions.ts";
import { flag, optional, optionalText, whole } from "../rpc-fields.ts";
import { type AlibabaSession, acs, regionOf, stated } from "../session.ts";
import { type JobLinks, jobOperations, jobsOf } from "../sls-jobs.ts";
import { byOffset, logstoreId, type Project, projectId, projectPages, slsTags } from "../sls-lists.ts";
import { batches } from "../tag-pages.ts";

const Detail = z.object({
  ttl: optional(whole),
  mode: optionalText,
  telemetryType: optionalText,
  /** In snake case, unlike the fields around it (SLS API reference, GetLogStore, 2026-08). */
  encrypt_conf: optional(
    z.object({
      enable: optional(flag),
      user_cmk_info: optional(z.object({ cmk_key_id: optionalText, region_id: optionalText })),
    }),
  ),
});
type Detail = z.infer<typeof Detail>;

/** One list asks for the tags of as many Logstores as this, so that the request stays short. */
const tagBatch = 20;

/** Logstores of Simple Log Service: where logs lie, how long, and which jobs take them elsewhere. */
export const logLogstore: ResourceType<AlibabaSession> = {
  type: "alibaba/log/logstore",
  title: { en: "SLS Logstore", zh: "日志服务 SLS 日志库（Logstore）" },
  role: "store",
  service: "log",
  reach: "per-region",
  operations: [
    { operation: "ListProject", permission: "log:ListProject" },
    { operation: "ListLogStores", permission: "log:ListLogStores", per: "resource" },
    { operation: "GetLogStore", permission: "log:GetLogStore", per: "resource" },
    { operation: "ListTagResources", permission: "log:ListTagResources", per: "resource" },
    ...jobOperations,
  ],
  links: ["streams-to", "key-held-in"],
  unseen: {
    en: "Who reads a Logstore through a consumer group or by query, imports from OSS, Kafka and other sources into it, alerts, Metricstores where the list leaves them out, and what the logs themselves say.",
    zh: "通过消费组或查询读取日志库的用户、从 OSS、Kafka 等数据源导入日志库的任务、告警、列表未返回的时序库（Metricstore），以及日志本身的内容。",
  },
  async *collect(session, asked, caller) {
    const region = regionOf(asked);
    const operation = "ListProject";
    const idOf = (name: string) => projectId(session, region, name);
    for await (const rows of caller.pages(operation, projectPages(session, region))) {
      yield* gapsOf(session, rows, { type: "alibaba/log/logstore", region, operation, idOf });
      const read = caller.each(rows.good, (project) => ofProject(session, region, caller, project));
      for await (const records of read) yield* records;
    }
  },
};

async function ofProject(
  session: AlibabaSession,
  region: string,
  caller: Caller,
  project: Project,
): Promise<readonly ResourceRecord[]> {
  const { projectName: name } = project;
  const names = await logstoresOf(session, region, caller, name);
  if (names.length === 0) return [];
  const [jobs, tags] = await Promise.all([
    jobsOf(session, region, caller, name),
    tagsOf(session, region, caller, name, names),
  ]);
  const records = names.map(async (logstore) => {
    const id = logstoreId(session, region, name, logstore);
    const detail = await caller.ask("GetLogStore", id, (signal) => {
      const path = ["logstores", logstore];
      return session.sls.get({ region, project: name, path, query: [], answer: Detail }, signal);
    });
    const facts = detail.known && detail.value !== null ? detail.value : undefined;
    return toRecord(session, { region, project, logstore, detail: facts, jobs, tags: tags(logstore) });
  });
  return await Promise.all(records);
}

async function logstoresOf(
  session: AlibabaSession,
  region: string,
  caller: Caller,
  project: string,
): Promise<readonly string[]> {
  const operation = "ListLogStores";
  const id = projectId(session, region, project);
  const list = { region, project, path: ["logstores"], field: "logstores", idField: "name", item: z.string().min(1) };
  const pages = await askPages(caller, operation, id, byOffset(session, list));
  for (const { bad } of pages) await reportBad(caller, operation, bad, () => id);
  return pages.flatMap(({ good }) => good);
}

/** Tags are asked for by `<project>#<logstore>`. */
async function tagsOf(
  session: AlibabaSession,
  region: string,
  caller: Caller,
  project: string,
  logstores: readonly string[],
): Promise<(logstore: string) => Known<Tags>> {
  const byLogstore = new Map<string, Known<Tags>>();
  for (const batch of batches(logstores, tagBatch)) {
    const resources = batch.map((logstore) => `${project}#${logstore}`);
    const tags = await slsTags(session, caller, { region, project, type: "logstore", resources });
    for (const logstore of batch) byLogstore.set(logstore, tags(`${project}#${logstore}`));
  }
  return (logstore) => byLogstore.get(logstore) ?? known({});
}

interface Found {
  readonly region: string;
  readonly project: Project;
  readonly logstore: string;
  readonly detail: Detail | undefined;
  readonly jobs: JobLinks;
  readonly tags: Known<Tags>;
}

function toRecord(session: AlibabaSession, found: Found): ResourceRecord {
  const { region, project, logstore, detail, jobs, tags } = found;
  const metrics = detail?.telemetryType === "Metrics";
  return {
    kind: "record",
    id: logstoreId(session, region, project.projectName, logstore),
    type: "alibaba/log/logstore",
    role: "store",
    scope: session.scope,
    name: `${project.projectName}/${logstore}`,
    place: known({ region: placeRegion(project.region ?? region) }),
    placeEvidence: { source: "log:ListProject", field: "projects[].region", value: project.region ?? region },
    tags,
    aliases: [],
    links: [partOf(session, region, project.projectName), ...keyLinks(session, region, detail), ...jobs(logstore)],
    attributes: stated({
      ...(detail === undefined || metrics ? {} : kindOfLogs(logstore)),
      retentionDays: retention(detail?.ttl),
      encrypted: detail === undefined ? undefined : detail.encrypt_conf?.enable === true,
      mode: detail?.mode,
      telemetry: detail?.telemetryType,
    }),
  };
}

/** 3650 stands for "never deleted" (SLS API reference, CreateLogStore). */
function retention(ttl: number | undefined): number | string | undefined {
  return ttl === 3650 ? "unlimited" : ttl;
}

/**
 * Logstores that other products fill with audit, access and network logs bear fixed names, such as `actiontrail_<trail>`
 * (ActionTrail API reference, CreateTrail). Any other holds what its owner sends there, of a kind that nobody states.
 */
function kindOfLogs(logstore: string): { readonly logKind: "network" } | { readonly holdsLogs: true } {
  const audit =
    /^(?:actiontrail_|oss-log-store$|waf-logstore$|wafng-logstore$|cloudfirewall-logstore$|sas-log$|rds_log$|internal-operation_log$)/;
  return audit.test(logstore) ? { logKind: "network" } : { holdsLogs: true };
}

function partOf(session: AlibabaSession, region: string, project: string): Link {
  return {
    kind: "part-of",
    direction: "from",
    target: { id: projectId(session, region, project) },
    evidence: { source: "log:ListLogStores", field: "project asked", value: project },
  };
}

/** Keys of the Logstore's own region are the rule and no way out. */
function keyLinks(session: AlibabaSession, region: string, detail: Detail | undefined): readonly Link[] {
  const { enable, user_cmk_info: key } = detail?.encrypt_conf ?? {};
  if (enable !== true || key?.cmk_key_id === undefined || key.region_id === undefined) return [];
  const elsewhere = placeRegion(key.region_id);
  if (elsewhere === region) return [];
  return [
    {
      kind: "key-held-in",
      direction: "to",
      target: { id: acs(session, "kms", elsewhere, `key/${key.cmk_key_id}`), place: { region: elsewhere } },
      evidence: { source: "log:GetLogStore", field: "encrypt_conf.user_cmk_info.region_id", value: key.region_id },
    },
  ];
}
