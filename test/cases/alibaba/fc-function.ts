import type { AlibabaHeld } from "../../support/case-clouds.ts";
import type { TypeCase } from "../../support/type-case.ts";

const fcFunction: TypeCase<AlibabaHeld> = {
  type: "alibaba/fc/function",
  held: ({ account, region }) => ({
    functions: [
      {
        functionName: "member-export",
        functionArn: `acs:fc:${region}:${account}:functions/member-export`,
        functionId: "aa715851-1c20-4b89-a8fb-000000000001",
        runtime: "nodejs20",
        state: "Active",
        internetAccess: true,
        environmentVariables: { DB_PASSWORD: "never-kept" },
        logConfig: { project: "members", logstore: "functions", enableRequestMetrics: true },
        nasConfig: {
          userId: 100,
          groupId: 100,
          mountPoints: [{ serverAddr: `1a2b-x.${region}.nas.aliyuncs.com:/`, mountDir: "/mnt" }],
        },
        ossMountConfig: { mountPoints: [{ bucketName: "members-files", mountDir: "/mnt/oss", readOnly: true }] },
        tags: [
          { Key: "数据分级", Value: "个人信息" },
          { Key: "owner", Value: "" },
        ],
      },
      {
        functionName: "thumbnails",
        functionArn: `acs:fc:${region}:${account}:functions/thumbnails`,
        runtime: "python3.10",
        internetAccess: false,
        vpcConfig: { vpcId: "vpc-1" },
        logConfig: { project: "web" },
        tags: [],
      },
      {
        functionName: "media$resize",
        functionArn: `acs:fc:${region}:${account}:services/media.LATEST/functions/resize`,
        runtime: "java11",
        logConfig: {},
      },
    ],
    functionTags: [
      {
        ResourceId: `acs:fc:${region}:${account}:services/media.LATEST/functions/resize`,
        ResourceType: "function",
        TagKey: "team",
        TagValue: "媒体",
      },
      {
        ResourceId: `acs:fc:${region}:${account}:services/media.LATEST/functions/resize`,
        ResourceType: "function",
        TagKey: "owner",
        TagValue: "",
      },
    ],
  }),
  finds: ({ account, region }) => {
    const project = `acs:log:${region}:${account}:project`;
    return [
      {
        id: `acs:fc:${region}:${account}:functions/member-export`,
        name: "member-export",
        role: "compute",
        tags: { 数据分级: "个人信息", owner: "" },
        attributes: {
          runtime: "nodejs20",
          internetAccess: true,
          mountsFileSystems: `1a2b-x.${region}.nas.aliyuncs.com`,
          mountsBuckets: "members-files",
        },
        links: [{ kind: "logs-to", id: `${project}/members/logstore/functions`, region }],
      },
      {
        id: `acs:fc:${region}:${account}:functions/thumbnails`,
        name: "thumbnails",
        role: "compute",
        tags: {},
        attributes: { vpc: "vpc-1", internetAccess: false },
        links: [{ kind: "logs-to", id: `${project}/web`, region }],
      },
      {
        id: `acs:fc:${region}:${account}:services/media.LATEST/functions/resize`,
        name: "media$resize",
        role: "compute",
        tags: { team: "媒体", owner: "" },
        links: [],
      },
    ];
  },
  lists: [{ operation: "ListFunctions" }],
};

export default fcFunction;
