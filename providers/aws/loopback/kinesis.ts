import { namedPages } from "./named-pages.ts";
import { detailOf, said, tagPairs } from "./operations.ts";
import { jsonService } from "./protocols.ts";

/** Kinesis Data Streams. Streams keep in `$summary` what DescribeStreamSummary says besides, and their policy in `$policy`. */
export const kinesis = jsonService({
  id: "kinesis",
  version: "1.1",
  about: ["StreamARN", "ResourceARN"],
  operations: {
    ListStreams(question) {
      const answer = namedPages("streams", {
        in: "StreamSummaries",
        key: "StreamName",
        after: "ExclusiveStartStreamName",
        more: "HasMoreStreams",
        limit: "Limit",
        usual: 100,
      })(question);
      const summaries = answer["StreamSummaries"];
      const names = Array.isArray(summaries) ? summaries.map((one: { StreamName?: unknown }) => one.StreamName) : [];
      return { ...answer, StreamNames: names };
    },
    DescribeStreamSummary: detailOf("streams", {
      by: "StreamARN",
      key: "StreamARN",
      answer: (item) => ({ StreamDescriptionSummary: { ...said(item), ...(item["$summary"] ?? {}) } }),
    }),
    GetResourcePolicy: detailOf("streams", {
      by: "ResourceARN",
      key: "StreamARN",
      answer: (item) => ({ Policy: item["$policy"] ?? "{}" }),
    }),
    ListTagsForStream: detailOf("streams", {
      by: "StreamARN",
      key: "StreamARN",
      answer: (item) => ({ Tags: tagPairs(item), HasMoreTags: false }),
    }),
  },
});
