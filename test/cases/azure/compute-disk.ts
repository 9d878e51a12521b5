import { diskItem } from "../../../providers/azure/loopback-items.ts";
import type { AzureHeld } from "../../support/case-clouds.ts";
import type { TypeCase } from "../../support/type-case.ts";

const disk: TypeCase<AzureHeld> = {
  type: "azure/compute/disk",
  held: ({ account, region }) => {
    const home = { subscription: account, group: "web", location: region };
    const compute = `/subscriptions/${account}/resourceGroups/web/providers/Microsoft.Compute`;
    return {
      resources: {
        "Microsoft.Compute/disks": [
          diskItem(home, `data-${region}`, {
            managedBy: `${compute}/virtualMachines/api`,
            tags: { 部门: "支付", owner: "" },
          }),
          diskItem(home, `restored-${region}`, {
            properties: { creationData: { createOption: "Copy", sourceResourceId: `${compute}/snapshots/month-end` } },
          }),
          diskItem(home, `imported-${region}`, {
            properties: {
              creationData: {
                createOption: "Import",
                sourceUri: "https://vhds.blob.core.windows.net/c/d.vhd?sv=2023&sig=c2lnbmVk",
              },
            },
          }),
        ],
      },
    };
  },
  finds: ({ account, region }) => {
    const id = `/subscriptions/${account}/resourceGroups/web/providers/Microsoft.Compute`;
    return [
      {
        id: `${id}/disks/data-${region}`,
        name: `data-${region}`,
        role: "store",
        tags: { 部门: "支付", owner: "" },
        attributes: { state: "Attached" },
        links: [{ kind: "part-of", direction: "from", id: `${id}/virtualMachines/api` }],
      },
      {
        id: `${id}/disks/restored-${region}`,
        name: `restored-${region}`,
        role: "store",
        tags: {},
        links: [{ kind: "copied-to", direction: "from", id: `${id}/snapshots/month-end` }],
      },
      // Of a signed link nothing but the host is kept.
      {
        id: `${id}/disks/imported-${region}`,
        name: `imported-${region}`,
        role: "store",
        tags: {},
        links: [{ kind: "copied-to", direction: "from", id: "vhds.blob.core.windows.net" }],
      },
    ];
  },
  lists: [{ operation: "Disks_List" }],
};

export default disk;
