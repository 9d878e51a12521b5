import { childKey, replicationPolicy, storageItem } from "../../../providers/azure/loopback-items.ts";
import type { AzureHeld } from "../../support/case-clouds.ts";
import type { TypeCase, Where } from "../../support/type-case.ts";

const replication = "objectReplicationPolicies";
const containers = "blobServices/default/containers";
/** Vendor's list of paired regions. */
const pairs: Readonly<Record<string, string>> = {
  eastasia: "southeastasia",
  westeurope: "northeurope",
  chinanorth3: "chinaeast3",
};

function items({ account, region }: Where) {
  const home = { subscription: account, group: "data", location: region };
  return {
    source: storageItem(home, `crm${region}`, "Standard_GRS", {
      tags: { 部门: "客户服务", "data-class": "personal", owner: "" },
    }),
    target: storageItem(home, `copy${region}`, "Standard_LRS", {
      properties: {
        encryption: {
          keySource: "Microsoft.Keyvault",
          keyvaultproperties: { keyname: "files", keyvaulturi: "https://Keys.vault.azure.net/" },
        },
      },
    }),
    open: storageItem(home, `shop${region}`, "Standard_ZRS", {
      properties: {
        allowBlobPublicAccess: true,
        // A key that it used before.
        encryption: {
          keySource: "Microsoft.Storage",
          keyvaultproperties: { keyvaulturi: "https://old.vault.azure.net" },
        },
      },
    }),
  };
}

const storageAccount: TypeCase<AzureHeld> = {
  type: "azure/storage/account",
  held: (where) => {
    const { source, target, open } = items(where);
    const policy = replicationPolicy(source, target);
    return {
      resources: { "Microsoft.Storage/storageAccounts": [source, target, open] },
      children: {
        [childKey(source, replication)]: [policy],
        [childKey(target, replication)]: [policy],
        [childKey(open, containers)]: [
          { name: "private", properties: { publicAccess: "None" } },
          { name: "public", properties: { publicAccess: "Blob" } },
        ],
      },
    };
  },
  finds: ({ account, region }) => {
    const id = `/subscriptions/${account}/resourceGroups/data/providers/Microsoft.Storage/storageAccounts`;
    const pair = pairs[region];
    return [
      {
        id: `${id}/crm${region}`,
        name: `crm${region}`,
        role: "store",
        tags: { 部门: "客户服务", "data-class": "personal", owner: "" },
        attributes: { sku: "Standard_GRS" },
        links: [
          { kind: "replicates-to", ...(pair === undefined ? {} : { region: pair }) },
          { kind: "replicates-to", id: `${id}/copy${region}` },
        ],
      },
      {
        id: `${id}/copy${region}`,
        name: `copy${region}`,
        role: "store",
        tags: {},
        links: [
          { kind: "replicates-to", direction: "from", id: `${id}/crm${region}` },
          { kind: "key-held-in", id: "keys.vault.azure.net" },
        ],
      },
      {
        id: `${id}/shop${region}`,
        name: `shop${region}`,
        role: "store",
        tags: {},
        links: [{ kind: "reachable-from", party: "*" }],
      },
    ];
  },
  lists: [{ operation: "StorageAccounts_List" }],
};

export default storageAccount;
