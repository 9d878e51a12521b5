import type { AlibabaHeld } from "../../support/case-clouds.ts";
import type { TypeCase } from "../../support/type-case.ts";

const project: TypeCase<AlibabaHeld> = {
  type: "alibaba/log/project",
  held: ({ region }) => ({
    logProjects: [
      {
        projectName: `members-${region}`,
        region,
        status: "Normal",
        dataRedundancyType: "ZRS",
        createTime: "2025-01-02 03:04:05",
      },
      { projectName: `web-${region}`, region, status: "Normal", description: "访问日志" },
      { projectName: `audit-${region}`, region, status: "Disable" },
    ],
    logTags: [
      { resourceType: "project", resourceId: `members-${region}`, tagKey: "数据分级", tagValue: "敏感个人信息" },
      { resourceType: "project", resourceId: `members-${region}`, tagKey: "owner", tagValue: "" },
      { resourceType: "logstore", resourceId: `web-${region}#nginx`, tagKey: "data-class", tagValue: "general" },
    ],
  }),
  finds: ({ account, region }) => {
    const arn = `acs:log:${region}:${account}:project`;
    return [
      {
        id: `${arn}/members-${region}`,
        name: `members-${region}`,
        role: "compute",
        tags: { 数据分级: "敏感个人信息", owner: "" },
        attributes: { redundancy: "ZRS", status: "Normal" },
        links: [],
      },
      { id: `${arn}/web-${region}`, name: `web-${region}`, role: "compute", tags: {}, links: [] },
      { id: `${arn}/audit-${region}`, name: `audit-${region}`, role: "compute", tags: {}, links: [] },
    ];
  },
  lists: [{ operation: "ListProject" }],
};

export default project;
