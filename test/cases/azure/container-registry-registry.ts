import { armItem, childKey } from "../../../providers/azure/loopback-items.ts";
import type { AzureHeld } from "../../support/case-clouds.ts";
import type { TypeCase } from "../../support/type-case.ts";

const registry: TypeCase<AzureHeld> = {
  type: "azure/container-registry/registry",
  held: ({ account, region }) => {
    const home = { subscription: account, group: "build", location: region };
    const item = (name: string, sku: string, properties: object, tags?: Readonly<Record<string, string>>) =>
      armItem(home, "Microsoft.ContainerRegistry/registries", `${name}${region}`, {
        sku: { name: sku, tier: sku },
        ...(tags === undefined ? {} : { tags }),
        properties: { loginServer: `${name}${region}.azurecr.io`, publicNetworkAccess: "Enabled", ...properties },
      });
    const shop = item(
      "shop",
      "Premium",
      {
        anonymousPullEnabled: false,
        encryption: {
          status: "enabled",
          keyVaultProperties: { keyIdentifier: "https://pay.vault.azure.net/keys/images/0123" },
        },
      },
      { 部门: "支付", owner: "" },
    );
    const replica = (location: string) => ({ name: location, location, properties: { status: {} } });
    return {
      resources: {
        "Microsoft.ContainerRegistry/registries": [
          shop,
          item("open", "Standard", { anonymousPullEnabled: true }),
          item("closed", "Premium", { anonymousPullEnabled: true, networkRuleSet: { defaultAction: "Deny" } }),
          item("private", "Premium", { anonymousPullEnabled: true, publicNetworkAccess: "Disabled" }),
        ],
      },
      children: {
        // The home region is one of them.
        [childKey(shop, "replications")]: [replica(region), replica("uksouth"), replica("japaneast")],
      },
    };
  },
  finds: ({ account, region }) => {
    const id = `/subscriptions/${account}/resourceGroups/build/providers/Microsoft.ContainerRegistry/registries`;
    const plain = (name: string) =>
      ({ id: `${id}/${name}${region}`, name: `${name}${region}`, role: "store", tags: {} }) as const;
    return [
      {
        ...plain("shop"),
        tags: { 部门: "支付", owner: "" },
        attributes: { sku: "Premium", anonymousPull: false, publicNetworkAccess: "Enabled" },
        links: [
          { kind: "replicates-to", region: "uksouth" },
          { kind: "replicates-to", region: "japaneast" },
          { kind: "key-held-in", id: "pay.vault.azure.net" },
        ],
      },
      { ...plain("open"), links: [{ kind: "reachable-from", party: "*" }] },
      { ...plain("closed"), attributes: { networkDefaultAction: "Deny" }, links: [] },
      { ...plain("private"), links: [] },
    ];
  },
  lists: [{ operation: "Registries_List" }],
};

export default registry;
