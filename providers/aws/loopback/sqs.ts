import { detailOf, listOf, type Operation, said } from "./operations.ts";
import { jsonService } from "./protocols.ts";

const missing = "QueueDoesNotExist";
const list = listOf("queues", {
  in: "QueueUrls",
  token: ["NextToken", "NextToken"],
  limit: "MaxResults",
  say: ({ QueueUrl }) => QueueUrl,
});

/** A region without queues answers without the list. */
const listQueues: Operation = (question) => {
  const answer = list(question);
  const urls = answer["QueueUrls"];
  return Array.isArray(urls) && urls.length === 0 ? {} : answer;
};

/** SQS. A queue is its `QueueUrl` and its attributes, all as text. */
export const sqs = jsonService({
  id: "sqs",
  version: "1.0",
  about: ["QueueUrl"],
  operations: {
    ListQueues: listQueues,
    GetQueueAttributes: detailOf("queues", {
      by: "QueueUrl",
      key: "QueueUrl",
      missing,
      answer(item, { input }) {
        const wished = Array.isArray(input["AttributeNames"]) ? input["AttributeNames"].map(String) : [];
        const attributes = Object.entries(said(item)).filter(([name]) => wished.includes(name));
        return attributes.length === 0 ? {} : { Attributes: Object.fromEntries(attributes) };
      },
    }),
    ListQueueTags: detailOf("queues", {
      by: "QueueUrl",
      key: "QueueUrl",
      missing,
      answer: (item) => (item["$tags"] === undefined ? {} : { Tags: item["$tags"] }),
    }),
  },
});
