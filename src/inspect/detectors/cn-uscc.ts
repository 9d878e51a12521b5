import { creditCodeAlphabet, passesMod31 } from "../checksums/mod-31.ts";
import { passesOrganisationCode } from "../checksums/organisation-code.ts";
import type { Detector } from "../detector.ts";
import { provinceOf } from "../dictionaries/region-codes.ts";
import { ungrouped } from "../values/digits.ts";
import { cnResidentId } from "./cn-resident-id.ts";

/**
 * Registering department and kind of organisation: GB 32100-2015, table 1, with the additions made since (2026: A1, N1 to N3 and Y1
 * are the ones in wide use).
 */
const departments = new Set(
  "11 12 13 19 21 29 31 32 33 34 35 39 41 49 51 52 53 54 55 59 61 62 69 71 72 79 81 89 91 92 93 A1 A9 N1 N2 N3 N9 Y1".split(
    " ",
  ),
);
const shape = new RegExp(`^[1-9ANY][0-9]\\d{6}[${creditCodeAlphabet}]{10}$`);

/**
 * Unified social credit code of an organisation: department and kind, region, organisation code with its own check, MOD 31. `shape` has
 * the department and the province; both checks together pass three in a thousand by chance.
 */
export const cnUscc: Detector = {
  id: "cn-uscc",
  chance: 0.003,
  needs: "alone",
  context: [
    "统一社会信用代码",
    "統一社會信用代碼",
    "信用代碼",
    "納稅人識別號",
    "社会信用代码",
    "信用代码",
    "纳税人识别号",
    "税号",
    "营业执照",
    "uscc",
    "credit code",
    "credit_code",
    "tax",
    "tyshxydm",
    "nsrsbh",
  ],
  person: false,
  weigh(cell) {
    if (cell.length < 18 || cell.length > 24) return "no";
    const code = ungrouped(cell).toUpperCase();
    if (!shape.test(code) || !departments.has(code.slice(0, 2)) || !isRegion(code.slice(2, 8))) return "no";
    if (!passesMod31(code) || !passesOrganisationCode(code.slice(8, 17))) return "shape";
    return cnResidentId.weigh(code) === "valid" ? "no" : "valid";
  },
  canonical: (cell) => ungrouped(cell).toUpperCase(),
};

/** A province, or 100000 for what is registered with the state itself. */
function isRegion(digits: string): boolean {
  return digits === "100000" || provinceOf(Number(digits)) !== undefined;
}
