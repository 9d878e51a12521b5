import { z } from "zod";
import { known, type Link, type ResourceRecord, type ResourceType } from "../../../src/model/index.ts";
import { type CopyRule, copyRulesByDisk } from "../auto-snapshot-policies.ts";
import { gapsOf } from "../bad-rows.ts";
import { replicasByDisk } from "../disk-replicas.ts";
import { ecs, ecsId, ecsTags, placedIn, tokenPage } from "../ecs.ts";
import { enterpriseCopies } from "../enterprise-snapshot-policies.ts";
import { byToken } from "../paging.ts";
import { countRows, flag, listOf, optional, optionalText, rowsOf } from "../rpc-fields.ts";
import { type AlibabaSession, regionOf, stated } from "../session.ts";

const Attachment = z.object({ InstanceId: optionalText });

const Disk = z.object({
  DiskId: z.string(),
  DiskName: optionalText,
  Category: optionalText,
  Type: optionalText,
  Status: optionalText,
  Encrypted: optional(flag),
  CreationTime: optionalText,
  InstanceId: optionalText,
  SourceSnapshotId: optionalText,
  SourceDiskId: optionalText,
  AutoSnapshotPolicyId: optionalText,
  Attachments: listOf("Attachment", Attachment),
  MountInstances: listOf("MountInstance", Attachment),
  Tags: ecsTags,
});
type Disk = z.infer<typeof Disk>;

const Page = z.object({ ...tokenPage, Disks: rowsOf("Disk", "DiskId", Disk) });

/** ECS disks: cloud disks and local disks, attached or not. */
export const ecsDisk: ResourceType<AlibabaSession> = {
  type: "alibaba/ecs/disk",
  title: { en: "ECS disk", zh: "ECS 云盘" },
  role: "store",
  service: "ecs",
  reach: "per-region",
  operations: [
    { operation: "DescribeDisks", permission: "ecs:DescribeDisks" },
    { operation: "DescribeDiskReplicaPairs", permission: "ebs:DescribeDiskReplicaPairs" },
    { operation: "DescribeEnterpriseSnapshotPolicy", permission: "ebs:DescribeEnterpriseSnapshotPolicy" },
    { operation: "DescribeAutoSnapshotPolicyEx", permission: "ecs:DescribeAutoSnapshotPolicyEx" },
    {
      operation: "DescribeAutoSnapshotPolicyAssociations",
      permission: "ecs:DescribeAutoSnapshotPolicyAssociations",
      // Of each policy that copies to another region, not of each disk.
      per: "resource",
    },
  ],
  links: ["copied-to", "replicates-to", "backs-up-to"],
  unseen: {
    en: "What is on the disk, and the custom image a system disk was made from.",
    zh: "云盘内的数据内容，以及系统盘所使用的自定义镜像。",
  },
  async *collect(session, asked, caller) {
    const region = regionOf(asked);
    const rules = await copyRulesByDisk(session, region, caller);
    const list = { product: ecs, region, action: "DescribeDisks", parameters: { RegionId: region }, answer: Page };
    const idOf = (id: string) => ecsId(session, region, "disk", id);
    const fetch = byToken(session.rpc, list, 500, (page) => countRows(page.Disks));
    let away: readonly ((disk: string) => readonly Link[])[] | undefined;
    for await (const { Disks: rows } of caller.pages("DescribeDisks", fetch)) {
      yield* gapsOf(session, rows, { type: "alibaba/ecs/disk", region, operation: "DescribeDisks", idOf });
      if (rows.good.length === 0) continue;
      // Asked for once a region, and only where there is a disk.
      away ??= await Promise.all([replicasByDisk(session, region, caller), enterpriseCopies(session, region, caller)]);
      const linksOf = away;
      for (const disk of rows.good) {
        const { DiskId: id, AutoSnapshotPolicyId: policy } = disk;
        const links = linksOf.flatMap((of) => of(id));
        yield toRecord(session, region, disk, { rules: rules(id, policy), links });
      }
    }
  },
};

/** Where a disk's data goes besides: what automatic snapshot policies copy, and what Elastic Block Storage does. */
interface Away {
  readonly rules: readonly CopyRule[];
  readonly links: readonly Link[];
}

function toRecord(session: AlibabaSession, region: string, disk: Disk, { rules, links }: Away): ResourceRecord {
  return {
    kind: "record",
    id: ecsId(session, region, "disk", disk.DiskId),
    type: "alibaba/ecs/disk",
    role: "store",
    scope: session.scope,
    name: disk.DiskName ?? disk.DiskId,
    ...placedIn("DescribeDisks", region),
    tags: known(disk.Tags),
    aliases: [],
    links: [
      ...machineLinks(session, region, disk),
      ...sourceLinks(session, region, disk),
      ...links,
      ...rules.map((rule) => rule.link),
    ],
    attributes: stated({
      kind: disk.Type,
      category: disk.Category,
      status: disk.Status,
      encrypted: disk.Encrypted,
      createdAt: disk.CreationTime,
      autoSnapshotPolicies: rules.map((rule) => rule.policy).join(", "),
    }),
  };
}

/** A disk with multi-attach belongs to several machines, and may hold what any of them works with. */
function machineLinks(session: AlibabaSession, region: string, disk: Disk): readonly Link[] {
  const listed = [...disk.Attachments, ...disk.MountInstances].map((one) => one.InstanceId);
  const machines = new Set([disk.InstanceId, ...listed].filter((id) => id !== undefined));
  return [...machines].sort().map((id) => ({
    kind: "part-of",
    direction: "from",
    target: { id: ecsId(session, region, "instance", id) },
    evidence: { source: "ecs:DescribeDisks", field: "Disks.Disk[].InstanceId", value: id },
  }));
}

function sourceLinks(session: AlibabaSession, region: string, disk: Disk): readonly Link[] {
  const { SourceSnapshotId: snapshot, SourceDiskId: original } = disk;
  const links: Link[] = [];
  if (snapshot !== undefined) {
    links.push(madeFrom(ecsId(session, region, "snapshot", snapshot), "SourceSnapshotId", snapshot));
  }
  if (original !== undefined) {
    links.push(madeFrom(ecsId(session, region, "disk", original), "SourceDiskId", original));
  }
  return links;
}

function madeFrom(id: string, field: string, value: string): Link {
  return {
    kind: "copied-to",
    direction: "from",
    target: { id },
    evidence: { source: "ecs:DescribeDisks", field: `Disks.Disk[].${field}`, value },
  };
}
