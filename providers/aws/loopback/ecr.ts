import { detailOf, listOf, tagPairs } from "./operations.ts";
import { jsonService } from "./protocols.ts";

/** `repositories`: as DescribeRepositories gives them; `replicationRules`: the registry's own. */
export const ecr = jsonService({
  id: "ecr",
  version: "1.1",
  about: ["resourceArn"],
  operations: {
    DescribeRepositories: listOf("repositories", {
      in: "repositories",
      token: ["nextToken", "nextToken"],
      limit: "maxResults",
      most: 1000,
    }),
    DescribeRegistry: (question) => ({
      registryId: question.account.id,
      replicationConfiguration: listOf("replicationRules", { in: "rules" })(question),
    }),
    ListTagsForResource: detailOf("repositories", {
      by: "resourceArn",
      key: "repositoryArn",
      missing: "RepositoryNotFoundException",
      answer: (item) => ({ tags: tagPairs(item) }),
    }),
  },
});
