import { z } from "zod";
import { type AccountSession, type Caller, JingneiError } from "../../src/model/index.ts";
import { ecs } from "./ecs.ts";
import { knownRegion, regions as table } from "./regions.ts";
import type { RpcClient } from "./rpc.ts";
import { requiredListOf } from "./rpc-fields.ts";

export type AccountRegions = Required<
  Pick<AccountSession, "regions" | "notEnabled" | "excluded" | "regionDifferences">
> &
  Pick<AccountSession, "wished">;

const Answer = z.object({ Regions: requiredListOf("Region", z.object({ RegionId: z.string() })) });

/** Regions the account may use, as `ecs:DescribeRegions` lists them. Needs no RAM permission, says nothing about the country. */
export async function liveRegions(rpc: RpcClient, home: string, caller: Caller): Promise<readonly string[]> {
  const request = {
    product: ecs,
    region: home,
    action: "DescribeRegions",
    parameters: { AcceptLanguage: "en-US" },
    answer: Answer,
  };
  const { Regions: listed } = await caller.call("DescribeRegions", (signal) => rpc.request(request, signal));
  return [...new Set(listed.map((region) => region.RegionId))].sort();
}

/**
 * What to scan, from the live list and the source's wish, and where list and table differ. Regions for entitled accounts
 * (finance, government) that the list lacks are not enabled; an open region that it lacks is a difference.
 */
export function compareRegions(live: readonly string[], wish: "all" | readonly string[]): AccountRegions {
  const enabled = new Set(live);
  const listed = table.filter((region) => region.kind === "region" && !enabled.has(region.id));
  const lacking = listed.filter((region) => region.status === "active").map((region) => region.id);
  const differences = [
    ...live
      .filter((id) => knownRegion(id) === undefined)
      .map((id) => ({ region: id, difference: "not-in-table" as const })),
    ...lacking.map((id) => ({ region: id, difference: "not-live" as const })),
  ];
  const regionDifferences = differences.sort((a, b) => (a.region < b.region ? -1 : 1));
  if (wish === "all") {
    const entitled = listed.filter((region) => region.status === "restricted").map((region) => region.id);
    return { regions: [...live].sort(), notEnabled: [...entitled].sort(), excluded: [], regionDifferences };
  }
  const wished = [...new Set(wish.map((region) => spelled(region, enabled)))].sort();
  return {
    regions: wished.filter((id) => enabled.has(id)),
    notEnabled: wished.filter((id) => !enabled.has(id)),
    excluded: [...enabled].filter((id) => !wished.includes(id)).sort(),
    wished,
    regionDifferences,
  };
}

/** Where the live list stays away: what was wished for, else every region open to anybody. Better asked in vain than not. */
export function assumedRegions(wish: "all" | readonly string[]): AccountRegions {
  const open = table.filter((region) => region.kind === "region" && region.status === "active");
  const none = { notEnabled: [], excluded: [], regionDifferences: [] };
  if (wish === "all") return { ...none, regions: open.map((region) => region.id).sort() };
  const wished = [...new Set(wish.map((region) => spelled(region, new Set())))].sort();
  return { ...none, regions: wished, wished };
}

function spelled(wish: string, enabled: ReadonlySet<string>): string {
  const id = knownRegion(wish);
  if (id !== undefined) return id;
  if (enabled.has(wish)) return wish;
  throw new JingneiError(
    "config",
    `Alibaba Cloud: region "${wish}" is neither in the region table nor among the regions of the account`,
    "Correct `regions:` of the source; `jingnei regions alibaba` lists the known ones.",
  );
}
