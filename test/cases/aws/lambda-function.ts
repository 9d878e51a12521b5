import type { AwsHeld } from "../../support/case-clouds.ts";
import type { TypeCase, Where } from "../../support/type-case.ts";

const arn = ({ partition, account, region }: Where, service: string, rest: string) =>
  `arn:${partition}:${service}:${region}:${account}:${rest}`;
const fn = (where: Where, name: string) => arn(where, "lambda", `function:${name}`);

const lambda: TypeCase<AwsHeld> = {
  type: "aws/lambda/function",
  held: (where) => ({
    services: {
      lambda: {
        functions: [
          {
            FunctionName: "export-orders",
            FunctionArn: fn(where, "export-orders"),
            Runtime: "nodejs24.x",
            Environment: { Variables: { PASSWORD: "hunter2" } },
            DeadLetterConfig: { TargetArn: arn(where, "sqs", "dead-orders") },
            LoggingConfig: { LogFormat: "Text", LogGroup: "/aws/lambda/export-orders" },
            $tags: { Name: "订单导出", "data-class": "personal", owner: "" },
          },
          {
            FunctionName: "export",
            FunctionArn: fn(where, "export"),
            PackageType: "Image",
            LoggingConfig: { LogGroup: "shared" },
          },
          { FunctionName: "quiet", FunctionArn: fn(where, "quiet"), DeadLetterConfig: {} },
        ],
        mappings: [
          {
            UUID: "1",
            FunctionArn: fn(where, "export-orders"),
            EventSourceArn: arn(where, "dynamodb", "table/orders/stream/2025-03-01T08:00:00.000"),
            State: "Enabled",
            DestinationConfig: { OnFailure: { Destination: arn(where, "sns", "failed-orders") } },
          },
          {
            UUID: "2",
            FunctionArn: `${fn(where, "export")}:live`,
            EventSourceArn: arn(where, "kinesis", "stream/clicks/consumer/reader:1700000000"),
            State: "Enabled",
          },
          {
            UUID: "3",
            FunctionArn: fn(where, "quiet"),
            EventSourceArn: arn(where, "sqs", "switched-off"),
            State: "Disabled",
          },
        ],
      },
    },
  }),
  finds: (where) => [
    {
      id: fn(where, "export-orders"),
      name: "export-orders",
      role: "compute",
      tags: { Name: "订单导出", "data-class": "personal", owner: "" },
      attributes: { runtime: "nodejs24.x" },
      links: [
        { kind: "logs-to", id: arn(where, "logs", "log-group:/aws/lambda/export-orders"), region: where.region },
        { kind: "streams-to", id: arn(where, "sqs", "dead-orders"), region: where.region },
        { kind: "streams-to", direction: "from", id: arn(where, "dynamodb", "table/orders"), region: where.region },
        { kind: "streams-to", id: arn(where, "sns", "failed-orders"), region: where.region },
      ],
    },
    {
      id: fn(where, "export"),
      name: "export",
      role: "compute",
      tags: {},
      attributes: { packageType: "Image" },
      links: [
        { kind: "logs-to", id: arn(where, "logs", "log-group:shared"), region: where.region },
        { kind: "streams-to", direction: "from", id: arn(where, "kinesis", "stream/clicks"), region: where.region },
      ],
    },
    { id: fn(where, "quiet"), name: "quiet", role: "compute", tags: {}, links: [] },
  ],
  lists: [{ operation: "ListFunctions" }, { operation: "ListEventSourceMappings", loses: () => [] }],
};

export default lambda;
