import type { Image } from "@azure/arm-compute";
import type { Link } from "../../../src/model/index.ts";
import { computeClient } from "../compute.ts";
import { blobHostOf } from "../ids.ts";
import { listed, recordsOf } from "../list.ts";
import { recordOf } from "../record.ts";
import type { AzureResourceType } from "../session.ts";

const apiVersion = "2023-09-01";
const operation = "Images_List";

export const image: AzureResourceType = {
  type: "azure/compute/image",
  armTypes: ["Microsoft.Compute/images"],
  title: { en: "Machine image", zh: "虚拟机映像" },
  role: "copy",
  service: "compute",
  reach: "global",
  operations: [{ operation, permission: "Microsoft.Compute/images/read" }],
  links: ["copied-to"],
  unseen: {
    en: "Sharing of an image through role assignments, and machines that were made from it.",
    zh: "通过角色分配对映像进行的共享，以及使用该映像创建的虚拟机。",
  },
  async *collect(session, _region, caller) {
    const client = await computeClient(session, apiVersion);
    const images = listed(session, caller, { type: image.type, operation }, () => client.images.list());
    yield* recordsOf(caller, images, (found) => {
      return recordOf(image, session, found, {
        links: sources(found.item),
        attributes: {
          osType: found.item.storageProfile?.osDisk?.osType,
          dataDisks: found.item.storageProfile?.dataDisks?.length,
        },
      });
    });
  },
};

/** The machine it was captured from, and each disk, snapshot or blob in it. A blob's URL may be signed: only its host is kept. */
function sources(item: Image): readonly Link[] {
  const links: Link[] = [];
  const add = (field: string, id: string | undefined): void => {
    if (typeof id !== "string" || id === "") return;
    links.push({
      kind: "copied-to",
      direction: "from",
      target: { id },
      evidence: { source: operation, field: `properties.${field}`, value: id },
    });
  };
  add("sourceVirtualMachine.id", item.sourceVirtualMachine?.id);
  const { osDisk, dataDisks } = item.storageProfile ?? {};
  for (const [field, part] of [
    ["storageProfile.osDisk", osDisk] as const,
    ...(dataDisks ?? []).map((part) => ["storageProfile.dataDisks", part] as const),
  ]) {
    add(`${field}.snapshot.id`, part?.snapshot?.id);
    add(`${field}.managedDisk.id`, part?.managedDisk?.id);
    add(`${field}.blobUri`, part?.blobUri === undefined ? undefined : blobHostOf(part.blobUri));
  }
  return links;
}
