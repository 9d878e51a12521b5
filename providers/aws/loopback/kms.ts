import { detailOf, listOf, said, tagPairs } from "./operations.ts";
import { jsonService } from "./protocols.ts";

/** `keys`: metadata as DescribeKey gives it; the list says the id and the ARN only. */
export const kms = jsonService({
  id: "kms",
  version: "1.1",
  about: ["KeyId"],
  operations: {
    ListKeys: listOf("keys", {
      in: "Keys",
      token: ["Marker", "NextMarker"],
      limit: "Limit",
      most: 1000,
      say: (item) => ({ KeyId: item["KeyId"], KeyArn: item["Arn"] }),
    }),
    DescribeKey: detailOf("keys", {
      by: "KeyId",
      key: "Arn",
      missing: "NotFoundException",
      answer: (item) => ({ KeyMetadata: said(item) }),
    }),
    ListResourceTags: detailOf("keys", {
      by: "KeyId",
      key: "Arn",
      missing: "NotFoundException",
      answer: (item) => ({ Tags: tagPairs(item, "TagKey", "TagValue"), Truncated: false }),
    }),
  },
});
