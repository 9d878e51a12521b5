import { detailOf, listOf, Refusal, tagPairs } from "./operations.ts";
import { jsonService } from "./protocols.ts";

/** `repositories`: as DescribeRepositories gives them, with their policy in `$policy`; `replicationRules`: the registry's own. */
export const ecr = jsonService({
  id: "ecr",
  version: "1.1",
  about: ["resourceArn", "repositoryName"],
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
    GetRepositoryPolicy: detailOf("repositories", {
      by: "repositoryName",
      key: "repositoryName",
      missing: "RepositoryNotFoundException",
      answer: ({ $policy: policy, repositoryName }) => {
        if (policy === undefined) throw new Refusal("RepositoryPolicyNotFoundException", "There is no policy.");
        return { repositoryName, policyText: policy };
      },
    }),
    ListTagsForResource: detailOf("repositories", {
      by: "resourceArn",
      key: "repositoryArn",
      missing: "RepositoryNotFoundException",
      answer: (item) => ({ tags: tagPairs(item) }),
    }),
  },
});
