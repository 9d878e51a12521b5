import { DescribeRegionsCommand, type EC2Client } from "@aws-sdk/client-ec2";
import { type AccountSession, type Caller, JingneiError } from "../../src/model/index.ts";
import { required } from "./answer.ts";
import { describeError } from "./errors.ts";
import { regionFact, regionsOf } from "./regions.ts";
import { type AwsSource, sourceName } from "./source.ts";

export interface AccountRegions {
  /** Regions to scan, sorted. */
  readonly regions: readonly string[];
  readonly notEnabled: readonly string[];
  /** Enabled regions that the source does not ask for, sorted. */
  readonly excluded: readonly string[];
  readonly differences: AccountSession["regionDifferences"];
  /** What the account's own list says is enabled; empty where that list was not answered. */
  readonly enabled: readonly string[];
}

/** The account's regions by its own list, compared with the table and limited to what the source asks for. */
export async function readRegions(source: AwsSource, context: RegionContext): Promise<AccountRegions> {
  const answer = await context.caller.call("DescribeRegions", (signal) =>
    context.client(context.home).send(new DescribeRegionsCommand({ AllRegions: true }), { abortSignal: signal }),
  );
  const live = required(answer.Regions, "Regions").map((region) => ({
    id: required(region.RegionName, "Regions[].RegionName"),
    enabled: region.OptInStatus !== "not-opted-in",
  }));
  return compare(
    source,
    context.doubtful ? await Promise.all(live.map((region) => verify(region, source, context))) : live,
  );
}

export interface RegionContext {
  readonly caller: Caller;
  readonly home: string;
  client(region: string): EC2Client;
  /** Whether the list comes from an endpoint of one's own: emulators say "not opted in" of regions that they serve. */
  readonly doubtful: boolean;
}

/** Longest wait for a region that is said not to be enabled, in milliseconds. */
const verifyMs = 5_000;

/** Asks a region that is said not to be enabled. One that knows the credentials is enabled, whatever the list says. */
async function verify(region: LiveRegion, source: AwsSource, context: RegionContext): Promise<LiveRegion> {
  const asked = source.regions === "all" || source.regions.includes(region.id);
  if (region.enabled || !asked || partitionOf(region.id, source) !== source.partition) return region;
  const enabled = await context.caller.call("DescribeRegions", async (signal) => {
    const abortSignal = AbortSignal.any([signal, AbortSignal.timeout(verifyMs)]);
    try {
      await context.client(region.id).send(new DescribeRegionsCommand({}), { abortSignal });
      return true;
    } catch (error) {
      // A refused permission comes after the credentials were accepted. Anything else leaves the list in the right.
      return describeError(error).reason === "denied";
    }
  });
  return { id: region.id, enabled };
}

interface LiveRegion {
  readonly id: string;
  readonly enabled: boolean;
}

/** Pure part of `readRegions`. A region that the table puts into another partition is not this account's. */
export function compare(source: AwsSource, live: readonly LiveRegion[]): AccountRegions {
  const ours = live.filter(({ id }) => partitionOf(id, source) === source.partition);
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
    return { regions: enabled.sort(), notEnabled: disabled.sort(), excluded: [], differences, enabled };
  }
  const stray = source.regions.find((id) => !listed.has(id) && !table.includes(id));
  if (stray !== undefined) throw unknownRegion(source, stray, [...listed, ...table]);
  const asked = new Set(source.regions);
  return {
    regions: enabled.filter((id) => asked.has(id)).sort(),
    // A region of the table that the account's list does not hold cannot be entered either.
    notEnabled: [...disabled, ...missing].filter((id) => asked.has(id)).sort(),
    excluded: enabled.filter((id) => !asked.has(id)).sort(),
    differences,
    enabled,
  };
}

/** What to ask where the account's own list was not answered: what the user names, else all that the table knows. */
export function regionsFromTable(source: AwsSource): AccountRegions {
  const regions = source.regions === "all" ? regionsOf(source.partition) : source.regions;
  return { regions: [...new Set(regions)].sort(), notEnabled: [], excluded: [], differences: [], enabled: [] };
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

/** A region that the table lacks is taken for one of the account's own partition, which is what listed it. */
function partitionOf(id: string, source: AwsSource): string {
  return regionFact(id)?.partition ?? source.partition;
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
