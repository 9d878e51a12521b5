import { armItem } from "../../../providers/azure/loopback-items.ts";
import type { AzureHeld } from "../../support/case-clouds.ts";
import type { TypeCase } from "../../support/type-case.ts";

const managedHsm: TypeCase<AzureHeld> = {
  type: "azure/keyvault/managed-hsm",
  held: ({ account, region }) => {
    const home = { subscription: account, group: "keys", location: region };
    const item = (name: string, regions: readonly object[], tags?: Readonly<Record<string, string>>) =>
      armItem(home, "Microsoft.KeyVault/managedHSMs", `${name}-${region}`, {
        sku: { family: "B", name: "Standard_B1" },
        ...(tags === undefined ? {} : { tags }),
        properties: {
          hsmUri: `https://${name}-${region}.managedhsm.azure.net`,
          enablePurgeProtection: true,
          publicNetworkAccess: "Disabled",
          regions,
        },
      });
    return {
      resources: {
        "Microsoft.KeyVault/managedHSMs": [
          item(
            "root",
            [
              { name: region, isPrimary: true, provisioningState: "Succeeded" },
              { name: "uksouth", isPrimary: false, provisioningState: "Succeeded" },
              { name: "Japan East", isPrimary: false, provisioningState: "Provisioning" },
            ],
            { 部门: "支付", owner: "" },
          ),
          item("single", []),
          item("leaving", [{ name: "uksouth", isPrimary: false, provisioningState: "Deleting" }]),
        ],
      },
    };
  },
  finds: ({ account, region }) => {
    const id = `/subscriptions/${account}/resourceGroups/keys/providers/Microsoft.KeyVault/managedHSMs`;
    return [
      {
        id: `${id}/root-${region}`,
        name: `root-${region}`,
        role: "flow",
        tags: { 部门: "支付", owner: "" },
        attributes: { sku: "Standard_B1", purgeProtection: true, publicNetworkAccess: "Disabled" },
        links: [
          { kind: "replicates-to", region: "uksouth" },
          { kind: "replicates-to", region: "Japan East" },
        ],
      },
      { id: `${id}/single-${region}`, name: `single-${region}`, role: "flow", tags: {}, links: [] },
      { id: `${id}/leaving-${region}`, name: `leaving-${region}`, role: "flow", tags: {}, links: [] },
    ];
  },
  lists: [{ operation: "ManagedHsms_ListBySubscription" }],
};

export default managedHsm;
