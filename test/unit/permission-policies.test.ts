import { describe, expect, test } from "vitest";
import { permissionPolicies as alibabaPolicies } from "../../providers/alibaba/permission-policy.ts";
import { permissionPolicies as awsPolicies } from "../../providers/aws/permission-policy.ts";
import { customRole } from "../../providers/azure/custom-role.ts";
import type { GrantRequest } from "../../src/model/index.ts";

interface Statement {
  readonly Sid?: string;
  readonly Effect: string;
  readonly Action: readonly string[];
  readonly Resource: string;
}

interface Policy {
  readonly Version: string;
  readonly Statement: readonly Statement[];
}

const limit = 6_144;

/** 400 permissions of 40 services, as long as the longest real ones. */
const many = Array.from({ length: 400 }, (_, index) => {
  const service = `service${String(index % 40).padStart(2, "0")}`;
  return `${service}:DescribeSomethingWithQuiteALongName${String(index).padStart(3, "0")}`;
}).sort();
const oneService = Array.from({ length: 400 }, (_, index) => `ec2:DescribeTheThingsOfKind${1000 + index}`);

function policiesOf({ documents }: { readonly documents: Readonly<Record<string, unknown>> }): readonly Policy[] {
  return Object.values(documents) as readonly Policy[];
}

function allowed(policies: readonly Policy[]): readonly string[] {
  return policies.flatMap(({ Statement }) =>
    Statement.filter(({ Effect }) => Effect === "Allow").flatMap(({ Action }) => Action),
  );
}

function request(reading: readonly string[], more: Partial<GrantRequest> = {}): GrantRequest {
  return { reading, entering: [], source: { partition: "aws" }, ...more };
}

describe.each([
  { id: "aws", write: awsPolicies, sizeOf: (policy: Policy) => JSON.stringify(policy).replaceAll(/\s/g, "").length },
  { id: "alibaba", write: alibabaPolicies, sizeOf: (policy: Policy) => JSON.stringify(policy, null, 2).length },
])("policies of $id", ({ write, sizeOf }) => {
  test("one document has the plain name, several are numbered", () => {
    expect(Object.keys(write(request(["s3:GetBucketAcl"])).documents)).toEqual(["jingnei-read"]);
    const names = Object.keys(write(request(many)).documents);
    expect(names.length).toBeGreaterThan(2);
    expect(names).toEqual(names.map((_, index) => `jingnei-read-${index + 1}`));
  });

  test.each([
    ["of many services", many],
    ["of one service", oneService],
  ])("400 permissions %s are split within the limit, none lost, none twice", (_, permissions) => {
    const policies = policiesOf(write(request(permissions)));
    for (const policy of policies) expect(sizeOf(policy)).toBeLessThanOrEqual(limit);
    expect(allowed(policies).toSorted()).toEqual(permissions.toSorted());
    // No more documents than their sizes ask for: each but the last is too full for the next service.
    for (const policy of policies.slice(0, -1)) expect(sizeOf(policy)).toBeGreaterThan(limit * 0.85);
  });

  test("a service stays in one document as long as it fits there", () => {
    const holders = new Map<string, Set<number>>();
    for (const [index, policy] of policiesOf(write(request(many))).entries()) {
      for (const action of allowed([policy])) {
        const service = action.split(":")[0] ?? "";
        holders.set(service, (holders.get(service) ?? new Set()).add(index));
      }
    }
    expect([...holders.values()].every(({ size }) => size === 1)).toBe(true);
  });

  test("content reads are denied once, and by name", () => {
    const denials = policiesOf(write(request(many))).flatMap(({ Statement }) =>
      Statement.filter(({ Effect }) => Effect === "Deny"),
    );
    expect(denials).toHaveLength(1);
    expect(denials[0]?.Action.some((action) => action.includes("GetObject"))).toBe(true);
    expect(denials[0]?.Action).toContain("kms:Decrypt");
  });

  test("roles are entered by name only, and nothing else of the identity is for every resource", () => {
    const entering = {
      entering: ["organizations:ListAccounts", "sts:AssumeRole"],
      source: { partition: "aws-cn", role: "Audit" },
    };
    const [policy] = policiesOf(write(request(["ec2:DescribeVolumes"], entering)));
    const roles = policy?.Statement.filter(({ Action }) => Action.includes("sts:AssumeRole"));
    expect(roles).toHaveLength(1);
    expect(roles?.[0]?.Resource.toLowerCase()).toMatch(/^(?:arn:aws-cn:iam|acs:ram:\*):.*:role\/audit$/);
    expect(allowed(policy === undefined ? [] : [policy])).toContain("organizations:ListAccounts");
  });
});

test("an AWS policy is what IAM takes: its version, and a Sid of letters and digits for each statement, once", () => {
  const [policy] = policiesOf(awsPolicies(request(["resource-explorer-2:Search", "s3:GetBucketAcl"])));
  expect(policy?.Version).toBe("2012-10-17");
  const sids = policy?.Statement.map(({ Sid }) => Sid) ?? [];
  expect(sids).toEqual(["ReadResourceExplorer2", "ReadS3", "NeverContent"]);
});

test("a RAM policy is what RAM takes: version 1, no Sid", () => {
  const [policy] = policiesOf(alibabaPolicies(request(["oss:GetBucketAcl"])));
  expect(policy?.Version).toBe("1");
  for (const statement of policy?.Statement ?? [])
    expect(Object.keys(statement)).toEqual(["Effect", "Action", "Resource"]);
});

test("an Azure role reads and holds no data action; its scopes are those the source names, or one to fill in", () => {
  const reading = ["Microsoft.Compute/disks/read"];
  const role = (source: GrantRequest["source"]) => customRole(request(reading, { source })).documents["jingnei-read"];
  expect(role({ subscriptions: "all" })).toEqual({
    Name: "jingnei-read",
    IsCustom: true,
    Description: expect.any(String),
    Actions: reading,
    NotActions: [],
    DataActions: [],
    NotDataActions: [],
    AssignableScopes: ["/subscriptions/SUBSCRIPTION_ID"],
  });
  expect(role({ subscriptions: ["0e0e0e0e-1111-4222-8333-444455556666"] })).toMatchObject({
    AssignableScopes: ["/subscriptions/0e0e0e0e-1111-4222-8333-444455556666"],
  });
  expect(role({ subscriptions: "all", managementGroup: "contoso" })).toMatchObject({
    AssignableScopes: ["/providers/Microsoft.Management/managementGroups/contoso"],
  });
  const steps = (source: GrantRequest["source"]) => customRole(request(reading, { source })).advice.length;
  expect(steps({ subscriptions: "all" })).toBe(steps({ subscriptions: "all", managementGroup: "contoso" }) + 1);
});
