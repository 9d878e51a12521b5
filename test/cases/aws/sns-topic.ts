import type { AwsHeld } from "../../support/case-clouds.ts";
import type { TypeCase } from "../../support/type-case.ts";

const topic: TypeCase<AwsHeld> = {
  type: "aws/sns/topic",
  held: ({ partition, account, region }) => {
    const arn = `arn:${partition}:sns:${region}:${account}`;
    let number = 0;
    const subscription = (name: string, Protocol: string, Endpoint: string, rest: object = {}) => ({
      SubscriptionArn: `${arn}:${name}:${++number}`,
      Owner: account,
      Protocol,
      Endpoint,
      TopicArn: `${arn}:${name}`,
      ...rest,
    });
    const policy = (Principal: unknown, Condition?: object) =>
      JSON.stringify({
        Statement: [{ Effect: "Allow", Principal, Action: ["SNS:Subscribe"], Resource: "*", Condition }],
      });
    return {
      services: {
        sns: {
          topics: [
            {
              TopicArn: `${arn}:orders`,
              $attributes: {
                TopicArn: `${arn}:orders`,
                SubscriptionsConfirmed: "3",
                SubscriptionsPending: "1",
                KmsMasterKeyId: `arn:${partition}:kms:${region}:999988887777:key/1`,
                // As AWS makes it for every new topic.
                Policy: policy({ AWS: "*" }, { StringEquals: { "AWS:SourceOwner": account } }),
              },
              $tags: { "data-class": "personal", 业务: "订单通知", owner: "" },
            },
            {
              TopicArn: `${arn}:people`,
              $attributes: {
                SubscriptionsConfirmed: "5",
                Policy: policy({ AWS: `arn:${partition}:iam::222233334444:root` }),
              },
            },
            {
              TopicArn: `${arn}:shared.fifo`,
              $attributes: {
                SubscriptionsConfirmed: "2",
                Policy: policy("*"),
                ArchivePolicy: '{"MessageRetentionPeriod":"30"}',
              },
            },
            { TopicArn: `${arn}:quiet`, $attributes: { SubscriptionsConfirmed: "0", ArchivePolicy: "{}" } },
          ],
          subscriptions: [
            subscription("orders", "sqs", `arn:${partition}:sqs:${region}:${account}:orders`),
            subscription("orders", "lambda", `arn:${partition}:lambda:ap-southeast-1:${account}:function:notify:live`),
            subscription("orders", "firehose", `arn:${partition}:firehose:${region}:${account}:deliverystream/orders`),
            subscription("orders", "sqs", `arn:${partition}:sqs:${region}:${account}:waiting`, {
              SubscriptionArn: "PendingConfirmation",
            }),
            subscription("people", "email", "zhang.san@example.com"),
            subscription("people", "email-json", "li.si@example.com"),
            subscription("people", "sms", "+8613800138000"),
            subscription("people", "https", "https://user:secret@hooks.example.com:8443/in/secret?token=secret"),
            subscription("people", "https", "https://abc123.execute-api.eu-west-1.amazonaws.com/prod/in?key=secret"),
            subscription("shared.fifo", "sqs", `arn:${partition}:sqs:${region}:${account}:mine.fifo`),
            subscription("shared.fifo", "sqs", `arn:${partition}:sqs:${region}:222233334444:theirs.fifo`, {
              Owner: "222233334444",
            }),
          ],
        },
      },
    };
  },
  finds: ({ partition, account, region }) => {
    const arn = `arn:${partition}:sns:${region}:${account}`;
    const queue = `arn:${partition}:sqs:${region}`;
    return [
      {
        id: `${arn}:orders`,
        name: "orders",
        role: "flow",
        tags: { "data-class": "personal", 业务: "订单通知", owner: "" },
        attributes: { encrypted: true },
        links: [
          { kind: "streams-to", id: `${queue}:${account}:orders`, region },
          {
            kind: "streams-to",
            id: `arn:${partition}:lambda:ap-southeast-1:${account}:function:notify`,
            region: "ap-southeast-1",
          },
          { kind: "streams-to", id: `arn:${partition}:firehose:${region}:${account}:deliverystream/orders`, region },
          {
            kind: "key-held-in",
            id: `arn:${partition}:kms:${region}:999988887777:key/1`,
            region,
            party: "999988887777",
          },
        ],
      },
      {
        id: `${arn}:people`,
        name: "people",
        role: "flow",
        tags: {},
        links: [
          { kind: "streams-to", party: "email" },
          { kind: "streams-to", party: "sms" },
          { kind: "streams-to", party: "hooks.example.com" },
          { kind: "streams-to", party: "abc123.execute-api.eu-west-1.amazonaws.com", region: "eu-west-1" },
          { kind: "reachable-from", party: "222233334444" },
        ],
      },
      {
        id: `${arn}:shared.fifo`,
        name: "shared.fifo",
        role: "store",
        tags: {},
        attributes: { archives: true },
        links: [
          { kind: "streams-to", id: `${queue}:${account}:mine.fifo`, region },
          { kind: "streams-to", id: `${queue}:222233334444:theirs.fifo`, region, party: "222233334444" },
          { kind: "reachable-from", party: "*" },
        ],
      },
      { id: `${arn}:quiet`, name: "quiet", role: "flow", tags: {}, links: [] },
    ];
  },
  lists: [{ operation: "ListTopics" }],
};

export default topic;
