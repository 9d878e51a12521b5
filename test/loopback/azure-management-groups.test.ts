import { expect, test } from "vitest";
import { connectOperations } from "../../providers/azure/connect.ts";
import { azure } from "../../providers/azure/index.ts";
import type { AzureEstate } from "../../providers/azure/loopback-estate.ts";
import { AzureSource } from "../../providers/azure/source.ts";
import { isMadeFor } from "../../src/model/index.ts";
import { readAzure } from "../support/azure-cloud.ts";

const first = "11111111-1111-4111-8111-111111111111";
const second = "22222222-2222-4222-8222-222222222222";
const outside = "33333333-3333-4333-8333-333333333333";
const hidden = "abcdabcd-4444-4444-8444-444444444444";

/** A group with a group in it: descendants of any depth stand in one list. */
const below = [
  {
    id: "/providers/Microsoft.Management/managementGroups/retail",
    type: "Microsoft.Management/managementGroups",
    name: "retail",
    properties: { displayName: "Retail", parent: { id: "/providers/Microsoft.Management/managementGroups/prod" } },
  },
  ...[second, hidden.toUpperCase(), first].map((name) => ({
    id: `/subscriptions/${name}`,
    type: "/subscriptions",
    name,
    properties: { displayName: name, parent: { id: "/providers/Microsoft.Management/managementGroups/retail" } },
  })),
];

const estate: AzureEstate = {
  subscriptions: [first, second, outside].map((name) => ({ id: name, name, resources: {} })),
  managementGroups: { prod: below, empty: [] },
};

const inGroup = (managementGroup: string) => ({ types: [], pageSize: 1, source: { managementGroup } });

test("a management group is entered: each subscription below it, at any depth, and no other", async () => {
  const { sessions, gaps, cloud, scopesAsked } = await readAzure(estate, inGroup("prod"));
  expect(sessions.map(({ scope }) => scope.account)).toEqual([first, second]);
  expect(gaps).toMatchObject([
    {
      scope: { account: hidden },
      type: "accounts",
      operation: "ManagementGroups_GetDescendants",
      reason: "denied",
      detail: expect.stringContaining("does not see it"),
    },
  ]);
  const called = new Set(cloud.calls.map(({ operation }) => operation));
  expect([...called].sort()).toEqual([
    "ManagementGroups_GetDescendants",
    "Subscriptions_List",
    "Subscriptions_ListLocations",
  ]);
  expect(cloud.calls.filter(({ operation }) => operation === "ManagementGroups_GetDescendants")).toHaveLength(4);
  expect(new Set(scopesAsked)).toEqual(new Set(["https://management.azure.com/.default"]));
});

test("in the China cloud the group is asked for with that cloud's token", async () => {
  const { sessions, scopesAsked } = await readAzure(estate, {
    ...inGroup("prod"),
    source: { managementGroup: "prod", cloud: "china" },
    latestApiVersion: "2022-12-31",
  });
  expect(sessions.map(({ scope }) => scope.partition)).toEqual(["AzureChinaCloud", "AzureChinaCloud"]);
  expect(new Set(scopesAsked)).toEqual(new Set(["https://management.chinacloudapi.cn/.default"]));
});

test("a group with nothing in it is a gap and no empty estate", async () => {
  const { sessions, gaps } = await readAzure(estate, inGroup("empty"));
  expect(sessions).toEqual([]);
  expect(gaps).toMatchObject([{ operation: "ManagementGroups_GetDescendants", reason: "denied", type: "accounts" }]);
});

test.each([
  ["denied", "denied"],
  ["throttled", "throttled"],
  ["malformed", "malformed"],
  ["repeat-token", "malformed"],
] as const)("a group whose list is answered %s enters nothing and says so", async (answer, reason) => {
  const { sessions, gaps } = await readAzure(estate, {
    ...inGroup("prod"),
    faults: [{ operation: "ManagementGroups_GetDescendants", answer }],
  });
  expect(sessions).toEqual([]);
  expect(gaps).toMatchObject([{ operation: "ManagementGroups_GetDescendants", reason }]);
});

test("a group that there is not is a gap", async () => {
  const { sessions, gaps } = await readAzure(estate, inGroup("nowhere"));
  expect(sessions).toEqual([]);
  expect(gaps).toMatchObject([{ operation: "ManagementGroups_GetDescendants" }]);
});

test("what entering a group calls is declared, for sources that name one", () => {
  const declared = azure.entry ?? [];
  expect(declared).toEqual(connectOperations);
  const [group] = declared.filter(({ operation }) => operation === "ManagementGroups_GetDescendants");
  if (group === undefined) throw new Error("not declared");
  expect(isMadeFor(group, AzureSource.parse({ provider: "azure", managementGroup: "prod" }))).toBe(true);
  expect(isMadeFor(group, AzureSource.parse({ provider: "azure" }))).toBe(false);
});

test.each([
  ["a group beside a list of subscriptions", { managementGroup: "prod", subscriptions: [first] }],
  ["a group's whole path", { managementGroup: "/providers/Microsoft.Management/managementGroups/prod" }],
  ["a display name", { managementGroup: "Retail production" }],
])("%s is refused", (_, entry) => {
  expect(AzureSource.safeParse({ provider: "azure", ...entry }).success).toBe(false);
});
