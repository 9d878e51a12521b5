import { type Jurisdiction, jurisdictionTerms, type Place, type Text } from "../../src/model/index.ts";
import { countries } from "./countries.ts";

/** For column heads and narrow places. Only the mainland is 境内. */
export const shortJurisdictionTerms: Readonly<Record<Jurisdiction, Text>> = {
  mainland: { en: "Mainland", zh: "境内" },
  "hong-kong": { en: "Hong Kong SAR", zh: "香港特区" },
  macao: { en: "Macao SAR", zh: "澳门特区" },
  taiwan: { en: "Taiwan (China)", zh: "台湾地区" },
  foreign: { en: "Other countries and regions", zh: "其他国家和地区" },
  unknown: { en: "Not determined", zh: "未确定" },
};

/** "Hong Kong SAR", "Germany", or the jurisdiction where the country has no name here. */
export function placeName(place: Place): Text {
  if (place.jurisdiction !== "foreign" || place.country === null) return jurisdictionTerms[place.jurisdiction];
  const country = countries[place.country];
  return country ?? { en: place.country, zh: place.country };
}
