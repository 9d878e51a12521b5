import { armItem } from "../../../providers/azure/loopback-items.ts";
import type { AzureHeld } from "../../support/case-clouds.ts";
import type { TypeCase } from "../../support/type-case.ts";

const image: TypeCase<AzureHeld> = {
  type: "azure/compute/image",
  held: ({ account, region }) => {
    const home = { subscription: account, group: "web", location: region };
    const compute = `/subscriptions/${account}/resourceGroups/web/providers/Microsoft.Compute`;
    const osDisk = (part: object) => ({
      storageProfile: { osDisk: { osType: "Linux", osState: "Generalized", ...part } },
    });
    return {
      resources: {
        "Microsoft.Compute/images": [
          armItem(home, "Microsoft.Compute/images", `golden-${region}`, {
            tags: { 部门: "支付", owner: "" },
            properties: {
              sourceVirtualMachine: { id: `${compute}/virtualMachines/api` },
              ...osDisk({ managedDisk: { id: `${compute}/disks/data` } }),
            },
          }),
          armItem(home, "Microsoft.Compute/images", `old-${region}`, {
            properties: osDisk({ blobUri: "https://vhds.blob.core.windows.net/c/d.vhd?sig=c2lnbmVk" }),
          }),
          armItem(home, "Microsoft.Compute/images", `cut-${region}`, {
            properties: osDisk({ snapshot: { id: `${compute}/snapshots/month-end` } }),
          }),
        ],
      },
    };
  },
  finds: ({ account, region }) => {
    const id = `/subscriptions/${account}/resourceGroups/web/providers/Microsoft.Compute`;
    return [
      {
        id: `${id}/images/golden-${region}`,
        name: `golden-${region}`,
        role: "copy",
        tags: { 部门: "支付", owner: "" },
        attributes: { osType: "Linux" },
        links: [
          { kind: "copied-to", direction: "from", id: `${id}/virtualMachines/api` },
          { kind: "copied-to", direction: "from", id: `${id}/disks/data` },
        ],
      },
      {
        id: `${id}/images/old-${region}`,
        name: `old-${region}`,
        role: "copy",
        tags: {},
        links: [{ kind: "copied-to", direction: "from", id: "vhds.blob.core.windows.net" }],
      },
      {
        id: `${id}/images/cut-${region}`,
        name: `cut-${region}`,
        role: "copy",
        tags: {},
        links: [{ kind: "copied-to", direction: "from", id: `${id}/snapshots/month-end` }],
      },
    ];
  },
  lists: [{ operation: "Images_List" }],
};

export default image;
