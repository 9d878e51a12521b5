import type { Text } from "../../src/model/index.ts";

const sectors: Readonly<Record<string, Text>> = {
  automotive: { en: "automotive", zh: "汽车" },
  credit: { en: "credit reporting", zh: "征信" },
  energy: { en: "energy", zh: "能源" },
  finance: { en: "finance", zh: "金融" },
  government: { en: "e-government", zh: "电子政务" },
  health: { en: "health", zh: "卫生健康" },
  industry: { en: "industry", zh: "工业" },
  insurance: { en: "insurance", zh: "保险" },
  manufacturing: { en: "manufacturing", zh: "制造" },
  map: { en: "surveying and maps", zh: "测绘地理信息" },
  "public-services": { en: "public services", zh: "公共服务" },
  "ride-hailing": { en: "ride-hailing", zh: "网约车" },
  telecom: { en: "telecommunications", zh: "电信" },
  transport: { en: "transport", zh: "交通" },
  utilities: { en: "utilities", zh: "公用事业" },
  water: { en: "water", zh: "水利" },
};

/** A sector as a reader says it; what is not among the usual ones stands as it was declared. */
export function sectorName(sector: string): Text {
  return sectors[sector] ?? { en: sector, zh: sector };
}
