import type { AlibabaHeld } from "../../support/case-clouds.ts";
import type { TypeCase } from "../../support/type-case.ts";

const role = (uid: string) => `acs:ram::${uid}:role/aliyunlogetlrole`;

const logstore: TypeCase<AlibabaHeld> = {
  type: "alibaba/log/logstore",
  held: ({ account, region }) => ({
    logProjects: [
      { projectName: "members", region },
      { projectName: "audit", region },
      { projectName: "empty", region },
    ],
    logStores: [
      {
        project: "members",
        logstoreName: "app",
        ttl: 30,
        mode: "standard",
        telemetryType: "None",
        encrypt_conf: {
          enable: true,
          user_cmk_info: { cmk_key_id: "key-sg", arn: role(account), region_id: "ap-southeast-1" },
        },
      },
      {
        project: "members",
        logstoreName: "slow",
        ttl: 3650,
        encrypt_conf: { enable: true, user_cmk_info: { cmk_key_id: "key-here", region_id: region } },
      },
      { project: "members", logstoreName: "metrics", ttl: 15, telemetryType: "Metrics" },
      { project: "audit", logstoreName: "actiontrail_company", ttl: 180 },
    ],
    logTags: [
      { resourceType: "logstore", resourceId: "members#app", tagKey: "数据分级", tagValue: "个人信息" },
      { resourceType: "logstore", resourceId: "members#app", tagKey: "owner", tagValue: "" },
      { resourceType: "project", resourceId: "members", tagKey: "data-class", tagValue: "personal" },
    ],
    logOssExports: [
      {
        project: "members",
        name: "to-oss",
        status: "RUNNING",
        configuration: {
          logstore: "app",
          roleArn: role(account),
          sink: {
            bucket: "members-logs",
            endpoint: "https://oss-cn-hongkong-internal.aliyuncs.com",
            roleArn: role(account),
          },
        },
      },
      {
        project: "members",
        name: "to-oss-no-more",
        status: "STOPPED",
        configuration: {
          logstore: "app",
          sink: { bucket: "old-logs", endpoint: "https://oss-us-west-1.aliyuncs.com" },
        },
      },
      {
        project: "members",
        name: "to-oss-somewhere",
        status: "RUNNING",
        configuration: { logstore: "slow", sink: { bucket: "slow-logs", endpoint: "http://100.100.0.1" } },
      },
    ],
    logOssHdfsExports: [
      {
        project: "members",
        name: "to-hdfs",
        status: "RUNNING",
        configuration: {
          logstore: "slow",
          sink: { bucket: "lake", endpoint: "https://cn-shanghai-internal.oss-dls.aliyuncs.com" },
        },
      },
    ],
    logScheduledSqls: [
      {
        project: "members",
        name: "hourly",
        status: "ENABLED",
        configuration: {
          sourceLogstore: "metrics",
          destProject: "global",
          destLogstore: "sums",
          destEndpoint: "ap-southeast-1.log.aliyuncs.com",
          destRoleArn: role(account),
          script: "* | select *",
        },
      },
      {
        project: "members",
        name: "no-more",
        status: "DISABLED",
        configuration: {
          sourceLogstore: "metrics",
          destProject: "old",
          destLogstore: "old",
          destEndpoint: "us-west-1.log.aliyuncs.com",
        },
      },
    ],
    logMaxComputeExports: [
      {
        project: "audit",
        name: "to-odps",
        status: "RUNNING",
        configuration: {
          logstore: "actiontrail_company",
          sink: {
            odpsEndpoint: "http://service.cn-shanghai.maxcompute.aliyun-inc.com/api",
            odpsProject: "audit_lake",
            odpsRolearn: role("9876543210987654"),
            odpsAccessSecret: "never-kept",
          },
        },
      },
    ],
    logEtls: [
      {
        project: "members",
        name: "mask",
        status: "RUNNING",
        configuration: {
          logstore: "app",
          accessKeySecret: "never-kept",
          script: "e_set('a', '1')",
          sinks: [
            {
              project: "global",
              logstore: "all",
              endpoint: "us-east-1-intranet.log.aliyuncs.com",
              roleArn: role("9876543210987654"),
            },
            { project: "here", logstore: "masked" },
          ],
        },
      },
    ],
  }),
  finds: ({ account, region }) => {
    const arn = `acs:log:${region}:${account}:project`;
    return [
      {
        id: `${arn}/members/logstore/app`,
        name: "members/app",
        role: "store",
        tags: { 数据分级: "个人信息", owner: "" },
        attributes: { retentionDays: 30, encrypted: true, holdsLogs: true, mode: "standard" },
        links: [
          { kind: "part-of", direction: "from", id: `${arn}/members` },
          { kind: "key-held-in", id: `acs:kms:ap-southeast-1:${account}:key/key-sg`, region: "ap-southeast-1" },
          { kind: "streams-to", id: "oss://members-logs", region: "cn-hongkong" },
          {
            kind: "streams-to",
            id: "acs:log:us-east-1:9876543210987654:project/global/logstore/all",
            region: "us-east-1",
          },
          { kind: "streams-to" },
        ],
      },
      {
        id: `${arn}/members/logstore/slow`,
        name: "members/slow",
        role: "store",
        tags: {},
        attributes: { retentionDays: "unlimited", encrypted: true, holdsLogs: true },
        links: [
          { kind: "part-of", direction: "from", id: `${arn}/members` },
          { kind: "streams-to", id: "oss://slow-logs" },
          { kind: "streams-to", id: "oss://lake", region: "cn-shanghai" },
        ],
      },
      {
        id: `${arn}/members/logstore/metrics`,
        name: "members/metrics",
        role: "store",
        tags: {},
        attributes: { retentionDays: 15, encrypted: false, telemetry: "Metrics" },
        links: [
          { kind: "part-of", direction: "from", id: `${arn}/members` },
          {
            kind: "streams-to",
            id: `acs:log:ap-southeast-1:${account}:project/global/logstore/sums`,
            region: "ap-southeast-1",
          },
        ],
      },
      {
        id: `${arn}/audit/logstore/actiontrail_company`,
        name: "audit/actiontrail_company",
        role: "store",
        tags: {},
        attributes: { retentionDays: 180, encrypted: false, logKind: "network" },
        links: [
          { kind: "part-of", direction: "from", id: `${arn}/audit` },
          {
            kind: "streams-to",
            id: "acs:odps:cn-shanghai:9876543210987654:projects/audit_lake",
            region: "cn-shanghai",
          },
        ],
      },
    ];
  },
  lists: [{ operation: "ListProject" }, { operation: "ListLogStores" }],
};

export default logstore;
