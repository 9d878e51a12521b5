import type { RegionFact } from "../../src/model/index.ts";
import { publicRows } from "./regions-public.ts";

const asOf = "2026-11-22";
const publicSource = "learn.microsoft.com: Azure regions list, Azure region pairs";
const chinaSource = "learn.microsoft.com: Azure in China, overview of regions; docs.azure.cn: regions list";

/** The documentation names the regions and pairs but no city; the city here is general knowledge. */
const cityNote = "city not in the documentation's table";

function china(
  id: string,
  name: string,
  city: string,
  pair: string,
  status: RegionFact["status"] = "active",
): RegionFact {
  return {
    id,
    name,
    country: "CN",
    city,
    pair,
    status,
    aliases: [name],
    partition: "AzureChinaCloud",
    kind: "region",
    operator: "Shanghai Blue Cloud Technology Co., Ltd. (21Vianet)",
    source: chinaSource,
    asOf,
    note: cityNote,
  };
}

const chinaRegions: readonly RegionFact[] = [
  china("chinanorth", "China North", "Beijing", "chinaeast"),
  china("chinaeast", "China East", "Shanghai", "chinanorth"),
  china("chinanorth2", "China North 2", "Beijing", "chinaeast2"),
  china("chinaeast2", "China East 2", "Shanghai", "chinanorth2"),
  china("chinanorth3", "China North 3", "Zhangjiakou, Hebei", "chinaeast3"),
  china("chinaeast3", "China East 3", "Shanghai area", "chinanorth3", "restricted"),
];

const publicRegions: readonly RegionFact[] = publicRows.map((row) => ({
  status: "active",
  ...row,
  aliases: [row.name],
  partition: "AzureCloud",
  kind: "region",
  operator: "Microsoft",
  source: publicSource,
  asOf,
}));

/** Small zones away from their region, in the same country. Source: "Azure Extended Zones" documentation. */
const extendedZones: readonly RegionFact[] = [
  zone("losangeles", "Los Angeles", "US", "westus"),
  zone("perth", "Perth", "AU", "australiaeast"),
];

function zone(id: string, name: string, country: string, parent: string): RegionFact {
  return {
    id,
    name,
    country,
    city: name,
    parent,
    status: "restricted",
    partition: "AzureCloud",
    kind: "edge",
    operator: "Microsoft",
    source: "learn.microsoft.com: Azure Extended Zones",
    asOf,
    note: "id as used in extendedLocation not confirmed in documentation",
  };
}

/**
 * Locations that name no data centre. Even one that is a country's name says where a service is managed, not where it keeps
 * its data, so that all of them resolve to unknown.
 */
const logicalIds = [
  "global",
  "asia",
  "asiapacific",
  "australia",
  "austria",
  "brazil",
  "canada",
  "chile",
  "europe",
  "france",
  "germany",
  "india",
  "indonesia",
  "israel",
  "italy",
  "japan",
  "korea",
  "malaysia",
  "mexico",
  "newzealand",
  "norway",
  "poland",
  "qatar",
  "singapore",
  "southafrica",
  "spain",
  "sweden",
  "switzerland",
  "taiwan",
  "uae",
  "unitedkingdom",
  "unitedstates",
  "unitedstateseuap",
] as const;

const logicalLocations: readonly RegionFact[] = logicalIds.map((id) => ({
  id,
  name: id,
  country: null,
  city: null,
  partition: "AzureCloud",
  kind: "logical",
  status: "active",
  operator: "Microsoft",
  source: publicSource,
  asOf,
  note: "a logical location, no data centre",
}));

export const azureRegions: readonly RegionFact[] = [
  ...chinaRegions,
  ...publicRegions,
  ...extendedZones,
  ...logicalLocations,
];

/** Azure spells a location "East Asia" or "eastasia", by service and age. */
export function normalLocation(location: string): string {
  return location.toLowerCase().replaceAll(/\s/g, "");
}

const byId: ReadonlyMap<string, RegionFact> = new Map(azureRegions.map((region) => [region.id, region]));

/** Region that geo-redundant storage of this one writes to, where the table knows. */
export function pairOf(location: string): string | undefined {
  return byId.get(normalLocation(location))?.pair;
}
