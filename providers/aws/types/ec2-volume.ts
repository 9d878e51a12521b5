import type { Volume } from "@aws-sdk/client-ec2";
import type { Link, ResourceRecord, ResourceType } from "../../../src/model/index.ts";
import { required } from "../answer.ts";
import { arnOf } from "../arn.ts";
import { keyElsewhere } from "../neighbours.ts";
import { itemsOf } from "../pages.ts";
import { placed } from "../placement.ts";
import type { AwsSession } from "../session.ts";
import { nameOf, tagsOf } from "../tags.ts";

/** A disk: where a machine's data rests. */
export const ec2Volume: ResourceType<AwsSession> = {
  type: "aws/ec2/volume",
  title: { en: "EBS volume", zh: "EBS 卷" },
  role: "store",
  service: "ec2",
  reach: "per-region",
  operations: [{ operation: "DescribeVolumes", permission: "ec2:DescribeVolumes" }],
  links: ["copied-to", "key-held-in"],
  unseen: {
    en: "Copies that programs on the machine make themselves, and the address of an Outpost.",
    zh: "实例内程序自行制作的副本以及 Outpost 的所在地址不可见。",
  },
  async *collect(session, region, caller) {
    const here = required(region ?? undefined, "a region");
    const { DescribeVolumesCommand, EC2Client } = await import("@aws-sdk/client-ec2");
    const ec2 = session.client(EC2Client, here);
    const volumes = itemsOf(caller, "DescribeVolumes", async (token, signal) => {
      const answer = await ec2.send(new DescribeVolumesCommand({ MaxResults: 1000, NextToken: token }), {
        abortSignal: signal,
      });
      return { items: required(answer.Volumes, "Volumes"), next: answer.NextToken };
    });
    for await (const volume of volumes) yield recordOf(session, here, volume);
  },
};

function recordOf(session: AwsSession, region: string, volume: Volume): ResourceRecord {
  const id = required(volume.VolumeId, "VolumeId");
  const tags = tagsOf(volume.Tags);
  return {
    kind: "record",
    id: arnOf(session.scope, "ec2", region, `volume/${id}`),
    type: ec2Volume.type,
    role: ec2Volume.role,
    scope: session.scope,
    name: nameOf(tags, id),
    ...placed("ec2:DescribeVolumes", region, volume),
    tags: { known: true, value: tags },
    aliases: [id],
    links: [
      ...machines(session, region, volume),
      ...sources(session, region, volume),
      ...keyElsewhere(session.scope, region, volume.KmsKeyId, { source: "ec2:DescribeVolumes", field: "KmsKeyId" }),
    ],
    attributes: {
      ...(volume.Encrypted === undefined ? {} : { encrypted: volume.Encrypted }),
      ...(volume.VolumeType === undefined ? {} : { volumeType: volume.VolumeType }),
      ...(volume.Size === undefined ? {} : { sizeGiB: volume.Size }),
      ...(volume.OutpostArn ? { outpost: true } : {}),
    },
  };
}

/** The machines the disk belongs to: what they work on is what it holds. */
function machines(session: AwsSession, region: string, volume: Volume): Link[] {
  return (volume.Attachments ?? []).flatMap(({ InstanceId }, index) => {
    if (InstanceId === undefined) return [];
    return [
      {
        kind: "part-of",
        direction: "from",
        target: { id: arnOf(session.scope, "ec2", region, `instance/${InstanceId}`) },
        evidence: { source: "ec2:DescribeVolumes", field: `Attachments[${index}].InstanceId`, value: InstanceId },
      },
    ];
  });
}

/** What the disk was restored or copied from. A snapshot may be another account's, so it goes by its short id. */
function sources(session: AwsSession, region: string, volume: Volume): Link[] {
  const links: Link[] = [];
  if (volume.SnapshotId) {
    links.push({
      kind: "copied-to",
      direction: "from",
      target: { id: volume.SnapshotId },
      evidence: { source: "ec2:DescribeVolumes", field: "SnapshotId", value: volume.SnapshotId },
    });
  }
  if (volume.SourceVolumeId) {
    links.push({
      kind: "copied-to",
      direction: "from",
      target: { id: arnOf(session.scope, "ec2", region, `volume/${volume.SourceVolumeId}`) },
      evidence: { source: "ec2:DescribeVolumes", field: "SourceVolumeId", value: volume.SourceVolumeId },
    });
  }
  return links;
}
