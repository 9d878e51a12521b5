import type { RegionFact } from "../../src/model/index.ts";

/** [zone, city, ISO country, parent region] */
type Row = readonly [zone: string, city: string, country: string, parent: string];

const guide = "AWS Local Zones User Guide, Available Local Zones";

/**
 * Local Zones. A zone can lie in another country than its parent region, so the zone decides, never the region: the
 * first group lists those that do. A zone that is not listed (Wavelength Zones among them) has no known place.
 */
const elsewhere: readonly Row[] = [
  ["af-south-1-los-1a", "Lagos", "NG", "af-south-1"],
  ["ap-northeast-1-tpe-1a", "Taipei", "TW", "ap-northeast-1"],
  ["ap-southeast-1-bkk-1a", "Bangkok", "TH", "ap-southeast-1"],
  ["ap-southeast-1-han-1a", "Hanoi", "VN", "ap-southeast-1"],
  ["ap-southeast-1-mnl-1a", "Manila", "PH", "ap-southeast-1"],
  ["ap-southeast-2-akl-1a", "Auckland", "NZ", "ap-southeast-2"],
  ["eu-central-1-ath-1a", "Athens", "GR", "eu-central-1"],
  ["eu-central-1-ist-1a", "Istanbul", "TR", "eu-central-1"],
  ["eu-central-1-waw-1a", "Warsaw", "PL", "eu-central-1"],
  ["eu-north-1-cph-1a", "Copenhagen", "DK", "eu-north-1"],
  ["eu-north-1-hel-1a", "Helsinki", "FI", "eu-north-1"],
  ["me-south-1-mct-1a", "Muscat", "OM", "me-south-1"],
  ["us-east-1-bue-1a", "Buenos Aires", "AR", "us-east-1"],
  ["us-east-1-lim-1a", "Lima", "PE", "us-east-1"],
  ["us-east-1-qro-1a", "Querétaro", "MX", "us-east-1"],
  ["us-east-1-scl-1a", "Santiago", "CL", "us-east-1"],
];

const sameCountry: readonly Row[] = [
  ["ap-south-1-ccu-1a", "Kolkata", "IN", "ap-south-1"],
  ["ap-south-1-del-1a", "Delhi", "IN", "ap-south-1"],
  ["ap-southeast-2-per-1a", "Perth", "AU", "ap-southeast-2"],
  ["eu-central-1-ham-1a", "Hamburg", "DE", "eu-central-1"],
  ["us-east-1-atl-1a", "Atlanta", "US", "us-east-1"],
  ["us-east-1-atl-2a", "Atlanta", "US", "us-east-1"],
  ["us-east-1-bos-1a", "Boston", "US", "us-east-1"],
  ["us-east-1-chi-1a", "Chicago", "US", "us-east-1"],
  ["us-east-1-chi-2a", "Chicago", "US", "us-east-1"],
  ["us-east-1-dfw-1a", "Dallas", "US", "us-east-1"],
  ["us-east-1-dfw-2a", "Dallas", "US", "us-east-1"],
  ["us-east-1-iah-1a", "Houston", "US", "us-east-1"],
  ["us-east-1-iah-2a", "Houston", "US", "us-east-1"],
  ["us-east-1-mci-1a", "Kansas City", "US", "us-east-1"],
  ["us-east-1-mia-1a", "Miami", "US", "us-east-1"],
  ["us-east-1-mia-2a", "Miami", "US", "us-east-1"],
  ["us-east-1-msp-1a", "Minneapolis", "US", "us-east-1"],
  ["us-east-1-nyc-1a", "New York City", "US", "us-east-1"],
  ["us-east-1-nyc-2a", "New York City", "US", "us-east-1"],
  ["us-east-1-phl-1a", "Philadelphia", "US", "us-east-1"],
  ["us-west-2-den-1a", "Denver", "US", "us-west-2"],
  ["us-west-2-hnl-1a", "Honolulu", "US", "us-west-2"],
  ["us-west-2-las-1a", "Las Vegas", "US", "us-west-2"],
  ["us-west-2-lax-1a", "Los Angeles", "US", "us-west-2"],
  ["us-west-2-lax-1b", "Los Angeles", "US", "us-west-2"],
  ["us-west-2-pdx-1a", "Portland", "US", "us-west-2"],
  ["us-west-2-phx-1a", "Phoenix", "US", "us-west-2"],
  ["us-west-2-phx-2a", "Phoenix", "US", "us-west-2"],
  ["us-west-2-sea-1a", "Seattle", "US", "us-west-2"],
];

function zone([id, city, country, parent]: Row): RegionFact {
  return {
    id,
    name: `Local Zone ${city}`,
    country,
    city,
    partition: "aws",
    kind: "zone",
    status: "active",
    parent,
    operator: "Amazon Web Services",
    source: guide,
    asOf: "2026-11-22",
  };
}

export const zones: readonly RegionFact[] = [
  ...elsewhere.map(zone),
  ...sameCountry.map(zone),
  {
    id: "cn-north-1-pkx-1a",
    name: "China (Beijing) Local Zone",
    country: "CN",
    city: "Beijing",
    partition: "aws-cn",
    kind: "zone",
    status: "active",
    parent: "cn-north-1",
    operator: "Beijing Sinnet Technology Co., Ltd. (Sinnet)",
    source: "docs.amazonaws.cn, Getting Started with Amazon Web Services in China, Local Zones",
    asOf: "2026-11-22",
    note: "zone id cnn1-pkx1-az1",
  },
];
