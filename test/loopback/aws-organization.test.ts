import { OrganizationsClient } from "@aws-sdk/client-organizations";
import { afterEach, expect, test } from "vitest";
import { type AwsAccount, serveAws } from "../../providers/aws/loopback.ts";
import { organizationRegions } from "../../providers/aws/organization.ts";
import type { LoopbackCloud, LoopbackOptions } from "../../src/model/index.ts";
import { gapLines, scanAws } from "../support/aws-scan.ts";

const management = "100000000000";
const keys = { AWS_ACCESS_KEY_ID: "MANAGEMENT", AWS_SECRET_ACCESS_KEY: "test" };

interface Organisation {
  readonly partition?: "aws" | "aws-cn";
  readonly members?: readonly { readonly id: string; readonly state?: string; readonly roles?: readonly string[] }[];
  readonly regions?: readonly string[];
}

const open: LoopbackCloud[] = [];
afterEach(async () => {
  for (const cloud of open.splice(0)) await cloud.close();
});

/** A management account and its members, each with one volume. */
async function serve(organisation: Organisation, options: LoopbackOptions = {}): Promise<LoopbackCloud> {
  const { partition = "aws", members = [], regions = ["us-east-1"] } = organisation;
  const account = (id: string): AwsAccount => ({
    id,
    partition,
    accessKeys: [],
    roles: ["Audit"],
    regions: regions.map((region) => ({ id: region })),
    ec2: Object.fromEntries(regions.map((region) => [region, { volumes: [{ id: `vol-${id}` }] }])),
  });
  const listed = [{ id: management, state: "ACTIVE" }, ...members].map(({ id, state = "ACTIVE" }) => ({
    Id: id,
    Arn: `arn:${partition}:organizations::${management}:account/o-example/${id}`,
    Email: `${id}@example.com`,
    Name: `member ${id}`,
    State: state,
    Status: state === "ACTIVE" ? "ACTIVE" : "SUSPENDED",
  }));
  const home = partition === "aws" ? "us-east-1" : "cn-northwest-1";
  const cloud = await serveAws(
    {
      accounts: [
        {
          ...account(management),
          accessKeys: ["MANAGEMENT"],
          services: { [home]: { organizations: { accounts: listed } } },
        },
        ...members.map(({ id, roles }) => ({ ...account(id), ...(roles === undefined ? {} : { roles }) })),
      ],
    },
    options,
  );
  open.push(cloud);
  return cloud;
}

function scan(cloud: LoopbackCloud, source: object = {}) {
  return scanAws(
    { provider: "aws", accounts: "organization", role: "Audit", endpoint: cloud.url, ...source },
    { environment: keys, types: ["aws/ec2/volume"] },
  );
}

function count(cloud: LoopbackCloud, operation: string): number {
  return cloud.calls.filter((call) => call.operation === operation).length;
}

test("all members are found page by page and entered, the own account without the role", async () => {
  const cloud = await serve({ members: [{ id: "300000000000" }, { id: "200000000000" }] }, { pageSize: 2 });
  const { sessions, records, gaps } = await scan(cloud);
  expect(gaps).toEqual([]);
  expect(sessions.map(({ scope }) => scope.account)).toEqual([management, "200000000000", "300000000000"]);
  expect(records.map(({ id }) => id)).toEqual([
    `arn:aws:ec2:us-east-1:${management}:volume/vol-${management}`,
    "arn:aws:ec2:us-east-1:200000000000:volume/vol-200000000000",
    "arn:aws:ec2:us-east-1:300000000000:volume/vol-300000000000",
  ]);
  expect([count(cloud, "ListAccounts"), count(cloud, "AssumeRole"), count(cloud, "GetCallerIdentity")]).toEqual([
    2, 2, 1,
  ]);
});

test("an organisation of 45 accounts is listed with three calls and one identity", async () => {
  const members = Array.from({ length: 44 }, (_, index) => ({ id: String(200_000_000_000 + index) }));
  const cloud = await serve({ members });
  const { sessions, gaps } = await scan(cloud);
  expect(gaps).toEqual([]);
  expect(sessions).toHaveLength(45);
  expect([count(cloud, "ListAccounts"), count(cloud, "AssumeRole"), count(cloud, "GetCallerIdentity")]).toEqual([
    3, 44, 1,
  ]);
});

test("in the Mainland the organisation of the Mainland answers, from Ningxia", async () => {
  const cloud = await serve({
    partition: "aws-cn",
    members: [{ id: "200000000000" }],
    regions: ["cn-north-1", "cn-northwest-1"],
  });
  const { records, gaps } = await scan(cloud, { partition: "aws-cn", regions: ["cn-north-1"] });
  expect(gaps).toEqual([]);
  expect(records.map(({ id }) => id)).toEqual([
    `arn:aws-cn:ec2:cn-north-1:${management}:volume/vol-${management}`,
    "arn:aws-cn:ec2:cn-north-1:200000000000:volume/vol-200000000000",
  ]);
  const where = (operation: string) => cloud.calls.find((call) => call.operation === operation)?.region;
  expect([where("ListAccounts"), where("AssumeRole")]).toEqual(["cn-northwest-1", "cn-north-1"]);
});

test("a suspended member is told and not entered; one that refuses is a gap, and the rest is scanned", async () => {
  const cloud = await serve({
    members: [
      { id: "200000000000", state: "SUSPENDED" },
      { id: "300000000000", state: "PENDING_CLOSURE" },
      { id: "400000000000", roles: [] },
      { id: "500000000000" },
    ],
  });
  const { sessions, gaps } = await scan(cloud);
  expect(sessions.map(({ scope }) => scope.account)).toEqual([management, "500000000000"]);
  expect(gapLines(gaps)).toEqual([
    "accounts global ListAccounts skipped list",
    "accounts global ListAccounts skipped list",
    "identity us-east-1 AssumeRole denied list",
  ]);
  expect(gaps.map(({ scope, detail }) => [scope.account, detail])).toEqual([
    ["200000000000", "the member account is SUSPENDED and cannot be entered"],
    ["300000000000", "the member account is PENDING_CLOSURE and cannot be entered"],
    ["400000000000", expect.stringMatching(/^AccessDenied: /)],
  ]);
  expect(count(cloud, "AssumeRole")).toBe(2);
});

test("credentials that may not list the organisation are told whose would do", async () => {
  const cloud = await serve({}, { faults: [{ operation: "ListAccounts", answer: "denied" }] });
  await expect(scan(cloud)).rejects.toMatchObject({
    code: "credential",
    message: `source aws (partition aws): account ${management} may not list the accounts of its organisation (AccessDeniedException)`,
    remedy: expect.stringMatching(/management account.*delegated administrator.*organizations:ListAccounts/),
  });
});

test("an account of no organisation is told what to write instead", async () => {
  const lone: AwsAccount = { id: management, partition: "aws", regions: [{ id: "us-east-1" }] };
  const cloud = await serveAws({ accounts: [lone] });
  open.push(cloud);
  await expect(scan(cloud)).rejects.toMatchObject({
    code: "config",
    message: `source aws (partition aws): \`accounts: organization\`, but account ${management} belongs to no organisation`,
    remedy: expect.stringContaining("List the accounts by id"),
  });
});

test.each(["malformed", "server-error", "repeat-token"] as const)(
  "a list of members that is answered %s is not taken for a whole one",
  async (answer) => {
    const cloud = await serve(
      { members: [{ id: "200000000000" }] },
      { pageSize: 1, faults: [{ operation: "ListAccounts", answer }] },
    );
    await expect(scan(cloud)).rejects.toThrow();
    expect(count(cloud, "AssumeRole")).toBe(0);
  },
);

test.each([
  ["aws", "organizations.us-east-1.amazonaws.com"],
  ["aws-cn", "organizations.cn-northwest-1.amazonaws.com.cn"],
] as const)("the organisations of %s answer at %s", (partition, host) => {
  const region = organizationRegions[partition];
  const { endpointProvider } = new OrganizationsClient({ region }).config;
  expect(endpointProvider({ Region: region, UseDualStack: false, UseFIPS: false }).url.hostname).toBe(host);
});

test("a list without the account that asked is no answer: nothing is taken for an organisation without accounts", async () => {
  const cloud = await serveAws({
    accounts: [
      {
        id: management,
        partition: "aws",
        accessKeys: ["MANAGEMENT"],
        regions: [{ id: "us-east-1" }],
        services: { "us-east-1": { organizations: { accounts: [] } } },
      },
    ],
  });
  open.push(cloud);
  await expect(scan(cloud)).rejects.toThrow(`the accounts of the organisation lack ${management}`);
});
