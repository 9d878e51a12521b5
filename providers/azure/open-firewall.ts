import type { Link } from "../../src/model/index.ts";

/** A firewall rule: the first and the last IPv4 address that it lets in. */
export interface AddressRange {
  readonly first: unknown;
  readonly last: unknown;
}

/** What lies below or above is no address of anybody on the internet: 0/8, and multicast from 224.0.0.0. */
const firstPublic = numberOf("1.0.0.0") ?? 0;
const lastPublic = numberOf("223.255.255.255") ?? 0;

/** Open to everyone, where the rules together let in every address that there is; nothing is said of any other firewall. */
export function openToEveryone(source: string, rules: readonly AddressRange[]): readonly Link[] {
  const ranges = rules.flatMap(({ first, last }) => {
    const [from, to] = [numberOf(first), numberOf(last)];
    return from === undefined || to === undefined ? [] : [{ from, to }];
  });
  let reached = firstPublic;
  for (const { from, to } of ranges.sort((one, other) => one.from - other.from)) {
    if (from > reached) return [];
    reached = Math.max(reached, to + 1);
  }
  if (reached <= lastPublic) return [];
  const evidence = { source, field: "value[].properties", value: "the rules let in every IPv4 address" };
  return [{ kind: "reachable-from", direction: "to", target: { party: "*" }, evidence }];
}

/**
 * The rule that admits services of Azure, everybody's resources among them, but not everybody. Source: learn.microsoft.com,
 * "Azure SQL Database and Azure Synapse IP firewall rules", read 2026-11-22.
 */
export function admitsAzureServices(rules: readonly AddressRange[]): boolean {
  return rules.some(({ first, last }) => first === "0.0.0.0" && last === "0.0.0.0");
}

function numberOf(address: unknown): number | undefined {
  if (typeof address !== "string" || !/^\d{1,3}(?:\.\d{1,3}){3}$/.test(address)) return undefined;
  return address.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
}
