import { z } from "zod";
import type { Caller, Known, Tags } from "../../src/model/index.ts";
import { pageCounter } from "./page-counter.ts";
import type { FetchPage } from "./paging.ts";
import { queryOf } from "./rest.ts";
import { countRows, optional, optionalText, type Rows, readRows, whole } from "./rpc-fields.ts";
import { type AlibabaSession, acs } from "./session.ts";
import { tagsOfPages } from "./tag-pages.ts";

/** What the types of Simple Log Service share (API version 2020-12-30). */
export const Project = z.object({
  projectName: z.string().min(1),
  region: optionalText,
  status: optionalText,
  dataRedundancyType: optionalText,
  createTime: optionalText,
});
export type Project = z.infer<typeof Project>;

export function projectId(session: AlibabaSession, region: string, project: string): string {
  return acs(session, "log", region, `project/${project}`);
}

export function logstoreId(session: AlibabaSession, region: string, project: string, logstore: string): string {
  return `${projectId(session, region, project)}/logstore/${logstore}`;
}

export function projectPages(session: AlibabaSession, region: string): FetchPage<Rows<Project>> {
  return byOffset(session, { region, path: [], field: "projects", idField: "projectName", item: Project });
}

interface OffsetList<Item> {
  readonly region: string;
  readonly project?: string;
  readonly path: readonly string[];
  /** Field of the answer that holds the list. */
  readonly field: string;
  readonly idField: string;
  readonly item: z.ZodType<Item>;
  /** Entries to ask for; left out = 500, the most that the lists of projects and of Logstores take. */
  readonly size?: number;
}

/** `offset` and `size`, answered with the total. */
export function byOffset<Item>(session: AlibabaSession, list: OffsetList<Item>): FetchPage<Rows<Item>> {
  const { region, project, path, field, idField, item, size = 500 } = list;
  const Answer = z.object({ total: optional(whole), [field]: z.array(z.unknown()) }).transform((answer) => ({
    TotalCount: typeof answer["total"] === "number" ? answer["total"] : undefined,
    rows: readRows(Array.isArray(answer[field]) ? answer[field] : [], idField, item),
  }));
  const counter = pageCounter((page: z.output<typeof Answer>) => countRows(page.rows));
  return async (token, signal) => {
    const offset = token === undefined ? 0 : Number(token);
    const query = queryOf({ offset, size });
    const where = project === undefined ? {} : { project };
    const page = await session.sls.get({ region, ...where, path, query, answer: Answer }, signal);
    const more = counter.after(page, offset, size) !== undefined;
    return { page: page.rows, next: more ? String(offset + countRows(page.rows)) : undefined };
  };
}

const TagPage = z.object({
  nextToken: optionalText,
  tagResources: z.array(
    z
      .object({ resourceId: z.string(), tagKey: z.string(), tagValue: optional(z.string()) })
      .transform((tag) => ({ resource: tag.resourceId, key: tag.tagKey, value: tag.tagValue ?? "" })),
  ),
});

/** Tags of a project, or of Logstores of it (`<project>#<logstore>`), as one list. */
export async function slsTags(
  session: AlibabaSession,
  caller: Caller,
  asked: {
    readonly region: string;
    readonly project: string;
    readonly type: "project" | "logstore";
    readonly resources: readonly string[];
  },
): Promise<(resource: string) => Known<Tags>> {
  const { region, project, type, resources } = asked;
  const fetch: Parameters<typeof tagsOfPages>[3] = async (nextToken, signal) => {
    const query = queryOf({ resourceType: type, resourceId: JSON.stringify(resources), nextToken });
    const page = await session.sls.get({ region, project, path: ["tags"], query, answer: TagPage }, signal);
    return { page: page.tagResources, next: page.nextToken };
  };
  return await tagsOfPages(caller, "ListTagResources", projectId(session, region, project), fetch);
}
