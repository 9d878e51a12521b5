import type { AwsHeld } from "../../support/case-clouds.ts";
import type { TypeCase } from "../../support/type-case.ts";

const flowLog: TypeCase<AwsHeld> = {
  type: "aws/ec2/flow-log",
  held: ({ partition, account, region }) => ({
    ec2: {
      flowLogs: [
        {
          id: "fl-0000000000000001",
          resource: "vpc-0aaa",
          type: "s3",
          destination: `arn:${partition}:s3:::flow-archive/vpc/daily/`,
          tags: { Name: "核心网流日志", "data-class": "general", owner: "" },
        },
        { id: "fl-0000000000000002", resource: "subnet-0bbb", type: "cloud-watch-logs", logGroup: "network/flows" },
        {
          id: "fl-0000000000000003",
          resource: "eni-0ccc",
          type: "cloud-watch-logs",
          logGroup: "flows",
          destination: `arn:${partition}:logs:${region}:222233334444:log-group:flows:*`,
        },
        {
          id: "fl-0000000000000004",
          resource: "vpc-0ddd",
          type: "kinesis-data-firehose",
          destination: `arn:${partition}:firehose:${region}:${account}:deliverystream/flows`,
        },
      ],
    },
  }),
  finds: ({ partition, account, region }) => {
    const arn = `arn:${partition}:ec2:${region}:${account}:vpc-flow-log`;
    const role = "flow";
    return [
      {
        id: `${arn}/fl-0000000000000001`,
        name: "核心网流日志",
        role,
        tags: { Name: "核心网流日志", "data-class": "general", owner: "" },
        attributes: { logKind: "network", watches: "vpc-0aaa" },
        links: [{ kind: "logs-to", id: `arn:${partition}:s3:::flow-archive` }],
      },
      {
        id: `${arn}/fl-0000000000000002`,
        name: "fl-0000000000000002",
        role,
        tags: {},
        links: [{ kind: "logs-to", id: `arn:${partition}:logs:${region}:${account}:log-group:network/flows`, region }],
      },
      {
        id: `${arn}/fl-0000000000000003`,
        name: "fl-0000000000000003",
        role,
        tags: {},
        links: [
          {
            kind: "logs-to",
            id: `arn:${partition}:logs:${region}:222233334444:log-group:flows`,
            region,
            party: "222233334444",
          },
        ],
      },
      {
        id: `${arn}/fl-0000000000000004`,
        name: "fl-0000000000000004",
        role,
        tags: {},
        links: [
          { kind: "streams-to", id: `arn:${partition}:firehose:${region}:${account}:deliverystream/flows`, region },
        ],
      },
    ];
  },
  lists: [{ operation: "DescribeFlowLogs" }],
};

export default flowLog;
