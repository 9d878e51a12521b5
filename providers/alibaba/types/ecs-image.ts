import { z } from "zod";
import { type Caller, known, type Link, type ResourceRecord, type ResourceType } from "../../../src/model/index.ts";
import { gapsOf } from "../bad-rows.ts";
import { ecs, ecsId, ecsTags, numberedPage, placedIn } from "../ecs.ts";
import { askPages, byNumber } from "../paging.ts";
import { countRows, flag, idText, listOf, optional, optionalText, rowsOf } from "../rpc-fields.ts";
import { type AlibabaSession, regionOf, stated } from "../session.ts";

const Mapping = z.object({ SnapshotId: optionalText });

const Image = z.object({
  ImageId: z.string(),
  ImageName: optionalText,
  Status: optionalText,
  CreationTime: optionalText,
  IsCopied: optional(flag),
  IsPublic: optional(flag),
  DiskDeviceMappings: listOf("DiskDeviceMapping", Mapping),
  Tags: ecsTags,
});
type Image = z.infer<typeof Image>;

const Page = z.object({ ...numberedPage, Images: rowsOf("Image", "ImageId", Image) });

const SharePage = z.object({
  ...numberedPage,
  Accounts: listOf("Account", z.object({ AliyunId: idText })),
  ShareGroups: listOf("ShareGroup", z.object({ Group: z.string() })),
});

/** All but `CreateFailed`, which holds nothing. */
const states = "Creating,Waiting,Available,UnAvailable,Deprecated";

/** Custom images of the account: the disks of a machine, frozen. */
export const ecsImage: ResourceType<AlibabaSession> = {
  type: "alibaba/ecs/image",
  title: { en: "ECS custom image", zh: "ECS 自定义镜像" },
  role: "copy",
  service: "ecs",
  reach: "per-region",
  operations: [
    { operation: "DescribeImages", permission: "ecs:DescribeImages" },
    { operation: "DescribeImageSharePermission", permission: "ecs:DescribeImageSharePermission", per: "resource" },
  ],
  links: ["copied-to", "shared-with"],
  unseen: {
    en: "The source of an image that was copied from another region: the API says that it was copied, not from where.",
    zh: "跨地域复制所得镜像的来源：接口仅说明该镜像为复制所得，不返回来源地域。",
  },
  async *collect(session, asked, caller) {
    const region = regionOf(asked);
    const list = {
      product: ecs,
      region,
      action: "DescribeImages",
      // Without the owner the list is mostly Alibaba Cloud's own public images, without the states it leaves out all that cannot
      // be used right now (ECS API reference, DescribeImages, 2026-04).
      parameters: { RegionId: region, ImageOwnerAlias: "self", Status: states },
      answer: Page,
    };
    const idOf = (id: string) => ecsId(session, region, "image", id);
    const fetch = byNumber(session.rpc, list, 100, (page) => countRows(page.Images));
    for await (const { Images: rows } of caller.pages("DescribeImages", fetch)) {
      yield* gapsOf(session, rows, { type: "alibaba/ecs/image", region, operation: "DescribeImages", idOf });
      yield* caller.each(rows.good, async (image) => {
        return toRecord(session, region, image, await grants(session, region, caller, image));
      });
    }
  },
};

function toRecord(session: AlibabaSession, region: string, image: Image, shared: readonly Link[]): ResourceRecord {
  return {
    kind: "record",
    id: ecsId(session, region, "image", image.ImageId),
    type: "alibaba/ecs/image",
    role: "copy",
    scope: session.scope,
    name: image.ImageName ?? image.ImageId,
    ...placedIn("DescribeImages", region),
    tags: known(image.Tags),
    aliases: [],
    links: [...snapshotLinks(session, region, image), ...shared],
    attributes: stated({
      status: image.Status,
      copied: image.IsCopied,
      public: image.IsPublic,
      createdAt: image.CreationTime,
    }),
  };
}

function snapshotLinks(session: AlibabaSession, region: string, image: Image): readonly Link[] {
  const mapped = image.DiskDeviceMappings.map((mapping) => mapping.SnapshotId);
  const snapshots = new Set(mapped.filter((id) => id !== undefined));
  return [...snapshots].sort().map((id) => ({
    kind: "copied-to",
    direction: "from",
    target: { id: ecsId(session, region, "snapshot", id) },
    evidence: {
      source: "ecs:DescribeImages",
      field: "Images.Image[].DiskDeviceMappings.DiskDeviceMapping[].SnapshotId",
      value: id,
    },
  }));
}

/** Accounts that may use the image; `*` when it was published. */
async function grants(session: AlibabaSession, region: string, caller: Caller, image: Image): Promise<readonly Link[]> {
  const operation = "DescribeImageSharePermission";
  const list = {
    product: ecs,
    region,
    action: operation,
    parameters: { RegionId: region, ImageId: image.ImageId },
    answer: SharePage,
  };
  const id = ecsId(session, region, "image", image.ImageId);
  const fetch = byNumber(session.rpc, list, 100, (page) => page.Accounts.length);
  const answers = await askPages(caller, operation, id, fetch);
  const accounts = new Set(answers.flatMap((page) => page.Accounts.map((account) => account.AliyunId)));
  const toAll = answers.some((page) => page.ShareGroups.some((group) => group.Group.toLowerCase() === "all"));
  const links = [...accounts].sort().map((party) => sharedWith(party, operation, "Accounts.Account[].AliyunId", party));
  if (toAll) links.push(sharedWith("*", operation, "ShareGroups.ShareGroup[].Group", "all"));
  else if (image.IsPublic === true) links.push(sharedWith("*", "DescribeImages", "Images.Image[].IsPublic", "true"));
  return links;
}

function sharedWith(party: string, operation: string, field: string, value: string): Link {
  return {
    kind: "shared-with",
    direction: "to",
    target: { party },
    evidence: { source: `ecs:${operation}`, field, value },
  };
}
