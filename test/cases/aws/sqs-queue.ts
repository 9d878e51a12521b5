import type { AwsHeld } from "../../support/case-clouds.ts";
import type { TypeCase } from "../../support/type-case.ts";

const queue: TypeCase<AwsHeld> = {
  type: "aws/sqs/queue",
  held: ({ partition, account, region }) => {
    const one = (name: string, attributes: object) => ({
      QueueUrl: `https://sqs.${region}.amazonaws.com/${account}/${name}`,
      QueueArn: `arn:${partition}:sqs:${region}:${account}:${name}`,
      ApproximateNumberOfMessages: "7",
      ...attributes,
    });
    const policy = (...Statement: readonly object[]) => JSON.stringify({ Version: "2012-10-17", Statement });
    return {
      services: {
        sqs: {
          queues: [
            one("orders", {
              KmsMasterKeyId: `arn:${partition}:kms:${region}:999988887777:key/1`,
              SqsManagedSseEnabled: "false",
              RedrivePolicy: JSON.stringify({
                deadLetterTargetArn: `arn:${partition}:sqs:${region}:${account}:orders-dead`,
                maxReceiveCount: 5,
              }),
              Policy: policy(
                { Effect: "Allow", Principal: { AWS: "222233334444" }, Action: "sqs:*", Resource: "*" },
                {
                  Effect: "Allow",
                  Principal: { Service: "sns.amazonaws.com" },
                  Action: "sqs:SendMessage",
                  Resource: "*",
                },
              ),
              $tags: { "data-class": "personal", 业务: "订单", owner: "" },
            }),
            one("orders-dead", { SqsManagedSseEnabled: "true" }),
            one("open.fifo", {
              SqsManagedSseEnabled: "false",
              Policy: policy({ Effect: "Allow", Principal: "*", Action: ["SQS:ReceiveMessage"], Resource: "*" }),
            }),
            one("inbox", {
              Policy: policy({ Effect: "Allow", Principal: "*", Action: "sqs:SendMessage", Resource: "*" }),
            }),
          ],
        },
      },
    };
  },
  finds: ({ partition, account, region }) => {
    const arn = `arn:${partition}:sqs:${region}:${account}`;
    const role = "store";
    return [
      {
        id: `${arn}:orders`,
        name: "orders",
        role,
        tags: { "data-class": "personal", 业务: "订单", owner: "" },
        attributes: { encrypted: true },
        links: [
          { kind: "streams-to", id: `${arn}:orders-dead`, region },
          { kind: "reachable-from", party: "222233334444" },
          {
            kind: "key-held-in",
            id: `arn:${partition}:kms:${region}:999988887777:key/1`,
            region,
            party: "999988887777",
          },
        ],
      },
      { id: `${arn}:orders-dead`, name: "orders-dead", role, tags: {}, attributes: { encrypted: true }, links: [] },
      {
        id: `${arn}:open.fifo`,
        name: "open.fifo",
        role,
        tags: {},
        attributes: { encrypted: false },
        links: [{ kind: "reachable-from", party: "*" }],
      },
      { id: `${arn}:inbox`, name: "inbox", role, tags: {}, links: [] },
    ];
  },
  lists: [{ operation: "ListQueues" }],
};

export default queue;
