import { computeClient } from "../compute.ts";
import { copiedFrom } from "../creation-data.ts";
import { listed, recordsOf } from "../list.ts";
import { recordOf } from "../record.ts";
import type { AzureResourceType } from "../session.ts";

const apiVersion = "2023-04-02";
const operation = "Snapshots_List";

export const snapshot: AzureResourceType = {
  type: "azure/compute/snapshot",
  armTypes: ["Microsoft.Compute/snapshots"],
  title: { en: "Disk snapshot", zh: "磁盘快照" },
  role: "copy",
  service: "compute",
  reach: "global",
  operations: [{ operation, permission: "Microsoft.Compute/snapshots/read" }],
  links: ["copied-to"],
  unseen: {
    en: "Restore point collections, copies made by Azure Backup in its own vaults, and who holds an export link of a snapshot.",
    zh: "还原点集合、Azure 备份在其自有保管库中保存的副本，以及谁持有快照的导出链接。",
  },
  async *collect(session, _region, caller) {
    const client = await computeClient(session, apiVersion);
    const listing = { type: snapshot.type, operation };
    const snapshots = listed(session, caller, listing, () => client.snapshots.list());
    yield* recordsOf(caller, snapshots, (found) => {
      const { item } = found;
      return recordOf(snapshot, session, found, {
        links: copiedFrom(operation, item.creationData),
        attributes: {
          sku: item.sku?.name,
          sizeGiB: item.diskSizeGB,
          state: item.diskState,
          incremental: item.incremental,
          createOption: item.creationData?.createOption,
          created: item.timeCreated instanceof Date ? item.timeCreated.toISOString() : undefined,
          publicNetworkAccess: item.publicNetworkAccess,
        },
      });
    });
  },
};
