import type { RegionFact } from "../../src/model/index.ts";

const source =
  "Huawei Cloud, Regions and Endpoints, and the region list of its SDK (@huaweicloud/huaweicloud-sdk-ecs 3.1.172)";
const asOf = "2026-11-22";

type Details = Partial<Pick<RegionFact, "partition" | "operator">>;

function row(id: string, name: string, country: string, city: string | null, details: Details = {}): RegionFact {
  const { partition = "huaweicloud", operator = "Huawei Cloud" } = details;
  return { id, name, country, city, partition, kind: "region", status: "active", operator, source, asOf };
}

/**
 * Every region by its id. Ids of other clouds mean other places: `ap-southeast-1` is Hong Kong here, `ap-southeast-2` Bangkok,
 * `ap-southeast-3` Singapore, `ap-southeast-4` Jakarta.
 */
export const regions: readonly RegionFact[] = [
  row("cn-north-1", "CN North-Beijing1", "CN", "Beijing"),
  row("cn-north-2", "CN North-Beijing2", "CN", "Beijing"),
  row("cn-north-4", "CN North-Beijing4", "CN", "Beijing"),
  row("cn-north-9", "CN North-Ulanqab1", "CN", "Ulanqab"),
  row("cn-north-11", "CN North3 / Ulanqab-201", "CN", "Ulanqab"),
  row("cn-north-12", "CN North3 / Ulanqab-202", "CN", "Ulanqab"),
  row("cn-north-219", "CN North (dedicated)", "CN", "Beijing"),
  row("cn-east-2", "CN East-Shanghai2", "CN", "Shanghai"),
  row("cn-east-3", "CN East-Shanghai1", "CN", "Shanghai"),
  row("cn-east-4", "CN East2 (Wuhu)", "CN", "Wuhu"),
  row("cn-east-5", "CN East-Qingdao", "CN", "Qingdao"),
  row("cn-south-1", "CN South-Guangzhou", "CN", "Guangzhou"),
  row("cn-south-2", "CN South-Shenzhen", "CN", "Shenzhen"),
  row("cn-south-4", "CN South-Guangzhou-InvitationOnly", "CN", "Guangzhou"),
  row("cn-southwest-2", "CN Southwest-Guiyang1", "CN", "Guiyang"),
  row("cn-southwest-3", "CN Southwest-Guiyang (dedicated)", "CN", "Guiyang"),
  row("cn-northeast-1", "CN Northeast-Dalian", "CN", "Dalian"),
  row("cn-northwest-1", "CN Northwest", "CN", "Ningxia"),
  row("ap-southeast-1", "CN-Hong Kong", "HK", "Hong Kong", { partition: "huaweicloud-intl" }),
  row("ap-southeast-2", "AP-Bangkok", "TH", "Bangkok", { partition: "huaweicloud-intl" }),
  row("ap-southeast-3", "AP-Singapore", "SG", "Singapore", { partition: "huaweicloud-intl" }),
  row("ap-southeast-4", "AP-Jakarta", "ID", "Jakarta", { partition: "huaweicloud-intl" }),
  row("ap-southeast-5", "AP-Manila", "PH", "Manila", { partition: "huaweicloud-intl" }),
  row("af-south-1", "AF-Johannesburg", "ZA", "Johannesburg", { partition: "huaweicloud-intl" }),
  row("af-north-1", "AF-Cairo", "EG", "Cairo", { partition: "huaweicloud-intl" }),
  row("la-north-2", "LA-Mexico City2", "MX", "Mexico City", { partition: "huaweicloud-intl" }),
  row("na-mexico-1", "LA-Mexico City1", "MX", "Mexico City", { partition: "huaweicloud-intl" }),
  row("la-south-2", "LA-Santiago", "CL", "Santiago", { partition: "huaweicloud-intl" }),
  row("sa-brazil-1", "LA-Sao Paulo1", "BR", "Sao Paulo", { partition: "huaweicloud-intl" }),
  row("sa-argentina-1", "LA-Buenos Aires1", "AR", "Buenos Aires", { partition: "huaweicloud-intl" }),
  row("sa-peru-1", "LA-Lima1", "PE", "Lima", { partition: "huaweicloud-intl" }),
  row("me-east-1", "ME-Riyadh", "SA", "Riyadh", { partition: "huaweicloud-intl" }),
  row("tr-west-1", "TR-Istanbul", "TR", "Istanbul", { partition: "huaweicloud-intl" }),
  row("ae-ad-1", "ME-Abu Dhabi (partner)", "AE", "Abu Dhabi", {
    partition: "huaweicloud-intl",
    operator: "a partner of Huawei Cloud",
  }),
  row("my-kualalumpur-1", "AP-Kuala Lumpur (partner)", "MY", "Kuala Lumpur", {
    partition: "huaweicloud-intl",
    operator: "a partner of Huawei Cloud",
  }),
  row("eu-west-0", "EU-Paris (Orange Flexible Engine)", "FR", "Paris", {
    partition: "huaweicloud-intl",
    operator: "a partner of Huawei Cloud",
  }),
  row("eu-west-101", "EU-Dublin", "IE", "Dublin", { partition: "huaweicloud-eu" }),
  row("ru-moscow-1", "RU-Moscow2", "RU", "Moscow", { partition: "huaweicloud-intl" }),
  row("ru-northwest-2", "RU (partner)", "RU", null, {
    partition: "huaweicloud-intl",
    operator: "a partner of Huawei Cloud",
  }),
];
