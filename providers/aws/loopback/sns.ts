import { detailOf, listOf, tagPairs } from "./operations.ts";
import { queryService } from "./protocols.ts";

const token = ["NextToken", "NextToken"] as const;

/** SNS. Topics keep their attributes in `$attributes`. Subscriptions name their `Owner`: other accounts' are told by the topic only. */
export const sns = queryService({
  id: "sns",
  namespace: "http://sns.amazonaws.com/doc/2010-03-31/",
  itemNames: { Attributes: "entry" },
  about: ["TopicArn", "ResourceArn"],
  denied: { status: 403, code: "AuthorizationError" },
  operations: {
    ListTopics: listOf("topics", { in: "Topics", token, most: 100 }),
    GetTopicAttributes: detailOf("topics", {
      by: "TopicArn",
      key: "TopicArn",
      missing: "NotFound",
      answer: (item) => ({
        Attributes: Object.entries(item["$attributes"] ?? {}).map(([key, value]) => ({ key, value })),
      }),
    }),
    ListSubscriptions: (question) =>
      listOf("subscriptions", {
        in: "Subscriptions",
        token,
        most: 100,
        only: (item) => item["Owner"] === question.account.id,
      })(question),
    ListSubscriptionsByTopic: listOf("subscriptions", {
      in: "Subscriptions",
      token,
      most: 100,
      only: (item, input) => item["TopicArn"] === input["TopicArn"],
    }),
    ListTagsForResource: detailOf("topics", {
      by: "ResourceArn",
      key: "TopicArn",
      missing: "ResourceNotFound",
      answer: (item) => ({ Tags: tagPairs(item) }),
    }),
  },
});
