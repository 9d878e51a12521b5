import { known, type ResourceRecord, unknown } from "../../src/model/index.ts";

interface Placement {
  readonly OutpostArn?: string | undefined;
  readonly AvailabilityZone?: string | undefined;
}

type Placed = Required<Pick<ResourceRecord, "place" | "placeEvidence">>;

/**
 * Where a zonal resource lies. An Outpost stands at the customer's own address, which EC2 does not tell. A Local Zone or
 * Wavelength Zone can lie in another country than its region and is named; an ordinary zone (`us-east-1a`) is its region.
 * @param source - the call that listed it: `ec2:DescribeVolumes`
 * @param zoneField - path of the zone in its answer
 */
export function placed(
  source: string,
  region: string,
  { OutpostArn: outpost, AvailabilityZone: zone }: Placement,
  zoneField = "AvailabilityZone",
): Placed {
  if (outpost !== undefined && outpost !== "") {
    return { place: unknown("unsupported"), placeEvidence: { source, field: "OutpostArn", value: outpost } };
  }
  if (zone === undefined || zone === "") return placedByAsking(source, region);
  return {
    place: known(isOrdinaryZone(region, zone) ? { region } : { region, zone }),
    placeEvidence: { source, field: zoneField, value: zone },
  };
}

/** A list without a place in it: EC2 answers for the region whose endpoint was asked. */
export function placedByAsking(source: string, region: string): Placed {
  return { place: known({ region }), placeEvidence: { source, field: "region asked", value: region } };
}

function isOrdinaryZone(region: string, zone: string): boolean {
  return zone === region || (zone.startsWith(region) && /^[a-z]$/.test(zone.slice(region.length)));
}
