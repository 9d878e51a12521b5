import { armItem } from "../../../providers/azure/loopback-items.ts";
import type { AzureHeld } from "../../support/case-clouds.ts";
import type { TypeCase } from "../../support/type-case.ts";

/** Where the service copies a vault by itself; written by hand from the vendor's list of pairs. */
const pairs: Readonly<Record<string, string>> = {
  eastasia: "southeastasia",
  westeurope: "northeurope",
  chinanorth3: "chinaeast3",
};

const vault: TypeCase<AzureHeld> = {
  type: "azure/keyvault/vault",
  held: ({ account, region }) => {
    const home = { subscription: account, group: "keys", location: region };
    const item = (name: string, properties: object, tags?: Readonly<Record<string, string>>) =>
      armItem(home, "Microsoft.KeyVault/vaults", `${name}-${region}`, {
        ...(tags === undefined ? {} : { tags }),
        properties: {
          tenantId: "99999999-9999-4999-8999-999999999999",
          sku: { family: "A", name: "standard" },
          accessPolicies: [],
          vaultUri: `https://${name}-${region}.vault.azure.net/`,
          enableSoftDelete: true,
          ...properties,
        },
      });
    return {
      resources: {
        "Microsoft.KeyVault/vaults": [
          item("pay", { publicNetworkAccess: "Disabled", enablePurgeProtection: true }, { 部门: "支付", owner: "" }),
          item("web", {
            publicNetworkAccess: "Enabled",
            networkAcls: { bypass: "AzureServices", defaultAction: "Deny" },
          }),
          item("old", {}),
        ],
      },
    };
  },
  finds: ({ account, region }) => {
    const id = `/subscriptions/${account}/resourceGroups/keys/providers/Microsoft.KeyVault/vaults`;
    const pair = pairs[region];
    const links = pair === undefined ? [] : [{ kind: "replicates-to", region: pair } as const];
    return [
      {
        id: `${id}/pay-${region}`,
        name: `pay-${region}`,
        role: "store",
        tags: { 部门: "支付", owner: "" },
        attributes: { publicNetworkAccess: "Disabled", purgeProtection: true, softDelete: true, sku: "standard" },
        links,
      },
      {
        id: `${id}/web-${region}`,
        name: `web-${region}`,
        role: "store",
        tags: {},
        attributes: { publicNetworkAccess: "Enabled", networkDefaultAction: "Deny" },
        links,
      },
      { id: `${id}/old-${region}`, name: `old-${region}`, role: "store", tags: {}, links },
    ];
  },
  lists: [{ operation: "Vaults_ListBySubscription" }],
};

export default vault;
