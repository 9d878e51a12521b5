import type { RegionFact } from "../../src/model/index.ts";
import { zones } from "./zones.ts";

/** [id, name, ISO country or null, city or null] */
type Row = readonly [id: string, name: string, country: string | null, city: string | null];

const source = "botocore 1.43.11, endpoints.json and partitions.json";
const asOf = "2026-11-22";

/** Partition `aws`: every region lies outside the mainland; ap-east-1 is Hong Kong SAR, ap-east-2 is Taiwan (China). */
const global: readonly Row[] = [
  ["af-south-1", "Africa (Cape Town)", "ZA", "Cape Town"],
  ["ap-east-1", "Asia Pacific (Hong Kong)", "HK", "Hong Kong"],
  ["ap-east-2", "Asia Pacific (Taipei)", "TW", "Taipei"],
  ["ap-northeast-1", "Asia Pacific (Tokyo)", "JP", "Tokyo"],
  ["ap-northeast-2", "Asia Pacific (Seoul)", "KR", "Seoul"],
  ["ap-northeast-3", "Asia Pacific (Osaka)", "JP", "Osaka"],
  ["ap-south-1", "Asia Pacific (Mumbai)", "IN", "Mumbai"],
  ["ap-south-2", "Asia Pacific (Hyderabad)", "IN", "Hyderabad"],
  ["ap-southeast-1", "Asia Pacific (Singapore)", "SG", "Singapore"],
  ["ap-southeast-2", "Asia Pacific (Sydney)", "AU", "Sydney"],
  ["ap-southeast-3", "Asia Pacific (Jakarta)", "ID", "Jakarta"],
  ["ap-southeast-4", "Asia Pacific (Melbourne)", "AU", "Melbourne"],
  ["ap-southeast-5", "Asia Pacific (Malaysia)", "MY", "Kuala Lumpur"],
  ["ap-southeast-6", "Asia Pacific (New Zealand)", "NZ", "Auckland"],
  ["ap-southeast-7", "Asia Pacific (Thailand)", "TH", "Bangkok"],
  ["ca-central-1", "Canada (Central)", "CA", "Montreal"],
  ["ca-west-1", "Canada West (Calgary)", "CA", "Calgary"],
  ["eu-central-1", "Europe (Frankfurt)", "DE", "Frankfurt"],
  ["eu-central-2", "Europe (Zurich)", "CH", "Zurich"],
  ["eu-north-1", "Europe (Stockholm)", "SE", "Stockholm"],
  ["eu-south-1", "Europe (Milan)", "IT", "Milan"],
  ["eu-south-2", "Europe (Spain)", "ES", "Aragon"],
  ["eu-west-1", "Europe (Ireland)", "IE", "Dublin"],
  ["eu-west-2", "Europe (London)", "GB", "London"],
  ["eu-west-3", "Europe (Paris)", "FR", "Paris"],
  ["il-central-1", "Israel (Tel Aviv)", "IL", "Tel Aviv"],
  ["me-central-1", "Middle East (UAE)", "AE", "Dubai"],
  ["me-south-1", "Middle East (Bahrain)", "BH", "Manama"],
  ["mx-central-1", "Mexico (Central)", "MX", "Queretaro"],
  ["sa-east-1", "South America (Sao Paulo)", "BR", "Sao Paulo"],
  ["us-east-1", "US East (N. Virginia)", "US", "N. Virginia"],
  ["us-east-2", "US East (Ohio)", "US", "Ohio"],
  ["us-west-1", "US West (N. California)", "US", "N. California"],
  ["us-west-2", "US West (Oregon)", "US", "Oregon"],
];

const usGovernment: readonly Row[] = [
  ["us-gov-east-1", "AWS GovCloud (US-East)", "US", "Ohio"],
  ["us-gov-west-1", "AWS GovCloud (US-West)", "US", "Oregon"],
];

const iso: readonly Row[] = [
  ["us-iso-east-1", "US ISO East", "US", null],
  ["us-iso-west-1", "US ISO West", "US", null],
];

const isoB: readonly Row[] = [
  ["us-isob-east-1", "US ISOB East (Ohio)", "US", "Ohio"],
  ["us-isob-west-1", "US ISOB West", "US", null],
];

const isoE: readonly Row[] = [["eu-isoe-west-1", "EU ISOE West", "GB", null]];

const isoF: readonly Row[] = [
  ["us-isof-east-1", "US ISOF East", "US", null],
  ["us-isof-south-1", "US ISOF South", "US", null],
];

const sovereign: readonly Row[] = [["eusc-de-east-1", "AWS European Sovereign Cloud (Germany)", "DE", "Brandenburg"]];

function region([id, name, country, city]: Row, partition: string, operator = "Amazon Web Services"): RegionFact {
  return { id, name, country, city, partition, operator, kind: "region", status: "active", source, asOf };
}

/** `aws-global` and `aws-cn-global` name an endpoint, not a place. */
function pseudo(id: string, name: string, partition: string): RegionFact {
  return {
    id,
    name,
    country: null,
    city: null,
    partition,
    operator: "Amazon Web Services",
    kind: "logical",
    status: "active",
    source,
    asOf,
  };
}

/** Regions and Local Zones of all partitions. Only the two regions of `aws-cn` and their zone lie in the mainland. */
export const regions: readonly RegionFact[] = [
  ...global.map((row) => region(row, "aws")),
  region(["cn-north-1", "China (Beijing)", "CN", "Beijing"], "aws-cn", "Beijing Sinnet Technology Co., Ltd. (Sinnet)"),
  region(
    ["cn-northwest-1", "China (Ningxia)", "CN", "Zhongwei, Ningxia"],
    "aws-cn",
    "Ningxia Western Cloud Data Technology Co., Ltd. (NWCD)",
  ),
  ...usGovernment.map((row) => region(row, "aws-us-gov")),
  ...iso.map((row) => region(row, "aws-iso")),
  ...isoB.map((row) => region(row, "aws-iso-b")),
  ...isoE.map((row) => region(row, "aws-iso-e")),
  ...isoF.map((row) => region(row, "aws-iso-f")),
  ...sovereign.map((row) => region(row, "aws-eusc")),
  pseudo("aws-global", "AWS global endpoint", "aws"),
  pseudo("aws-cn-global", "AWS China global endpoint", "aws-cn"),
  ...zones,
];

const byId = new Map(regions.map((fact) => [fact.id, fact]));

/** The table's row, or `undefined` for a region or zone it does not list. */
export function regionFact(id: string): RegionFact | undefined {
  return byId.get(id);
}

/** Ids of the regions of a partition: neither zones nor pseudo-regions. */
export function regionsOf(partition: string): readonly string[] {
  return regions.filter((fact) => fact.partition === partition && fact.kind === "region").map((fact) => fact.id);
}
