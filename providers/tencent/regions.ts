import type { RegionFact } from "../../src/model/index.ts";

const source = "Tencent Cloud, Regions and Availability Zones (tencentcloud.com/document/product/239/4106)";
const asOf = "2026-11-22";

type Details = Partial<Pick<RegionFact, "partition" | "kind" | "status">>;

function row(id: string, name: string, country: string, city: string, details: Details = {}): RegionFact {
  const { partition = "tencentcloud", kind = "region", status = "active" } = details;
  return { id, name, country, city, partition, kind, status, operator: "Tencent Cloud", source, asOf };
}

/** Every region by its id. `ap-` says nothing: most of these lie in the mainland. Closed regions stay, since templates still name them. */
export const regions: readonly RegionFact[] = [
  row("ap-guangzhou", "South China (Guangzhou)", "CN", "Guangzhou"),
  row("ap-shenzhen", "South China (Shenzhen)", "CN", "Shenzhen"),
  row("ap-qingyuan", "South China (Qingyuan)", "CN", "Qingyuan"),
  row("ap-qingyuan-xinan", "South China (Qingyuan Xinan)", "CN", "Qingyuan"),
  row("ap-guangzhou-open", "South China (Guangzhou Open)", "CN", "Guangzhou"),
  row("ap-shanghai", "East China (Shanghai)", "CN", "Shanghai"),
  row("ap-nanjing", "East China (Nanjing)", "CN", "Nanjing"),
  row("ap-beijing", "North China (Beijing)", "CN", "Beijing"),
  row("ap-tianjin", "North China (Tianjin)", "CN", "Tianjin"),
  row("ap-chengdu", "Southwest China (Chengdu)", "CN", "Chengdu"),
  row("ap-chongqing", "Southwest China (Chongqing)", "CN", "Chongqing"),
  row("ap-zhongwei", "Northwest China (Zhongwei)", "CN", "Zhongwei"),
  row("ap-shenzhen-fsi", "South China (Shenzhen Finance)", "CN", "Shenzhen", { partition: "tencentcloud-finance" }),
  row("ap-shanghai-fsi", "East China (Shanghai Finance)", "CN", "Shanghai", { partition: "tencentcloud-finance" }),
  row("ap-beijing-fsi", "North China (Beijing Finance)", "CN", "Beijing", { partition: "tencentcloud-finance" }),
  row("ap-shanghai-adc", "East China (Shanghai Autonomous Driving)", "CN", "Shanghai"),
  row("ap-shenzhen-sycft", "Shenzhen dedicated", "CN", "Shenzhen"),
  row("ap-jinan-ec", "Jinan edge", "CN", "Jinan", { kind: "edge" }),
  row("ap-hangzhou-ec", "Hangzhou edge", "CN", "Hangzhou", { kind: "edge" }),
  row("ap-fuzhou-ec", "Fuzhou edge", "CN", "Fuzhou", { kind: "edge" }),
  row("ap-wuhan-ec", "Wuhan edge", "CN", "Wuhan", { kind: "edge" }),
  row("ap-changsha-ec", "Changsha edge", "CN", "Changsha", { kind: "edge" }),
  row("ap-shijiazhuang-ec", "Shijiazhuang edge", "CN", "Shijiazhuang", { kind: "edge" }),
  row("ap-hefei-ec", "Hefei edge", "CN", "Hefei", { kind: "edge" }),
  row("ap-shenyang-ec", "Shenyang edge", "CN", "Shenyang", { kind: "edge" }),
  row("ap-xian-ec", "Xi'an edge", "CN", "Xi'an", { kind: "edge" }),
  row("ap-xibei-ec", "Northwest edge", "CN", "Lanzhou", { kind: "edge" }),
  row("ap-zhengzhou-ec", "Zhengzhou edge", "CN", "Zhengzhou", { kind: "edge" }),
  row("ap-hongkong", "Hong Kong, China", "HK", "Hong Kong"),
  row("ap-taipei", "Taipei", "TW", "Taipei", { status: "closed" }),
  row("ap-singapore", "Southeast Asia (Singapore)", "SG", "Singapore"),
  row("ap-jakarta", "Southeast Asia (Jakarta)", "ID", "Jakarta"),
  row("ap-bangkok", "Southeast Asia (Bangkok)", "TH", "Bangkok"),
  row("ap-mumbai", "South Asia (Mumbai)", "IN", "Mumbai", { status: "closed" }),
  row("ap-seoul", "Northeast Asia (Seoul)", "KR", "Seoul"),
  row("ap-tokyo", "Northeast Asia (Tokyo)", "JP", "Tokyo"),
  row("ap-osaka", "Northeast Asia (Osaka)", "JP", "Osaka"),
  row("me-saudi-arabia", "Middle East (Saudi Arabia)", "SA", "Riyadh"),
  row("na-siliconvalley", "US West (Silicon Valley)", "US", "Silicon Valley"),
  row("na-ashburn", "US East (Virginia)", "US", "Ashburn"),
  row("na-toronto", "North America (Toronto)", "CA", "Toronto", { status: "closed" }),
  row("sa-saopaulo", "South America (Sao Paulo)", "BR", "Sao Paulo"),
  row("eu-frankfurt", "Europe (Frankfurt)", "DE", "Frankfurt"),
  row("eu-moscow", "Europe (Moscow)", "RU", "Moscow", { status: "closed" }),
];
