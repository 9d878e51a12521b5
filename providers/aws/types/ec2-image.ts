import type { EC2Client, Image, LaunchPermission } from "@aws-sdk/client-ec2";
import type { Caller, Known, Link, ResourceRecord, ResourceType } from "../../../src/model/index.ts";
import { required } from "../answer.ts";
import { arnOf } from "../arn.ts";
import { dayOf } from "../day.ts";
import { grants } from "../grants.ts";
import { itemsOf } from "../pages.ts";
import { placedByAsking } from "../placement.ts";
import type { AwsSession } from "../session.ts";
import { nameOf, tagsOf } from "../tags.ts";

/** A machine image: a copy of the machine it was made from, held in its snapshots. */
export const ec2Image: ResourceType<AwsSession> = {
  type: "aws/ec2/image",
  title: { en: "EC2 image (AMI)", zh: "EC2 镜像（AMI）" },
  role: "copy",
  service: "ec2",
  reach: "per-region",
  operations: [
    { operation: "DescribeImages", permission: "ec2:DescribeImages" },
    { operation: "DescribeImageAttribute", permission: "ec2:DescribeImageAttribute", per: "resource" },
  ],
  links: ["copied-to", "shared-with"],
  unseen: {
    en: "Images in the recycle bin, images exported to a bucket, and copies made in accounts an image is shared with.",
    zh: "回收站中的镜像、导出到存储桶的镜像以及被共享账户自行制作的副本不可见。",
  },
  async *collect(session, region, caller) {
    const here = required(region ?? undefined, "a region");
    const { DescribeImagesCommand, EC2Client: Client } = await import("@aws-sdk/client-ec2");
    const ec2 = session.client(Client, here);
    const images = itemsOf(caller, "DescribeImages", async (token, signal) => {
      const request = new DescribeImagesCommand({
        Owners: ["self"],
        // Both kinds keep their snapshots.
        IncludeDeprecated: true,
        IncludeDisabled: true,
        MaxResults: 1000,
        NextToken: token,
      });
      const answer = await ec2.send(request, { abortSignal: signal });
      return { items: required(answer.Images, "Images"), next: answer.NextToken };
    });
    yield* caller.each(images, async (image) => {
      const id = required(image.ImageId, "ImageId");
      const arn = arnOf(session.scope, "ec2", here, `image/${id}`);
      return recordOf(session, here, image, id, arn, await permissionsOf(ec2, caller, id, arn));
    });
  },
};

function permissionsOf(
  ec2: EC2Client,
  caller: Caller,
  id: string,
  arn: string,
): Promise<Known<readonly LaunchPermission[] | null>> {
  return caller.ask("DescribeImageAttribute", arn, async (signal) => {
    const { DescribeImageAttributeCommand } = await import("@aws-sdk/client-ec2");
    const request = new DescribeImageAttributeCommand({ ImageId: id, Attribute: "launchPermission" });
    const answer = await ec2.send(request, { abortSignal: signal });
    return required(answer.LaunchPermissions, "LaunchPermissions");
  });
}

function recordOf(
  session: AwsSession,
  region: string,
  image: Image,
  id: string,
  arn: string,
  permissions: Known<readonly LaunchPermission[] | null>,
): ResourceRecord {
  const tags = tagsOf(image.Tags);
  return {
    kind: "record",
    id: arn,
    type: ec2Image.type,
    role: ec2Image.role,
    scope: session.scope,
    name: image.Name === undefined || image.Name === "" ? nameOf(tags, id) : image.Name,
    ...placedImage(region, image),
    tags: { known: true, value: tags },
    aliases: [id, `arn:${session.scope.partition}:ec2:${region}::image/${id}`],
    links: [...sources(session, region, image), ...sharing(session, image, permissions)],
    attributes: {
      ...(image.Public === undefined ? {} : { public: image.Public }),
      ...(image.State === undefined ? {} : { state: image.State }),
      ...dayOf(image.CreationDate),
    },
  };
}

/** An image lies where its snapshots lie; on an Outpost that is the customer's own address. */
function placedImage(region: string, image: Image): Pick<ResourceRecord, "place" | "placeEvidence"> {
  const source = "ec2:DescribeImages";
  const outposts = (image.BlockDeviceMappings ?? []).map((mapping) => mapping.Ebs?.OutpostArn);
  const index = outposts.findIndex((outpost) => outpost);
  const value = outposts[index];
  if (value === undefined) return placedByAsking(source, region);
  return {
    place: { known: false, why: "unsupported" },
    placeEvidence: { source, field: `BlockDeviceMappings[${index}].Ebs.OutpostArn`, value },
  };
}

/** What the image was made from. Its snapshots are its own account's; a source image can be anybody's and goes by its short id. */
function sources(session: AwsSession, region: string, image: Image): Link[] {
  const from = (target: Link["target"], field: string, value: string): Link => ({
    kind: "copied-to",
    direction: "from",
    target,
    evidence: { source: "ec2:DescribeImages", field, value },
  });
  const links = (image.BlockDeviceMappings ?? []).flatMap((mapping, index) => {
    const snapshot = mapping.Ebs?.SnapshotId;
    if (snapshot === undefined || snapshot === "") return [];
    const target = { id: arnOf(session.scope, "ec2", region, `snapshot/${snapshot}`) };
    return [from(target, `BlockDeviceMappings[${index}].Ebs.SnapshotId`, snapshot)];
  });
  if (image.SourceInstanceId) {
    const target = { id: arnOf(session.scope, "ec2", region, `instance/${image.SourceInstanceId}`) };
    links.push(from(target, "SourceInstanceId", image.SourceInstanceId));
  }
  if (image.SourceImageId) {
    const place = image.SourceImageRegion ? { place: { region: image.SourceImageRegion } } : {};
    const value = image.SourceImageRegion
      ? `${image.SourceImageId} in ${image.SourceImageRegion}`
      : image.SourceImageId;
    links.push(from({ id: image.SourceImageId, ...place }, "SourceImageId", value));
  }
  return links;
}

/** Whom it is shared with. `Public` stands in the list itself, so it is known also where the permissions are not. */
function sharing(
  session: AwsSession,
  image: Image,
  permissions: Known<readonly LaunchPermission[] | null>,
): readonly Link[] {
  const links = grants(permissions, {
    own: session.scope.account,
    source: "ec2:DescribeImageAttribute",
    field: "LaunchPermissions",
  });
  if (image.Public !== true || links.some((link) => link.target.party === "*")) return links;
  const everyone: Link = {
    kind: "shared-with",
    direction: "to",
    target: { party: "*" },
    evidence: { source: "ec2:DescribeImages", field: "Public", value: "true" },
  };
  return [everyone, ...links];
}
