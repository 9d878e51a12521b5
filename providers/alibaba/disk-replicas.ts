import { z } from "zod";
import type { Caller, Link } from "../../src/model/index.ts";
import { reportBad } from "./bad-rows.ts";
import { ebs } from "./ebs.ts";
import { ecsId, tokenPage } from "./ecs.ts";
import { askPages, byToken } from "./paging.ts";
import { idRegion, placeRegion } from "./regions.ts";
import { bareRowsOf, countRows, optionalText } from "./rpc-fields.ts";
import type { AlibabaSession } from "./session.ts";

const Pair = z.object({
  ReplicaPairId: z.string().min(1),
  SourceDiskId: z.string().min(1),
  DestinationDiskId: optionalText,
  DestinationRegion: optionalText,
  Status: optionalText,
});
type Pair = z.infer<typeof Pair>;

const Page = z.object({ ...tokenPage, ReplicaPairs: bareRowsOf("ReplicaPairId", Pair) });

const operation = "DescribeDiskReplicaPairs";

/**
 * Asynchronous replication of Elastic Block Storage: one list names the pairs of a region whose source disk lies in it. Their
 * other ends need no list of their own.
 */
export async function replicasByDisk(
  session: AlibabaSession,
  region: string,
  caller: Caller,
): Promise<(disk: string) => readonly Link[]> {
  const every = ecsId(session, region, "disk", "*");
  const list = { product: ebs, region, action: operation, parameters: { RegionId: region }, answer: Page };
  const fetch = byToken(session.rpc, list, 500, (page) => countRows(page.ReplicaPairs));
  const pages = await askPages(caller, operation, every, fetch);
  for (const { ReplicaPairs: rows } of pages) await reportBad(caller, operation, rows.bad, () => every);
  const pairs = pages.flatMap((page) => page.ReplicaPairs.good).filter(({ Status }) => !isNone(Status));
  const bySource = Map.groupBy(pairs, ({ SourceDiskId }) => SourceDiskId);
  return (disk) => (bySource.get(disk) ?? []).map((pair) => linkOf(session, pair));
}

/** A pair that was not made or is gone. One that is stopped has left its copy behind. */
function isNone(status: string | undefined): boolean {
  return status === "create_failed" || status === "deleted";
}

function linkOf(
  session: AlibabaSession,
  { ReplicaPairId, DestinationDiskId: disk, DestinationRegion: region, Status: status }: Pair,
): Link {
  const place = region === undefined ? {} : { place: { region: placeRegion(region) } };
  const id = region === undefined || disk === undefined ? {} : { id: ecsId(session, idRegion(region), "disk", disk) };
  return {
    kind: "replicates-to",
    direction: "to",
    target: { ...id, ...place },
    evidence: {
      source: `ebs:${operation}`,
      field: "ReplicaPairs[].DestinationRegion",
      value: `${ReplicaPairId}: ${disk ?? "a disk"} in ${region ?? "an unstated region"}${status === undefined ? "" : ` (${status})`}`,
    },
  };
}
