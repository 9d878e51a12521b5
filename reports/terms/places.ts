import type { Jurisdiction, Place, Text } from "../../src/model/index.ts";
import { countries } from "./countries.ts";

/** Only the mainland is 境内; the five others are never called by one word but "outside the mainland" (境外). */
export const jurisdictionTerms: Readonly<Record<Jurisdiction, Text>> = {
  mainland: { en: "Mainland China", zh: "中国内地（境内）" },
  "hong-kong": { en: "Hong Kong SAR", zh: "香港特别行政区" },
  macao: { en: "Macao SAR", zh: "澳门特别行政区" },
  taiwan: { en: "Taiwan (China)", zh: "台湾地区" },
  foreign: { en: "Other countries and regions", zh: "其他国家和地区" },
  unknown: { en: "Location not determined", zh: "位置未确定" },
};

/** For column heads and narrow places. */
export const shortJurisdictionTerms: Readonly<Record<Jurisdiction, Text>> = {
  mainland: { en: "Mainland", zh: "境内" },
  "hong-kong": { en: "Hong Kong SAR", zh: "香港特区" },
  macao: { en: "Macao SAR", zh: "澳门特区" },
  taiwan: { en: "Taiwan (China)", zh: "台湾地区" },
  foreign: { en: "Elsewhere", zh: "其他国家和地区" },
  unknown: { en: "Not determined", zh: "未确定" },
};

/** "Hong Kong SAR", "Germany", or the jurisdiction where the country has no name here. */
export function placeName(place: Place): Text {
  if (place.jurisdiction !== "foreign" || place.country === null) return jurisdictionTerms[place.jurisdiction];
  const country = countries[place.country];
  return country ?? { en: place.country, zh: place.country };
}
