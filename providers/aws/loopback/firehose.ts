import { namedPages } from "./named-pages.ts";
import { detailOf, said, tagPairs } from "./operations.ts";
import { jsonService } from "./protocols.ts";

const one = { by: "DeliveryStreamName", key: "DeliveryStreamName" } as const;

/** Amazon Data Firehose. */
export const firehose = jsonService({
  id: "firehose",
  version: "1.1",
  about: ["DeliveryStreamName"],
  operations: {
    ListDeliveryStreams: namedPages("deliveryStreams", {
      in: "DeliveryStreamNames",
      key: "DeliveryStreamName",
      after: "ExclusiveStartDeliveryStreamName",
      more: "HasMoreDeliveryStreams",
      limit: "Limit",
      usual: 10,
      say: ({ DeliveryStreamName }) => DeliveryStreamName,
    }),
    DescribeDeliveryStream: detailOf("deliveryStreams", {
      ...one,
      answer: (item) => ({ DeliveryStreamDescription: said(item) }),
    }),
    ListTagsForDeliveryStream: detailOf("deliveryStreams", {
      ...one,
      answer: (item) => ({ Tags: tagPairs(item), HasMoreTags: false }),
    }),
  },
});
