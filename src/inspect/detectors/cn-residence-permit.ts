import { passesMod11dash2 } from "../checksums/mod-11-2.ts";
import type { Detector } from "../detector.ts";
import { areDigits, ungrouped } from "../values/digits.ts";
import { maskOf } from "../values/mask.ts";
import { hasBirthday } from "./cn-resident-id.ts";

/**
 * Residence permit for residents of Hong Kong SAR, Macao SAR and Taiwan: a resident id with the region 810000, 820000 or 830000
 * (State Council measures in force since 2018-09-01). `shape` fails the check only.
 */
export const cnResidencePermit: Detector = {
  id: "cn-residence-permit",
  chance: 1 / 11,
  prior: 4.6,
  needs: "alone",
  context: [
    "居住证",
    "居住證",
    "臺灣居民",
    "台湾居民",
    "港澳台",
    "residence permit",
    "residence_permit",
    "jzz",
    "juzhuzheng",
    "证件号",
  ],
  person: true,
  weigh(cell) {
    if (!/^8[123]0/.test(cell) || cell.length > 24) return "no";
    const id = ungrouped(cell);
    if (/^8[123]0000[12]\d{10}[0-9Xx]$/.test(id) && hasBirthday(id)) {
      return passesMod11dash2(id) && !id.startsWith("000", 14) ? "valid" : "shape";
    }
    const mask = maskOf(cell);
    const isMasked = mask?.length === 18 && mask.head.startsWith("0000", 2) && areDigits(mask.head);
    return isMasked && /^\d*[\dXx]?$/.test(mask.tail) ? "masked" : "no";
  },
  canonical: (cell) => ungrouped(cell).toUpperCase(),
};
