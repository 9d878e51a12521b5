import { detailOf, listOf, said, tagPairs } from "./operations.ts";
import { jsonService } from "./protocols.ts";

/** `secrets`: entries as ListSecrets gives them; `$replicas` holds what only DescribeSecret tells. */
export const secretsmanager = jsonService({
  id: "secretsmanager",
  version: "1.1",
  about: ["SecretId"],
  operations: {
    ListSecrets: listOf("secrets", {
      in: "SecretList",
      token: ["NextToken", "NextToken"],
      limit: "MaxResults",
      most: 100,
      only: (item, { IncludePlannedDeletion: planned }) => planned === true || item["DeletedDate"] === undefined,
      say: (item) => ({ ...said(item), ...(item["$tags"] === undefined ? {} : { Tags: tagPairs(item) }) }),
    }),
    DescribeSecret: detailOf("secrets", {
      by: "SecretId",
      key: "ARN",
      answer: (item) => ({
        ...said(item),
        ...(item["$replicas"] === undefined ? {} : { ReplicationStatus: item["$replicas"] }),
      }),
    }),
  },
});
