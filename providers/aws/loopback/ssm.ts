import { detailOf, listOf, tagPairs } from "./operations.ts";
import { jsonService } from "./protocols.ts";

/** `parameters`: as DescribeParameters gives them; `$policies` holds the documents that share one. */
export const ssm = jsonService({
  id: "ssm",
  version: "1.1",
  about: ["ResourceId", "ResourceArn"],
  operations: {
    DescribeParameters: listOf("parameters", {
      in: "Parameters",
      token: ["NextToken", "NextToken"],
      limit: "MaxResults",
      most: 50,
    }),
    ListTagsForResource: detailOf("parameters", {
      by: "ResourceId",
      key: "Name",
      missing: "InvalidResourceId",
      answer: (item) => ({ TagList: tagPairs(item) }),
    }),
    GetResourcePolicies: detailOf("parameters", {
      by: "ResourceArn",
      key: "ARN",
      answer: (item) => ({ Policies: item["$policies"] ?? [] }),
    }),
  },
});
