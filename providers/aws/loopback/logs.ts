import { detailOf, listOf, type Operation } from "./operations.ts";
import { jsonService } from "./protocols.ts";

const token = ["nextToken", "nextToken"] as const;

/** Tags of a group or destination, by the ARN that the list says. */
const tags: Operation = (question) => {
  const collection = /:destination:/.test(String(question.input["resourceArn"])) ? "destinations" : "logGroups";
  const key = collection === "destinations" ? "arn" : "logGroupArn";
  return detailOf(collection, { by: "resourceArn", key, answer: (item) => ({ tags: item["$tags"] ?? {} }) })(question);
};

/** CloudWatch Logs. Groups keep their subscription filters in `$filters`. */
export const logs = jsonService({
  id: "logs",
  version: "1.1",
  about: ["logGroupName", "resourceArn"],
  operations: {
    DescribeLogGroups: listOf("logGroups", { in: "logGroups", token, limit: "limit", most: 50 }),
    DescribeSubscriptionFilters: detailOf("logGroups", {
      by: "logGroupName",
      key: "logGroupName",
      answer: (item) => ({ subscriptionFilters: item["$filters"] ?? [] }),
    }),
    ListTagsForResource: tags,
    DescribeAccountPolicies: listOf("accountPolicies", {
      in: "accountPolicies",
      token,
      only: (item, input) => item["policyType"] === input["policyType"],
    }),
    DescribeExportTasks: listOf("exportTasks", { in: "exportTasks", token, limit: "limit", most: 50 }),
    DescribeDestinations: listOf("destinations", { in: "destinations", token, limit: "limit", most: 50 }),
  },
});
