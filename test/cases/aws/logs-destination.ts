import type { AwsHeld } from "../../support/case-clouds.ts";
import type { TypeCase } from "../../support/type-case.ts";

const destination: TypeCase<AwsHeld> = {
  type: "aws/logs/destination",
  held: ({ partition, account, region }) => {
    const arn = `arn:${partition}:logs:${region}:${account}:destination`;
    const policy = (Principal: unknown) =>
      JSON.stringify({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Principal, Action: "logs:PutSubscriptionFilter", Resource: "*" }],
      });
    return {
      services: {
        logs: {
          destinations: [
            {
              destinationName: "central",
              arn: `${arn}:central`,
              targetArn: `arn:${partition}:kinesis:${region}:${account}:stream/central`,
              accessPolicy: policy({ AWS: ["333344445555", "222233334444"] }),
              $tags: { 用途: "集中日志", "data-class": "general", owner: "" },
            },
            {
              destinationName: "far",
              arn: `${arn}:far`,
              targetArn: `arn:${partition}:firehose:ap-southeast-1:${account}:deliverystream/far`,
              accessPolicy: policy("*"),
            },
            {
              destinationName: "new",
              arn: `${arn}:new`,
              targetArn: `arn:${partition}:kinesis:${region}:222233334444:stream/theirs`,
            },
          ],
        },
      },
    };
  },
  finds: ({ partition, account, region }) => {
    const arn = `arn:${partition}:logs:${region}:${account}:destination`;
    const role = "flow";
    return [
      {
        id: `${arn}:central`,
        name: "central",
        role,
        tags: { 用途: "集中日志", "data-class": "general", owner: "" },
        attributes: { writers: "222233334444 333344445555" },
        links: [{ kind: "streams-to", id: `arn:${partition}:kinesis:${region}:${account}:stream/central`, region }],
      },
      {
        id: `${arn}:far`,
        name: "far",
        role,
        tags: {},
        attributes: { writers: "*" },
        links: [
          {
            kind: "streams-to",
            id: `arn:${partition}:firehose:ap-southeast-1:${account}:deliverystream/far`,
            region: "ap-southeast-1",
          },
        ],
      },
      {
        id: `${arn}:new`,
        name: "new",
        role,
        tags: {},
        links: [
          {
            kind: "streams-to",
            id: `arn:${partition}:kinesis:${region}:222233334444:stream/theirs`,
            region,
            party: "222233334444",
          },
        ],
      },
    ];
  },
  lists: [{ operation: "DescribeDestinations" }],
};

export default destination;
