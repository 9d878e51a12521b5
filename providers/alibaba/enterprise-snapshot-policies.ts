import { z } from "zod";
import type { Caller, Link } from "../../src/model/index.ts";
import { reportBad } from "./bad-rows.ts";
import { ebs } from "./ebs.ts";
import { ecsId, tokenPage } from "./ecs.ts";
import { askPages, byToken } from "./paging.ts";
import { placeRegion } from "./regions.ts";
import { bareRowsOf, countRows, flag, optional } from "./rpc-fields.ts";
import type { AlibabaSession } from "./session.ts";

const Policy = z.object({
  PolicyId: z.string().min(1),
  CrossRegionCopyInfo: optional(
    z.object({ Enabled: optional(flag), Regions: optional(z.array(z.object({ RegionId: z.string().min(1) }))) }),
  ),
  DiskIds: optional(z.array(z.string())),
});
type Policy = z.infer<typeof Policy>;

const Page = z.object({ ...tokenPage, Policies: bareRowsOf("PolicyId", Policy) });

const operation = "DescribeEnterpriseSnapshotPolicy";

/** Enterprise-level snapshot policies of Elastic Block Storage, besides the automatic ones of ECS: where they copy the snapshots of a disk. */
export async function enterpriseCopies(
  session: AlibabaSession,
  region: string,
  caller: Caller,
): Promise<(disk: string) => readonly Link[]> {
  const every = ecsId(session, region, "snapshotpolicy", "*");
  const list = { product: ebs, region, action: operation, parameters: { RegionId: region }, answer: Page };
  const fetch = byToken(session.rpc, list, 100, (page) => countRows(page.Policies));
  const pages = await askPages(caller, operation, every, fetch);
  for (const { Policies: rows } of pages) await reportBad(caller, operation, rows.bad, () => every);
  const links = new Map<string, readonly Link[]>();
  for (const policy of pages.flatMap((page) => page.Policies.good)) {
    for (const disk of policy.DiskIds ?? []) links.set(disk, [...(links.get(disk) ?? []), ...copiesOf(policy)]);
  }
  return (disk) => links.get(disk) ?? [];
}

function copiesOf({ PolicyId, CrossRegionCopyInfo: copying }: Policy): readonly Link[] {
  if (copying?.Enabled === false) return [];
  return (copying?.Regions ?? []).map(({ RegionId: region }) => ({
    kind: "backs-up-to",
    direction: "to",
    target: { place: { region: placeRegion(region) } },
    evidence: {
      source: `ebs:${operation}`,
      field: "Policies[].CrossRegionCopyInfo.Regions[].RegionId",
      value: `${PolicyId}: ${region}`,
    },
  }));
}
