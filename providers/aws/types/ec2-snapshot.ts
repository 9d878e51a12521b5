import type { CreateVolumePermission, EC2Client, Snapshot } from "@aws-sdk/client-ec2";
import type { Caller, Known, Link, ResourceRecord, ResourceType } from "../../../src/model/index.ts";
import { required } from "../answer.ts";
import { arnOf } from "../arn.ts";
import { dayOf } from "../day.ts";
import { grants } from "../grants.ts";
import { keyElsewhere } from "../neighbours.ts";
import { itemsOf } from "../pages.ts";
import { placed } from "../placement.ts";
import type { AwsSession } from "../session.ts";
import { noVolume, originOf } from "../snapshot-origin.ts";
import { nameOf, tagsOf } from "../tags.ts";

/**
 * A copy of a volume. Whom it is shared with is not in the list: `RestorableByUserIds` finds public ones and those shared
 * with accounts one already names, nothing tells all at once, so each snapshot is asked by itself.
 */
export const ec2Snapshot: ResourceType<AwsSession> = {
  type: "aws/ec2/snapshot",
  title: { en: "EBS snapshot", zh: "EBS 快照" },
  role: "copy",
  service: "ec2",
  reach: "per-region",
  operations: [
    { operation: "DescribeSnapshots", permission: "ec2:DescribeSnapshots" },
    { operation: "DescribeSnapshotAttribute", permission: "ec2:DescribeSnapshotAttribute", per: "resource" },
  ],
  links: ["copied-to", "shared-with", "key-held-in"],
  unseen: {
    en: "What a snapshot was copied from where its description does not say, snapshots in the recycle bin, copies made in accounts it is shared with, and lifecycle rules.",
    zh: "描述中未写明的复制来源、回收站中的快照、被共享账户自行制作的副本以及生命周期规则不可见。",
  },
  async *collect(session, region, caller) {
    const here = required(region ?? undefined, "a region");
    const { DescribeSnapshotsCommand, EC2Client: Client } = await import("@aws-sdk/client-ec2");
    const ec2 = session.client(Client, here);
    const snapshots = itemsOf(caller, "DescribeSnapshots", async (token, signal) => {
      const request = new DescribeSnapshotsCommand({ OwnerIds: ["self"], MaxResults: 1000, NextToken: token });
      const answer = await ec2.send(request, { abortSignal: signal });
      return { items: required(answer.Snapshots, "Snapshots"), next: answer.NextToken };
    });
    yield* caller.each(snapshots, async (snapshot) => {
      const id = required(snapshot.SnapshotId, "SnapshotId");
      const arn = arnOf(session.scope, "ec2", here, `snapshot/${id}`);
      return recordOf(session, here, snapshot, id, arn, await permissionsOf(ec2, caller, id, arn));
    });
  },
};

function permissionsOf(
  ec2: EC2Client,
  caller: Caller,
  id: string,
  arn: string,
): Promise<Known<readonly CreateVolumePermission[] | null>> {
  return caller.ask("DescribeSnapshotAttribute", arn, async (signal) => {
    const { DescribeSnapshotAttributeCommand } = await import("@aws-sdk/client-ec2");
    const request = new DescribeSnapshotAttributeCommand({ SnapshotId: id, Attribute: "createVolumePermission" });
    const answer = await ec2.send(request, { abortSignal: signal });
    return required(answer.CreateVolumePermissions, "CreateVolumePermissions");
  });
}

function recordOf(
  session: AwsSession,
  region: string,
  snapshot: Snapshot,
  id: string,
  arn: string,
  permissions: Known<readonly CreateVolumePermission[] | null>,
): ResourceRecord {
  const tags = tagsOf(snapshot.Tags);
  const shared = grants(permissions, {
    own: session.scope.account,
    source: "ec2:DescribeSnapshotAttribute",
    field: "CreateVolumePermissions",
  });
  return {
    kind: "record",
    id: arn,
    type: ec2Snapshot.type,
    role: ec2Snapshot.role,
    scope: session.scope,
    name: nameOf(tags, id),
    ...placed("ec2:DescribeSnapshots", region, snapshot),
    tags: { known: true, value: tags },
    // The second is how other services spell it: without the account.
    aliases: [id, `arn:${session.scope.partition}:ec2:${region}::snapshot/${id}`],
    links: [
      ...volumeOf(session, region, snapshot),
      ...originOf(snapshot.Description),
      ...shared,
      ...keyElsewhere(session.scope, region, snapshot.KmsKeyId, { source: "ec2:DescribeSnapshots", field: "KmsKeyId" }),
    ],
    attributes: {
      ...(snapshot.Encrypted === undefined ? {} : { encrypted: snapshot.Encrypted }),
      ...(snapshot.VolumeSize === undefined ? {} : { sizeGiB: snapshot.VolumeSize }),
      ...(snapshot.StorageTier === undefined ? {} : { storageTier: snapshot.StorageTier }),
      ...(permissions.known ? { public: shared.some((link) => link.target.party === "*") } : {}),
      ...dayOf(snapshot.StartTime),
      ...(snapshot.OutpostArn ? { outpost: true } : {}),
    },
  };
}

function volumeOf(session: AwsSession, region: string, snapshot: Snapshot): Link[] {
  const volume = snapshot.VolumeId;
  if (volume === undefined || volume === "" || volume === noVolume) return [];
  return [
    {
      kind: "copied-to",
      direction: "from",
      target: { id: arnOf(session.scope, "ec2", region, `volume/${volume}`) },
      evidence: { source: "ec2:DescribeSnapshots", field: "VolumeId", value: volume },
    },
  ];
}
