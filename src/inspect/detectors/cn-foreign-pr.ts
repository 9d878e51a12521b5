import { passesMod11dash2 } from "../checksums/mod-11-2.ts";
import type { Detector } from "../detector.ts";
import { isAlphaCountry, isNumericCountry } from "../dictionaries/country-codes.ts";
import { provinceOf } from "../dictionaries/region-codes.ts";
import { ungrouped } from "../values/digits.ts";
import { hasBirthday } from "./cn-resident-id.ts";

/**
 * Permanent residence card of foreigners. Since 2023-12-01 (notice of the National Immigration Administration): 9, province, numeric
 * country of ISO 3166-1, birthday, serial, MOD 11-2. Before: country in three letters and twelve digits that begin with a province.
 * The notice names the 18 characters and the first digit; the order of the parts is as commonly described, hence `context`.
 */
export const cnForeignPr: Detector = {
  id: "cn-foreign-pr",
  chance: 1 / 11,
  needs: "context",
  context: [
    "永久居留",
    "外國人",
    "永居",
    "外国人",
    "permanent residence",
    "permanent resident",
    "foreign",
    "yjjl",
    "证件号",
  ],
  person: true,
  weigh(cell) {
    if (cell.length < 15 || cell.length > 24) return "no";
    const id = ungrouped(cell);
    if (/^9\d{16}[0-9Xx]$/.test(id)) {
      if (!hasProvince(id.slice(1, 3)) || !hasBirthday(id)) return "no";
      return passesMod11dash2(id) && isNumericCountry(id.slice(3, 6)) ? "valid" : "shape";
    }
    if (!/^[A-Z]{3}\d{12}$/.test(id)) return "no";
    return isAlphaCountry(id.slice(0, 3)) && hasProvince(id.slice(3, 5)) ? "valid" : "shape";
  },
  canonical: (cell) => ungrouped(cell).toUpperCase(),
};

function hasProvince(digits: string): boolean {
  return provinceOf(Number(digits) * 10_000) !== undefined;
}
