import { computeClient } from "../compute.ts";
import { listed, recordsOf } from "../list.ts";
import { recordOf } from "../record.ts";
import type { AzureResourceType } from "../session.ts";

const apiVersion = "2023-09-01";

export const virtualMachine: AzureResourceType = {
  type: "azure/compute/virtual-machine",
  armTypes: ["Microsoft.Compute/virtualMachines"],
  title: { en: "Virtual machine", zh: "虚拟机" },
  role: "compute",
  service: "compute",
  reach: "global",
  operations: [{ operation: "VirtualMachines_ListAll", permission: "Microsoft.Compute/virtualMachines/read" }],
  links: [],
  unseen: {
    en: "Disks kept as blobs in a storage account, scale sets, and what users of the machine send elsewhere.",
    zh: "以 Blob 形式存放在存储账户中的磁盘、虚拟机规模集，以及使用者从虚拟机向外发送的数据。",
  },
  async *collect(session, _region, caller) {
    const client = await computeClient(session, apiVersion);
    const listing = { type: virtualMachine.type, operation: "VirtualMachines_ListAll" };
    const machines = listed(session, caller, listing, () => client.virtualMachines.listAll());
    yield* recordsOf(caller, machines, (found) => {
      const { hardwareProfile, storageProfile } = found.item;
      return recordOf(virtualMachine, session, found, {
        links: [],
        attributes: { size: hardwareProfile?.vmSize, osType: storageProfile?.osDisk?.osType },
      });
    });
  },
};
