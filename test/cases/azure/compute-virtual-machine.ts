import { machineItem } from "../../../providers/azure/loopback-items.ts";
import type { AzureHeld } from "../../support/case-clouds.ts";
import type { TypeCase } from "../../support/type-case.ts";

const virtualMachine: TypeCase<AzureHeld> = {
  type: "azure/compute/virtual-machine",
  held: ({ account, region }) => {
    const home = { subscription: account, group: "web", location: region };
    return {
      resources: {
        "Microsoft.Compute/virtualMachines": [
          machineItem(home, `api-${region}`, { tags: { 部门: "支付", owner: "" } }),
          machineItem(home, `job-${region}`),
          machineItem(home, `site-${region}`, { extendedLocation: { type: "CustomLocation", name: "ownsite" } }),
        ],
      },
    };
  },
  finds: ({ account, region }) => {
    const id = `/subscriptions/${account}/resourceGroups/web/providers/Microsoft.Compute/virtualMachines`;
    const attributes = { size: "Standard_D4s_v5", osType: "Linux" };
    return [
      {
        id: `${id}/api-${region}`,
        name: `api-${region}`,
        role: "compute",
        tags: { 部门: "支付", owner: "" },
        attributes,
        links: [],
      },
      { id: `${id}/job-${region}`, name: `job-${region}`, role: "compute", tags: {}, attributes, links: [] },
      // An extended location can be the customer's own.
      { id: `${id}/site-${region}`, name: `site-${region}`, role: "compute", tags: {}, region: "ownsite", links: [] },
    ];
  },
  lists: [{ operation: "VirtualMachines_ListAll" }],
};

export default virtualMachine;
