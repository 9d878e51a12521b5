import { expect, it } from "vitest";
import { later } from "../../src/plan/settings.ts";
import { inShort, planned } from "../support/aws-planned.ts";
import { recordsOf } from "../support/planned-change.ts";

const pull = (principal: unknown): string =>
  JSON.stringify({ Statement: [{ Effect: "Allow", Principal: principal, Action: "ecr:BatchGetImage" }] });

function repositoryWith(policy: string | typeof later) {
  const owner = planned({ kind: "aws_ecr_repository", values: { name: "crm" }, region: "cn-north-1" });
  const kind = "aws_ecr_repository_policy";
  const setting = planned({
    kind,
    values: { repository: later, policy },
    refs: { repository: owner.address },
    region: "cn-north-1",
  });
  const { records, gaps } = recordsOf(owner, setting);
  const links = (records.get(owner.address)?.links ?? []).map(inShort);
  return { links: links.filter((link) => link.startsWith("reachable-from")), gaps: gaps.map(({ detail }) => detail) };
}

it("lets whom the policy of a repository names pull its images", () => {
  expect(repositoryWith(pull({ AWS: "999988887777" }))).toEqual({
    links: ["reachable-from > !999988887777"],
    gaps: [],
  });
  expect(repositoryWith(pull("*")).links).toContain("reachable-from > !*");
});

it("asks about a policy of a repository that only the apply tells", () => {
  expect(repositoryWith(later).gaps).toEqual(["policy is known only when the change is applied"]);
});

it("reads the policy that a stack writes into the repository itself", () => {
  const RepositoryPolicyText = JSON.parse(pull({ AWS: "999988887777" }));
  const owner = planned({
    kind: "AWS::ECR::Repository",
    values: { RepositoryName: "crm", RepositoryPolicyText },
    region: "cn-north-1",
  });
  const links = (recordsOf(owner).records.get(owner.address)?.links ?? []).map(inShort);
  expect(links).toContain("reachable-from > !999988887777");
});
