import type { Known, ResourceRecord, ResourceType, Tags } from "../../../src/model/index.ts";
import { known } from "../../../src/model/index.ts";
import { gapsOf } from "../bad-rows.ts";
import { placeRegion } from "../regions.ts";
import { type AlibabaSession, regionOf, stated } from "../session.ts";
import { type Project, projectId, projectPages, slsTags } from "../sls-lists.ts";

/**
 * Projects of Simple Log Service. What a project holds lies in its Logstores, each a resource of its own; class and tags of the
 * project travel to those.
 */
export const logProject: ResourceType<AlibabaSession> = {
  type: "alibaba/log/project",
  title: { en: "SLS project", zh: "日志服务 SLS 项目（Project）" },
  role: "compute",
  service: "log",
  reach: "per-region",
  operations: [
    { operation: "ListProject", permission: "log:ListProject" },
    { operation: "ListTagResources", permission: "log:ListTagResources", per: "resource" },
  ],
  links: [],
  unseen: {
    en: "Project policies that let other accounts in, custom domains, transfer acceleration, and alerts and dashboards of the project.",
    zh: "授权其他账号访问的项目策略（Project Policy）、自有域名、传输加速，以及项目内的告警和仪表盘。",
  },
  async *collect(session, asked, caller) {
    const region = regionOf(asked);
    const operation = "ListProject";
    const idOf = (name: string) => projectId(session, region, name);
    for await (const rows of caller.pages(operation, projectPages(session, region))) {
      yield* gapsOf(session, rows, { type: "alibaba/log/project", region, operation, idOf });
      yield* caller.each(rows.good, async (project) => {
        const name = project.projectName;
        const tags = await slsTags(session, caller, { region, project: name, type: "project", resources: [name] });
        return toRecord(session, region, project, tags(name));
      });
    }
  },
};

function toRecord(session: AlibabaSession, region: string, project: Project, tags: Known<Tags>): ResourceRecord {
  const stands = project.region ?? region;
  return {
    kind: "record",
    id: projectId(session, region, project.projectName),
    type: "alibaba/log/project",
    role: "compute",
    scope: session.scope,
    name: project.projectName,
    place: known({ region: placeRegion(stands) }),
    placeEvidence: { source: "log:ListProject", field: "projects[].region", value: stands },
    tags,
    aliases: [],
    links: [],
    attributes: stated({
      status: project.status,
      redundancy: project.dataRedundancyType,
      createdAt: project.createTime,
    }),
  };
}
