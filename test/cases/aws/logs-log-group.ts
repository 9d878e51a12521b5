import type { AwsHeld } from "../../support/case-clouds.ts";
import type { TypeCase } from "../../support/type-case.ts";

const logGroup: TypeCase<AwsHeld> = {
  type: "aws/logs/log-group",
  held: ({ partition, account, region }) => {
    const arn = `arn:${partition}:logs:${region}:${account}`;
    const group = (name: string, rest: object) => ({
      logGroupName: name,
      arn: `${arn}:log-group:${name}:*`,
      logGroupArn: `${arn}:log-group:${name}`,
      creationTime: 1_740_000_000_000,
      storedBytes: 4096,
      logGroupClass: "STANDARD",
      ...rest,
    });
    return {
      ec2: {
        flowLogs: [
          { id: "fl-01", resource: "vpc-01", type: "cloud-watch-logs", logGroup: "flows" },
          { id: "fl-02", resource: "vpc-02", type: "s3", destination: `arn:${partition}:s3:::elsewhere` },
        ],
      },
      services: {
        cloudtrail: {
          trails: [
            {
              Name: "audit",
              TrailARN: `arn:${partition}:cloudtrail:${region}:${account}:trail/audit`,
              HomeRegion: region,
              CloudWatchLogsLogGroupArn: `${arn}:log-group:audit:*`,
            },
          ],
        },
        logs: {
          logGroups: [
            group("/aws/lambda/crm", {
              retentionInDays: 30,
              kmsKeyId: `arn:${partition}:kms:${region}:${account}:key/1`,
              $tags: { "data-class": "personal", 系统: "客户关系", owner: "" },
              $filters: [
                {
                  filterName: "a",
                  logGroupName: "/aws/lambda/crm",
                  filterPattern: "",
                  destinationArn: `arn:${partition}:kinesis:${region}:${account}:stream/lines`,
                },
                {
                  filterName: "b",
                  logGroupName: "/aws/lambda/crm",
                  filterPattern: "",
                  destinationArn: `${arn.replace(account, "222233334444")}:destination:central`,
                },
              ],
            }),
            group("/aws/rds/instance/crm/audit", {
              retentionInDays: 400,
              kmsKeyId: `arn:${partition}:kms:${region}:999988887777:key/2`,
            }),
            group("flows", { retentionInDays: 14 }),
            group("audit", {
              $filters: [
                {
                  filterName: "a",
                  logGroupName: "audit",
                  filterPattern: "",
                  destinationArn: `arn:${partition}:lambda:${region}:${account}:function:alarm:live`,
                },
              ],
            }),
            group("quiet", { retentionInDays: 731 }),
            group("rare", { retentionInDays: 90, logGroupClass: "INFREQUENT_ACCESS" }),
          ],
          accountPolicies: [
            {
              policyName: "all",
              policyType: "SUBSCRIPTION_FILTER_POLICY",
              scope: "ALL",
              accountId: account,
              policyDocument: JSON.stringify({
                DestinationArn: `arn:${partition}:firehose:${region}:${account}:deliverystream/all`,
                FilterPattern: "",
              }),
              selectionCriteria: 'LogGroupName NOT IN ["quiet", "audit", "flows", "/aws/rds/instance/crm/audit"]',
            },
            { policyName: "masks", policyType: "DATA_PROTECTION_POLICY", policyDocument: "{}" },
          ],
          exportTasks: [
            { taskId: "1", logGroupName: "quiet", destination: "log-exports", status: { code: "COMPLETED" } },
            { taskId: "2", logGroupName: "quiet", destination: "log-exports", status: { code: "RUNNING" } },
            { taskId: "3", logGroupName: "quiet", destination: "never", status: { code: "CANCELLED" } },
          ],
        },
      },
    };
  },
  finds: ({ partition, account, region }) => {
    const arn = `arn:${partition}:logs:${region}:${account}:log-group`;
    const role = "store";
    return [
      {
        id: `${arn}:/aws/lambda/crm`,
        name: "/aws/lambda/crm",
        role,
        tags: { "data-class": "personal", 系统: "客户关系", owner: "" },
        attributes: { retentionDays: 30, encrypted: true, logKind: "application" },
        links: [
          { kind: "streams-to", id: `arn:${partition}:kinesis:${region}:${account}:stream/lines`, region },
          {
            kind: "streams-to",
            id: `arn:${partition}:logs:${region}:222233334444:destination:central`,
            region,
            party: "222233334444",
          },
          { kind: "streams-to", id: `arn:${partition}:firehose:${region}:${account}:deliverystream/all`, region },
        ],
      },
      {
        id: `${arn}:/aws/rds/instance/crm/audit`,
        name: "/aws/rds/instance/crm/audit",
        role,
        tags: {},
        attributes: { retentionDays: 400, logKind: "network", encrypted: true },
        links: [
          {
            kind: "key-held-in",
            id: `arn:${partition}:kms:${region}:999988887777:key/2`,
            region,
            party: "999988887777",
          },
        ],
      },
      {
        id: `${arn}:flows`,
        name: "flows",
        role,
        tags: {},
        attributes: { retentionDays: 14, logKind: "network" },
        links: [],
      },
      {
        id: `${arn}:audit`,
        name: "audit",
        role,
        tags: {},
        attributes: { retentionDays: "unlimited", logKind: "network" },
        links: [{ kind: "streams-to", id: `arn:${partition}:lambda:${region}:${account}:function:alarm`, region }],
      },
      {
        id: `${arn}:quiet`,
        name: "quiet",
        role,
        tags: {},
        attributes: { retentionDays: 731, logKind: "application" },
        links: [{ kind: "streams-to", id: `arn:${partition}:s3:::log-exports` }],
      },
      { id: `${arn}:rare`, name: "rare", role, tags: {}, attributes: { retentionDays: 90 }, links: [] },
    ];
  },
  lists: [{ operation: "DescribeLogGroups" }],
};

export default logGroup;
