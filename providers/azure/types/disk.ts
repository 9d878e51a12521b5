import type { Disk } from "@azure/arm-compute";
import type { Link } from "../../../src/model/index.ts";
import { computeClient } from "../compute.ts";
import { copiedFrom } from "../creation-data.ts";
import { listed, recordsOf } from "../list.ts";
import { recordOf } from "../record.ts";
import type { AzureResourceType } from "../session.ts";

const apiVersion = "2023-04-02";
const operation = "Disks_List";

export const disk: AzureResourceType = {
  type: "azure/compute/disk",
  armTypes: ["Microsoft.Compute/disks"],
  title: { en: "Managed disk", zh: "托管磁盘" },
  role: "store",
  service: "compute",
  reach: "global",
  operations: [{ operation, permission: "Microsoft.Compute/disks/read" }],
  links: ["copied-to"],
  unseen: {
    en: "Who holds an export link (a shared access signature) that was made for a disk: only that one is open shows, as the state ActiveSAS.",
    zh: "谁持有磁盘的导出链接（共享访问签名）：仅能从状态 ActiveSAS 看出有链接处于有效状态。",
  },
  async *collect(session, _region, caller) {
    const client = await computeClient(session, apiVersion);
    const disks = listed(session, caller, { type: disk.type, operation }, () => client.disks.list());
    yield* recordsOf(caller, disks, (found) => {
      const { item } = found;
      return recordOf(disk, session, found, {
        links: [...machines(item), ...copiedFrom(operation, item.creationData)],
        attributes: {
          sku: item.sku?.name,
          sizeGiB: item.diskSizeGB,
          state: item.diskState,
          createOption: item.creationData?.createOption,
          encryption: item.encryption?.type,
          publicNetworkAccess: item.publicNetworkAccess,
          networkAccessPolicy: item.networkAccessPolicy,
        },
      });
    });
  },
};

/** A shared disk belongs to each machine it is attached to; class travels from the machine into the disk, hence `from`. */
function machines(item: Disk): readonly Link[] {
  const ids = new Set([item.managedBy, ...(item.managedByExtended ?? [])]);
  return [...ids].flatMap((id) =>
    typeof id === "string" && id !== ""
      ? [
          {
            kind: "part-of",
            direction: "from",
            target: { id },
            evidence: { source: operation, field: "managedBy", value: id },
          } as const,
        ]
      : [],
  );
}
