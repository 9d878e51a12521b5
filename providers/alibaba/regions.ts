import type { RegionFact } from "../../src/model/index.ts";

const metadata = "aliyun/aliyun-openapi-meta, endpoint lists of 2026-04-21";
const ossEndpoints = "OSS regions and endpoints, help.aliyun.com";
const asOf = "2026-11-22";
const alibabaCloud = "Alibaba Cloud";

type Details = Partial<Pick<RegionFact, "aliases" | "kind" | "status" | "operator" | "source" | "note">>;

/** OSS spells a region `oss-<id>`; spellings that are not simply that are given in `aliases`. */
function row(id: string, name: string, country: string | null, city: string | null, details: Details = {}): RegionFact {
  const {
    aliases = [],
    kind = "region",
    status = "active",
    operator = alibabaCloud,
    source = metadata,
    note,
  } = details;
  return {
    id,
    aliases: id.startsWith("oss-") ? aliases : [`oss-${id}`, ...aliases],
    name,
    country,
    city,
    partition: "alibaba",
    kind,
    status,
    operator,
    source,
    asOf,
    ...(note === undefined ? {} : { note }),
  };
}

const financial =
  "Financial cloud: shown to entitled accounts only; OSS names its locations differently from the region ids";

/**
 * Every region by its id. `cn-` does not mean mainland (`cn-hongkong`), so nothing is ever concluded from a prefix.
 * Closed regions stay: what a backup or a replication rule still names must be placed.
 */
export const regions: readonly RegionFact[] = [
  row("cn-qingdao", "China (Qingdao)", "CN", "Qingdao"),
  row("cn-beijing", "China (Beijing)", "CN", "Beijing"),
  row("cn-zhangjiakou", "China (Zhangjiakou)", "CN", "Zhangjiakou"),
  row("cn-huhehaote", "China (Hohhot)", "CN", "Hohhot"),
  row("cn-wulanchabu", "China (Ulanqab)", "CN", "Ulanqab"),
  row("cn-hangzhou", "China (Hangzhou)", "CN", "Hangzhou"),
  row("cn-shanghai", "China (Shanghai)", "CN", "Shanghai"),
  row("cn-nanjing", "China (Nanjing - Local Region)", "CN", "Nanjing", {
    status: "restricted",
    note: "Local region, being closed",
  }),
  row("cn-fuzhou", "China (Fuzhou - Local Region)", "CN", "Fuzhou", {
    status: "restricted",
    note: "Local region, being closed",
  }),
  row("cn-wuhan-lr", "China (Wuhan - Local Region)", "CN", "Wuhan"),
  row("cn-shenzhen", "China (Shenzhen)", "CN", "Shenzhen"),
  row("cn-heyuan", "China (Heyuan)", "CN", "Heyuan"),
  row("cn-guangzhou", "China (Guangzhou)", "CN", "Guangzhou"),
  row("cn-chengdu", "China (Chengdu)", "CN", "Chengdu"),
  row("cn-zhongwei", "China (Zhongwei)", "CN", "Zhongwei", { status: "restricted", note: "Not open to every account" }),
  row("cn-zhengzhou-jva", "China (Zhengzhou, joint venture)", "CN", "Zhengzhou", {
    operator: "Alibaba Cloud and China Unicom joint venture",
    status: "restricted",
    note: "Joint venture region: shown to entitled accounts only",
  }),
  row("cn-heyuan-acdr-1", "China (Heyuan, dedicated ACDR)", "CN", "Heyuan", { status: "restricted" }),
  row("cn-wulanchabu-gic-1", "China (Ulanqab, dedicated GIC)", "CN", "Ulanqab", { status: "restricted" }),
  row("cn-hangzhou-finance", "China East 1 Finance", "CN", "Hangzhou", {
    aliases: ["oss-cn-hzfinance", "cn-hzfinance", "oss-cn-hzjbp", "cn-hzjbp"],
    status: "restricted",
    note: financial,
  }),
  row("cn-shanghai-finance-1", "China East 2 Finance", "CN", "Shanghai", {
    aliases: ["oss-cn-shanghai-finance-1-pub", "cn-shanghai-finance-1-pub"],
    status: "restricted",
    note: financial,
  }),
  row("cn-shenzhen-finance-1", "China South 1 Finance", "CN", "Shenzhen", {
    aliases: ["oss-cn-szfinance", "cn-szfinance", "cn-shenzhen-finance"],
    status: "restricted",
    note: financial,
  }),
  row("cn-beijing-finance-1", "China North 2 Finance", "CN", "Beijing", {
    aliases: ["oss-cn-beijing-finance-1-pub", "cn-beijing-finance-1-pub"],
    status: "restricted",
    note: financial,
  }),
  row("cn-north-2-gov-1", "China North 2 Ali Gov 1", "CN", "Beijing", {
    status: "restricted",
    note: "Government cloud: shown to entitled accounts only",
  }),
  row("rg-china-mainland", "OSS region-less bucket (Chinese mainland)", "CN", null, {
    kind: "logical",
    source: ossEndpoints,
    note: "An OSS location without a city; Alibaba Cloud chooses the mainland region",
  }),
  row("cn-hongkong", "China (Hong Kong)", "HK", "Hong Kong", { note: "Outside the mainland in spite of its prefix" }),
  row("ap-southeast-1", "Singapore", "SG", "Singapore"),
  row("ap-southeast-2", "Australia (Sydney)", "AU", "Sydney", { status: "closed" }),
  row("ap-southeast-3", "Malaysia (Kuala Lumpur)", "MY", "Kuala Lumpur"),
  row("ap-southeast-5", "Indonesia (Jakarta)", "ID", "Jakarta"),
  row("ap-southeast-6", "Philippines (Manila)", "PH", "Manila"),
  row("ap-southeast-7", "Thailand (Bangkok)", "TH", "Bangkok"),
  row("ap-southeast-8", "Malaysia (Johor)", "MY", "Johor"),
  row("ap-northeast-1", "Japan (Tokyo)", "JP", "Tokyo"),
  row("ap-northeast-2", "South Korea (Seoul)", "KR", "Seoul"),
  row("ap-south-1", "India (Mumbai)", "IN", "Mumbai", { status: "closed" }),
  row("us-east-1", "US (Virginia)", "US", "Virginia"),
  row("us-west-1", "US (Silicon Valley)", "US", "Silicon Valley"),
  row("us-southeast-1", "US (Atlanta)", "US", "Atlanta", { note: "Display name not confirmed in a document" }),
  row("na-south-1", "Mexico", "MX", "Mexico"),
  row("eu-central-1", "Germany (Frankfurt)", "DE", "Frankfurt"),
  row("eu-west-1", "UK (London)", "GB", "London"),
  row("eu-west-2", "France (Paris)", "FR", "Paris", { note: "Display name not confirmed in a document" }),
  row("me-east-1", "UAE (Dubai)", "AE", "Dubai"),
  row("me-central-1", "Saudi Arabia (Riyadh)", "SA", "Riyadh", {
    operator: "Saudi Cloud Computing Company",
    note: "Partner region",
  }),
  row("rus-west-1", "Russia (Moscow)", "RU", "Moscow", { status: "restricted" }),
  row("oss-accelerate", "OSS transfer acceleration (access points worldwide)", null, null, {
    aliases: ["oss-accelerate.aliyuncs.com"],
    kind: "edge",
    source: ossEndpoints,
    note: "Access points in and outside the mainland; no single place",
  }),
];

const bySpelling: ReadonlyMap<string, string> = new Map(
  regions.flatMap((region) => [region.id, ...(region.aliases ?? [])].map((spelling) => [spelling, region.id] as const)),
);

/** The canonical id of a region in any of its spellings; `undefined` where the table does not hold it. */
export function knownRegion(stated: string): string | undefined {
  return bySpelling.get(stated.trim().toLowerCase());
}

/** The canonical id, else the words as stated: what is not in the table is never guessed. */
export function placeRegion(stated: string): string {
  return knownRegion(stated) ?? stated;
}

/** The region as it stands in an id: canonical, else as stated without OSS's own prefix. */
export function idRegion(stated: string): string {
  return knownRegion(stated) ?? stated.replace(/^oss-/, "");
}
