import { armItem, childKey } from "../../../providers/azure/loopback-items.ts";
import type { AzureHeld } from "../../support/case-clouds.ts";
import type { TypeCase } from "../../support/type-case.ts";

const replicated: TypeCase<AzureHeld> = {
  type: "azure/recovery-services/replication-protected-item",
  held: ({ account, region }) => {
    const home = { subscription: account, group: "dr", location: region };
    const machines = `/subscriptions/${account}/resourceGroups/web/providers/Microsoft.Compute/virtualMachines`;
    const vault = (name: string) =>
      armItem(home, "Microsoft.RecoveryServices/vaults", `${name}-${region}`, { properties: {} });
    const [site, empty, office] = [vault("site"), vault("empty"), vault("office")];
    const item = (parent: string, name: string, details: object, tags?: object) => ({
      id: `${parent}/replicationFabrics/f/replicationProtectionContainers/c/replicationProtectedItems/${name}`,
      name,
      type: "Microsoft.RecoveryServices/vaults/replicationFabrics/replicationProtectionContainers/replicationProtectedItems",
      ...(tags === undefined ? {} : { tags }),
      properties: { friendlyName: `vm-${name}`, protectionState: "Protected", activeLocation: "Primary", ...details },
    });
    const a2a = (machine: string, to: string) => ({
      providerSpecificDetails: {
        instanceType: "A2A",
        fabricObjectId: `${machines}/${machine}`,
        primaryFabricLocation: region,
        recoveryFabricLocation: to,
      },
    });
    return {
      resources: { "Microsoft.RecoveryServices/vaults": [site, empty, office] },
      children: {
        [childKey(site, "replicationProtectedItems")]: [
          item(site.id, "api", a2a("api", region), { 部门: "支付", owner: "" }),
          item(site.id, "ledger", a2a("ledger", "uksouth")),
        ],
        // From a site of the customer's own: where to is not told.
        [childKey(office, "replicationProtectedItems")]: [
          item(office.id, "office-db", { providerSpecificDetails: { instanceType: "HyperVReplicaAzure" } }),
        ],
      },
    };
  },
  finds: ({ account, region }) => {
    const vaults = `/subscriptions/${account}/resourceGroups/dr/providers/Microsoft.RecoveryServices/vaults`;
    const items = "replicationFabrics/f/replicationProtectionContainers/c/replicationProtectedItems";
    const machines = `/subscriptions/${account}/resourceGroups/web/providers/Microsoft.Compute/virtualMachines`;
    return [
      {
        id: `${vaults}/site-${region}/${items}/api`,
        name: "vm-api",
        role: "copy",
        tags: { 部门: "支付", owner: "" },
        attributes: { replication: "A2A", state: "Protected", activeLocation: "Primary", machine: "vm-api" },
        links: [{ kind: "fails-over-to", direction: "from", id: `${machines}/api` }],
      },
      {
        id: `${vaults}/site-${region}/${items}/ledger`,
        name: "vm-ledger",
        role: "copy",
        tags: {},
        region: "uksouth",
        links: [{ kind: "fails-over-to", direction: "from", id: `${machines}/ledger` }],
      },
      {
        id: `${vaults}/office-${region}/${items}/office-db`,
        name: "vm-office-db",
        role: "copy",
        tags: {},
        region: null,
        attributes: { replication: "HyperVReplicaAzure" },
        links: [],
      },
    ];
  },
  lists: [{ operation: "Vaults_ListBySubscriptionId" }, { operation: "ReplicationProtectedItems_List" }],
};

export default replicated;
