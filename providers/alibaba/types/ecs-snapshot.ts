import { z } from "zod";
import { known, type Link, type ResourceRecord, type ResourceType } from "../../../src/model/index.ts";
import { gapsOf } from "../bad-rows.ts";
import { ecs, ecsId, ecsTags, placedIn, tokenPage } from "../ecs.ts";
import { byToken } from "../paging.ts";
import { idRegion, placeRegion } from "../regions.ts";
import { countRows, flag, optional, optionalText, rowsOf } from "../rpc-fields.ts";
import { type AlibabaSession, regionOf, stated } from "../session.ts";

const Snapshot = z.object({
  SnapshotId: z.string(),
  SnapshotName: optionalText,
  SnapshotType: optionalText,
  Status: optionalText,
  Encrypted: optional(flag),
  CreationTime: optionalText,
  SourceDiskId: optionalText,
  SourceSnapshotId: optionalText,
  SourceRegionId: optionalText,
  Tags: ecsTags,
});
type Snapshot = z.infer<typeof Snapshot>;

const Page = z.object({ ...tokenPage, Snapshots: rowsOf("Snapshot", "SnapshotId", Snapshot) });

/** ECS snapshots: of a disk of their region, or copied from a snapshot of another. */
export const ecsSnapshot: ResourceType<AlibabaSession> = {
  type: "alibaba/ecs/snapshot",
  title: { en: "ECS snapshot", zh: "ECS 快照" },
  role: "copy",
  service: "ecs",
  reach: "per-region",
  operations: [{ operation: "DescribeSnapshots", permission: "ecs:DescribeSnapshots" }],
  links: ["copied-to"],
  unseen: {
    en: "Snapshots shared through Resource Management, and what is in the snapshot.",
    zh: "通过资源共享提供给其他账号的快照，以及快照内的数据内容。",
  },
  async *collect(session, asked, caller) {
    const region = regionOf(asked);
    const list = {
      product: ecs,
      region,
      action: "DescribeSnapshots",
      parameters: { RegionId: region },
      answer: Page,
    };
    const idOf = (id: string) => ecsId(session, region, "snapshot", id);
    const fetch = byToken(session.rpc, list, 100, (page) => countRows(page.Snapshots));
    for await (const { Snapshots: rows } of caller.pages("DescribeSnapshots", fetch)) {
      yield* gapsOf(session, rows, { type: "alibaba/ecs/snapshot", region, operation: "DescribeSnapshots", idOf });
      for (const snapshot of rows.good) yield toRecord(session, region, snapshot);
    }
  },
};

function toRecord(session: AlibabaSession, region: string, snapshot: Snapshot): ResourceRecord {
  return {
    kind: "record",
    id: ecsId(session, region, "snapshot", snapshot.SnapshotId),
    type: "alibaba/ecs/snapshot",
    role: "copy",
    scope: session.scope,
    name: snapshot.SnapshotName ?? snapshot.SnapshotId,
    ...placedIn("DescribeSnapshots", region),
    tags: known(snapshot.Tags),
    aliases: [],
    links: sourceLinks(session, region, snapshot),
    attributes: stated({
      status: snapshot.Status,
      made: snapshot.SnapshotType,
      encrypted: snapshot.Encrypted,
      createdAt: snapshot.CreationTime,
      sourceRegion: snapshot.SourceRegionId,
    }),
  };
}

/**
 * A copy of a snapshot comes from that snapshot. The disk it names is the original's: it is stated as what the copy is a part
 * of, since snapshots expire, and the class must not be lost with the one in between.
 */
function sourceLinks(session: AlibabaSession, region: string, snapshot: Snapshot): readonly Link[] {
  const { SourceSnapshotId: original, SourceDiskId: disk } = snapshot;
  const sourceRegion = snapshot.SourceRegionId ?? region;
  const place = { region: placeRegion(sourceRegion) };
  const links: Link[] = [];
  if (original !== undefined) {
    links.push({
      kind: "copied-to",
      direction: "from",
      target: { id: ecsId(session, idRegion(sourceRegion), "snapshot", original), place },
      evidence: {
        source: "ecs:DescribeSnapshots",
        field: "Snapshots.Snapshot[].SourceSnapshotId",
        value: `${original} in ${sourceRegion}`,
      },
    });
  }
  if (disk !== undefined) {
    links.push({
      kind: original === undefined ? "copied-to" : "part-of",
      direction: "from",
      target: { id: ecsId(session, idRegion(sourceRegion), "disk", disk), place },
      evidence: { source: "ecs:DescribeSnapshots", field: "Snapshots.Snapshot[].SourceDiskId", value: disk },
    });
  }
  return links;
}
