import { armItem, snapshotItem } from "../../../providers/azure/loopback-items.ts";
import type { AzureHeld } from "../../support/case-clouds.ts";
import type { TypeCase } from "../../support/type-case.ts";

const snapshot: TypeCase<AzureHeld> = {
  type: "azure/compute/snapshot",
  held: ({ account, region }) => {
    const home = { subscription: account, group: "web", location: region };
    const disk = armItem(home, "Microsoft.Compute/disks", "data");
    return {
      resources: {
        "Microsoft.Compute/snapshots": [
          snapshotItem(home, `daily-${region}`, disk, { tags: { 部门: "支付", owner: "" } }),
          snapshotItem(home, `weekly-${region}`, disk),
          snapshotItem(home, `orphan-${region}`, disk, { properties: { creationData: { createOption: "Empty" } } }),
        ],
      },
    };
  },
  finds: ({ account, region }) => {
    const id = `/subscriptions/${account}/resourceGroups/web/providers/Microsoft.Compute`;
    const source = { kind: "copied-to", direction: "from", id: `${id}/disks/data` } as const;
    return [
      {
        id: `${id}/snapshots/daily-${region}`,
        name: `daily-${region}`,
        role: "copy",
        tags: { 部门: "支付", owner: "" },
        attributes: { incremental: true },
        links: [source],
      },
      { id: `${id}/snapshots/weekly-${region}`, name: `weekly-${region}`, role: "copy", tags: {}, links: [source] },
      { id: `${id}/snapshots/orphan-${region}`, name: `orphan-${region}`, role: "copy", tags: {}, links: [] },
    ];
  },
  lists: [{ operation: "Snapshots_List" }],
};

export default snapshot;
