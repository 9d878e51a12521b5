import type { ComputeManagementClient, Gallery, GalleryImage, GalleryImageVersion } from "@azure/arm-compute";
import type { Caller, Gap, Link, ResourceRecord } from "../../../src/model/index.ts";
import { computeClient } from "../compute.ts";
import { copiesOf, sharesOf } from "../gallery-links.ts";
import { groupAndName } from "../ids.ts";
import { type Found, gapOf, itemsUnder, listed, listedUnder } from "../list.ts";
import { fullNameOf, recordOf } from "../record.ts";
import type { AzureResourceType, AzureSession } from "../session.ts";

const apiVersion = "2023-07-03";
const galleriesOperation = "Galleries_List";
const sharingOperation = "Galleries_Get";
const imagesOperation = "GalleryImages_ListByGallery";
const versionsOperation = "GalleryImageVersions_ListByGalleryImage";

export const galleryImageVersion: AzureResourceType = {
  type: "azure/compute/gallery-image-version",
  armTypes: [
    "Microsoft.Compute/galleries",
    "Microsoft.Compute/galleries/images",
    "Microsoft.Compute/galleries/images/versions",
  ],
  title: { en: "Image version in a compute gallery", zh: "计算库中的映像版本" },
  role: "copy",
  service: "compute",
  reach: "global",
  operations: [
    { operation: galleriesOperation, permission: "Microsoft.Compute/galleries/read" },
    { operation: sharingOperation, permission: "Microsoft.Compute/galleries/read", per: "resource" },
    { operation: imagesOperation, permission: "Microsoft.Compute/galleries/images/read", per: "resource" },
    { operation: versionsOperation, permission: "Microsoft.Compute/galleries/images/versions/read", per: "resource" },
  ],
  links: ["replicates-to", "copied-to", "shared-with"],
  unseen: {
    en: "Application packages in a gallery, versions that were deleted softly, sharing through role assignments, and machines that others made from a shared version.",
    zh: "计算库中的应用程序包、已软删除的版本、通过角色分配进行的共享，以及他人使用共享版本创建的虚拟机。",
  },
  async *collect(session, _region, caller) {
    const client = await computeClient(session, apiVersion);
    // A gallery's own tags and place are nobody's: what it holds lies where each version says.
    const listing = { type: galleryImageVersion.type, operation: galleriesOperation, readsTags: false };
    const galleries = listed({ ...session, wanted: null }, caller, listing, () => client.galleries.list());
    for await (const gallery of galleries) {
      if (gallery.kind === "gap") yield gallery;
      else yield* versionsIn(session, caller, client, gallery);
    }
  },
};

/** The last name of an id. */
function nameOf(id: string): string {
  return id.slice(id.lastIndexOf("/") + 1);
}

async function* versionsIn(
  session: AzureSession,
  caller: Caller,
  client: ComputeManagementClient,
  gallery: Found<Gallery>,
): AsyncGenerator<ResourceRecord | Gap> {
  const path = groupAndName(gallery.id);
  if (path === undefined) {
    const listing = { type: galleryImageVersion.type, operation: imagesOperation };
    yield { ...gapOf(session, listing, "malformed", "its id names no resource group"), resource: gallery.id };
    return;
  }
  const { group, name } = path;
  const { items: images } = await itemsUnder(session, caller, imagesOperation, gallery.id, () =>
    client.galleryImages.listByGallery(group, name),
  );
  if (images.length === 0) return;
  const shares = await sharing(session, caller, client, gallery, path);
  const described = caller.each(images, async (image: GalleryImage): Promise<readonly (ResourceRecord | Gap)[]> => {
    const listing = { type: galleryImageVersion.type, operation: versionsOperation };
    if (typeof image.id !== "string") {
      return [
        gapOf(
          session,
          { ...listing, operation: imagesOperation },
          "malformed",
          "an item of the list has no resource id",
        ),
      ];
    }
    const imageId = image.id;
    const versions = await listedUnder<GalleryImageVersion>(session, caller, listing, imageId, () =>
      client.galleryImageVersions.listByGalleryImage(group, name, nameOf(imageId)),
    );
    return versions.map((version) => (version.kind === "gap" ? version : record(session, version, image, shares)));
  });
  for await (const items of described) yield* items;
}

function record(
  session: AzureSession,
  version: Found<GalleryImageVersion>,
  image: GalleryImage,
  shares: readonly Link[],
): ResourceRecord {
  const { item } = version;
  return recordOf(galleryImageVersion, session, version, {
    name: fullNameOf(version.id),
    links: [...copiesOf(versionsOperation, item), ...shares],
    attributes: {
      image: image.name,
      osType: image.osType,
      osState: image.osState,
    },
  });
}

/** Lists do not tell groups, so that a gallery which is shared, or does not say, is asked. */
async function sharing(
  session: AzureSession,
  caller: Caller,
  client: ComputeManagementClient,
  gallery: Found<Gallery>,
  { group, name }: { readonly group: string; readonly name: string },
): Promise<readonly Link[]> {
  if (gallery.item.sharingProfile?.permissions === "Private") return [];
  const answer = await caller.ask(sharingOperation, gallery.id, (signal) =>
    session.arm.send(signal, () => client.galleries.get(group, name, { expand: "SharingProfile/Groups" })),
  );
  return answer.known && answer.value !== null ? sharesOf(sharingOperation, answer.value) : [];
}
