import { DescribeRegionsCommand, EC2Client } from "@aws-sdk/client-ec2";
import { type AccountSession, type Caller, JingneiError } from "../../src/model/index.ts";
import { required } from "./answer.ts";
import { regionFact, regionsOf } from "./regions.ts";
import { type AwsSource, sourceName } from "./source.ts";

export interface AccountRegions {
  /** Regions to scan, sorted. */
  readonly regions: readonly string[];
  readonly notEnabled: readonly string[];
  readonly differences: AccountSession["regionDifferences"];
  /** What the account's own list says is enabled; empty where that list was not answered. */
  readonly enabled: readonly string[];
}

/** The account's regions by its own list, compared with the table and limited to what the source asks for. */
export async function readRegions(
  source: AwsSource,
  client: (Client: typeof EC2Client) => EC2Client,
  caller: Caller,
): Promise<AccountRegions> {
  const answer = await caller.call("DescribeRegions", (signal) =>
    client(EC2Client).send(new DescribeRegionsCommand({ AllRegions: true }), { abortSignal: signal }),
  );
  const live = required(answer.Regions, "Regions").map((region) => ({
    id: required(region.RegionName, "Regions[].RegionName"),
    enabled: region.OptInStatus !== "not-opted-in",
  }));
  return compare(source, live);
}

interface LiveRegion {
  readonly id: string;
  readonly enabled: boolean;
}

/** Pure part of `readRegions`. A region that the table puts into another partition is not this account's. */
export function compare(source: AwsSource, live: readonly LiveRegion[]): AccountRegions {
  const ours = live.filter(({ id }) => (regionFact(id)?.partition ?? source.partition) === source.partition);
  const listed = new Set(ours.map(({ id }) => id));
  const enabled = ours.filter((region) => region.enabled).map(({ id }) => id);
  const disabled = ours.filter((region) => !region.enabled).map(({ id }) => id);
  const table = regionsOf(source.partition);
  const missing = table.filter((id) => !listed.has(id));
  const differences = [
    ...[...listed].filter((id) => regionFact(id) === undefined).map((region) => notInTable(region)),
    ...missing.map((region) => ({ region, difference: "not-live" as const })),
  ].sort((a, b) => (a.region < b.region ? -1 : 1));
  if (source.regions === "all") {
    return { regions: enabled.sort(), notEnabled: disabled.sort(), differences, enabled };
  }
  const stray = source.regions.find((id) => !listed.has(id) && !table.includes(id));
  if (stray !== undefined) throw unknownRegion(source, stray, [...listed, ...table]);
  const asked = new Set(source.regions);
  return {
    regions: enabled.filter((id) => asked.has(id)).sort(),
    // A region of the table that the account's list does not hold cannot be entered either.
    notEnabled: [...disabled, ...missing].filter((id) => asked.has(id)).sort(),
    differences,
    enabled,
  };
}

/** What to ask where the account's own list was not answered: what the user names, else all that the table knows. */
export function regionsFromTable(source: AwsSource): AccountRegions {
  const regions = source.regions === "all" ? regionsOf(source.partition) : source.regions;
  return { regions: [...new Set(regions)].sort(), notEnabled: [], differences: [], enabled: [] };
}

/** @throws JingneiError for a configured region that the table puts into another partition. */
export function checkConfiguredRegions(source: AwsSource): void {
  if (source.regions === "all") return;
  for (const id of source.regions) {
    const fact = regionFact(id);
    if (fact === undefined) continue;
    if (fact.kind !== "region") {
      throw new JingneiError(
        "config",
        `${sourceName(source)}: ${id} is not a region${fact.parent === undefined ? "" : ` but a zone of ${fact.parent}`}`,
        fact.parent === undefined ? "Name regions, such as cn-north-1." : `List ${fact.parent} instead.`,
      );
    }
    if (fact.partition !== source.partition) {
      throw new JingneiError(
        "config",
        `${sourceName(source)}: region ${id} belongs to partition ${fact.partition}`,
        `Add a source with \`partition: ${fact.partition}\` for it.`,
      );
    }
  }
}

function notInTable(region: string): { readonly region: string; readonly difference: "not-in-table" } {
  return { region, difference: "not-in-table" };
}

function unknownRegion(source: AwsSource, id: string, known: readonly string[]): JingneiError {
  return new JingneiError(
    "config",
    `${sourceName(source)}: region ${id} is neither in the table nor in the account's own list`,
    `Regions of ${source.partition}: ${[...new Set(known)].sort().join(", ")}.`,
  );
}
