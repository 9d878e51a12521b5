import { type Known, known, type PlaceRef, unknown } from "../../src/model/index.ts";

interface Placement {
  readonly OutpostArn?: string | undefined;
  readonly AvailabilityZone?: string | undefined;
}

/**
 * Where a zonal resource lies. An Outpost stands at the customer's own address, which EC2 does not tell. A Local Zone or
 * Wavelength Zone can lie in another country than its region and is named; an ordinary zone (`us-east-1a`) is its region.
 */
export function placeOf(region: string, placement: Placement): Known<PlaceRef> {
  if (placement.OutpostArn !== undefined && placement.OutpostArn !== "") return unknown("unsupported");
  const zone = placement.AvailabilityZone;
  if (zone === undefined || zone === "" || isOrdinaryZone(region, zone)) return known({ region });
  return known({ region, zone });
}

function isOrdinaryZone(region: string, zone: string): boolean {
  return zone === region || (zone.startsWith(region) && /^[a-z]$/.test(zone.slice(region.length)));
}
