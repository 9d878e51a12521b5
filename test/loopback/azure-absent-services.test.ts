import { describe, expect, test } from "vitest";
import { armItem, childKey, storageItem } from "../../providers/azure/loopback-items.ts";
import { leavesCoverageComplete } from "../../src/model/index.ts";
import { readAzure } from "../support/azure-cloud.ts";

const subscription = "33333333-3333-4333-8333-333333333333";
const home = { subscription, group: "rg", location: "chinanorth3" };
const vault = armItem(home, "Microsoft.KeyVault/vaults", "v", {
  properties: { vaultUri: "https://v.vault.azure.cn/", sku: { family: "A", name: "standard" } },
});
const estate = {
  subscriptions: [{ id: subscription, name: "test", resources: { "Microsoft.KeyVault/vaults": [vault] } }],
};
const types = ["azure/keyvault/vault", "azure/keyvault/managed-hsm", "azure/data-protection/backup-vault"];

async function read(refused: Readonly<Record<string, string>>) {
  const { records, gaps } = await readAzure(estate, { source: { cloud: "china" }, types, refused });
  return {
    found: records.map(({ name }) => name),
    gaps: gaps.map(({ type, reason }) => [type, reason]),
    complete: gaps.every(({ reason }) => leavesCoverageComplete(reason)),
  };
}

describe("a service that is not there", () => {
  test.each([
    ["that the cloud does not have", "InvalidResourceNamespace"],
    ["that the subscription is not registered for", "MissingSubscriptionRegistration"],
  ])("%s holds nothing, which is an answer", async (_, code) => {
    expect(await read({ "microsoft.dataprotection": code })).toEqual({
      found: ["v"],
      gaps: [["azure/data-protection/backup-vault", "not-enabled"]],
      complete: true,
    });
  });

  test.each(["InvalidResourceType", "NoRegisteredProviderFound"])(
    "or not in this version (%s) may hold something, which is a gap",
    async (code) => {
      expect(await read({ "microsoft.keyvault/managedhsms": code })).toEqual({
        found: ["v"],
        gaps: [["azure/keyvault/managed-hsm", "unsupported"]],
        complete: false,
      });
    },
  );
});

test("an item of a list that is no object costs that list, and neither its resource nor the others", async () => {
  const accounts = ["one", "two"].map((name) => storageItem(home, name, "Standard_LRS"));
  const [first] = accounts;
  const children = first === undefined ? {} : { [childKey(first, "objectReplicationPolicies")]: [null] };
  const { records, gaps } = await readAzure(
    {
      subscriptions: [
        { id: subscription, name: "test", resources: { "Microsoft.Storage/storageAccounts": accounts }, children },
      ],
    },
    { source: { cloud: "china" }, types: ["azure/storage/account"] },
  );
  expect(records.map(({ name }) => name)).toEqual(["one", "two"]);
  expect(gaps).toMatchObject([
    { operation: "ObjectReplicationPolicies_List", reason: "malformed", resource: first?.id },
  ]);
});

test.each([
  ["china", []],
  ["public", ["unsupported"]],
] as const)(
  "keys of single SQL databases are asked for where the version that tells them is (%s)",
  async (cloud, reasons) => {
    const server = armItem(home, "Microsoft.Sql/servers", "s", { properties: { publicNetworkAccess: "Disabled" } });
    const { gaps } = await readAzure(
      { subscriptions: [{ id: subscription, name: "test", resources: { "Microsoft.Sql/servers": [server] } }] },
      { source: { cloud }, types: ["azure/sql/database"], latestApiVersion: "2022-12-31" },
    );
    expect(gaps.map(({ reason }) => reason)).toEqual(reasons);
  },
);
